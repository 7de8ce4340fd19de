/** What a search says where it grew too long, where numbers grew too great, and where what it calls fails. */
import { expect, test } from "vitest";
import { SolverError } from "../../src/errors.js";
import type { LinearProgramme, LinearSolver } from "../../src/matching/solvers/integer/linear-programme.js";
import { integerProgramme, keepsAll } from "../../src/matching/solvers/integer.js";
import { linearProgram, solveLinear } from "../../src/matching/solvers/linear-program.js";
import type { LinearLevel, Problem } from "../../src/matching/solvers/solver.js";
import { bound, valueOf } from "../helpers/bound.js";
import { runs } from "../helpers/counts.js";
import { bestOfAll, crossingProblem } from "../helpers/crossing-problems.js";
import { faults } from "../helpers/faults.js";
import { random } from "../helpers/problems.js";

/** Pairs of people who are in no other pair, of whose weights the chosen must come to just so much: a knapsack. */
function knapsack(weights: readonly number[], worth: readonly number[], total: number): Problem {
  const size = weights.length;
  const pairs = Int32Array.from(weights.keys());
  const row = (sign: number) => ({ pairs, weights: Int32Array.from(weights, (one) => sign * one), most: sign * total });
  return {
    mentees: size,
    mentors: size,
    start: Int32Array.from({ length: size + 1 }, (_, i) => i),
    mentor: pairs,
    demand: new Int32Array(size).fill(1),
    capacity: new Int32Array(size).fill(1),
    minimum: new Int32Array(size),
    constraints: { rows: [row(1), row(-1)] },
    levels: [
      { name: "coverage", mentee: new Int32Array(size).fill(1) },
      { name: "score", pair: Int32Array.from(worth) },
    ],
  };
}

/** The most pairs whose weights come to a total, and the most that so many are worth. */
function bestKnapsack(weights: readonly number[], worth: readonly number[], total: number): number[] | undefined {
  let best: number[] | undefined;
  for (let set = 0; set < 1 << weights.length; set++) {
    const inSet = [...weights.keys()].filter((j) => (set >> j) & 1);
    const sum = (list: readonly number[]) => inSet.reduce((all, j) => all + list[j]!, 0);
    if (sum(weights) !== total) continue;
    const value = [inSet.length, sum(worth)];
    if (best === undefined || value[0]! > best[0]! || (value[0] === best[0] && value[1]! > best[1]!)) best = value;
  }
  return best;
}

test("linearProgram() finds the best that comes to just so much, where bounds of counts alone take too many networks", () => {
  const seen = { found: 0, infeasible: 0 };
  const wrong = faults(runs(8), (seed) => {
    const next = random(seed);
    const below = (count: number) => Math.floor(next() * count);
    const weights = Array.from({ length: 10 }, () => 2 * (20 + below(60)));
    const worth = weights.map(() => below(10));
    const some = weights.filter(() => below(2) === 0).reduce((sum, one) => sum + one, 0);
    const total = some + (seed % 4 === 3 ? 1 : 0);
    const best = bestKnapsack(weights, worth, total);
    const problem = knapsack(weights, worth, total);
    const found = linearProgram(problem);
    seen[best === undefined ? "infeasible" : "found"]++;
    if (best === undefined) return found.stop === "infeasible" ? undefined : `${found.stop} where nothing comes to it`;
    const value = valueOf(problem, found.chosen);
    if (!keepsAll(problem, found.chosen) || value.join() !== best.join()) return `${value.join()}, best ${best.join()}`;
    return found.isSearched === true ? undefined : "not searched to the end";
  });
  expect(wrong).toEqual([]);
  expect(Math.min(seen.found, seen.infeasible)).toBeGreaterThan(0);
});

/** The same where mentors have forty places, all worth something else: each programme of a search is then a large one. */
function widened(problem: Problem): Problem {
  const units = Int32Array.from({ length: 40 * problem.mentors }, (_, unit) => -(unit % 40));
  const levels = [...problem.levels, { name: "load", mentor: units }];
  return { ...problem, capacity: problem.capacity.map(() => 40), levels };
}

/** Knows of no programme more than that something might be. */
const knowsNothing = ({ most, columns }: LinearProgramme) => {
  return { isFeasible: true, value: new Float64Array(columns.length), dual: new Float64Array(most.length) };
};

test("integerProgramme() throws too-long where it found nothing and cannot say that there is nothing", () => {
  // Even weights never come to an odd total; but without duals only all of 2^20 sets would tell.
  const weights = Array.from({ length: 20 }, (_, j) => 20 + 2 * ((7 * j) % 30));
  expect(() => integerProgramme(widened(knapsack(weights, weights, 401)), knowsNothing)).toThrow(
    expect.objectContaining({ name: "SolverError", code: "too-long", numbers: { cells: expect.any(Number) } }),
  );
});

test("integerProgramme() keeps what it has where a search gives up, and does not say that it was searched", () => {
  // What weighs as much as it is worth comes to 400 of 401 at best, which only all sets together tell.
  const weights = Array.from({ length: 20 }, (_, j) => 20 + 2 * ((7 * j) % 30));
  const whole = widened(knapsack(weights, weights, 401));
  const problem = { ...whole, constraints: { rows: [whole.constraints!.rows[0]!] }, levels: whole.levels.slice(1) };
  const found = integerProgramme(problem, knowsNothing);
  expect(found).toMatchObject({ stop: "optimal", isSearched: false });
  expect(keepsAll(problem, found.chosen)).toBe(true);
  const [value, proved] = [valueOf(problem, found.chosen), bound(problem, found.prices, found.cuts)];
  expect(proved[0]).toBeGreaterThanOrEqual(value[0]!);
});

test("integerProgramme() that needs no programme for its answer gives it though all are too large for its package", () => {
  const seen = { network: 0, counted: 0, thrown: 0 };
  const refusing: LinearSolver = () => {
    throw new SolverError("too-large", "Cannot solve the linear programme: it has 1 entry, at most 0 are used");
  };
  const wrong = faults(runs(400), (seed) => {
    const problem = crossingProblem(seed);
    if (problem.limits === undefined && problem.constraints === undefined) return undefined;
    let found: ReturnType<typeof integerProgramme>;
    try {
      found = integerProgramme(problem, refusing);
    } catch (error) {
      seen.thrown++;
      return error instanceof SolverError && error.code === "too-large" ? undefined : `threw ${error}`;
    }
    const best = bestOfAll(problem);
    if (found.stop === "infeasible") return best === undefined ? undefined : "infeasible, though it can be had";
    seen[found.isSearched === undefined ? "network" : "counted"]++;
    const value = valueOf(problem, found.chosen).join();
    return value === best?.join() && found.isSearched !== false ? undefined : `${value}, best ${best?.join()}`;
  });
  expect(wrong).toEqual([]);
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
});

/** Every value so many times as great. */
function times(problem: Problem, factor: number): Problem {
  const scaled = (list: ArrayLike<number> | undefined) => list && Float64Array.from(list, (value) => value * factor);
  const level = ({ name, pair, mentee, mentor }: LinearLevel): LinearLevel => ({
    name,
    ...(pair === undefined ? {} : { pair: typeof pair === "function" ? (i, j) => factor * pair(i, j) : scaled(pair)! }),
    ...(mentee === undefined ? {} : { mentee: scaled(mentee)! }),
    ...(mentor === undefined ? {} : { mentor: scaled(mentor)! }),
  });
  return { ...problem, levels: problem.levels.map(level) };
}

test("integerProgramme() reaches the best with values as great as there may be, with prices that bound it", () => {
  const seen = { refused: 0, found: 0 };
  const wrong = faults(runs(150), (seed) => {
    const problem = crossingProblem(seed);
    const best =
      problem.levels.length === 0 || !(problem.limits ?? problem.constraints) ? undefined : bestOfAll(problem);
    if (best === undefined) return undefined;
    // Down from what no network takes: the first that is taken leaves no room for what is priced beside it.
    let taken = 0;
    for (let factor = 2 ** 50; taken < 3; factor = Math.floor(factor / 1.1)) {
      const greater = times(problem, factor);
      let found: ReturnType<typeof integerProgramme>;
      try {
        found = integerProgramme(greater, solveLinear);
      } catch (error) {
        seen.refused++;
        if (!(error instanceof SolverError) || error.code !== "too-large") return `threw ${error}`;
        continue;
      }
      seen.found++;
      taken++;
      const value = valueOf(greater, found.chosen);
      // A draw of 32 bits may leave the safe integers where no choice is left to it.
      const isBest = best.every((one, level) => !Number.isSafeInteger(one * factor) || value[level] === one * factor);
      if (!isBest) return `times ${factor}: ${value.join()}`;
      const proved = bound(greater, found.prices, found.cuts);
      const first = value.findIndex((reached, level) => reached !== proved[level]);
      if (first >= 0 && !(proved[first]! > value[first]!)) return `bound ${proved.join()} below ${value.join()}`;
    }
    return undefined;
  });
  expect(wrong).toEqual([]);
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
});

test("integerProgramme() passes on what the caller's own functions throw, at whatever moment, and answers nothing", () => {
  let thrown = 0;
  const wrong = faults(runs(60), (seed) => {
    const problem = crossingProblem(seed);
    if (problem.limits === undefined && problem.constraints === undefined) return undefined;
    for (let moment = 1; ; moment += 1 + (moment >> 3)) {
      let called = 0;
      const failing =
        <A extends unknown[], R>(own: (...given: A) => R) =>
        (...given: A): R => {
          if (++called === moment) throw new RangeError("no answer");
          return own(...given);
        };
      const levels = problem.levels.map((level): LinearLevel => {
        const { pair } = level;
        if (typeof pair === "function") return { ...level, pair: failing(pair) };
        return level;
      });
      const { rows = [], brokenBy } = problem.constraints ?? {};
      const own: Problem = {
        ...problem,
        levels,
        ...(brokenBy === undefined ? {} : { constraints: { rows, brokenBy: failing(brokenBy) } }),
      };
      try {
        integerProgramme(own, failing(solveLinear));
      } catch (error) {
        if (!(error instanceof RangeError) || error.message !== "no answer") return `threw ${error}`;
        thrown++;
        continue;
      }
      if (called < moment) return undefined;
      return `answered though call ${moment} failed`;
    }
  });
  expect(wrong).toEqual([]);
  expect(thrown).toBeGreaterThan(runs(60));
});
