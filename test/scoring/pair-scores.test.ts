import { expect, test } from "vitest";
import { criteria } from "../../src/scoring/index.js";
import { messagesOf } from "../helpers/issues-of.js";
import { pairValue } from "./pool.js";

const score = (scores: unknown, max?: number): number =>
  pairValue(criteria.pairScores({ scores, ...(max === undefined ? {} : { max }) } as never), {}, {});

/** The issues of a list that cannot be read, as "path: message". */
const issues = (scores: unknown): string[] => messagesOf(() => criteria.pairScores({ scores } as never));

test("pairScores() divides a pair's value by the greatest one unless there is a max", () => {
  const list = [["bo", "ann", 3], { menteeId: "bo", mentorId: "cy", value: 4 }];
  expect(score(list)).toBe(0.75);
  expect(score(list, 6)).toBe(0.5);
});

test("pairScores() gives 0 to a pair that is not listed, and to all where all values are 0", () => {
  expect(score([])).toBe(0);
  expect(score([["bo", "cy", 4]])).toBe(0);
  expect(score([["bo", "ann", 0]])).toBe(0);
  expect(Object.is(score([["bo", "ann", -0]]), 0)).toBe(true);
});

test("pairScores() finds ids in any spelling and ignores those of nobody", () => {
  expect(
    score([
      ["__proto__", "constructor", 1],
      [" bo", "ann ", 1],
    ]),
  ).toBe(1);
});

test("pairScores() says all that is wrong with its list, row by row", () => {
  expect(
    issues([
      ["bo", "ann", 1],
      [" bo", "ann", 2],
      ["", 3, Number.NaN],
      { menteeId: "bo", mentorID: "cy", value: 1 },
      ["bo", "ann"],
    ]),
  ).toEqual([
    "scores[2][0]: expected an id, got empty text",
    "scores[2][1]: expected an id, got 3",
    "scores[2][2]: expected a finite number of 0 or more, got NaN",
    'scores[3].mentorID: unknown field "mentorID"; did you mean "mentorId"?',
    "scores[3].mentorId: expected an id, got nothing",
    "scores[4]: expected [menteeId, mentorId, value] or an object with these fields, got a list of 2",
    'scores[1]: expected each pair once, got mentee "bo" and mentor "ann" as in row 0',
  ]);
  expect(issues(undefined)).toEqual(["scores: expected a list of pairs, got nothing"]);
});

test("pairScores() counts what is wrong beyond what an error lists", () => {
  const wrong = issues(Array.from({ length: 500 }, () => ["bo", "ann", -1]));
  expect(wrong).toHaveLength(100);
  expect(wrong.at(-1)).toBe("scores: found 401 more issues like these");
});

test("pairScores() finds a value above max", () => {
  const { check } = criteria.pairScores({ scores: [["bo", "ann", 3]], max: 2 });
  expect(check({ ladder: [] })).toBe('expected values of 2 or less, got 3 for mentee "bo" and mentor "ann"');
});

test("pairScores() has the same JSON whatever the order of its rows", () => {
  const rows = [
    ["bo", "10", 3],
    ["bo", "9", 2],
    ["al", "9", 1],
  ] as const;
  expect(criteria.pairScores({ scores: rows }).json).toEqual(criteria.pairScores({ scores: [...rows].reverse() }).json);
});
