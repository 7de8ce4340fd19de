/** What the coordinator, and nobody else, needs to know of single mentors. */
import { byCodeUnit } from "../door.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { PairIds, StandingPair } from "../types.js";
import { type Spread, spreadOf } from "./statistics/spread.js";

/** Fewest mentees of whom a mentor's feedback can be of no single one. */
const LEAST_MENTEES = 3;

/** Early endings of one mentor at which the coordinator is prompted. */
const PROMPTING = 2;

/** What a mentor's mentees said. */
export interface MentorFeedback {
  /** id of a mentor with at least three mentees who said how useful it was */
  readonly mentorId: string;
  /** of so many mentees, the last word of each: how useful it was, 1 to 5 */
  readonly useful: Spread;
  /** of those of them who said so, how many met their objectives; `null` where fewer than three said */
  readonly objectives: {
    /** mentees who said whether they met them, 3 or more */
    readonly mentees: number;
    /** those of them who did */
    readonly met: number;
  } | null;
}

/**
 * How useful each mentor's mentees found it, of mentors with at least three mentees who said so. For the coordinator and the
 * mentor; it never enters a score.
 *
 * @returns in order of the mentor's id
 * @throws InputError where the pool cannot be read
 * @remarks O(pairs · log pairs)
 *
 * @example
 * ```ts
 * import { mentorFeedback } from "mentor-match";
 *
 * const pairs = [4, 5, 2].map((useful, at) => ({ menteeId: `e${at}`, mentorId: "ada", status: "completed" as const, outcome: { useful } }));
 * mentorFeedback({ mentees: [], mentors: [{ id: "ada" }], pairs });
 * // => [{ mentorId: "ada", useful: { count: 3, lowerQuartile: 2, median: 4, upperQuartile: 5 }, objectives: null }]
 * ```
 */
export function mentorFeedback(pool: PoolInput): readonly MentorFeedback[] {
  const { pairs } = parsePool(pool);
  return byMentor(pairs).flatMap(([mentorId, own]): MentorFeedback[] => {
    const last = new Map(
      own.filter(({ outcome }) => outcome?.useful !== undefined).map((pair) => [pair.menteeId, pair]),
    );
    const outcomes = [...last.values()].map(({ outcome }) => outcome!);
    const useful = spreadOf(
      outcomes.map((one) => one.useful!),
      LEAST_MENTEES,
    );
    const told = outcomes.filter(({ objectivesMet }) => objectivesMet !== undefined);
    const met = told.filter(({ objectivesMet }) => objectivesMet === true).length;
    const objectives = told.length < LEAST_MENTEES ? null : { mentees: told.length, met };
    return useful === null ? [] : [{ mentorId, useful, objectives }];
  });
}

/** What early endings ask of the coordinator. */
export interface EarlyEndings {
  /** pairs that ended early and of which nobody has asked whether anything happened, in order of mentee and mentor */
  readonly unchecked: readonly (PairIds & {
    /** the day the pair ended, `YYYY-MM-DD`; absent where it is not recorded */
    readonly until?: string;
  })[];
  /** mentors of two or more pairs that ended early, in order of id: to be talked to, not judged */
  readonly prompts: readonly {
    /** id of the mentor, who may have left the pool */
    readonly mentorId: string;
    /** how many pairs of theirs ended early, 2 or more */
    readonly endings: number;
  }[];
}

/**
 * Pairs that ended early: those still to be checked for significant events, and the mentors of several. For the coordinator
 * alone. It changes no score, keeps nobody from a pair and stands in no other output.
 *
 * @throws InputError where the pool cannot be read
 * @remarks O(pairs · log pairs)
 *
 * @example
 * ```ts
 * import { earlyEndings } from "mentor-match";
 *
 * const pairs = ["bo", "di"].map((menteeId) => ({ menteeId, mentorId: "ada", status: "ended-early" as const, eventsChecked: menteeId === "bo" }));
 * earlyEndings({ mentees: [], mentors: [{ id: "ada" }], pairs });
 * // => { unchecked: [{ menteeId: "di", mentorId: "ada" }], prompts: [{ mentorId: "ada", endings: 2 }] }
 * ```
 */
export function earlyEndings(pool: PoolInput): EarlyEndings {
  const ended = parsePool(pool).pairs.filter(({ status }) => status === "ended-early");
  return {
    unchecked: inOrder(ended)
      .filter(({ eventsChecked }) => eventsChecked !== true)
      .map(({ menteeId, mentorId, until }) => ({ menteeId, mentorId, ...(until === undefined ? {} : { until }) })),
    prompts: byMentor(ended).flatMap(([mentorId, { length: endings }]) =>
      endings >= PROMPTING ? [{ mentorId, endings }] : [],
    ),
  };
}

/** By mentee and mentor, earlier pairs of the same two first. */
const inOrder = (pairs: readonly StandingPair[]): StandingPair[] =>
  [...pairs].sort(
    (a, b) =>
      byCodeUnit(a.menteeId, b.menteeId) ||
      byCodeUnit(a.mentorId, b.mentorId) ||
      byCodeUnit(a.until ?? "", b.until ?? "") ||
      byCodeUnit(a.since ?? "", b.since ?? ""),
  );

function byMentor(pairs: readonly StandingPair[]): [string, StandingPair[]][] {
  const own = new Map<string, StandingPair[]>();
  for (const pair of inOrder(pairs)) own.set(pair.mentorId, [...(own.get(pair.mentorId) ?? []), pair]);
  return [...own].sort(([a], [b]) => byCodeUnit(a, b));
}
