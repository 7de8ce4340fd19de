/** What each side would rather, as a stable objective reads it: strict orders, so that deferred acceptance has one answer. */
import type { Columns } from "./compile.js";
import { drawsOf } from "./levels/lottery.js";
import type { ScoredPairs } from "./pair-rows.js";

/** Aligned with the pairs: the least is the best, and no two pairs of one person are equal. */
export interface Preferences {
  readonly menteeRank: Int32Array;
  readonly mentorRank: Int32Array;
}

/**
 * A mentee's nominations come first in their order, then everybody else by score, equal ones by the pair's draw. A mentor's
 * nominations come first, then everybody else by tier and ticket: never by score, which the mentee's answers move.
 */
export function preferencesOf(columns: Columns, pairs: ScoredPairs): Preferences {
  const { mentees, mentors, policy } = columns;
  const ids = (people: readonly { readonly id: string }[]): string[] => people.map(({ id }) => id);
  const { ticket, draw } = drawsOf(policy.lottery, ids(mentees), ids(mentors));
  return { menteeRank: menteeRanks(columns, pairs, draw), mentorRank: mentorRanks(columns, pairs, ticket) };
}

function menteeRanks(
  { mentees, mentors }: Columns,
  { start, mentor, score }: ScoredPairs,
  draw: (mentee: number, mentor: number) => number,
): Int32Array {
  const rank = new Int32Array(mentor.length);
  const place = new Int32Array(mentors.length);
  const drawn = new Float64Array(mentors.length);
  mentees.forEach(({ nominations = [] }, mentee) => {
    const places = placesIn(nominations);
    const row = mentor.slice(start[mentee], start[mentee + 1]);
    const at = Int32Array.from(row.keys());
    row.forEach((own, k) => {
      place[k] = places.get(mentors[own]!.id) ?? nominations.length;
      drawn[k] = draw(mentee, own);
    });
    const first = start[mentee]!;
    at.sort((a, b) => place[a]! - place[b]! || score[first + b]! - score[first + a]! || drawn[a]! - drawn[b]! || a - b);
    at.forEach((k, order) => {
      rank[first + k] = order;
    });
  });
  return rank;
}

function mentorRanks(
  { mentees, mentors }: Columns,
  { start, mentor }: ScoredPairs,
  ticket: ArrayLike<number>,
): Int32Array {
  const tierOf = (mentee: number): number => mentees[mentee]!.tier ?? Number.MAX_SAFE_INTEGER;
  const turn = new Int32Array(mentees.length);
  [...mentees.keys()]
    .sort((a, b) => tierOf(a) - tierOf(b) || ticket[a]! - ticket[b]! || a - b)
    .forEach((mentee, at) => {
      turn[mentee] = at;
    });
  const places = mentors.map(({ nominations = [] }) => placesIn(nominations));
  const rank = new Int32Array(mentor.length);
  for (let mentee = 0; mentee < mentees.length; mentee++) {
    for (let k = start[mentee]!; k < start[mentee + 1]!; k++) {
      const place = places[mentor[k]!]!;
      rank[k] = place.get(mentees[mentee]!.id) ?? place.size + turn[mentee]!;
    }
  }
  return rank;
}

const placesIn = (nominations: readonly string[]): ReadonlyMap<string, number> =>
  new Map(nominations.map((id, at) => [id, at]));
