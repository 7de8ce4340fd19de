/** Rules of the user's own. */
import { expect, test } from "vitest";
import { InputError } from "../../src/errors.js";
import { pairRule } from "../../src/rules/pair-rule.js";
import { participation } from "../../src/rules/participation/index.js";
import { personRule } from "../../src/rules/participation/person-rule.js";
import type { RuleContext } from "../../src/rules/rule.js";

const context: RuleContext = {
  mentees: [{ id: "bo", attributes: { office: "A", secret: "x" } }, { id: "cy" }],
  mentors: [{ id: "ada", attributes: { office: "A" }, grade: "Professor" }],
  reportingLines: [],
  ladder: [],
  asOf: undefined,
  closedWorld: true,
};
const offices = { mentee: ["attributes.office"], mentor: ["attributes.office"] } as const;

test("pairRule() judges pairs by a function of the declared fields", () => {
  const rule = pairRule("same-office", { reads: offices }, (mentee, mentor) => {
    expect(mentee).toEqual({ attributes: { office: "A" } });
    return mentee.attributes.office === mentor.attributes.office;
  });
  const verdict = rule.bind(context);
  expect([verdict(0, 0), verdict(1, 0)]).toEqual([2, 1]);
  expect(rule).toMatchObject({ name: "same-office", id: "same-office", when: "pairing", json: null, reads: offices });
  expect(rule.words).toBe('the pair passes the rule "same-office"');
});

test("pairRule() takes what every rule takes, and words of its own", () => {
  const options = {
    reads: offices,
    id: "office",
    when: "always",
    onUnknown: "confirm",
    words: "they share an office",
  } as const;
  expect(pairRule("same-office", options, () => 1)).toMatchObject({ ...options, name: "same-office" });
});

test("pairRule() shows an absent declaration as none, in a closed world only", () => {
  const reads = { mentee: ["lineManager", "conflicts"], mentor: ["id"] } as const;
  const rule = pairRule("own", { reads }, (mentee, mentor) => {
    expect(mentee).toEqual({ lineManager: null, conflicts: [] });
    return !mentee.conflicts.includes(mentor.id);
  });
  expect(rule.bind(context)(0, 0)).toBe(2);
  expect(rule.bind({ ...context, closedWorld: false })(0, 0)).toBe(1);
});

test("pairRule() refuses unknown fields, names and addresses, and whole attributes", () => {
  const make = (field: string) => pairRule("own", { reads: { mentee: [field as "grade"], mentor: [] } }, () => true);
  expect(() => make("departmnt")).toThrow('reads.mentee[0]: unknown field "departmnt"; did you mean "department"?');
  expect(() => make("offers")).toThrow('unknown field "offers"');
  for (const field of ["name", "email", "attributes", "attributes.", "toString"])
    expect(() => make(field)).toThrow(InputError);
});

test("pairRule() refuses an empty name, a missing function and unknown options", () => {
  const reads = { mentee: [], mentor: [] };
  expect(() => pairRule(" ", { reads }, () => true)).toThrow(InputError);
  expect(() => pairRule("own", { reads }, undefined as never)).toThrow("verdict: expected a function, got nothing");
  expect(() => pairRule("own", { reads, soft: true } as never, () => true)).toThrow('unknown field "soft"');
  expect(() => pairRule("own", {} as never, () => true)).toThrow("reads: expected an object, got nothing");
});

test("pairRule() throws an InputError that names the rule and the ids where its function answers anything else", () => {
  for (const [answer, shown] of [
    ["yes", "text"],
    [3, "3"],
    [undefined, "nothing"],
    [Promise.resolve(true), "an object of a class"],
  ]) {
    const verdict = pairRule("own", { reads: { mentee: [], mentor: [] } }, () => answer as never).bind(context);
    const message = `expected true, false, 0, 1 or 2 from its function, got ${shown} for mentee "bo" and mentor "ada"`;
    expect(() => verdict(0, 0)).toThrow(`Cannot read the rule "own": 1 issue\n  rule "own": ${message}`);
  }
});

test("personRule() judges people by a function of the declared fields", () => {
  const rule = personRule("has-office", { reads: ["attributes.office"] }, ({ attributes }) => attributes.office !== "");
  const verdict = rule.bind({ people: context.mentees, ladder: [], asOf: undefined });
  expect([verdict(0), verdict(1)]).toEqual([2, 1]);
  expect(rule).toMatchObject({ name: "has-office", json: null, reads: ["attributes.office"] });
  expect(participation.anyOf({ rules: [rule] }).json).toBeNull();
  expect(() => personRule("own", { reads: ["gradee" as "grade"] }, () => true)).toThrow('did you mean "grade"?');
});

test("pairRule() and personRule() ask of somebody who nominates or avoids nobody", () => {
  const reads = { mentee: ["nominations"], mentor: ["avoid"] } as const;
  const rule = pairRule("own", { reads }, ({ nominations }, { avoid }) => nominations.length + avoid.length === 0);
  const pool = { ...context, mentees: [{ id: "bo", nominations: [] }], mentors: [{ id: "ada", avoid: [] }] };
  expect(rule.bind(pool)(0, 0)).toBe(2);
  const own = personRule("own", { reads: ["avoid"] }, ({ avoid }) => avoid.length === 0);
  expect(own.bind({ people: pool.mentors, ladder: [], asOf: undefined })(0)).toBe(2);
});
