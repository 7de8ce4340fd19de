import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError, type Issue } from "../src/errors.js";
import { canonicalPool, type PoolInput, parsePool } from "../src/pool.js";
import type { Pool } from "../src/types.js";

/** What parsePool() says of an input that it must refuse. */
function refusal(input: unknown): InputError {
  try {
    parsePool(input);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("parsePool() accepted the input");
}

const issues = (input: unknown): readonly Issue[] => refusal(input).issues;

/** `code path`, with the id where there is one. */
const briefly = (input: unknown): string[] =>
  issues(input).map(({ code, path, id }) => `${code} ${path}${id === undefined ? "" : ` (${id})`}`);

const pool = (parts: object = {}) => ({ mentees: [{ id: "bo" }], mentors: [{ id: "ada" }], ...parts });

const ofBo = (fields: object): unknown => pool({ mentees: [{ id: "bo", ...fields }] });

function deepFrozen<T>(value: T): T {
  if (typeof value === "object" && value !== null)
    for (const key of Reflect.ownKeys(value)) deepFrozen(Reflect.get(value, key));
  return Object.freeze(value);
}

describe("what a pool is read into", () => {
  test("parsePool() needs no more than mentees and mentors", () => {
    expect(parsePool({ mentees: [], mentors: [] })).toEqual({
      mentees: [],
      mentors: [],
      pairs: [],
      locks: [],
      forbids: [],
      overrides: [],
      reportingLines: [],
    }); // prettier-ignore
  });

  test("parsePool() reads the pool of the design", () => {
    const input: PoolInput = {
      asOf: "2026-10-01",
      mentees: [
        { id: "e07", department: "Linguistics", grade: "Postdoc", lineManager: "s31", seeks: ["grants", "promotion"] },
        { id: "e09" },
      ],
      mentors: [{ id: "r12", offers: ["grants"], capacity: 2, optedIn: true }, { id: "r08" }, { id: "r02" }],
      pairs: [{ menteeId: "e07", mentorId: "r03", status: "dissolved", since: "2026-01-10", until: "2026-06-02" }],
      locks: [],
      forbids: [{ menteeId: "e07", mentorId: "r08" }],
      overrides: [
        { menteeId: "e09", mentorId: "r02", rule: "different-department", reason: "only specialist in the field" },
      ],
      reportingLines: [
        { person: "s31", manager: "r12" },
        { person: "s31", manager: "r08" },
        { person: "s31", manager: "r12" },
      ],
    };
    expect(parsePool(input)).toEqual(input);
  });

  test("parsePool() takes null for an optional fact as absent, and keeps null for a declaration", () => {
    const bare = {
      grade: null,
      languages: null,
      optedIn: null,
      hold: null,
      demand: null,
      attributes: null,
      avoid: null,
    };
    const none = { lineManager: null, appraisers: null, supervisors: null, conflicts: null };
    expect(parsePool({ ...(ofBo({ ...bare, ...none }) as object), asOf: null, locks: null }).mentees).toEqual([
      { id: "bo", ...none },
    ]);
  });

  test("parsePool() compares ids after NFC and trimming, wherever they stand", () => {
    const nfd = "  Zoe\u0308 ";
    const read = parsePool({
      mentees: [{ id: nfd, nominations: [nfd], avoid: [nfd], lineManager: nfd, appraisers: [nfd, "Zoë"] }],
      mentors: [{ id: "Zoë" }],
      forbids: [{ menteeId: nfd, mentorId: nfd }],
      reportingLines: [{ person: nfd, manager: "x" }],
    });
    const { avoid: _avoid, ...zoe } = read.mentees[0]!;
    expect(zoe).toEqual({ id: "Zoë", nominations: ["Zoë"], lineManager: "Zoë", appraisers: ["Zoë"] });
    expect(read.forbids).toEqual([{ menteeId: "Zoë", mentorId: "Zoë" }]);
    expect(read.reportingLines).toEqual([{ person: "Zoë", manager: "x" }]);
  });

  test("parsePool() trims texts, lists each once, and takes a blank answer as none", () => {
    const fields = {
      department: [" A", "A ", ""],
      organisation: " ",
      languages: ["", "e\u0301", "é"],
      seeks: [" "],
      grade: " Postdoc ",
      modes: [],
    };
    expect(parsePool(ofBo({ ...fields, appraisers: [] })).mentees).toEqual([
      { id: "bo", department: ["A"], languages: ["é"], grade: "Postdoc", appraisers: [] },
    ]);
  });

  test("parsePool() keeps ids and attributes called __proto__ and constructor", () => {
    const text = `{"mentees":[{"id":"__proto__","attributes":{"__proto__":"a","constructor":["b","b"],"age band":3}}],
      "mentors":[{"id":"constructor","capacity":0},{"id":"__proto__","attributes":{"toString":true}}],
      "locks":[{"menteeId":"__proto__","mentorId":"constructor"}]}`;
    const [mentee] = parsePool(JSON.parse(text)).mentees;
    const joined = `{"__proto__":"a","constructor":["b"],"age band":3,"toString":true}`;
    expect(mentee!.id).toBe("__proto__");
    expect(Object.getPrototypeOf(mentee!.attributes)).toBe(null);
    expect(JSON.parse(JSON.stringify(mentee!.attributes))).toEqual(JSON.parse(joined));
    expect(Object.keys(mentee!.attributes!)).toContain("__proto__");
  });

  test("parsePool() fills in what one person's row in the other role leaves out", () => {
    const read = parsePool({
      asOf: "2026-01-01",
      mentees: [{ id: "bo", grade: "Postdoc", lineManager: null, seeks: ["cv"], tier: 1, attributes: { site: "A" } }],
      mentors: [{ id: "bo", department: "X", optedIn: true, hold: { from: "2026-01-01" }, attributes: { floor: 2 } }],
    });
    const shared = {
      id: "bo",
      grade: "Postdoc",
      lineManager: null,
      department: "X",
      hold: { from: "2026-01-01" },
      attributes: { site: "A", floor: 2 },
    };
    expect(read.mentees).toEqual([{ ...shared, seeks: ["cv"], tier: 1 }]);
    expect(read.mentors).toEqual([{ ...shared, optedIn: true }]);
  });

  test("parsePool() reads a deep-frozen pool, and returns a frozen one that shares nothing with its input", () => {
    const attributes = { site: ["A"] };
    const input = { mentees: [{ id: "bo", attributes, languages: ["en"] }], mentors: [{ id: "bo" }], locks: [] };
    const read = parsePool(deepFrozen(structuredClone(input)));
    expect(read).toEqual(parsePool(input));
    const shared = parsePool(input);
    attributes.site.push("B");
    expect(shared.mentees[0]!.attributes).toEqual({ site: ["A"] });
    const isFrozen = (value: unknown): boolean =>
      typeof value !== "object" || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozen));
    expect(isFrozen(shared)).toBe(true);
  });

  test("parsePool() reads a parsed pool into an equal one", () => {
    fc.assert(
      fc.property(pools, (input) => {
        const once = parsePool(input);
        expect(parsePool(once)).toEqual(once);
        expect(parsePool(JSON.parse(JSON.stringify(once)))).toEqual(once);
      }),
    );
  });

  test("canonicalPool() does not depend on the order of rows", () => {
    fc.assert(
      fc.property(pools, (input) => {
        const turned = Object.fromEntries(
          Object.entries(input).map(([field, value]) => [field, Array.isArray(value) ? [...value].reverse() : value]),
        );
        expect(JSON.stringify(canonicalPool(parsePool(turned)))).toBe(JSON.stringify(canonicalPool(parsePool(input))));
      }),
    );
  });
});

describe("what is wrong with one row", () => {
  test.each([
    [{ id: "" }, "invalid mentees[0].id"],
    [{ id: " \t" }, "invalid mentees[0].id"],
    [{ id: "a\u0000b" }, "invalid mentees[0].id"],
    [{ id: "a\u0085b" }, "invalid mentees[0].id"],
    [{ id: "a\ud800" }, "invalid mentees[0].id"],
    [{ id: "x".repeat(201) }, "invalid mentees[0].id"],
    [{ id: 7 }, "invalid mentees[0].id"],
    [{ id: null }, "invalid mentees[0].id"],
    [{}, "missing mentees[0].id"],
    [{ id: "bo", lineManager: "" }, "invalid mentees[0].lineManager (bo)"],
    [{ id: "bo", appraisers: ["a", ""] }, "invalid mentees[0].appraisers[1] (bo)"],
    [{ id: "bo", demand: 1.5 }, "invalid mentees[0].demand (bo)"],
    [{ id: "bo", demand: -1 }, "invalid mentees[0].demand (bo)"],
    [{ id: "bo", demand: 51 }, "invalid mentees[0].demand (bo)"],
    [{ id: "bo", demand: Number.NaN }, "invalid mentees[0].demand (bo)"],
    [{ id: "bo", demand: "1" }, "invalid mentees[0].demand (bo)"],
    [{ id: "bo", experienceYears: Number.POSITIVE_INFINITY }, "invalid mentees[0].experienceYears (bo)"],
    [{ id: "bo", experienceYears: -0.1 }, "invalid mentees[0].experienceYears (bo)"],
    [{ id: "bo", utcOffsetHours: 14.5 }, "invalid mentees[0].utcOffsetHours (bo)"],
    [{ id: "bo", location: { latitude: 91, longitude: 0 } }, "invalid mentees[0].location.latitude (bo)"],
    [{ id: "bo", location: { latitude: 9 } }, "missing mentees[0].location.longitude (bo)"],
    [{ id: "bo", tier: 0 }, "invalid mentees[0].tier (bo)"],
    [{ id: "bo", optedIn: "yes" }, "invalid mentees[0].optedIn (bo)"],
    [{ id: "bo", gapPreference: "Broad" }, "invalid mentees[0].gapPreference (bo)"],
    [{ id: "bo", waitingSince: "2026-02-29" }, "invalid mentees[0].waitingSince (bo)"],
    [{ id: "bo", waitingSince: "1900-02-29" }, "invalid mentees[0].waitingSince (bo)"],
    [{ id: "bo", waitingSince: "2026-13-01" }, "invalid mentees[0].waitingSince (bo)"],
    [{ id: "bo", waitingSince: "2026-04-31" }, "invalid mentees[0].waitingSince (bo)"],
    [{ id: "bo", waitingSince: "2026-4-3" }, "invalid mentees[0].waitingSince (bo)"],
    [{ id: "bo", waitingSince: new Date(0) }, "invalid mentees[0].waitingSince (bo)"],
    [{ id: "bo", hold: { from: "2026-03-02", until: "2026-03-01" } }, "invalid mentees[0].hold.until (bo)"],
    ...[-1, 9e-7, 1_000_001, Number.NaN].map((factor): [object, string] => [
      { id: "bo", matters: { "shared-areas": factor } },
      'invalid mentees[0].matters["shared-areas"] (bo)',
    ]),
    [{ id: "bo", attributes: { site: { a: 1 } } }, "invalid mentees[0].attributes.site (bo)"],
    [{ id: "bo", attributes: { site: Number.NaN } }, "invalid mentees[0].attributes.site (bo)"],
    [{ id: "bo", attributes: { site: [["a"]] } }, "invalid mentees[0].attributes.site[0] (bo)"],
    [{ id: "bo", attributes: { é: 1, "e\u0301": 2 } }, 'duplicate mentees[0].attributes["e\u0301"] (bo)'],
    [{ id: "bo", attributes: new Map([["site", "A"]]) }, "invalid mentees[0].attributes (bo)"],
    [{ id: "bo", capacity: 2 }, "unknown-field mentees[0].capacity (bo)"],
    [{ id: "bo", name: Symbol("x") }, "invalid mentees[0].name (bo)"],
    [{ id: "bo", demand: 1n }, "invalid mentees[0].demand (bo)"],
    [{ id: "bo", name: () => "x" }, "invalid mentees[0].name (bo)"],
    [JSON.parse('{"id":"bo","__proto__":{"grade":"x"}}'), "unknown-field mentees[0].__proto__ (bo)"],
    [new Map([["id", "bo"]]), "invalid mentees[0]"],
    [
      new (class Person {
        id = "bo";
      })(),
      "invalid mentees[0]",
    ],
    [["bo"], "invalid mentees[0]"],
    [null, "invalid mentees[0]"],
    [undefined, "missing mentees[0]"],
  ])("parsePool() refuses the mentee %o", (mentee, expected) => {
    expect(briefly(pool({ asOf: "2026-01-01", mentees: [mentee] }))).toEqual([expected]);
  });

  test("parsePool() takes leap days and days of months of every length", () => {
    for (const waitingSince of ["2024-02-29", "2000-02-29", "2026-12-31", "2026-11-30"]) {
      expect(parsePool(ofBo({ waitingSince })).mentees[0]!.waitingSince).toBe(waitingSince);
    }
  });

  test("parsePool() suggests the nearest field for a mistyped one", () => {
    expect(issues(ofBo({ lineManger: "x" }))).toEqual([
      {
        code: "unknown-field",
        path: "mentees[0].lineManger",
        message: 'unknown field "lineManger"; did you mean "lineManager"?',
        id: "bo",
      },
    ]);
    expect(issues(pool({ lock: [] }))[0]!.message).toBe('unknown field "lock"; did you mean "locks"?');
  });

  test("parsePool() quotes no text but ids and fields", () => {
    const secret = "Ada Lovelace <ada@example.org>";
    const fields = {
      name: [secret],
      email: { a: secret },
      optedIn: secret,
      waitingSince: secret,
      gapPreference: secret,
      demand: secret,
    };
    const error = refusal({
      asOf: secret,
      mentees: [{ id: "bo", ...fields, location: secret, attributes: secret }],
      mentors: secret,
    });
    expect(error.count).toBe(10);
    expect(error.message + JSON.stringify(error.issues)).not.toContain("Ada");
  });

  test("parsePool() refuses a pool without mentees or mentors", () => {
    expect(briefly({})).toEqual(["missing mentees", "missing mentors"]);
    expect(briefly({ mentees: {}, mentors: null })).toEqual(["invalid mentees", "invalid mentors"]);
  });

  test.each([[null], [undefined], [7], ["pool"], [[]], [new Map()], [() => 1]])(
    "parsePool() refuses %o for a pool",
    (input) => {
      expect(issues(input).map(({ path }) => path)).toEqual([""]);
    },
  );
});

describe("greatest numbers", () => {
  test("parsePool() takes a demand of 50, multipliers from a millionth to a million, and a million places", () => {
    const matters = { a: 0, b: 1e-6, c: 1e6 };
    const pool = parsePool({
      mentees: [{ id: "bo", demand: 50, matters }],
      mentors: [{ id: "ada", capacity: 1e6, minimum: 1e6 }],
    });
    expect(pool.mentees[0]).toMatchObject({ demand: 50, matters });
  });

  test("parsePool() says that a demand of more than 50 is a slip", () => {
    expect(issues({ mentees: [{ id: "bo", demand: 51 }], mentors: [] })[0]!.message).toBe(
      "expected an integer of 0 to 50, because more mentors for one mentee are a slip, got 51",
    );
  });
});

describe("what is wrong between rows", () => {
  test("parsePool() names both rows of a duplicate, also of twins that differ only in NFC or blanks", () => {
    const input = { mentees: [{ id: "Zoë" }, { id: "bo" }, { id: " Zoe\u0308" }], mentors: [{ id: "Zoë" }] };
    expect(issues(input)).toEqual([
      {
        code: "duplicate",
        path: "mentees[2].id",
        message: 'expected each id once, got "Zoë" as in mentees[0]',
        id: "Zoë",
      },
    ]);
  });

  test("parsePool() refuses a minimum above the capacity", () => {
    expect(briefly(pool({ mentors: [{ id: "ada", capacity: 1, minimum: 2 }] }))).toEqual([
      "contradiction mentors[0].minimum (ada)",
    ]);
    expect(parsePool(pool({ mentors: [{ id: "ada", capacity: 1, minimum: 1 }] })).mentors[0]!.minimum).toBe(1);
  });

  test("parsePool() refuses contradictory facts of one person in two roles, attribute by attribute", () => {
    const mentee = {
      id: "bo",
      grade: "A",
      department: ["X", "Y"],
      lineManager: "x",
      appraisers: [],
      optedIn: true,
      tier: 1,
      attributes: { site: "A", floor: 1 },
    };
    const mentor = {
      id: "bo",
      grade: "B",
      department: ["Y", "X"],
      lineManager: null,
      appraisers: null,
      optedIn: false,
      tier: 2,
      attributes: { site: "B", floor: 1 },
    };
    const input = { mentees: [mentee], mentors: [{ id: "ada" }, mentor] };
    expect(briefly(input)).toEqual([
      "contradiction mentors[1].grade (bo)",
      "contradiction mentors[1].lineManager (bo)",
      "contradiction mentors[1].attributes.site (bo)",
    ]);
    expect(issues(input)[0]!.message).toBe(
      'expected "bo" to have the same grade in both roles, got another in mentees[0]',
    );
  });

  test("parsePool() refuses hold, away and withdrawn in a pool without asOf", () => {
    const mentees = [{ id: "bo", hold: {} }, { id: "cy", withdrawn: "2026-01-01" }, { id: "di" }];
    expect(briefly(pool({ mentees }))).toEqual(["missing asOf"]);
    expect(briefly(pool({ mentees, asOf: "soon" }))).toEqual(["invalid asOf"]);
    expect(parsePool(pool({ mentees, asOf: "2026-02-01" })).mentees).toEqual(mentees);
  });

  test("parsePool() refuses locks, forbids, overrides, nominations and live pairs that name nobody in that role", () => {
    const pair = { menteeId: "ada", mentorId: "nobody" };
    const input = pool({
      mentees: [{ id: "bo", nominations: ["ada", "eve"], avoid: ["eve"], lineManager: "eve", conflicts: ["eve"] }],
      pairs: [
        { ...pair, status: "met" },
        { ...pair, status: "dissolved" },
        { ...pair, status: "declined" },
        { ...pair, status: "completed" },
        { ...pair, status: "ended-early" },
      ],
      locks: [{ menteeId: "bo", mentorId: "eve" }],
      forbids: [{ menteeId: "eve", mentorId: "ada" }],
      overrides: [{ menteeId: "bo", mentorId: "bo", rule: "r", reason: "why" }],
    });
    expect(briefly(input)).toEqual([
      "unknown-person mentees[0].nominations[1] (bo)",
      "unknown-person pairs[0].menteeId (ada)",
      "unknown-person pairs[0].mentorId (nobody)",
      "unknown-person locks[0].mentorId (eve)",
      "unknown-person forbids[0].menteeId (eve)",
      "unknown-person overrides[0].mentorId (bo)",
    ]);
    expect(issues(input)[1]!.message).toBe('expected the id of a mentee, got "ada", who is no mentee');
  });

  test("parsePool() suggests an id only where it is very near", () => {
    const mentors = [{ id: "Lovelace" }, { id: "e-07" }, { id: "e08" }];
    const nominated = (id: string) => issues({ mentees: [{ id: "bo", nominations: [id] }], mentors })[0]!.message;
    expect(nominated("lovelase")).toBe('unknown mentor "lovelase"; did you mean "Lovelace"?');
    expect(nominated("loveace")).toBe('unknown mentor "loveace"; did you mean "Lovelace"?');
    expect(nominated("olvelace")).toBe('unknown mentor "olvelace"; did you mean "Lovelace"?');
    expect(nominated("E07")).toBe('unknown mentor "E07"; did you mean "e-07"?');
    expect(nominated("e09")).toBe('unknown mentor "e09"');
  });

  test("parsePool() refuses a pair that is locked and forbidden, locked twice, live twice, or overridden twice for one rule", () => {
    const pair = { menteeId: "bo", mentorId: "ada" };
    const override = { ...pair, rule: "r", reason: "why" };
    const input = pool({
      pairs: [
        { ...pair, status: "declined" },
        { ...pair, status: "met" },
        { ...pair, status: "proposed" },
        { ...pair, status: "declined" },
      ],
      locks: [pair, { menteeId: " bo", mentorId: "ada " }],
      forbids: [pair],
      overrides: [override, { ...override, rule: "s" }, { ...override, reason: "because" }],
    });
    expect(briefly(input)).toEqual([
      "duplicate pairs[2] (bo)",
      "duplicate locks[1] (bo)",
      "duplicate overrides[2] (bo)",
      "contradiction forbids[0] (bo)",
    ]);
  });

  test("parsePool() refuses an override without a reason", () => {
    const override = { menteeId: "bo", mentorId: "ada", rule: "more-senior" };
    for (const reason of [undefined, null, "", " \n"]) {
      expect(briefly(pool({ overrides: [{ ...override, reason }] }))).toEqual(["missing overrides[0].reason"]);
    }
  });

  test("parsePool() refuses to lock a person with themself", () => {
    const lock = { menteeId: "bo", mentorId: "bo" };
    expect(briefly({ mentees: [{ id: "bo" }], mentors: [{ id: "bo" }], locks: [lock] })).toEqual([
      "self locks[0] (bo)",
    ]);
  });

  test("parsePool() refuses a standing pair that ends before it begins", () => {
    const pair = { menteeId: "x", mentorId: "y", status: "dissolved", since: "2026-02-02", until: "2026-02-01" };
    expect(briefly(pool({ pairs: [pair] }))).toEqual(["invalid pairs[0].until"]);
  });
});

describe("all at once", () => {
  test("parsePool() reports every issue of every row at once, and what is wrong between the rows", () => {
    const input = {
      colour: 1,
      mentees: [{ id: "bo", demand: -1, grade: 7 }, 7, { id: "bo" }, { name: "x" }],
      mentors: [{ id: "bo", capacity: "2", minimum: 3, grade: "A" }],
      locks: [
        { menteeId: "bo", mentorId: "bo" },
        { menteeId: "zed", on: "x" },
      ],
      overrides: [{ menteeId: "bo", mentorId: "bo", rule: "r" }],
    };
    expect(briefly(input).sort()).toEqual(
      [
        "unknown-field colour",
        "invalid mentees[0].demand (bo)",
        "invalid mentees[0].grade (bo)",
        "invalid mentees[1]",
        "duplicate mentees[2].id (bo)",
        "missing mentees[3].id",
        "invalid mentors[0].capacity (bo)",
        "self locks[0] (bo)",
        "missing locks[1].mentorId",
        "invalid locks[1].on",
        "unknown-person locks[1].menteeId (zed)",
        "missing overrides[0].reason",
      ].sort(),
    );
  });

  test("parsePool() does not call people unknown when their list could not be read", () => {
    expect(briefly({ mentees: [{ id: "bo", nominations: ["ada"] }], mentors: "ada" })).toEqual(["invalid mentors"]);
  });

  test("parsePool() counts the issues of 100 000 bad rows and lists 100", () => {
    const mentees = Array.from({ length: 100_000 }, (_, row) => ({
      id: `m${row}`,
      demnad: 1,
      nominations: ["nobody"],
    }));
    const error = refusal({ mentees, mentors: [{ id: "ada", languages: new Array(100_000).fill(7) }] });
    expect([error.issues.length, error.count]).toEqual([100, 300_000]);
    expect(error.message.split("\n")).toHaveLength(102);
  }, 30_000);

  test("parsePool() does not grow more than linearly with the people", () => {
    const mentors = Array.from({ length: 50_000 }, (_, row) => ({ id: `r${row}`, capacity: 1 }));
    const mentees = mentors.map(({ id }, row) => ({
      id: `e${row}`,
      nominations: [id, "r1"],
      lineManager: id,
      seeks: ["cv"],
    }));
    const read = parsePool({
      mentees,
      mentors,
      locks: mentees.map(({ id }, row) => ({ menteeId: id, mentorId: `r${row}` })),
    });
    expect(read.locks).toHaveLength(50_000);
  }, 30_000);
});

describe("hostile input", () => {
  const bomb = (levels: number): unknown => {
    let value: unknown = [];
    for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { "any-of": value };
    return value;
  };
  const cycle: Record<string, unknown> = { id: "bo" };
  cycle.attributes = cycle;
  const sparse: unknown[] = [];
  sparse.length = 4_000_000_000;
  const throwing = Object.defineProperty({ id: "bo" }, "grade", {
    enumerable: true,
    get: () => {
      throw new Error("no");
    },
  });
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  let reads = 0;
  const moody = {
    id: "bo",
    get grade() {
      if (++reads > 1) throw new Error("no");
      return "A";
    },
  };

  test.each([
    ["a million levels of nesting", bomb(1_000_000), "too-deep"],
    ["a row that holds itself", { mentees: [cycle], mentors: [] }, "too-deep"],
    ["a list with four thousand million gaps", { mentees: sparse, mentors: [] }, "invalid"],
    ["a getter that throws", { mentees: [throwing], mentors: [] }, "unreadable"],
    ["a getter that throws when it is read again", { mentees: [moody], mentors: [] }, "unreadable"],
    ["a revoked proxy", { mentees: [revoked.proxy], mentors: [] }, "unreadable"],
    [
      "a proxy that throws for its keys",
      {
        mentees: [
          new Proxy(
            {},
            {
              ownKeys: () => {
                throw new Error("no");
              },
            },
          ),
        ],
        mentors: [],
      },
      "unreadable",
    ],
    [
      "bytes for attributes",
      { mentees: [{ id: "bo", attributes: new Uint8Array(50_000_000) }], mentors: [] },
      "invalid",
    ],
  ])("parsePool() refuses %s", (_, input, code) => {
    expect(issues(input).map((issue) => issue.code)).toEqual([code]);
  });

  test("parsePool() passes over symbols and over properties of lists that are no entries", () => {
    const mentors = Object.assign([{ id: "ada", [Symbol("x")]: 1 }], { extra: 1 });
    expect(parsePool({ mentees: [], mentors })).toEqual(parsePool({ mentees: [], mentors: [{ id: "ada" }] }));
    expect(Object.getOwnPropertySymbols(parsePool({ mentees: [], mentors }).mentors[0])).toEqual([]);
  });

  test("parsePool() reads an honest proxy as what it stands for", () => {
    const input = new Proxy({ mentees: [new Proxy({ id: "bo" }, {})], mentors: new Proxy([], {}) }, {});
    expect(parsePool(input).mentees).toEqual([{ id: "bo" }]);
  });

  test("parsePool() answers anything at all with a pool or an InputError", () => {
    const field = fc.constantFrom(
      "id",
      "mentees",
      "mentors",
      "grade",
      "languages",
      "attributes",
      "hold",
      "location",
      "pairs",
      "locks",
      "avoid",
      "matters",
    );
    const anything = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.anything(),
        fc.dictionary(field, tie("value")),
        fc.array(tie("value"), { maxLength: 4 }),
        fc.constantFrom("bo", "", null),
      ),
    })).value;
    const whole = fc.record(
      { mentees: fc.array(anything), mentors: fc.array(anything), locks: anything, pairs: anything },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(anything, whole), (input) => {
        try {
          parsePool(input);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** Pools in which nothing is wrong, people in two roles included. */
const pools: fc.Arbitrary<Record<string, unknown>> = (() => {
  const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
  const word = fc.constantFrom("a", " b", "e\u0301", "é", "", "constructor", "__proto__");
  const words = fc.array(word, { maxLength: 4 });
  const attributes = fc.dictionary(
    fc.constantFrom("site", "x y", "constructor", "toString"),
    fc.oneof(word, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), words),
  );
  const own = {
    tier: optional(fc.integer({ min: 1, max: 3 })),
    waitingSince: optional(fc.constantFrom("2024-02-29", "2026-01-01")),
    avoid: optional(fc.array(fc.constantFrom("p1", "p2", "gone"))),
  };
  const facts = fc.record({
    department: optional(fc.oneof(word, words)),
    languages: optional(words),
    lineManager: optional(fc.constantFrom("p1", "boss")),
    conflicts: optional(fc.array(fc.constantFrom("p1", "q"))),
    experienceYears: optional(fc.double({ min: 0, max: 60, noNaN: true })),
    location: optional(fc.record({ latitude: fc.integer({ min: -90, max: 90 }), longitude: fc.constant(-0) })),
    hold: optional(fc.record({ from: fc.constant("2026-01-01"), until: optional(fc.constant("2026-01-02")) })),
    attributes: optional(attributes),
  });
  const ids = ["p1", "p2", "p3", " p4", "Zoe\u0308"];
  return fc
    .tuple(
      fc.array(facts, { minLength: ids.length, maxLength: ids.length }),
      fc.array(fc.record(own), { minLength: 10, maxLength: 10 }),
      fc.subarray(ids),
      fc.subarray(ids),
      fc.array(
        fc.record({
          menteeId: fc.constantFrom("p1", "gone"),
          mentorId: fc.constantFrom("p2", "left"),
          status: fc.constantFrom("declined", "dissolved"),
          since: optional(fc.constant("2025-05-05")),
          reopened: optional(fc.boolean()),
        }),
      ),
      fc.array(fc.record({ person: fc.constantFrom("p1", "boss"), manager: fc.constantFrom("ceo", "p2") })),
    )
    .map(([shared, perRole, mentees, mentors, pairs, reportingLines]) => {
      // The second role may leave facts out; what it says agrees with the first.
      const row = (role: number) => (id: string) => {
        const index = ids.indexOf(id);
        const { department, ...rest } = shared[index]!;
        return { id, ...rest, ...(role === 0 ? { department } : {}), ...perRole[index * 2 + role]! };
      };
      const locks =
        mentees.length > 0 && mentors.some((id) => id !== mentees[0])
          ? [{ menteeId: mentees[0], mentorId: mentors.find((id) => id !== mentees[0]), reason: "x" }]
          : [];
      return {
        asOf: "2026-03-01",
        mentees: mentees.map(row(0)),
        mentors: mentors.map(row(1)),
        pairs,
        locks,
        forbids: null,
        reportingLines,
      };
    });
})();

// What the types must allow a caller to write.
const _typed: PoolInput[] = [
  {
    mentees: [{ id: "bo", grade: null, lineManager: null, gapPreference: "broad" }],
    mentors: [{ id: "ada", capacity: 2 }],
  },
  parsePool({ mentees: [], mentors: [] }) satisfies Pool,
];
void _typed;

describe("relations with dates", () => {
  const people = { mentees: [{ id: "bo" }], mentors: [{ id: "ada" }] };
  const relation = { person: "bo", kind: "supervisor", other: "ada", from: "2024-01-01", until: "2025-12-31" };

  test("parsePool() keeps relations with people inside and outside, and leaves the field out where there are none", () => {
    const outside = { person: "x", kind: "conflict", other: "y" };
    const pool = parsePool({
      ...people,
      asOf: "2026-01-01",
      relations: [relation, { ...outside, from: null }],
    } as never);
    expect(pool.relations).toEqual([relation, outside]);
    expect(parsePool(pool)).toEqual(pool);
    expect("relations" in parsePool({ ...people, relations: [] })).toBe(false);
  });

  test.each<[string, object, string, string]>([
    ["an unknown kind", { relations: [{ ...relation, kind: "friend" }] }, "invalid", "relations[0].kind"],
    [
      "a span that ends before it begins",
      { relations: [{ ...relation, until: "2023-01-01" }] },
      "invalid",
      "relations[0].until",
    ],
    [
      "a line that does",
      { reportingLines: [{ person: "a", manager: "b", from: "2024-02-01", until: "2024-01-01" }] },
      "invalid",
      "reportingLines[0].until",
    ],
    ["a missing person", { relations: [{ kind: "conflict", other: "ada" }] }, "missing", "relations[0].person"],
  ])("parsePool() tells %s", (_, parts, code, path) => {
    expect(issues({ ...people, asOf: "2026-01-01", ...parts }).map((issue) => [issue.code, issue.path])).toEqual([
      [code, path],
    ]);
  });

  test("parsePool() wants the day the data describes where a relation or a line has dates", () => {
    for (const parts of [
      { relations: [relation] },
      { reportingLines: [{ person: "a", manager: "b", until: "2025-01-01" }] },
    ]) {
      const [issue] = issues({ ...people, ...parts });
      expect([issue!.code, issue!.path, issue!.message]).toEqual([
        "missing",
        "asOf",
        "expected a day as YYYY-MM-DD, because 1 row has from or until; got nothing",
      ]);
    }
  });
});
