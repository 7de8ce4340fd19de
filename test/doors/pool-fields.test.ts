/** Fields of a pool that are seldom wrong, and lists that could not be read while others refer to them. */

import { expect, test } from "vitest";
import { parsePool } from "../../src/pool.js";
import { messagesOf } from "../helpers/issues-of.js";

const told = (input: unknown): string[] => messagesOf(() => parsePool(input));

const pool = (parts: object) => ({ mentees: [{ id: "bo" }], mentors: [{ id: "ada" }], ...parts });
const ofBo = (fields: object) => pool({ mentees: [{ id: "bo", ...fields }] });

test("parsePool() refuses a department or an attribute that is neither text nor a list", () => {
  expect(told(ofBo({ department: 7 }))).toEqual(["mentees[0].department: expected text or a list of texts, got 7"]);
  expect(told(ofBo({ attributes: { site: { a: 1 } } }))).toEqual([
    "mentees[0].attributes.site: expected text, a finite number, true, false or a list of texts, got an object",
  ]);
});

test("parsePool() keeps each value of a long list once, in order", () => {
  const seeks = Array.from({ length: 30 }, (_, at) => `area ${at % 20}`);
  expect(parsePool(ofBo({ seeks }) as never).mentees[0]!.seeks).toEqual(seeks.slice(0, 20));
  expect(parsePool(ofBo({ seeks: ["b", "a", "b"] }) as never).mentees[0]!.seeks).toEqual(["b", "a"]);
});

test("parsePool() says nothing about people of a list that could not be read", () => {
  const pairs = [{ menteeId: "bo", mentorId: "ada" }];
  expect(told({ mentees: [{ id: "bo" }], mentors: 7, locks: pairs, forbids: [] })).toEqual([
    "mentors: expected a list, got 7",
  ]);
  expect(told({ mentees: 7, mentors: [{ id: "ada" }], locks: [{ menteeId: "x", mentorId: "bo" }] })).toEqual([
    "mentees: expected a list, got 7",
    'locks[0].mentorId: unknown mentor "bo"',
  ]);
});

test("parsePool() reads on where a pair lacks one of its ids or its rule", () => {
  expect(
    told(
      pool({
        locks: [{ menteeId: "bo" }, { mentorId: "ada" }],
        forbids: [{ mentorId: "ada" }],
        overrides: [{ menteeId: "bo", mentorId: "ada", reason: "x" }],
      }),
    ),
  ).toEqual([
    "locks[0].mentorId: expected an id, got nothing",
    "locks[1].menteeId: expected an id, got nothing",
    "forbids[0].menteeId: expected an id, got nothing",
    "overrides[0].rule: expected an id, got nothing",
  ]);
});

test("parsePool() compares what one person says in two roles, none and several included", () => {
  const both = (asMentee: object, asMentor: object) =>
    told({ mentees: [{ id: "bo", ...asMentee }], mentors: [{ id: "bo", ...asMentor }] });
  expect(both({ conflicts: null }, { conflicts: [] })).toEqual([]);
  expect(both({ department: ["Law"] }, { department: "Law" })).toEqual([]);
  expect(both({ department: ["Law", "Art"] }, { department: ["Art", "Law"] })).toEqual([]);
  expect(both({ department: ["Law", "Art"] }, { department: "Law" })).toHaveLength(1);
  expect(both({ conflicts: null }, { conflicts: ["cy"] })).toHaveLength(1);
});
