/**
 * Why nothing is feasible: limits and minima that cannot be kept together though any of them could be given up for the others,
 * and what comes nearest to each while everything else that is asked is kept.
 */
import { limitedPairs } from "../limited-pairs.js";
import type { Conflict, Limit, LinearLevel, Prices, Problem } from "../solver.js";

/** Solves a problem's feasibility: prices that refute it, or nothing; `"stopped"` where the caller stopped it. */
export type Refute = (problem: Problem) => Prices | undefined | "stopped";

/** Finds the greatest value of a problem's only level; `undefined` where nothing is feasible. */
export type Greatest = (problem: Problem) => number | undefined;

/**
 * An irreducible part of the constraints that a refutation counts on, and prices that count on these alone: each is left out
 * in turn, and stays out where the rest is still refuted.
 *
 * @remarks At most one solution for each constraint of the refutation; each refutation found narrows the next
 */
export function irreducible(
  problem: Problem,
  refutation: Prices,
  refute: Refute,
): { readonly prices: Prices; readonly conflicts: readonly Conflict[] } {
  let prices = refutation;
  let kept = countedOn(problem, prices);
  for (const conflict of kept) {
    if (!kept.some((one) => isSame(one, conflict))) continue;
    const others = kept.filter((one) => !isSame(one, conflict));
    const without = only(problem, others);
    const found = refute(without);
    if (found === undefined || found === "stopped") continue;
    prices = found;
    kept = countedOn(without, found);
  }
  return { prices, conflicts: kept };
}

/** The same conflicts, each with the count nearest to its bound that everything else allows, where anything does. */
export function withNearest(problem: Problem, conflicts: readonly Conflict[], greatest: Greatest): readonly Conflict[] {
  return conflicts.map((conflict) => {
    const sign = conflict.bound === "least" ? 1 : -1;
    const level = counting(problem, conflict, sign);
    const value = greatest({ ...givenUp(problem, conflict), levels: [level] });
    return value === undefined ? conflict : { ...conflict, nearest: sign * value + 0 };
  });
}

const isSame = (a: Conflict, b: Conflict): boolean => a.limit === b.limit && a.mentor === b.mentor;

/** The bounds that prices count on: what a limit may have at most where its price is positive, its least where it is negative. */
function countedOn(
  { minimum, limits = [] }: Problem,
  { limit = new Float64Array(0), mentor }: Prices,
): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  limit.forEach((price, g) => {
    // A least of 0 asks for nothing, whatever its price.
    if (price > 0 || (price < 0 && limits[g]!.least > 0))
      conflicts.push({ limit: g, bound: price > 0 ? "most" : "least" });
  });
  minimum.forEach((least, j) => {
    if (least > 0 && mentor[j]! < 0) conflicts.push({ mentor: j, bound: "least" });
  });
  return conflicts;
}

const unbounded = (limit: Limit): Limit => ({ ...limit, least: 0, most: Number.POSITIVE_INFINITY });

/** The problem with these bounds and no others but people's places. */
function only(problem: Problem, conflicts: readonly Conflict[]): Problem {
  const limits = (problem.limits ?? []).map(unbounded);
  const minimum = new Int32Array(problem.mentors);
  for (const { limit, mentor, bound } of conflicts) {
    if (limit !== undefined) limits[limit] = { ...limits[limit]!, [bound]: problem.limits![limit]![bound] };
    if (mentor !== undefined) minimum[mentor] = problem.minimum[mentor]!;
  }
  return { ...problem, limits, minimum };
}

function givenUp(problem: Problem, { limit, mentor, bound }: Conflict): Problem {
  const free = bound === "least" ? 0 : Number.POSITIVE_INFINITY;
  const limits = (problem.limits ?? []).map((one, g) => (g === limit ? { ...one, [bound]: free } : one));
  return { ...problem, limits, minimum: problem.minimum.map((least, j) => (j === mentor ? 0 : least)) };
}

/** What a bound counts, or minus that. */
function counting(problem: Problem, { limit, mentor }: Conflict, sign: number): LinearLevel {
  const pair = new Int32Array(problem.mentor.length);
  const counted = limit === undefined ? { mentors: Int32Array.of(mentor!) } : problem.limits![limit]!;
  for (const p of limitedPairs(problem, { least: 0, most: 0, ...counted })) pair[p] = sign;
  return { name: "counted", pair };
}
