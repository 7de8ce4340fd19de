/** What the rules say of one pair. */
import { judge } from "../rules/rule.js";
import type { Columns } from "./compile.js";
import { scoreOf } from "./score.js";

/** Whether every rule allows a pair. Whether it reaches the least score is asked where scores are. */
export function isAllowed(columns: Columns, mentee: number, mentor: number): boolean {
  if (columns.mentees[mentee]!.id === columns.mentors[mentor]!.id) return false;
  if (columns.barred[mentee]?.has(mentor) === true) return false;
  for (const { id, onUnknown, verdict } of columns.rules) {
    if (judge(verdict(mentee, mentor), onUnknown) === "refused" && !isOverridden(columns, mentee, mentor, id))
      return false;
  }
  return true;
}

/** Ids of everything that refuses a pair, not only the first: what bars it, then rules in the policy's order. */
export function refusalsOf(columns: Columns, mentee: number, mentor: number): string[] {
  const self = columns.mentees[mentee]!.id === columns.mentors[mentor]!.id ? ["self"] : [];
  const barred = columns.barred[mentee]?.get(mentor) ?? [];
  return [...self, ...barred, ...idsThat(columns, mentee, mentor, "refused")];
}

/** Rules that bind always, and words on the pair, that refuse it: what a standing pair is still asked. */
export function bindingRefusals(columns: Columns, mentee: number, mentor: number): string[] {
  const pairing = new Set(columns.rules.filter(({ when }) => when === "pairing").map(({ id }) => id));
  return refusalsOf(columns, mentee, mentor).filter((id) => !pairing.has(id));
}

/** Ids of the rules that could not tell of a pair and that the coordinator must tick, those on its people first. */
export function checksOf(columns: Columns, mentee: number, mentor: number): string[] {
  const checks = [
    ...columns.menteesPart.checks[mentee]!,
    ...columns.mentorsPart.checks[mentor]!,
    ...idsThat(columns, mentee, mentor, "check"),
  ];
  return [...new Set(checks)];
}

/** Ids of what keeps a pair that is proposed already from being released, the mentee's first. */
export function releaseChecksOf({ menteesPart, mentorsPart }: Columns, mentee: number, mentor: number): string[] {
  return [...new Set([...menteesPart.releaseChecks[mentee]!, ...mentorsPart.releaseChecks[mentor]!])];
}

/** Ids of the rules that would refuse a pair, or could not tell, and are set aside for it by an override. */
export function overridesOf(columns: Columns, mentee: number, mentor: number): string[] {
  const isSetAside = (id: string): boolean => isOverridden(columns, mentee, mentor, id);
  const rules = columns.rules.filter(
    ({ id, onUnknown, verdict }) => isSetAside(id) && judge(verdict(mentee, mentor), onUnknown) !== "allowed",
  );
  const isWeak = isSetAside("minimumScore") && scoreOf(columns, mentee, mentor) < columns.policy.minimumScore;
  return [...rules.map(({ id }) => id), ...(isWeak ? ["minimumScore"] : [])];
}

/** Whether an override sets a rule aside for a pair. */
export function isOverridden(columns: Columns, mentee: number, mentor: number, id: string): boolean {
  return columns.overridden[mentee]?.get(mentor)?.includes(id) === true;
}

/** Rules that no override sets aside. */
function idsThat(columns: Columns, mentee: number, mentor: number, comesTo: "refused" | "check"): string[] {
  return columns.rules
    .filter(
      ({ id, onUnknown, verdict }) =>
        judge(verdict(mentee, mentor), onUnknown) === comesTo && !isOverridden(columns, mentee, mentor, id),
    )
    .map(({ id }) => id);
}
