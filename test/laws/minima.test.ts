/** The law of minima alone: which are in conflict, and how near each can come. */
import { expect, test } from "vitest";
import { shortMinima } from "../../src/matching/solvers/short-minima.js";
import type { Problem } from "../../src/matching/solvers/solver.js";
import { bruteForce } from "../helpers/brute-force.js";
import { runs } from "../helpers/counts.js";
import { faults } from "../helpers/faults.js";
import { randomProblem } from "../helpers/problems.js";

/** The problem with the minima of these mentors, and levels of its own. */
const only = (problem: Problem, mentors: readonly number[], levels: Problem["levels"] = []): Problem => ({
  ...problem,
  minimum: problem.minimum.map((least, j) => (mentors.includes(j) ? least : 0)),
  levels,
});

test("shortMinima() names an irreducible set of minima that cannot be met, and what comes nearest to each", () => {
  const seen = { infeasible: 0, several: 0, above: 0, near: 0, far: 0, lacking: 0 };
  const count = runs(4000);
  const wrong = faults(count, (seed) => {
    const problem = randomProblem(seed, { mentees: 5, mentors: 5, row: 4, plain: seed % 2 === 0, starved: 60 });
    const everybody = Array.from({ length: problem.mentors }, (_, j) => j);
    const isFeasible = bruteForce(only(problem, everybody)) !== undefined;
    const conflicts = shortMinima(problem);
    if (isFeasible || conflicts === undefined) return isFeasible === (conflicts === undefined) ? undefined : "wrong";
    seen.infeasible++;
    const named = conflicts.map(({ mentor }) => mentor!);
    const isAbove = (j: number): boolean => problem.minimum[j]! > problem.capacity[j]!;
    if (named.some(isAbove)) seen.above++;
    if (named.some(isAbove) && !named.every(isAbove)) return "a minimum above the capacity is a conflict by itself";
    if (!named.some(isAbove)) {
      if (named.length > 1) seen.several++;
      if (named.some((j) => problem.minimum[j]! > 1)) seen.lacking++;
      if (bruteForce(only(problem, named)) !== undefined) return `${named} can be met`;
      const spare = named.find(
        (j) =>
          bruteForce(
            only(
              problem,
              named.filter((other) => other !== j),
            ),
          ) === undefined,
      );
      if (spare !== undefined) return `${named} cannot be met without ${spare} either`;
    }
    for (const { mentor, nearest, bound } of conflicts) {
      if (bound !== "least") return "a minimum is a least";
      const pair = (_: number, j: number): number => Number(j === mentor);
      const others = everybody.filter((j) => j !== mentor);
      const best = bruteForce(only(problem, others, [{ name: "counted", pair }]))?.[0];
      if (best === undefined) seen.far++;
      else seen.near++;
      if (nearest !== best) return `${mentor} comes to ${nearest}, expected ${best}`;
    }
    return undefined;
  });
  expect(wrong).toEqual([]);
  expect(Math.min(...Object.values(seen)) / count).toBeGreaterThan(0.02);
});
