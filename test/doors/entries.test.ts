/** Entries of kinds that come from elsewhere: what they are written as, counted as, and refused for. */

import { expect, test } from "vitest";
import * as z from "zod";
import { builtIns } from "../../src/built-ins.js";
import { levelFactory } from "../../src/level.js";
import { entriesIn, isMade } from "../../src/made.js";
import { levels } from "../../src/matching/levels/index.js";
import { parsePolicy } from "../../src/policy.js";
import { rules } from "../../src/rules/index.js";
import { type RuleKind, ruleFactory } from "../../src/rules/rule.js";
import type { Shape } from "../../src/shape.js";
import { messagesOf } from "../helpers/issues-of.js";

/** A rule with any parameters at all, which always holds. */
const holding = <S extends Shape>(shape: S, more: Partial<RuleKind<S>> = {}) =>
  ruleFactory<S>({
    name: "own",
    when: "pairing",
    shape: () => shape,
    reads: () => ({ mentee: [], mentor: [] }),
    words: () => "the two are here",
    bind: () => () => 2,
    ...more,
  });

test("an entry's JSON has its parameters, lists and records of them, and leaves out what is undefined", () => {
  const own = holding({ list: z.array(z.unknown()), inner: z.record(z.string(), z.unknown()), not: z.unknown() });
  const list = [1, "a", null, { b: [true] }];
  expect(own({ list, inner: { a: { b: 1 } }, not: undefined }).json).toEqual({
    rule: "own",
    list,
    inner: { a: { b: 1 } },
  });
  expect(Object.isFrozen(own({ list, inner: {}, not: 1 }).json)).toBe(true);
});

test("an entry has no JSON where a function stands anywhere in its parameters", () => {
  const own = holding({ value: z.unknown() });
  const fn = () => 1;
  for (const value of [fn, [fn], { a: fn }, { a: [{ b: fn }] }, [undefined]]) expect(own({ value }).json).toBeNull();
});

test("entriesIn() counts plain data by its names and made entries by what they hold, and enters nothing of a class", () => {
  const made = rules.anyOf({ rules: [rules.noConflict(), rules.moreSenior()] });
  expect(entriesIn(made, "rule")).toBe(3);
  expect(entriesIn({ rule: "not", of: made }, "rule")).toBe(4);
  expect(entriesIn([{ rule: "a" }, { rule: 7 }, { criterion: "b" }, null, "rule"], "rule")).toBe(1);
  expect(entriesIn({ rule: "a", when: new Date(0), of: new Map([["rule", { rule: "b" }]]) }, "rule")).toBe(1);
  const shared = { rule: "a" };
  expect(entriesIn([shared, shared, [shared]], "rule")).toBe(3);
});

test("isMade() knows what a factory made from copies of it and from anything else", () => {
  const made = rules.noConflict();
  expect([made, { ...made }, null, undefined, "made", {}].map(isMade)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});

test("levelFactory() makes levels that a policy takes as values", () => {
  expect(levels.coverage()).toMatchObject({
    sort: "level",
    name: "coverage",
    id: "coverage",
    json: { level: "coverage" },
  });
  expect(levels.score({ id: "points" }).id).toBe("points");
  const { objective } = parsePolicy({ name: "x", objective: [levels.score(), "coverage"] });
  expect(objective).toMatchObject([{ name: "score" }, { name: "coverage" }]);
  expect(messagesOf(() => levels.coverage({ colour: 1 } as never))).toEqual([
    'colour: unknown field "colour"; known are id, level, positiveAction',
  ]);
  const own = levelFactory({
    name: "own",
    shape: () => ({ step: z.int() }),
    reads: () => [],
    words: () => "own",
    bind: () => [],
  });
  const catalogue = { ...builtIns, levels: [...builtIns.levels, own.kind as never] };
  const read = parsePolicy({ name: "x", objective: [{ level: "own", step: 3 }] } as never, catalogue);
  expect(read.objective).toMatchObject([{ json: { level: "own", step: 3 } }]);
});

test("a check may complain of anything, and whatever else it does becomes an issue", () => {
  const policyWith = (check: () => unknown) => () =>
    parsePolicy({ name: "x", must: [holding({}, { check: check as () => undefined })()] });
  const thrower = (what: unknown) => () => {
    throw what;
  };
  expect(messagesOf(policyWith(() => undefined))).toEqual([]);
  expect(messagesOf(policyWith(() => "expected a garden"))).toEqual(["must[0]: expected a garden"]);
  const returned = "expected its check to return text or nothing";
  expect(messagesOf(policyWith(() => 7))).toEqual([`must[0]: ${returned}, got 7`]);
  expect(messagesOf(policyWith(thrower(new Error("no"))))).toEqual([`must[0]: ${returned}, but it threw "no"`]);
  expect(messagesOf(policyWith(thrower("no")))).toEqual([`must[0]: ${returned}, but it threw text`]);
});

test("parsePolicy() refuses an entry of another sort, a copy of one, and what is none", () => {
  const must = (entry: unknown) => messagesOf(() => parsePolicy({ name: "x", must: [entry] } as never));
  expect(must(levels.score())).toEqual(["must[0]: expected a rule, got a level"]);
  const neither = "must[0]: expected JSON or a value made by a factory, got an object that is neither";
  expect(must({ ...rules.noConflict() })).toEqual([neither]);
  expect(must(new Map())).toEqual([neither]);
  expect(must([])).toEqual(['must[0]: expected an object with "rule", got a list of 0']);
  expect(must(null)).toEqual(['must[0]: expected an object with "rule", got null']);
  expect(must("no-conflict")).toEqual(['must[0]: expected an object with "rule", got "no-conflict"']);
  expect(must({ rule: 7 })).toEqual(["must[0].rule: expected a name, got 7"]);
});

test("parsePolicy() tells whoever reads all attributes of each that is protected", () => {
  const reading = (fields: unknown) => holding({}, { reads: () => fields as { mentee: string[]; mentor: string[] } })();
  const policyWith = (fields: unknown) => () =>
    parsePolicy({ name: "x", protected: ["gender", "faith"], must: [reading(fields)] });
  const message = (name: string) =>
    `must[0]: expected an entry that reads nothing protected, or one with a positiveAction; "own" reads "${name}"`;
  expect(messagesOf(policyWith({ mentee: ["attributes"], mentor: [] }))).toEqual([message("gender"), message("faith")]);
  expect(messagesOf(policyWith({ mentee: [], mentor: ["attributes.Gender"] }))).toEqual([message("gender")]);
  expect(messagesOf(policyWith({ mentee: [7], mentor: null }))).toEqual([]);
});

test("parsePolicy() refuses lists and records that are not of their kind", () => {
  const fields = (given: object) => messagesOf(() => parsePolicy({ name: "x", ...given } as never));
  expect(fields({ limits: [], constraints: [], vocabulary: {} })).toEqual([]);
  expect(fields({ limits: 7 })).toEqual(["limits: expected a list, got 7"]);
  expect(fields({ constraints: "none" })).toEqual(['constraints: expected a list, got "none"']);
  expect(fields({ vocabulary: [] })).toEqual(["vocabulary: expected an object, got a list of 0"]);
  expect(fields({ vocabulary: null })).toEqual(["vocabulary: expected an object, got null"]);
});
