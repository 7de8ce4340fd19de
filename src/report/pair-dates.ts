/** The days of each match, for the page and for the sheet. */
import { type TermDates, termDates } from "../lifecycle/term-dates.js";
import { LIVE } from "../matching/fixed.js";
import type { Policy } from "../policy/policy.js";
import type { Match, Pool, StandingPair } from "../types.js";

/** A match with the days that its term gives it. */
export interface PairDates extends TermDates, Pick<Match, "menteeId" | "mentorId"> {}

/** The days of each match of which the first is known: of a pair that stands, those of the term it is in. */
export function pairDates(
  { pairs }: Pool,
  policy: Policy,
  matches: readonly Match[],
  start: string | undefined,
): readonly PairDates[] {
  const standing = new Map(pairs.filter(({ status }) => LIVE.has(status)).map((pair) => [keyOf(pair), pair]));
  return matches.flatMap((match) => {
    const { menteeId, mentorId, origin } = match;
    const { since = undefined, term = 1 } = origin === "standing" ? standing.get(keyOf(match))! : { since: start };
    return since === undefined ? [] : [{ menteeId, mentorId, ...termDates(policy, { since, term }) }];
  });
}

const keyOf = ({ menteeId, mentorId }: Pick<StandingPair, "menteeId" | "mentorId">): string =>
  `${menteeId}\n${mentorId}`;
