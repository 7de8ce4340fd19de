/** What the components of a level count, in units that can be put into words. */
import { choicesOf, type Priority, tenthOf, urgencyOf } from "../../level-terms.js";
import { levelsOf, type Policy } from "../../policy/policy.js";
import type { Case } from "../case.js";

/** By what a level counts: full months or years waited, tiers, numbers of choices, or tenths of the scale of scores (0 … 9). */
export type CountUnit = "months" | "years" | "tier" | "choice" | "tenth";

/** The unit of a policy's level; `undefined` where the policy has none of the name, or its components need no words. */
export function unitOf(name: string, policy: Policy): CountUnit | undefined {
  const level = "stable" in policy.objective ? undefined : levelsOf(policy).find((one) => one.name === name);
  if (level === undefined) return undefined;
  if (name === "first-choices" || name === "last-choices") return "choice";
  if (name === "worst-off") return "tenth";
  if (name !== "priority") return undefined;
  const { by = "waiting", step = "month" } = level.json as Partial<Priority>;
  return by === "tier" ? "tier" : step === "month" ? "months" : "years";
}

/** How many mentees with a mentor, or of choices and tenths how many matches, there are of each; `null` is no tier, or no choice. */
export function countsBy(
  { columns, pool, result: { matches } }: Case,
  unit: CountUnit,
): ReadonlyMap<number | null, number> {
  const counts = new Map<number | null, number>();
  const add = (of: number | null, more = 1): void => void counts.set(of, (counts.get(of) ?? 0) + more);
  if (unit === "tenth") for (const { score } of matches) add(tenthOf(score));
  else if (unit === "choice") {
    const choice = choicesOf(columns.mentees);
    for (const { menteeId, mentorId } of matches) add(choice(columns.menteeIndex.get(menteeId)!, mentorId) || null);
  } else {
    const by = unit === "tier" ? ("tier" as const) : ("waiting" as const);
    const step = unit === "years" ? ("year" as const) : ("month" as const);
    const urgency = urgencyOf(columns.mentees, pool.asOf, { by, step });
    const matched = new Set(matches.map(({ menteeId }) => menteeId));
    for (const [mentee, { id }] of columns.mentees.entries()) {
      const own = urgency[mentee]!;
      add(by === "waiting" ? own : Number.isFinite(own) ? -own : null, Number(matched.has(id)));
    }
  }
  return counts;
}

/** Orders as levels do: who waited longest first, else the lowest number; what has none comes last. */
export const inOrder =
  (unit: CountUnit) =>
  (a: number | null, b: number | null): number =>
    a === null || b === null
      ? Number(a === null) - Number(b === null)
      : unit === "months" || unit === "years"
        ? b - a
        : a - b;
