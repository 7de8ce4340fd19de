/** What cuts across, of every sort that the door lets in, as JSON. */
import type { JsonRecord } from "./any-policy.js";
import type { Chance } from "./chance.js";

/** One to three constraints, a cap on changes, or both. */
export function anyConstraints(chance: Chance, menteeIds: readonly string[]): JsonRecord {
  const { nat, once } = chance;
  const isCapped = once(3);
  const count = isCapped && once(2) ? 0 : 1 + nat(3);
  const constraints = Array.from({ length: count }, (_, at) => ({ id: `c${at}`, ...anyConstraint(chance, menteeIds) }));
  return {
    ...(count > 0 ? { constraints } : {}),
    ...(isCapped ? { standing: { pairs: "movable", maxChanges: nat(3) } } : {}),
  };
}

function anyConstraint(chance: Chance, menteeIds: readonly string[]): JsonRecord {
  const { nat, one, shuffled } = chance;
  const group = (): JsonRecord =>
    one([
      { department: ["Art"] },
      { department: ["Art", "Law"] },
      { organisation: "North" },
      { grade: ["PhD", "Postdoc"] },
    ]);
  const sorts: (() => JsonRecord)[] = [
    () => ({ totalLoad: nat(4) }),
    () => ({ noReciprocal: true }),
    () => ({ noCycles: true }),
    () => ({
      share: one([{ mentees: group() }, { mentors: group() }, { mentees: group(), mentors: group() }]),
      [one(["atMostPercent", "atLeastPercent"])]: 5 * nat(21),
    }),
    ...(menteeIds.length < 2 ? [] : [() => ({ bothOrNeither: shuffled(menteeIds).slice(0, 2 + nat(2)) })]),
  ];
  return one(sorts)();
}
