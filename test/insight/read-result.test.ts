/** The shape of a result, field by field: whatever else stood in one could be a name, or could not be compared. */
import { expect, test } from "vitest";
import { readResult } from "../../src/insight/read-result.js";

const whole = {
  format: "mentor-match/result/1",
  status: "proved",
  matches: [
    {
      menteeId: "ann",
      mentorId: "mo",
      score: 9000,
      parts: [{ id: "shared-areas", points: 9000 }],
      answered: 1,
      origin: "new",
      choice: 1,
      checks: ["approved"],
      overrides: ["no-conflict"],
      breaks: ["not-appraiser"],
    },
  ],
  unmatched: [{ menteeId: "bo", refusedBy: [{ id: "avoid", mentors: 1, soleMentors: 1 }], eligible: 1, full: 1 }],
  reserve: [{ mentorId: "xi", places: 2 }],
  notTakingPart: [{ id: "cy", role: "mentee", refusedBy: ["hold"] }],
  levels: [{ name: "coverage", value: [1], bound: [1] }],
  proof: {
    mentees: [{ id: "ann", price: [-1] }],
    mentors: [{ id: "mo", price: [1] }],
    limits: [{ id: "places", personId: "mo", group: "Art", price: [1] }],
  },
  findings: [{ code: "over-limit", path: "limits.places", ids: ["mo"], numbers: { matches: 2 } }],
  run: { version: "1.0.0", seed: "x", solver: "nested", poolHash: "1", policyHash: null, repeatable: false },
};

type Tree = { [key: string]: Tree };

/** The whole result with something else at a path; nothing at all where `value` is undefined. */
function but(path: string, value: unknown): unknown {
  const copy = structuredClone(whole) as unknown as Tree;
  const keys = path.split(".");
  const last = keys.pop()!;
  const holder = keys.reduce((inner, key) => inner[key]!, copy);
  if (value === undefined) delete holder[last];
  else holder[last] = value as Tree;
  return copy;
}

/** Values of these at this path are read, or are not. */
function expectRead(paths: readonly string[], values: readonly unknown[], isRead: boolean): void {
  for (const path of paths) {
    for (const value of values) {
      const given = but(path, value);
      expect([path, value, readResult(given)]).toEqual([path, value, isRead ? given : undefined]);
    }
  }
}

const LISTS = [
  ...["matches", "unmatched", "reserve", "notTakingPart", "levels", "findings"],
  ...["proof.mentees", "proof.mentors", "proof.limits", "matches.0.parts", "unmatched.0.refusedBy"],
];
const RECORDS = [
  ...["run", "proof", "proof.mentees.0", "proof.mentors.0", "proof.limits.0", "matches.0", "matches.0.parts.0"],
  ...["unmatched.0", "unmatched.0.refusedBy.0", "reserve.0", "notTakingPart.0"],
];
const OPTIONAL = [
  ...["choice", "checks", "overrides", "breaks"].map((name) => `matches.0.${name}`),
  ...["proof.limits", "proof.limits.0.personId", "proof.limits.0.group"],
];

test("readResult() reads a result as JSON would keep it", () => {
  expect(readResult(whole)).toEqual(whole);
  expect(readResult(whole)).not.toBe(whole);
  for (const status of ["proved", "searched", "unproved", "infeasible", "stopped"])
    expect(readResult({ ...whole, status })).toEqual({ ...whole, status });
  expect(readResult({ ...whole, status: "better" })).toBeUndefined();
  expectRead(["matches.0.origin"], ["new", "standing", "locked"], true);
  expectRead(["matches.0.origin"], ["other"], false);
});

test("readResult() reads lists of records, and empty ones", () => {
  expectRead(LISTS, [[]], true);
  expectRead(LISTS, [null, "x", {}, [null], [7], [[]], [{}]], false);
});

test("readResult() reads records with their fields, all of them and no others", () => {
  for (const path of RECORDS) {
    expectRead([path], [null, "x", []], false);
    expectRead([`${path}.name`], ["Ann"], false);
    const record = path.split(".").reduce((inner, key) => inner[key]!, whole as unknown as Tree);
    const fields = Object.keys(record).map((field) => `${path}.${field}`);
    expectRead(
      fields.filter((field) => !OPTIONAL.includes(field)),
      [undefined],
      false,
    );
  }
  expectRead(Object.keys(whole), [undefined], false);
  expectRead(["name"], ["Ann"], false);
  expectRead(OPTIONAL, [undefined], true);
});

test("readResult() reads texts, numbers, and lists of them where they stand", () => {
  const texts = [
    ...["status", "matches.0.menteeId", "matches.0.mentorId", "matches.0.origin", "matches.0.parts.0.id"],
    ...["unmatched.0.menteeId", "unmatched.0.refusedBy.0.id", "reserve.0.mentorId", "notTakingPart.0.id"],
    ...["levels.0.name", "proof.mentees.0.id", "proof.limits.0.id", "proof.limits.0.personId", "findings.0.code"],
  ];
  expectRead(texts, [7, true, null, ["x"], {}], false);
  const numbers = [
    ...["matches.0.score", "matches.0.answered", "matches.0.choice", "matches.0.parts.0.points"],
    ...["unmatched.0.eligible", "unmatched.0.full", "reserve.0.places"],
  ];
  expectRead(
    numbers.filter((path) => path !== "matches.0.choice"),
    [null],
    false,
  );
  expectRead(numbers, ["7", true, [7], {}], false);
  const textLists = [
    ...["matches.0.checks", "matches.0.overrides", "matches.0.breaks"],
    ...["notTakingPart.0.refusedBy", "findings.0.ids"],
  ];
  expectRead(textLists, ["x", null, {}, [7], ["x", null]], false);
  expectRead(textLists, [[], ["x", "y"]], true);
  expectRead(["levels.0.value", "levels.0.bound"], ["x", null, 7, {}, ["7"], [1, null]], false);
});

test("readResult() reads prices that are no text, and groups that are one value", () => {
  const prices = ["proof.mentees.0.price", "proof.mentors.0.price", "proof.limits.0.price"];
  expectRead(prices, [[], [1, 2], [null]], true);
  expectRead(prices, ["x", 7, null, {}, [1, "Ann"]], false);
  expectRead(["proof.limits.0.group"], ["Law", 7, true], true);
  expectRead(["proof.limits.0.group"], [null, ["Art"], {}], false);
});

test("readResult() reads no more than ten levels of nesting", () => {
  const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);
  // Result, findings, finding and numbers are four.
  expectRead(["findings.0.numbers"], [{ matches: deep(6) }], true);
  expectRead(["findings.0.numbers"], [{ matches: deep(7) }, { one: 1, matches: deep(7) }], false);
});

test("readResult() reads nothing that JSON cannot keep", () => {
  const cyclic: { self?: unknown } = {};
  cyclic.self = cyclic;
  for (const one of [undefined, null, 7, "x", [], cyclic, { ...whole, run: 1n }, () => whole])
    expect(readResult(one)).toBeUndefined();
});
