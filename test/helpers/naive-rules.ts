/** Every rule once more, as plain as its documentation: no columns, no preparation, a loop wherever one does. */
import type { Ladder } from "../../src/entry.js";
import type { RuleContext, Verdict } from "../../src/rules/rule.js";
import type { Mentee, Mentor, Period, Person } from "../../src/types.js";
import { naiveClockHours, naiveMetres, naiveMonthsBefore } from "./naive-measures.js";

/** A rule or participation rule as a JSON policy writes it. */
export interface RuleJson {
  readonly rule: string;
  readonly [parameter: string]: unknown;
}

type Naive = (mentee: Mentee, mentor: Mentor, rule: RuleJson, context: RuleContext) => Verdict;

/** The verdict of a rule on one pair. */
export function naiveVerdict(rule: RuleJson, mentee: Mentee, mentor: Mentor, context: RuleContext): Verdict {
  const naive = new Map(Object.entries(naiveRules)).get(rule.rule);
  if (naive === undefined) throw new Error(`Cannot judge a pair by "${rule.rule}": it has no naive form yet`);
  return naive(mentee, mentor, rule, context);
}

const naiveRules: { readonly [name: string]: Naive } = {
  "different-department": (mentee, mentor, _, context) => opposite(shared(mentee, mentor, "department", context)),
  "more-senior": (mentee, mentor, { by = 1, atMost = Infinity, topStep }, { ladder }) => {
    const low = stepOn(ladder, mentee.grade);
    const high = stepOn(ladder, mentor.grade);
    if (low === undefined || high === undefined) return 1;
    const isTop = (grade: string | undefined): boolean => ladder.at(-1)!.some((name) => name === grade);
    if (topStep === "peer" && isTop(mentee.grade) && isTop(mentor.grade)) return 2;
    return high - low >= (by as number) && high - low <= (atMost as number) ? 2 : 0;
  },
  "different-organisation": (mentee, mentor, _, context) => opposite(shared(mentee, mentor, "organisation", context)),
  "more-experienced": ({ experienceYears: few }, { experienceYears: many }, { by = 1 }) => {
    if (few === undefined || many === undefined) return 1;
    return many - few > (by as number) - 0.0005 ? 2 : 0;
  },
  "not-previously-paired": (mentee, mentor, { months }, { pairs = [], asOf }) => {
    const ended = pairs
      .filter(({ menteeId, mentorId }) => menteeId === mentee.id && mentorId === mentor.id)
      .filter(({ status, reopened }) => status !== "agreed" && status !== "declined" && reopened !== true);
    const verdicts = ended.map(({ until }): Verdict => {
      if (months === undefined) return 0;
      if (until === undefined || asOf === undefined) return 1;
      return until >= naiveMonthsBefore(asOf, months as number) ? 0 : 2;
    });
    return Math.min(2, ...verdicts) as Verdict;
  },
  nominated: (mentee, mentor, { by = "mentee" }) => {
    const says = ({ nominations }: Person, id: string): Verdict =>
      nominations === undefined ? 1 : nominations.includes(id) ? 2 : 0;
    const sides: readonly Verdict[] = [says(mentee, mentor.id), says(mentor, mentee.id)];
    if (by === "mentee" || by === "mentor") return sides[by === "mentee" ? 0 : 1]!;
    return (by === "either" ? Math.max(...sides) : Math.min(...sides)) as Verdict;
  },
  "shared-language": (mentee, mentor, _, context) => shared(mentee, mentor, "languages", context),
  "time-zone-within": ({ utcOffsetHours: one }, { utcOffsetHours: other }, { hours }) => {
    if (one === undefined || other === undefined) return 1;
    return naiveClockHours(one, other) <= (hours as number) ? 2 : 0;
  },
  "within-distance": (mentee, mentor, { km, mode = "in-person" }) => {
    const limits = [km as number | undefined, mentee.maxDistanceKm].filter((limit) => limit !== undefined);
    if (limits.length === 0) return 2;
    const metres = naiveMetres(mentee, mentor);
    if (metres !== undefined && limits.every((limit) => metres <= Math.round(limit * 1000))) return 2;
    const isTooFar: Verdict = metres === undefined ? 1 : 0;
    const [mine, theirs] = [mentee, mentor].map(({ modes = [] }) => modes.filter((one) => one !== ""));
    // Whoever says nothing might meet in any way.
    const mayBeOnly = [mine!, theirs!].every((modes) => modes.length === 0 || modes.includes(mode as string));
    if (!mayBeOnly) return 2;
    if (mine!.length === 0 || theirs!.length === 0) return 1;
    return mine!.some((one) => one !== mode && theirs!.includes(one)) ? 2 : isTooFar;
  },
  "outside-reporting-line": (mentee, mentor, { levels = Number.MAX_SAFE_INTEGER }, context) => {
    if (mentee.id !== mentor.id) {
      if (stepsUp(mentee.id, mentor.id, context) <= (levels as number)) return 0;
      if (stepsUp(mentor.id, mentee.id, context) <= (levels as number)) return 0;
    }
    if (context.closedWorld) return 2;
    const isDeclared = ({ id, lineManager }: Person): boolean =>
      lineManager !== undefined ||
      context.reportingLines.some((line) => line.person === id && isNow(line, context.asOf));
    return isDeclared(mentee) && isDeclared(mentor) ? 2 : 1;
  },
  "not-line-manager": (mentee, mentor, _, context) => {
    if (mentee.lineManager === mentor.id) return 0;
    return mentee.lineManager === undefined && !context.closedWorld ? 1 : 2;
  },
  "not-appraiser": (mentee, mentor, { months }, context) => {
    if (mentee.appraisers?.includes(mentor.id)) return 0;
    if (has(mentee, "appraiser", mentor, context, months)) return 0;
    return mentee.appraisers === undefined && !context.closedWorld ? 1 : 2;
  },
  "not-supervisor": (mentee, mentor, { months }, context) => {
    if (mentee.supervisors?.includes(mentor.id)) return 0;
    if (has(mentee, "supervisor", mentor, context, months)) return 0;
    return mentee.supervisors === undefined && !context.closedWorld ? 1 : 2;
  },
  "no-conflict": (mentee, mentor, _, context) => {
    if (mentee.conflicts?.includes(mentor.id) || mentor.conflicts?.includes(mentee.id)) return 0;
    if (has(mentee, "conflict", mentor, context) || has(mentor, "conflict", mentee, context)) return 0;
    if (context.closedWorld) return 2;
    return mentee.conflicts === undefined || mentor.conflicts === undefined ? 1 : 2;
  },
  "same-attribute": (mentee, mentor, { attribute }, context) => shared(mentee, mentor, attribute as string, context),
  "different-attribute": (mentee, mentor, { attribute }, context) =>
    opposite(shared(mentee, mentor, attribute as string, context)),
  "any-of": (mentee, mentor, { rules }, context) =>
    Math.max(...(rules as RuleJson[]).map((rule) => naiveVerdict(rule, mentee, mentor, context))) as Verdict,
  "all-of": (mentee, mentor, { rules }, context) =>
    Math.min(...(rules as RuleJson[]).map((rule) => naiveVerdict(rule, mentee, mentor, context))) as Verdict,
  not: (mentee, mentor, { of }, context) => opposite(naiveVerdict(of as RuleJson, mentee, mentor, context)),
};

/** The verdict of a participation rule on one person. */
export function naivePersonVerdict(rule: RuleJson, person: Person, ladder: Ladder, closedWorld: boolean): Verdict {
  switch (rule.rule) {
    case "opted-in":
      return person.optedIn === undefined ? 1 : person.optedIn ? 2 : 0;
    case "trained":
      return person.trained === undefined ? 1 : person.trained ? 2 : 0;
    case "approved":
      return person.approved === undefined ? 1 : person.approved ? 2 : 0;
    case "at-least-grade":
    case "at-most-grade": {
      const step = stepOn(ladder, person.grade);
      const bound = stepOn(ladder, rule.grade as string);
      if (step === undefined || bound === undefined) return 1;
      return (rule.rule === "at-least-grade" ? step >= bound : step <= bound) ? 2 : 0;
    }
    case "has-attribute": {
      const values = valuesOf(person, rule.attribute as string);
      if (values.length === 0) return saysNobody(person, rule.attribute as string, closedWorld) ? 0 : 1;
      if (rule.value !== undefined) return values.includes(rule.value) ? 2 : 0;
      return values.some((value) => value !== false) ? 2 : 0;
    }
    case "any-of":
      return Math.max(
        ...(rule.rules as RuleJson[]).map((part) => naivePersonVerdict(part, person, ladder, closedWorld)),
      ) as Verdict;
    case "all-of":
      return Math.min(
        ...(rule.rules as RuleJson[]).map((part) => naivePersonVerdict(part, person, ladder, closedWorld)),
      ) as Verdict;
    case "not":
      return opposite(naivePersonVerdict(rule.of as RuleJson, person, ladder, closedWorld));
    default:
      throw new Error(`Cannot judge a person by "${rule.rule}": it has no naive form yet`);
  }
}

const opposite = (verdict: Verdict): Verdict => (2 - verdict) as Verdict;

function stepOn(ladder: Ladder, grade: string | undefined): number | undefined {
  for (let step = 0; step < ladder.length; step++) if (ladder[step]!.some((name) => name === grade)) return step;
  return undefined;
}

/** Fields that are compared under their own name; every other name is an attribute's. */
const FIELDS = ["organisation", "department", "grade", "experienceYears", "jobRole", "profession", "country"].concat(
  ["utcOffsetHours", "languages", "modes", "lineManager", "appraisers", "supervisors", "conflicts", "interests"],
  ["optedIn", "trained", "approved", "nominations", "avoid", "waitingSince", "withdrawn", "tier"],
  ["seeks", "demand", "maxDistanceKm", "gapPreference", "offers", "capacity", "minimum", "mentoringExperience"],
);
const DECLARED = ["lineManager", "appraisers", "supervisors", "conflicts"];

function rawValue(person: Person, attribute: string): unknown {
  if (FIELDS.includes(attribute)) return Object.entries(person).find(([field]) => field === attribute)?.[1];
  const name = attribute.startsWith("attributes.") ? attribute.slice("attributes.".length) : attribute;
  return Object.entries(person.attributes ?? {}).find(([key]) => key === name)?.[1];
}

function valuesOf(person: Person, attribute: string): unknown[] {
  return [rawValue(person, attribute)].flat().filter((value) => value !== undefined && value !== null && value !== "");
}

/** Declarations are answers, absent ones in a closed world only; so is a list of nobody. */
function saysNobody(person: Person, attribute: string, closedWorld: boolean): boolean {
  if (DECLARED.includes(attribute)) return closedWorld || rawValue(person, attribute) !== undefined;
  return ["nominations", "avoid"].includes(attribute) && Array.isArray(rawValue(person, attribute));
}

function shared(mentee: Mentee, mentor: Mentor, attribute: string, { closedWorld }: RuleContext): Verdict {
  const isUnknown = (person: Person): boolean =>
    DECLARED.includes(attribute)
      ? rawValue(person, attribute) === undefined && !closedWorld
      : valuesOf(person, attribute).length === 0 && !saysNobody(person, attribute, closedWorld);
  if (isUnknown(mentee) || isUnknown(mentor)) return 1;
  const theirs = valuesOf(mentor, attribute);
  return valuesOf(mentee, attribute).some((value) => theirs.includes(value)) ? 2 : 0;
}

/** Whether a span holds on a day, or ended at most so many months before. */
function isNow({ from = "0001-01-01", until = "9999-12-31" }: Period, asOf: string | undefined, months = 0): boolean {
  return asOf === undefined || (from <= asOf && naiveMonthsBefore(asOf, months) <= until);
}

/** Whether a relation of the pool names somebody. */
const has = (person: Person, kind: string, other: Person, { relations = [], asOf }: RuleContext, months?: unknown) =>
  relations.some(
    (one) =>
      one.kind === kind &&
      one.person === person.id &&
      one.other === other.id &&
      isNow(one, asOf, (months as number | undefined) ?? 0),
  );

/** The fewest steps from somebody up to somebody else, at least one; infinite where there is no way. */
function stepsUp(fromId: string, toId: string, context: RuleContext): number {
  const { mentees, mentors, reportingLines, relations = [], asOf } = context;
  const managersOf = (id: string): string[] => [
    ...[...mentees, ...mentors]
      .filter((person) => person.id === id)
      .flatMap(({ lineManager, supervisors }) => [lineManager ?? [], supervisors ?? []].flat()),
    ...reportingLines.filter((line) => line.person === id && isNow(line, asOf)).map(({ manager }) => manager),
    ...relations
      .filter((one) => one.person === id && one.kind === "supervisor" && isNow(one, asOf))
      .map(({ other }) => other),
  ];
  let reached = new Set([fromId]);
  const seen = new Set(reached);
  for (let steps = 1; reached.size > 0; steps++) {
    reached = new Set([...reached].flatMap(managersOf).filter((id) => !seen.has(id)));
    if (reached.has(toId)) return steps;
    for (const id of reached) seen.add(id);
  }
  return Infinity;
}
