/** What nested() says where there are no limits, where they are no network, and where numbers are too large. */
import { expect, test } from "vitest";
import { SolverError } from "../../src/errors.js";
import { prove } from "../../src/matching/solvers/bound.js";
import { limitedPairs } from "../../src/matching/solvers/limited-pairs.js";
import { familiesOf, isCrossing } from "../../src/matching/solvers/nested/families.js";
import { nested } from "../../src/matching/solvers/nested.js";
import type { Limit, LinearLevel, Problem } from "../../src/matching/solvers/solver.js";
import { bruteForce } from "../helpers/brute-force.js";
import { runs } from "../helpers/counts.js";
import { fault } from "../helpers/fault.js";
import { faults } from "../helpers/faults.js";
import { random, randomProblem } from "../helpers/problems.js";

const coverage: LinearLevel = { name: "coverage", pair: () => 1 };

/** Everybody suits everybody, and has two places. */
function everybody(mentees: number, mentors: number, rest: Partial<Problem> = {}): Problem {
  return {
    mentees,
    mentors,
    start: Int32Array.from({ length: mentees + 1 }, (_, i) => i * mentors),
    mentor: Int32Array.from({ length: mentees * mentors }, (_, p) => p % mentors),
    demand: new Int32Array(mentees).fill(2),
    capacity: new Int32Array(mentors).fill(2),
    minimum: new Int32Array(mentors),
    levels: [coverage],
    ...rest,
  };
}

const atMost = (most: number, mentees?: number[], mentors?: number[]): Limit => ({
  least: 0,
  most,
  ...(mentees === undefined ? {} : { mentees: Int32Array.from(mentees) }),
  ...(mentors === undefined ? {} : { mentors: Int32Array.from(mentors) }),
});

function refusal(problem: Problem): SolverError {
  try {
    nested(problem);
  } catch (error) {
    if (error instanceof SolverError) return error;
  }
  throw new Error("expected a SolverError");
}

test("nested() solves a problem without limits, or says why nothing is feasible", () => {
  const seen = { best: 0, infeasible: 0, refuted: 0 };
  const wrong = faults(runs(500), (seed) => {
    const problem = randomProblem(seed, { mentees: 6, mentors: 5, row: 3, plain: false, starved: 60 });
    const best = bruteForce(problem);
    const found = nested(problem);
    if (best === undefined) seen.infeasible++;
    else seen.best++;
    if (found.refutation !== undefined) seen.refuted++;
    const minima = (found.conflicts ?? []).map(({ mentor }) => mentor);
    if (found.refutation !== undefined && minima.join() !== found.short.join()) return "the conflict is another";
    return fault({ ...problem, limits: [] }, withoutLimits(found), { value: best });
  });
  expect(wrong).toEqual([]);
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
});

/** Where there is no limit, no price of one may be left over. */
function withoutLimits(found: ReturnType<typeof nested>): ReturnType<typeof nested> {
  for (const { limit } of [...found.prices, ...(found.refutation === undefined ? [] : [found.refutation])])
    expect(limit).toHaveLength(0);
  return found;
}

test("nested() solves a problem without mentees or without mentors", () => {
  for (const [mentees, mentors] of [
    [0, 2],
    [2, 0],
    [0, 0],
  ] as const) {
    const found = nested(everybody(mentees, mentors, { limits: [atMost(1)] }));
    expect(found).toMatchObject({ stop: "optimal", chosen: new Int32Array(0) });
    expect(found.prices.map(({ mentee, mentor }) => [mentee.length, mentor.length])).toEqual([[mentees, mentors]]);
  }
});

test("nested() names the limits that cut across each other, or the one that cuts across both sides", () => {
  const across = [atMost(1, [0, 1]), atMost(1, [1, 2])];
  const error = refusal(everybody(3, 3, { limits: [atMost(4), ...across] }));
  expect(error).toMatchObject({ code: "not-nested", numbers: { limit: 2, other: 1 } });
  const both = refusal(everybody(3, 3, { limits: [atMost(4), atMost(1, [0, 1], [0, 1])] }));
  expect(both).toMatchObject({ code: "not-nested", numbers: { limit: 1, other: -1 } });
});

test("nested() refuses constraints, which no network has", () => {
  const row = { pairs: Int32Array.of(0, 1), weights: Int32Array.of(1, 1), most: 1 };
  const error = refusal(everybody(2, 2, { constraints: { rows: [row] } }));
  expect(error).toMatchObject({ code: "not-nested", numbers: { rows: 1 } });
});

test("nested() names two limits of which each counts pairs that the other does not, and both count some", () => {
  let named = 0;
  for (let seed = 0; seed < runs(500); seed++) {
    const next = random(seed);
    const some = (): number[] => [0, 1, 2, 3].filter(() => next() < 0.6);
    const limits = Array.from({ length: 4 }, () => (next() < 0.6 ? atMost(2, some()) : atMost(2, undefined, some())));
    const problem = everybody(4, 4, { limits: [atMost(9), ...limits] });
    const found = familiesOf(problem);
    if (!isCrossing(found)) continue;
    named++;
    const [one, other] = [found.limit, found.other].map((at) => [...limitedPairs(problem, problem.limits![at]!)]);
    const both = one!.filter((pair) => other!.includes(pair)).length;
    expect(both).toBeGreaterThan(0);
    expect(both).toBeLessThan(Math.min(one!.length, other!.length));
  }
  expect(named).toBeGreaterThan(0);
});

test("nested() refuses values that are no safe integers, and those whose sums might not be", () => {
  const level = (value: number): LinearLevel => ({ name: "score", pair: [value, 0, 0, 0] });
  const worth = (value: number) => everybody(2, 2, { limits: [atMost(1)], levels: [level(value)] });
  for (const value of [0.5, -0.5, Number.NaN, 2 ** 53])
    expect(refusal(worth(value))).toMatchObject({
      code: "too-large",
      message: `Cannot solve level "score" exactly: values up to ${value} are no safe integers`,
    });
  // Root, limit, two mentees and two mentors: six nodes, and two more for what artificial arcs are worth.
  const most = Math.floor(Number.MAX_SAFE_INTEGER / 8);
  for (const value of [most + 1, -most - 1])
    expect(refusal(worth(value))).toMatchObject({ code: "too-large", numbers: { value: 8 * (most + 1) } });
  for (const [value, chosen] of [
    [most, [0]],
    [-most, [1]],
  ] as const) {
    const found = nested(worth(value));
    expect(found).toMatchObject({ stop: "optimal" });
    if (value > 0) expect([...found.chosen]).toEqual(chosen);
    expect([...found.chosen]).not.toContain(value > 0 ? 1 : 0);
  }
});

test("prove() takes a limit without a price for free", () => {
  const problem = everybody(2, 2, { limits: [atMost(2), atMost(1, [0])], levels: [coverage, coverage] });
  const bare = { mentee: new Float64Array(2), mentor: new Float64Array(2) };
  const priced = { ...bare, limit: Float64Array.of(1, 0) };
  const chosen = Int32Array.of(0, 2);
  expect(prove(problem, { chosen, prices: [bare, bare] })).toMatchObject({ value: [2, 2], bound: [4, 4] });
  expect(prove(problem, { chosen, prices: [priced, bare] })).toMatchObject({ value: [2, 2], bound: [2, 4] });
  expect(prove(problem, { chosen, prices: [priced, priced] })).toMatchObject({ value: [2, 2], bound: [2, 2] });
});
