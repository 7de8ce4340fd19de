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
