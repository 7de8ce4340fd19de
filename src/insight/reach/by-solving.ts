/** The tightest shortage where limits cut across each other and leave no paths: one integer programme for each that is left out. */
import { SolverError } from "../../errors.js";
import { limitGroups } from "../../matching/limit-groups.js";
import { eligiblePairs } from "../../matching/pairs.js";
import { formProblem } from "../../matching/problem.js";
import { integerProgramme } from "../../matching/solvers/integer.js";
import { solveLinear } from "../../matching/solvers/linear-program.js";
import type { Limit, Problem } from "../../matching/solvers/solver.js";
import type { Case } from "../case.js";
import { withRoom } from "./opened.js";
import type { Short } from "./reached.js";

/** Pairs, times mentees and bounds that might be left out: beyond this nothing is looked for. */
const MOST_WORK = 400_000;

/**
 * Everybody with a mentor is asked to keep one, and she to get one; then whoever and whatever can be left out is, one after
 * the other, while they still cannot (a deletion filter; Chinneck 2008, ch. 6).
 *
 * @returns `"open"` where all could have one; `undefined` where constraints stand in the way, or it would take too long
 */
export function shortBySolving(one: Case, start: number): Short | "open" | undefined {
  const { columns, fixed, mentorsOf, isFixed } = one;
  const opened = withRoom(one);
  const pairs = eligiblePairs(columns, opened)!;
  const problem = formProblem(columns, opened, pairs);
  if (problem.constraints !== undefined) return undefined;
  const groups = limitGroups(columns, fixed);
  const keeps = (mentee: number): boolean =>
    mentorsOf[mentee]!.length > 0 && mentorsOf[mentee]!.every((mentor) => !isFixed(mentee, mentor));
  let mentees = [start, ...columns.mentees.keys()].filter((mentee, at) => at === 0 || keeps(mentee));
  let bounds: readonly Bound[] = [
    ...columns.mentors.map((_, mentor): Bound => ({ sort: "most", mentor })),
    ...columns.mentors.map((_, mentor): Bound => ({ sort: "least", mentor })),
    ...groups.flatMap(({ least, most }, limit): Bound[] => [
      ...(most < Number.POSITIVE_INFINITY ? [{ sort: "most" as const, limit }] : []),
      ...(least > 0 ? [{ sort: "least" as const, limit }] : []),
    ]),
  ].filter(({ sort, mentor }) => mentor === undefined || sort === "most" || fixed.minimum[mentor]! > 0);
  if (pairs.mentor.length * (mentees.length + bounds.length) > MOST_WORK) return undefined;

  const isShort = (asked: readonly number[], kept: readonly Bound[]): boolean => {
    const found = integerProgramme(boundBy(problem, fixed, groups, asked, kept), solveLinear);
    const served = new Set(Array.from(found.chosen, (pair) => menteeOf(problem, pair)));
    return asked.some((mentee) => !served.has(mentee));
  };
  try {
    if (!isShort(mentees, bounds)) return "open";
    for (const mentee of mentees.slice(1).reverse()) {
      const rest = mentees.filter((other) => other !== mentee);
      if (isShort(rest, bounds)) mentees = rest;
    }
    for (const bound of bounds) {
      const rest = bounds.filter((other) => other !== bound);
      if (isShort(mentees, rest)) bounds = rest;
    }
  } catch (error) {
    if (error instanceof SolverError) return undefined;
    throw error;
  }
  const mentorsAt = (sort: Bound["sort"]): number[] =>
    bounds.flatMap((bound) => (bound.mentor === undefined || bound.sort !== sort ? [] : [bound.mentor]));
  return {
    mentees,
    mentors: mentorsAt("most"),
    limits: bounds.flatMap(({ sort, limit }) => (limit === undefined ? [] : [{ group: groups[limit]!, bound: sort }])),
    minima: mentorsAt("least"),
  };
}

/** A mentor's places or minimum, or a bound of a limit. */
interface Bound {
  readonly sort: "most" | "least";
  readonly mentor?: number;
  readonly limit?: number;
}

/** The same pairs under these bounds only; most of these mentees with a mentor is the one thing asked for. */
function boundBy(
  problem: Problem,
  { capacity, minimum }: Pick<Case["fixed"], "capacity" | "minimum">,
  groups: readonly Limit[],
  asked: readonly number[],
  kept: readonly Bound[],
): Problem {
  const all = Int32Array.from(capacity, () => problem.mentees);
  const none = new Int32Array(minimum.length);
  const limits = groups.map((group) => ({ ...group, least: 0, most: Number.POSITIVE_INFINITY }));
  for (const { sort, mentor, limit } of kept) {
    if (limit !== undefined) limits[limit]![sort] = groups[limit]![sort];
    else if (sort === "most") all[mentor!] = capacity[mentor!]!;
    else none[mentor!] = minimum[mentor!]!;
  }
  const units = problem.demand.reduce((sum, places) => sum + places, 0);
  const mentee = new Int32Array(units);
  const isAsked = new Set(asked);
  problem.demand.reduce((at, places, who) => {
    if (places > 0 && isAsked.has(who)) mentee[at] = 1;
    return at + places;
  }, 0);
  return { ...problem, capacity: all, minimum: none, limits, levels: [{ name: "coverage", mentee }] };
}

function menteeOf({ start }: Problem, pair: number): number {
  let [low, high] = [0, start.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (start[middle]! <= pair) low = middle;
    else high = middle;
  }
  return low;
}
