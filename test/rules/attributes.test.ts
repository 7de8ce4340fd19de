/** Rules that compare what two people have. */
import { expect, test } from "vitest";
import { rules } from "../../src/rules/index.js";
import type { Rule, RuleContext, Verdict } from "../../src/rules/rule.js";
import type { Mentee, Mentor } from "../../src/types.js";

function verdict(rule: Rule, mentee: Omit<Mentee, "id">, mentor: Omit<Mentor, "id">): Verdict {
  const context: RuleContext = {
    mentees: [{ ...mentee, id: "bo" }],
    mentors: [{ ...mentor, id: "ada" }],
    reportingLines: [],
    ladder: [],
    asOf: undefined,
    closedWorld: true,
  };
  return rule.bind(context)(0, 0);
}

test("differentDepartment() holds for two who share no department, refuses otherwise, and cannot tell without one", () => {
  const rule = rules.differentDepartment();
  expect(verdict(rule, { department: "History" }, { department: "Linguistics" })).toBe(2);
  expect(verdict(rule, { department: ["History", "Law"] }, { department: "Law" })).toBe(0);
  expect(verdict(rule, { department: ["History", "Law"] }, { department: ["Music", "Maths"] })).toBe(2);
  for (const department of [undefined, "", [], [""]]) {
    const blank = department === undefined ? {} : { department };
    expect(verdict(rule, blank, { department: "Law" })).toBe(1);
    expect(verdict(rule, { department: "Law" }, blank)).toBe(1);
  }
});

test("sameAttribute() keeps text, numbers and truth values apart", () => {
  const rule = rules.sameAttribute({ attribute: "floor" });
  const on = (floor: string | number | boolean | string[]) => ({ attributes: { floor } });
  expect(verdict(rule, on(1), on(1))).toBe(2);
  expect(verdict(rule, on(1), on("1"))).toBe(0);
  expect(verdict(rule, on(true), on(1))).toBe(0);
  expect(verdict(rule, on(false), on(false))).toBe(2);
  expect(verdict(rule, on(["2", "1"]), on("1"))).toBe(2);
});

test("sameAttribute() means the field of a person where there is one, and the attribute when it is asked to", () => {
  const mentee = { profession: "nursing", attributes: { profession: "midwifery" } };
  const mentor = { profession: "nursing", attributes: { profession: "medicine" } };
  expect(verdict(rules.sameAttribute({ attribute: "profession" }), mentee, mentor)).toBe(2);
  expect(verdict(rules.sameAttribute({ attribute: "attributes.profession" }), mentee, mentor)).toBe(0);
});

test("sameAttribute() never looks at names, addresses or ids, nor at what every object inherits", () => {
  for (const attribute of ["name", "email", "id"]) {
    const rule = rules.sameAttribute({ attribute });
    expect(rule.reads.mentee).toEqual([`attributes.${attribute}`]);
    expect(verdict(rule, { name: "Kim", email: "kim@example.org" }, { name: "Kim", email: "kim@example.org" })).toBe(1);
  }
  const plain = { attributes: {} };
  expect(verdict(rules.sameAttribute({ attribute: "constructor" }), plain, plain)).toBe(1);
  expect(verdict(rules.sameAttribute({ attribute: "__proto__" }), plain, plain)).toBe(1);
});

test("sameAttribute() refuses fields that have no values to compare, and fields of one role", () => {
  for (const attribute of ["location", "hold", "attributes", "attributes.", "", "seeks", "capacity"]) {
    expect(() => rules.sameAttribute({ attribute })).toThrow(
      `attribute: expected a field whose values can be compared, or "attributes.<name>" for an attribute, got ${JSON.stringify(attribute)}`,
    );
  }
});

test("differentAttribute() takes an absent line manager for none, and cannot tell in an open world", () => {
  const rule = rules.differentAttribute({ attribute: "lineManager" });
  expect(verdict(rule, { lineManager: "cy" }, { lineManager: "cy" })).toBe(0);
  expect(verdict(rule, { lineManager: "cy" }, {})).toBe(2);
  const open = { reportingLines: [], ladder: [], asOf: undefined, closedWorld: false };
  const bound = rule.bind({
    ...open,
    mentees: [{ id: "bo" }, { id: "di", lineManager: null }],
    mentors: [{ id: "ada", lineManager: "cy" }],
  });
  expect([bound(0, 0), bound(1, 0)]).toEqual([1, 2]);
});
