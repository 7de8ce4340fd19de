/** What rules say about parameters, parts and functions that make no sense. */
import { expect, test } from "vitest";
import type { Ladder } from "../../src/entry.js";
import { rules } from "../../src/rules/index.js";
import { pairRule } from "../../src/rules/pair-rule.js";
import { participation } from "../../src/rules/participation/index.js";
import { personRule } from "../../src/rules/participation/person-rule.js";
import { issuesOf } from "../helpers/issues-of.js";

const ladder: Ladder = [["Postdoc"], ["Professor"]];

test("check() of moreSenior() wants atMost to reach as far as by", () => {
  const steps = (by: number, atMost?: number) => rules.moreSenior({ by, ...(atMost === undefined ? {} : { atMost }) });
  expect(steps(3, 2).check({ ladder })).toBe("expected atMost to be 3 or more, got 2");
  expect(steps(2, 2).check({ ladder })).toBeUndefined();
  expect(steps(2).check({ ladder })).toBeUndefined();
});

test("moreSenior() says how many steps", () => {
  const words = (by: number, atMost?: number) =>
    rules.moreSenior({ by, ...(atMost === undefined ? {} : { atMost }) }).words;
  expect(words(1)).toBe("the mentor is at least 1 step above the mentee on the ladder");
  expect(words(2)).toBe("the mentor is at least 2 steps above the mentee on the ladder");
  expect(words(1, 3)).toBe("the mentor is 1 to 3 steps above the mentee on the ladder");
});

test("moreSenior() and outsideReportingLine() take whole numbers from 1", () => {
  const messages = (act: () => unknown) => issuesOf(act).map(({ path, message }) => `${path}: ${message}`);
  expect(messages(() => rules.moreSenior({ by: 0 }))).toEqual(["by: expected 1 or more, got 0"]);
  expect(messages(() => rules.moreSenior({ atMost: 0 }))).toEqual(["atMost: expected 1 or more, got 0"]);
  expect(messages(() => rules.moreSenior({ by: 1.5 }))).toEqual(["by: expected an integer, got 1.5"]);
  expect(messages(() => rules.outsideReportingLine({ levels: 0 }))).toEqual(["levels: expected 1 or more, got 0"]);
});

test("outsideReportingLine() says how far it looks", () => {
  expect(rules.outsideReportingLine().words).toBe("neither stands above the other in the reporting line");
  expect(rules.outsideReportingLine({ levels: 2 }).words).toBe(
    "neither stands above the other in the reporting line within 2 steps",
  );
});

test("check() of allOf() and not() for people asks the parts", () => {
  const graded = participation.atLeastGrade({ grade: "Dean", id: "dean" });
  const message = 'unknown grade "Dean"; known are Postdoc, Professor';
  expect(participation.allOf({ rules: [participation.optedIn(), graded] }).check({ ladder })).toBe(
    `in "dean": ${message}`,
  );
  expect(participation.not({ of: graded }).check({ ladder })).toBe(`in "dean": ${message}`);
  expect(participation.not({ of: participation.optedIn() }).check({ ladder })).toBeUndefined();
  expect(participation.allOf({ rules: [participation.optedIn()] }).check({ ladder })).toBeUndefined();
});

test("allOf(), anyOf() and not() for people read and say what their parts do", () => {
  const parts = [participation.optedIn(), participation.trained(), participation.optedIn({ id: "again" })];
  expect(participation.allOf({ rules: parts }).reads).toEqual(["optedIn", "trained"]);
  expect(participation.anyOf({ rules: parts }).reads).toEqual(["optedIn", "trained"]);
  expect(participation.not({ of: parts[1]! }).reads).toEqual(["trained"]);
  expect(participation.allOf({ rules: parts.slice(0, 2) }).words).toBe(
    "the person has opted in and the person has completed the training",
  );
  for (const make of [participation.allOf, participation.anyOf])
    expect(issuesOf(() => make({ rules: [] })).map(({ message }) => message)).toEqual([
      "expected at least 1 entries, got a list of 0",
    ]);
});

test("onUnknown and when refuse words they do not know", () => {
  expect(issuesOf(() => rules.noConflict({ when: "never" as "always" }))).toEqual([
    { code: "invalid", path: "when", message: 'expected one of "pairing", "always", got "never"' },
  ]);
  const message = 'expected one of "refuse", "confirm", "allow", got "ask"';
  for (const make of [rules.noConflict, participation.optedIn])
    expect(issuesOf(() => make({ onUnknown: "ask" as "allow" }))).toEqual([
      { code: "invalid", path: "onUnknown", message },
    ]);
});

test("pairRule() and personRule() refuse an answer that is no verdict, naming people by id", () => {
  const nothing = { mentee: [], mentor: [] };
  const pair = pairRule("own", { reads: nothing }, () => 3 as 2);
  const context = { ladder, asOf: undefined, reportingLines: [], closedWorld: true };
  expect(issuesOf(() => pair.bind({ ...context, mentees: [{ id: "bo" }], mentors: [{ id: "ada" }] })(0, 0))).toEqual([
    {
      code: "invalid-verdict",
      path: "",
      message: 'expected true, false, 0, 1 or 2 from its function, got 3 for mentee "bo" and mentor "ada"',
    },
  ]);
  const person = personRule("own", { reads: ["grade"] }, () => "yes" as unknown as boolean);
  const people = [{ id: "bo", grade: "Postdoc" }];
  expect(issuesOf(() => person.bind({ people, ladder, asOf: undefined }))).toEqual([
    {
      code: "invalid-verdict",
      path: "",
      message: 'expected true, false, 0, 1 or 2 from its function, got text for person "bo"',
    },
  ]);
  expect(person.bind({ people: [{ id: "cy" }], ladder, asOf: undefined })(0)).toBe(1);
});

test("personRule() says what it demands, and can be told to", () => {
  const words = (options: object) => personRule("own", { reads: [], ...options }, () => true).words;
  expect(words({})).toBe('the person passes the rule "own"');
  expect(words({ words: "the person is near" })).toBe("the person is near");
});

test("hasAttribute() says what it demands, and refuses values that nobody can have", () => {
  expect(participation.hasAttribute({ attribute: "badge" }).words).toBe("the person has badge");
  expect(participation.hasAttribute({ attribute: "badge", value: 7 }).words).toBe("the person's badge is 7");
  expect(
    issuesOf(() => participation.hasAttribute({ attribute: "badge", value: " " })).map(({ path }) => path),
  ).toEqual(["value"]);
  expect(
    issuesOf(() => participation.hasAttribute({ attribute: "badge", value: [] as unknown as string })).map(
      ({ path, message }) => `${path}: ${message}`,
    ),
  ).toEqual(["value: expected text, a number, true or false, got a list of 0"]);
});
