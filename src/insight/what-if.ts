/** The same question asked of another pool or policy: solved again and checked, never guessed. */
import { SolverError } from "../errors.js";
import { match } from "../matching/match.js";
import type { Policy } from "../policy/policy.js";
import type { LevelValue, MatchResult, Pool } from "../types.js";
import { verify } from "./verify.js";

/** How much a level differs between two results: an integer for each of its components, the other's less the first's. */
export interface LevelDifference {
  readonly name: string;
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

/** Level by level what `after` has more than `before`; a level that only one of them has is left out. */
export function levelDifferences(before: MatchResult, after: MatchResult): readonly LevelDifference[] {
  const then = new Map(before.levels.map((level): [string, LevelValue] => [level.name, level]));
  return after.levels.flatMap(({ name, value }): LevelDifference[] => {
    const earlier = then.get(name);
    if (earlier === undefined) return [];
    const length = Math.max(value.length, earlier.value.length);
    const difference = Array.from({ length }, (_, at) => (value[at] ?? 0) - (earlier.value[at] ?? 0));
    return [{ name, difference }];
  });
}

/**
 * What each level before the lottery loses from `before` to `after`, where the two differ in words on pairs only: kept pairs
 * are counted anew, because a lock takes a pair out of those that may move, and draws are of no worth.
 */
export function pricesBetween(before: MatchResult, after: MatchResult): readonly LevelDifference[] {
  const kept = ({ matches }: MatchResult): number => matches.filter(({ origin }) => origin === "standing").length;
  return levelDifferences(after, before)
    .filter(({ name }) => name !== "lottery")
    .map((level) => (level.name === "keep" ? { ...level, difference: [kept(before) - kept(after)] } : level));
}

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
