/** Speed networking: who meets whom in which round, before anybody is matched. */
import { type Columns, compile } from "../matching/compile.js";
import { type Fixed, fixPairs } from "../matching/fixed.js";
import type { ScoredPairs } from "../matching/pair-rows.js";
import { eligiblePairs } from "../matching/pairs.js";
import { checkTogether } from "../matching/together.js";
import type { PolicyInput } from "../policy/policy.js";
import { parsePolicy } from "../policy.js";
import { type PoolInput, parsePool } from "../pool.js";
import { type MeetsNobody, meetNobody } from "./rota/absent.js";
import { bestMeetings } from "./rota/meetings.js";
import { type RotaOptions, type RotaOptionsInput, readRotaOptions } from "./rota/options.js";
import { leastRounds, roundsOfGroups, roundsOfTwo } from "./rota/timetable.js";
import { type Timetable, takingTurns } from "./rota/turns.js";

/** A mentor with a mentee, or with a group of them. */
export interface RotaMeeting {
  /** 1 … as many as meet at once, in order of the mentor's id */
  readonly table: number;
  /** id of the mentor who sits at the table */
  readonly mentorId: string;
  /** in order of id; one unless groups may meet */
  readonly menteeIds: readonly string[];
  /** the sum of the scores of the mentor with each of them, each 0 … 10 000 */
  readonly score: number;
}

/** Meetings at the same time: nobody is in two of them. */
export interface RotaRound {
  /** the sum of its meetings' scores */
  readonly score: number;
  /** in order of their tables; at least one */
  readonly meetings: readonly RotaMeeting[];
}

/** The plan of an event. */
export interface Rota {
  /**
   * of the meetings: `proved` or `searched` that no others are better; `unproved` where they were chosen round by round,
   * each round the best for what those before it left open
   */
  readonly status: "proved" | "searched" | "unproved";
  /** the most valuable first, so that an event cut short loses least */
  readonly rounds: readonly RotaRound[];
  /** no plan of these meetings has fewer rounds */
  readonly leastRounds: number;
  /** whether this one has no more */
  readonly isLeast: boolean;
  /** mentees and then mentors, each in order of id */
  readonly meetNobody: readonly MeetsNobody[];
}

/**
 * Plans an event at which mentees and mentors meet before they are matched. Whom `match` could pair may meet, each two once,
 * and nobody meets two people at once, or more than a group. People who are a pair already do not meet. The policy's rules and
 * scores count, and its lottery for ties; its objective, limits and constraints do not.
 *
 * Meetings are the best there are: as many mentees as possible have one, then two, …, up to one a round; then the greatest total
 * score. They take the fewest rounds possible: the most meetings of anybody, a mentor's counted by groups, or all of them by
 * tables. That is proved where nobody who meets is in both roles. With people in both roles it may be one round more,
 * also than was asked for; without it, the last and least valuable one, everybody would still meet others.
 *
 * Groups at fewer tables than mentors, groups with people in both roles, and people in both roles among more than 150
 * pairs that may meet, are planned round by round instead, mentors taking turns: every round is valid, yet the whole may not be the best.
 *
 * @param options - most `rounds`, and, where they are not given by the people, most `tables` at once and the `groupSize`
 * @returns the rounds by value, and who meets nobody and why, by id only
 * @throws InputError listing everything that is wrong with the options, the pool or the policy
 * @remarks an assignment of all meetings, and for each meeting a path through at most all people; where people in both
 * roles would have too many meetings, a search by linear programmes
 *
 * @example
 * ```ts
 * import { planRota } from "mentor-match";
 *
 * const pool = { mentees: [{ id: "ana" }, { id: "bo" }], mentors: [{ id: "max" }, { id: "nia" }] };
 * const { rounds, isLeast } = planRota(pool, { name: "Meet and greet" }, { rounds: 2 });
 * rounds.map(({ meetings }) => meetings.map(({ mentorId, menteeIds }) => `${mentorId} ${menteeIds}`));
 * // => [["max ana", "nia bo"], ["max bo", "nia ana"]]
 * isLeast; // => true
 * ```
 */
export function planRota(pool: PoolInput, policy: PolicyInput, options: RotaOptionsInput): Rota {
  const event = readRotaOptions(options);
  const people = parsePool(pool);
  const rules = parsePolicy(policy);
  checkTogether(people, rules);
  const columns = compile(people, rules);
  const fixed = fixPairs(columns);
  const pairs = strangers(eligiblePairs(columns, fixed)!, fixed);
  const { tables, groupSize } = withoutSpareTables(event, pairs);
  const { status, ...timetable } = timetableOf(columns, fixed, pairs, { ...event, tables });
  const rounds = roundsOf(columns, timetable);
  const least = leastRounds(columns, timetable, tables, groupSize);
  const [mentee, mentor] = [new Set(timetable.mentee), new Set(timetable.mentor)];
  const mentorsOfPairs = new Set(pairs.mentor);
  return {
    status,
    rounds,
    leastRounds: least,
    isLeast: rounds.length === least,
    meetNobody: meetNobody(
      columns,
      fixed,
      { mentee: (i) => pairs.start[i]! < pairs.start[i + 1]!, mentor: (j) => mentorsOfPairs.has(j) },
      { mentee: (i) => mentee.has(i), mentor: (j) => mentor.has(j) },
    ),
  };
}

/** Pairs without those that stand and may move: they know each other. */
function strangers({ start, mentor, score }: ScoredPairs, { isMovable }: Fixed): ScoredPairs {
  const kept: number[] = [];
  const left = start.slice();
  for (let i = 0; i + 1 < start.length; i++) {
    for (let p = start[i]!; p < start[i + 1]!; p++) if (!isMovable(i, mentor[p]!)) kept.push(p);
    left[i + 1] = kept.length;
  }
  return {
    start: left,
    mentor: Int32Array.from(kept, (p) => mentor[p]!),
    score: Int32Array.from(kept, (p) => score[p]!),
  };
}

/** As many tables as mentors who may meet somebody are as good as any number. */
function withoutSpareTables(event: RotaOptions, { mentor }: ScoredPairs): RotaOptions {
  const isSpare = event.tables !== undefined && event.tables >= new Set(mentor).size;
  return isSpare ? { ...event, tables: undefined } : event;
}

function timetableOf(
  columns: Columns,
  fixed: Fixed,
  pairs: ScoredPairs,
  event: RotaOptions,
): Timetable & Pick<Rota, "status"> {
  const { tables, groupSize } = event;
  const isHard = groupSize > 1 && (tables !== undefined || hasBothRoles(columns, pairs));
  const meetings = isHard ? undefined : bestMeetings(columns, fixed, pairs, event);
  if (meetings === undefined) return { status: "unproved", ...takingTurns(columns, pairs, event) };
  const round = groupSize > 1 ? roundsOfGroups(columns, meetings, groupSize) : roundsOfTwo(columns, meetings, tables);
  return { ...meetings, round };
}

/** Whether somebody may meet both mentors and mentees. */
function hasBothRoles({ mentors, menteeIndex }: Columns, { start, mentor }: ScoredPairs): boolean {
  return [...new Set(mentor)].some((j) => {
    const self = menteeIndex.get(mentors[j]!.id);
    return self !== undefined && start[self]! < start[self + 1]!;
  });
}

/** Meetings by round, without rounds in which nobody meets; rounds of equal value in the order of their first meeting. */
function roundsOf(columns: Columns, { mentee, mentor, score, round }: Timetable): RotaRound[] {
  const byRound = new Map<number, Map<number, number[]>>();
  for (const [x, own] of round.entries()) {
    const groups = byRound.get(own) ?? new Map<number, number[]>();
    byRound.set(own, groups);
    groups.set(mentor[x]!, [...(groups.get(mentor[x]!) ?? []), x]);
  }
  return [...byRound.values()]
    .map((groups) => {
      const [first = 0] = groups.values().next().value!;
      const meetings = [...groups]
        .sort(([a], [b]) => a - b)
        .map(
          ([j, group], at): RotaMeeting => ({
            table: at + 1,
            mentorId: columns.mentors[j]!.id,
            menteeIds: group.map((x) => columns.mentees[mentee[x]!]!.id),
            score: group.reduce((sum, x) => sum + score[x]!, 0),
          }),
        );
      return { first, meetings, score: meetings.reduce((sum, one) => sum + one.score, 0) };
    })
    .sort((a, b) => b.score - a.score || a.first - b.first)
    .map(({ score: total, meetings }) => ({ score: total, meetings }));
}
