/** Lists made by hand: what they break, and what is no list. */
import { expect, test } from "vitest";
import { assess, InputError } from "../../src/index.js";

const policy = {
  name: "PaLS",
  must: [{ rule: "different-department" }],
  limits: [{ id: "one from Art", atMost: 1, mentors: { department: "Art" } }],
};
const pool = {
  mentees: [
    { id: "ana", department: "Law", name: "Ana Berg" },
    { id: "bo", department: "Law" },
    { id: "cy", department: "Art" },
  ],
  mentors: [
    { id: "max", department: "Art", capacity: 2 },
    { id: "nia", department: "Sea", minimum: 1 },
  ],
};
const pair = (menteeId: string, mentorId: string) => ({ menteeId, mentorId });

test("assess() names the rules that refuse a pair, and gives it no cost", () => {
  const { pairs } = assess(pool, policy, [pair("cy", "max")]);
  expect(pairs).toEqual([
    { ...pair("cy", "max"), score: 0, refusedBy: ["different-department"], checks: [], isInBest: false, cost: null },
  ]);
});

test("assess() tells limits and minima that the list as a whole does not keep", () => {
  const { broken, overPlaces } = assess(pool, policy, [pair("ana", "max"), pair("bo", "max")]);
  expect(broken).toEqual([
    { code: "under-minimum", ids: ["nia"], expected: "1", got: "0" },
    { code: "over-limit", ids: ["one from Art"], expected: "1", got: "2" },
  ]);
  expect(overPlaces).toEqual([]);
});

test("assess() tells whose places are too few, those that stand counted", () => {
  const standing = { ...pool, pairs: [{ ...pair("cy", "nia"), status: "agreed" as const }] };
  const { overPlaces, leftOut, pairs } = assess(standing, policy, [pair("ana", "nia"), pair("cy", "nia")]);
  expect(overPlaces).toEqual([{ id: "nia", role: "mentor", pairs: 2, places: 1 }]);
  expect(pairs.map(({ refusedBy }) => refusedBy)).toEqual([["capacity"], []]);
  expect(leftOut).toHaveLength(1);
});

test("assess() tells no names, and gives no levels under a stable objective", () => {
  const given = assess(
    { ...pool, mentors: [{ id: "max", department: "Art" }] },
    { name: "x", objective: { stable: "mentees" } },
    [pair("ana", "max")],
  );
  expect(given.levels).toEqual([]);
  expect(JSON.stringify(given)).not.toContain("Berg");
});

test.each<[unknown, string]>([
  ["ana max", "invalid"],
  [[{ menteeId: "ana" }], "invalid"],
  [[null], "invalid"],
  [[pair("zoe", "max")], "unknown-person"],
  [[pair("ana", "max"), pair(" ana", "max")], "duplicate"],
])("assess() refuses %j", (list, code) => {
  const given = (): unknown => assess(pool, policy, list as never);
  expect(given).toThrow(InputError);
  try {
    given();
  } catch (error) {
    expect((error as InputError).issues.map((issue) => issue.code)).toContain(code);
  }
});
