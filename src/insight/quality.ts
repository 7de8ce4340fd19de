/** How good a result is, in figures that no single score tells. */
import { eligiblePairs } from "../matching/pairs.js";
import { type PolicyInput, stableSide } from "../policy/policy.js";
import type { PoolInput } from "../pool.js";
import type { MatchResult, PairIds } from "../types.js";
import { changeableMatches } from "./ambiguity.js";
import { blockingPairs } from "./blocking-pairs.js";
import { type Case, readCase } from "./case.js";
import { isRather, type Rank, rankOf } from "./explain/better-mentors.js";

/** The figures of one result. */
export interface Quality {
  /** pairs of the result, those that stand or are locked among them */
  readonly matches: number;
  /** mentees with at least one mentor */
  readonly matchedMentees: number;
  /** mentees who take part, ask and have no mentor */
  readonly unmatchedMentees: number;
  /** of all matches; `null` where there is none */
  readonly scores: {
    /** the lowest score, 0 … 10 000 */
    readonly least: number;
    /** the middle score, of an even number the lower one */
    readonly median: number;
    /** the highest score, 0 … 10 000 */
    readonly greatest: number;
    /** the sum of all scores */
    readonly total: number;
  } | null;
  /** pairs who would both rather have each other, as `blockingPairs` lists them */
  readonly blocking: readonly PairIds[];
  /** mentees for whom somebody they may have, and would strictly rather have than what they have, is another's */
  readonly envious: readonly {
    /** id of the mentee; they come in order of id */
    readonly menteeId: string;
    /** ids of those mentors, in order; each of them has no place left */
    readonly mentorIds: readonly string[];
  }[];
  /** how matches are spread over mentors who take part */
  readonly load: {
    /** these mentors by the number of their matches, the fewest matches first */
    readonly mentors: readonly {
      /** how many matches each of them has, 0 or more */
      readonly matches: number;
      /** how many mentors have so many */
      readonly mentors: number;
    }[];
    /** places of theirs that are taken: the sum of their matches */
    readonly filled: number;
    /** places of theirs that nobody has */
    readonly empty: number;
  };
  /** matches of mentees who nominated somebody, by the number of the choice, the first choice first */
  readonly choices: readonly {
    /** 1 is the first nomination; `null`, which comes last, for mentors whom the mentee did not nominate */
    readonly choice: number | null;
    /** how many matches are of this choice */
    readonly matches: number;
  }[];
  /** new matches by place in the mentee's own order of the mentors she may have, the first place first */
  readonly ranks: readonly {
    /** 1 is the best she could have had; alike mentors share a place */
    readonly rank: number;
    /** how many new matches are of this place */
    readonly matches: number;
  }[];
  /** new matches that the lottery settled, as `ambiguity` lists them; `null` under a stable objective, and where it is left out */
  readonly changeable: readonly PairIds[] | null;
}

/** What is left out. */
export interface QualityOptions {
  /** `false` leaves out `changeable`, which under limits or constraints costs a solve for each new match */
  readonly changeable?: boolean;
}

/**
 * Blocking pairs, envy, load, ranks and ambiguity of one result. Preferences are those of `blockingPairs`: a mentee would rather
 * have her nominations in their order, then everybody else by score.
 *
 * @param resultInput - what `match` returned for this pool and policy
 * @throws InputError where one of them cannot be read, or where the result is of another pool or policy or chose no pairs
 * @remarks O(mentees × mentors × rules), and under limits or constraints a solve for each new match
 *
 * @example
 * ```ts
 * import { match, quality } from "mentor-match";
 *
 * const pool = { mentees: [{ id: "ana", nominations: ["max"] }, { id: "bo", nominations: ["max"] }], mentors: [{ id: "max" }, { id: "nia" }] };
 * const policy = { name: "any pair" };
 * const { choices, envious } = quality(pool, policy, match(pool, policy));
 * choices; // => [{ choice: 1, matches: 1 }, { choice: null, matches: 1 }]
 * envious.map(({ mentorIds }) => mentorIds); // => [["max"]]
 * ```
 */
export function quality(
  poolInput: PoolInput,
  policyInput: PolicyInput,
  resultInput: MatchResult,
  options: QualityOptions = {},
): Quality {
  const one = readCase(poolInput, policyInput, resultInput);
  const { pool, policy, result, columns } = one;
  const rank = rankOf(one);
  const wishes = eligibleOf(one);
  const scores = result.matches.map(({ score }) => score).sort((a, b) => a - b);
  return {
    matches: result.matches.length,
    matchedMentees: new Set(result.matches.map(({ menteeId }) => menteeId)).size,
    unmatchedMentees: result.unmatched.length,
    scores:
      scores.length === 0
        ? null
        : {
            least: scores[0]!,
            median: scores[Math.floor((scores.length - 1) / 2)]!,
            greatest: scores.at(-1)!,
            total: scores.reduce((sum, score) => sum + score, 0),
          },
    blocking: blockingPairs(pool, policy, result),
    envious: columns.mentees.flatMap(({ id }, mentee) => {
      const mentors = enviedBy(one, rank, wishes[mentee]!, mentee);
      return mentors.length === 0 ? [] : [{ menteeId: id, mentorIds: mentors.map((at) => columns.mentors[at]!.id) }];
    }),
    load: loadOf(one),
    choices: choicesOf(one),
    ranks: ranksOf(one, rank, wishes),
    changeable: stableSide(policy) === undefined && options.changeable !== false ? changeableMatches(one) : null,
  };
}

/** The mentors each mentee may have, ascending: those with a place beside what is decided. */
function eligibleOf({ columns, fixed }: Case): readonly (readonly number[])[] {
  const { start, mentor } = eligiblePairs(columns, fixed)!;
  return columns.mentees.map((_, mentee) => Array.from(mentor.subarray(start[mentee], start[mentee + 1])));
}

function enviedBy(
  { fixed, mentorsOf, isFixed, placesLeft }: Case,
  rank: Rank,
  eligible: readonly number[],
  mentee: number,
): readonly number[] {
  const own = mentorsOf[mentee]!.filter((mentor) => !isFixed(mentee, mentor));
  const hasRoom = own.length < fixed.demand[mentee]!;
  const ranks = own.map((mentor) => rank(mentee, mentor));
  return eligible.filter(
    (mentor) =>
      !own.includes(mentor) &&
      placesLeft[mentor]! <= 0 &&
      (hasRoom || ranks.some((other) => isRather(rank(mentee, mentor), other))),
  );
}

function loadOf({ columns, menteesOf, placesLeft }: Case): Quality["load"] {
  const present = [...columns.mentors.keys()].filter((mentor) => columns.mentorsPart.refusedBy[mentor]!.length === 0);
  const counted = tally(present.map((mentor) => menteesOf[mentor]!.length));
  return {
    mentors: counted.map(([matches, mentors]) => ({ matches, mentors })),
    filled: present.reduce((sum, mentor) => sum + menteesOf[mentor]!.length, 0),
    empty: placesLeft.reduce((sum, places) => sum + Math.max(0, places), 0),
  };
}

function choicesOf({ columns, result }: Case): Quality["choices"] {
  const nominates = (id: string): boolean =>
    (columns.mentees[columns.menteeIndex.get(id)!]!.nominations ?? []).length > 0;
  const asked = result.matches.filter(({ menteeId }) => nominates(menteeId));
  const counted = tally(asked.map(({ choice = Number.POSITIVE_INFINITY }) => choice));
  return counted.map(([choice, matches]) => ({ choice: Number.isFinite(choice) ? choice : null, matches }));
}

function ranksOf({ columns, result }: Case, rank: Rank, wishes: readonly (readonly number[])[]): Quality["ranks"] {
  const ranks = result.matches
    .filter(({ origin }) => origin === "new")
    .map(({ menteeId, mentorId }) => {
      const mentee = columns.menteeIndex.get(menteeId)!;
      const own = rank(mentee, columns.mentorIndex.get(mentorId)!);
      return 1 + wishes[mentee]!.filter((mentor) => isRather(rank(mentee, mentor), own)).length;
    });
  return tally(ranks).map(([place, matches]) => ({ rank: place, matches }));
}

/** How often each number occurs, the least first. */
function tally(numbers: readonly number[]): readonly (readonly [number, number])[] {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b);
}
