/** Pairs that have not taken a step in time, for a coordinator to ask after. */
import { daysAfter } from "../day.js";
import { byCodeUnit } from "../door.js";
import type { PolicyInput, Terms } from "../policy/policy.js";
import { parsePolicy } from "../policy.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { PairIds, PairStatus, StandingPair } from "../types.js";
import { checkDay } from "./given.js";
import { liveOn } from "./live-pairs.js";
import { endOfTerm } from "./term-dates.js";

/** What a pair does next: both accept it, meet, sign their agreement, and end it or renew it. */
export type Step = "accept" | "meet" | "agree" | "end";

/** A step that should have been taken. */
export interface OverdueStep {
  /** what is late */
  readonly step: Step;
  /** the last day on which it would have been in time, `YYYY-MM-DD`: before the pool's `asOf` */
  readonly due: string;
}

/** A live pair with steps that are late. */
export interface OverduePair extends PairIds {
  /** how far the pair has come: one of the four that are live */
  readonly status: PairStatus;
  /** the day since which the two are a pair, `YYYY-MM-DD` */
  readonly since: string;
  /** in the order in which they are taken */
  readonly steps: readonly OverdueStep[];
}

/** The steps that a pair of each status has taken. */
const TAKEN: { readonly [S in PairStatus]?: number } = { proposed: 0, accepted: 1, met: 2, agreed: 3 };

/**
 * The live pairs that are late on the pool's day: still to be accepted after `terms.proposalDays`, to have met after
 * `terms.firstMeetingDays`, to have signed after `terms.agreementDays`, each counted from the day `since` which they are a pair,
 * or to be renewed or completed after their term. What the policy's terms do not name is never late, and no pair without a day is.
 *
 * @returns in order of the mentee's id and then of the mentor's; empty where all is in time
 * @throws InputError listing everything that is wrong with the pool or the policy, or where the pool has no `asOf`
 * @remarks O(people + pairs)
 *
 * @example
 * ```ts
 * import { overdue } from "mentor-match";
 *
 * const pairs = [{ menteeId: "bo", mentorId: "ada", status: "accepted" as const, since: "2026-10-01" }];
 * const pool = { asOf: "2026-11-20", mentees: [{ id: "bo" }], mentors: [{ id: "ada" }], pairs };
 * overdue(pool, { name: "Our scheme", terms: { proposalDays: 14, firstMeetingDays: 30 } })[0]?.steps;
 * // => [{ step: "meet", due: "2026-10-31" }]
 * ```
 */
export function overdue(pool: PoolInput, policy: PolicyInput): readonly OverduePair[] {
  const people = parsePool(pool);
  const { terms = {} } = parsePolicy(policy);
  const today: unknown = people.asOf;
  checkDay("pool", "asOf", today);
  return people.pairs
    .filter(liveOn(people, today))
    .flatMap((pair): OverduePair[] => {
      const { menteeId, mentorId, status, since } = pair;
      if (since === undefined) return [];
      const steps = stepsOf(pair, since, terms).filter(({ due }) => today > due);
      return steps.length === 0 ? [] : [{ menteeId, mentorId, status, since, steps }];
    })
    .sort((a, b) => byCodeUnit(a.menteeId, b.menteeId) || byCodeUnit(a.mentorId, b.mentorId));
}

/** The steps still to be taken that have a last day. */
function stepsOf(pair: StandingPair, since: string, terms: Terms): OverdueStep[] {
  const { proposalDays, firstMeetingDays, agreementDays } = terms;
  const after = (days: number | undefined): string | undefined =>
    days === undefined ? undefined : daysAfter(since, days);
  const all: readonly (readonly [Step, string | undefined])[] = [
    ["accept", after(proposalDays)],
    ["meet", after(firstMeetingDays)],
    ["agree", after(agreementDays)],
    ["end", endOfTerm(terms, pair)],
  ];
  return all.slice(TAKEN[pair.status]).flatMap(([step, due]) => (due === undefined ? [] : [{ step, due }]));
}
