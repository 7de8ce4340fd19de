/** Policies of every sort that the door lets in, as JSON; functions are called by name until a case is run. */
import {
  type Criterion,
  type ParticipationRule,
  type PolicyInput,
  pairCriterion,
  pairRule,
  personRule,
  type Rule,
} from "../../src/index.js";
import { anyConstraints } from "./any-constraints.js";
import { anyLimits, anyObjective } from "./any-objective.js";
import type { Chance } from "./chance.js";

export type JsonRecord = { [field: string]: unknown };

export const GRADES = ["PhD", "Postdoc", "Fellow", "Lecturer", "Professor"];
export const FACTS = ["department", "organisation", "languages", "profession", "jobRole", "attributes.site"];
const LADDERS = [[["PhD"], ["Postdoc", "Fellow"], ["Lecturer"], ["Professor"]], [["PhD"], ["Professor"]], []];

/** A policy for the pool's people, whose ids `pair-scores` names. */
export function anyPolicy(
  chance: Chance,
  menteeIds: readonly string[],
  mentorIds: readonly string[],
  isWide: boolean,
): JsonRecord {
  const { nat, once, one } = chance;
  const ladder = one([LADDERS[0]!, LADDERS[0]!, LADDERS[0]!, LADDERS[1]!, LADDERS[2]!]);
  const list = (most: number, make: () => JsonRecord): JsonRecord[] =>
    Array.from({ length: nat(most + 1) }, (_, at) => ({
      ...make(),
      id: `${one(["x", "y", "2", "constructor"])}${at}`,
    }));
  const hasProtected = once(6);
  return {
    name: one(["Pals 2026", "n", "é"]),
    ...(ladder.length > 0 || once(2) ? { ladder } : {}),
    must: [
      ...list(3, () => entry(chance, (depth) => anyPairRule(chance, ladder, depth, isWide))),
      ...(hasProtected && once(2) ? [DECLARED] : []),
    ],
    prefer: list(3, () => ({
      ...anyCriterion(chance, menteeIds, mentorIds, isWide),
      weight: one([1, 1, 3, 0.1, 0.7, 1e6]),
    })),
    ...(once(2)
      ? {
          participation: {
            mentees: list(2, () => entry(chance, (depth) => anyPersonRule(chance, ladder, depth))),
            mentors: list(2, () => entry(chance, (depth) => anyPersonRule(chance, ladder, depth))),
          },
        }
      : {}),
    ...(once(2)
      ? { capacity: one([{ default: 2 }, { default: 0 }, { default: 1, max: 1 }, { default: 1, max: 3 }]) }
      : {}),
    ...(once(2) ? { objective: isWide ? anyObjective(chance) : one(PLAIN) } : {}),
    ...(once(3) ? { minimumScore: one([0, 1, 2500, 5000, 10_000]) } : {}),
    ...(once(3) ? { lottery: one<string | number>(["seed", 7, "__proto__"]) } : {}),
    ...(hasProtected ? { protected: ["gender"], restricted: ["appraisal"] } : {}),
    ...(once(5)
      ? { waiting: { limitDays: 60 }, terms: { months: 12, renewable: 1 }, standing: { pairs: "fixed" } }
      : {}),
    ...(isWide && once(3) ? { standing: { pairs: "movable" } } : {}),
    ...(isWide && once(4) ? { limits: anyLimits(chance) } : {}),
    ...(isWide && once(2) ? anyConstraints(chance, menteeIds) : {}),
  };
}

const PLAIN: readonly unknown[] = [
  ["score"],
  ["coverage"],
  ["score", "coverage"],
  [{ level: "coverage" }, { level: "score" }],
];

const DECLARED = {
  rule: "same-attribute",
  attribute: "attributes.gender",
  id: "declared",
  onUnknown: "allow",
  positiveAction: { characteristic: "sex", ground: "g", evidence: "e", aim: "a", reviewDate: "2027-01-01" },
};

/** What every rule of the list takes beside its own parameters. */
function entry(chance: Chance, make: (depth: number) => JsonRecord): JsonRecord {
  const { once, one } = chance;
  return { ...make(2), ...(once(2) ? { onUnknown: one(["refuse", "confirm", "confirm", "allow"]) } : {}) };
}

function anyPairRule(
  chance: Chance,
  ladder: readonly (readonly string[])[],
  depth: number,
  isWide: boolean,
): JsonRecord {
  const { one, nat } = chance;
  const part = (): JsonRecord => anyPairRule(chance, ladder, depth - 1, isWide);
  const parts = (): JsonRecord[] => Array.from({ length: 1 + nat(3) }, part);
  const atoms: (() => JsonRecord)[] = [
    () => ({ rule: "different-department", ...(depth === 2 ? { when: one(["pairing", "always"]) } : {}) }),
    () =>
      ladder.length === 0
        ? { rule: "no-conflict" }
        : one([{ rule: "more-senior" }, { rule: "more-senior", by: 1, atMost: 2 }]),
    () => one([{ rule: "outside-reporting-line" }, { rule: "outside-reporting-line", levels: 1 + nat(3) }]),
    () => one(["not-line-manager", "not-appraiser", "not-supervisor", "no-conflict"].map((rule) => ({ rule }))),
    () => ({ rule: one(["same-attribute", "different-attribute"]), attribute: one(FACTS) }),
    () => ({ closure: one(Object.keys(PAIR_RULES)) }),
    ...(isWide ? wideRules(chance) : []),
  ];
  const composed: (() => JsonRecord)[] = [
    () => ({ rule: "any-of", rules: parts() }),
    () => ({ rule: "all-of", rules: parts() }),
    () => ({ rule: "not", of: part() }),
  ];
  return one(depth === 0 ? atoms : [...atoms, ...composed])();
}

const wideRules = (chance: Chance): (() => JsonRecord)[] => {
  const { one, once } = chance;
  return [
    () => ({ rule: "nominated", by: one(["mentee", "mentor", "either", "both"]) }),
    () => ({ rule: "not-previously-paired", ...(once(2) ? { months: 12 } : {}) }),
    () => one([{ rule: "shared-language" }, { rule: "different-organisation" }, { rule: "more-experienced", by: 2 }]),
    () =>
      one([{ rule: "within-distance", km: 50 }, { rule: "within-distance" }, { rule: "time-zone-within", hours: 3 }]),
  ];
};

function anyPersonRule(chance: Chance, ladder: readonly (readonly string[])[], depth: number): JsonRecord {
  const { one, nat, once } = chance;
  const part = (): JsonRecord => anyPersonRule(chance, ladder, depth - 1);
  const parts = (): JsonRecord[] => Array.from({ length: 1 + nat(3) }, part);
  const grade = ladder.flat();
  const atoms: (() => JsonRecord)[] = [
    () => ({ rule: one(["opted-in", "trained"]) }),
    () =>
      grade.length === 0 ? { rule: "trained" } : { rule: one(["at-least-grade", "at-most-grade"]), grade: one(grade) },
    () => ({
      rule: "has-attribute",
      attribute: one([...FACTS, "approved", "conflicts"]),
      ...(once(2) ? { value: "N" } : {}),
    }),
    () => ({ closure: "has-interests" }),
  ];
  const composed: (() => JsonRecord)[] = [
    () => ({ rule: "any-of", rules: parts() }),
    () => ({ rule: "all-of", rules: parts() }),
    () => ({ rule: "not", of: part() }),
  ];
  return one(depth === 0 ? atoms : [...atoms, ...composed])();
}

function anyCriterion(
  chance: Chance,
  menteeIds: readonly string[],
  mentorIds: readonly string[],
  isWide: boolean,
): JsonRecord {
  const { one, nat, once } = chance;
  return one<() => JsonRecord>([
    () => ({ criterion: "shared-areas" }),
    () => ({ criterion: "shared-interests" }),
    () => ({ criterion: "same-attribute", attribute: one(FACTS) }),
    () => ({ criterion: "seniority-gap", ...(once(2) ? { ideal: nat(3) } : {}) }),
    () => ({
      criterion: "pair-scores",
      scores: menteeIds.flatMap((mentee) => mentorIds.filter(() => once(2)).map((mentor) => [mentee, mentor, nat(8)])),
      max: 7,
    }),
    () => ({ closure: one(Object.keys(PAIR_CRITERIA)) }),
    ...(isWide ? wideCriteria(chance) : []),
  ])();
}

const wideCriteria = ({ one }: Chance): (() => JsonRecord)[] => [
  () => ({ criterion: one(["job-role", "shared-language", "time-zone", "mentoring-experience", "nominations"]) }),
  () =>
    one([
      { criterion: "experience-gap", ideal: 3 },
      { criterion: "distance", km: 100 },
    ]),
];

type Options = { readonly id?: string; readonly weight?: number; readonly onUnknown?: "refuse" | "confirm" | "allow" };

const PAIR_RULES: { readonly [name: string]: (options: Options) => Rule } = {
  "same-site": (options) =>
    pairRule(
      "same-site",
      { ...options, reads: { mentee: ["attributes.site"], mentor: ["attributes.site"] } },
      (mentee, mentor) => mentee.attributes.site === mentor.attributes.site,
    ),
  "odd-years": (options) =>
    pairRule(
      "odd-years",
      { ...options, reads: { mentee: ["experienceYears"], mentor: ["experienceYears"] } },
      (mentee, mentor) => ((mentee.experienceYears + mentor.experienceYears) % 3) as 0 | 1 | 2,
    ),
  "no-appraisers": (options) =>
    pairRule(
      "no-appraisers",
      { ...options, when: "always", reads: { mentee: ["appraisers"], mentor: [] } },
      (mentee) => mentee.appraisers.length < 2,
    ),
};

const PAIR_CRITERIA: { readonly [name: string]: (options: Options) => Criterion } = {
  "close-in-years": (options) =>
    pairCriterion(
      "close-in-years",
      { ...options, reads: { mentee: ["experienceYears"], mentor: ["experienceYears"] } },
      (mentee, mentor) => 1 / (1 + Math.abs(mentor.experienceYears - mentee.experienceYears)),
    ),
  "sometimes-silent": (options) =>
    pairCriterion("sometimes-silent", { ...options, reads: { mentee: ["id"], mentor: ["id"] } }, (mentee, mentor) =>
      (mentee.id.length + mentor.id.length) % 2 === 0 ? -1 : 0.3,
    ),
};

const hasInterests = (options: Options): ParticipationRule =>
  personRule("has-interests", { ...options, reads: ["interests"] }, (person) => person.interests.length > 0);

/** The policy with its functions in it. They are the only way to say some things, and JSON cannot hold them. */
export function withFunctions(policy: unknown): PolicyInput {
  return revived(policy) as PolicyInput;
}

function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value !== "object" || value === null) return value;
  const { closure, ...options } = value as { readonly closure?: string } & Options;
  if (closure !== undefined)
    return { ...PAIR_RULES, ...PAIR_CRITERIA, "has-interests": hasInterests }[closure]!(options);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revived(inner)]));
}
