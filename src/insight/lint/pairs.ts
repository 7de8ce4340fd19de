/** What the lint sees when every rule is asked about every pair of a pool: whom each refuses, and whom it alone refuses. */
import type { Columns } from "../../matching/compile.js";
import { isOverridden } from "../../matching/eligibility.js";
import { scoreOf } from "../../matching/score.js";
import { absentDeclarations, isUnknown } from "../../records.js";
import { CANNOT_TELL, judge } from "../../rules/rule.js";
import { aboutPeople, type LintFinding, lintFinding } from "./finding.js";

/** Findings in the order of the rules, `"minimumScore"` last. */
export function lintPairs(columns: Columns): LintFinding[] {
  const survey = surveyed(columns);
  if (survey.pairs === 0) return [];
  return [
    ...survey.rules.flatMap((rule) => aboutRule(columns, survey, rule)),
    ...pairsOfRules(survey),
    ...absent(columns),
  ];
}

/** What one rule says of the pairs that nothing but rules could refuse, of people who take part and have places. */
interface RuleCount {
  readonly path: string;
  refused: number;
  /** pairs that it alone refuses, with their people */
  sole: number;
  readonly soleMentees: Set<number>;
  readonly soleMentors: Set<number>;
  /** of those, where it cannot tell */
  unknown: number;
  readonly unknownMentees: Set<number>;
  readonly unknownMentors: Set<number>;
}

interface Survey {
  readonly pairs: number;
  readonly rules: readonly RuleCount[];
  /** who has a pair that everything allows */
  readonly menteeHas: Uint8Array;
  readonly mentorHas: Uint8Array;
  /** 1 where some pair is allowed by both rules */
  readonly both: readonly Uint8Array[];
}

function surveyed(columns: Columns): Survey {
  const { mentees, mentors, rules, policy, barred } = columns;
  const paths = [...rules.map(({ id }) => `must.${id}`), ...(policy.minimumScore > 0 ? ["minimumScore"] : [])];
  const counts = paths.map((path): RuleCount => {
    const [soleMentees, soleMentors, unknownMentees, unknownMentors] = [0, 0, 0, 0].map(() => new Set<number>());
    return {
      path,
      refused: 0,
      sole: 0,
      soleMentees: soleMentees!,
      soleMentors: soleMentors!,
      unknown: 0,
      unknownMentees: unknownMentees!,
      unknownMentors: unknownMentors!,
    };
  });
  const both = counts.map(() => new Uint8Array(counts.length));
  const menteeHas = new Uint8Array(mentees.length);
  const mentorHas = new Uint8Array(mentors.length);
  const asks = mentees.map((_, i) => columns.menteesPart.refusedBy[i]!.length === 0 && columns.demand[i]! > 0);
  const offers = mentors.map((_, j) => columns.mentorsPart.refusedBy[j]!.length === 0 && columns.capacity[j]! > 0);
  let pairs = 0;
  const refusing: number[] = [];
  for (let i = 0; i < mentees.length; i++) {
    if (!asks[i]) continue;
    for (let j = 0; j < mentors.length; j++) {
      if (!offers[j] || mentees[i]!.id === mentors[j]!.id || barred[i]?.has(j) === true) continue;
      pairs++;
      refusing.length = 0;
      let isUntold = false;
      for (let r = 0; r < counts.length; r++) {
        const rule = rules[r];
        if (rule === undefined) {
          if (scoreOf(columns, i, j) >= policy.minimumScore || isOverridden(columns, i, j, "minimumScore")) continue;
          isUntold = false;
        } else {
          const verdict = rule.verdict(i, j);
          if (judge(verdict, rule.onUnknown) !== "refused" || isOverridden(columns, i, j, rule.id)) continue;
          isUntold = verdict === CANNOT_TELL;
        }
        refusing.push(r);
        counts[r]!.refused++;
      }
      if (refusing.length === 0) {
        menteeHas[i] = 1;
        mentorHas[j] = 1;
      } else if (refusing.length === 1) {
        const only = counts[refusing[0]!]!;
        only.sole++;
        only.soleMentees.add(i);
        only.soleMentors.add(j);
        if (isUntold) {
          only.unknown++;
          only.unknownMentees.add(i);
          only.unknownMentors.add(j);
        }
      }
      for (let r = 0; r < counts.length; r++) {
        if (refusing.includes(r)) continue;
        for (let s = 0; s < r; s++) if (!refusing.includes(s)) both[r]![s] = 1;
      }
    }
  }
  return { pairs, rules: counts, menteeHas, mentorHas, both };
}

function aboutRule(columns: Columns, survey: Survey, rule: RuleCount): LintFinding[] {
  const { mentees, mentors } = columns;
  const { path, refused, sole, unknown } = rule;
  const effect =
    refused === survey.pairs
      ? [lintFinding("rule-refuses-everybody", path, [], { pairs: refused })]
      : refused === 0
        ? [lintFinding("rule-refuses-nobody", path, [], { pairs: survey.pairs })]
        : sole === 0
          ? [lintFinding("rule-refuses-nobody-alone", path, [], { pairs: refused })]
          : [];
  const emptied = (people: Set<number>, has: Uint8Array, of: readonly { readonly id: string }[]): string[] =>
    [...people].filter((person) => has[person] === 0).map((person) => of[person]!.id);
  return [
    ...effect,
    ...aboutPeople("empties-mentees-list", path, emptied(rule.soleMentees, survey.menteeHas, mentees)),
    ...aboutPeople("empties-mentors-list", path, emptied(rule.soleMentors, survey.mentorHas, mentors)),
    ...(unknown === 0 ? [] : [lintFinding("missing-data-decides", path, silent(columns, rule), { pairs: unknown })]),
  ];
}

/** Of the people whose pairs a rule could not tell about, those whose records lack a field that it reads. */
function silent({ policy, mentees, mentors }: Columns, { path, unknownMentees, unknownMentors }: RuleCount): string[] {
  const { reads, onUnknown } = policy.must.find(({ id }) => path === `must.${id}`)!;
  const lacks = (people: readonly Columns["mentees"][number][], which: Set<number>, fields: readonly string[]) =>
    [...which]
      .map((person) => people[person]!)
      .filter((person) => fields.some((field) => isUnknown(person, field, onUnknown === undefined)))
      .map(({ id }) => id);
  return [...lacks(mentees, unknownMentees, reads.mentee), ...lacks(mentors, unknownMentors, reads.mentor)];
}

/** Rules each of which allows some pair, and which together allow none. */
function pairsOfRules({ pairs, rules, both }: Survey): LintFinding[] {
  return rules.flatMap((rule, r) =>
    rules.slice(0, r).flatMap((earlier, s) => {
      const areContrary = both[r]![s] === 0 && rule.refused < pairs && earlier.refused < pairs;
      return areContrary ? [lintFinding("contradictory-rules", `${earlier.path}, ${rule.path}`, [], { pairs })] : [];
    }),
  );
}

/** Declarations that a rule takes for none because nobody made them. */
function absent({ policy, mentees, mentors, menteesPart, mentorsPart }: Columns): LintFinding[] {
  const taking = <P>(people: readonly P[], { refusedBy }: Columns["menteesPart"]): P[] =>
    people.filter((_, index) => refusedBy[index]!.length === 0);
  return policy.must.flatMap(({ id, onUnknown, reads: { mentee, mentor, through = [] } }) => {
    if (onUnknown !== undefined) return [];
    const lacking = (people: readonly Columns["mentees"][number][], fields: readonly string[]): string[] => {
      const is = absentDeclarations(people, [...fields, ...through]);
      return people.filter((_, index) => is[index] === 1).map((person) => person.id);
    };
    return aboutPeople("declaration-absent", `must.${id}`, [
      ...lacking(taking(mentees, menteesPart), mentee),
      ...lacking(taking(mentors, mentorsPart), mentor),
    ]);
  });
}
