/** How limits are read: what may stand in them, and what is said of what may not. */
import { expect, test } from "vitest";
import { InputError, parsePolicy } from "../../src/index.js";

const positiveAction = {
  characteristic: "gender",
  ground: "few women among the mentors",
  evidence: "staff survey 2025",
  aim: "half of the places",
  reviewDate: "2027-01-31",
};

const read = (limits: unknown, more: object = {}) => parsePolicy({ name: "x", limits, ...more }).limits;

/** Each issue as `code path: message`. */
function told(limits: unknown, more: object = {}): string[] {
  try {
    read(limits, more);
  } catch (error) {
    if (error instanceof InputError)
      return error.issues.map(({ code, path, message }) => `${code} ${path}: ${message}`);
  }
  throw new Error("nothing was refused");
}

test("parsePolicy() reads limits, one value as a list of one, and reads what it returned again", () => {
  const limits = read([
    { id: " places ", atMost: 60, mentees: undefined },
    { id: "law", atLeast: 2, atMost: 5, mentees: { department: "Law", "attributes.day": [true, "x", "x"] } },
    { id: "one per team", atMost: 1, each: "mentor", groupBy: "department", mentors: { tier: 1 } },
  ]);
  expect(limits).toEqual([
    { id: "places", atMost: 60 },
    { id: "law", atLeast: 2, atMost: 5, mentees: { department: ["Law"], "attributes.day": [true, "x"] } },
    { id: "one per team", atMost: 1, each: "mentor", groupBy: "department", mentors: { tier: [1] } },
  ]);
  expect(read(limits)).toEqual(limits);
  expect(Object.isFrozen(limits[1]!.mentees!.department)).toBe(true);
});

test("parsePolicy() says what is wrong with limits", () => {
  expect(told([7])).toEqual(["invalid limits[0]: expected an object, got 7"]);
  expect(told([{ id: "a" }])).toEqual(["missing limits[0]: expected atMost or atLeast, got neither"]);
  expect(told([{ atMost: 1 }])).toEqual(["missing limits[0].id: expected text, got nothing"]);
  expect(told([{ id: "a", atMost: -1 }])).toEqual(["invalid limits[0].atMost: expected 0 or more, got -1"]);
  expect(told([{ id: "a", atMost: 1, atLeast: 2 }])).toEqual([
    "contradiction limits[0].atLeast: expected at most the atMost of 1, got 2",
  ]);
  expect(told([{ id: "a", atmost: 1 }])[0]).toMatch(/^unknown-field limits\[0\]\.atmost: .*did you mean "atMost"\?$/);
  expect(told([{ id: "a", atMost: 1, each: "team" }])).toEqual([
    'invalid limits[0].each: expected one of "mentee", "mentor", got "team"',
  ]);
  expect(told([{ id: "a", atMost: 1, groupBy: "department" }])).toEqual([
    'missing limits[0].each: expected "mentor" or "mentee" beside groupBy, got nothing',
  ]);
  expect(told([{ id: "a", atMost: 1, each: "mentor", groupBy: "departmnt" }])[0]).toMatch(
    /^unknown-field limits\[0\]\.groupBy: .*did you mean "department"\?$/,
  );
  expect(told([{ id: "a", atMost: 1, mentees: { name: "Ann" } }])[0]).toMatch(
    /^unknown-field limits\[0\]\.mentees\.name: /,
  );
  expect(told([{ id: "a", atMost: 1, mentees: JSON.parse('{ "__proto__": 1 }') }])[0]).toMatch(/^unknown-field /);
  expect(told([{ id: "a", atMost: 1, mentors: { location: "here" } }])[0]).toMatch(/^unknown-field /);
  expect(told([{ id: "a", atMost: 1, mentees: {} }])).toEqual([
    "invalid limits[0].mentees: expected at least one field, got none",
  ]);
  expect(told([{ id: "a", atMost: 1, mentees: "Law" }])).toEqual([
    'invalid limits[0].mentees: expected fields with values, got "Law"',
  ]);
  expect(told([{ id: "a", atMost: 1, mentees: { department: [null] } }])[0]).toMatch(
    /^invalid limits\[0\]\.mentees\.department: expected a value or a list of values/,
  );
  expect(
    told([
      { id: "a", atMost: 1 },
      { id: "a", atMost: 2 },
    ])[0],
  ).toMatch(/^duplicate limits\[1\]: /);
  expect(told(Array.from({ length: 1001 }, (_, at) => ({ id: `${at}`, atMost: 1 })))[0]).toMatch(/^too-many limits: /);
});

test("parsePolicy() refuses limits that decide by a protected attribute without a positiveAction", () => {
  const gender = { id: "half", atLeast: 3, mentees: { "attributes.gender": "f" } };
  const byGender = { id: "each", atMost: 1, each: "mentor", groupBy: "attributes.Gender" };
  const guarded = { protected: ["gender"] };
  expect(told([gender], guarded)[0]).toMatch(/^protected limits\[0\]: .*"half" reads "gender"$/);
  expect(told([byGender], guarded)[0]).toMatch(/^protected limits\[0\]: /);
  expect(read([{ ...gender, positiveAction }], guarded)[0]!.positiveAction).toEqual(positiveAction);
});
