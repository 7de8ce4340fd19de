/** What a random problem is like, so that a law can assert that its problems are of all kinds. */

import type { LinearLevel, Problem } from "../../src/matching/solvers/solver.js";
import { areFew } from "./counts.js";
import { shortSet } from "./minima.js";

/** How often each feature was seen among so many problems. */
export interface Mix {
  all: number;
  readonly count: Map<string, number>;
}

export const newMix = (): Mix => ({ all: 0, count: new Map() });

/** Counts one problem of at most 8 mentors; `isFeasible` as an independent method found it. */
export function note(mix: Mix, problem: Problem, isFeasible: boolean): void {
  mix.all++;
  for (const [name, is] of Object.entries({
    ...structure(problem),
    ...levels(problem),
    ...minima(problem, isFeasible),
  }))
    if (is) mix.count.set(name, (mix.count.get(name) ?? 0) + 1);
}

/** The shares that lie outside their range, in words; of a few problems they say nothing. */
export function outOfRange(mix: Mix, ranges: { readonly [name: string]: readonly [number, number] }): string[] {
  if (areFew()) return [];
  return Object.entries(ranges).flatMap(([name, [low, high]]) => {
    const share = (mix.count.get(name) ?? 0) / mix.all;
    return share >= low && share <= high ? [] : [`${name}: ${share.toFixed(3)}, expected ${low} to ${high}`];
  });
}

function structure({ mentees, start, demand, capacity }: Problem) {
  const [places, wanted] = [sum(capacity), sum(demand)];
  return {
    "a demand above 1": demand.some((count) => count > 1),
    "a demand of 0": demand.includes(0),
    "a capacity of 0": capacity.includes(0),
    "a mentee without pairs": Array.from({ length: mentees }, (_, i) => start[i] === start[i + 1]).includes(true),
    "more places than wanted": places > wanted,
    "fewer places than wanted": places < wanted,
  };
}

function levels(problem: Problem) {
  const [first, second] = problem.levels;
  const isPairs = (level: LinearLevel | undefined) =>
    level?.pair !== undefined && level.mentee === undefined && level.mentor === undefined;
  const score = problem.levels.find((level) => level.name === "score")?.pair as ArrayLike<number> | undefined;
  const scores = Array.from(score ?? []);
  const single = problem.demand.every((count) => count <= 1);
  return {
    "coverage, then score": first?.name === "coverage 0" && isPairs(second) && single,
    "pairs first": isPairs(first),
    "units of both sides": problem.levels.some((l) => l.mentor !== undefined) && problem.levels.some((l) => l.mentee),
    "units of any value": problem.levels.some(
      ({ name, mentee, mentor }) =>
        !name.startsWith("coverage") && [mentee, mentor].some((units) => units !== undefined),
    ),
    "the lottery last": problem.levels.at(-1)?.name === "draw",
    "tied scores": new Set(scores).size < scores.length,
    "negative scores": scores.some((value) => value < 0),
  };
}

function minima(problem: Problem, isFeasible: boolean) {
  const { minimum, capacity, demand } = problem;
  const isAsked = minimum.some((least) => least > 0);
  const isAboveCapacity = minimum.some((least, j) => least > capacity[j]!);
  const short = isFeasible || isAboveCapacity ? [] : (shortSet(problem) ?? []);
  const isScarce = sum(capacity) < sum(demand);
  return {
    minima: isAsked,
    "minima that can be met": isAsked && isFeasible,
    "minima on some mentor equal to the own pairs, and met":
      isFeasible && minimum.some((least, j) => least > 0 && least === ownPairs(problem, j)),
    infeasible: !isFeasible,
    "infeasible, though no set of minima is short": !isFeasible && !isAboveCapacity && short.length === 0,
    "a minimum above the places": isAboveCapacity,
    "a minimum above the own pairs": short.length === 1,
    "minima of several that are short together": short.length > 1,
    "infeasible, fewer places than wanted": !isFeasible && isScarce,
    "infeasible, enough places": !isFeasible && !isScarce,
  };
}

function ownPairs({ start, mentor, demand }: Problem, j: number): number {
  return demand.reduce(
    (count, wanted, i) => count + (wanted > 0 && mentor.subarray(start[i], start[i + 1]).includes(j) ? 1 : 0),
    0,
  );
}

function sum(values: Int32Array): number {
  return values.reduce((total, value) => total + value, 0);
}
