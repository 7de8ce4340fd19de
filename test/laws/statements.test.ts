/** What sheets of pairs keep: whoever is named, in whatever way, in whatever order of columns. */
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readSheets, type Sheet } from "../../src/sheets/read.js";
import { runs } from "../helpers/counts.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const idsOf = (letter: string): string[] => [0, 1, 2, 3].map((at) => `${letter}${at}`);
/** A mentee and a mentor have each name, and the same person may be meant by none of the others. */
const nameOf = (id: string): string => `Person ${"ABCD"[Number(id[1])]}`;
const emailOf = (id: string): string => `${id}@example.org`;
const people = (letter: string): string =>
  stringify([["ID", "Name", "Email"], ...idsOf(letter).map((id) => [id, nameOf(id), emailOf(id)])]);

/** A person as a cell may name them. */
const called = (id: string): fc.Arbitrary<string> => {
  const [first, last] = nameOf(id).split(" ") as [string, string];
  return fc.constantFrom(
    id,
    nameOf(id),
    `${last}, ${first}`,
    `Dr ${nameOf(id)}`,
    emailOf(id),
    emailOf(id).toUpperCase(),
    `X <${emailOf(id)}>`,
  );
};

const STATUSES = ["proposed", "accepted", "met", "agreed", "declined", "dissolved", "completed", "ended-early"];
const day = fc.constantFrom(undefined, "2026-01-31", "2026-02-03");

/** A pair, and the cells that say it. */
const pair = fc
  .record({
    menteeId: fc.constantFrom(...idsOf("e")),
    mentorId: fc.constantFrom(...idsOf("r")),
    status: fc.constantFrom(...STATUSES),
    since: day,
    until: fc.constantFrom(undefined, "2026-02-03", "2026-10-01"),
    reopened: fc.constantFrom(undefined, true, false),
  })
  .chain((said) =>
    fc.record({
      said: fc.constant(said),
      cells: fc.record({
        Mentee: called(said.menteeId),
        "Mentor (name or address)": called(said.mentorId),
        Status: fc.constantFrom(said.status, said.status.toUpperCase(), said.status.replace("-", " ")),
        "Start date": fc.constantFrom(said.since ?? "", said.since?.split("-").reverse().join(".") ?? ""),
        Until: fc.constant(said.until ?? ""),
        "Reopened?": fc.constant(said.reopened === undefined ? "" : said.reopened ? "Yes" : "no"),
      }),
    }),
  );

const pairs = fc.uniqueArray(pair, { maxLength: 8, selector: ({ said }) => `${said.menteeId} ${said.mentorId}` });
const written = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t"),
  quoted: fc.boolean(),
  bom: fc.boolean(),
  record_delimiter: fc.constantFrom("\n", "\r\n", "\r"),
});

test("readSheets() loses no pair that csv-stringify wrote, whatever its people are called by", () => {
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
  fc.assert(
    fc.property(pairs, order, written, (list, columns, style) => {
      const headers = ["Mentee", "Mentor (name or address)", "Status", "Start date", "Until", "Reopened?"] as const;
      const table = [
        columns.map((at) => headers[at]!),
        ...list.map(({ cells }) => columns.map((at) => cells[headers[at]!])),
      ];
      const sheets: Sheet[] = [
        { file: "a.csv", bytes: bytes(people("e")), who: "mentee" },
        { file: "b.csv", bytes: bytes(people("r")), who: "mentor" },
        { file: "pairs.csv", bytes: bytes(stringify(table, style)), who: "pairs" },
      ];
      const { pool, findings } = readSheets(sheets, undefined, {
        salt: "law",
        asOf: undefined,
        offsetOf: () => undefined,
      });
      expect(pool.pairs).toEqual(list.map(({ said }) => JSON.parse(JSON.stringify(said)) as object));
      // Everybody has a namesake on the other side, which is told.
      expect(findings.filter(({ code }) => code !== "same-name")).toEqual([]);
    }),
    { numRuns: runs(200), seed: 41 },
  );
});
