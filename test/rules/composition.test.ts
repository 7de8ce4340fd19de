/** Rules made of other rules, as they are read and described. */
import { expect, test } from "vitest";
import type { PolicyFacts } from "../../src/entry.js";
import { rules } from "../../src/rules/index.js";
import { pairRule } from "../../src/rules/pair-rule.js";
import { participation } from "../../src/rules/participation/index.js";
import { type RuleKind, ruleSchema } from "../../src/rules/rule.js";

const noLadder: PolicyFacts = { ladder: [] };
const schema = ruleSchema(Object.values(rules).map(({ kind }) => kind as unknown as RuleKind));

test("anyOf(), allOf() and not() say what they demand, with brackets where parts are composed", () => {
  const apart = rules.differentDepartment();
  const above = rules.moreSenior({ by: 2 });
  const free = rules.noConflict();
  expect(rules.anyOf({ rules: [apart, rules.allOf({ rules: [above, free] })] }).words).toBe(
    "the two belong to different departments or (the mentor is at least 2 steps above the mentee on the ladder and " +
      "neither has declared a conflict of interest with the other)",
  );
  expect(rules.not({ of: apart }).words).toBe("it is not so that the two belong to different departments");
  expect(rules.allOf({ rules: [apart] }).words).toBe(apart.words);
});

test("anyOf() refuses to be made of nothing, and not() of nothing or two", () => {
  expect(() => rules.anyOf({ rules: [] })).toThrow("rules: expected at least 1 entries");
  expect(() => rules.allOf({} as never)).toThrow("rules: expected a list, got nothing");
  expect(() => rules.not({} as never)).toThrow("of: expected");
});

test("anyOf(), allOf() and not() leave onUnknown to the outermost rule", () => {
  const part = rules.noConflict({ onUnknown: "confirm" });
  const message = "onUnknown: expected onUnknown on the outermost rule only";
  expect(() => rules.anyOf({ rules: [rules.moreSenior(), part] })).toThrow(`rules[1].${message}`);
  expect(() => rules.allOf({ rules: [part] })).toThrow(`rules[0].${message}`);
  expect(() => rules.not({ of: part })).toThrow(`of.${message}`);
  expect(() => participation.not({ of: participation.optedIn({ onUnknown: "allow" }) })).toThrow(`of.${message}`);
  expect(rules.not({ of: rules.noConflict(), onUnknown: "confirm" }).onUnknown).toBe("confirm");
  const json = { rule: "any-of", rules: [{ rule: "not", of: { rule: "no-conflict", onUnknown: "allow" } }] };
  const paths = schema.safeParse(json).error?.issues.map(({ path }) => path.join("."));
  expect(paths).toEqual(["rules.0.of.onUnknown"]);
});

test("check() of a composition asks every part, however deep", () => {
  const above = rules.moreSenior({ id: "above" });
  const message = "expected the policy to have a ladder, got none";
  expect(rules.anyOf({ rules: [rules.noConflict(), above] }).check(noLadder)).toBe(`in "above": ${message}`);
  expect(rules.not({ of: rules.allOf({ rules: [above] }) }).check(noLadder)).toBe(
    `in "all-of": in "above": ${message}`,
  );
  expect(rules.allOf({ rules: [rules.noConflict()] }).check(noLadder)).toBeUndefined();
  const graded = participation.atLeastGrade({ grade: "Postdoc" });
  expect(participation.anyOf({ rules: [graded] }).check(noLadder)).toBe(`in "at-least-grade": ${message}`);
});

test("a composition has no JSON as soon as one of its parts holds a function", () => {
  const own = pairRule("own", { reads: { mentee: [], mentor: [] } }, () => true);
  expect(rules.anyOf({ rules: [rules.noConflict(), own] }).json).toBeNull();
  expect(rules.not({ of: rules.noConflict() }).json).toEqual({ rule: "not", of: { rule: "no-conflict" } });
});

test("anyOf() offers an index of up to 4096 classes of mentees, and none of more", () => {
  const rule = rules.anyOf({ rules: [rules.differentDepartment(), rules.differentOrganisation()] });
  const hasIndex = (size: number): boolean => {
    const mentees = Array.from({ length: size }, (_, k) => ({
      id: `e${k}`,
      department: `D${k}`,
      organisation: "North",
    }));
    const mentors = [{ id: "r", department: "D7", organisation: "South" }];
    const context = { mentees, mentors, ladder: [], asOf: undefined, reportingLines: [], pairs: [], relations: [] };
    return rule.bind({ ...context, closedWorld: true }).index !== undefined;
  };
  expect([hasIndex(4096), hasIndex(4097)]).toEqual([true, false]);
});
