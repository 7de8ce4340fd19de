/** The dual bound of a list of prices, as `Prices` defines it, and the value of an assignment: equal where it is best. */

import type { Prices, Problem } from "../solver.js";

export interface Proof {
  /** names of the levels, in order */
  readonly levels: readonly string[];
  /** what the assignment is worth at each level */
  readonly value: readonly number[];
  /** what no assignment can exceed; compared level by level */
  readonly bound: readonly number[];
}

/** Compares an assignment with the bound of its prices: one pass over all pairs. A price that is no number makes the bound none. */
export function prove(problem: Problem, chosen: Int32Array, prices: readonly Prices[]): Proof {
  const { mentees, mentors, start, mentor, demand, capacity, minimum, levels } = problem;
  const depth = levels.length;
  const value = levels.map(newSum);
  const bound = levels.map(newSum);
  const pair = levels.map((level) => level.pair);
  const ofMentee = prices.map((price) => price.mentee);
  const ofMentor = prices.map((price) => price.mentor);
  const menteeDegree = new Int32Array(mentees);
  const mentorDegree = new Int32Array(mentors);

  /** What level `l` gives for the pair at `p`. */
  const worth = (l: number, p: number, i: number, j: number): number => {
    const values = pair[l];
    return values === undefined ? 0 : typeof values === "function" ? values(i, j) : values[p]!;
  };
  for (let i = 0, next = 0; i < mentees; i++) {
    for (let p = start[i]!, end = start[i + 1]!; p < end; p++) {
      const j = mentor[p]!;
      const reduced = (l: number) => worth(l, p, i, j) - ofMentee[l]![i]! - ofMentor[l]![j]!;
      for (let l = 0; l < depth; l++) {
        const first = worth(l, p, i, j) - ofMentee[l]![i]! - ofMentor[l]![j]!;
        if (first === 0) continue;
        if (!(first < 0)) addAll(bound, reduced);
        break;
      }
      if (chosen[next] !== p) continue;
      next++;
      menteeDegree[i]!++;
      mentorDegree[j]!++;
      addAll(value, (l) => worth(l, p, i, j));
    }
  }

  const addUnits = (side: "mentee" | "mentor", most: Int32Array, least: Int32Array | undefined, degree: Int32Array) => {
    let unit = 0;
    most.forEach((size, person) => {
      for (let k = 0; k < size; k++, unit++) {
        const own = levels.map((level) => level[side]?.[unit] ?? 0);
        const gain = own.map((units, l) => units + prices[l]![side][person]!);
        const isForced = least !== undefined && k < least[person]!;
        if (isForced || !((gain.find((part) => part !== 0) ?? -1) < 0)) addAll(bound, (l) => gain[l]!);
        if (k < degree[person]!) addAll(value, (l) => own[l]!);
      }
    });
  };
  addUnits("mentee", demand, undefined, menteeDegree);
  addUnits("mentor", capacity, minimum, mentorDegree);
  return { levels: levels.map((level) => level.name), value: value.map(total), bound: bound.map(total) };
}

/** An exact sum of safe integers, in two parts. */
interface Sum {
  high: number;
  low: number;
}

const PART = 0x400_0000;

function newSum(): Sum {
  return { high: 0, low: 0 };
}

function add(sum: Sum, value: number): void {
  const high = Math.floor(value / PART);
  sum.high += high;
  sum.low += value - high * PART;
}

function addAll(sums: readonly Sum[], part: (level: number) => number): void {
  for (let l = 0; l < sums.length; l++) add(sums[l]!, part(l));
}

function total({ high, low }: Sum): number {
  return high * PART + low;
}
