/** A backend only proposes: whatever it says, the answer is proved, or refused where its prices leave the exact numbers. */
import { expect, test } from "vitest";
import { type Candidate, type LevelSolver, levelByLevel } from "../../src/matching/solvers/level-by-level.js";
import type { Problem } from "../../src/matching/solvers/solver.js";
import { bruteForce } from "../helpers/brute-force.js";
import { runs } from "../helpers/counts.js";
import { fault } from "../helpers/fault.js";
import { faults } from "../helpers/faults.js";
import { random, randomProblem } from "../helpers/problems.js";

/** Proposes everything, nothing, or anything at all, at prices that mean nothing. */
function lying(seed: number): LevelSolver {
  const next = random(seed);
  return ({ mentor, side }): Candidate => {
    const taken = [1, 0, 0.5][Math.floor(next() * 3)]!;
    const price = () => Math.floor((next() - 0.5) * 40);
    return {
      chosen: Uint8Array.from(mentor, () => (next() < taken ? 1 : 0)),
      prices: {
        mentee: Float64Array.from(side.mentee.most, price),
        mentor: Float64Array.from(side.mentor.most, price),
      },
    };
  };
}

test("levelByLevel() proves the best assignment whatever the backend proposes", () => {
  const kinds = { optimal: 0, infeasible: 0, stopped: 0, minima: 0 };
  const wrong = faults(runs(300), (seed) => {
    const problem = randomProblem(seed, { mentees: 7, mentors: 5, row: 3, plain: seed % 2 === 0, starved: 20 });
    const found = levelByLevel(problem, lying(seed));
    kinds[found.stop]++;
    if (found.stop === "optimal" && problem.minimum.some((least) => least > 0)) kinds.minima++;
    return fault(problem, found, { value: bruteForce(problem) });
  });
  expect(wrong).toEqual([]);
  for (const kind of ["optimal", "infeasible", "minima"] as const) expect(kinds[kind]).toBeGreaterThan(5);
});

test("levelByLevel() refuses limits, which it does not keep, and not a list without any", () => {
  const limits = [{ least: 0, most: 1 }];
  expect(() => levelByLevel({ ...two, limits }, lying(0))).toThrow(
    expect.objectContaining({ name: "SolverError", code: "unsupported", numbers: { limits: 1 } }),
  );
  expect(levelByLevel({ ...two, limits: [] }, lying(0))).toEqual(levelByLevel(two, lying(0)));
});

const two: Problem = {
  mentees: 2,
  mentors: 1,
  start: Int32Array.of(0, 1, 2),
  mentor: Int32Array.of(0, 0),
  demand: Int32Array.of(1, 1),
  capacity: Int32Array.of(1),
  minimum: Int32Array.of(0),
  levels: [{ name: "score", pair: [7, 9] }],
};

/** Proposes no pair, at these prices. */
const pricing =
  (mentee: readonly number[], mentor: number): LevelSolver =>
  () => ({
    chosen: new Uint8Array(2),
    prices: { mentee: Float64Array.from(mentee), mentor: Float64Array.of(mentor) },
  });

test("levelByLevel() mends prices that are wrong, and refuses those from which no exact ones can be reached", () => {
  expect(Array.from(levelByLevel(two, pricing([3, -8], 40)).chosen)).toEqual([1]);
  for (const most of [Number.MAX_SAFE_INTEGER, 2 ** 60, Infinity, Number.NaN]) {
    expect(() => levelByLevel(two, pricing([0, 0], -most))).toThrow(expect.objectContaining({ code: "too-large" }));
  }
});
