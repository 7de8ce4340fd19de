/** The laws of every solver. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linearProgram } from "../../src/matching/solvers/linear-program.js";
import type { Solver } from "../../src/matching/solvers/solver.js";
import { runs } from "../helpers/counts.js";
import { boundOf, bruteForce, isConcave, isFeasible, problems, valueOf } from "../helpers/problems.js";

const solvers: { readonly [name: string]: Solver } = { linearProgram };

describe.each(Object.entries(solvers))("%s", (_name, solve) => {
  test("solve() reaches the best value of all assignments at every level, and its prices prove it", () => {
    const mix = { all: 0, infeasible: 0, tied: 0, unmatched: 0 };
    fc.assert(
      fc.property(problems, (problem) => {
        fc.pre(isConcave(problem));
        const best = bruteForce(problem);
        const answer = solve(problem);
        mix.all++;
        if (best === undefined) {
          mix.infeasible++;
          expect(answer.stop).toBe("infeasible");
          return;
        }
        if (best.optima > 1) mix.tied++;
        if (answer.chosen.length < problem.demand.reduce((sum, one) => sum + one, 0)) mix.unmatched++;
        expect(answer.stop).toBe("optimal");
        expect(isFeasible(problem, answer.chosen)).toBe(true);
        expect(valueOf(problem, answer.chosen)).toEqual(best.value);
        expect(boundOf(problem, answer.prices)).toEqual(best.value);
      }),
      { numRuns: runs(2000), seed: 1 },
    );
    expect(mix.infeasible / mix.all).toBeGreaterThan(0.05);
    expect(mix.tied / mix.all).toBeGreaterThan(0.1);
    expect(mix.unmatched / mix.all).toBeGreaterThan(0.3);
  });
});
