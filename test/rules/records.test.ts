/** What closures get to see of people. */
import { expect, test } from "vitest";
import { absentDeclarations, declaredRecords, MENTEE_FIELDS, missingFacts, unknownField } from "../../src/records.js";
import type { Mentee } from "../../src/types.js";

const bo: Mentee = {
  id: "bo",
  name: "Bo Example",
  department: ["History", "Law"],
  location: { latitude: 51.5, longitude: 0 },
  attributes: JSON.parse('{ "__proto__": "own", "office": "A", "languages": ["en"] }'),
};

test("declaredRecords() holds only the declared fields, as frozen copies", () => {
  const fields = ["department", "location", "attributes.languages", "attributes.__proto__", "appraisers"] as const;
  const [record] = declaredRecords([bo], fields);
  expect(JSON.stringify(record)).toBe(
    '{"department":["History","Law"],"location":{"latitude":51.5,"longitude":0},"appraisers":[],"attributes":{"languages":["en"],"__proto__":"own"}}',
  );
  for (const part of [record, record?.department, record?.location, record?.attributes, record?.attributes.languages]) {
    expect(Object.isFrozen(part)).toBe(true);
  }
  expect(Object.isFrozen(bo.department)).toBe(false);
});

test("missingFacts() counts nothing, empty text and empty lists as missing, and no declaration", () => {
  const people: Mentee[] = [bo, { id: "cy", department: "" }, { id: "di", department: [] }, { id: "ed" }];
  expect([...missingFacts(people, ["department", "lineManager"])]).toEqual([0, 1, 1, 1]);
  expect([...missingFacts(people, ["attributes.office", "attributes.toString"])]).toEqual([1, 1, 1, 1]);
  expect([...missingFacts(people, [])]).toEqual([0, 0, 0, 0]);
});

test("absentDeclarations() tells an absent declaration from one that says none", () => {
  const people: Mentee[] = [bo, { id: "cy", conflicts: null }, { id: "di", conflicts: [] }];
  expect([...absentDeclarations(people, ["conflicts", "department"])]).toEqual([1, 0, 0]);
});

test("unknownField() knows every field of a role but names and addresses, and any attribute by its full name", () => {
  for (const field of ["grade", "seeks", "id", "attributes.shoe size"])
    expect(unknownField(field, MENTEE_FIELDS)).toBeUndefined();
  expect(unknownField("attributes", MENTEE_FIELDS)).toContain('unknown field "attributes"');
  expect(unknownField("lineManger", MENTEE_FIELDS)).toBe('unknown field "lineManger"; did you mean "lineManager"?');
});

test("missingFacts() takes an empty list of nominations or of people to avoid as an answer", () => {
  const people: Mentee[] = [{ id: "bo", nominations: [], avoid: [] }, { id: "cy", nominations: [] }, { id: "di" }];
  expect([...missingFacts(people, ["nominations"])]).toEqual([0, 0, 1]);
  expect([...missingFacts(people, ["nominations", "avoid"])]).toEqual([0, 1, 1]);
  expect([...missingFacts(people, ["attributes.nominations"])]).toEqual([1, 1, 1]);
});
