/** Who takes part: the participation rules and what is recorded of a person's presence. */

import type { Policy } from "../policy/policy.js";
import type { ParticipationRule } from "../rules/participation/participation-rule.js";
import { judge } from "../rules/rule.js";
import type { Mentee, Mentor, Period } from "../types.js";

/** For each person of one role, in the order given. */
export interface TakingPart {
  /** ids of the rules that turned them away; empty for those who take part */
  readonly refusedBy: readonly (readonly string[])[];
  /** ids of what the coordinator must tick: rules that could not tell, and those that bind at release and do not allow */
  readonly checks: readonly (readonly string[])[];
  /** of those, the ones that bind at release */
  readonly releaseChecks: readonly (readonly string[])[];
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
  const releaseChecks: string[][] = [];
  people.forEach((person, index) => {
    const judged = bound.map(({ id, when, onUnknown, verdict }) => {
      const comesTo = judge(verdict(index), onUnknown);
      return { id, comesTo: when === "release" && comesTo !== "allowed" ? "release" : comesTo };
    });
    const ids = (...those: string[]): string[] =>
      judged.filter(({ comesTo }) => those.includes(comesTo)).map(({ id }) => id);
    refusedBy.push([...absence(person, asOf), ...ids("refused")]);
    checks.push(ids("check", "release"));
    releaseChecks.push(ids("release"));
  });
  return { refusedBy, checks, releaseChecks };
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
