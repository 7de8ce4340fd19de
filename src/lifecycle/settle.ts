/** From one round to the next: what a result proposes becomes part of the pool. */
import { isLive } from "../pool/statements.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { MatchResult, Mentee, Mentor, Pool, StandingPair } from "../types.js";
import { checkDate, resultOf } from "./given.js";
import { keyOf } from "./live-pairs.js";
import { endedAs } from "./re-entry.js";

/**
 * The pool of the next round: new and locked matches become proposed pairs of that day, and whoever asked and got nobody
 * waits from the day they first asked, or else from the day this pool describes. A lock that was made is done with. A live pair
 * that is no match any more, because it was moved or somebody withdrew, has ended early, or was never more than proposed and is
 * forgotten. Everything else stays as it is.
 *
 * @param pool - the pool that was matched
 * @param result - what `match` made of it
 * @param date - the day the next pool describes, `YYYY-MM-DD`: when the pairs are proposed
 * @throws InputError where the pool cannot be read, where the result is of another pool or made no matches, or where the
 * date is no day or before the pool's
 *
 * @example
 * ```ts
 * import { match, settle } from "mentor-match";
 *
 * const pool = { mentees: [{ id: "bo" }, { id: "di" }], mentors: [{ id: "ada" }] };
 * const next = settle(pool, match(pool, { name: "Any pair" }), "2026-10-01");
 * next.pairs.length; // => 1
 * next.mentees.filter(({ waitingSince }) => waitingSince === "2026-10-01").length; // => 1
 * ```
 */
export function settle(pool: PoolInput, result: MatchResult, date: string): Pool {
  const people = parsePool(pool);
  const { matches, unmatched, reserve } = resultOf(people, result);
  checkDate("date", people, date);
  const since = people.asOf ?? date;
  const isProposed = new Set(matches.filter(({ origin }) => origin !== "standing").map(keyOf));
  const isMade = new Set(matches.map(keyOf));
  const hasMentee = new Set(matches.map(({ mentorId }) => mentorId));
  const waitingMentees = new Set(unmatched.map(({ menteeId }) => menteeId));
  const waitingMentors = new Set(reserve.map(({ mentorId }) => mentorId).filter((id) => !hasMentee.has(id)));
  const waiting = <P extends Mentee | Mentor>(list: readonly P[], who: ReadonlySet<string>): P[] =>
    list.map((person) => (who.has(person.id) ? { ...person, waitingSince: person.waitingSince ?? since } : person));
  return parsePool({
    ...people,
    asOf: date,
    mentees: waiting(people.mentees, waitingMentees),
    mentors: waiting(people.mentors, waitingMentors),
    pairs: [
      ...people.pairs.flatMap((pair) => stillLive(pair, isMade, date)),
      ...matches
        .filter((match) => isProposed.has(keyOf(match)))
        .map(({ menteeId, mentorId }) => ({ menteeId, mentorId, status: "proposed" as const, since: date })),
    ],
    locks: people.locks.filter((lock) => !isProposed.has(keyOf(lock))),
  });
}

/** A pair after the round: as it was, ended, or nothing. */
function stillLive(pair: StandingPair, isMade: ReadonlySet<string>, date: string): StandingPair[] {
  if (!isLive(pair.status) || isMade.has(keyOf(pair))) return [pair];
  return pair.status === "proposed" ? [] : [endedAs(pair, "ended-early", date)];
}
