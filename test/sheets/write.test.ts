/** A pool that is written as sheets is read back as it was, whatever it holds that a spreadsheet can carry. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PoolInput, parsePool } from "../../src/index.js";
import { poolFields } from "../../src/pool/draft.js";
import { menteeFields, mentorFields } from "../../src/pool/person.js";
import {
  overrideFields,
  pairFields,
  relationFields,
  reportingLineFields,
  wordFields,
} from "../../src/pool/statements.js";
import { csvText } from "../../src/report/csv.js";
import { SCHEMES } from "../../src/schemes/all.js";
import { parseColumnMap } from "../../src/sheets/column-map.js";
import { kindOf, SHEET_FIELDS } from "../../src/sheets/fields.js";
import { readSheets, type Sheet, type SheetsRead } from "../../src/sheets/read.js";
import { isNone } from "../../src/sheets/references.js";
import { STATEMENT_LISTS, statementFields } from "../../src/sheets/statement-fields.js";
import { poolSheets } from "../../src/sheets/write.js";
import type { Pool } from "../../src/types.js";
import { runs } from "../helpers/counts.js";

/** What is read from the sheets that a pool was written as. */
function back(pool: Pool): SheetsRead {
  const { mentees, mentors, statements, map } = poolSheets(pool);
  const sheet = (file: string, rows: Parameters<typeof csvText>[0], who: Sheet["who"]): Sheet => ({
    file,
    bytes: new TextEncoder().encode(csvText(rows)),
    who,
  });
  const sheets = [
    sheet("mentees.csv", mentees.length > 1 ? mentees : [["id"]], "mentee"),
    sheet("mentors.csv", mentors.length > 1 ? mentors : [["id"]], "mentor"),
    ...statements.map(([list, rows]) => sheet(`${list}.csv`, rows, list)),
  ];
  // Through JSON, as a file holds it.
  const written = parseColumnMap(JSON.parse(JSON.stringify({ ...map, columns: { id: "id", ...map.columns } })));
  return readSheets(sheets, written, { salt: "0123456789abcdef", asOf: undefined, offsetOf: () => undefined });
}

/**
 * What sheets cannot tell apart, and need not: nothing from an empty object or list, no conflict from no conflicts, one
 * department from a list of one. Names and addresses go into the key.
 */
function plain(pool: PoolInput): unknown {
  const parsed = parsePool(pool);
  const bare = (value: unknown, field: string): unknown => {
    const isOneOrMore = field === "organisation" || field === "department";
    if (isOneOrMore && Array.isArray(value) && value.length === 1) return value[0];
    if (DECLARED.includes(field) && Array.isArray(value) && value.length === 0) return null;
    if (field === "hold" || field === "away") return value;
    const isObject = typeof value === "object" && value !== null;
    if (isObject && Object.keys(value).length === 0 && field !== "nominations" && field !== "avoid") return undefined;
    if (field === "posts") return (value as object[]).map((post) => record(post));
    return isObject && !Array.isArray(value) ? record(value) : value;
  };
  const record = (row: object): object => {
    const fields = Object.entries(row).map(([field, value]) => [field, bare(value, field)] as const);
    return Object.fromEntries(fields.filter(([field, value]) => value !== undefined && !IN_KEY.includes(field)));
  };
  return Object.fromEntries(
    Object.entries(parsed).map(([list, rows]) => [
      list,
      Array.isArray(rows) ? rows.map((row) => record(row as object)) : rows,
    ]),
  );
}

const DECLARED = ["appraisers", "supervisors", "conflicts"];
const IN_KEY = ["name", "email"];

describe("poolSheets()", () => {
  test.each([...SCHEMES])("of %s is read back", (_, { cohort }) => {
    // Whoever stands in no sheet and has an id like a name could not be found.
    const pool = cohort();
    const ids = new Set([...pool.mentees, ...pool.mentors].map(({ id }) => id));
    const isKnown = (id: unknown): boolean => ids.has(id as string) || /\d/.test(String(id));
    const within = <P extends object>(person: P): P =>
      Object.fromEntries(
        Object.entries(person).flatMap(([field, value]) => {
          if (!["lineManager", "avoid", ...DECLARED].includes(field)) return [[field, value]];
          if (Array.isArray(value)) return [[field, value.filter(isKnown)]];
          return value === null || isKnown(value) ? [[field, value]] : [];
        }),
      ) as P;
    const known = { ...pool, mentees: pool.mentees.map(within), mentors: pool.mentors.map(within) };
    const { pool: read, findings } = back(known);
    expect(findings.filter(({ code }) => code !== "person-outside" && code !== "same-name")).toEqual([]);
    expect(plain(read)).toEqual(plain(known));
  });

  test("loses nothing of any pool", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(pools, (given) => {
        const pool = parsePool(given);
        for (const [list, rows] of Object.entries(pool))
          for (const row of Array.isArray(rows) ? (rows as object[]) : [])
            for (const field of Object.keys(row)) seen.add(`${list} ${field}`);
        const { pool: read, key } = back(pool);
        expect(plain(read)).toEqual(plain(pool));
        const called = (people: Pool["mentees"]) => people.flatMap(({ id, name }) => (name === undefined ? [] : [id]));
        expect(new Set(key.flatMap(({ id, name }) => (name === undefined ? [] : [id])))).toEqual(
          new Set([...called(pool.mentees), ...called(pool.mentors)]),
        );
      }),
      { numRuns: runs(60), seed: 11 },
    );
    // Whatever a pool can hold was there.
    const wanted = Object.entries(FIELDS).flatMap(([list, fields]) =>
      [...fields.keys()].map((field) => `${list} ${field}`),
    );
    expect(wanted.filter((field) => !seen.has(field))).toEqual([]);
  });
});

test("poolSheets() parts values by a sign that none of them holds, and says nothing of a day that the pool has not", () => {
  const pool = parsePool({
    mentees: [
      { id: "e1", interests: ["a;b", "c|d"] },
      { id: "e2", interests: ["e/f", "\u2460"] },
    ],
    mentors: [],
  });
  const { mentees, map } = poolSheets(pool);
  expect(map).toEqual({ columns: { id: "id", interests: { field: "interests", split: "\u2461" } } });
  expect(mentees).toEqual([
    ["id", "interests"],
    ["e1", "a;b\u2461 c|d"],
    ["e2", "e/f\u2461 \u2460"],
  ]);
  expect(back(pool).pool).toEqual({ mentees: pool.mentees, mentors: [] });
});

/** The fields of every list of a pool, as its door has them. */
const FIELDS: { readonly [list: string]: ReadonlyMap<string, unknown> } = {
  mentees: menteeFields,
  mentors: mentorFields,
  pairs: pairFields,
  locks: wordFields,
  forbids: wordFields,
  overrides: overrideFields,
  reportingLines: reportingLineFields,
  relations: relationFields,
};

/** What has no column, and why. */
const EXCEPTIONS: { readonly [field: string]: string } = {
  posts: "several to a person, each with days of its own: a sheet apart",
};

test("every field that a pool can hold is a column, or an exception with its reason", () => {
  expect(Object.keys(FIELDS)).toEqual([...poolFields.keys()].filter((field) => field !== "asOf"));
  for (const list of ["mentees", "mentors"])
    for (const field of FIELDS[list]!.keys()) {
      const isColumn = SHEET_FIELDS.some((own) => own === field || own.startsWith(`${field}.`));
      const isNamed = kindOf(`${field}.any name`) !== undefined;
      expect([field, isColumn || isNamed || EXCEPTIONS[field] !== undefined]).toEqual([field, true]);
    }
  for (const list of STATEMENT_LISTS) {
    const columns = Object.keys(statementFields(list));
    for (const field of FIELDS[list]?.keys() ?? [])
      expect([field, columns.some((own) => own === field || own.startsWith(`${field}.`))]).toEqual([field, true]);
  }
  expect(STATEMENT_LISTS.filter((list) => FIELDS[list] === undefined)).toEqual(Object.keys(EXCEPTIONS));
});

/** Text as cells keep it: no sign at the start that a spreadsheet takes for a formula, no word for nobody. */
const text = fc
  .string({
    unit: fc.constantFrom("a", "é", "Z", "7", " ", ";", ",", "|", "/", '"', "'", "-", "ß"),
    minLength: 1,
    maxLength: 8,
  })
  .map((value) => value.trim())
  .filter((value) => value !== "" && !/^[=+\-@']/.test(value) && !isNone(value));
const texts = fc.uniqueArray(text, { maxLength: 3 });
const oneOrMore = fc.oneof(text, texts);
const day = fc.constantFrom("2024-02-29", "2025-12-01", "2026-03-04", "2026-10-11");
/** From one to another day, or open. */
const span = fc
  .record({ from: day, until: day }, { requiredKeys: [] })
  .map(({ from, until, ...rest }) =>
    from !== undefined && until !== undefined && until < from
      ? { from: until, until: from }
      : { ...rest, ...(from ? { from } : {}), ...(until ? { until } : {}) },
  );
const flag = fc.boolean();
const some = fc.double({ min: 0, max: 1e4, noNaN: true });
/** Ids with a digit: of somebody outside, what has none is likelier a name. */
const idsOf = (letter: string) => [1, 2, 3, 4].map((at) => `${letter};${at}`);
const OUTSIDE = ["x/7", "x8"];

function person(own: readonly string[], others: readonly string[]) {
  const anybody = fc.constantFrom(...own, ...others, ...OUTSIDE);
  const people = fc.uniqueArray(anybody, { maxLength: 3 });
  const declared = fc.oneof(fc.constant(null), people);
  return {
    ...{
      name: text,
      email: fc.constantFrom("a@example.org", "b@example.org"),
      organisation: oneOrMore,
      department: oneOrMore,
    },
    ...{
      grade: text,
      experienceYears: some,
      jobRole: text,
      profession: text,
      country: text,
      languages: texts,
      modes: texts,
    },
    utcOffsetHours: fc.double({ min: -14, max: 14, noNaN: true }),
    location: fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    }),
    ...{
      lineManager: fc.oneof(fc.constant(null), anybody),
      appraisers: declared,
      supervisors: declared,
      conflicts: declared,
    },
    ...{ interests: texts, optedIn: flag, trained: flag, approved: flag, avoid: people, waitingSince: day },
    nominations: fc.uniqueArray(fc.constantFrom(...others), { maxLength: 3 }),
    ...{ hold: span, away: span, withdrawn: day, tier: fc.integer({ min: 1, max: 9 }), willingToMove: flag },
    posts: fc.array(
      fc
        .tuple(span, fc.record({ organisation: oneOrMore, department: oneOrMore, grade: text }, { requiredKeys: [] }))
        .map(([days, post]) => ({ ...post, ...days })),
      { maxLength: 3 },
    ),
    // One kind to a name: a column is read in one way.
    attributes: fc.record(
      { campus: text, floor: some, "key holder": flag, "a.b": texts.filter((list) => list.length > 0) },
      { requiredKeys: [] },
    ),
  };
}

const withIds = <T extends object>(ids: readonly string[], fields: { [F in keyof T]: fc.Arbitrary<T[F]> }) =>
  fc.tuple(...ids.map((id) => fc.record(fields, { requiredKeys: [] }).map((own) => ({ id, ...own }))));

const source = { by: text, on: day, reasonClass: text };
const pairIds = (e: readonly string[], r: readonly string[]) => ({
  menteeId: fc.constantFrom(...e),
  mentorId: fc.constantFrom(...r),
});
const once = {
  maxLength: 3,
  selector: (row: { menteeId: string; mentorId: string }) => `${row.menteeId} ${row.mentorId}`,
};
const answers = fc.record({ mentee: flag, mentor: flag }, { requiredKeys: [] });
const [E, R] = [idsOf("e"), idsOf("r")];

const pools = fc
  .record({
    asOf: day,
    mentees: withIds(E, {
      ...person(E, R),
      ...{ seeks: texts, demand: fc.nat(9), maxDistanceKm: some },
      gapPreference: fc.constantFrom("near-peer", "broad", "none"),
      matters: fc.dictionary(fc.constantFrom("shared-areas", "a;b"), fc.double({ min: 0.01, max: 9, noNaN: true })),
    }),
    mentors: withIds(R, {
      ...person(R, E),
      ...{ offers: texts, capacity: fc.integer({ min: 3, max: 9 }), minimum: fc.nat(3), mentoringExperience: some },
    }),
    pairs: fc.uniqueArray(
      fc
        .tuple(
          span,
          fc.record(
            {
              ...pairIds(E, R),
              status: fc.constantFrom(
                "proposed",
                "accepted",
                "met",
                "agreed",
                "declined",
                "dissolved",
                "completed",
                "ended-early",
              ),
              ...{ reopened: flag, eventsChecked: flag, renewal: answers, reEnters: answers },
              outcome: fc.record({ objectivesMet: flag, useful: fc.integer({ min: 1, max: 5 }) }, { requiredKeys: [] }),
              term: fc.integer({ min: 1, max: 9 }),
            },
            { requiredKeys: ["menteeId", "mentorId", "status"] },
          ),
        )
        .map(([{ from, until }, pair]) => ({ ...pair, ...(from ? { since: from } : {}), ...(until ? { until } : {}) })),
      once,
    ),
    locks: fc.uniqueArray(
      fc.record({ ...pairIds(E.slice(0, 2), R), ...source, reason: text }, { requiredKeys: ["menteeId", "mentorId"] }),
      once,
    ),
    forbids: fc.uniqueArray(
      fc.record({ ...pairIds(E.slice(2), R), ...source, reason: text }, { requiredKeys: ["menteeId", "mentorId"] }),
      once,
    ),
    overrides: fc.uniqueArray(
      fc.record(
        { ...pairIds(E, R), ...source, rule: text, reason: text },
        { requiredKeys: ["menteeId", "mentorId", "rule", "reason"] },
      ),
      once,
    ),
    reportingLines: fc.array(
      fc
        .tuple(span, fc.constantFrom(...E, ...OUTSIDE), fc.constantFrom(...R, ...OUTSIDE))
        .map(([days, who, manager]) => ({ person: who, manager, ...days })),
      { maxLength: 3 },
    ),
    relations: fc.array(
      fc
        .tuple(
          span,
          fc.constantFrom(...E, ...OUTSIDE),
          fc.constantFrom("appraiser", "supervisor", "conflict"),
          fc.constantFrom(...R),
        )
        .map(([days, who, kind, other]) => ({ person: who, kind, other, ...days })),
      { maxLength: 3 },
    ),
  })
  .map((pool) => pool as unknown as PoolInput);
