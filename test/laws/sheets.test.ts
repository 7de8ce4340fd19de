/** What reading and writing sheets keeps, against another writer's quoting and another reader's unquoting. */
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../src/errors.js";
import type { PoolInput } from "../../src/pool.js";
import { type Cell, csvText } from "../../src/report/csv.js";
import type { ColumnMap } from "../../src/sheets/column-map.js";
import { readSheets } from "../../src/sheets/read.js";
import { isNone } from "../../src/sheets/references.js";
import { runs } from "../helpers/counts.js";

/** Headers with everything that separates, in the order of {@link cellsOf}. */
const COLUMNS: ColumnMap["columns"] = {
  "Staff no": "id",
  "Which areas, if any; or none?": { field: "offers", split: "|" },
  Department: "department",
  'How many "mentees"?': "capacity",
  "I agree; tick": "optedIn",
  "Since\twhen, please": { field: "waitingSince" },
  "Line manager": "lineManager",
  "home town": "attributes.home town",
  "On hold from": "hold.from",
};

type Row = readonly string[];

/** Text as sheets keep it: every sign that quoting is about, and any other but controls. */
const text = fc
  .array(
    fc.oneof(fc.constantFrom(",", ";", "\t", '"', "'", "\n", " ", "=", "@", "-", "é"), fc.string({ unit: "grapheme" })),
    {
      maxLength: 6,
    },
  )
  .map((parts) =>
    parts
      .join("")
      .replace(/[\p{Cs}\0]/gu, "")
      .replace(/\r\n?/g, "\n")
      .normalize("NFC")
      .trim(),
  );

const id = text
  .map((value) => value.replace(/\p{Cc}/gu, "").trim())
  .filter((value) => value !== "" && !isNone(value) && !value.includes("@"));

const area = text.map((value) => value.replace(/\|/g, "").trim()).filter((value) => value !== "");

const rows: fc.Arbitrary<readonly Row[]> = fc.uniqueArray(id, { maxLength: 8 }).chain((ids) =>
  fc.tuple(
    ...ids.map((own) =>
      fc.tuple(
        fc.constant(own),
        fc.uniqueArray(area, { maxLength: 3 }).map((areas) => areas.join("|")),
        text,
        fc.oneof(fc.constant(""), fc.nat(9).map(String)),
        fc.constantFrom("", "yes", "no"),
        fc.constantFrom("", "2026-01-31", "2025-12-01"),
        fc.constantFrom("", "none", ...ids),
        text,
        fc.constantFrom("", "2026-02-28"),
      ),
    ),
  ),
);

const style = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t"),
  quoted: fc.boolean(),
  bom: fc.boolean(),
  record_delimiter: fc.constantFrom("\n", "\r\n", "\r"),
  // By itself csv-stringify quotes no line break but its own.
  quoted_match: fc.constant(/[\r\n]/),
});

const AROUND = { salt: "law", asOf: "2026-10-01", offsetOf: () => undefined };

const read = (csv: string, columns = COLUMNS): PoolInput => {
  const none = { file: "mentees.csv", bytes: new TextEncoder().encode("Staff no\n"), who: "mentee" } as const;
  const sheet = { file: "mentors.csv", bytes: new TextEncoder().encode(csv), who: "mentor" } as const;
  return readSheets([none, sheet], { columns }, AROUND).pool;
};

/** A mentor as the row that says so. */
const cellsOf = (mentor: PoolInput["mentors"][number]): Row => [
  mentor.id,
  (mentor.offers ?? []).join("|"),
  String(mentor.department ?? ""),
  String(mentor.capacity ?? ""),
  mentor.optedIn === undefined ? "" : mentor.optedIn ? "yes" : "no",
  mentor.waitingSince ?? "",
  mentor.lineManager === null ? "none" : (mentor.lineManager ?? ""),
  String(mentor.attributes?.["home town"] ?? ""),
  mentor.hold?.from ?? "",
];

describe("sheets", () => {
  test("readSheets() loses nothing that csv-stringify wrote", () => {
    fc.assert(
      fc.property(rows, style, (people, written) => {
        const csv = stringify([Object.keys(COLUMNS), ...people.map((row) => [...row])], written);
        expect(read(csv).mentors.map(cellsOf)).toEqual(people.map((row) => [...row]));
      }),
      { numRuns: runs(100) },
    );
  });

  test("readSheets() tells the line and the column in which a wrong cell begins", () => {
    fc.assert(
      fc.property(rows, style, fc.nat(), (people, written, which) => {
        fc.pre(people.length > 0);
        const wrong = which % people.length;
        const table = people.map((row, at) =>
          at === wrong ? row.map((value, column) => (column === 3 ? "two\nor three" : value)) : [...row],
        );
        const header = Object.keys(COLUMNS);
        const above = stringify([header, ...table.slice(0, wrong)], { ...written, bom: false });
        const before = stringify([[...table[wrong]!.slice(0, 3), ""]], { ...written, bom: false }).trimEnd();
        const line = `${above}${before}`.split(/\r\n?|\n/).length;
        const issue = issueOf(stringify([header, ...table], written));
        expect(issue).toBe(`mentors.csv, line ${line}, column D ("How many \\"mentees\\"?")`);
      }),
      { numRuns: runs(100) },
    );
  });

  test("csvText() writes no formula, keeps numbers numbers, and loses no cell", () => {
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      fc.integer(),
      fc.tuple(fc.constantFrom("", "=", "+", "-", "@", "\t", "\r"), text).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), (table) => {
        const back = parse(csvText(table), { bom: true, record_delimiter: "\r\n" }) as string[][];
        const isFormula = (value: string, at: Cell) => typeof at === "string" && /^[=+\-@\t\r]/.test(value);
        expect(back.filter((row, r) => row.some((value, c) => isFormula(value, table[r]![c]!)))).toEqual([]);
        const bare = (value: string) => (/^'[=+\-@\t\r]/.test(value) ? value.slice(1) : value);
        expect(back.map((row) => row.map(bare))).toEqual(table.map((row) => row.map((value) => bare(String(value)))));
      }),
      { numRuns: runs(100) },
    );
  });
});

/** Choices as forms have them: some hold what joins them, and some begin others. */
const CHOICES = ["Grants", "Grants, fellowships and awards", "Writing (papers, books)", "Teaching"].concat([
  "Leading, managing",
  "Leading, managing, coaching",
  "A; B",
  "Räume, Zeiten",
]);

test("readSheets() gives back every choice of a form that the map or the vocabulary lists, whatever it holds", () => {
  fc.assert(
    fc.property(
      fc.array(fc.subarray(CHOICES), { maxLength: 6 }),
      fc.boolean(),
      fc.boolean(),
      (answers, isMapped, isTurned) => {
        const joined = answers.map((chosen) => (isTurned ? [...chosen].reverse() : chosen));
        const csv = stringify([["ID", "Areas"], ...joined.map((chosen, at) => [String(at), chosen.join(", ")])]);
        const columns = { ID: "id", Areas: { field: "areas", split: ", ", ...(isMapped ? { options: CHOICES } : {}) } };
        const sheet = (file: string, text: string, who: "mentee" | "mentor") => ({
          file,
          who,
          bytes: new TextEncoder().encode(text),
        });
        const vocabulary = { areas: { Grants: CHOICES.slice(1, 3), Other: CHOICES.slice(3) } };
        const { pool, findings } = readSheets(
          [sheet("a.csv", "ID,Areas\n", "mentee"), sheet("b.csv", csv, "mentor")],
          { columns },
          { ...AROUND, ...(isMapped ? {} : { vocabulary }) },
        );
        expect(pool.mentors.map(({ offers }) => offers ?? [])).toEqual(joined);
        expect(findings).toEqual([]);
      },
    ),
    { numRuns: runs(200), seed: 5 },
  );
});

/** Where the only issue of a sheet is told. */
function issueOf(csv: string): string {
  try {
    read(csv);
  } catch (error) {
    if (error instanceof InputError && error.count === 1) return error.issues[0]!.path;
    throw error;
  }
  return "nowhere";
}
