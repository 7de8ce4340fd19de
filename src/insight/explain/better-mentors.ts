/** Whom a mentee would rather have, and what stood against it. */
import { scoreOf } from "../../matching/score.js";
import type { Case } from "../case.js";
import type { BetterMentor, Reason } from "./explanation.js";

/** How good a mentor is to a mentee: nominations in their order, then everybody else by score; the least is the best. */
export type Rank = (mentee: number, mentor: number) => { readonly place: number; readonly score: number };

export function rankOf({ columns }: Pick<Case, "columns">): Rank {
  const places = columns.mentees.map(({ nominations = [] }) => new Map(nominations.map((id, at) => [id, at])));
  return (mentee, mentor) => ({
    place: places[mentee]!.get(columns.mentors[mentor]!.id) ?? Number.POSITIVE_INFINITY,
    score: scoreOf(columns, mentee, mentor),
  });
}

/** Whether she would strictly rather have the first: those nominated are never alike, all others by score alone. */
export function isRather(one: ReturnType<Rank>, other: ReturnType<Rank>): boolean {
  if (one.place !== other.place) return one.place < other.place;
  return one.place === Number.POSITIVE_INFINITY && one.score > other.score;
}

/** The mentors she would rather have than this one and does not have, the best first. @param against - all that refuses a pair */
export function betterMentors(
  { columns, mentorsOf, menteesOf, placesLeft }: Case,
  rank: Rank,
  mentee: number,
  than: number,
  against: (mentor: number) => Reason[],
): BetterMentor[] {
  const hers = rank(mentee, than);
  return [...columns.mentors.keys()]
    .filter((mentor) => !mentorsOf[mentee]!.includes(mentor))
    .map((mentor) => ({ mentor, rank: rank(mentee, mentor) }))
    .filter((one) => isRather(one.rank, hers))
    .sort((a, b) => (isRather(a.rank, b.rank) ? -1 : isRather(b.rank, a.rank) ? 1 : a.mentor - b.mentor))
    .map(({ mentor, rank: { place, score } }) => ({
      mentorId: columns.mentors[mentor]!.id,
      score,
      ...(place < Number.POSITIVE_INFINITY ? { choice: place + 1 } : {}),
      refusedBy: against(mentor),
      heldBy: menteesOf[mentor]!.map((other) => columns.mentees[other]!.id),
      placesLeft: placesLeft[mentor]!,
    }));
}
