/** What a map can say of columns, and what two sheets say of each other. */

import { describe, expect, test } from "vitest";
import { InputError } from "../../src/errors.js";
import { type ColumnMap, parseColumnMap } from "../../src/sheets/column-map.js";
import { idOfEmail } from "../../src/sheets/identity.js";
import { readSheets, type SheetsRead } from "../../src/sheets/read.js";
import { placeText } from "../../src/sheets/told.js";
import { codesOf } from "../helpers/issues-of.js";

const SALT = "maps";
const zones: { readonly [zone: string]: number } = { "2026-07-01 Europe/London": 1, "2026-12-01 Europe/London": 0 };

function read(mentees: string, mentors: string, columns?: ColumnMap["columns"], asOf?: string): SheetsRead {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const sheets = [
    { file: "mentees.csv", bytes: bytes(mentees), who: "mentee" },
    { file: "mentors.csv", bytes: bytes(mentors), who: "mentor" },
  ] as const;
  const map = columns && { columns, ...(asOf === undefined ? {} : { asOf }) };
  const offsetOf = (zone: string, day: string) => zones[`${day} ${zone}`];
  return readSheets(sheets, map, { salt: SALT, asOf: undefined, offsetOf });
}

describe("readSheets()", () => {
  test("resolves choices by name, address and id over both sheets, several columns in order", () => {
    const mentees =
      "ID,Name,First choice,Second choice\ne01,Ann Example,Di Sample,CY@example.org\ne02,Bo Example,r02; r01,\n";
    const mentors =
      "ID,Name,Email,Line manager\nr01,Cy Example,cy@example.org,Example Ann\nr02,Di Sample,di@example.org,bo example\n";
    const { pool, key, findings } = read(mentees, mentors);
    expect(pool.mentees.map(({ nominations }) => nominations)).toEqual([
      ["r02", "r01"],
      ["r02", "r01"],
    ]);
    expect(pool.mentors.map(({ lineManager }) => lineManager)).toEqual([undefined, "e02"]);
    expect(findings.map(({ code, place, id }) => [code, placeText(place), id])).toEqual([
      ["person-unresolved", 'mentors.csv, line 2, column D ("Line manager")', "r01"],
    ]);
    expect(key[2]).toEqual({ id: "r01", name: "Cy Example", email: "cy@example.org" });
  });

  test("knows a person in both sheets by their address, and tells what the sheets disagree on", () => {
    const mentees = "Email,Grade\nann@example.org,Postdoc\n";
    expect(read(mentees, "Email\nAnn@Example.org\n").pool.mentors[0]!.id).toBe(idOfEmail("ann@example.org", SALT));
    expect(codesOf(() => read(mentees, "Email,Grade\nann@example.org,Lecturer\n"))).toEqual([
      ["contradiction", 'mentors.csv, line 2, column B ("Grade")'],
    ]);
  });

  test("tells who is nominated but has the other role only", () => {
    expect(codesOf(() => read("ID,First choice\ne01,e02\ne02,\n", "ID\nr01\n"))).toEqual([
      ["unknown-person", 'mentees.csv, line 2, column B ("First choice")'],
    ]);
  });

  test("does as the map says: values, splits, days, prefixes, attributes, parts, and another use for each role", () => {
    const columns: ColumnMap["columns"] = {
      No: { mentee: { field: "id", prefix: "e" }, mentor: { field: "id", prefix: "r" } },
      Online: { field: "modes", values: { Yes: "online", No: "in-person", "?": null } },
      Since: { field: "waitingSince", dates: "mdy" },
      Campus: { field: "attributes.campus", split: "+" },
      Floor: { field: "attributes.floor", as: "number" },
      Key: { field: "attributes.key", as: "yes-no" },
      Weight: "matters.shared-areas",
      North: "location.latitude",
      East: "location.longitude",
      Topics: { mentee: { field: "seeks", split: "/" }, mentor: { field: "offers", split: "," } },
    };
    const mentees =
      'No,Online,Since,Campus,Floor,Key,Weight,North,East,Topics\n1,Yes,3/4/2026,A+B,"2,5",no,2,51.5,-0.1,a/b\n2,?,,,,,,,,\n';
    const { pool } = read(mentees, 'No,Topics,Floor\n1,"a,b",3\n', columns);
    expect(pool.mentees).toEqual([
      {
        id: "e1",
        modes: ["online"],
        waitingSince: "2026-03-04",
        attributes: { campus: ["A", "B"], floor: 2.5, key: false },
        matters: { "shared-areas": 2 },
        location: { latitude: 51.5, longitude: -0.1 },
        seeks: ["a", "b"],
      },
      { id: "e2" },
    ]);
    expect(pool.mentors).toEqual([{ id: "r1", offers: ["a", "b"], attributes: { floor: 3 } }]);
  });

  test.each([
    ["2026-07-01", 1],
    ["2026-12-01", 0],
  ])("reads zones as of %s", (asOf, hours) => {
    const { pool } = read("ID,Zone\ne01,Europe/London\n", "ID\nr01\n", { ID: "id", Zone: "timeZone" }, asOf);
    expect([pool.asOf, pool.mentees[0]!.utcOffsetHours]).toEqual([asOf, hours]);
  });

  test("asks for a day where a zone has to be read, and where somebody is on hold", () => {
    const zone = { ID: "id", Zone: "timeZone" };
    expect(codesOf(() => read("ID,Zone\ne01,Europe/London\n", "ID\nr01\n", zone))).toEqual([
      ["invalid", 'mentees.csv, line 2, column B ("Zone")'],
    ]);
    const hold = { ID: "id", Until: "hold.until" };
    expect(codesOf(() => read("ID,Until\ne01,2026-10-01\n", "ID\nr01\n", hold))).toEqual([
      ["missing", '--as-of, or "asOf" in the map'],
    ]);
  });

  test("tells two columns for one fact, and a header that no sheet has", () => {
    const columns = { ID: "id", Grade: "grade", Level: "grade", Grad: "grade" };
    expect(codesOf(() => read("ID,Grade,Level\ne01,Postdoc,5\n", "ID\nr01\n", columns))).toEqual([
      ["unknown-header", "columns.Grad"],
      ["duplicate-field", 'mentees.csv, line 1, column C ("Level")'],
    ]);
    expect(() => read("ID\ne01\n", "ID\nr01\n", { ID: "id", "Favourite colour": "grade" })).toThrow(
      /expected a header of mentees\.csv or mentors\.csv, got none of them$/,
    );
  });

  test("does as the map says of single words: a number, a yes, nothing", () => {
    const columns: ColumnMap["columns"] = {
      ID: "id",
      Mentees: { field: "capacity", values: { "one or two": 2 } },
      Consent: { field: "optedIn", values: { "You bet": true } },
      Languages: { field: "languages", split: ";", values: { Other: null } },
      Zone: "timeZone",
    };
    const { pool } = read(
      "ID\ne01\n",
      "ID,Mentees,Consent,Languages,Zone\nr01,one or two,You bet,English;Other,UTC\nr02,3,no,Other,gmt\n",
      columns,
    );
    expect(pool.mentors).toEqual([
      { id: "r01", capacity: 2, optedIn: true, languages: ["English"], utcOffsetHours: 0 },
      { id: "r02", capacity: 3, optedIn: false, utcOffsetHours: 0 },
    ]);
  });

  test.each([
    ["31/12/2026", ["2026-12-31", "2026-04-03"]],
    ["12/31/2026", ["2026-12-31", "2026-03-04"]],
  ])("takes 3/4/2026 as %s beside it shows it to be meant", (shown, days) => {
    const { pool } = read(`ID,Waiting since\ne01,${shown}\ne02,3/4/2026\n`, "ID\nr01\n");
    expect(pool.mentees.map(({ waitingSince }) => waitingSince)).toEqual(days);
  });

  test.each<[string, readonly string[] | undefined, readonly string[]]>([
    ["Doe, Jane", undefined, ["person-unresolved"]],
    ["Ann Lee, Bo Ray", undefined, ["person-unresolved", "person-unresolved"]],
    ["Doe, Jane, r02", ["r02"], ["person-unresolved", "person-unresolved"]],
    ["Doe, r02", ["r02"], ["person-unresolved"]],
    ["Example, Cy", ["r01"], []],
    [
      "x@example.org, y@example.org",
      [idOfEmail("x@example.org", SALT), idOfEmail("y@example.org", SALT)],
      ["person-outside", "person-outside"],
    ],
  ])("reads %j as one name or as several people, whichever it can be", (cell, conflicts, told) => {
    const mentors = "ID,Name\nr01,Cy Example\nr02,Di Sample\n";
    const { pool, findings } = read(`ID,Conflicts of interest\ne01,"${cell}"\n`, mentors);
    expect([pool.mentees[0]!.conflicts, findings.map(({ code }) => code)]).toEqual([conflicts, told]);
  });

  test("tells a value that cannot be where its own part of a field stands, and quotes ids that look like rows as they are", () => {
    const places = { ID: "id", North: "location.latitude", East: "location.longitude" };
    expect(codesOf(() => read("ID,North,East\ne01,95,0\n", "ID\nr01\n", places))).toEqual([
      ["invalid", 'mentees.csv, line 2, column B ("North")'],
    ]);
    const twice = (id: string) => () => read(`ID\n${id}\n${id}\n`, "ID\nr01\n");
    for (const id of ["e01", "mentees[0]", "mentees[99]"]) expect(twice(id)).toThrow(JSON.stringify(id));
  });

  test("tells two addresses of which one id was made, and answers without an address", () => {
    // Found by trying: both come to the same twelve digits under this salt.
    const [one, other] = ["pbd287470dc88@example.org", "p5da5b5e02686@example.org"];
    expect(idOfEmail(one, SALT)).toBe(idOfEmail(other, SALT));
    expect(codesOf(() => read(`Email\n${one}\n`, `Email\n${other}\n`))).toEqual([["collision", "mentors.csv, line 2"]]);
    const people = { Email: "email", Grade: "grade" };
    expect(() => read("Email,Grade\n,Postdoc\nsomewhere,Postdoc\n", "Email\n", people)).toThrow(
      /line 2, column A \("Email"\): expected an address to make an id from, got an empty cell\n.*line 3, .*, got text$/,
    );
  });

  test("numbers the answers of two anonymous forms apart, though their columns have the same heads", () => {
    const head = "ID,Start time,Completion time,Email,Name,Grade\n";
    const answer = (grade: string) => `1,10/1/26 9:15:00,10/1/26 9:20:00,anonymous,,${grade}\n`;
    const { pool } = read(head + answer("Postdoc"), head + answer("Professor"));
    expect([pool.mentees, pool.mentors]).toEqual([
      [{ id: "mentee-1", grade: "Postdoc" }],
      [{ id: "mentor-1", grade: "Professor" }],
    ]);
  });

  test("says where somebody's fields stand, and nothing of who is in no sheet", () => {
    const { placesOf } = read("ID,Grade\ne01,Postdoc\n", "ID\ne01\n");
    expect(placesOf("e01", "grade").map(placeText)).toEqual([
      'mentees.csv, line 2, column B ("Grade")',
      "mentors.csv, line 2",
    ]);
    expect(placesOf("e02", "grade")).toEqual([]);
  });
});

describe("readSheets(), of one sheet with both roles", () => {
  const both = (text: string, columns: ColumnMap["columns"]): SheetsRead => {
    const sheet = { file: "people.csv", bytes: new TextEncoder().encode(text), who: "people" } as const;
    return readSheets([sheet], { columns }, { salt: SALT, asOf: undefined, offsetOf: () => undefined });
  };

  test("asks for a column with the role", () => {
    expect(codesOf(() => both("ID,Grade\ne01,Postdoc\n", { ID: "id", Grade: "grade" }))).toEqual([
      ["no-role", "people.csv, line 1"],
    ]);
  });

  test("leaves out whose role the map says is none, and tells what only the other role has", () => {
    const columns: ColumnMap["columns"] = {
      ID: "id",
      Role: { field: "role", values: { observer: null, both: "mentee and mentor" } },
      "How many mentors?": "demand",
      Places: "capacity",
      Notes: "ignore",
    };
    const { pool, findings } = both(
      "ID,Role,How many mentors?,Places,Notes,Shoe size\nr01,mentor,2,3,x,41\nb01,both,2,3,,\no01,observer,1,1,,\n",
      columns,
    );
    expect(pool).toEqual({
      mentees: [{ id: "b01", demand: 2 }],
      mentors: [
        { id: "r01", capacity: 3 },
        { id: "b01", capacity: 3 },
      ],
    });
    expect(findings.map(({ code, place, message }) => [code, placeText(place), message])).toEqual([
      ["column-unused", 'people.csv, line 1, column F ("Shoe size")', "this column is not used"],
      ["not-for-role", 'people.csv, line 2, column C ("How many mentors?")', "only a mentee has demand; not used here"],
    ]);
  });
});

describe("parseColumnMap()", () => {
  test("lists every issue, and suggests the nearest field", () => {
    const map = { columns: { A: "grad", B: { field: "modes", splitt: ";" }, C: 7 }, asOf: "2026-02-30" };
    expect(codesOf(() => parseColumnMap(map)).map(([, path]) => path)).toEqual([
      "asOf",
      "columns.A",
      "columns.B.splitt",
      "columns.C",
    ]);
    expect(() => parseColumnMap(map)).toThrow('did you mean "grade"?');
  });

  test.each([[null], [[]], ["id"], [{}]])("refuses %j", (map) => {
    expect(() => parseColumnMap(map)).toThrow(InputError);
  });
});
