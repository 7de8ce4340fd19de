/** Objectives and limits of every sort that the door lets in, as JSON. */
import type { JsonRecord } from "./any-policy.js";
import type { Chance } from "./chance.js";

const LEVELS: readonly unknown[] = [
  "score",
  "access",
  "first-choices",
  "spread",
  "keep",
  { level: "priority", by: "tier" },
  { level: "priority", by: "waiting", step: "month" },
];

/** These would reward leaving people out, and so only come after coverage. */
const AFTER_COVERAGE: readonly unknown[] = ["worst-off", "last-choices"];

/** Short ones mostly, now and then all levels there are, or stability. */
export function anyObjective(chance: Chance): unknown {
  const { once, one, nat } = chance;
  if (once(8)) return { stable: one(["mentees", "mentors"]) };
  if (once(3))
    return one([["score"], ["coverage"], ["score", "coverage"], [{ level: "coverage" }, { level: "score" }]]);
  const before = chance.shuffled(LEVELS);
  const some = before.slice(0, 1 + nat(once(6) ? before.length : 3)).filter(isFirstOfItsName);
  const cut = nat(some.length + 1);
  return [
    ...some.slice(0, cut),
    "coverage",
    ...chance.shuffled([...some.slice(cut), ...AFTER_COVERAGE.filter(() => once(3))]),
  ];
}

const nameOf = (level: unknown): unknown => (typeof level === "string" ? level : (level as JsonRecord).level);

function isFirstOfItsName(level: unknown, at: number, all: readonly unknown[]): boolean {
  return all.findIndex((other) => nameOf(other) === nameOf(level)) === at;
}

/** One to three limits; those that cut across each other are refused when the pool is known. */
export function anyLimits(chance: Chance): JsonRecord[] {
  const { nat, one, once } = chance;
  return Array.from({ length: 1 + nat(3) }, (_, at) => ({
    id: `l${at}`,
    ...(once(4) ? { atLeast: 1 + nat(2), ...(once(2) ? { atMost: 3 } : {}) } : { atMost: nat(5) }),
    ...one<() => JsonRecord>([
      () => ({}),
      () => ({ mentees: { department: one([["Art"], ["Art", "Law"], "Sea"]) } }),
      () => ({ mentors: { organisation: one(["North", ["South"]]) } }),
      () => ({ each: "mentor", groupBy: one(["department", "organisation", "attributes.site"]) }),
      () => ({ each: "mentee", groupBy: one(["organisation", "grade"]) }),
      () => ({ each: "mentor", mentees: { grade: ["PhD", "Postdoc"] } }),
    ])(),
  }));
}
