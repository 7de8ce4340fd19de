/** What a scheme's terms mean for one pair, in days of the calendar. */
import { monthsAfter } from "../day.js";
import { byCodeUnit } from "../door.js";
import type { PolicyInput } from "../policy/policy.js";
import { parsePolicy } from "../policy.js";
import type { StandingPair } from "../types.js";
import { checkDay } from "./given.js";

/** The days that matter to a pair. */
export interface TermDates {
  /** the day the pair was made */
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
  readonly by: string;
  readonly atLeast: number;
}

/**
 * The days that a policy's `terms` give a pair: when it ends, when feedback is asked, and how many meetings are due by when.
 * A month ends on the day of the month it began on, or on the last one of a shorter month.
 *
 * Meetings are counted from the start, at the end of each period of `perMonths` months; where the term ends within one, those
 * of the share of it, rounded down, are due at the end. Where a term has no end there is the first period alone.
 *
 * @param pair - a pair with the day `since` which it is one
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
export function termDates(policy: PolicyInput, pair: Pick<StandingPair, "since">): TermDates {
  const { months, meetings, feedbackMonths = [] } = parsePolicy(policy).terms ?? {};
  const start: unknown = pair.since;
  checkDay("pair", "since", start);
  const after = (count: number): string => monthsAfter(start, count);
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
    start,
    ...(months === undefined ? {} : { end: after(months) }),
    feedback: [...new Set(feedbackMonths.map(after))].sort(byCodeUnit),
    meetings: due,
  };
}
