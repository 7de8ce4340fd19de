/** Who takes part: the participation rules and what is recorded of a person's presence. */

import type { Policy } from "../policy/policy.js";
import type { ParticipationRule } from "../rules/participation/participation-rule.js";
import { judge } from "../rules/rule.js";
import type { Mentee, Mentor, Period } from "../types.js";

/** For each person of one role, in the order given. */
export interface TakingPart {
  /** ids of the rules that turned them away; empty for those who take part */
  readonly refusedBy: readonly (readonly string[])[];
  /** ids of the rules that could not tell and that the coordinator must tick */
  readonly checks: readonly (readonly string[])[];
}

/** Judges every person of a role. A withdrawal, a hold or an absence on the day of the data counts as a rule of that name. */
export function takingPart(
  people: readonly (Mentee | Mentor)[],
  rules: readonly ParticipationRule[],
  ladder: Policy["ladder"],
  asOf: string | undefined,
): TakingPart {
  const bound = rules.map((rule) => ({
    ...rule,
    verdict: rule.bind({ people, ladder, asOf, closedWorld: rule.onUnknown === undefined }),
  }));
  const refusedBy: string[][] = [];
  const checks: string[][] = [];
  people.forEach((person, index) => {
    const judged = bound.map(({ id, onUnknown, verdict }) => ({ id, comesTo: judge(verdict(index), onUnknown) }));
    const ids = (comesTo: string): string[] => judged.filter((one) => one.comesTo === comesTo).map(({ id }) => id);
    refusedBy.push([...absence(person, asOf), ...ids("refused")]);
    checks.push(ids("check"));
  });
  return { refusedBy, checks };
}

/** Whether somebody has left the scheme by the day of the data. */
export function hasWithdrawn({ withdrawn }: Mentee | Mentor, asOf: string | undefined): boolean {
  return withdrawn !== undefined && asOf !== undefined && withdrawn <= asOf;
}

function absence(person: Mentee | Mentor, asOf: string | undefined): string[] {
  const reasons: string[] = [];
  if (hasWithdrawn(person, asOf)) reasons.push("withdrawn");
  if (covers(person.hold, asOf)) reasons.push("hold");
  if (covers(person.away, asOf)) reasons.push("away");
  return reasons;
}

function covers(period: Period | undefined, asOf: string | undefined): boolean {
  if (period === undefined || asOf === undefined) return false;
  return (period.from === undefined || period.from <= asOf) && (period.until === undefined || asOf <= period.until);
}
