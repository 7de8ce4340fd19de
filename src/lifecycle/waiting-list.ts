/** Who waits, how long they have, and for whom that is too long. */
import { daysBetween, monthsAfter, monthsBetween } from "../day.js";
import { byCodeUnit } from "../door.js";
import type { Policy, PolicyInput } from "../policy/policy.js";
import { parsePolicy } from "../policy.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { MatchResult, Person, Pool, Unmatched } from "../types.js";
import { checkDate, checkDay, resultOf } from "./given.js";
import { liveOn } from "./live-pairs.js";

/** Somebody who has asked, or offered, and has nobody. */
export interface Waiting {
  /** id of the person; somebody who waits in both roles is listed in each */
  readonly id: string;
  /** the role in which they wait */
  readonly role: "mentee" | "mentor";
  /** the day of their first request */
  readonly since: string;
  /** days from then until the pool's `asOf` */
  readonly days: number;
  /** full months of the calendar from then until the pool's `asOf` */
  readonly months: number;
  /** whether that is more than the policy's `waiting` allows, in days or in months, or will be on `nextRun`; absent where there is no limit */
  readonly limit?: "passed" | "passes-before-next-run" | "kept";
  /** of a mentee, where a result is given: what stood in the way of every mentor */
  readonly why?: Omit<Unmatched, "menteeId">;
}

/** What else the list may know. */
export interface WaitingOptions {
  /** the day on which pairs will be made again, `YYYY-MM-DD` */
  readonly nextRun?: string;
}

/**
 * Who waits on the pool's day, mentees and mentors alike: those who have a `waitingSince` and are in no live pair, unless
 * they have withdrawn. Given the result, those whom it leaves over: unmatched mentees, each with the reasons, and mentors
 * without a mentee; who has no `waitingSince` waits from today.
 *
 * @returns the longest wait first, then by role and id
 * @throws InputError where pool or policy cannot be read, where the pool has no `asOf`, where the result is of another pool
 * or chose no pairs, or where `nextRun` is no day or before the pool's
 * @remarks O(people · log people), and the pool's hash where a result is given
 *
 * @example
 * ```ts
 * import { waitingList } from "mentor-match";
 *
 * const pool = { asOf: "2026-10-01", mentees: [{ id: "bo", waitingSince: "2026-08-14" }], mentors: [] };
 * waitingList(pool, { name: "Two months", waiting: { limitDays: 60 } }, undefined, { nextRun: "2026-11-01" });
 * // => [{ id: "bo", role: "mentee", since: "2026-08-14", days: 48, months: 1, limit: "passes-before-next-run" }]
 * ```
 */
export function waitingList(
  pool: PoolInput,
  policy: PolicyInput,
  result?: MatchResult,
  { nextRun }: WaitingOptions = {},
): readonly Waiting[] {
  const people = parsePool(pool);
  const isTooLong = limitOf(parsePolicy(policy));
  const today: unknown = people.asOf;
  checkDay("pool", "asOf", today);
  if (nextRun !== undefined) checkDate("nextRun", people, nextRun);
  const waiting = result === undefined ? inNoPair(people, today) : leftOver(people, resultOf(people, result));
  return waiting
    .map(({ since = today, ...one }): Waiting => {
      const days = Math.max(0, daysBetween(since, today));
      const months = since > today ? 0 : monthsBetween(since, today);
      return {
        ...one,
        since,
        days,
        months,
        ...(isTooLong === undefined ? {} : { limit: standing((day) => isTooLong(since, day), today, nextRun) }),
      };
    })
    .sort((a, b) => b.days - a.days || byCodeUnit(a.role, b.role) || byCodeUnit(a.id, b.id));
}

/** Whether a wait is too long on a day: from the day after the last one of the limit on. Nothing where there is no limit. */
function limitOf({ waiting }: Policy): ((since: string, day: string) => boolean) | undefined {
  const { limitDays, limitMonths } = waiting;
  if (limitMonths !== undefined) return (since, day) => day > monthsAfter(since, limitMonths);
  return limitDays === undefined ? undefined : (since, day) => daysBetween(since, day) > limitDays;
}

function standing(
  isTooLong: (day: string) => boolean,
  today: string,
  nextRun: string | undefined,
): NonNullable<Waiting["limit"]> {
  if (isTooLong(today)) return "passed";
  return nextRun !== undefined && isTooLong(nextRun) ? "passes-before-next-run" : "kept";
}

/** Somebody who waits, with what the records say. */
type Asked = Pick<Waiting, "id" | "role" | "why"> & { readonly since?: string };

/** Those who asked, or offered, and are in no live pair today: one that somebody has withdrawn from is none. */
function inNoPair(pool: Pool, today: string): Asked[] {
  const live = pool.pairs.filter(liveOn(pool, today));
  const paired = {
    mentee: new Set(live.map(({ menteeId }) => menteeId)),
    mentor: new Set(live.map(({ mentorId }) => mentorId)),
  };
  const of = (role: Waiting["role"], list: readonly Person[]): Asked[] =>
    list.flatMap(({ id, waitingSince, withdrawn = "9999-12-32" }) => {
      const isWaiting = waitingSince !== undefined && withdrawn > today && !paired[role].has(id);
      return isWaiting ? [{ id, role, since: waitingSince }] : [];
    });
  return [...of("mentee", pool.mentees), ...of("mentor", pool.mentors)];
}

/** Those whom a result leaves with nobody. */
function leftOver({ mentees, mentors }: Pool, { matches, unmatched, reserve }: MatchResult): Asked[] {
  const hasMentee = new Set(matches.map(({ mentorId }) => mentorId));
  const since = (list: readonly Person[]): ((id: string) => { readonly since?: string }) => {
    const days = new Map(list.map(({ id, waitingSince }) => [id, waitingSince]));
    return (id) => {
      const day = days.get(id);
      return day === undefined ? {} : { since: day };
    };
  };
  const [menteeSince, mentorSince] = [since(mentees), since(mentors)];
  return [
    ...unmatched.map(
      ({ menteeId, ...why }): Asked => ({ id: menteeId, role: "mentee", ...menteeSince(menteeId), why }),
    ),
    ...reserve
      .filter(({ mentorId }) => !hasMentee.has(mentorId))
      .map(({ mentorId }): Asked => ({ id: mentorId, role: "mentor", ...mentorSince(mentorId) })),
  ];
}
