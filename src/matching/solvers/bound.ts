/** The dual bound of a list of prices, as `Prices` defines it, and the value of an assignment: equal where it is best. */

import { limitedPairs } from "./limited-pairs.js";
import type { Assignment, LinearLevel, Prices, Problem, Row } from "./solver.js";

export interface Proof {
  /** names of the levels, in order */
  readonly levels: readonly string[];
  /** what the assignment is worth at each level */
  readonly value: readonly number[];
  /** what no assignment can exceed; compared level by level */
  readonly bound: readonly number[];
}

/** What a bound is worked out from. */
export type Priced = Pick<Assignment, "chosen" | "prices" | "cuts">;

/**
 * Compares an assignment with the bound of its prices, whoever made them. Where a price or a reduced value is no safe
 * integer, the bound is `NaN`: it proves nothing.
 *
 * @param priced - an assignment that keeps the places, its prices, and the cuts that these count on
 * @remarks O(pairs); a level's pair function is called only where the levels before it tie, and for chosen pairs
 */
export function prove(problem: Problem, { chosen, prices, cuts = [] }: Priced): Proof {
  const { mentees, mentors, start, mentor, demand, capacity, minimum, limits, levels } = problem;
  const value = levels.map(newSum);
  const bound = levels.map(newSum);
  const menteeDegree = new Int32Array(mentees);
  const mentorDegree = new Int32Array(mentors);

  for (let next = 0, i = 0; next < chosen.length; next++) {
    const p = chosen[next]!;
    while (start[i + 1]! <= p) i++;
    const mentee = i;
    menteeDegree[mentee]!++;
    mentorDegree[mentor[p]!]!++;
    addAll(value, (l) => pairValue(levels[l]!, mentee, mentor[p]!, p));
  }
  const rows = [...(problem.constraints?.rows ?? []), ...cuts];
  const limited = paidPrices(problem, rows, prices);
  eachAbove(problem, prices, limited, (i, p) => {
    const j = mentor[p]!;
    addAll(
      bound,
      (l) => pairValue(levels[l]!, i, j, p) - prices[l]!.mentee[i]! - prices[l]!.mentor[j]! - (limited[l]?.[p] ?? 0),
    );
  });

  const addUnits = (side: "mentee" | "mentor", most: Int32Array, least: Int32Array, degree: Int32Array) => {
    let unit = 0;
    for (let person = 0; person < most.length; person++) {
      for (let k = 0; k < most[person]!; k++, unit++) {
        const at = unit;
        const own = (l: number) => levels[l]![side]?.[at] ?? 0;
        const gain = (l: number) => own(l) + prices[l]![side][person]!;
        if (k < least[person]! || isAbove(levels.length, gain)) addAll(bound, gain);
        if (k < degree[person]!) addAll(value, own);
      }
    }
  };
  addUnits("mentee", demand, new Int32Array(mentees), menteeDegree);
  addUnits("mentor", capacity, minimum, mentorDegree);
  (limits ?? []).forEach(({ least, most }, g) => {
    const own = (l: number) => prices[l]!.limit?.[g] ?? 0;
    const amount = isAbove(levels.length, own) ? most : least;
    addAll(bound, (l) => (own(l) === 0 ? 0 : own(l) * amount));
  });
  rows.forEach(({ most }, r) => {
    const own = (l: number) => prices[l]!.row?.[r] ?? 0;
    // A row has no least: where its price is below 0, nothing bounds what it gives back.
    const amount = isBelow(levels.length, own) ? Number.NaN : most;
    addAll(bound, (l) => (own(l) === 0 ? 0 : own(l) * amount));
  });
  return { levels: levels.map((level) => level.name), value: value.map(total), bound: bound.map(total) };
}

/**
 * Calls back for each pair that is worth more than its people's prices at the first level where it is not worth as much.
 * One mentee and one level at a time, which is faster than pair by pair.
 */
function eachAbove(
  problem: Problem,
  prices: readonly Prices[],
  limited: readonly (Float64Array | undefined)[],
  add: (mentee: number, position: number) => void,
): void {
  const { mentees, mentors, start, mentor, levels } = problem;
  // Positions of the mentee's pairs that are worth as much as their prices so far.
  const tied = new Int32Array(mentors);
  for (let i = 0; i < mentees; i++) {
    const first = start[i]!;
    let count = start[i + 1]! - first;
    for (let l = 0; l < levels.length && count > 0; l++) {
      const { pair } = levels[l]!;
      const own = prices[l]!.mentee[i]!;
      const ofMentor = prices[l]!.mentor;
      const ofLimits = limited[l];
      let left = 0;
      for (let t = 0; t < count; t++) {
        const p = l === 0 ? first + t : tied[t]!;
        const j = mentor[p]!;
        const worth = pair === undefined ? 0 : typeof pair === "function" ? pair(i, j) : pair[p]!;
        const reduced = worth - own - ofMentor[j]! - (ofLimits === undefined ? 0 : ofLimits[p]!);
        if (reduced < 0) continue;
        if (reduced === 0) tied[left++] = p;
        else add(i, p);
      }
      count = left;
    }
  }
}

/** For each level, what the limits and rows that count a pair are priced at together; absent where all are free. */
function paidPrices(problem: Problem, rows: readonly Row[], prices: readonly Prices[]): (Float64Array | undefined)[] {
  const { limits = [], mentor } = problem;
  const isPriced = (list: Float64Array | undefined): boolean => list?.some((price) => price !== 0) === true;
  const ofPair = prices.map(({ limit, row }) =>
    isPriced(limit) || isPriced(row) ? new Float64Array(mentor.length) : undefined,
  );
  for (const [g, limit] of limits.entries()) {
    const priced = [...prices.keys()].filter((l) => (prices[l]!.limit?.[g] ?? 0) !== 0);
    if (priced.length === 0) continue;
    const positions = limitedPairs(problem, limit);
    for (const l of priced) for (const p of positions) ofPair[l]![p]! += prices[l]!.limit![g]!;
  }
  for (const [r, { pairs, weights }] of rows.entries()) {
    for (const [l, { row }] of prices.entries()) {
      const price = row?.[r] ?? 0;
      if (price !== 0) for (const [x, p] of pairs.entries()) ofPair[l]![p]! += price * weights[x]!;
    }
  }
  return ofPair;
}

/** What a level gives for a pair. */
function pairValue({ pair }: LinearLevel, mentee: number, mentor: number, position: number): number {
  return typeof pair === "function" ? pair(mentee, mentor) : (pair?.[position] ?? 0);
}

/** Whether a vector is lexicographically above zero, or might be. */
function isAbove(depth: number, part: (level: number) => number): boolean {
  for (let l = 0; l < depth; l++) if (part(l) !== 0) return !(part(l) < 0);
  return false;
}

/** Whether a vector is lexicographically below zero. */
const isBelow = (depth: number, part: (level: number) => number): boolean =>
  !isAbove(depth, part) && Array.from({ length: depth }, (_, l) => part(l)).some((one) => one !== 0);

/** An exact sum of safe integers, in two parts; `NaN` once anything else was added. */
interface Sum {
  high: number;
  low: number;
}

const PART = 0x400_0000;

function newSum(): Sum {
  return { high: 0, low: 0 };
}

function addAll(sums: readonly Sum[], part: (level: number) => number): void {
  for (let l = 0; l < sums.length; l++) {
    const term = part(l);
    const value = Number.isSafeInteger(term) ? term : Number.NaN;
    const high = Math.floor(value / PART);
    sums[l]!.high += high;
    sums[l]!.low += value - high * PART;
  }
}

function total({ high, low }: Sum): number {
  return high * PART + low;
}
