/** What the calendar does to pairs: proposals run out, terms end, and pairs that both want go on. */
import { daysAfter } from "../day.js";
import type { PolicyInput, Terms } from "../policy/policy.js";
import { parsePolicy } from "../policy.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { Pool, StandingPair } from "../types.js";
import { checkDate } from "./given.js";
import { keyOf, liveOn } from "./live-pairs.js";
import { type Ended, endedAs, reEntered } from "./re-entry.js";
import { endOfTerm } from "./term-dates.js";

/**
 * The pool on a later day, before anything is matched: call it first, then `match`, then `settle`.
 *
 * A proposal that nobody took up within the policy's `terms.proposalDays` is declined; an answer that never came says no, and
 * `reopened` makes the pair possible again. A pair whose term of `terms.months` is over goes on where both said so
 * (`renewal: { mentee: true, mentor: true }`) and `terms.renewable` allows another term: its `term` is one more, it stands and
 * takes its places. Otherwise it is completed, and its people return to the pool: those who said in `reEnters` that they do
 * not keep the places that their other pairs take, and no more. A lock on a pair that is over is done with. Everything else stays
 * as it is.
 *
 * @param date - the day the next pool describes, `YYYY-MM-DD`
 * @returns the next pool; advancing it again to the same day changes nothing
 * @throws InputError listing everything that is wrong with the pool or the policy, or where the date is no day or before the pool's
 * @remarks O(people + pairs)
 *
 * @example
 * ```ts
 * import { advance } from "mentor-match";
 *
 * const pair = { menteeId: "bo", mentorId: "ada", status: "agreed" as const, since: "2026-10-01" };
 * const pool = {
 *   mentees: [{ id: "bo" }],
 *   mentors: [{ id: "ada" }],
 *   pairs: [{ ...pair, renewal: { mentee: true, mentor: true } }],
 * };
 * advance(pool, { name: "A year", terms: { months: 12, renewable: 1 } }, "2027-10-01").pairs;
 * // => [{ menteeId: "bo", mentorId: "ada", status: "agreed", since: "2026-10-01", term: 2 }]
 * ```
 */
export function advance(pool: PoolInput, policy: PolicyInput, date: string): Pool {
  const people = parsePool(pool);
  const { terms = {} } = parsePolicy(policy);
  checkDate("date", people, date);
  const isLive = liveOn(people, date);
  const ended: Ended[] = [];
  const pairs = people.pairs.map((pair) => {
    if (!isLive(pair)) return pair;
    const next = pair.status === "proposed" ? answered(pair, terms, date) : grown(pair, terms, date);
    const isOver = next.status === "completed";
    if (isOver || next.status === "declined") {
      const { menteeId, mentorId, reEnters = {} } = pair;
      ended.push({ menteeId, mentorId, reEnters, since: isOver ? next.until! : pair.since!, isOver });
    }
    return next;
  });
  const over = new Set(ended.map(keyOf));
  return parsePool({
    ...people,
    ...reEntered(people, pairs.filter(isLive), ended),
    asOf: date,
    pairs,
    locks: people.locks.filter((lock) => !over.has(keyOf(lock))),
  });
}

/** A proposal, or what an answer that never came makes of it. */
function answered(pair: StandingPair, { proposalDays }: Terms, date: string): StandingPair {
  if (proposalDays === undefined || pair.since === undefined) return pair;
  const until = daysAfter(pair.since, proposalDays);
  return date > until ? endedAs(pair, "declined", until) : pair;
}

/** A pair in its term, in its next one, or completed. */
function grown(pair: StandingPair, terms: Terms, date: string): StandingPair {
  const end = endOfTerm(terms, pair);
  if (end === undefined || date < end) return pair;
  const { renewal, term = 1, ...rest } = pair;
  const isWanted = renewal?.mentee === true && renewal.mentor === true;
  if (isWanted && term <= (terms.renewable ?? 0)) return grown({ ...rest, term: term + 1 }, terms, date);
  return endedAs(pair, "completed", end);
}
