/** Pairs that are live on a day: one of whose people has left is none, whatever its status still says. */
import { isLive } from "../pool/statements.js";
import type { PairIds, Person, Pool, StandingPair } from "../types.js";

/** Whether a pair of the pool is live on a day; on any day where nobody knows which. */
export function liveOn({ mentees, mentors }: Pool, day: string | undefined): (pair: StandingPair) => boolean {
  const isGone = ({ withdrawn }: Person): boolean => withdrawn !== undefined && day !== undefined && withdrawn <= day;
  const idsOf = (list: readonly Person[]): ReadonlySet<string> => new Set(list.filter(isGone).map(({ id }) => id));
  const [goneMentees, goneMentors] = [idsOf(mentees), idsOf(mentors)];
  return ({ status, menteeId, mentorId }) => isLive(status) && !goneMentees.has(menteeId) && !goneMentors.has(mentorId);
}

/** One text for the two ids of a pair: neither holds a line break. */
export const keyOf = ({ menteeId, mentorId }: PairIds): string => `${menteeId}\n${mentorId}`;
