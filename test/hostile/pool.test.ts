/** Bad pools through every door that takes one. */
import { match, type PolicyInput, type PoolInput, parsePool, verify } from "../../src/index.js";
import {
  cyclic,
  type Expected,
  hostile,
  hostileProxy,
  LONG,
  MARKED,
  nested,
  revoked,
  thrower,
} from "../helpers/hostile.js";

const bo = { id: "bo", ...MARKED };
const ada = { id: "ada", ...MARKED };
const policy: PolicyInput = { name: "n", must: [{ rule: "outside-reporting-line" }, { rule: "no-conflict" }] };
const good = match({ mentees: [bo], mentors: [ada] }, policy);

/** A pool of two, with something else about it, the mentee or the mentor. */
const pool = (rest: object) => ({ mentees: [bo], mentors: [ada], ...rest });
const withMentee = (field: string, value: unknown) => pool({ mentees: [{ ...bo, [field]: value }] });
const withMentor = (field: string, value: unknown) => pool({ mentors: [{ ...ada, [field]: value }] });
const ownKey = (json: string): unknown => JSON.parse(json);

const ids = (...list: readonly string[]) => list.map((id) => ({ id, ...MARKED }));

const people = (count: number, prefix: string, more: (index: number) => object = () => ({})) =>
  Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index}`, ...MARKED, ...more(index) }));

type PoolRow = readonly [what: string, input: unknown, issue: Expected];

const rows: readonly PoolRow[] = [
  // What is no pool at all.
  ["nothing for a pool", undefined, "missing "],
  ["null for a pool", null, "invalid "],
  ["text for a pool", MARKED.name, "invalid "],
  ["a number for a pool", 7, "invalid "],
  ["NaN for a pool", Number.NaN, "invalid "],
  ["a big integer for a pool", 10n ** 400n, "invalid "],
  ["a symbol for a pool", Symbol(MARKED.name), "invalid "],
  ["a function for a pool", () => bo, "invalid "],
  ["a list for a pool", [bo, ada], "invalid "],
  ["a map for a pool", new Map([["mentees", [bo]]]), "invalid "],
  ["a day for a pool", new Date(0), "invalid "],
  ["bytes for a pool", new Uint8Array(10_000_000), "invalid "],
  ["a promise of a pool", Promise.resolve(pool({})), "invalid "],
  ["an instance of a class for a pool", new (class People {})(), "invalid "],
  ["an empty pool", {}, "missing mentees"],
  ["a pool that inherits its people", Object.create(pool({})), "invalid "],
  ["a pool with an unknown field", pool({ mentee: [] }), "unknown-field mentee"],
  [
    "a pool with 100 000 unknown fields",
    pool(Object.fromEntries(people(100_000, "f").map(({ id }) => [id, MARKED.name]))),
    "unknown-field f0",
  ],
  [
    "a pool with __proto__ for a field",
    ownKey('{"mentees":[],"mentors":[],"__proto__":{"polluted":true}}'),
    "unknown-field __proto__",
  ],
  [
    "a pool with constructor for a field",
    ownKey('{"mentees":[],"mentors":[],"constructor":{"prototype":{"polluted":true}}}'),
    "unknown-field constructor",
  ],
  ["a pool with toJSON", pool({ toJSON: () => pool({}) }), "unknown-field toJSON"],
  // Lists.
  ["null for mentees", pool({ mentees: null }), "invalid mentees"],
  ["an object for mentees", pool({ mentees: { 0: bo, length: 1 } }), "invalid mentees"],
  ["a set of mentees", pool({ mentees: new Set([bo]) }), "invalid mentees"],
  ["text for mentors", pool({ mentors: MARKED.name }), "invalid mentors"],
  ["a list with a gap", pool({ mentees: new Array(3) }), "invalid mentees[0]"],
  ["a list with a billion gaps", pool({ mentees: new Array(1e9) }), "invalid mentees[0]"],
  [
    "a list that says it has 10^15 rows",
    pool({ mentees: new Proxy([], { get: (list, key) => (key === "length" ? 1e15 : Reflect.get(list, key)) }) }),
    "invalid mentees[0]",
  ],
  ["null for a mentee", pool({ mentees: [null] }), "invalid mentees[0]"],
  ["a name for a mentee", pool({ mentees: [MARKED.name] }), "invalid mentees[0]"],
  ["a list for a mentee", pool({ mentees: [[bo]] }), "invalid mentees[0]"],
  [
    "an instance of a class for a mentor",
    pool({ mentors: [Object.assign(new (class Mentor {})(), ada)] }),
    "invalid mentors[0]",
  ],
  ["100 000 rows that are nobody", pool({ mentees: new Array(100_000).fill(MARKED.name) }), "invalid mentees[99]"],
  // Objects that do not let themselves be read.
  [
    "a pool that contains itself",
    Object.assign(pool({}), { pairs: [cyclic()] }),
    "too-deep pairs[0].self.self.self.self.self.self",
  ],
  [
    "mentees that contain themselves",
    (() => {
      const list: unknown[] = [];
      list.push(list);
      return pool({ mentees: list });
    })(),
    "too-deep mentees[0][0][0][0][0][0][0]",
  ],
  [
    "a person who is their own attribute",
    (() => {
      const one: Record<string, unknown> = { ...bo };
      one.attributes = one;
      return pool({ mentees: [one] });
    })(),
    "too-deep mentees[0].attributes.attributes.attributes.attributes.attributes.attributes",
  ],
  ["100 000 levels of nesting", withMentee("attributes", nested(100_000)), "too-deep mentees[0].attributes.a.a.a.a.a"],
  [
    "sixty objects that stand for 2^60",
    withMentee(
      "attributes",
      (() => {
        let value: unknown = [];
        for (let level = 0; level < 50; level++) value = [value, value];
        return value;
      })(),
    ),
    "invalid mentees[0].attributes",
  ],
  ["a pool that throws when read", Object.assign(thrower("mentees"), { mentors: [] }), "unreadable mentees"],
  [
    "a name that throws when read",
    pool({ mentees: [Object.assign(thrower("grade"), bo)] }),
    "unreadable mentees[0].grade",
  ],
  [
    "an attribute that throws when read",
    withMentee("attributes", thrower("office")),
    "unreadable mentees[0].attributes.office",
  ],
  ["a proxy that throws for a pool", hostileProxy(), "unreadable "],
  ["a proxy that throws for a list", pool({ mentees: hostileProxy([]) }), "unreadable mentees[0]"],
  ["a proxy that throws for a person", pool({ mentors: [hostileProxy()] }), "unreadable mentors[0]"],
  ["a revoked proxy for a pool", revoked(), "unreadable "],
  ["a revoked proxy for a list", pool({ mentors: revoked([]) }), "unreadable mentors"],
  [
    "a proxy without end",
    (() => {
      const endless: object = new Proxy(
        {},
        {
          ownKeys: () => ["a"],
          getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }),
          get: () => endless,
        },
      );
      return pool({ pairs: [endless] });
    })(),
    "too-deep pairs[0].a.a.a.a.a.a",
  ],
  [
    "a pool that throws when read a second time",
    (() => {
      let reads = 0;
      return {
        mentors: [],
        get mentees(): unknown {
          if (reads++ > 0) throw new Error(MARKED.name);
          return [];
        },
      };
    })(),
    "unreadable ",
  ],
  [
    "a pool that is deep when read a second time",
    (() => {
      let reads = 0;
      return {
        mentors: [],
        get mentees(): unknown {
          return reads++ === 0 ? [] : [{ ...bo, attributes: nested(100_000) }];
        },
      };
    })(),
    "invalid mentees[0].attributes.a",
  ],
  // Ids.
  ["a mentee without an id", pool({ mentees: [{ ...MARKED }] }), "missing mentees[0].id"],
  ["a number for an id", withMentee("id", 7), "invalid mentees[0].id"],
  ["an object for an id", withMentee("id", { toString: () => "bo" }), "invalid mentees[0].id"],
  ["an empty id", withMentee("id", ""), "invalid mentees[0].id"],
  ["an id of blanks", withMentor("id", " \t\u00a0\u2003"), "invalid mentors[0].id"],
  ["an id of 100 000 characters", withMentee("id", LONG), "invalid mentees[0].id"],
  ["an id of 100 000 accents", withMentee("id", `e${"\u0301\u0323".repeat(50_000)}`), "invalid mentees[0].id"],
  ["an id with a line break", withMentee("id", "bo\nada"), "invalid mentees[0].id"],
  ["an id with a terminal's escape", withMentee("id", "\u001b[2Jbo"), "invalid mentees[0].id"],
  ["an id with a null character", withMentor("id", "ad\u0000a"), "invalid mentors[0].id"],
  ["an id with half a character", withMentor("id", "ada\ud83d"), "invalid mentors[0].id"],
  ["an id that stands twice", pool({ mentees: [bo, bo] }), "duplicate mentees[1].id"],
  [
    "twins that differ in NFC and NFD",
    pool({
      mentees: [
        { ...bo, id: "Zo\u00eb" },
        { ...bo, id: "Zoe\u0308" },
      ],
    }),
    "duplicate mentees[1].id",
  ],
  ["twins that differ in blanks", pool({ mentors: [ada, { ...ada, id: " ada\t" }] }), "duplicate mentors[1].id"],
  ["100 000 people of one id", pool({ mentees: new Array(100_000).fill(bo) }), "duplicate mentees[1].id"],
  // Numbers.
  ["a capacity of -1", withMentor("capacity", -1), "invalid mentors[0].capacity"],
  ["a capacity of one and a half", withMentor("capacity", 1.5), "invalid mentors[0].capacity"],
  ["a capacity of NaN", withMentor("capacity", Number.NaN), "invalid mentors[0].capacity"],
  ["an endless capacity", withMentor("capacity", Infinity), "invalid mentors[0].capacity"],
  ["a capacity of 2^53", withMentor("capacity", 2 ** 53), "invalid mentors[0].capacity"],
  ["a capacity of 10^308", withMentor("capacity", 1e308), "invalid mentors[0].capacity"],
  ["a name for a capacity", withMentor("capacity", MARKED.name), "invalid mentors[0].capacity"],
  ["a big integer for a capacity", withMentor("capacity", 2n), "invalid mentors[0].capacity"],
  ["a boxed number for a capacity", withMentor("capacity", Object(2)), "invalid mentors[0].capacity"],
  [
    "an object with valueOf for a capacity",
    withMentor("capacity", { valueOf: () => 2 }),
    "invalid mentors[0].capacity",
  ],
  ["true for a minimum", withMentor("minimum", true), "invalid mentors[0].minimum"],
  [
    "a minimum above the capacity",
    pool({ mentors: [{ ...ada, capacity: 1, minimum: 2 }] }),
    "contradiction mentors[0].minimum",
  ],
  ["a demand of a million", withMentee("demand", 1_000_000), "invalid mentees[0].demand"],
  ["a demand of -0.5", withMentee("demand", -0.5), "invalid mentees[0].demand"],
  ["a tier of 0", withMentee("tier", 0), "invalid mentees[0].tier"],
  ["experience of less than no years", withMentor("experienceYears", -3), "invalid mentors[0].experienceYears"],
  ["an offset of 15 hours", withMentee("utcOffsetHours", 15), "invalid mentees[0].utcOffsetHours"],
  [
    "a latitude of 91 degrees",
    withMentee("location", { latitude: 91, longitude: 0 }),
    "invalid mentees[0].location.latitude",
  ],
  ["a location without a longitude", withMentee("location", { latitude: 1 }), "missing mentees[0].location.longitude"],
  [
    "a multiplier of 10^300",
    withMentee("matters", { "shared-areas": 1e300 }),
    'invalid mentees[0].matters["shared-areas"]',
  ],
  ["a multiplier of the least number", withMentee("matters", { x: Number.MIN_VALUE }), "invalid mentees[0].matters.x"],
  ["an attribute of NaN", withMentee("attributes", { size: Number.NaN }), "invalid mentees[0].attributes.size"],
  // Texts, flags, days.
  ["a number for a name", withMentee("name", 7), "invalid mentees[0].name"],
  ["a list of names for a name", withMentee("name", [MARKED.name]), "invalid mentees[0].name"],
  ["an object for an address", withMentor("email", { address: MARKED.email }), "invalid mentors[0].email"],
  ["a name for a flag", withMentee("optedIn", MARKED.name), "invalid mentees[0].optedIn"],
  ["1 for a flag", withMentee("optedIn", 1), "invalid mentees[0].optedIn"],
  ["a name for a list of interests", withMentee("interests", MARKED.name), "invalid mentees[0].interests"],
  ["lists of lists of interests", withMentee("interests", [[MARKED.name]]), "invalid mentees[0].interests[0]"],
  [
    "an object among departments",
    withMentee("department", [{ name: MARKED.name }]),
    "invalid mentees[0].department[0]",
  ],
  ["a name for a gap preference", withMentee("gapPreference", MARKED.name), "invalid mentees[0].gapPreference"],
  ["the 30th of February", withMentee("waitingSince", "2026-02-30"), "invalid mentees[0].waitingSince"],
  ["a day of the year 10 000", withMentee("waitingSince", "10000-01-01"), "invalid mentees[0].waitingSince"],
  ["an address for a day", withMentee("withdrawn", MARKED.email), "invalid mentees[0].withdrawn"],
  ["a date for a day", pool({ asOf: new Date(0) }), "invalid asOf"],
  [
    "a hold that ends before it begins",
    pool({ asOf: "2026-01-01", mentees: [{ ...bo, hold: { from: "2026-02-01", until: "2026-01-01" } }] }),
    "invalid mentees[0].hold.until",
  ],
  ["a hold without the day of the data", withMentee("hold", { from: "2026-02-01" }), "missing asOf"],
  ["an unknown field of a person", withMentee("lineManger", "ada"), "unknown-field mentees[0].lineManger"],
  ["a mentor's field on a mentee", withMentee("capacity", 2), "unknown-field mentees[0].capacity"],
  [
    "a person with __proto__ for a field",
    pool({ mentees: [ownKey(`{"id":"bo","__proto__":{"optedIn":true}}`)] }),
    "unknown-field mentees[0].__proto__",
  ],
  ["an attribute without a name", withMentee("attributes", { "": 1 }), 'invalid mentees[0].attributes[""]'],
  [
    "an attribute whose name has 100 000 characters",
    withMentee("attributes", { [LONG]: 1 }),
    `invalid mentees[0].attributes["${"x".repeat(60)}…"]`,
  ],
  [
    "attributes that differ in NFC and NFD",
    withMentee("attributes", { "caf\u00e9": 1, "cafe\u0301": 2 }),
    'duplicate mentees[0].attributes["cafe\u0301"]',
  ],
  [
    "attributes within attributes",
    withMentee("attributes", { home: { town: MARKED.name } }),
    "invalid mentees[0].attributes.home",
  ],
  // References.
  ["a name for line managers", withMentee("lineManager", [MARKED.name]), "invalid mentees[0].lineManager"],
  ["text for appraisers", withMentee("appraisers", "ada"), "invalid mentees[0].appraisers"],
  ["a nomination of nobody", withMentee("nominations", ["eve"]), "unknown-person mentees[0].nominations[0]"],
  ["a nomination of a number", withMentee("nominations", [7]), "invalid mentees[0].nominations[0]"],
  ["a nomination of oneself", withMentee("nominations", ["bo"]), "unknown-person mentees[0].nominations[0]"],
  [
    "100 000 nominations of nobody",
    withMentee(
      "nominations",
      Array.from({ length: 100_000 }, (_, index) => `nobody ${index}`),
    ),
    "unknown-person mentees[0].nominations[0]",
  ],
  ["a nomination of 100 000 characters", withMentee("nominations", [LONG]), "invalid mentees[0].nominations[0]"],
  ["a lock of nobody", pool({ locks: [{ menteeId: "eve", mentorId: "ada" }] }), "unknown-person locks[0].menteeId"],
  ["a lock without a mentor", pool({ locks: [{ menteeId: "bo" }] }), "missing locks[0].mentorId"],
  [
    "a lock the wrong way round",
    pool({ locks: [{ menteeId: "ada", mentorId: "bo" }] }),
    "unknown-person locks[0].menteeId",
  ],
  [
    "a pair that is locked twice",
    pool({
      locks: [
        { menteeId: "bo", mentorId: "ada" },
        { menteeId: "bo", mentorId: " ada" },
      ],
    }),
    "duplicate locks[1]",
  ],
  [
    "a pair that is locked and forbidden",
    pool({ locks: [{ menteeId: "bo", mentorId: "ada" }], forbids: [{ menteeId: "bo", mentorId: "ada" }] }),
    "contradiction forbids[0]",
  ],
  [
    "a person locked with themself",
    pool({ mentors: [{ ...ada, id: "bo" }], locks: [{ menteeId: "bo", mentorId: "bo" }] }),
    "self locks[0]",
  ],
  [
    "an override without a reason",
    pool({ overrides: [{ menteeId: "bo", mentorId: "ada", rule: "no-conflict", reason: " " }] }),
    "missing overrides[0].reason",
  ],
  [
    "a number for a reason",
    pool({ overrides: [{ menteeId: "bo", mentorId: "ada", rule: "no-conflict", reason: 7 }] }),
    "invalid overrides[0].reason",
  ],
  [
    "a name for a status",
    pool({ pairs: [{ menteeId: "bo", mentorId: "ada", status: MARKED.name }] }),
    "invalid pairs[0].status",
  ],
  [
    "a live pair of nobody",
    pool({ pairs: [{ menteeId: "bo", mentorId: "eve", status: "met" }] }),
    "unknown-person pairs[0].mentorId",
  ],
  [
    "a pair that ends before it begins",
    pool({
      pairs: [{ menteeId: "bo", mentorId: "ada", status: "completed", since: "2026-02-01", until: "2026-01-01" }],
    }),
    "invalid pairs[0].until",
  ],
  ["a reporting line to nobody", pool({ reportingLines: [{ person: "bo" }] }), "missing reportingLines[0].manager"],
  [
    "two roles of one person that contradict",
    pool({ mentors: [{ ...ada, id: "bo", name: "Ford Prefect" }] }),
    "contradiction mentors[0].name",
  ],
];

hostile(
  "parsePool()",
  rows.map(([what, input, issue]) => [what, () => parsePool(input), issue]),
);

const noPools = rows.slice(0, 16);
hostile(
  "match()",
  noPools.map(([what, input, issue]) => [what, () => match(input as PoolInput, policy), issue]),
);
hostile(
  "verify()",
  noPools.map(([what, input, issue]) => [what, () => verify(input as PoolInput, policy, good), issue]),
);

const matched = (input: object, rules: PolicyInput = policy) => {
  const result = match(input as PoolInput, rules);
  return { ...result, check: verify(input as PoolInput, rules, result).status };
};
const proved = { status: "proved", check: "proved" };

/** 100 000 people, each the manager of the one before; the mentor stands at the top. */
const chain = Array.from({ length: 100_000 }, (_, index) => ({
  person: index === 0 ? "bo" : `m${index}`,
  manager: index === 99_999 ? "ada" : `m${index + 1}`,
}));
const circle = [...chain.slice(0, -1), { person: "m99999", manager: "bo" }];
const manyManagers = Array.from({ length: 100_000 }, (_, index) => ({ person: "bo", manager: `m${index}` }));

hostile("match()", [
  ["nobody at all", () => matched({ mentees: [], mentors: [] }), { gives: { ...proved, matches: [] } }],
  [
    "a chain of 100 000 managers",
    () => match(pool({ reportingLines: chain }), policy),
    { gives: { status: "proved", matches: [] } },
  ],
  [
    "a circle of 100 000 managers",
    () => match(pool({ reportingLines: circle }), policy),
    { gives: { status: "proved", findings: [{ code: "reporting-line-cycle" }] } },
  ],
  [
    "100 000 managers of one person",
    () => match(pool({ reportingLines: manyManagers }), policy),
    { gives: { status: "proved" } },
  ],
  ["somebody who is their own manager", () => matched(withMentee("lineManager", "bo")), { gives: proved }],
  [
    "ids that are names of an object's own",
    () => matched({ mentees: ids("__proto__", "constructor"), mentors: ids("toString", "hasOwnProperty") }),
    { gives: { ...proved, matches: [{ menteeId: "__proto__" }, { menteeId: "constructor" }] } },
  ],
  [
    "ids that look like numbers of rows",
    () => matched({ mentees: ids("10", "9", "-1"), mentors: ids("1", "0", "1e3") }),
    { gives: { ...proved, matches: [{ menteeId: "-1" }, { menteeId: "10" }, { menteeId: "9" }] } },
  ],
  [
    "ids that look like formulas and markup",
    () => matched({ mentees: ids("=1+1", "<b>"), mentors: ids("@SUM(A1)", "</script>") }),
    { gives: proved },
  ],
  [
    "a lock in another spelling of the ids",
    () =>
      matched({ mentees: ids("Zo\u00eb"), mentors: ids("ada"), locks: [{ menteeId: "Zoe\u0308", mentorId: " ada" }] }),
    { gives: { ...proved, matches: [{ menteeId: "Zo\u00eb", mentorId: "ada", origin: "locked" }] } },
  ],
  [
    "an attribute called __proto__",
    () => matched(pool({ mentees: [ownKey('{"id":"bo","attributes":{"__proto__":"x","constructor":"y"}}')] })),
    { gives: proved },
  ],
  [
    "a minimum that nobody can fill",
    () => matched(pool({ mentors: [{ ...ada, minimum: 1_000_000, capacity: 1_000_000 }] })),
    { gives: { status: "infeasible", check: "infeasible", matches: [] } },
  ],
  ["a million places", () => matched(pool({ mentors: [{ ...ada, capacity: 1_000_000 }] })), { gives: proved }],
  [
    "a department of 100 000 accents",
    () => matched(withMentee("department", `e${"\u0301\u0323".repeat(50_000)}`)),
    { gives: proved },
  ],
  ["an interest of 100 000 characters", () => matched(withMentee("interests", [LONG])), { gives: proved }],
  [
    "100 000 nominations of one mentor",
    () => matched(withMentee("nominations", new Array(100_000).fill("ada"))),
    { gives: { ...proved, matches: [{ choice: 1 }] } },
  ],
  [
    "100 000 people to avoid whom nobody knows",
    () =>
      matched(
        withMentee(
          "avoid",
          people(100_000, "x").map(({ id }) => id),
        ),
      ),
    { gives: proved },
  ],
]);

const ofChain = match(pool({ reportingLines: chain }), policy);
hostile("verify()", [
  [
    "a chain of 100 000 managers",
    () => verify(pool({ reportingLines: chain }), policy, ofChain),
    { gives: { status: "proved", issues: [] } },
  ],
]);
