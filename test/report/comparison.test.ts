/** What changed between two runs, in words a coordinator can read. */
import { expect, test } from "vitest";
import { type CountUnit, compare, match, type PolicyInput, type PoolInput } from "../../src/index.js";
import { comparisonText } from "../../src/report/comparison.js";
import { levelChangeWords } from "../../src/report/level-words.js";

test("levelChangeWords() says of each level what its numbers count", () => {
  const words = (name: string, before: readonly number[] | null, after: readonly number[] | null) =>
    levelChangeWords({ name, before, after });
  expect(words("coverage", [5, 2], [6, 0])).toEqual([
    "1 more mentee with a mentor",
    "2 fewer mentees with at least 2 mentors",
  ]);
  expect(words("spread", [4, 1], [5])).toEqual([
    "1 more mentor with a mentee",
    "1 fewer mentor with at least 2 mentees",
  ]);
  expect(words("score", [10_000], [7_500])).toEqual(["2 500 points fewer"]);
  expect(words("keep", [1], [2])).toEqual(["1 more standing pair kept"]);
  expect(words("access", [7], [6])).toEqual(["others are served by order and ticket"]);
  expect(words("same-floor", [1, 0], [1, 2])).toEqual(["+2 in part 2"]);
  expect(words("coverage", [4], [4])).toEqual([]);
  expect(words("access", [7], [7])).toEqual([]);
  expect(words("spread", [4], [4, 2])).toEqual(["2 more mentors with at least 2 mentees"]);
  expect(words("same-floor", [5000], [2500])).toEqual(["−2 500"]);
  expect([words("keep", null, [1]), words("keep", [1], null)]).toEqual([
    ["was not asked for before"],
    ["is not asked for any more"],
  ]);
  const counted = (unit: CountUnit, of: number | null, before: number, after: number) =>
    levelChangeWords({ name: "any", before: [1], after: [1], counts: { unit, of: [{ of, before, after }] } });
  expect(counted("choice", 1, 3, 5)).toEqual(["2 more first choices"]);
  expect(counted("choice", null, 3, 1)).toEqual(["2 fewer mentees with somebody they did not name"]);
  expect(counted("tenth", 1, 0, 1)).toEqual(["1 more match with a score from 1 000"]);
  expect(counted("months", 14, 2, 3)).toEqual(["1 more mentee with a mentor who waited 14 months"]);
  expect(counted("years", 1, 2, 0)).toEqual(["2 fewer mentees with a mentor who waited 1 year"]);
  expect(counted("tier", 2, 2, 3)).toEqual(["1 more mentee of tier 2 with a mentor"]);
  expect(counted("tier", null, 2, 3)).toEqual(["1 more mentee of no tier with a mentor"]);
  expect(counted("tier", 1, 2, 2)).toEqual([]);
  const ordinals = [11, 12, 21, 22, 25].map((of) => counted("choice", of, 0, 1)[0]);
  expect(ordinals).toEqual([
    "1 more 11th choice",
    "1 more 12th choice",
    "1 more 21st choice",
    "1 more 22nd choice",
    "1 more 25th choice",
  ]);
});

test("comparisonText() tells levels in words, and no vectors", () => {
  const policy: PolicyInput = {
    name: "Choices",
    objective: ["coverage", "first-choices", "score"],
    prefer: [{ criterion: "shared-areas" }],
  };
  const run = (pool: PoolInput) => ({ pool, policy, result: match(pool, policy) });
  const mentees = ["ana", "bo"].map((id) => ({ id, nominations: ["max"] }));
  const before = run({ mentees, mentors: [{ id: "max" }] });
  const after = run({ mentees, mentors: [{ id: "max", capacity: 2 }] });
  const text = comparisonText(compare(before, after));
  const levels = text.slice(text.indexOf("Level by level")).split("\n");
  expect(levels.slice(1, 3)).toEqual([
    "  coverage       1 more mentee with a mentor",
    "  first-choices  1 more first choice",
  ]);
  expect(comparisonText(compare(before, before))).toContain("  coverage       as before\n");
});
