/** Every sheet: no cell that a spreadsheet runs, every cell as it was, and figures that say what was counted. */
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { match, planRota, settle, statistics, workload } from "../../src/index.js";
import { datesReport } from "../../src/report/dates.js";
import {
  csvReport,
  mailMerge,
  statisticsReport,
  unmatchedLetters,
  withoutMark,
  workloadReport,
} from "../../src/report/index.js";
import { rotaSheet } from "../../src/report/rota.js";

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const HOSTILE = [
  "=1+1",
  "+44 1",
  "-1",
  "@SUM(A1)",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM(A1)",
  "=cmd|' /C calc'!A0",
  "'=1",
  '"quoted", with a comma',
  "a;b",
  " leading",
  "a|b",
  "<b>",
];
const hostileText = fc
  .oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "grapheme", minLength: 1, maxLength: 15 }))
  .filter((text) => text.normalize("NFC").trim() === text && text !== "" && !/\p{Cc}/u.test(text));

test("every sheet tells hostile ids, names and groups as text, and none of them as a formula", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(hostileText, { minLength: 4, maxLength: 4, selector: (text) => text.toLowerCase() }),
      hostileText,
      ([bo, cy, ada, max], name) => {
        const pool = {
          asOf: "2026-10-01",
          mentees: [bo!, cy!].map((id) => ({ id, name, country: name, seeks: ["grants"] })),
          mentors: [
            { id: ada!, name, offers: ["grants"] },
            { id: max!, name, withdrawn: "2026-01-01" },
          ],
        };
        const policy = {
          name,
          must: [{ rule: "different-department" as const, id: "=rule", onUnknown: "allow" as const }],
          prefer: [{ criterion: "shared-areas" as const, id: "+areas" }],
          terms: { months: 12, feedbackMonths: [3] },
        };
        const result = match(pool, policy);
        const next = settle(pool, result, "2026-11-01");
        const agreed = { ...next, pairs: next.pairs.map((pair) => ({ ...pair, status: "agreed" as const })) };
        const sheets = {
          ...csvReport(result, new Map([[bo!, { name }]])),
          ...datesReport(pool, policy, result),
          ...mailMerge(pool, policy, result, { firstContact: "2026-11-01", reasons: ["+areas"] }).files,
          ...unmatchedLetters(pool, policy, result),
          ...statisticsReport(statistics(pool, { by: ["country"], minimumGroup: 1 })),
          ...workloadReport(workload(agreed)),
          "rota.csv": rotaSheet(planRota(pool, policy, { rounds: 1 })),
        };
        expect(Object.keys(sheets)).toHaveLength(10);
        const cells = Object.values(sheets).flatMap((sheet) => {
          expect(sheet.startsWith("\uFEFF")).toBe(true);
          expect(withoutMark(sheet)).toBe(sheet.slice(1));
          const rows: string[][] = parse(sheet, { bom: true, record_delimiter: "\r\n" });
          return rows.flat();
        });
        // Only numbers may begin like a formula.
        expect(cells.filter((cell) => FORMULA.test(cell) && !/^-\d+$/.test(cell))).toEqual([]);
        const told = new Set(cells);
        for (const text of [bo!, ada!, name]) expect(told).toContain(FORMULA.test(text) ? `'${text}` : text);
      },
    ),
    { numRuns: 60 },
  );
});

test("statisticsReport() has a row for each figure of the year, and says what is too small to be told", () => {
  const people = (count: number, country: string) =>
    Array.from({ length: count }, (_, at) => ({ id: `${country}${at}`, country, waitingSince: "2026-01-01" }));
  const pool = {
    asOf: "2026-12-31",
    mentees: [...people(6, "Kenya"), ...people(5, "Peru"), { id: "solo", country: "=Nepal" }],
    mentors: [{ id: "ada", capacity: 5 }],
    pairs: Array.from({ length: 5 }, (_, at) => ({
      menteeId: `Kenya${at}`,
      mentorId: "ada",
      status: "completed" as const,
      since: "2026-01-11",
      until: "2026-06-11",
      outcome: { objectivesMet: at < 3, useful: at + 1 },
    })),
  };
  const figures = statistics(pool, { by: ["country"] });
  const { "statistics.csv": sheet } = statisticsReport(figures);
  const rows = parse(sheet, { bom: true }) as string[][];
  const figure = (...words: string[]) => rows.find((row) => words.every((word, at) => row[at] === word))?.[3];
  expect(rows[0]).toEqual(["what", "group", "counted", "figure"]);
  expect(figure("requests", "", "people")).toBe("12");
  expect(figure("offers", "", "people")).toBe("1");
  expect(figure("pairs made", "now completed", "pairs")).toBe("5");
  expect(figure("pairs ended", "completed", "pairs")).toBe("5");
  expect(figure("wait until paired", "", "median, days")).toBe("10");
  expect(figure("still waiting", "", "people")).toBe("6");
  expect(figure("objectives met", "", "pairs that met them")).toBe("3");
  expect(figure("usefulness", "", "median, of 5")).toBe("3");
  expect(figure("mentees by country", "Kenya", "of them paired")).toBe("5");
  expect(figure("mentors by country", "other groups together: 1", "people")).toBe("too few to be told");
  // A group of one is not told of, nor one that would give it away.
  expect(sheet).not.toContain("Nepal");
  const small = statisticsReport(statistics({ mentees: [{ id: "bo" }], mentors: [] }))["statistics.csv"];
  expect(small).toContain("\r\nwait until paired,,people,too few to be told\r\n");
  expect(small).toContain("\r\nobjectives met,,pairs,too few to be told\r\n");
});

test("csvReport() marks a weak pair, counts no refusal as 0 and leaves empty what a pair has no points for", () => {
  const pool = {
    mentees: [
      { id: "bo", department: "Art" },
      { id: "cy", department: "Law", grade: "Dean" },
      { id: "di", department: "Sea", grade: "Dean" },
    ],
    mentors: [{ id: "ada", department: "Art", grade: "Dean" }],
  };
  const policy = {
    name: "Strict",
    must: [{ rule: "different-department" as const }, { rule: "more-senior" as const, onUnknown: "allow" as const }],
    ladder: ["Dean"],
  };
  const result = match(pool, policy);
  const made = { menteeId: "bo", mentorId: "ada", score: 100, answered: 1, origin: "new" as const };
  const matches = [
    { ...made, parts: [{ id: "areas", points: 100 }], weak: true as const },
    { ...made, menteeId: "cy", parts: [] },
  ];
  const sheets = csvReport({ ...result, matches });
  expect(sheets["pairs.csv"]).toContain("\r\nbo,ada,100,100,1,new,,yes,,,\r\ncy,ada,100,,1,new,,,,,\r\n");
  expect(sheets["unmatched.csv"]).toContain("refused by different-department,refused by more-senior\r\n");
  expect(sheets["unmatched.csv"]).toContain("\r\nbo,0,0,1,0\r\n");
});
