/** The laws of every solver: one suite for each backend. */
import { expect, test } from "vitest";
import { loadHighs } from "../../src/highs.js";
import { flow, flowFrom } from "../../src/matching/solvers/flow.js";
import { levelByLevel } from "../../src/matching/solvers/level-by-level.js";
import { linearProgram } from "../../src/matching/solvers/linear-program.js";
import type { Assignment, Problem, Solver } from "../../src/matching/solvers/solver.js";
import { valueOf } from "../helpers/bound.js";
import { bruteForce } from "../helpers/brute-force.js";
import { runs } from "../helpers/counts.js";
import { plainProblem } from "../helpers/families.js";
import { fault } from "../helpers/fault.js";
import { faults } from "../helpers/faults.js";
import { newMix, note, outOfRange } from "../helpers/mix.js";
import { random, randomProblem } from "../helpers/problems.js";

/** A backend that proposes nothing, so that the residual graph finds every improvement. */
const residual: Solver = (problem) =>
  levelByLevel(problem, (face) => ({
    chosen: new Uint8Array(face.mentor.length),
    prices: { mentee: new Float64Array(problem.mentees), mentor: new Float64Array(problem.mentors) },
  }));

const solvers: readonly Solver[] = [flow, linearProgram, residual, await loadHighs()];

/** Up to 8 × 8 with capacities 0–4 and demands 0–3; every second one is coverage and score alone, a third is starved. */
function small(seed: number): Problem {
  const size = 2 + ((seed >> 1) % 7);
  return randomProblem(seed, {
    mentees: size,
    mentors: size,
    row: 3 + (seed % 5 === 0 ? 2 : 0),
    plain: seed % 2 === 0,
    starved: 30,
  });
}

/** What share of the small problems must be of each kind. */
const SMALL_MIX: { readonly [kind: string]: readonly [number, number] } = {
  infeasible: [0.25, 0.34],
  "infeasible, enough places": [0.18, 0.3],
  "infeasible, fewer places than wanted": [0.05, 0.15],
  "infeasible, though no set of minima is short": [0, 0],
  "a minimum above the places": [0.02, 0.1],
  "a minimum above the own pairs": [0.1, 0.2],
  "minima of several that are short together": [0.08, 0.2],
  minima: [0.35, 0.6],
  "minima that can be met": [0.07, 0.25],
  "minima on some mentor equal to the own pairs, and met": [0.03, 0.2],
  "more places than wanted": [0.35, 0.65],
  "fewer places than wanted": [0.25, 0.5],
  "a demand above 1": [0.1, 0.3],
  "a demand of 0": [0.1, 0.35],
  "a capacity of 0": [0.3, 0.6],
  "a mentee without pairs": [0.3, 0.7],
  "coverage, then score": [0.25, 0.5],
  "pairs first": [0.2, 0.4],
  "units of both sides": [0.15, 0.3],
  "units of any value": [0.3, 0.6],
  "the lottery last": [0.3, 0.6],
  "tied scores": [0.35, 0.6],
  "negative scores": [0.12, 0.3],
};

test("solve() reaches the best value of all assignments at every level, and its prices prove it", () => {
  const mix = newMix();
  const wrong = faults(runs(2400, 10), (seed) => {
    const problem = small(seed);
    const best = bruteForce(problem);
    note(mix, problem, best !== undefined);
    return solvers
      .map((solve) => {
        const found = solve(problem);
        return fault(problem, found, { value: best }) ?? (best === undefined ? fillable(problem, found) : undefined);
      })
      .find((one) => one !== undefined);
  });
  expect(wrong).toEqual([]);
  expect(outOfRange(mix, SMALL_MIX)).toEqual([]);
});

/** A complaint where the minima of the mentors named as short can be met after all, with nobody else to serve. */
function fillable(problem: Problem, { short }: Assignment): string | undefined {
  const needed = problem.minimum.map((least, j) => (short.includes(j) ? least : 0));
  const filled = Array.from(problem.capacity).flatMap((places, j) =>
    Array.from({ length: places }, (_, k) => (k < needed[j]! ? 1 : 0)),
  );
  const free = { ...problem, minimum: new Int32Array(problem.mentors), levels: [{ name: "filled", mentor: filled }] };
  const most = bruteForce(free)![0]!;
  const asked = needed.reduce((sum, least) => sum + least, 0);
  return most < asked ? undefined : `mentors ${short.join()} can have the ${asked} they ask for`;
}

test("solve() loses no coverage to a minimum that can be met", () => {
  const wrong = faults(runs(600, 10), (seed) => {
    const problem = randomProblem(seed, { mentees: 7, mentors: 5, row: 3, plain: true });
    const coverage = problem.levels.slice(0, 1);
    if (coverage[0]!.mentee === undefined || problem.demand.some((demand) => demand > 1)) return undefined;
    const bounded = { ...problem, levels: coverage };
    const free = { ...bounded, minimum: new Int32Array(problem.mentors) };
    for (const solve of solvers) {
      const found = solve(bounded);
      if (found.stop === "infeasible") continue;
      const [bound, unbound] = [valueOf(bounded, found.chosen)[0], valueOf(free, solve(free).chosen)[0]];
      if (bound !== unbound) return `${bound} with minima, ${unbound} without`;
    }
    return undefined;
  });
  expect(wrong).toEqual([]);
});

test("flowFrom() is as good as a cold start after people left, joined or were parted", () => {
  const wrong = faults(runs(300, 10), (seed) => {
    const next = random(seed);
    const before = plainProblem(20, 14, 5, next, 60);
    const first = flow(before);
    const after = changed(before, next);
    const [, score] = first.prices;
    const mentorOf = mentorOfEach(before, first.chosen);
    const found = flowFrom(after, { mentorOf, score: score! });
    return (
      fault(after, found) ??
      (valueOf(after, found.chosen).join() === valueOf(after, flow(after).chosen).join()
        ? undefined
        : "worse than cold")
    );
  });
  expect(wrong).toEqual([]);
});

test("flowFrom() is right whatever the hint says", () => {
  const wrong = faults(runs(300, 10), (seed) => {
    const next = random(seed);
    const problem = plainProblem(12, 9, 4, next, 60);
    const noise = (size: number, range: number) =>
      Float64Array.from({ length: size }, () => Math.floor((next() - 0.5) * range));
    const mentorOf = Int32Array.from({ length: problem.mentees }, () => Math.floor(next() * (problem.mentors + 2)) - 1);
    const earlier = {
      mentorOf,
      coverage: { mentee: noise(problem.mentees, 4), mentor: noise(problem.mentors, 4) },
      score: { mentee: noise(problem.mentees, 200), mentor: noise(problem.mentors, 200) },
    };
    return fault(problem, flowFrom(problem, earlier), { value: valueOf(problem, flow(problem).chosen) });
  });
  expect(wrong).toEqual([]);
});

/** A few pairs forbidden, a few people gone, some capacities and scores different. */
function changed(problem: Problem, next: () => number): Problem {
  const gone = new Set(Array.from({ length: 3 }, () => Math.floor(next() * problem.mentees)));
  const pair = problem.levels[1]!.pair as Int32Array;
  const start = new Int32Array(problem.mentees + 1);
  const mentor: number[] = [];
  const score: number[] = [];
  for (let i = 0; i < problem.mentees; i++) {
    for (let p = problem.start[i]!; p < problem.start[i + 1]!; p++) {
      if (gone.has(i) || next() < 0.05) continue;
      mentor.push(problem.mentor[p]!);
      score.push(next() < 0.1 ? Math.floor(next() * 60) : pair[p]!);
    }
    start[i + 1] = mentor.length;
  }
  const capacity = problem.capacity.map((places) => (next() < 0.1 ? Math.floor(next() * 3) : places));
  return {
    ...problem,
    start,
    mentor: Int32Array.from(mentor),
    capacity,
    levels: [problem.levels[0]!, { name: "score", pair: Int32Array.from(score) }],
  };
}

function mentorOfEach(problem: Problem, chosen: Int32Array): Int32Array {
  const mentorOf = new Int32Array(problem.mentees).fill(-1);
  for (let x = 0, i = 0; x < chosen.length; x++) {
    while (chosen[x]! >= problem.start[i + 1]!) i++;
    mentorOf[i] = problem.mentor[chosen[x]!]!;
  }
  return mentorOf;
}
