/** The laws of every participation rule. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { participation } from "../../src/rules/participation/index.js";
import {
  type ParticipationContext,
  type ParticipationKind,
  type ParticipationRule,
  participationSchema,
} from "../../src/rules/participation/participation-rule.js";
import type { Verdict } from "../../src/rules/rule.js";
import { runs } from "../helpers/counts.js";
import { naivePersonVerdict, type RuleJson } from "../helpers/naive-rules.js";
import { ATTRIBUTES, contexts, graft, LADDER, twins } from "../helpers/people.js";

const schema = participationSchema(
  Object.values(participation).map(({ kind }) => kind as unknown as ParticipationKind),
);
const read = (json: RuleJson): ParticipationRule => schema.parse(json);

const grade = fc.record({ grade: fc.constantFrom(...LADDER.flat(), "Provost") });
const attribute = fc.constantFrom(
  ...["department", "approved", "languages", "attributes.approved", "seeks", "capacity", "supervisors"],
  ...ATTRIBUTES,
  ...ATTRIBUTES.map((name) => `attributes.${name}`),
);
const value = fc.constantFrom("A", "1", 1, 0, true, false, "en", "History");

/** Parameters for every participation rule that is not made of others; a new one fails until it has some. */
const atoms: { readonly [F in Exclude<keyof typeof participation, "anyOf" | "allOf" | "not">]: fc.Arbitrary<object> } =
  {
    optedIn: fc.constant({}),
    trained: fc.constant({}),
    approved: fc.constant({}),
    atLeastGrade: grade,
    atMostGrade: grade,
    hasAttribute: fc.record({ attribute, value }, { requiredKeys: ["attribute"] }),
  };

const withName = (factory: string, parameters: fc.Arbitrary<object>): fc.Arbitrary<RuleJson> =>
  parameters.map((given) => ({ rule: participation[factory as keyof typeof participation].kind.name, ...given }));

/** Any participation rule, made of others or not. */
const { any, anyOf, allOf, not } = fc.letrec<{
  any: RuleJson;
  anyOf: RuleJson;
  allOf: RuleJson;
  not: RuleJson;
  atom: RuleJson;
}>((tie) => ({
  atom: fc.oneof(...Object.entries(atoms).map(([factory, parameters]) => withName(factory, parameters))),
  anyOf: fc.array(tie("any"), { minLength: 1, maxLength: 3 }).map((parts) => ({ rule: "any-of", rules: parts })),
  allOf: fc.array(tie("any"), { minLength: 1, maxLength: 3 }).map((parts) => ({ rule: "all-of", rules: parts })),
  not: tie("any").map((of) => ({ rule: "not", of })),
  any: fc.oneof({ maxDepth: 3 }, { arbitrary: tie("atom"), weight: 3 }, tie("anyOf"), tie("allOf"), tie("not")),
}));

const samples = new Map<string, fc.Arbitrary<RuleJson>>([
  ...Object.entries(atoms).map(([factory, parameters]) => [factory, withName(factory, parameters)] as const),
  ["anyOf", anyOf],
  ["allOf", allOf],
  ["not", not],
]);

/** One role's people, of either role. */
const roles: fc.Arbitrary<ParticipationContext> = fc
  .tuple(contexts, fc.boolean())
  .map(([context, ofMentees]) => ({ ...context, people: ofMentees ? context.mentees : context.mentors }));

function verdicts(json: RuleJson, context: ParticipationContext): Verdict[] {
  const verdict = read(json).bind(context);
  return [...context.people.keys()].map((person) => verdict(person));
}

describe("every kind", () => {
  /** Holds each kind of the list to a law. */
  const forEveryKind = (law: (sample: fc.Arbitrary<RuleJson>) => void): void => {
    for (const factory of Object.keys(participation)) {
      const sample = samples.get(factory);
      if (sample === undefined) throw new Error(`Cannot test participation.${factory}: it has no sample parameters`);
      law(sample);
    }
  };

  test("bind() gives the verdict of the plain closure on every person, and each of the three now and then", () =>
    forEveryKind((sample) => {
      const met = new Set<Verdict>();
      fc.assert(
        fc.property(sample, roles, (json, context) => {
          const actual = verdicts(json, context);
          const { people, ladder, closedWorld = true } = context;
          expect(actual).toEqual(people.map((person) => naivePersonVerdict(json, person, ladder, closedWorld)));
          for (const verdict of actual) met.add(verdict);
        }),
        { numRuns: runs(100, 3), seed: 1 },
      );
      expect([...met].sort()).toEqual([0, 1, 2]);
    }));

  test("bind() gives verdicts on people that depend on nothing but the fields in reads", () =>
    forEveryKind((sample) => {
      fc.assert(
        fc.property(sample, twins, (json, [{ mentees, ladder, asOf }, other]) => {
          const { reads } = read(json);
          const people = mentees.map((mentee, index) => graft(reads, mentee, other.mentees[index]!));
          expect(verdicts(json, { people, ladder, asOf: other.asOf })).toEqual(
            verdicts(json, { people: mentees, ladder, asOf }),
          );
        }),
        { numRuns: runs(60, 3), seed: 2 },
      );
    }));

  test("bind() gives a person the same verdict whoever else takes part", () =>
    forEveryKind((sample) => {
      fc.assert(
        fc.property(sample, roles, (json, context) => {
          const alone = context.people.map((person) => verdicts(json, { ...context, people: [person] })[0]);
          expect(verdicts(json, context)).toEqual(alone);
        }),
        { numRuns: runs(40, 3), seed: 3 },
      );
    }));

  test("json reads as the same participation rule again", () =>
    forEveryKind((sample) => {
      fc.assert(
        fc.property(sample, (given) => {
          const rule = read(given);
          const again = read(JSON.parse(JSON.stringify(rule.json)));
          expect(JSON.stringify(again)).toBe(JSON.stringify(rule));
        }),
        { numRuns: runs(50, 3), seed: 4 },
      );
    }));
});

describe("compositions for people", () => {
  /** Both sides give the same verdict on every person. */
  const same = (seed: number, left: (a: RuleJson, b: RuleJson) => RuleJson, right: typeof left): void =>
    fc.assert(
      fc.property(any, any, roles, (a, b, context) => {
        expect(verdicts(left(a, b), context)).toEqual(verdicts(right(a, b), context));
      }),
      { numRuns: runs(100, 3), seed },
    );
  const either = (...parts: RuleJson[]): RuleJson => ({ rule: "any-of", rules: parts });
  const both = (...parts: RuleJson[]): RuleJson => ({ rule: "all-of", rules: parts });
  const no = (of: RuleJson): RuleJson => ({ rule: "not", of });

  test("anyOf() gives the greatest and allOf() the least verdict of its parts for a person", () =>
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 4 }), roles, (parts, context) => {
        const rows = parts.map((part) => verdicts(part, context));
        const over = (choose: (...verdicts: number[]) => number) =>
          rows[0]!.map((_, person) => choose(...rows.map((row) => row[person]!)));
        expect(verdicts(either(...parts), context)).toEqual(over(Math.max));
        expect(verdicts(both(...parts), context)).toEqual(over(Math.min));
      }),
      { numRuns: runs(150, 3), seed: 11 },
    ));

  test("not() twice changes nothing for a person", () =>
    same(
      12,
      (a) => no(no(a)),
      (a) => a,
    ));
  test("not() turns anyOf() for people into allOf() of the opposites", () =>
    same(
      13,
      (a, b) => no(either(a, b)),
      (a, b) => both(no(a), no(b)),
    ));
  test("anyOf() for people absorbs an allOf() that repeats a part", () =>
    same(
      14,
      (a, b) => either(a, both(a, b)),
      (a) => a,
    ));
  test("allOf() for people absorbs an anyOf() that repeats a part", () =>
    same(
      15,
      (a, b) => both(a, either(a, b)),
      (a) => a,
    ));

  test("a composition for people reads what its parts read", () =>
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 3 }), fc.constantFrom(either, both), (parts, make) => {
        const expected = new Set(parts.flatMap((part) => read(part).reads));
        expect(new Set(read(make(...parts)).reads)).toEqual(expected);
        expect(new Set(read(no(make(...parts))).reads)).toEqual(expected);
      }),
      { numRuns: runs(100, 3), seed: 16 },
    ));
});
