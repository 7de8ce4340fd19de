/**
 * From duals to a proof (Lagrange; Geoffrion 1974). What cuts across is given prices, rounded to whole numbers, and taken off
 * the values of the pairs that it counts. What is left is a network, whose own prices are exact: all of them together bound
 * every assignment, and prove the one that reaches the bound.
 */
import { SolverError } from "../../../errors.js";
import type { Assignment, LinearLevel, Prices, Problem, Row } from "../solver.js";
import type { Model } from "./model.js";
import type { Relaxed } from "./relaxation.js";

type SolveNetwork = (network: Problem, onProgress: undefined) => Assignment;

/** Prices with the rows that they count on. */
type Proof = Required<Pick<Assignment, "prices" | "cuts">>;

/** Multipliers of the levels solved so far. */
export interface Multipliers {
  readonly model: Model;
  readonly network: Problem;
  /** for each level the multiplier of each row of the model that is no part of the network */
  readonly levels: Float64Array[];
  isTight: boolean;
}

export const newMultipliers = (model: Model, network: Problem): Multipliers => ({
  model,
  network,
  levels: [],
  isTight: true,
});

/**
 * Takes the duals of one more level. What a dual of an earlier level's row is worth is taken off in that level's own
 * multipliers. From the first level on whose relaxation is worth more than any assignment, the rest proves nothing.
 */
export function addLevel(all: Multipliers, { row, keptDual }: Relaxed, isTight: boolean): void {
  const own = new Float64Array(row.length);
  if (all.isTight) {
    row.forEach((dual, at) => {
      if (!isOuter(all, at)) return;
      const earlier = keptDual.reduce((sum, weight, level) => sum + weight * (all.levels[level]![at] ?? 0), 0);
      own[at] = Math.round(dual - earlier) + 0;
    });
  }
  all.isTight &&= isTight;
  all.levels.push(own);
}

/** Prices of everybody, limits and rows; those of the network alone where the multipliers are too great to be added. */
export function proofOf(all: Multipliers, solveNetwork: SolveNetwork, relaxed: readonly Prices[]): Proof {
  const { rows } = all.model;
  const used = rows.map((_, at) => isAbove(all.levels, at));
  const isUseful = used.includes(true);
  const levels = all.network.levels.map((level, at) => {
    const own = all.levels[at]!.map((price, row) => (used[row] === true ? price : 0));
    return { level, own };
  });
  let inner = relaxed;
  try {
    if (isUseful) {
      const priced = levels.map(({ level, own }) => reducedBy(all, level, own));
      inner = solveNetwork({ ...all.network, levels: priced }, undefined).prices;
    }
  } catch (error) {
    if (!(error instanceof SolverError)) throw error;
    return joined(all, relaxed, []);
  }
  return joined(
    all,
    inner,
    levels.map(({ own }) => own),
  );
}

/** Prices with which even nothing at all has a bound below 0, if the duals tell any; a fraction becomes whole if multiplied. */
export function refutationOf(
  all: Multipliers,
  { row }: Relaxed,
  solveNetwork: SolveNetwork,
): { readonly refutation?: Prices; readonly cuts?: readonly Row[] } {
  for (let times = 1; times <= MOST_TIMES; times++) {
    const own = row.map((dual, at) => (isOuter(all, at) ? Math.round(dual * times) + 0 : 0));
    if (own.every((price) => price === 0)) continue;
    const nothing: LinearLevel = { name: "nothing" };
    const level = reducedBy(all, nothing, own);
    const { chosen, prices } = solveNetwork({ ...all.network, levels: [level] }, undefined);
    let bound = chosen.reduce((sum, p) => sum + (level.pair as Float64Array)[p]!, 0);
    own.forEach((price, at) => {
      if (price !== 0) bound += price * all.model.rows[at]!.most;
    });
    if (bound >= 0) continue;
    const { prices: priced, cuts } = joined(all, prices, [own]);
    return { refutation: priced[0]!, cuts };
  }
  return {};
}

/** Rows that the network does not have. */
function isOuter({ model, network }: Multipliers, at: number): boolean {
  const { origin } = model.rows[at]!;
  return origin.of === "row" || (origin.of === "limit" && network.limits === undefined);
}

/** A level with what the rows are priced at taken off its pairs. */
function reducedBy({ model }: Multipliers, level: LinearLevel, own: Float64Array): LinearLevel {
  const { menteeOf, problem, rowsOf, weightsOf } = model;
  if (own.every((price) => price === 0)) return level;
  const { pair } = level;
  const reduced = new Float64Array(menteeOf.length);
  for (let p = 0; p < reduced.length; p++) {
    let worth = typeof pair === "function" ? pair(menteeOf[p]!, problem.mentor[p]!) : (pair?.[p] ?? 0);
    rowsOf[p]!.forEach((row, x) => {
      worth -= (own[row] ?? 0) * weightsOf[p]![x]!;
    });
    reduced[p] = worth;
  }
  return { ...level, pair: reduced };
}

/** The network's prices with those of the rows that it does not have. */
function joined(all: Multipliers, inner: readonly Prices[], own: readonly Float64Array[]): Proof {
  const { rows, problem } = all.model;
  const known = problem.constraints?.rows.length ?? 0;
  const cuts: Row[] = [];
  const place = new Map<number, number>();
  rows.forEach((row, at) => {
    if (row.origin.of !== "row") return;
    const isPriced = own.some((prices) => (prices[at] ?? 0) !== 0);
    if (row.origin.row < known) place.set(at, row.origin.row);
    else if (isPriced) place.set(at, known + cuts.push(row.row) - 1);
  });
  const prices = inner.map((price, level): Prices => {
    const limit = price.limit ?? new Float64Array(problem.limits?.length ?? 0);
    const ofRow = new Float64Array(known + cuts.length);
    own[level]?.forEach((multiplier, at) => {
      const { origin } = rows[at]!;
      if (origin.of === "row" && place.has(at)) ofRow[place.get(at)!] = multiplier;
      if (origin.of === "limit" && isOuter(all, at)) {
        limit[origin.limit]! += origin.bound === "most" ? multiplier : -multiplier;
      }
    });
    return {
      mentee: price.mentee,
      mentor: price.mentor,
      ...(problem.limits === undefined ? {} : { limit }),
      ...(problem.constraints === undefined ? {} : { row: ofRow }),
    };
  });
  return { prices, cuts };
}

/** How often duals are multiplied at most to become whole: all fractions of up to twelve parts do by then. */
const MOST_TIMES = 12;

/** Whether a row's multipliers are above 0 over all levels at once: below, they would bound nothing. */
function isAbove(levels: readonly Float64Array[], at: number): boolean {
  for (const level of levels) if ((level[at] ?? 0) !== 0) return level[at]! > 0;
  return false;
}
