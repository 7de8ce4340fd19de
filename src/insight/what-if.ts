/** The same question asked of another pool or policy: solved again and checked, never guessed. */
import { SolverError } from "../errors.js";
import { type Priority, urgencyOf } from "../level-terms.js";
import { match } from "../matching/match.js";
import { levelsOf, type Policy } from "../policy/policy.js";
import type { MatchResult, Pool } from "../types.js";
import { verify } from "./verify.js";

/** How much a level differs between two results. */
export interface LevelDifference {
  /** the level's name in the objective, `"coverage"` */
  readonly name: string;
  /**
   * an integer for each component of the level, the other's less the first's. `priority` has one for each group of the pool's
   * mentees, also where nobody of it could be matched and the level's value has none
   */
  readonly difference: readonly number[];
}

/**
 * What `match` makes of a changed pool or policy, checked by `verify`.
 *
 * @throws SolverError `"wrong-answer"` where the check refutes it
 */
export function solvedAnew(pool: Pool, policy: Policy): MatchResult {
  const result = match(pool, policy);
  const { status, issues } = verify(pool, policy, result);
  if (status !== "refuted") return result;
  throw new SolverError("wrong-answer", `Cannot trust what was solved again: ${issues[0]?.code}`, {
    issues: issues.length,
  });
}

/** The people whom two results are of, and what decides who comes first. */
export interface Asked {
  readonly pool: Pool;
  readonly policy: Policy;
}

/** Level by level what `after` has more than `before`, both of these mentees; a level that only one of them has is left out. */
export function levelDifferences(before: MatchResult, after: MatchResult, asked: Asked): readonly LevelDifference[] {
  const [then, now] = [before, after].map(({ levels }) => new Map(levels.map(({ name, value }) => [name, value])));
  return namesOf(after, asked).flatMap((name): LevelDifference[] => {
    if (name === "priority") return [{ name, difference: groupDifferences(before, after, asked) }];
    const [earlier, later] = [then!.get(name), now!.get(name)!];
    if (earlier === undefined) return [];
    const length = Math.max(later.length, earlier.length);
    return [{ name, difference: Array.from({ length }, (_, at) => (later[at] ?? 0) - (earlier[at] ?? 0)) }];
  });
}

/** The levels of a result, with `priority` in its place also where there was nobody whom anybody could have. */
function namesOf({ levels }: MatchResult, { policy }: Asked): readonly string[] {
  const names = levels.map(({ name }) => name);
  const at = levelsOf(policy).findIndex(({ name }) => name === "priority");
  return at < 0 || names.includes("priority") ? names : [...names.slice(0, at), "priority", ...names.slice(at)];
}

/**
 * How urgent each mentee is to the policy's `priority`, and its groups, the most urgent first. A value has components only for
 * groups of which somebody could be matched: those of two results may speak of different groups.
 */
export function priorityGroups({ pool, policy }: Asked): {
  readonly urgency: readonly number[];
  readonly groups: readonly number[];
} {
  const level = levelsOf(policy).find(({ name }) => name === "priority");
  const { by = "waiting", step = "month" } = (level?.json ?? {}) as Partial<Priority>;
  const urgency = urgencyOf(pool.mentees, pool.asOf, { by, step });
  return { urgency, groups: [...new Set(urgency)].sort((a, b) => (a > b ? -1 : 1)) };
}

/** How many more of each group are served. */
function groupDifferences(before: MatchResult, after: MatchResult, asked: Asked): readonly number[] {
  const { urgency, groups } = priorityGroups(asked);
  const groupOf = new Map(asked.pool.mentees.map(({ id }, mentee) => [id, urgency[mentee]!]));
  const more = new Map(groups.map((group) => [group, 0]));
  const count = ({ matches }: MatchResult, one: number): void => {
    for (const id of new Set(matches.map(({ menteeId }) => menteeId))) {
      const group = groupOf.get(id)!;
      more.set(group, more.get(group)! + one);
    }
  };
  count(before, -1);
  count(after, 1);
  return groups.map((group) => more.get(group)!);
}

/**
 * What each level before the lottery loses from `before` to `after`, where the two differ in words on pairs only: kept pairs
 * are counted anew, because a lock takes a pair out of those that may move, and draws are of no worth.
 */
export function pricesBetween(before: MatchResult, after: MatchResult, asked: Asked): readonly LevelDifference[] {
  const kept = ({ matches }: MatchResult): number => matches.filter(({ origin }) => origin === "standing").length;
  return levelDifferences(after, before, asked)
    .filter(({ name }) => name !== "lottery")
    .map((level) => (level.name === "keep" ? { ...level, difference: [kept(before) - kept(after)] } : level));
}

/** Whether pairs that are decided go beyond places, limits or constraints in `after` that they keep in `before`. */
export function goesBeyond(before: MatchResult, after: MatchResult): boolean {
  const over = ({ findings }: MatchResult): string[] =>
    findings.filter(({ code }) => OVER.includes(code)).map((finding) => JSON.stringify(finding));
  const known = over(before);
  return over(after).some((finding) => !known.includes(finding));
}

const OVER: readonly string[] = ["over-capacity", "over-limit", "over-constraint"];

/** The mentees who have more mentors in `after` than in `before`, and those who have fewer, each in order of id. */
export function whoChanges(
  before: MatchResult,
  after: MatchResult,
): { readonly gains: readonly string[]; readonly loses: readonly string[] } {
  const count = new Map<string, number>();
  for (const { menteeId } of before.matches) count.set(menteeId, (count.get(menteeId) ?? 0) - 1);
  for (const { menteeId } of after.matches) count.set(menteeId, (count.get(menteeId) ?? 0) + 1);
  const those = (sign: number): string[] =>
    [...count]
      .filter(([, more]) => Math.sign(more) === sign)
      .map(([id]) => id)
      .sort();
  return { gains: those(1), loses: those(-1) };
}
