/** The figures of a scheme, for its annual report: counts that say nothing of single people. */
import { daysBetween } from "../day.js";
import { isLive } from "../pool/statements.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { PairStatus, Pool, StandingPair } from "../types.js";
import { keyOf } from "./live-pairs.js";
import { type ByField, groupsBy } from "./statistics/groups.js";
import { readAsked, type StatisticsOptions } from "./statistics/options.js";
import { type Spread, spreadOf } from "./statistics/spread.js";

/** Counts over a period. */
export interface Statistics {
  /** mentees who asked in the period, by `waitingSince`; all of them where no period is given */
  readonly requests: number;
  /** mentors who offered in it, likewise */
  readonly offers: number;
  /** what became of pairs */
  readonly pairs: PairFigures;
  /** how long mentees wait for a pair, in days */
  readonly waiting: {
    /** from a mentee's request to their first pair, where it was made in the period; `null` for fewer than the least group */
    readonly untilPaired: Spread | null;
    /**
     * from the request to the pool's `asOf`, of the mentees who asked in the period, have had no pair and whose record has no
     * `withdrawn`; `null` for fewer than the least group, or without an `asOf`
     */
    readonly stillWaiting: Spread | null;
  };
  /** what came of pairs that ended in the period */
  readonly outcomes: OutcomeFigures;
  /** one for each field that was asked for, in that order; empty unless some were */
  readonly by: readonly {
    /** the field: `"jobRole"`, `"attributes.site"` */
    readonly field: string;
    /** mentees who asked in the period, by its values */
    readonly mentees: ByField;
    /** mentors who offered in the period, by its values */
    readonly mentors: ByField;
  }[];
}

/** Pairs made in the period, by `since`, and those that ended in it, by `until`; all of them where no period is given. */
export interface PairFigures {
  /** pairs made in the period, whatever became of them, proposals and declined ones among them */
  readonly made: number;
  /** of those made, as they are now; every status, also those of no pair */
  readonly byStatus: Readonly<Record<PairStatus, number>>;
  /** pairs that ended in the period as completed */
  readonly completed: number;
  /** pairs that ended in the period before their time */
  readonly endedEarly: number;
  /** how often those made went on for another term, by their `term`, or were made again by two who had completed a pair */
  readonly renewals: number;
}

/** What came of the pairs that ended in the period, where it is recorded; `null` for fewer than the least group. */
export interface OutcomeFigures {
  /** whether the two did what they had set out to do */
  readonly objectives: {
    /** pairs of which it is recorded */
    readonly pairs: number;
    /** those of them that did */
    readonly met: number;
  } | null;
  /** how useful mentees found it, from 1, not at all, to 5, very */
  readonly useful: Spread | null;
}

/**
 * Counts a scheme: requests and offers, pairs by what became of them, waits, outcomes, and people by any field. Counts by a
 * field show no group of fewer than `minimumGroup` people, nor what would give one away by subtraction; spreads of fewer
 * values are `null`. Whoever sees the same figures of two periods, or of two pools, may subtract those.
 *
 * @param options - fields to count by, the least group, and the period; of what has no day, nothing counts in a period
 * @returns counts, and no id
 * @throws InputError where the pool or the options cannot be read
 * @remarks O(people × fields + pairs)
 *
 * @example
 * ```ts
 * import { statistics } from "mentor-match";
 *
 * const country = (count: number, name: string) => Array.from({ length: count }, (_, at) => ({ id: `${name}${at}`, country: name }));
 * const pool = { mentees: [...country(7, "Kenya"), ...country(6, "Peru"), ...country(2, "Nepal")], mentors: [] };
 * statistics(pool, { by: ["country"] }).by[0]?.mentees;
 * // => { groups: [{ value: "Kenya", people: 7, paired: 0 }], others: { groups: 2, people: 8, paired: 0 } }
 * ```
 */
export function statistics(pool: PoolInput, options: StatisticsOptions = {}): Statistics {
  const { by, minimumGroup, from, until } = readAsked(options);
  const people = parsePool(pool);
  const isWithin = (day: string | undefined): boolean =>
    (from === undefined && until === undefined) ||
    (day !== undefined && (from === undefined || day >= from) && (until === undefined || day <= until));
  const mentees = people.mentees.filter(({ waitingSince }) => isWithin(waitingSince));
  const mentors = people.mentors.filter(({ waitingSince }) => isWithin(waitingSince));
  const had = people.pairs.filter(({ status }) => WAS_A_PAIR.has(status) || isLive(status));
  const pairedMentees = new Set(had.map(({ menteeId }) => menteeId));
  const pairedMentors = new Set(had.map(({ mentorId }) => mentorId));
  const ended = people.pairs.filter(({ status, until: end }) => WAS_A_PAIR.has(status) && isWithin(end));
  return {
    requests: mentees.length,
    offers: mentors.length,
    pairs: pairFigures(people, ended, isWithin),
    waiting: {
      untilPaired: spreadOf(waitsUntilPaired(people, had, isWithin), minimumGroup),
      stillWaiting: spreadOf(
        mentees.flatMap(({ id, waitingSince, withdrawn }) => {
          const isWaiting = !pairedMentees.has(id) && waitingSince !== undefined && withdrawn === undefined;
          return isWaiting && people.asOf !== undefined ? [Math.max(0, daysBetween(waitingSince, people.asOf))] : [];
        }),
        minimumGroup,
      ),
    },
    outcomes: outcomeFigures(ended, minimumGroup),
    by: by.map((field) => ({
      field,
      mentees: groupsBy(mentees, field, (id) => pairedMentees.has(id), minimumGroup),
      mentors: groupsBy(mentors, field, (id) => pairedMentors.has(id), minimumGroup),
    })),
  };
}

/** Statuses of pairs that were one for a while; one that was declined after a first meeting was not. */
const WAS_A_PAIR: ReadonlySet<PairStatus> = new Set<PairStatus>(["dissolved", "completed", "ended-early"]);

function pairFigures(
  { pairs }: Pool,
  ended: readonly StandingPair[],
  isWithin: (day?: string) => boolean,
): PairFigures {
  const made = pairs.filter(({ since }) => isWithin(since));
  const count = (status: PairStatus, of: readonly StandingPair[]): number =>
    of.filter((pair) => pair.status === status).length;
  const completed = pairs.filter(({ status }) => status === "completed");
  const before = new Map<string, StandingPair[]>();
  for (const pair of completed) before.set(keyOf(pair), [...(before.get(keyOf(pair)) ?? []), pair]);
  return {
    made: made.length,
    byStatus: {
      proposed: count("proposed", made),
      accepted: count("accepted", made),
      met: count("met", made),
      agreed: count("agreed", made),
      declined: count("declined", made),
      dissolved: count("dissolved", made),
      completed: count("completed", made),
      "ended-early": count("ended-early", made),
    },
    completed: count("completed", ended),
    endedEarly: count("ended-early", ended),
    renewals: made.reduce((sum, pair) => sum + renewalsOf(pair, before.get(keyOf(pair)) ?? []), 0),
  };
}

/**
 * How many terms a pair had beyond the first of these two people, those before it not counted: its term goes on counting
 * where it names a later one than the pairs that they had completed by then, and begins anew where it does not.
 */
function renewalsOf(pair: StandingPair, completed: readonly StandingPair[]): number {
  const { since, term = 1 } = pair;
  const isEarlier = (one: StandingPair): boolean =>
    one !== pair && one.until !== undefined && since !== undefined && one.until <= since;
  const earlier = completed.filter(isEarlier);
  const terms = earlier.reduce((most, one) => Math.max(most, one.term ?? 1), 0);
  if (terms === 0) return term - 1;
  return term > terms ? term - terms : term;
}

/** Days from each mentee's request to their first pair, where it was made in the period. */
function waitsUntilPaired(
  { mentees }: Pool,
  had: readonly StandingPair[],
  isWithin: (day?: string) => boolean,
): number[] {
  const first = new Map<string, string>();
  for (const { menteeId, since } of had) {
    const before = first.get(menteeId);
    if (since !== undefined && (before === undefined || since < before)) first.set(menteeId, since);
  }
  return mentees.flatMap(({ id, waitingSince }) => {
    const day = first.get(id);
    const isKnown = waitingSince !== undefined && day !== undefined && waitingSince <= day && isWithin(day);
    return isKnown ? [daysBetween(waitingSince, day)] : [];
  });
}

function outcomeFigures(ended: readonly StandingPair[], least: number): OutcomeFigures {
  const outcomes = ended.flatMap(({ outcome }) => (outcome === undefined ? [] : [outcome]));
  const told = outcomes.filter(({ objectivesMet }) => objectivesMet !== undefined);
  const met = told.filter(({ objectivesMet }) => objectivesMet === true).length;
  return {
    objectives: told.length < Math.max(1, least) ? null : { pairs: told.length, met },
    useful: spreadOf(
      outcomes.flatMap(({ useful }) => (useful === undefined ? [] : [useful])),
      least,
    ),
  };
}
