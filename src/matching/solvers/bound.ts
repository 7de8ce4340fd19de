/** The dual bound of a list of prices, as `Prices` defines it, and the value of an assignment: equal where it is best. */

import { limitedPairs } from "./limited-pairs.js";
import type { Assignment, LinearLevel, Prices, Problem, Row } from "./solver.js";

/** The value of an assignment beside the bound that prices give, level by level. */
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
  const value = new Float64Array(2 * levels.length);
  const bound = new Float64Array(2 * levels.length);
  const menteeDegree = new Int32Array(mentees);
  const mentorDegree = new Int32Array(mentors);

  for (let next = 0, i = 0; next < chosen.length; next++) {
    const p = chosen[next]!;
    while (start[i + 1]! <= p) i++;
    const j = mentor[p]!;
    menteeDegree[i]!++;
    mentorDegree[j]!++;
    for (let l = 0; l < levels.length; l++) add(value, l, pairValue(levels[l]!, i, j, p));
  }
  const rows = [...(problem.constraints?.rows ?? []), ...cuts];
  const limited = paidPrices(problem, rows, prices);
  eachAbove(problem, prices, limited, (i, p) => {
    const j = mentor[p]!;
    for (let l = 0; l < levels.length; l++) {
      const { mentee, mentor } = prices[l]!;
      add(bound, l, pairValue(levels[l]!, i, j, p) - mentee[i]! - mentor[j]! - (limited[l]?.[p] ?? 0));
    }
  });

  const addUnits = (side: "mentee" | "mentor", most: Int32Array, least: Int32Array, degree: Int32Array) => {
    const units = levels.map((level) => level[side]);
    const price = prices.map((of) => of[side]);
    for (let person = 0, unit = 0; person < most.length; person++) {
      for (let k = 0; k < most[person]!; k++, unit++) {
        // The first level at which a unit gains or loses decides; at those before, it gains 0.
        let sign = k < least[person]! ? 1 : 0;
        for (let l = 0; l < levels.length; l++) {
          const own = units[l]?.[unit] ?? 0;
          const gain = own + price[l]![person]!;
          if (sign === 0 && gain !== 0) sign = gain < 0 ? -1 : 1;
          if (sign > 0) add(bound, l, gain);
          if (k < degree[person]!) add(value, l, own);
        }
      }
    }
  };
  addUnits("mentee", demand, new Int32Array(mentees), menteeDegree);
  addUnits("mentor", capacity, minimum, mentorDegree);
  const addBetween = (least: number, most: number, priceAt: (level: number) => number): void => {
    let amount: number | undefined;
    for (let l = 0; l < levels.length; l++) {
      const price = priceAt(l);
      if (price === 0) continue;
      amount ??= price < 0 ? least : most;
      add(bound, l, price * amount);
    }
  };
  for (const [g, { least, most }] of limits?.entries() ?? []) {
    addBetween(least, most, (l) => prices[l]!.limit?.[g] ?? 0);
  }
  // A row has no least: where its price is below 0, nothing bounds what it gives back.
  for (const [r, { most }] of rows.entries()) addBetween(Number.NaN, most, (l) => prices[l]!.row?.[r] ?? 0);
  return { levels: levels.map((level) => level.name), value: totals(value), bound: totals(bound) };
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
  // Where all mentors cost the same at a level without values of pairs, no pair of theirs need be looked at.
  const alike = levels.map(
    ({ pair }, l) => !pair && !limited[l] && prices[l]!.mentor.every((price, _, all) => price === all[0]),
  );
  // Positions of the mentee's pairs that are worth as much as their prices so far, where those are not all; from the end
  // those that are worth more.
  const tied = new Int32Array(2 * mentors);
  for (let i = 0; i < mentees; i++) {
    const first = start[i]!;
    let count = start[i + 1]! - first;
    let areAll = true;
    for (let l = 0; l < levels.length && count > 0; l++) {
      const { pair } = levels[l]!;
      const own = prices[l]!.mentee[i]!;
      const ofMentor = prices[l]!.mentor;
      if (alike[l] && own === -ofMentor[0]!) continue;
      const ofLimits = limited[l];
      let left = 0;
      let above = tied.length;
      for (let t = 0; t < count; t++) {
        const p = areAll ? first + t : tied[t]!;
        const j = mentor[p]!;
        const worth = pair === undefined ? 0 : typeof pair === "function" ? pair(i, j) : pair[p]!;
        const reduced = worth - own - ofMentor[j]! - (ofLimits === undefined ? 0 : ofLimits[p]!);
        if (reduced < 0) continue;
        if (reduced === 0) tied[left++] = p;
        else tied[--above] = p;
      }
      for (; above < tied.length; above++) add(i, tied[above]!);
      count = left;
      areAll = false;
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

/** Exact sums of safe integers, one a level, each in two parts; `NaN` once anything else was added. */
type Sums = Float64Array;

const PART = 0x400_0000;

function add(sums: Sums, level: number, term: number): void {
  const value = Number.isSafeInteger(term) ? term : Number.NaN;
  const high = Math.floor(value / PART);
  sums[2 * level]! += high;
  sums[2 * level + 1]! += value - high * PART;
}

function totals(sums: Sums): number[] {
  return Array.from({ length: sums.length / 2 }, (_, level) => sums[2 * level]! * PART + sums[2 * level + 1]!);
}
