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
  const { start, mentor, demand, capacity, minimum, levels } = problem;
  const value = levels.map(newSum);
  const bound = levels.map(newSum);
  const degree = { mentee: new Int32Array(demand.length), mentor: new Int32Array(capacity.length) };

  /** What must be counts towards the bound, and what is above zero at the first level where it is not zero. */
  const add = (
    isDue: boolean,
    isChosen: boolean,
    worth: (level: number) => number,
    gain: (level: number) => number,
  ) => {
    let counts = isDue;
    for (let l = 0; l < levels.length && !counts; l++) {
      if (gain(l) < 0) break;
      counts = gain(l) !== 0;
    }
    for (let l = 0; l < levels.length; l++) {
      if (counts) addTo(bound[l]!, gain(l));
      if (isChosen) addTo(value[l]!, worth(l));
    }
  };
  let next = 0;
  let i = 0;
  let p = 0;
  const pairWorth = (l: number): number => {
    const values = levels[l]!.pair;
    return typeof values === "function" ? values(i, mentor[p]!) : (values?.[p] ?? 0);
  };
  const pairGain = (l: number) => pairWorth(l) - prices[l]!.mentee[i]! - prices[l]!.mentor[mentor[p]!]!;
  for (; p < mentor.length; p++) {
    while (start[i + 1]! <= p) i++;
    const isChosen = chosen[next] === p;
    if (isChosen) {
      next++;
      degree.mentee[i]!++;
      degree.mentor[mentor[p]!]!++;
    }
    add(false, isChosen, pairWorth, pairGain);
  }
  for (const side of ["mentee", "mentor"] as const) {
    let unit = 0;
    (side === "mentee" ? demand : capacity).forEach((most, person) => {
      const worth = (l: number) => levels[l]![side]?.[unit] ?? 0;
      const gain = (l: number) => worth(l) + prices[l]![side][person]!;
      for (let k = 0; k < most; k++, unit++) {
        add(side === "mentor" && k < minimum[person]!, k < degree[side][person]!, worth, gain);
      }
    });
  }
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

function addTo(sum: Sum, value: number): void {
  const high = Math.floor(value / PART);
  sum.high += high;
  sum.low += value - high * PART;
}

function total({ high, low }: Sum): number {
  return high * PART + low;
}
