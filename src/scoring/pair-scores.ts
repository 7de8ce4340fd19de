/** Affinities that were computed elsewhere: a value for each pair, by their ids. */
import * as z from "zod/mini";
import { quote, trimmed } from "../door.js";
import type { Person } from "../types.js";
import { criterionFactory } from "./criterion.js";
import { type PairScore, pairScoreList, ranks } from "./pair-score-list.js";

/**
 * A pair's value in the list `scores`, divided by `max`, which is the list's greatest value unless given. A pair that is
 * not listed has 0, so nobody is ever silent here; ids that are not in the pool are ignored, so that one list can serve
 * several pools.
 *
 * @remarks Reading costs O(n log n) in the rows, `bind` O(n); a question is a binary search among the rows of one mentee.
 */
export const pairScores = criterionFactory({
  name: "pair-scores",
  shape: () => ({
    /** the values in any order, each pair once */
    scores: pairScoreList,
    /** the value that is worth 1, above 0, and no value is greater; the greatest of the list unless given */
    max: z.optional(z.number().check(z.positive())),
  }),
  reads: () => ({ mentee: ["id"], mentor: ["id"] }),
  words: () => "the pair scores high in a list that was computed elsewhere",
  check: ({ scores, max }) => {
    const above = max === undefined ? undefined : scores.find(([, , value]) => value > max);
    return (
      above &&
      `expected values of ${max} or less, got ${above[2]} for mentee ${quote(above[0])} and mentor ${quote(above[1])}`
    );
  },
  bind: ({ mentees, mentors }, { scores, max }) => {
    const mentorIds = mentors.map(({ id }) => trimmed(id));
    const mentorRank = ranks(mentorIds);
    const places = new Map(mentorIds.map((id, mentor) => [id, mentorRank[mentor]!]));
    const { start, end, rank, value } = byMentee(scores, mentees, places, max ?? greatest(scores));
    return (mentee, mentor) => {
      const wanted = mentorRank[mentor]!;
      let low = start[mentee]!;
      let high = end[mentee]!;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (rank[middle]! < wanted) low = middle + 1;
        else high = middle;
      }
      return low < end[mentee]! && rank[low] === wanted ? value[low]! : 0;
    };
  },
});

/** The greatest value; the least number above 0 where all are 0, because it divides them. */
const greatest = (scores: readonly PairScore[]): number =>
  scores.reduce((most, [, , value]) => Math.max(most, value), Number.MIN_VALUE);

/** `start[i] … end[i]` are the rows of mentee `i`: `rank`, which rises, says whose, and `value` what, 0 … 1. */
interface Rows {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly rank: Int32Array;
  readonly value: Float64Array;
}

/** The rows about people of the pool. The list stands in order of id, so each mentee's rows come together and by rank. */
function byMentee(
  scores: readonly PairScore[],
  mentees: readonly Person[],
  places: ReadonlyMap<string, number>,
  scale: number,
): Rows {
  const menteeOf = new Map(mentees.map(({ id }, mentee) => [trimmed(id), mentee]));
  const start = new Int32Array(mentees.length);
  const end = new Int32Array(mentees.length);
  const rank = new Int32Array(scores.length);
  const value = new Float64Array(scores.length);
  let row = 0;
  for (const [menteeId, mentorId, points] of scores) {
    const mentee = menteeOf.get(menteeId);
    const place = places.get(mentorId);
    if (mentee === undefined || place === undefined) continue;
    if (end[mentee] === 0) start[mentee] = row;
    rank[row] = place;
    value[row] = points / scale;
    end[mentee] = ++row;
  }
  return { start, end, rank, value };
}
