/** One thing under several names: a vocabulary changes nothing but the words, and what looks alike without one is found. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { verify } from "../../src/insight/verify.js";
import { eligiblePairs } from "../../src/matching/eligible.js";
import { match } from "../../src/matching/match.js";
import type { PolicyInput } from "../../src/policy/policy.js";
import { parsePolicy } from "../../src/policy.js";
import type { PoolInput } from "../../src/pool.js";
import type { MatchResult } from "../../src/types.js";
import { runs } from "../helpers/counts.js";

type Person = PoolInput["mentees"][number] & PoolInput["mentors"][number];
type Vocabulary = NonNullable<PolicyInput["vocabulary"]>;

/** For each field the words that count and what else they are called; the odd ones are names of objects' own methods. */
const WORDS: Vocabulary = {
  organisation: { North: ["N.", "North Trust"], South: ["S."] },
  department: { Linguistics: ["Dept of Linguistics", "Ling.", "constructor"], Physics: ["Phys."], Art: [] },
  grade: { Postdoc: ["Research Fellow", "PD"], Professor: ["Prof", "__proto__"] },
  jobRole: { nurse: ["RN", "staff nurse"] },
  languages: { English: ["en", "Engl."], Swahili: ["sw"] },
  interests: { chess: ["Schach"] },
  areas: { grants: ["grant writing", "funding"], teaching: ["lecturing"] },
  "attributes.site": { North: ["N."], Hill: ["the hill", "up"] },
};

const LADDER = ["Postdoc", "Professor"];
const POLICY: PolicyInput = {
  name: "law",
  ladder: LADDER,
  vocabulary: WORDS,
  participation: { mentees: [{ rule: "has-attribute", attribute: "site", value: "Hill", onUnknown: "allow" }] },
  must: [
    { rule: "different-department", onUnknown: "allow" },
    { rule: "any-of", rules: [{ rule: "different-organisation" }, { rule: "more-senior" }], onUnknown: "confirm" },
  ],
  prefer: [
    { criterion: "shared-areas", weight: 3 },
    { criterion: "shared-language" },
    { criterion: "job-role" },
    { criterion: "shared-interests" },
    { criterion: "same-attribute", attribute: "site" },
  ],
};

/** A person in the words that count, and the same person in any words. */
type Twice = readonly [plain: Person, aliased: Person];

const word = (field: string): fc.Arbitrary<readonly [string, string]> =>
  fc.constantFrom(
    ...Object.entries(WORDS[field]!).flatMap(([name, others]) => [name, ...others].map((any) => [name, any] as const)),
  );

const one = (field: string) => fc.option(word(field), { nil: undefined, freq: 5 });
const several = (field: string) => fc.array(word(field), { maxLength: 3 });
type Words = readonly (readonly [string, string])[];

const person = (id: string): fc.Arbitrary<Twice> =>
  fc
    .record({
      organisation: one("organisation"),
      department: fc.oneof(one("department"), several("department")),
      grade: one("grade"),
      jobRole: one("jobRole"),
      languages: several("languages"),
      interests: several("interests"),
      areas: several("areas"),
      site: fc.oneof(one("attributes.site"), several("attributes.site")),
    })
    .map(({ areas, site, ...facts }): Twice => {
      const said = (which: 0 | 1): Person => {
        const text = (value: unknown): unknown => {
          if (value === undefined) return undefined;
          const list = value as Words | Words[number];
          return Array.isArray(list[0]) || list.length === 0
            ? (list as Words).map((pair) => pair[which])
            : (list as Words[number])[which];
        };
        const fields = Object.entries(facts).map(([field, value]) => [field, text(value)] as const);
        const own = { [id.startsWith("e") ? "seeks" : "offers"]: text(areas) };
        const known = [...fields, ...Object.entries(own)].filter(([, value]) => value !== undefined);
        const attributes = site === undefined ? {} : { attributes: { site: text(site) } };
        return { id, ...Object.fromEntries(known), ...attributes } as Person;
      };
      return [said(0), said(1)];
    });

const pools: fc.Arbitrary<readonly [PoolInput, PoolInput]> = fc
  .tuple(fc.tuple(...["e1", "e2", "e3", "e4"].map(person)), fc.tuple(...["r1", "r2", "r3"].map(person)))
  .map(([mentees, mentors]) => {
    const of = (which: 0 | 1): PoolInput => ({
      mentees: mentees.map((twice) => twice[which]),
      mentors: mentors.map((twice) => twice[which]),
    });
    return [of(0), of(1)] as const;
  });

/** A result but for what it was made of. */
const answer = ({ run: _, ...rest }: MatchResult): object => rest;

test("match() answers about people in any words of a vocabulary as about the same people in those that count", () => {
  const met = { differ: 0, matched: 0 };
  fc.assert(
    fc.property(pools, ([plain, aliased]) => {
      const result = match(aliased, POLICY);
      expect(answer(result)).toEqual(answer(match(plain, POLICY)));
      expect(answer(result)).toEqual(answer(match(plain, { ...POLICY, vocabulary: {} })));
      expect(eligiblePairs(aliased, POLICY)).toEqual(eligiblePairs(plain, POLICY));
      expect(verify(aliased, POLICY, result)).toMatchObject({ issues: [] });
      if (JSON.stringify(plain) !== JSON.stringify(aliased)) met.differ++;
      met.matched += result.matches.length;
    }),
    { numRuns: runs(60), seed: 21 },
  );
  expect(Math.min(...Object.values(met))).toBeGreaterThan(10);
});

const keyed = fc.infiniteStream(fc.nat(1000));
const shuffledBy =
  (keys: Iterator<number>) =>
  <T>(list: readonly T[]): T[] =>
    list
      .map((value) => ({ value, key: keys.next().value as number }))
      .sort((a, b) => a.key - b.key)
      .map(({ value }) => value);

test("match() does not look at the order in which a vocabulary names things, nor at names said twice", () => {
  fc.assert(
    fc.property(pools, keyed, ([, aliased], keys) => {
      const shuffled = shuffledBy(keys);
      const vocabulary = Object.fromEntries(
        shuffled(Object.entries(WORDS)).map(([field, meanings]) => [
          field,
          Object.fromEntries(
            shuffled(Object.entries(meanings)).map(([name, others]) => [name, shuffled([...others, ...others, name])]),
          ),
        ]),
      );
      expect(answer(match(aliased, { ...POLICY, vocabulary }))).toEqual(answer(match(aliased, POLICY)));
    }),
    { numRuns: runs(100), seed: 22 },
  );
});

test("parsePolicy() refuses every vocabulary in which one name stands for two things, and no other", () => {
  const name = fc.constantFrom("A", "B", "C", "D", "__proto__", "constructor");
  const met = { refused: 0, read: 0 };
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.array(name, { maxLength: 3 })), { maxLength: 3 }), (entries) => {
      const meanings = Object.fromEntries(entries);
      const vocabulary = { "attributes.site": meanings };
      const meant = Object.entries(meanings).flatMap(([key, others]) => [key, ...others].map((any) => [any, key]));
      const isClear = meant.every(([any, key]) => meant.every(([other, stands]) => any !== other || key === stands));
      met[isClear ? "read" : "refused"]++;
      const read = () => parsePolicy({ name: "law", vocabulary });
      if (!isClear) expect(read).toThrow("expected each name to mean one thing");
      else expect(parsePolicy(read()).vocabulary).toEqual(read().vocabulary);
    }),
    { numRuns: runs(200), seed: 23 },
  );
  expect(Math.min(...Object.values(met))).toBeGreaterThan(10);
});
