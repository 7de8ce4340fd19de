/** Small pools with everything that real ones have: gaps, lists, nulls, cycles, people in two roles and people outside. */
import fc from "fast-check";
import type { Ladder } from "../../src/entry.js";
import type { RuleContext } from "../../src/rules/rule.js";
import type {
  AttributeValue,
  Mentee,
  Mentor,
  PairStatus,
  Person,
  Relation,
  ReportingLine,
  StandingPair,
} from "../../src/types.js";

/** Ids of people who may be in a pool, in either role or both; two of them are names of every object's own methods. */
export const INSIDE = ["ada", "bo", "cy", "di", "ed", "__proto__", "constructor"];

/** Ids of people who are only ever named by others. */
export const OUTSIDE = ["xan", "yul", "zoe"];

/** The steps of the ladder in these pools; a "Dean" stands on none of them. */
export const LADDER: Ladder = [["PhD student"], ["Postdoc", "Research Fellow"], ["Lecturer"], ["Professor"]];

/** Attributes that people in these pools may have; the last is inherited by any plain object that lacks it. */
export const ATTRIBUTES = ["office", "floor", "remote", "constructor"];

const anyId = fc.constantFrom(...INSIDE, ...OUTSIDE);
const ids = fc.array(anyId, { maxLength: 3 });
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null, freq: 3 });
const day = fc.constantFrom("2025-01-31", "2026-02-28", "2026-10-01");

const texts = (...values: readonly string[]) => fc.array(fc.constantFrom(...values), { maxLength: 3 });

const oneOrMore = (...values: readonly string[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...values) },
    { weight: 2, arbitrary: texts(...values) },
    fc.constant(""),
  );

const attributeValue: fc.Arbitrary<AttributeValue> = fc.oneof(
  fc.constantFrom<AttributeValue>("A", "B", "1", "", 1, 0, true, false),
  texts("A", "B", "1"),
);

/** Some of the attributes, on an object with or without a prototype. */
const attributes = fc
  .tuple(fc.dictionary(fc.constantFrom(...ATTRIBUTES), attributeValue, { noNullPrototype: true }), fc.boolean())
  .map(([values, plain]) => (plain ? values : Object.assign(Object.create(null), values))) as fc.Arbitrary<
  NonNullable<Person["attributes"]>
>;

const personFields = {
  organisation: oneOrMore("North", "South"),
  department: oneOrMore("Linguistics", "Psychology", "History"),
  grade: fc.constantFrom(...LADDER.flat(), "Dean"),
  profession: fc.constantFrom("medicine", "nursing"),
  languages: texts("en", "sw"),
  lineManager: orNull(anyId),
  appraisers: orNull(ids),
  supervisors: orNull(ids),
  conflicts: orNull(ids),
  optedIn: fc.boolean(),
  trained: fc.boolean(),
  approved: fc.boolean(),
  tier: fc.constantFrom(1, 2),
  experienceYears: fc.constantFrom(0, 0.1, 0.3, 4, 12),
  utcOffsetHours: fc.constantFrom(-11, -5, 0, 1, 5.5, 13),
  modes: texts("in-person", "online", "", "walking"),
  // Great cities near and far from each other, a pole, and two sides of the date line.
  location: fc.constantFrom(
    ...[
      [51.5074, -0.1278],
      [51.752, -1.2577],
      [48.8566, 2.3522],
      [-1.2921, 36.8219],
      [90, 0],
      [-17.7134, 178.065],
      [-13.7583, -172.1046],
    ].map(([latitude, longitude]) => ({ latitude: latitude!, longitude: longitude! })),
  ),
  maxDistanceKm: fc.constantFrom(0, 83.4, 350, 20_000),
  nominations: ids,
  attributes,
};

/** Everything else, drawn at one go: no rule of ours looks at it, and a user's may look at any. */
const rest = fc.constantFrom<Partial<Mentee & Mentor>>(
  {},
  {
    name: "Ada Example",
    experienceYears: 0,
    jobRole: "nurse",
    nominations: [],
    waitingSince: "2026-02-28",
    seeks: ["grants"],
  },
  { name: "Bo Example", experienceYears: 12, country: "KE", hold: {}, withdrawn: "2026-10-01", demand: 0, capacity: 0 },
  {
    ...{ email: "bo@example.org", jobRole: "statistician", country: "GB", utcOffsetHours: 0, modes: ["online"] },
    ...{
      location: { latitude: 51.5, longitude: 0 },
      interests: ["chess", "choir"],
      nominations: ["ada"],
      avoid: ["bo"],
    },
    ...{ hold: { from: "2025-01-31" }, away: { until: "2026-02-28" }, seeks: ["promotion"], offers: ["grants"] },
    ...{ maxDistanceKm: 50, gapPreference: "broad", matters: { tier: 2 }, minimum: 1, mentoringExperience: 4 },
  },
  {
    ...{
      email: "ada@example.org",
      country: "KE",
      utcOffsetHours: 3,
      modes: [],
      interests: ["chess"],
      avoid: ["ada", "cy"],
    },
    ...{ location: { latitude: 0, longitude: 36.8 }, away: {}, seeks: [], offers: ["grants", "promotion"], demand: 2 },
    ...{ maxDistanceKm: 0, gapPreference: "none", matters: {}, capacity: 3, minimum: 0, mentoringExperience: 0 },
  },
);

const FOR_MENTEES = ["seeks", "demand", "maxDistanceKm", "gapPreference", "matters"];
const FOR_MENTORS = ["offers", "capacity", "minimum", "mentoringExperience"];

const personWith = (id: string, notTheirs: readonly string[]): fc.Arbitrary<Person> =>
  fc.tuple(rest, fc.record(personFields, { requiredKeys: [], noNullPrototype: true })).map(([others, fields]) => {
    const theirs = Object.entries({ ...others, ...fields }).filter(([field]) => !notTheirs.includes(field));
    return { ...Object.fromEntries(theirs), id };
  });

/** What may be known of a mentee whose id is settled already. */
export const menteeWith = (id: string): fc.Arbitrary<Mentee> => personWith(id, FOR_MENTORS);

/** What may be known of a mentor whose id is settled already. */
export const mentorWith = (id: string): fc.Arbitrary<Mentor> => personWith(id, FOR_MENTEES);

const someIds = fc.shuffledSubarray(INSIDE, { minLength: 1, maxLength: 5 });

export const reportingLines = fc.array(
  fc.record(
    { person: anyId, manager: anyId, until: day },
    { requiredKeys: ["person", "manager"], noNullPrototype: true },
  ),
  { maxLength: 8 },
) as fc.Arbitrary<readonly ReportingLine[]>;

const status = fc.constantFrom<PairStatus>("agreed", "declined", "dissolved", "completed", "ended-early");

/** Pairs made earlier, of people in the pool and of others. */
const pairs = fc.array(
  fc.record(
    { menteeId: anyId, mentorId: anyId, status, until: day, reopened: fc.boolean() },
    { requiredKeys: ["menteeId", "mentorId", "status"], noNullPrototype: true },
  ),
  { maxLength: 12 },
) as fc.Arbitrary<readonly StandingPair[]>;

const relations = fc.array(
  fc.record(
    {
      person: anyId,
      kind: fc.constantFrom<Relation["kind"]>("appraiser", "supervisor", "conflict"),
      other: anyId,
      from: day,
      until: day,
    },
    { requiredKeys: ["person", "kind", "other"], noNullPrototype: true },
  ),
  { maxLength: 20 },
) as fc.Arbitrary<readonly Relation[]>;

const ladder = fc.oneof({ weight: 9, arbitrary: fc.constant(LADDER) }, fc.constant<Ladder>([]));

/** A pool as rules see it. */
export const contexts: fc.Arbitrary<RuleContext> = fc.tuple(someIds, someIds).chain(([menteeIds, mentorIds]) =>
  fc.record({
    mentees: fc.tuple(...menteeIds.map(menteeWith)),
    mentors: fc.tuple(...mentorIds.map(mentorWith)),
    reportingLines,
    pairs,
    relations,
    ladder,
    asOf: fc.option(day, { nil: undefined }),
    closedWorld: fc.boolean(),
  }),
);

/** Two pools of the same people, of whom everything else may differ. */
export const twins: fc.Arbitrary<readonly [RuleContext, RuleContext]> = contexts.chain((context) =>
  fc
    .record({
      mentees: fc.tuple(...context.mentees.map(({ id }) => menteeWith(id))),
      mentors: fc.tuple(...context.mentors.map(({ id }) => mentorWith(id))),
      reportingLines,
      pairs,
      relations,
      asOf: fc.option(day, { nil: undefined }),
    })
    .map((other) => [context, { ...context, ...other }] as const),
);

/** A person with the given fields of one and all others of another; attributes one by one. */
export function graft<P extends Person>(fields: readonly string[], from: P, onto: P): P {
  const grafted = { ...onto } as Record<string, unknown>;
  const inner: Record<string, unknown> = Object.assign(Object.create(null), onto.attributes);
  const copy = (target: Record<string, unknown>, source: object | undefined, field: string): void => {
    delete target[field];
    if (source !== undefined && Object.hasOwn(source, field))
      target[field] = (source as Record<string, unknown>)[field];
  };
  for (const field of fields) {
    if (field.startsWith("attributes.")) copy(inner, from.attributes, field.slice("attributes.".length));
    else copy(grafted, from, field);
  }
  return { ...grafted, attributes: inner } as unknown as P;
}

/** Every pair of a pool, by index. */
export const pairsOf = ({ mentees, mentors }: RuleContext): (readonly [mentee: number, mentor: number])[] =>
  mentees.flatMap((_, mentee) => mentors.map((_, mentor) => [mentee, mentor] as const));
