/** What criteria say about parameters and functions that make no sense. */
import { expect, test } from "vitest";
import { criteria } from "../../src/scoring/index.js";
import { pairCriterion } from "../../src/scoring/pair-criterion.js";
import { issuesOf } from "../helpers/issues-of.js";

test("check() of pairScores() names the first value above max, and none where there is no max", () => {
  const scores = [
    ["bo", "ann", 5],
    ["bo", "cy", 4],
  ] as const;
  const complaint = (max?: number) =>
    criteria.pairScores({ scores: [...scores], ...(max === undefined ? {} : { max }) }).check({ ladder: [] });
  expect(complaint(4)).toBe('expected values of 4 or less, got 5 for mentee "bo" and mentor "ann"');
  expect([complaint(5), complaint()]).toEqual([undefined, undefined]);
});

test("pairScores() tells a list that is missing from one that is none", () => {
  const told = (scores: unknown) => issuesOf(() => criteria.pairScores({ scores } as never));
  expect(told(undefined)).toEqual([
    { code: "missing", path: "scores", message: "expected a list of pairs, got nothing" },
  ]);
  expect(told("e07")).toEqual([{ code: "invalid", path: "scores", message: "expected a list of pairs, got text" }]);
  expect(told({})).toEqual([{ code: "invalid", path: "scores", message: "expected a list of pairs, got an object" }]);
});

test("pairScores() finds each of many mentors by their rank, whatever the order of rows", () => {
  const ids = ["m10", "m2", "m1", "m3", "m20"];
  const scores = ids.map((id, at) => ["bo", id, at + 1] as const).reverse();
  const value = criteria.pairScores({ scores, max: 10 }).bind({
    mentees: [{ id: "ann" }, { id: "bo" }],
    mentors: [...ids, "m0", "m99", "m15"].map((id) => ({ id })),
    ladder: [],
    asOf: undefined,
  });
  expect([...ids, "m0", "m99", "m15"].map((_, mentor) => value(1, mentor))).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0, 0, 0]);
  expect(ids.map((_, mentor) => value(0, mentor))).toEqual([0, 0, 0, 0, 0]);
});

test("pairScores() says what it prefers, and what it reads", () => {
  const made = criteria.pairScores({ scores: [] });
  expect(made.words).toBe("the pair scores high in a list that was computed elsewhere");
  expect(made.reads).toEqual({ mentee: ["id"], mentor: ["id"] });
});

test("pairCriterion() refuses to be made of something that is no function, or of unknown fields", () => {
  const make = (reads: object, value: unknown) => () => pairCriterion("own", { reads } as never, value as () => number);
  expect(issuesOf(make({ mentee: [], mentor: [] }, 7))).toEqual([
    { code: "invalid", path: "value", message: "expected a function, got 7" },
  ]);
  expect(issuesOf(make({ mentee: ["grad"], mentor: [] }, () => 1)).map(({ code, path }) => `${code} ${path}`)).toEqual([
    "unknown-field reads.mentee[0]",
  ]);
});

test("criteria take weights from 0.000001 to 1 000 000", () => {
  const weigh = (weight: number) => issuesOf(() => criteria.sharedAreas({ weight })).map(({ message }) => message);
  expect([weigh(1e-6), weigh(1e6)]).toEqual([[], []]);
  expect(weigh(0)).toEqual(["expected 0.000001 or more, got 0"]);
  expect(weigh(1e7)).toEqual(["expected 1000000 or less, got 10000000"]);
  expect(criteria.sharedAreas().weight).toBe(1);
});
