/** Sheets beside the people's: standing pairs, words on pairs, reporting lines and relations. */

import { describe, expect, test } from "vitest";
import { parseColumnMap, type SheetMap } from "../../src/sheets/column-map.js";
import { idOfEmail } from "../../src/sheets/identity.js";
import { readSheets, type Sheet, type SheetsRead } from "../../src/sheets/read.js";
import { type StatementList, statementFieldOf } from "../../src/sheets/statement-fields.js";
import { placeText } from "../../src/sheets/told.js";
import { codesOf } from "../helpers/issues-of.js";

const SALT = "statements";
const MENTEES =
  "ID,Name,Email\ne01,Ann Example,ann@example.org\ne02,Bo Example,bo@example.org\ne03,Sam Twin,sam1@example.org\n";
const MENTORS =
  "ID,Name,Email\nr01,Cy Example,cy@example.org\nr02,Di Sample,di@example.org\nr03,Sam Twin,sam2@example.org\n";
const PEOPLE = { columns: { ID: "id", Name: "name", Email: "email" } };

function read(given: { readonly [L in StatementList]?: string }, map?: Omit<SheetMap, "columns">): SheetsRead {
  const sheet = (file: string, text: string, who: Sheet["who"]): Sheet => ({
    file,
    bytes: new TextEncoder().encode(text),
    who,
  });
  const sheets = [
    sheet("mentees.csv", MENTEES, "mentee"),
    sheet("mentors.csv", MENTORS, "mentor"),
    ...Object.entries(given).map(([list, text]) => sheet(`${list}.csv`, text, list as StatementList)),
  ];
  const around = { salt: SALT, asOf: "2026-10-01", offsetOf: () => undefined };
  const told = readSheets(sheets, map && parseColumnMap({ ...PEOPLE, ...map }), around);
  // The two Sam Twins are told of every time.
  expect(told.findings.filter(({ code }) => code === "same-name").map(({ id }) => id)).toEqual(["r03"]);
  return { ...told, findings: told.findings.filter(({ code }) => code !== "same-name") };
}

const findingsOf = ({ findings }: SheetsRead) => findings.map(({ code, place }) => [code, placeText(place)]);

describe("readSheets()", () => {
  test("reads standing pairs, their people named by id, address or name", () => {
    const { pool, findings } = read({
      pairs:
        "Mentee,Mentor e-mail,Status,Start date,End date\n" +
        '"Example, Ann",CY@example.org,Agreed,3/4/2026,\nSam Twin,sam2@example.org,ended early,,14/5/2026\n',
    });
    expect(pool.pairs).toEqual([
      { menteeId: "e01", mentorId: "r01", status: "agreed", since: "2026-04-03" },
      { menteeId: "e03", mentorId: "r03", status: "ended-early", until: "2026-05-14" },
    ]);
    expect(findings).toEqual([]);
  });

  test("takes the surest of several columns that say who somebody is, and another where it is empty", () => {
    const { pool } = read({
      locks:
        "Mentee name,Mentee e-mail,mentor name,mentor\nnobody at all,bo@example.org,,r02\nAnn Example,,Sam Twin,\n",
    });
    expect(pool.locks).toEqual([
      { menteeId: "e02", mentorId: "r02" },
      { menteeId: "e01", mentorId: "r03" },
    ]);
  });

  test("reads the pairs.csv that a match wrote, once it has a status", () => {
    const { pool, findings } = read({
      pairs:
        "mentee,mentee name,mentee e-mail,mentor,mentor name,mentor e-mail,score,origin,to check,status\ne01,A,,r01,C,,9,new,,met\n",
    });
    expect(pool.pairs).toEqual([{ menteeId: "e01", mentorId: "r01", status: "met" }]);
    expect(findings.map(({ place }) => place.header)).toEqual(["score", "origin", "to check"]);
  });

  test("reads forbids and overrides with their reasons", () => {
    const { pool } = read({
      forbids: "mentee;mentor;why;who decided;date\ne02;Di Sample;fell out;Zo;2026-09-01\n",
      overrides: "Mentee ID,Mentor ID,Rule,Reason\ne01,r02,different-department,only specialist\n",
    });
    expect(pool.forbids).toEqual([
      { menteeId: "e02", mentorId: "r02", reason: "fell out", by: "Zo", on: "2026-09-01" },
    ]);
    expect(pool.overrides).toEqual([
      { menteeId: "e01", mentorId: "r02", rule: "different-department", reason: "only specialist" },
    ]);
  });

  test("reads reporting lines and relations, also of people outside, whose addresses go into the key", () => {
    const boss = idOfEmail("boss@example.org", SALT);
    const { pool, key, findings } = read({
      reportingLines:
        "Employee,Line manager's e-mail,From\nAnn Example,boss@example.org,2026-01-01\nDi Sample,none,\ncy@example.org,,\nNo Body,r01,\n",
      relations: "Person,Kind,Other person\ne01,Appraiser,r02\n",
    });
    expect(pool.reportingLines).toEqual([{ person: "e01", manager: boss, from: "2026-01-01" }]);
    expect(pool.relations).toEqual([{ person: "e01", kind: "appraiser", other: "r02" }]);
    expect(key.at(-1)).toEqual({ id: boss, email: "boss@example.org" });
    expect(findings.map(({ code, place }) => [code, placeText(place)])).toEqual([
      ["person-unresolved", 'reportingLines.csv, line 5, column A ("Employee")'],
    ]);
  });

  test("tells a pair that ended and whose person is gone, and stops for anybody else who is not found", () => {
    const gone = read({ pairs: "Mentee,Mentor,Status\nGo Ne,r01,completed\nx99,r01,declined\n" });
    expect(gone.pool.pairs).toEqual([{ menteeId: "x99", mentorId: "r01", status: "declined" }]);
    expect(findingsOf(gone)).toEqual([["person-unresolved", 'pairs.csv, line 2, column A ("Mentee")']]);
    expect(codesOf(() => read({ pairs: "Mentee,Mentor,Status\nGo Ne,r01,met\nx99,r01,met\n" }))).toEqual([
      ["person-unresolved", 'pairs.csv, line 2, column A ("Mentee")'],
      ["unknown-person", 'pairs.csv, line 3, column A ("Mentee")'],
    ]);
    expect(codesOf(() => read({ forbids: "Mentee,Mentor\ne01,Go Ne\ne01,gone@example.org\n" }))).toEqual([
      ["person-unresolved", 'forbids.csv, line 2, column B ("Mentor")'],
      ["unknown-person", 'forbids.csv, line 3, column B ("Mentor")'],
    ]);
  });

  test("stops for a name one letter away from somebody's, in whatever sheet: the pair that must not be would be made", () => {
    const told = {
      pairs: "Mentee,Mentor,Status\nAnn Exmple,r01,dissolved\n",
      relations: "Person,Kind,Other person\nDi Samlpe,Conflict,e01\n",
    };
    expect(codesOf(() => read(told))).toEqual([
      ["person-unresolved", 'pairs.csv, line 2, column A ("Mentee")'],
      ["person-unresolved", 'relations.csv, line 2, column A ("Person")'],
    ]);
    const people = (cell: string): Sheet[] => [
      { file: "a.csv", bytes: new TextEncoder().encode(`ID,Name,Conflicts\ne01,Ann Example,${cell}\n`), who: "mentee" },
      { file: "b.csv", bytes: new TextEncoder().encode("ID,Name\nr01,Ruth Rowe\n"), who: "mentor" },
    ];
    const around = { salt: SALT, asOf: "2026-10-01", offsetOf: () => undefined };
    const map = parseColumnMap({ columns: { ID: "id", Name: "name", Conflicts: "conflicts" } });
    const conflictsWith = (cell: string) => readSheets(people(cell), map, around).pool.mentees;
    expect(codesOf(() => conflictsWith("Ruth Row"))).toEqual([
      ["person-unresolved", 'a.csv, line 2, column C ("Conflicts")'],
    ]);
    expect(conflictsWith("Rowe; Ruth Rowe")).toMatchObject([{ conflicts: ["r01"] }]);
  });

  test.each<[string, { readonly [L in StatementList]?: string }, readonly (readonly [string, string])[]]>([
    ["a column that is missing", { pairs: "Mentee,Mentor\ne01,r01\n" }, [["no-column", "pairs.csv, line 1"]]],
    [
      "a status nobody knows",
      { pairs: "Mentee,Mentor,Status\ne01,r01,going well\n" },
      [["invalid", 'pairs.csv, line 2, column C ("Status")']],
    ],
    [
      "an empty cell",
      { overrides: "Mentee,Mentor,Rule,Reason\ne01,,more-senior,\n" },
      [
        ["missing", 'overrides.csv, line 2, column B ("Mentor")'],
        ["missing", 'overrides.csv, line 2, column D ("Reason")'],
      ],
    ],
    [
      "a mentor where a mentee should be",
      { forbids: "Mentee,Mentor\nr01,r02\n" },
      [["unknown-person", 'forbids.csv, line 2, column A ("Mentee")']],
    ],
    [
      "a pair that is locked and forbidden",
      { locks: "Mentee,Mentor\ne01,r01\n", forbids: "Mentee,Mentor\ne02,r01\ne01,r01\n" },
      [["contradiction", "forbids.csv, line 3"]],
    ],
    [
      "a span that ends before it begins",
      { reportingLines: "Person,Manager,From,Until\ne01,r01,2026-05-01,2026-04-01\n" },
      [["invalid", 'reportingLines.csv, line 2, column D ("Until")']],
    ],
  ])("tells %s with its place", (_, given, expected) => {
    expect(codesOf(() => read(given))).toEqual(expected);
  });

  test("takes a cell for empty that the map says means nothing, and one that holds separators alone", () => {
    const { pool } = read(
      { locks: "Mentee,Mentor,Why\ne01,r01,n.n.\n", posts: "Person,Organisation,Grade\ne01,|,Postdoc\n" },
      {
        locks: { Mentee: "menteeId", Mentor: "mentorId", Why: { field: "reason", values: { "n.n.": null } } },
        posts: { Person: "person", Organisation: { field: "organisation", split: "|" }, Grade: "grade" },
      },
    );
    expect(pool.locks).toEqual([{ menteeId: "e01", mentorId: "r01" }]);
    expect(pool.mentees[0]?.posts).toEqual([{ grade: "Postdoc" }]);
  });

  test("tells a relation of namesakes, one of nobody, and an id outside that is nearly somebody's", () => {
    const related = read({ relations: "Person,Kind,Other\nSam Twin,Conflict,e01\ne01,Conflict,r01\n" });
    expect(related.pool.relations).toEqual([{ person: "e01", kind: "conflict", other: "r01" }]);
    expect(related.findings.map(({ place, message }) => `${placeText(place)}: ${message}`)).toEqual([
      'relations.csv, line 2, column A ("Person"): names somebody whose name several people have: the row is not used, give an id or an address',
    ]);
    expect(() => read({ relations: "Person,Kind,Other\n,Conflict,e01\n" })).toThrow(
      'relations.csv, line 2, column A ("Person"): expected the person, got an empty cell',
    );
    const ended = read({ pairs: "Mentee,Mentor,Status\ne-01,r01,completed\n" });
    expect(ended.pool.pairs).toEqual([{ menteeId: "e-01", mentorId: "r01", status: "completed" }]);
    expect(ended.findings.map(({ place, message }) => `${placeText(place)}: ${message}`)).toEqual([
      'pairs.csv, line 2, column A ("Mentee"): names somebody who is in no sheet; did you mean "e01"?',
    ]);
  });

  test("reads by a map, which may say what cells mean; a slip in its headers or fields is told", () => {
    const pairs = "Junior,Senior,State,Extra\nAnn Example,r01,going well,x\n";
    const columns = {
      Junior: "menteeId",
      Senior: "mentorId",
      State: { field: "status", values: { "going well": "agreed" } },
      Extra: "ignore",
    };
    const { pool, findings, map } = read({ pairs }, { pairs: columns });
    expect(pool.pairs).toEqual([{ menteeId: "e01", mentorId: "r01", status: "agreed" }]);
    expect([findings, map.pairs]).toEqual([[], columns]);
    expect(codesOf(() => read({ pairs }, { pairs: { ...columns, Junoir: "ignore" } }))).toEqual([
      ["unknown-header", "pairs.Junoir"],
    ]);
    expect(() => read({ pairs }, { pairs: { Junior: "mentee" } })).toThrow('did you mean "menteeId"?');
  });

  test("reads posts for a person in either role, terms, renewals and outcomes", () => {
    const { pool, findings } = read(
      {
        posts:
          "Person,Organisation,Department,From\ne01,North | South,History,2026-01-01\nDi Sample,North,,\nx99,East,,\n",
        pairs:
          "Mentee,Mentor,Status,Term,Mentee wants another term,Mentor asks again,How useful?\ne01,r01,met,2,yes,no,4\n",
      },
      {
        posts: {
          Person: "person",
          Organisation: { field: "organisation", split: "|" },
          Department: "department",
          From: "from",
        },
      },
    );
    expect(pool.mentees[0]?.posts).toEqual([
      { organisation: ["North", "South"], department: "History", from: "2026-01-01" },
    ]);
    expect(pool.mentors[1]?.posts).toEqual([{ organisation: "North" }]);
    expect(pool.pairs).toEqual([
      {
        ...{ menteeId: "e01", mentorId: "r01", status: "met", term: 2 },
        ...{ renewal: { mentee: true }, reEnters: { mentor: false }, outcome: { useful: 4 } },
      },
    ]);
    expect(findingsOf({ findings } as SheetsRead)).toEqual([
      ["person-outside", 'posts.csv, line 4, column A ("Person")'],
    ]);
    const wrong = { posts: "Person,Grade,From,Until\ne01,Postdoc,2026-05-01,2026-04-01\nAnn Exmple,Postdoc,,\n" };
    expect(codesOf(() => read(wrong))).toEqual([
      ["person-unresolved", 'posts.csv, line 3, column A ("Person")'],
      ["invalid", 'posts.csv, line 2, column D ("Until")'],
    ]);
  });

  test("tells a field that stands twice, but for those that say who somebody is", () => {
    const locks = "Junior,Address,Mentor,Note,Why\ne01,,r01,x,y\n";
    const columns = { Junior: "menteeId", Address: "menteeId", Mentor: "mentorId", Note: "reason" };
    expect(codesOf(() => read({ locks }, { locks: { ...columns, Why: "ignore" } }))).toEqual([]);
    expect(codesOf(() => read({ locks }, { locks: { ...columns, Why: "reason" } }))).toEqual([
      ["duplicate-field", 'locks.csv, line 1, column E ("Why")'],
    ]);
  });

  test("tells nothing of statements while a sheet of people could not be read", () => {
    const sheets = [
      { file: "a.csv", bytes: new TextEncoder().encode("ID,ID\ne01,e01\n"), who: "mentee" },
      { file: "b.csv", bytes: new TextEncoder().encode("ID\nr01\n"), who: "mentor" },
      { file: "pairs.csv", bytes: new TextEncoder().encode("Mentee,Mentor,Status\ne01,r01,met\n"), who: "pairs" },
    ] as const;
    const around = { salt: SALT, asOf: undefined, offsetOf: () => undefined };
    expect(codesOf(() => readSheets(sheets, undefined, around)).map(([code]) => code)).toEqual(["duplicate-header"]);
  });

  test("says of an issue of the pool where it stands", () => {
    const { located } = read({ overrides: "Mentee,Mentor,Rule,Reason\ne01,r01,no-such,x\n" });
    const issue = { code: "unknown-rule", path: "overrides[0].rule", message: "m" };
    expect(located(issue).path).toBe('overrides.csv, line 2, column C ("Rule")');
  });
});

test.each<[StatementList, string, string | undefined]>([
  ["pairs", "menteeId", "menteeId"],
  ["pairs", "Name of the mentee", "menteeId"],
  ["pairs", "Mentor's e-mail address", "mentorId"],
  ["pairs", "Mentee department", undefined],
  ["pairs", "Matched on", "since"],
  ["pairs", "to check", undefined],
  ["reportingLines", "Line Manager Email", "manager"],
  ["reportingLines", "Reports to", "manager"],
  ["reportingLines", "Staff No.", "person"],
  ["reportingLines", "Full name", "person"],
  ["reportingLines", "Cost centre", undefined],
  ["relations", "Type of relation", "kind"],
  ["forbids", "Who asked?", "by"],
  ["pairs", "Term", "term"],
  ["pairs", "Term ends", "until"],
  ["pairs", "Outcome", "status"],
  ["pairs", "Were the objectives met?", "outcome.objectivesMet"],
  ["pairs", "How useful was it?", "outcome.useful"],
  ["pairs", "Events checked", "eventsChecked"],
  ["pairs", "Mentee wants another term", "renewal.mentee"],
  ["pairs", "Renewal wanted by the mentor", "renewal.mentor"],
  ["pairs", "Mentee asks again", "reEnters.mentee"],
  ["pairs", "Mentor stays in the pool", "reEnters.mentor"],
  ["pairs", "renewal.mentor", "renewal.mentor"],
  ["posts", "Employee ID", "person"],
  ["posts", "Dept.", "department"],
  ["posts", "Employer", "organisation"],
  ["posts", "To", "until"],
  ["overrides", "Decided by", "by"],
])("statementFieldOf() takes in a sheet of %s the header %j for %j", (list, header, field) => {
  expect(statementFieldOf(list, header)).toBe(field);
});
