/** What one more place at each mentor gains, and what each recruit would: from prices where those are exact, else solved again. */
import { compile } from "../../matching/compile.js";
import { fixPairs } from "../../matching/fixed.js";
import { eligiblePairs } from "../../matching/pairs.js";
import { formProblem } from "../../matching/problem.js";
import type { LinearLevel } from "../../matching/solvers/solver.js";
import { levelsOf, type Policy } from "../../policy/policy.js";
import { parsePolicy } from "../../policy.js";
import { parsePool } from "../../pool.js";
import type { MatchResult, Mentee, Mentor, Pool } from "../../types.js";
import { type Asked, type LevelDifference, priorityGroups } from "../what-if.js";
import type { Gain } from "./gain.js";
import { isMore, pairValue, worthOfPlaces } from "./one-place.js";

/** The same pool, in which so many places are there and more can be given; a ceiling binds nobody any more. */
export function opened(pool: Pool, policy: Policy): { readonly pool: Pool; readonly policy: Policy } {
  const { default: usual, max = Number.POSITIVE_INFINITY } = policy.capacity;
  const mentors = pool.mentors.map((mentor) => ({ ...mentor, capacity: Math.min(mentor.capacity ?? usual, max) }));
  return {
    pool: parsePool({ ...pool, mentors }),
    policy: parsePolicy({ ...policy, capacity: { default: usual } }),
  };
}

/** An opened pool with so many more places at a mentor. */
export function withPlaces(pool: Pool, mentorId: string, more: number): Pool {
  const mentors = pool.mentors.map((mentor) =>
    mentor.id === mentorId ? { ...mentor, capacity: mentor.capacity! + more } : mentor,
  );
  return parsePool({ ...pool, mentors });
}

/** An opened pool with so many recruits of one profile. */
export function withRecruits(pool: Pool, recruit: Mentor, count: number): Pool {
  const recruits = Array.from({ length: count }, (_, at) => ({ ...recruit, id: `${recruit.id}-${at}` }));
  return parsePool({ ...pool, mentors: [...pool.mentors, ...recruits] });
}

/** A recruit, as far as prices tell. */
export interface PricedRecruit {
  /** where it stands among those given */
  readonly at: number;
  /** what so many of them gain at most, at each component of the levels */
  readonly bound: Float64Array;
}

/** What prices tell: exact gains of one more place, and a bound for each recruit who would gain anything. */
export interface Priced {
  readonly gains: readonly { readonly mentorId: string; readonly gain: Gain }[];
  /** recruits that no price tells apart stand there once, the first of them */
  readonly recruits: readonly PricedRecruit[];
  /** where each component of a bound stands in a gain that was solved again */
  readonly components: readonly { readonly name: string; readonly at: number }[];
}

/** Whether prices tell exactly: on a network, of a result that is proved, with coverage and score among the levels. */
export function arePricesExact(policy: Policy, { status, run }: MatchResult): boolean {
  const names = levelsOf(policy).map(({ name }) => name);
  return (
    status === "proved" &&
    run.solver === "flow" &&
    policy.constraints.length + policy.limits.length === 0 &&
    policy.standing.pairs === "fixed" &&
    ["coverage", "score"].every((name) => names.includes(name))
  );
}

/**
 * The worth of one more place at each mentor of an opened pool, and of recruits.
 *
 * @param most - how many of each recruit the bound is for
 */
export function pricePlaces(
  pool: Pool,
  policy: Policy,
  best: MatchResult,
  recruits: readonly Mentor[],
  most: number,
): Priced {
  const one = (mentor: Mentor): Mentor => ({ ...mentor, capacity: mentor.capacity! + 1 });
  const extended = parsePool({ ...pool, mentors: [...pool.mentors.map(one), ...recruits] });
  const columns = compile(extended, policy);
  const fixed = fixPairs(columns);
  const pairs = eligiblePairs(columns, fixed)!;
  const problem = formProblem(columns, fixed, pairs);
  const levels = problem.levels.filter(({ name }) => name !== "lottery");
  const recruitAt = new Map(recruits.map(({ id }, at) => [id, at]));
  const used = fixed.mentorUsed;
  const places = Int32Array.from(columns.mentors, ({ id, capacity }, mentor) =>
    recruitAt.has(id) ? 0 : Math.max(0, capacity! - 1 - used[mentor]!),
  );
  const chosen = new Uint8Array(pairs.mentor.length);
  for (const { menteeId, mentorId, origin } of best.matches) {
    if (origin !== "new") continue;
    const mentee = columns.menteeIndex.get(menteeId)!;
    const mentor = columns.mentorIndex.get(mentorId)!;
    const row = pairs.mentor.subarray(pairs.start[mentee]!, pairs.start[mentee + 1]!);
    chosen[pairs.start[mentee]! + row.indexOf(mentor)] = 1;
  }
  const worths = worthOfPlaces({ problem, levels, chosen, places });

  const size = levels.length;
  const components = componentsOf({ pool, policy }, levels, columns.mentees, (mentee) => {
    return problem.demand[mentee]! + fixed.menteeUsed[mentee]! > 0;
  });
  const gains = columns.mentors.flatMap(({ id }, mentor) => {
    const worth = worths.mentor.subarray(mentor * size, (mentor + 1) * size);
    return recruitAt.has(id) || worth.every((value) => value === 0)
      ? []
      : [{ mentorId: id, gain: gainIn(components, worth) }];
  });

  // Of each recruit the best mentees, whose worths add up to what so many of them gain at most.
  const rows = new Map<number, { readonly mentees: string[]; readonly top: Float64Array[] }>();
  const nothing = new Float64Array(size);
  for (let mentee = 0; mentee < columns.mentees.length; mentee++) {
    if (worths.isFree[mentee] === 0) continue;
    for (let p = pairs.start[mentee]!; p < pairs.start[mentee + 1]!; p++) {
      const mentor = pairs.mentor[p]!;
      const at = recruitAt.get(columns.mentors[mentor]!.id);
      if (at === undefined) continue;
      const worth = Float64Array.from(
        levels,
        (level, l) => worths.mentee[mentee * size + l]! + pairValue(level, mentee, mentor, p),
      );
      const row = rows.get(at) ?? { mentees: [], top: [] };
      rows.set(at, row);
      row.mentees.push(`${mentee}:${pairs.score[p]}`);
      // Somebody who asks for several mentors may have several of them.
      const units = Math.min(most, problem.demand[mentee]!);
      for (let unit = 0; unit < units && isMore(worth, nothing, 0); unit++) keepTop(row.top, worth, most);
    }
  }
  const known = new Set<string>();
  const priced = [...rows]
    .sort(([a], [b]) => a - b)
    .flatMap(([at, { mentees, top }]): PricedRecruit[] => {
      const key = mentees.join(" ");
      if (top.length === 0 || known.has(key)) return [];
      known.add(key);
      const bound = new Float64Array(size);
      for (const worth of top) for (let l = 0; l < size; l++) bound[l]! += worth[l]!;
      return [{ at, bound }];
    });
  return {
    gains,
    components,
    recruits: priced.sort(
      (a, b) => Number(isMore(b.bound, a.bound, 0)) - Number(isMore(a.bound, b.bound, 0)) || a.at - b.at,
    ),
  };
}

/** Adds a worth to the greatest ones, greatest first. */
export function keepTop(top: Float64Array[], worth: Float64Array, most: number): void {
  let at = top.length;
  while (at > 0 && isMore(worth, top[at - 1]!, 0)) at--;
  top.splice(at, 0, worth);
  if (top.length > most) top.pop();
}

/** Where each component of these levels stands in a difference of results. */
export function componentsOf(
  asked: Asked,
  levels: readonly LinearLevel[],
  mentees: readonly Mentee[],
  asks: (mentee: number) => boolean,
): Priced["components"] {
  const { urgency, groups } = priorityGroups(asked);
  const urgencyOf = new Map(asked.pool.mentees.map(({ id }, mentee) => [id, urgency[mentee]!]));
  const asking = new Set(mentees.filter((_, mentee) => asks(mentee)).map(({ id }) => urgencyOf.get(id)!));
  const here = groups.filter((group) => asking.has(group));
  return levels.map(({ name }, l) => {
    const nth = levels.slice(0, l).filter((level) => level.name === name).length;
    return { name, at: name === "priority" ? groups.indexOf(here[nth]!) : nth };
  });
}

/** A worth as a gain. */
function gainIn(components: Priced["components"], worth: Float64Array): Gain {
  const names = [...new Set(components.map(({ name }) => name))];
  const differences = names.map((name): LevelDifference => {
    const own = components.flatMap((one, l) => (one.name === name ? [{ at: one.at, worth: worth[l]! }] : []));
    const difference = Array.from({ length: 1 + Math.max(...own.map(({ at }) => at)) }, () => 0);
    for (const one of own) difference[one.at] = one.worth;
    return { name, difference };
  });
  const first = (name: string): number => differences.find((level) => level.name === name)!.difference[0]!;
  return { people: first("coverage"), score: first("score"), levels: differences };
}

/** Whether a gain of a re-solve reaches a bound. */
export function reaches({ levels }: Gain, bound: Float64Array, components: Priced["components"]): boolean {
  const differences = new Map(levels.map(({ name, difference }) => [name, difference]));
  const gained = Float64Array.from(components, ({ name, at }) => differences.get(name)?.[at] ?? 0);
  return !isMore(bound, gained, 0);
}
