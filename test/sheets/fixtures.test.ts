/** Sheets as spreadsheets and forms leave them, each with what must become of it. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { InputError } from "../../src/errors.js";
import type { PoolInput } from "../../src/pool.js";
import { idOfEmail } from "../../src/sheets/identity.js";
import { readSheets, type Sheet } from "../../src/sheets/read.js";
import { placeText } from "../../src/sheets/told.js";

const FOLDER = fileURLToPath(new URL("../fixtures/sheets/", import.meta.url));
const SALT = "fixtures";
const ID = { ann: idOfEmail("ann@example.org", SALT), bo: idOfEmail("bo@example.org", SALT) };

/** What a sheet comes to: people, or issues as code and place; in both cases the findings. */
interface Outcome {
  readonly who?: Sheet["who"];
  readonly people?: Partial<PoolInput>;
  readonly issues?: readonly (readonly [code: string, place: string])[];
  readonly findings?: readonly (readonly [code: string, place: string])[];
}

const people = (...mentors: PoolInput["mentors"]): Outcome => ({ people: { mentees: [], mentors } });
const mentees = (...list: PoolInput["mentees"]): Outcome => ({ who: "mentee", people: { mentees: list, mentors: [] } });
const issues = (...list: (readonly [string, string])[]): Outcome => ({ issues: list });

const PLAIN = people(
  { id: "r01", grade: "Lecturer", department: "History", offers: ["grants", "teaching"] },
  { id: "r02", grade: "Professor", department: "Physics", offers: ["promotion"] },
);
const unused = (...places: string[]) => places.map((place) => ["column-unused", `line 1, column ${place}`] as const);
const MICROSOFT = unused('A ("ID")', 'B ("Start time")', 'C ("Completion time")');

const OUTCOMES: { readonly [file: string]: Outcome } = {
  plain: PLAIN,
  tab: PLAIN,
  "bom-crlf": PLAIN,
  "carriage-returns": PLAIN,
  "no-last-line-break": PLAIN,
  "utf-16le": PLAIN,
  "utf-16be": PLAIN,
  semicolon: people(
    { id: "r01", grade: "Lecturer", department: "History, modern", offers: ["grants", "teaching"] },
    { id: "r02", grade: "Professor", department: "Physics", offers: ["promotion"] },
  ),
  questions: {
    ...people(
      { id: "r01", offers: ["Grants", "fellowships"], grade: "Lecturer" },
      { id: "r02", offers: ["Teaching"], grade: "Professor" },
    ),
    findings: [["choices-unclear", 'line 2, column B ("Which areas, if any, can you help with?")']],
  },
  "google-forms-commas": {
    ...mentees(
      { id: ID.ann, seeks: ["Grants", "fellowships and awards", "Teaching"] },
      { id: ID.bo, seeks: ["Writing (papers", "books)"] },
    ),
    findings: [
      ...unused('A ("Timestamp")'),
      ["choices-unclear", 'line 2, column C ("Which areas do you want help with?")'],
    ],
  },
  "separator-line": issues(["ragged-row", 'line 4, column C ("Areas")']),
  "separator-line-quoted": people({ id: "r01", grade: "Lecturer; since 2020" }),
  "line-breaks": issues(["invalid", 'line 6, column D ("Capacity")']),
  "quoted-cells": {
    ...people({ id: "r01", department: "History, modern" }, { id: "r02", department: "Physics" }),
    findings: unused('C ("Job \\"title\\"")'),
  },
  "spaces-before-quotes": people({ id: "r01", department: "History, modern", offers: ["grants", "teaching"] }),
  "long-questions": people({ id: "r01", offers: ["Grants", "Teaching"], grade: "Lecturer" }),
  "any-names": {
    ...people(
      { id: "constructor", grade: "Lecturer" },
      { id: "=1+1", grade: "Professor" },
      { id: "__proto__", grade: "Professor" },
    ),
    findings: unused('B ("__proto__")'),
  },

  "microsoft-forms": {
    ...mentees(
      { id: ID.ann, grade: "Postdoc", seeks: ["Grants", "Teaching"], optedIn: true },
      { id: ID.bo, grade: "PhD student", seeks: ["Promotion"], optedIn: false },
    ),
    findings: MICROSOFT,
  },
  "microsoft-forms-anonymous": {
    ...mentees(
      { id: "mentee-1", grade: "Postdoc", seeks: ["Grants"], optedIn: true },
      { id: "mentee-2", grade: "PhD student", seeks: ["Teaching"], optedIn: true },
    ),
    findings: [...MICROSOFT.slice(1), ...unused('D ("Email")')],
  },
  "microsoft-forms-asked": {
    ...mentees({ id: ID.ann, grade: "Postdoc" }, { id: ID.bo, grade: "PhD student" }),
    findings: [...MICROSOFT, ...unused('D ("Email")')],
  },
  "microsoft-forms-half-anonymous": { ...issues(["missing", 'line 4, column D ("Email")']), who: "mentee" },
  "google-forms": {
    ...mentees(
      { id: ID.ann, grade: "Postdoc", seeks: ["Grants", "Teaching"] },
      { id: ID.bo, grade: "PhD student", seeks: ["Promotion"], lineManager: ID.ann },
    ),
    findings: [...unused('A ("Timestamp")'), ["person-unresolved", 'line 2, column E ("Who is your line manager?")']],
  },
  "google-forms-same-question": issues(["duplicate-header", 'line 1, column D ("Grade")']),

  "duplicate-header": issues(
    ["duplicate-header", 'line 1, column D ("Line manager")'],
    ["duplicate-header", 'line 1, column E ("Grade")'],
  ),
  "blank-header": issues(["blank-header", "line 1, column B"]),
  "blank-header-unused": people({ id: "r01", grade: "Lecturer" }, { id: "r02", grade: "Professor" }),
  "ragged-short": issues(
    ["ragged-row", 'line 3, column C ("Department")'],
    ["ragged-row", 'line 4, column B ("Grade")'],
  ),
  "ragged-line-breaks": issues(["ragged-row", "line 2, column D"], ["ragged-row", 'line 6, column C ("Department")']),
  "ragged-long": issues(["ragged-row", "line 2, column D"]),
  "open-quote": issues(["quote", "line 3, column B"]),
  "stray-quote": issues(["quote", "line 2, column B"]),
  "text-after-quote": issues(["quote", "line 2, column B"]),
  "windows-1252": {
    ...people({ id: "r01", department: "History" }, { id: "r02", department: "Génie civil" }),
    findings: [["read-as-windows-1252", "line 3"]],
  },
  "utf-16-without-mark": issues(["no-text", "line 1"]),
  workbook: issues(["workbook", "line 1"]),
  "old-workbook": issues(["workbook", "line 1"]),
  pdf: issues(["no-text", "line 1"]),
  empty: issues(["empty", "line 1"]),
  "only-blanks": issues(["empty", "line 1"]),
  "header-only": people(),
  "no-header": issues(["no-header", "line 1, column A"]),

  "no-identity": issues(["no-identity", "line 1"]),
  "address-as-id": issues(["invalid", 'line 2, column A ("ID")']),
  "missing-ids": issues(["missing", 'line 3, column A ("ID")'], ["invalid", 'line 4, column A ("ID")']),
  "duplicate-people": issues(["duplicate", 'line 4, column B ("E-mail")']),
  roles: {
    who: "people",
    people: {
      mentees: [
        { id: "e01", grade: "Postdoc", seeks: ["grants"] },
        { id: "b01", grade: "Lecturer", seeks: ["teaching"] },
      ],
      mentors: [
        { id: "r01", grade: "Professor", offers: ["grants", "teaching"], capacity: 2 },
        { id: "b01", grade: "Lecturer", offers: ["teaching"], capacity: 1 },
      ],
    },
  },
  "roles-unclear": {
    ...issues(
      ["invalid", 'line 3, column B ("Are you a mentor or a mentee?")'],
      ["invalid", 'line 4, column B ("Are you a mentor or a mentee?")'],
    ),
    who: "people",
  },
  "roles-yes-no": {
    who: "people",
    people: { mentees: [{ id: ID.ann, grade: "Postdoc" }], mentors: [{ id: ID.bo, grade: "Professor" }] },
  },
  "roles-strays": {
    who: "people",
    people: { mentees: [{ id: "e01" }], mentors: [{ id: "r01", capacity: 3 }] },
    findings: [["not-for-role", 'line 2, column C ("Capacity")']],
  },
  "roles-contradict": { ...issues(["contradiction", 'line 3, column C ("Grade")']), who: "people" },

  "bad-numbers": issues(
    ["invalid", 'line 2, column B ("Capacity")'],
    ["invalid", 'line 3, column B ("Capacity")'],
    ["invalid", 'line 4, column B ("Capacity")'],
    ["invalid", 'line 4, column C ("UTC offset")'],
  ),
  "ambiguous-days": issues(
    ["invalid", 'line 2, column B ("waitingSince")'],
    ["invalid", 'line 3, column B ("waitingSince")'],
  ),
  days: {
    ...mentees(
      { id: "e01", waitingSince: "2026-04-13" },
      { id: "e02", waitingSince: "2026-06-05" },
      { id: "e03", withdrawn: "2026-10-01" },
      { id: "e04", withdrawn: "2026-01-31" },
    ),
  },
  "wrong-days": issues(
    ["invalid", 'line 2, column B ("waitingSince")'],
    ["invalid", 'line 3, column B ("waitingSince")'],
  ),
  references: {
    ...people(
      { id: "r01", lineManager: "r02", conflicts: null, avoid: ["r09"] },
      { id: "r02", lineManager: "r03", conflicts: ["r01", "r03"] },
      { id: "r03", conflicts: ["r01", "r02"] },
      { id: "r04", lineManager: "s31", avoid: ["r-01"] },
      { id: "r05", lineManager: idOfEmail("boss@example.org", SALT) },
    ),
    findings: [
      ["same-name", "line 6"],
      ["person-outside", 'line 2, column F ("Avoid")'],
      ["person-unresolved", 'line 4, column D ("Line manager")'],
      ["person-outside", 'line 5, column D ("Line manager")'],
      ["person-ambiguous", 'line 5, column E ("Conflicts of interest")'],
      ["person-outside", 'line 5, column F ("Avoid")'],
      ["person-outside", 'line 6, column D ("Line manager")'],
    ],
  },
  choices: {
    ...mentees({ id: "e01" }, { id: "e02" }),
    findings: [
      ["person-outside", 'line 2, column C ("First choice")'],
      ["person-outside", 'line 2, column D ("Second choice")'],
      ["person-outside", 'line 3, column C ("First choice")'],
      ["person-outside", 'line 3, column D ("Second choice")'],
    ],
  },
  "time-zones": people(
    { id: "r01", utcOffsetHours: 1 },
    { id: "r02", utcOffsetHours: 5.5 },
    { id: "r03", utcOffsetHours: -3 },
  ),
  "unknown-zone": issues(["invalid", 'line 2, column B ("Time zone")']),
  "yes-and-no": people(
    { id: "r01", optedIn: true, trained: true },
    { id: "r02", optedIn: false, trained: true },
    { id: "r03", trained: false },
  ),
  maybe: issues(["invalid", 'line 2, column B ("optedIn")']),
};

/** Places without the file's name. */
const here = (text: string): string => text.replace(/^[^,]*\.csv, /, "");

function outcomeOf(file: string, who: Sheet["who"]): Required<Omit<Outcome, "who">> {
  const sheet = { file: `${file}.csv`, bytes: readFileSync(`${FOLDER}${file}.csv`), who };
  const around = {
    salt: SALT,
    asOf: "2026-10-01",
    offsetOf: (zone: string) => (zone === "Europe/London" ? 1 : undefined),
  };
  try {
    const { pool, findings } = readSheets([sheet], undefined, around);
    const told = findings.map(({ code, place }) => [code, here(placeText(place))] as const);
    return { people: { mentees: pool.mentees, mentors: pool.mentors }, issues: [], findings: told };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.message).not.toMatch(/@|Example|Genie/);
    const told = error.issues.map(({ code, path }) => [code, here(path)] as const);
    return { people: {}, issues: told, findings: [] };
  }
}

describe("readSheets()", () => {
  test("has an outcome for every sheet of test/fixtures/sheets", () => {
    const files = readdirSync(FOLDER).map((name) => name.replace(/\.csv$/, ""));
    expect(files.sort()).toEqual(Object.keys(OUTCOMES).sort());
    expect(files.length).toBeGreaterThanOrEqual(40);
  });

  test.each(Object.keys(OUTCOMES))("makes of %s.csv what it must", (file) => {
    const { who = "mentor", people: wanted = {}, issues: wrong = [], findings = [] } = OUTCOMES[file]!;
    expect(outcomeOf(file, who)).toEqual({ people: wanted, issues: wrong, findings });
  });
});
