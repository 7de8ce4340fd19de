/** Pairs on which somebody has spoken: vetoes, forbids, ended pairs that stay ended, and rules set aside. */
import type { Pool } from "../types.js";

/** What is said of single pairs, by mentee and then by mentor. */
export interface SpecialPairs {
  /** ids of what bars a pair whatever the rules say: `"forbid"`, `"avoid"`, `"ended-pair"` */
  readonly barred: readonly (ReadonlyMap<number, readonly string[]> | undefined)[];
  /** ids of the rules that an override sets aside for a pair */
  readonly overridden: readonly (ReadonlyMap<number, readonly string[]> | undefined)[];
}

/** Collects them. Ids that are not in the pool are passed over. */
export function specialPairs(
  pool: Pool,
  menteeIndex: ReadonlyMap<string, number>,
  mentorIndex: ReadonlyMap<string, number>,
): SpecialPairs {
  const barred: Map<number, string[]>[] = [];
  const overridden: Map<number, string[]>[] = [];
  const note = (lists: Map<number, string[]>[], menteeId: string, mentorId: string, id: string): void => {
    const mentee = menteeIndex.get(menteeId);
    const mentor = mentorIndex.get(mentorId);
    if (mentee === undefined || mentor === undefined) return;
    lists[mentee] ??= new Map();
    const ids = lists[mentee].get(mentor) ?? [];
    if (!ids.includes(id)) lists[mentee].set(mentor, [...ids, id]);
  };
  for (const { menteeId, mentorId } of pool.forbids) note(barred, menteeId, mentorId, "forbid");
  for (const { id, avoid } of pool.mentees) for (const other of avoid ?? []) note(barred, id, other, "avoid");
  for (const { id, avoid } of pool.mentors) for (const other of avoid ?? []) note(barred, other, id, "avoid");
  for (const { menteeId, mentorId, status, reopened } of pool.pairs) {
    if ((status === "declined" || status === "dissolved") && reopened !== true)
      note(barred, menteeId, mentorId, "ended-pair");
  }
  for (const { menteeId, mentorId, rule } of pool.overrides) note(overridden, menteeId, mentorId, rule);
  return { barred, overridden };
}
