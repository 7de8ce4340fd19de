/** A pair ends because somebody says so: without fault, and with a wish of each side whether they ask again. */
import { quote } from "../door.js";
import { InputError } from "../errors.js";
import { isLive } from "../pool/statements.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { PairIds, PairStatus, Pool, SideAnswers } from "../types.js";
import { checkDate } from "./given.js";
import { keyOf, liveOn } from "./live-pairs.js";
import { endedAs, reEntered } from "./re-entry.js";

/** Why a pair ends, as a class: no story is stored. */
export type EndReason = "declined" | "dissolved" | "conflict" | "completed" | "ended-early";

/** How a pair ends. */
export interface Ending {
  /**
   * `declined` after the first meeting and `dissolved` later, by either of them · a `conflict` of interest that was found:
   * dissolved, and kept as a relation from that day on · `completed` before its term is over · `ended-early` for any other cause
   */
  readonly reason: EndReason;
  /** the day it ends and the next pool describes, `YYYY-MM-DD` */
  readonly date: string;
  /** who of the two asks for another pair: both, unless they say no */
  readonly reEnters?: SideAnswers;
}

/** What each reason leaves behind. */
const STATUS: { readonly [R in EndReason]: PairStatus } = {
  declined: "declined",
  dissolved: "dissolved",
  conflict: "dissolved",
  completed: "completed",
  "ended-early": "ended-early",
};

/**
 * The pool after one live pair has ended. Declined and dissolved pairs, those with a conflict among them, never come back
 * unless both ask (`reopened`); while a conflict lasts, a policy with `no-conflict` forbids its pair even then. Who asks again
 * waits from their first request that is known, but from this day where the pair was completed; who does not keeps the places
 * that their other pairs take, and no more. It counts against nobody. A lock on the pair is done with.
 *
 * @throws InputError listing everything that is wrong with the pool, or where there is no such live pair, or the reason or the
 * date is none, or the date is before the pool's
 * @remarks O(people + pairs)
 *
 * @example
 * ```ts
 * import { endPair } from "mentor-match";
 *
 * const pair = { menteeId: "bo", mentorId: "ada", status: "met" as const, since: "2026-10-01" };
 * const pool = { mentees: [{ id: "bo" }], mentors: [{ id: "ada" }], pairs: [pair] };
 * const next = endPair(pool, pair, { reason: "declined", date: "2026-10-20", reEnters: { mentor: false } });
 * next.pairs[0]?.status; // => "declined"
 * next.mentees; // => [{ id: "bo", waitingSince: "2026-10-01" }]
 * next.mentors; // => [{ id: "ada", capacity: 0 }]
 * ```
 */
export function endPair(pool: PoolInput, pair: PairIds, { reason, date, reEnters = {} }: Ending): Pool {
  const people = parsePool(pool);
  checkDate("date", people, date);
  checkEnding(reason, reEnters);
  const live = people.pairs.find((one) => isLive(one.status) && keyOf(one) === keyOf(pair));
  if (live === undefined) throw noPair(pair);
  const { menteeId, mentorId } = live;
  const ended = endedAs(live, STATUS[reason], date);
  const pairs = people.pairs.map((one) => (one === live ? ended : one));
  const isOver = reason === "completed";
  const since = isOver ? date : (live.since ?? people.asOf ?? date);
  const conflict = { person: menteeId, kind: "conflict" as const, other: mentorId, from: date };
  return parsePool({
    ...people,
    ...reEntered(people, pairs.filter(liveOn(people, date)), [
      { menteeId, mentorId, reEnters: { ...live.reEnters, ...reEnters }, since, isOver },
    ]),
    asOf: date,
    pairs,
    locks: people.locks.filter((lock) => keyOf(lock) !== keyOf(live)),
    ...(reason === "conflict" ? { relations: [...(people.relations ?? []), conflict] } : {}),
  });
}

function checkEnding(reason: unknown, reEnters: unknown): void {
  const known = Object.keys(STATUS);
  const refuse = (path: string, message: string): never => {
    throw new InputError("ending", [{ code: "invalid", path, message }]);
  };
  if (typeof reason !== "string" || !known.includes(reason))
    refuse(
      "reason",
      `expected one of ${known.map(quote).join(", ")}, got ${typeof reason === "string" ? quote(reason) : typeof reason}`,
    );
  const isAnswer = (value: unknown): boolean => value === undefined || typeof value === "boolean";
  const { mentee, mentor, ...rest } = Object(reEnters) as Record<string, unknown>;
  if (
    typeof reEnters !== "object" ||
    reEnters === null ||
    !isAnswer(mentee) ||
    !isAnswer(mentor) ||
    Object.keys(rest).length > 0
  )
    refuse("reEnters", "expected true or false for mentee and mentor, got something else");
}

function noPair(pair: PairIds): InputError {
  const ids = [pair.menteeId, pair.mentorId].map((id: unknown) => (typeof id === "string" ? quote(id) : typeof id));
  const message = `expected a live pair of the pool, got ${ids.join(" with ")}, of whom there is none`;
  return new InputError("pair", [{ code: "unknown-pair", path: "", message }]);
}
