/**
 * The optimal face: what all assignments that are best at the levels solved so far have in common. The next level is an
 * ordinary linear problem on it, with an interval for each person's degree. Complementary slackness, level by level:
 * a pair of positive reduced value is in every best assignment, one of negative reduced value in none; a unit whose value
 * plus its person's price is positive is always used, one where that is negative never.
 */

import type { LinearLevel, Prices, Problem } from "./solver.js";
import { firstUnits } from "./units.js";

/** Integers in as few bytes as they fit. */
export type Column = Int32Array | Float64Array;

/** The same of both sides. */
export interface Both<T> {
  readonly mentee: T;
  readonly mentor: T;
}

export const SIDES = ["mentee", "mentor"] as const;

export const both = <T>(of: (side: keyof Both<T>) => T): Both<T> => ({ mentee: of("mentee"), mentor: of("mentor") });

/** The people of one side. Degrees and units count open pairs only. */
export interface Side {
  /** fewest open pairs of each; below 0 where fixed pairs stand on units that are free to choose, which bounds the price */
  readonly least: Int32Array;
  readonly most: Int32Array;
  /** where the first open unit of each stands in a level's values of units */
  readonly first: Int32Array;
}

/** `start[i] … start[i + 1]` are the pairs of mentee `i` still open to choice. */
export interface Face {
  readonly start: Int32Array;
  readonly mentor: Int32Array;
  /** place of each pair in the problem; absent while all of the problem's pairs are on the face */
  readonly position: Int32Array | undefined;
  /** places in the problem of the pairs that every best assignment holds */
  readonly fixed: Int32Array;
  readonly side: Both<Side>;
}

/** The face before any level is solved. */
export function wholeFace({ start, mentor, mentees, minimum, demand, capacity }: Problem): Face {
  const side = {
    mentee: { least: new Int32Array(mentees), most: demand, first: firstUnits(demand) },
    mentor: { least: minimum, most: capacity, first: firstUnits(capacity) },
  };
  return { start, mentor, position: undefined, fixed: new Int32Array(0), side };
}

/** The values of the pairs of `face` at a level, aligned with it. */
export function pairValues({ start, mentor, position }: Face, { pair }: LinearLevel): Column {
  if (pair === undefined) return new Int32Array(mentor.length);
  if (position === undefined && (pair instanceof Int32Array || pair instanceof Float64Array)) return pair;
  const value = new Float64Array(mentor.length);
  for (let i = 0, p = 0; p < value.length; p++) {
    while (start[i + 1]! <= p) i++;
    value[p] = typeof pair === "function" ? pair(i, mentor[p]!) : pair[position?.[p] ?? p]!;
  }
  return value;
}

/** The face of those that are also best at `level`, whose optimal prices are given. */
export function refine(face: Face, level: LinearLevel, prices: Prices): Face {
  const value = pairValues(face, level);
  const start = new Int32Array(face.start.length);
  const mentor = new Int32Array(value.length);
  const position = new Int32Array(value.length);
  const fixed = Array.from(face.fixed);
  const taken = both((side) => new Int32Array(prices[side].length));
  let next = 0;
  for (let i = 0; i < taken.mentee.length; i++) {
    for (let p = face.start[i]!; p < face.start[i + 1]!; p++) {
      const j = face.mentor[p]!;
      const reduced = value[p]! - prices.mentee[i]! - prices.mentor[j]!;
      const place = face.position?.[p] ?? p;
      if (reduced > 0) {
        fixed.push(place);
        taken.mentee[i]!++;
        taken.mentor[j]!++;
      } else if (reduced === 0) {
        mentor[next] = j;
        position[next++] = place;
      }
    }
    start[i + 1] = next;
  }
  return {
    start,
    mentor: mentor.slice(0, next),
    position: position.slice(0, next),
    fixed: Int32Array.from(fixed),
    side: both((side) => tightened(face.side[side], level[side], prices[side], taken[side])),
  };
}

/** Tightens each person's degrees to the units of positive gain (always used) and of gain zero (free to choose). */
function tightened(side: Side, unit: LinearLevel["mentee"], price: Float64Array, taken: Int32Array): Side {
  const least = side.least.slice();
  const most = side.least.slice();
  const first = side.first.map((open, x) => open + taken[x]!);
  for (let x = 0; x < price.length; x++) {
    const gain = (k: number) => price[x]! + (unit?.[side.first[x]! + k] ?? 0);
    let k = least[x]!;
    while (k < side.most[x]! && gain(k) > 0) k++;
    least[x] = k - taken[x]!;
    while (k < side.most[x]! && gain(k) === 0) k++;
    most[x] = k - taken[x]!;
  }
  return { least, most, first };
}
