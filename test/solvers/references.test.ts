/** Medium problems against unrelated solvers: every level value equal, every proof checked. */
import { expect, test } from "vitest";
import { flow } from "../../src/matching/solvers/flow.js";
import { linearProgram } from "../../src/matching/solvers/linear-program.js";
import type { Problem } from "../../src/matching/solvers/solver.js";
import { runs } from "../helpers/counts.js";
import { fault } from "../helpers/fault.js";
import { faults } from "../helpers/faults.js";
import { highs, plainLinearProgram, referenceValues } from "../helpers/linear-references.js";
import { randomProblem } from "../helpers/problems.js";

/** Up to 45 × 30, never without pairs or levels; every third one is coverage and score alone. */
function medium(seed: number): Problem {
  for (let other = seed; ; other += 1_000_000) {
    const problem = randomProblem(3_000_000 + other, {
      mentees: 45,
      mentors: 30,
      row: 6,
      plain: seed % 3 === 0,
      starved: 25,
    });
    // Ticket and draw reach 2^32, beyond the tolerances of floating-point simplex: exact proofs cover them.
    const levels = problem.levels.filter(({ name }) => name !== "ticket" && name !== "draw");
    if (levels.length > 0 && problem.mentor.length > 0) return { ...problem, levels };
  }
}

test("flow() and linearProgram() equal HiGHS and javascript-lp-solver at every level on medium problems", () => {
  const wanted = runs(200, 10);
  let compared = 0;
  let infeasible = 0;
  const wrong = faults(wanted, (seed) => {
    const problem = medium(seed);
    const value = referenceValues(problem, highs);
    const plain = referenceValues(problem, plainLinearProgram);
    compared++;
    if (value === undefined) infeasible++;
    if (value?.join() !== plain?.join()) return `HiGHS says ${value?.join()}, javascript-lp-solver ${plain?.join()}`;
    return fault(problem, flow(problem), { value }) ?? fault(problem, linearProgram(problem), { value });
  });
  expect(wrong).toEqual([]);
  expect(compared).toBe(wanted);
  expect(infeasible / compared).toBeGreaterThan(0.15);
  expect(infeasible / compared).toBeLessThan(0.5);
});
