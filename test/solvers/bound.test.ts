/** The bound of prices, and what it says where they leave the exact numbers. */
import { expect, test } from "vitest";
import { prove } from "../../src/matching/solvers/bound.js";
import type { LinearLevel, Prices, Problem } from "../../src/matching/solvers/solver.js";

/** Ann suits both mentors, Bo the first. */
const problem = (...levels: LinearLevel[]): Problem => ({
  mentees: 2,
  mentors: 2,
  start: Int32Array.of(0, 2, 3),
  mentor: Int32Array.of(0, 1, 0),
  demand: Int32Array.of(1, 1),
  capacity: Int32Array.of(1, 1),
  minimum: Int32Array.of(0, 0),
  levels,
});
const prices = (mentee: readonly number[], mentor: readonly number[]): Prices => ({
  mentee: Float64Array.from(mentee),
  mentor: Float64Array.from(mentor),
});
const free = prices([0, 0], [0, 0]);

test("prove() reads a level's pairs from a list, from a function, or as nothing", () => {
  const score = [9, 4, 7];
  const asked: LinearLevel = { name: "score", pair: (mentee, mentor) => [[9, 4], [7]][mentee]![mentor]! };
  const best = prices([4, 2], [5, 0]);
  for (const level of [{ name: "score", pair: score }, asked])
    expect(prove(problem(level), { chosen: Int32Array.of(1, 2), prices: [best] })).toEqual({
      levels: ["score"],
      value: [11],
      bound: [11],
    });
  const units: LinearLevel = { name: "coverage", mentee: [1, 1] };
  expect(prove(problem(units, asked), { chosen: Int32Array.of(1, 2), prices: [free, best] })).toMatchObject({
    value: [2, 11],
  });
  expect(prove(problem({ name: "nothing" }), { chosen: Int32Array.of(0), prices: [free] })).toMatchObject({
    value: [0],
    bound: [0],
  });
  // A list may be shorter than the pairs: what it does not hold is worth nothing.
  expect(prove(problem({ name: "score", pair: [9] }), { chosen: Int32Array.of(1, 2), prices: [free] }).value).toEqual([
    0,
  ]);
});

test("prove() gives no bound where a price or a reduced value is no safe integer", () => {
  const level = { name: "score", pair: [9, 4, 7] };
  const chosen = Int32Array.of(1, 2);
  const most = Number.MAX_SAFE_INTEGER;
  for (const wrong of [
    prices([Number.NaN, 2], [5, 0]),
    prices([4, 2], [0.5, 0]),
    prices([Infinity, 2], [5, 0]),
    prices([-most, 2], [5, 0]),
  ])
    expect(prove(problem(level), { chosen, prices: [wrong] })).toEqual({
      levels: ["score"],
      value: [11],
      bound: [Number.NaN],
    });
});
