/** The rule that keeps line management out of mentoring, in small organisations with names. */
import { expect, test } from "vitest";
import { rules } from "../../src/rules/index.js";
import type { RuleContext, Verdict } from "../../src/rules/rule.js";
import type { Mentee, Mentor, ReportingLine } from "../../src/types.js";

function verdict(
  levels: number | undefined,
  mentees: readonly Mentee[],
  mentors: readonly Mentor[],
  world: Partial<RuleContext> = {},
): Verdict {
  const rule = rules.outsideReportingLine(levels === undefined ? {} : { levels });
  const bare = { reportingLines: [], ladder: [], asOf: undefined, closedWorld: true };
  return rule.bind({ ...bare, mentees, mentors, ...world })(0, 0);
}

test("outsideReportingLine() refuses whoever is above the mentee, through people outside the pool", () => {
  const reportingLines: ReportingLine[] = [
    { person: "cy", manager: "di" },
    { person: "di", manager: "ada" },
  ];
  const bo = { id: "bo", lineManager: "cy" };
  expect(verdict(undefined, [bo], [{ id: "ada" }], { reportingLines })).toBe(0);
  expect(verdict(3, [bo], [{ id: "ada" }], { reportingLines })).toBe(0);
  expect(verdict(2, [bo], [{ id: "ada" }], { reportingLines })).toBe(2);
  expect(verdict(undefined, [bo], [{ id: "ada" }])).toBe(2);
});

test("outsideReportingLine() refuses whoever is below the mentee, through people of either role", () => {
  const ada = { id: "ada" };
  const bo = { id: "bo", lineManager: "cy" };
  expect(verdict(undefined, [ada, { id: "cy", lineManager: "ada" }], [bo])).toBe(0);
  expect(verdict(undefined, [ada], [bo, { id: "cy", lineManager: "ada" }])).toBe(0);
});

test("outsideReportingLine() counts supervisors as line managers", () => {
  const bo = { id: "bo", lineManager: null, supervisors: ["cy", "di"] };
  expect(verdict(undefined, [bo], [{ id: "ada" }, { id: "di", lineManager: "ada" }])).toBe(0);
});

test("outsideReportingLine() allows colleagues who report to the same person", () => {
  expect(verdict(undefined, [{ id: "bo", lineManager: "cy" }], [{ id: "ada", lineManager: "cy" }])).toBe(2);
});

test("outsideReportingLine() takes people on one cycle to stand above each other, and nobody above themselves", () => {
  const reportingLines = [
    { person: "ada", manager: "cy" },
    { person: "cy", manager: "bo" },
  ];
  expect(verdict(undefined, [{ id: "bo", lineManager: "ada" }], [{ id: "ada" }], { reportingLines })).toBe(0);
  expect(verdict(undefined, [{ id: "bo", lineManager: "bo" }], [{ id: "ada", lineManager: "ada" }])).toBe(2);
});

test("outsideReportingLine() cannot tell in an open world while a line manager is absent and no line is known", () => {
  const open = { closedWorld: false };
  const ada = { id: "ada", lineManager: null };
  expect(verdict(undefined, [{ id: "bo" }], [ada], open)).toBe(1);
  expect(verdict(undefined, [{ id: "bo", lineManager: null }], [{ id: "ada" }], open)).toBe(1);
  expect(verdict(undefined, [{ id: "bo", lineManager: null }], [ada], open)).toBe(2);
  expect(verdict(undefined, [{ id: "bo", supervisors: ["ada"] }], [ada], open)).toBe(0);
});

test("outsideReportingLine() refuses levels that are no integer of 1 or more", () => {
  for (const levels of [0, -1, 1.5]) expect(() => rules.outsideReportingLine({ levels })).toThrow("levels: expected");
});

test("outsideReportingLine() takes a line in reportingLines as a declaration", () => {
  const ada = { id: "ada", lineManager: null };
  const said = (person: string, manager: string) =>
    verdict(undefined, [{ id: "bo" }], [ada], { closedWorld: false, reportingLines: [{ person, manager }] });
  expect([said("bo", "cy"), said("cy", "bo"), said("bo", "ada")]).toEqual([2, 1, 0]);
});
