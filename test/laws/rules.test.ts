/** The laws of every rule on pairs. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rules } from "../../src/rules/index.js";
import { rowHas } from "../../src/rules/rows.js";
import type { RuleContext, Verdict } from "../../src/rules/rule.js";
import { anyRule as any, readRule as read, ruleSamples as samples } from "../helpers/any-rule.js";
import { runs } from "../helpers/counts.js";
import { naiveVerdict, type RuleJson } from "../helpers/naive-rules.js";
import { contexts, graft, pairsOf, twins } from "../helpers/people.js";

/** All verdicts of a rule on a pool, row by row. */
function verdicts(json: RuleJson, context: RuleContext): Verdict[] {
  const verdict = read(json).bind(context);
  return pairsOf(context).map(([mentee, mentor]) => verdict(mentee, mentor));
}

describe("every kind", () => {
  /** Holds each kind of the list to a law. */
  const forEveryKind = (law: (sample: fc.Arbitrary<RuleJson>) => void): void => {
    for (const factory of Object.keys(rules)) {
      const sample = samples.get(factory);
      if (sample === undefined) throw new Error(`Cannot test rules.${factory}: it has no sample parameters`);
      law(sample);
    }
  };

  test("bind() gives the verdict of the plain closure on every pair, and each of the three now and then", () =>
    forEveryKind((sample) => {
      const met = new Set<Verdict>();
      fc.assert(
        fc.property(sample, contexts, (json, context) => {
          const expected = pairsOf(context).map(([mentee, mentor]) =>
            naiveVerdict(json, context.mentees[mentee]!, context.mentors[mentor]!, context),
          );
          const actual = verdicts(json, context);
          expect(actual).toEqual(expected);
          for (const verdict of actual) met.add(verdict);
        }),
        { numRuns: runs(100, 3), seed: 1 },
      );
      expect([...met].sort()).toEqual([0, 1, 2]);
    }));

  test("bind() gives an index that says of every pair what the verdict says", () => {
    const indexed: string[] = [];
    forEveryKind((sample) => {
      let kind = "";
      fc.assert(
        fc.property(sample, contexts, (json, context) => {
          const verdict = read(json).bind(context);
          if (verdict.index === undefined) return;
          kind = json.rule;
          const { menteeClass, mentorClass, ofClasses, exceptions } = verdict.index;
          for (const [mentee, mentor] of pairsOf(context)) {
            if (exceptions !== undefined && rowHas(exceptions, mentee, mentor)) continue;
            expect(ofClasses(menteeClass[mentee]!, mentorClass[mentor]!)).toBe(verdict(mentee, mentor));
          }
        }),
        { numRuns: runs(100, 3), seed: 8 },
      );
      if (kind !== "") indexed.push(kind);
    });
    expect(indexed).toEqual([
      "different-department",
      "different-organisation",
      "more-senior",
      "more-experienced",
      "outside-reporting-line",
      "not-line-manager",
      "not-appraiser",
      "not-supervisor",
      "no-conflict",
      "not-previously-paired",
      "nominated",
      "shared-language",
      "time-zone-within",
      "same-attribute",
      "different-attribute",
      "any-of",
      "all-of",
      "not",
    ]);
  });

  test("anyOf() and allOf() have an index as soon as all of their parts have one, and only then", () => {
    const met = { indexed: 0, without: 0, exceptions: 0 };
    const composed = fc.tuple(fc.constantFrom("any-of", "all-of"), fc.array(any, { minLength: 1, maxLength: 3 }));
    fc.assert(
      fc.property(composed, contexts, ([rule, parts], context) => {
        const { index } = read({ rule, rules: parts }).bind(context);
        const areAll = parts.every((part) => read(part).bind(context).index !== undefined);
        expect(index !== undefined).toBe(areAll);
        met[areAll ? "indexed" : "without"]++;
        if (index?.exceptions !== undefined) met.exceptions++;
      }),
      { numRuns: runs(200, 3), seed: 9 },
    );
    expect(Math.min(...Object.values(met))).toBeGreaterThan(3);
  });

  test("bind() gives verdicts that depend on nothing but the fields in reads", () =>
    forEveryKind((sample) => {
      fc.assert(
        fc.property(sample, twins, (json, [context, other]) => {
          const { reads } = read(json);
          const through = reads.through ?? [];
          const changed: RuleContext = {
            ...other,
            mentees: context.mentees.map((mentee, i) =>
              graft([...reads.mentee, ...through], mentee, other.mentees[i]!),
            ),
            mentors: context.mentors.map((mentor, i) =>
              graft([...reads.mentor, ...through], mentor, other.mentors[i]!),
            ),
            reportingLines: through.includes("reportingLines") ? context.reportingLines : other.reportingLines,
            pairs: (through.includes("pairs") ? context : other).pairs ?? [],
            relations: (through.includes("relations") ? context : other).relations ?? [],
            asOf: (through.includes("asOf") ? context : other).asOf,
          };
          expect(verdicts(json, changed)).toEqual(verdicts(json, context));
        }),
        { numRuns: runs(60, 3), seed: 2 },
      );
    }));

  test("bind() gives the same verdicts whatever the order of the people and of the lines", () =>
    forEveryKind((sample) => {
      fc.assert(
        fc.property(sample, contexts, fc.infiniteStream(fc.nat()), (json, context, numbers) => {
          const shuffled = <T>(list: readonly T[]): T[] => {
            const keyed = list.map((one) => [numbers.next().value as number, one] as const);
            return keyed.sort(([a], [b]) => a - b).map(([, one]) => one);
          };
          const mentees = shuffled([...context.mentees.keys()]);
          const mentors = shuffled([...context.mentors.keys()]);
          const mixed: RuleContext = {
            ...context,
            mentees: mentees.map((index) => context.mentees[index]!),
            mentors: mentors.map((index) => context.mentors[index]!),
            reportingLines: shuffled(context.reportingLines),
            pairs: shuffled(context.pairs ?? []),
            relations: shuffled(context.relations ?? []),
          };
          const verdict = read(json).bind(context);
          const expected = mentees.flatMap((mentee) => mentors.map((mentor) => verdict(mentee, mentor)));
          expect(verdicts(json, mixed)).toEqual(expected);
        }),
        { numRuns: runs(120, 3), seed: 3 },
      );
    }));

  test("bind() gives a pair the same verdict whenever it is asked", () =>
    forEveryKind((sample) => {
      fc.assert(
        fc.property(sample, contexts, fc.array(fc.nat(), { maxLength: 40 }), (json, context, order) => {
          const pairs = pairsOf(context);
          const expected = verdicts(json, context);
          const verdict = read(json).bind(context);
          for (const number of order) {
            const index = number % pairs.length;
            expect(verdict(...pairs[index]!)).toBe(expected[index]);
          }
        }),
        { numRuns: runs(40, 3), seed: 4 },
      );
    }));

  test("bind() never tells otherwise in an open world than in a closed one: it only tells less", () =>
    forEveryKind((sample) => {
      fc.assert(
        fc.property(sample, contexts, (json, context) => {
          const closed = verdicts(json, { ...context, closedWorld: true });
          const open = verdicts(json, { ...context, closedWorld: false });
          expect(open).toEqual(closed.map((verdict, pair) => (open[pair] === 1 ? 1 : verdict)));
        }),
        { numRuns: runs(40, 3), seed: 5 },
      );
    }));

  test("bind() tells as much in an open world as in a closed one where every declaration is made", () =>
    forEveryKind((sample) => {
      fc.assert(
        fc.property(sample, contexts, (json, context) => {
          const declared = { lineManager: null, appraisers: null, supervisors: [], conflicts: null };
          const complete: RuleContext = {
            ...context,
            mentees: context.mentees.map((mentee) => ({ ...declared, ...mentee })),
            mentors: context.mentors.map((mentor) => ({ ...declared, ...mentor })),
          };
          expect(verdicts(json, { ...complete, closedWorld: false })).toEqual(
            verdicts(json, { ...complete, closedWorld: true }),
          );
        }),
        { numRuns: runs(40, 3), seed: 6 },
      );
    }));

  test("json reads as the same rule again", () =>
    forEveryKind((sample) => {
      fc.assert(
        fc.property(sample, (given) => {
          const rule = read(given);
          const again = read(JSON.parse(JSON.stringify(rule.json)));
          expect(JSON.stringify(again)).toBe(JSON.stringify(rule));
        }),
        { numRuns: runs(50, 3), seed: 7 },
      );
    }));
});

describe("kinds that look at both sides alike", () => {
  const symmetric: readonly RuleJson[] = [
    { rule: "different-department" },
    { rule: "different-organisation" },
    { rule: "no-conflict" },
    { rule: "shared-language" },
    { rule: "time-zone-within", hours: 3 },
    { rule: "nominated", by: "either" },
    { rule: "nominated", by: "both" },
    { rule: "within-distance", km: 400 },
    { rule: "same-attribute", attribute: "office" },
  ];

  test("bind() gives the same verdict when mentee and mentor change places", () =>
    fc.assert(
      fc.property(fc.constantFrom(...symmetric), contexts, (json, context) => {
        // A mentor has no maximum distance.
        const mentees = context.mentees.map(({ maxDistanceKm: _, ...mentee }) => mentee);
        const straight = read(json).bind({ ...context, mentees });
        const turned = read(json).bind({ ...context, mentees: context.mentors, mentors: mentees });
        for (const [mentee, mentor] of pairsOf(context)) expect(turned(mentor, mentee)).toBe(straight(mentee, mentor));
      }),
      { numRuns: runs(300, 3), seed: 9 },
    ));
});

describe("compositions", () => {
  /** Both sides give the same verdicts on every pair of every pool. */
  const same = (seed: number, left: (a: RuleJson, b: RuleJson, c: RuleJson) => RuleJson, right: typeof left): void =>
    fc.assert(
      fc.property(any, any, any, contexts, (a, b, c, context) => {
        expect(verdicts(left(a, b, c), context)).toEqual(verdicts(right(a, b, c), context));
      }),
      { numRuns: runs(100, 3), seed },
    );
  const either = (...parts: RuleJson[]): RuleJson => ({ rule: "any-of", rules: parts });
  const both = (...parts: RuleJson[]): RuleJson => ({ rule: "all-of", rules: parts });
  const no = (of: RuleJson): RuleJson => ({ rule: "not", of });

  test("anyOf() gives the greatest verdict of its parts", () =>
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 4 }), contexts, (parts, context) => {
        const rows = parts.map((part) => verdicts(part, context));
        expect(verdicts(either(...parts), context)).toEqual(
          rows[0]!.map((_, pair) => Math.max(...rows.map((row) => row[pair]!))),
        );
      }),
      { numRuns: runs(150, 3), seed: 11 },
    ));

  test("allOf() gives the least verdict of its parts", () =>
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 4 }), contexts, (parts, context) => {
        const rows = parts.map((part) => verdicts(part, context));
        expect(verdicts(both(...parts), context)).toEqual(
          rows[0]!.map((_, pair) => Math.min(...rows.map((row) => row[pair]!))),
        );
      }),
      { numRuns: runs(150, 3), seed: 12 },
    ));

  test("not() twice changes nothing", () =>
    same(
      13,
      (a) => no(no(a)),
      (a) => a,
    ));
  test("not() turns anyOf() into allOf() of the opposites", () =>
    same(
      14,
      (a, b) => no(either(a, b)),
      (a, b) => both(no(a), no(b)),
    ));
  test("not() turns allOf() into anyOf() of the opposites", () =>
    same(
      15,
      (a, b) => no(both(a, b)),
      (a, b) => either(no(a), no(b)),
    ));
  test("anyOf() absorbs an allOf() that repeats a part", () =>
    same(
      16,
      (a, b) => either(a, both(a, b)),
      (a) => a,
    ));
  test("allOf() absorbs an anyOf() that repeats a part", () =>
    same(
      17,
      (a, b) => both(a, either(a, b)),
      (a) => a,
    ));
  test("anyOf() distributes over allOf()", () =>
    same(
      18,
      (a, b, c) => either(a, both(b, c)),
      (a, b, c) => both(either(a, b), either(a, c)),
    ));

  test("a composition reads what its parts read and binds always as soon as one of them does", () =>
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 3 }), fc.constantFrom(either, both), (parts, make) => {
        const whole = read(make(...parts));
        const made = parts.map(read);
        for (const side of ["mentee", "mentor", "through"] as const) {
          const expected = new Set(made.flatMap(({ reads }) => reads[side] ?? []));
          expect(new Set(whole.reads[side] ?? [])).toEqual(expected);
        }
        expect(whole.when).toBe(made.some(({ when }) => when === "always") ? "always" : "pairing");
        expect(read(no(whole.json as unknown as RuleJson))).toMatchObject({ reads: whole.reads, when: whole.when });
      }),
      { numRuns: runs(100, 3), seed: 19 },
    ));
});
