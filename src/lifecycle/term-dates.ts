/** What a scheme's terms mean for one pair, in days of the calendar. */
import { monthsAfter } from "../day.js";
import { byCodeUnit } from "../door.js";
import { InputError } from "../errors.js";
import type { PolicyInput, Terms } from "../policy/policy.js";
import { parsePolicy } from "../policy.js";
import type { StandingPair } from "../types.js";
import { checkDay } from "./given.js";

/** The days that matter to a pair. */
export interface TermDates {
  /** the day the pair was made, or the term it is in began */
  readonly start: string;
  /** the day the term is over; absent where the policy's terms have no `months` */
  readonly end?: string;
  /** days on which feedback is asked, earliest first */
  readonly feedback: readonly string[];
  /** at least so many meetings since the start, `by` that day; earliest first */
  readonly meetings: readonly MeetingsDue[];
}

/** So many meetings from the start of a pair until a day. */
export interface MeetingsDue {
  /** the last day on which they are in time, `YYYY-MM-DD` */
  readonly by: string;
  /** meetings since the start, those due earlier among them */
  readonly atLeast: number;
}

/**
 * The days that a policy's `terms` give a pair in the term it is in: when it ends, when feedback is asked, and how many meetings are due by when.
 * A month ends on the day of the month it began on, or on the last one of a shorter month.
 *
 * Meetings are counted from the start, at the end of each period of `perMonths` months; where the term ends within one, those
 * of the share of it, rounded down, are due at the end. Where a term has no end there is the first period alone.
 *
 * @param pair - a pair with the day `since` which it is one; a `term` above 1 follows the ones before without a gap
 * @throws InputError listing everything that is wrong with the policy, or where the pair has no day
 *
 * @example
 * ```ts
 * import { termDates } from "mentor-match";
 *
 * const policy = { name: "Our scheme", terms: { months: 12, meetings: { atLeast: 3, perMonths: 6 }, feedbackMonths: [3] } };
 * termDates(policy, { since: "2026-11-30" });
 * // => { start: "2026-11-30", end: "2027-11-30", feedback: ["2027-02-28"],
 * //   meetings: [{ by: "2027-05-30", atLeast: 3 }, { by: "2027-11-30", atLeast: 6 }] }
 * ```
 */
export function termDates(policy: PolicyInput, pair: Pick<StandingPair, "since" | "term">): TermDates {
  const { months, meetings, feedbackMonths = [] } = parsePolicy(policy).terms ?? {};
  const since: unknown = pair.since;
  checkDay("pair", "since", since);
  const before = (months ?? 0) * (termOf(pair) - 1);
  const after = (count: number): string => monthsAfter(since, before + count);
  const due: MeetingsDue[] = [];
  if (meetings !== undefined) {
    const { atLeast, perMonths } = meetings;
    const whole = months === undefined ? 1 : Math.floor(months / perMonths);
    for (let period = 1; period <= whole; period++)
      due.push({ by: after(period * perMonths), atLeast: atLeast * period });
    const inAll = Math.floor((atLeast * (months ?? 0)) / perMonths);
    if (months !== undefined && inAll > atLeast * whole) due.push({ by: after(months), atLeast: inAll });
  }
  return {
    start: after(0),
    ...(months === undefined ? {} : { end: after(months) }),
    feedback: [...new Set(feedbackMonths.map(after))].sort(byCodeUnit),
    meetings: due,
  };
}

/** The day on which a pair's term is over; none where the terms have no `months`, or the pair no day. */
export function endOfTerm({ months }: Terms, pair: StandingPair): string | undefined {
  if (months === undefined || pair.since === undefined) return undefined;
  return monthsAfter(pair.since, months * termOf(pair));
}

/** @throws InputError where a pair's term is no number of one */
function termOf({ term = 1 }: Pick<StandingPair, "term">): number {
  if (Number.isSafeInteger(term) && term >= 1 && term <= 1000) return term;
  const message = `expected an integer of 1 or more, got ${typeof term === "number" ? term : typeof term}`;
  throw new InputError("pair", [{ code: "invalid", path: "term", message }]);
}
