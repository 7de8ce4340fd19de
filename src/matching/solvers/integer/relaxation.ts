/**
 * The linear relaxation of one level where some pairs are decided, by column generation (Dantzig & Wolfe 1960): a package
 * solves it over a few pairs, its duals tell which others are undervalued, and those are added until there are none. The bound
 * is worked out from the duals over all pairs, so that it holds whatever the package did.
 */
import { bestPairs } from "../best-pairs.js";
import type { LinearColumn, LinearSolver } from "./linear-programme.js";
import type { Model } from "./model.js";

/** A level of a model, or only whether anything keeps the rows, with what the levels before it must keep. */
export interface Objective {
  readonly model: Model;
  /** −1 where nothing is worth anything */
  readonly level: number;
  /** the value of each level before */
  readonly kept: readonly number[];
  readonly solve: LinearSolver;
  /** what the levels before say of each pair */
  readonly state: Uint8Array;
  /** positions that programmes are made of; grows */
  readonly pool: Pool;
}

/** What is known of a pair: it is free, chosen, or out. */
export const FREE = 0;
export const CHOSEN = 1;
export const OUT = 2;

/** What a relaxation came to. */
export interface Relaxed {
  /** nothing that keeps the rows, decided as they are, is worth more; −∞ where nothing does */
  readonly bound: number;
  /** the share of each free pair in the vertex, by position; empty where none is known */
  readonly share: ReadonlyMap<number, number>;
  /** the dual of each row, and of each kept level, in the level's values */
  readonly row: Float64Array;
  readonly keptDual: readonly number[];
}

/** Positions of pairs, each once, in the order in which they came. */
export interface Pool {
  readonly list: number[];
  readonly isIn: Uint8Array;
  /** rows × columns of all programmes so far */
  cells: number;
}

export const newPool = (size: number): Pool => ({ list: [], isIn: new Uint8Array(size), cells: 0 });

export function addToPool({ list, isIn }: Pool, pairs: Iterable<number>): void {
  for (const pair of pairs) {
    if (isIn[pair] === 1) continue;
    isIn[pair] = 1;
    list.push(pair);
  }
}

/** Pairs that each person starts with, by value. */
const BEST = 8;
/** Pairs that each mentee may add in a round. */
const ADDED = 4;
/** Rounds of column generation; two to four are usual, and the bound holds after any. */
const ROUNDS = 100;
/** What is taken for noise, of values of size 1 … 2. */
const NOISE = 1e-7;

/** Adds the best pairs of each person at the level. */
export function addBest({ model, level, pool }: Objective): void {
  const { mentees, mentors, mentor } = model.problem;
  const best = bestPairs(mentees + mentors, BEST);
  const value = level < 0 ? undefined : model.value[level];
  mentor.forEach((j, p) => {
    best.offer(model.menteeOf[p]!, p, value?.[p] ?? 0);
    best.offer(mentees + j, p, value?.[p] ?? 0);
  });
  addToPool(pool, best.pairs());
}

/**
 * Puts out the pairs for which no room is left, and says what is left of each row; `undefined` where a row cannot be kept.
 *
 * @param bounds - rows whose `most` is another one here
 */
export function leftOf(
  { rows }: Model,
  state: Uint8Array,
  bounds: ReadonlyMap<number, number>,
): Float64Array | undefined {
  const left = Float64Array.from(rows, ({ pairs, weights, most }, at) => {
    let sum = bounds.get(at) ?? most;
    pairs.forEach((pair, x) => {
      if (state[pair] === CHOSEN) sum -= weights[x]!;
    });
    return sum;
  });
  for (const [at, { pairs, weights, isPacking }] of rows.entries()) {
    if (!isPacking) continue;
    if (left[at]! < 0) return undefined;
    pairs.forEach((pair, x) => {
      if (weights[x]! > left[at]! && state[pair] === FREE) state[pair] = OUT;
    });
  }
  return left;
}

/** Solves the relaxation of a node, whose `state` is as {@link leftOf} left it. */
export function relax(objective: Objective, left: Float64Array): Relaxed {
  const { state } = objective;
  const scales = scalesOf(objective);
  const keptLeft = objective.kept.map((value, level) => {
    const { model } = objective;
    let chosen = 0;
    model.value[level]!.forEach((worth, p) => {
      if (state[p] === CHOSEN) chosen += worth;
    });
    return (chosen - value) / scales.kept[level]!;
  });
  const node: Node = { ...objective, left, keptLeft, scales };
  // Packages find out by themselves, mostly; where one says that there is nothing, the least that rows lack tells.
  let isFeasible = true;
  let best: Relaxed | undefined;
  // What keeps the rows, where a package found something once and then denied it.
  let start: Relaxed["share"] = new Map();
  let wasFeasible = false;
  for (let round = 0; round < ROUNDS; round++) {
    const solved = solveOver(node, isFeasible ? "level" : "debts");
    if (isFeasible && !solved.isFeasible) {
      isFeasible = false;
      continue;
    }
    const priced = price(node, solved, isFeasible);
    if (!isFeasible && priced.bound < -NOISE) return { ...priced, bound: Number.NEGATIVE_INFINITY };
    if (isFeasible && (best === undefined || priced.bound <= best.bound)) best = priced;
    const count = objective.pool.list.length;
    addToPool(objective.pool, priced.undervalued);
    if (isFeasible) {
      if (objective.pool.list.length === count) return { ...best!, share: priced.share };
    } else if (solved.debts < NOISE) {
      isFeasible = true;
      start = priced.share;
      if (round > 0 && wasFeasible) break;
      wasFeasible = true;
    } else if (objective.pool.list.length === count) break;
  }
  const unknown = { row: new Float64Array(left.length), keptDual: [], share: start };
  return best ?? { ...unknown, bound: Number.POSITIVE_INFINITY };
}

interface Node extends Objective {
  readonly left: Float64Array;
  /** what the kept levels' rows have left */
  readonly keptLeft: readonly number[];
  readonly scales: { readonly level: number; readonly kept: readonly number[] };
}

/** Powers of two by which values are divided: packages take what is below 1e-8 for nothing, and lotteries reach 2^32. */
function scalesOf({ model, level, kept }: Objective): Node["scales"] {
  const scaleOf = (at: number): number => {
    let greatest = 1;
    for (const worth of model.value[at]!) greatest = Math.max(greatest, Math.abs(worth));
    for (const { extra } of model.steps) greatest = Math.max(greatest, Math.abs(extra[at]!));
    let scale = 1;
    while (2 * scale <= greatest) scale *= 2;
    return scale;
  };
  return { level: level < 0 ? 1 : scaleOf(level), kept: kept.map((_, at) => scaleOf(at)) };
}

interface Solved {
  readonly isFeasible: boolean;
  readonly share: Map<number, number>;
  readonly row: Float64Array;
  readonly keptDual: number[];
  /** what the rows lack, where that is what was asked */
  readonly debts: number;
}

/** The programme over the pool: the level's, or the least that rows lack. */
function solveOver(node: Node, goal: "level" | "debts"): Solved {
  const { model, state, left, keptLeft, scales, pool, level } = node;
  const { rows, rowsOf, weightsOf, steps, value } = model;
  const free = pool.list.filter((p) => state[p] === FREE);
  // Most that the free pairs of the pool can make of each row: a row that they cannot break is left out.
  const reach = new Float64Array(rows.length);
  for (const p of free) {
    const weights = weightsOf[p]!;
    rowsOf[p]!.forEach((row, x) => {
      if (weights[x]! > 0) reach[row]! += weights[x]!;
    });
  }
  const isLink = new Set(steps.map(({ link }) => link));
  const isNeeded = (row: number): boolean => reach[row]! > left[row]! || left[row]! < 0 || isLink.has(row);
  const rowAt = new Int32Array(rows.length).fill(-1);
  const most: number[] = [];
  const use = (row: number): number => {
    if (rowAt[row] === -1) rowAt[row] = most.push(left[row]!) - 1;
    return rowAt[row]!;
  };
  left.forEach((one, row) => {
    if (one < 0) use(row);
  });
  const keptAt = keptLeft.map((one) => most.push(one) - 1);
  const isLevel = goal === "level" && level >= 0;
  const worth = (at: number, p: number): number => value[at]![p]!;
  const columns: LinearColumn[] = free.map((p) => {
    const inRows: number[] = [];
    const weights: number[] = [];
    let isBounded = false;
    rowsOf[p]!.forEach((row, x) => {
      if (!isNeeded(row)) return;
      isBounded ||= rows[row]!.isPacking && left[row]! <= weightsOf[p]![x]!;
      inRows.push(use(row));
      weights.push(weightsOf[p]![x]!);
    });
    keptAt.forEach((row, at) => {
      const share = -worth(at, p) / scales.kept[at]!;
      if (share === 0) return;
      inRows.push(row);
      weights.push(share);
    });
    // Elsewhere some row keeps a pair from being chosen twice.
    if (!isBounded) {
      inRows.push(most.push(1) - 1);
      weights.push(1);
    }
    return { cost: isLevel ? worth(level, p) / scales.level : 0, rows: inRows, weights };
  });
  for (const { link, count, extra } of steps) {
    const inRows = [use(link), most.push(count) - 1];
    const weights = [1, 1];
    keptAt.forEach((row, at) => {
      inRows.push(row);
      weights.push(-extra[at]! / scales.kept[at]!);
    });
    columns.push({ cost: isLevel ? extra[level]! / scales.level : 0, rows: inRows, weights });
  }
  const others = columns.length;
  // What a row lacks is paid by a column that is bounded by the debt: choosing nothing is where such a programme starts.
  const debts = goal === "debts" ? [...most.keys()].filter((row) => most[row]! < 0) : [];
  const isDebt = new Set(debts);
  let owed = 0;
  for (const row of debts) {
    const debt = -most[row]!;
    owed += debt;
    most[row] = 0;
    columns.push({ cost: 1, rows: [row, most.push(debt) - 1], weights: [1, 1] });
  }
  pool.cells += most.length * columns.length;
  const solution = node.solve({ most, columns });
  const dualOf = (row: number): number =>
    row === -1 ? 0 : Math.min(isDebt.has(row) ? 1 : Number.POSITIVE_INFINITY, Math.max(0, solution.dual[row]!));
  return {
    isFeasible: solution.isFeasible,
    share: new Map(free.map((p, at) => [p, solution.value[at]!])),
    row: Float64Array.from(rowAt, dualOf),
    keptDual: keptAt.map(dualOf),
    debts: solution.value.slice(others).reduce((left, paid) => left - paid, owed),
  };
}

/** The bound that the duals give over all free pairs, and those that they undervalue, the most undervalued of each mentee. */
function price(node: Node, solved: Solved, isLevel: boolean): Relaxed & { readonly undervalued: Int32Array } {
  const { model, state, left, keptLeft, scales, level, pool } = node;
  const { row, keptDual, share } = solved;
  const { value, steps, problem, menteeOf } = model;
  const cost = isLevel && level >= 0 ? value[level] : undefined;
  const best = bestPairs(problem.mentees, ADDED);
  let sum = 0;
  row.forEach((dual, at) => {
    if (dual !== 0) sum += dual * left[at]!;
  });
  keptDual.forEach((dual, at) => {
    sum += dual * keptLeft[at]!;
  });
  let fixed = 0;
  for (let p = 0; p < state.length; p++) {
    if (state[p] === CHOSEN) fixed += cost?.[p] ?? 0;
    if (state[p] !== FREE) continue;
    let reduced = cost === undefined ? 0 : cost[p]! / scales.level;
    keptDual.forEach((dual, at) => {
      if (dual !== 0) reduced += (dual * value[at]![p]!) / scales.kept[at]!;
    });
    const [own, weights] = [model.rowsOf[p]!, model.weightsOf[p]!];
    for (let x = 0; x < own.length; x++) reduced -= row[own[x]!]! * weights[x]!;
    if (reduced <= 0) continue;
    sum += reduced;
    if (reduced > NOISE && pool.isIn[p] === 0) best.offer(menteeOf[p]!, p, reduced);
  }
  for (const { link, count, extra } of steps) {
    let reduced = (isLevel && level >= 0 ? extra[level]! / scales.level : 0) - row[link]!;
    keptDual.forEach((dual, at) => {
      reduced += (dual * extra[at]!) / scales.kept[at]!;
    });
    if (reduced > 0) sum += reduced * count;
  }
  return {
    bound: sum * scales.level + fixed,
    share,
    row: row.map((dual) => dual * scales.level),
    keptDual: keptDual.map((dual, at) => (dual * scales.level) / scales.kept[at]!),
    undervalued: best.pairs(),
  };
}

/**
 * Decides pairs by their reduced values (Dantzig, Fulkerson & Johnson 1954): where choosing one, or not choosing it, costs more
 * than the bound is above the value, no assignment of that value does.
 */
export function fixPairsBy({ model, level, state }: Objective, { bound, row, keptDual }: Relaxed, value: number): void {
  const gap = bound - value + 1e-6 + 1e-9 * Math.abs(bound);
  if (!(gap < Number.POSITIVE_INFINITY)) return;
  // Pairs for which there is no room took no part in the bound.
  leftOf(model, state, new Map());
  const { rowsOf, weightsOf } = model;
  for (let p = 0; p < state.length; p++) {
    if (state[p] !== FREE) continue;
    let reduced = model.value[level]![p]!;
    keptDual.forEach((dual, at) => {
      reduced += dual * model.value[at]![p]!;
    });
    rowsOf[p]!.forEach((at, x) => {
      reduced -= row[at]! * weightsOf[p]![x]!;
    });
    if (reduced < -gap) state[p] = OUT;
    else if (reduced > gap) state[p] = CHOSEN;
  }
}
