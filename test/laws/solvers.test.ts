/** The laws of every solver: one suite for each backend. */
import { expect, test } from "vitest";
import { flow, flowFrom } from "../../src/matching/solvers/flow.js";
import { linearProgram } from "../../src/matching/solvers/linear-program.js";
import type { Problem, Solver } from "../../src/matching/solvers/solver.js";
import { valueOf } from "../helpers/bound.js";
import { bruteForce } from "../helpers/brute-force.js";
import { runs } from "../helpers/counts.js";
import { plainProblem } from "../helpers/families.js";
import { fault } from "../helpers/fault.js";
import { faults } from "../helpers/faults.js";
import { random, randomProblem } from "../helpers/problems.js";

const solvers: readonly Solver[] = [flow, linearProgram];

/** Up to 8 × 8 with capacities 0–4 and demands 0–3; every second one is coverage and score alone. */
function small(seed: number): Problem {
  const size = 2 + ((seed >> 1) % 7);
  return randomProblem(seed, { mentees: size, mentors: size, row: 3, plain: seed % 2 === 0 });
}

test("solve() reaches the best value of all assignments at every level, and its prices prove it", () => {
  const mix = { all: 0, infeasible: 0, negative: 0, demanding: 0, minima: 0, ties: 0 };
  const wrong = faults(runs(2400), (seed) => {
    const problem = small(seed);
    const best = bruteForce(problem);
    mix.all++;
    if (best === undefined) mix.infeasible++;
    if (problem.demand.some((demand) => demand > 1)) mix.demanding++;
    if (problem.minimum.some((minimum) => minimum > 0)) mix.minima++;
    const { pair } = problem.levels.find((level) => level.name === "score") ?? {};
    if (pair !== undefined && typeof pair !== "function") {
      if (Array.from(pair).some((value) => value < 0)) mix.negative++;
      if (new Set(Array.from(pair)).size < pair.length) mix.ties++;
    }
    return solvers.map((solve) => fault(problem, solve(problem), { value: best })).find((one) => one !== undefined);
  });
  expect(wrong).toEqual([]);
  for (const part of ["infeasible", "negative", "demanding", "minima", "ties"] as const) {
    expect(mix[part] / mix.all, part).toBeGreaterThan(0.06);
  }
});

test("solve() loses no coverage to a minimum that can be met", () => {
  const wrong = faults(runs(600), (seed) => {
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
  const wrong = faults(runs(300), (seed) => {
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
  const wrong = faults(runs(300), (seed) => {
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
