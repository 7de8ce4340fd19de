/** The dual bound of a list of prices, as `Prices` defines it, and the value of an assignment: equal where it is best. */

import type { LinearLevel, Prices, Problem } from "../solver.js";

export interface Proof {
  /** names of the levels, in order */
  readonly levels: readonly string[];
  /** what the assignment is worth at each level */
  readonly value: readonly number[];
  /** what no assignment can exceed; compared level by level */
  readonly bound: readonly number[];
}

/** Compares an assignment with the bound of its prices: one pass over all pairs. */
export function prove(problem: Problem, chosen: Int32Array, prices: readonly Prices[]): Proof {
  const value = problem.levels.map(newSum);
  const bound = problem.levels.map(newSum);
  provePairs(problem, chosen, prices, value, bound);
  const degrees = degreesOf(problem, chosen);
  proveUnits(
    problem.levels.map((level) => level.mentee),
    prices.map((price) => price.mentee),
    problem.demand,
    undefined,
    degrees.mentee,
    value,
    bound,
  );
  proveUnits(
    problem.levels.map((level) => level.mentor),
    prices.map((price) => price.mentor),
    problem.capacity,
    problem.minimum,
    degrees.mentor,
    value,
    bound,
  );
  return { levels: problem.levels.map((level) => level.name), value: value.map(total), bound: bound.map(total) };
}

function provePairs(problem: Problem, chosen: Int32Array, prices: readonly Prices[], value: Sum[], bound: Sum[]): void {
  const { start, mentor, levels } = problem;
  const depth = levels.length;
  let next = 0;
  for (let i = 0; i < problem.mentees; i++) {
    for (let p = start[i]!; p < start[i + 1]!; p++) {
      const j = mentor[p]!;
      for (let l = 0; l < depth; l++) {
        const reduced = pairValue(levels[l]!, p, i, j) - prices[l]!.mentee[i]! - prices[l]!.mentor[j]!;
        if (reduced === 0) continue;
        if (reduced < 0) break;
        for (let x = l; x < depth; x++)
          add(bound[x]!, pairValue(levels[x]!, p, i, j) - prices[x]!.mentee[i]! - prices[x]!.mentor[j]!);
        break;
      }
      if (chosen[next] !== p) continue;
      next++;
      for (let l = 0; l < depth; l++) add(value[l]!, pairValue(levels[l]!, p, i, j));
    }
  }
}

function pairValue({ pair }: LinearLevel, p: number, i: number, j: number): number {
  return pair === undefined ? 0 : typeof pair === "function" ? pair(i, j) : pair[p]!;
}

type UnitValues = readonly (ArrayLike<number> | undefined)[];

function proveUnits(
  unit: UnitValues,
  price: readonly Float64Array[],
  size: Int32Array,
  least: Int32Array | undefined,
  degree: Int32Array,
  value: Sum[],
  bound: Sum[],
): void {
  const depth = price.length;
  const isPlain = unit.every((values) => values === undefined);
  let offset = 0;
  for (let x = 0; x < size.length; x++) {
    // Without values of their own all units of a person are alike.
    const count = isPlain ? Math.min(1, size[x]!) : size[x]!;
    for (let k = 0; k < count; k++) {
      let sign = 0;
      for (let l = 0; l < depth && sign === 0; l++) sign = Math.sign(price[l]![x]! + (unit[l]?.[offset + k] ?? 0));
      const forced = least === undefined ? 0 : least[x]!;
      const times = isPlain ? (sign > 0 ? size[x]! : forced) : sign > 0 || k < forced ? 1 : 0;
      for (let l = 0; l < depth; l++) {
        const worth = unit[l]?.[offset + k] ?? 0;
        if (times > 0) add(bound[l]!, (price[l]![x]! + worth) * times);
        if (k < degree[x]!) add(value[l]!, worth);
      }
    }
    if (!isPlain) offset += size[x]!;
  }
}

export function degreesOf(problem: Problem, chosen: Int32Array): { mentee: Int32Array; mentor: Int32Array } {
  const mentee = new Int32Array(problem.mentees);
  const mentor = new Int32Array(problem.mentors);
  for (let x = 0, i = 0; x < chosen.length; x++) {
    while (chosen[x]! >= problem.start[i + 1]!) i++;
    mentee[i]!++;
    mentor[problem.mentor[chosen[x]!]!]!++;
  }
  return { mentee, mentor };
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

function total(sum: Sum): number {
  return sum.high * PART + sum.low;
}
