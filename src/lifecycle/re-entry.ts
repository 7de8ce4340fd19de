/** What becomes of two people once their pair has ended: they ask again, or they do not. */
import type { Mentee, Mentor, PairIds, PairStatus, Pool, SideAnswers, StandingPair } from "../types.js";

/** A pair that has just ended. */
export interface Ended extends PairIds {
  /** who of the two asks again: both, unless somebody said no */
  readonly reEnters: SideAnswers;
  /** the day since which they wait, where they ask again; absent where nobody knows it */
  readonly since: string | undefined;
  /** whether they had their turn: then the wait begins anew, and otherwise it counts from the first request that is known */
  readonly isOver: boolean;
}

/** The record of a live pair once it has ended: the word that let it be made once more is used up. */
export function endedAs({ reopened: _, ...pair }: StandingPair, status: PairStatus, until: string): StandingPair {
  return { ...pair, status, until };
}

/**
 * The people after some pairs have ended. Who asks again waits; who does not keeps the places that their live pairs take and
 * no other, so that no new pair is made.
 *
 * @param live - the pairs that are live now
 */
export function reEntered(
  { mentees, mentors }: Pool,
  live: readonly StandingPair[],
  ended: readonly Ended[],
): Pick<Pool, "mentees" | "mentors"> {
  const ofMentee = grouped(ended, ({ menteeId }) => menteeId);
  const ofMentor = grouped(ended, ({ mentorId }) => mentorId);
  return {
    mentees: mentees.map((mentee): Mentee => {
      const own = ofMentee.get(mentee.id);
      if (own === undefined) return mentee;
      if (own.every(({ reEnters }) => reEnters.mentee !== false)) return asking(mentee, own);
      return { ...mentee, demand: live.filter(({ menteeId }) => menteeId === mentee.id).length };
    }),
    mentors: mentors.map((mentor): Mentor => {
      const own = ofMentor.get(mentor.id);
      if (own === undefined) return mentor;
      if (own.every(({ reEnters }) => reEnters.mentor !== false)) return asking(mentor, own);
      const capacity = live.filter(({ mentorId }) => mentorId === mentor.id).length;
      const { minimum } = mentor;
      return { ...mentor, capacity, ...(minimum === undefined ? {} : { minimum: Math.min(minimum, capacity) }) };
    }),
  };
}

/** Nobody is penalised: the earliest of the days counts, unless all pairs that ended had run their course. */
function asking<P extends Mentee | Mentor>(person: P, ended: readonly Ended[]): P {
  const isOver = ended.every((one) => one.isOver);
  const days = ended.flatMap((one) => (one.isOver === isOver && one.since !== undefined ? [one.since] : []));
  const known = !isOver && person.waitingSince !== undefined ? [person.waitingSince] : days;
  if (known.length === 0) return person;
  return { ...person, waitingSince: known.reduce((first, day) => (day < first ? day : first)) };
}

function grouped(ended: readonly Ended[], idOf: (one: Ended) => string): ReadonlyMap<string, readonly Ended[]> {
  const groups = new Map<string, Ended[]>();
  for (const one of ended) groups.set(idOf(one), [...(groups.get(idOf(one)) ?? []), one]);
  return groups;
}
