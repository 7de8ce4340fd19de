/** The laws of every criterion in the catalogue. A new criterion needs a sample here and a naive twin in the helpers. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Criterion, type CriterionContext, criterionSchema } from "../../src/scoring/criterion.js";
import { criteria } from "../../src/scoring/index.js";
import { pairCriterion } from "../../src/scoring/pair-criterion.js";
import type { Mentee, Mentor, Person } from "../../src/types.js";
import { runs } from "../helpers/counts.js";
import { naiveCriteria } from "../helpers/naive-criteria.js";

// Few words, so that people share some; among them those that break objects used as maps.
const word = fc.constantFrom("grants", "promotion", "cv", "teaching", "__proto__", "constructor", "1", "");
const words = fc.array(word, { maxLength: 5 });
const oneOrMore = fc.oneof(word, words);
// "é" in its two spellings is one id.
const id = fc.constantFrom("ann", "bo", "cy", "__proto__", "7", "10", "é", "e\u0301", " dee ", "toString");
const attributes = fc.dictionary(
  fc.constantFrom("site", "jobRole", "constructor"),
  fc.oneof(word, words, fc.boolean(), fc.nat(2)),
);

const facts = {
  id,
  name: word,
  organisation: oneOrMore,
  department: oneOrMore,
  grade: fc.constantFrom("low", "lowish", "middle", "high", "unheard of", ""),
  experienceYears: fc.nat(3),
  jobRole: word,
  languages: words,
  lineManager: fc.option(word),
  interests: words,
  trained: fc.boolean(),
  nominations: fc.array(id, { maxLength: 4 }),
  utcOffsetHours: fc.constantFrom(-11, -5, 0, 2, 5.5, 13),
  location: fc.constantFrom(
    { latitude: 0, longitude: 0 },
    { latitude: 0.3, longitude: 0.4 },
    { latitude: 52, longitude: 0 },
  ),
  attributes,
};
const person = { requiredKeys: ["id"] as ["id"] };
const mentee: fc.Arbitrary<Mentee> = fc.record(
  { ...facts, seeks: words, demand: fc.nat(3), gapPreference: fc.constantFrom("near-peer", "broad", "none") },
  person,
) as fc.Arbitrary<Mentee>;
const mentor: fc.Arbitrary<Mentor> = fc.record(
  { ...facts, offers: words, capacity: fc.nat(3), mentoringExperience: fc.nat(4) },
  person,
) as fc.Arbitrary<Mentor>;

const plainId = (one: Person): string => one.id.normalize("NFC").trim();
// A field is absent, not undefined, in what comes of JSON.
const context: fc.Arbitrary<CriterionContext> = fc.record({
  mentees: fc.uniqueArray(mentee, { minLength: 1, maxLength: 6, selector: plainId }),
  mentors: fc.uniqueArray(mentor, { minLength: 1, maxLength: 6, selector: plainId }),
  ladder: fc.constantFrom([["low"]], [["low"], ["middle"]], [["low", "lowish"], ["middle"], ["between"], ["high"]]),
  asOf: fc.constant(undefined),
});

const value = fc.oneof(fc.nat(4), fc.double({ min: 0, max: 4, noNaN: true }));
const scores = fc
  .uniqueArray(fc.tuple(id, id, value), {
    maxLength: 30,
    selector: ([a, b]) => JSON.stringify([a, b].map((one) => one.normalize("NFC").trim())),
  })
  .chain((rows) =>
    fc.tuple(
      ...rows.map((row) =>
        fc.boolean().map((listed) => (listed ? row : { menteeId: row[0], mentorId: row[1], value: row[2] })),
      ),
    ),
  );

/** What parameters each criterion is tried with. */
const samples: { readonly [key in keyof typeof criteria]: fc.Arbitrary<{ readonly [name: string]: unknown }> } = {
  sharedAreas: fc.constant({}),
  sharedInterests: fc.constant({}),
  sameAttribute: fc.record({
    attribute: fc.constantFrom(
      "department",
      "organisation",
      "jobRole",
      "attributes.jobRole",
      "languages",
      "experienceYears",
      "trained",
      "lineManager",
      "site",
      "attributes.site",
      "constructor",
      "__proto__",
    ),
  }),
  sharedLanguage: fc.constant({}),
  jobRole: fc.constant({}),
  experienceGap: fc.record(
    { ideal: fc.constantFrom(0, 1, 2.5), within: fc.constantFrom(0.5, 2, 10) },
    { requiredKeys: [] },
  ),
  mentoringExperience: fc.record({ enough: fc.constantFrom(1, 3) }, { requiredKeys: [] }),
  nominations: fc.record({ by: fc.constantFrom("mentee", "mentor", "either", "both") }, { requiredKeys: [] }),
  distance: fc.record({ km: fc.constantFrom(40, 10_000) }, { requiredKeys: [] }),
  timeZone: fc.record({ workingHours: fc.constantFrom(4, 12) }, { requiredKeys: [] }),
  seniorityGap: fc.record({ ideal: fc.nat(5) }, { requiredKeys: [] }),
  pairScores: fc.record({ scores, max: fc.double({ min: 4, max: 9, noNaN: true }) }, { requiredKeys: ["scores"] }),
};

const catalogue = Object.entries(criteria) as [keyof typeof criteria, (params: object) => Criterion][];

/** A criterion's answers: a row a mentee, a column a mentor. */
function table(criterion: Criterion, { mentees, mentors, ...rest }: CriterionContext): number[][] {
  const answer = criterion.bind({ mentees, mentors, ...rest });
  return mentees.map((_one, i) => mentors.map((_other, j) => answer(i, j)));
}

/** People with only some of their fields; the other fields are somebody else's. */
function disguised<P extends Person>(people: readonly P[], others: readonly P[], reads: readonly string[]): P[] {
  return people.map((one, index) => {
    const other: Record<string, unknown> = { ...others[index % others.length] };
    // Two people must not come to have one id, unless nobody reads it.
    if (reads.includes("id")) other.id = one.id;
    const otherAttributes = new Map(Object.entries((other.attributes ?? {}) as object));
    for (const field of reads) {
      if (field.startsWith("attributes.")) {
        const name = field.slice("attributes.".length);
        otherAttributes.delete(name);
        const own = new Map(Object.entries(one.attributes ?? {}));
        if (own.has(name)) otherAttributes.set(name, own.get(name));
      } else {
        delete other[field];
        const own = new Map<string, unknown>(Object.entries(one));
        if (own.has(field)) other[field] = own.get(field);
      }
    }
    return { ...other, attributes: Object.fromEntries(otherAttributes) } as unknown as P;
  });
}

function frozen<T>(input: T): T {
  if (typeof input === "object" && input !== null && !Object.isFrozen(input)) {
    Object.freeze(input);
    Object.values(input).forEach(frozen);
  }
  return input;
}

test("criteria has a sample and a naive twin for each of its criteria", () => {
  const names = Object.values(criteria).map(({ kind }) => kind.name);
  expect(Object.keys(samples).sort()).toEqual(Object.keys(criteria).sort());
  expect(Object.keys(naiveCriteria).sort()).toEqual([...names].sort());
});

test("criteria calls each criterion by its JSON name in camel case", () => {
  for (const [key, { kind }] of Object.entries(criteria)) {
    expect(key).toBe(kind.name.replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase()));
  }
});

/** Runs a law for every criterion that has a sample; one without fails the first law above. */
function forEveryCriterion(
  law: (key: keyof typeof criteria, make: (params: object) => Criterion, sample: fc.Arbitrary<Criterion>) => void,
): void {
  for (const [key, make] of catalogue) {
    const sample = samples[key]?.map((params) => make({ ...params }));
    if (sample !== undefined) law(key, make, sample);
  }
}

test("bind() of every criterion gives 0 to 1 or one of the two silences", () => {
  forEveryCriterion((_key, _make, sample) => {
    fc.assert(
      fc.property(sample, context, (criterion, pool) => {
        for (const answer of table(criterion, pool).flat()) {
          expect(answer === -1 || answer === -2 || (answer >= 0 && answer <= 1)).toBe(true);
        }
      }),
      { numRuns: runs(200, 3) },
    );
  });
});

test("bind() of every criterion equals its naive twin", () => {
  forEveryCriterion((key, make) => {
    fc.assert(
      fc.property(samples[key], context, (params, pool) => {
        const naive = naiveCriteria[criteria[key].kind.name]!;
        const expected = pool.mentees.map((one) => pool.mentors.map((other) => naive(params, pool, one, other)));
        expect(table(make({ ...params }), pool)).toEqual(expected);
      }),
      { numRuns: runs(300, 3) },
    );
  });
});

test("bind() of every criterion says of a row of mentors what it says of each", () => {
  const withRows = new Set<string>();
  forEveryCriterion((key, _make, sample) => {
    fc.assert(
      fc.property(sample, context, fc.infiniteStream(fc.boolean()), (criterion, pool, isIn) => {
        const value = criterion.bind(pool);
        if (value.row === undefined) return;
        withRows.add(key);
        const some = Int32Array.from([...pool.mentors.keys()].filter(() => isIn.next().value));
        const values = new Float64Array(pool.mentors.length);
        for (const mentee of pool.mentees.keys()) {
          value.row(mentee, some, values);
          expect([...values.subarray(0, some.length)]).toEqual(Array.from(some, (mentor) => value(mentee, mentor)));
        }
      }),
      { numRuns: runs(100, 3) },
    );
  });
  expect([...withRows]).toEqual(["sharedAreas", "sharedInterests", "seniorityGap"]);
});

test("bind() of every criterion depends on nothing but the fields it reads", () => {
  forEveryCriterion((_key, _make, sample) => {
    fc.assert(
      fc.property(sample, context, context, (criterion, pool, others) => {
        const mentees = disguised(pool.mentees, others.mentees, criterion.reads.mentee);
        const mentors = disguised(pool.mentors, others.mentors, criterion.reads.mentor);
        expect(table(criterion, { ...pool, mentees, mentors })).toEqual(table(criterion, pool));
      }),
      { numRuns: runs(200, 3) },
    );
  });
});

test("bind() of every criterion finds a silent mentee silent with every mentor", () => {
  forEveryCriterion((_key, _make, sample) => {
    fc.assert(
      fc.property(sample, context, (criterion, pool) => {
        for (const answers of table(criterion, pool)) {
          if (answers.includes(-1)) expect(new Set(answers)).toEqual(new Set([-1]));
        }
      }),
      { numRuns: runs(200, 3) },
    );
  });
});

test("bind() of every criterion finds a silent mentor silent with every mentee who asks for something", () => {
  forEveryCriterion((key, _make, sample) => {
    fc.assert(
      fc.property(sample, context, (criterion, pool) => {
        const answers = table(criterion, pool);
        pool.mentors.forEach((_mentor, j) => {
          if (!answers.some((row) => row[j] === -2)) return;
          pool.mentees.forEach(({ gapPreference }, i) => {
            if (key !== "seniorityGap" || gapPreference !== "none") expect(answers[i]![j]).toBeLessThan(0);
          });
        });
      }),
      { numRuns: runs(200, 3) },
    );
  });
});

test("bind() of every criterion gives a pair the same value whatever the order of rows and questions, and changes no input", () => {
  forEveryCriterion((_key, _make, sample) => {
    fc.assert(
      fc.property(sample, context, (criterion, pool) => {
        const answers = table(criterion, frozen(pool));
        const mentees = [...pool.mentees].reverse();
        const mentors = [...pool.mentors].reverse();
        const turned = table(criterion, { ...pool, mentees, mentors });
        expect(turned.map((row) => [...row].reverse()).reverse()).toEqual(answers);
        expect(table(criterion, pool)).toEqual(answers);
      }),
      { numRuns: runs(200, 3) },
    );
  });
});

test("bind() of every criterion is what a policy reads from its JSON", () => {
  forEveryCriterion((_key, _make, sample) => {
    const schema = criterionSchema(Object.values(criteria).map(({ kind }) => kind as never));
    fc.assert(
      fc.property(sample, context, (criterion, pool) => {
        const again = schema.parse(JSON.parse(JSON.stringify(criterion.json)));
        expect(again.json).toEqual(criterion.json);
        expect(again.reads).toEqual(criterion.reads);
        expect(table(again, pool)).toEqual(table(criterion, pool));
      }),
      { numRuns: runs(100, 3) },
    );
  });
});

test("pairCriterion() gives its function what it declared and nothing else", () => {
  const field = fc.constantFrom("department", "grade", "languages", "attributes.site", "attributes.constructor");
  fc.assert(
    fc.property(fc.uniqueArray(field), fc.uniqueArray(field), context, context, (ofMentee, ofMentor, pool, others) => {
      const text = (mentee: unknown, mentor: unknown): number => {
        const digits = JSON.stringify([mentee, mentor]);
        let sum = 0;
        for (let at = 0; at < digits.length; at++) sum = (sum * 31 + digits.charCodeAt(at)) % 997;
        return sum / 997;
      };
      const criterion = pairCriterion("all of it", { reads: { mentee: ofMentee, mentor: ofMentor } as never }, text);
      const mentees = disguised(pool.mentees, others.mentees, ofMentee);
      const mentors = disguised(pool.mentors, others.mentors, ofMentor);
      expect(table(criterion, { ...pool, mentees, mentors })).toEqual(table(criterion, pool));
    }),
    { numRuns: runs(200, 3) },
  );
});
