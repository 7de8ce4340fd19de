import { expect, test } from "vitest";
import { criteria } from "../../src/scoring/index.js";
import type { GapPreference } from "../../src/types.js";
import { LADDER, pairValue } from "./pool.js";

const gap = (grade: string, mentorGrade: string, gapPreference?: GapPreference): number =>
  pairValue(criteria.seniorityGap(), { grade, ...(gapPreference ? { gapPreference } : {}) }, { grade: mentorGrade });

test("seniorityGap() is 1 at the ideal gap of two steps and less by a third for each step beside it", () => {
  expect(gap("Postdoc", "Associate Professor")).toBe(1);
  expect(gap("Postdoc", "Professor")).toBeCloseTo(2 / 3);
  expect(gap("Research Fellow", "Postdoc")).toBeCloseTo(1 / 3);
  expect(gap("Professor", "Postdoc")).toBe(0);
});

test("seniorityGap() puts the mentee's preference before the ideal", () => {
  expect(gap("Postdoc", "Lecturer", "near-peer")).toBe(1);
  expect(gap("Postdoc", "Professor", "near-peer")).toBeCloseTo(1 / 3);
  expect(gap("Postdoc", "Professor", "broad")).toBe(1);
  expect(gap("Postdoc", "Lecturer", "broad")).toBeCloseTo(1 / 3);
  expect(gap("Professor", "Lecturer", "broad")).toBe(0);
});

test("seniorityGap() gives a mentee without a preference 0.5 for every mentor, whatever the grades", () => {
  expect(gap("Postdoc", "Professor", "none")).toBe(0.5);
  expect(gap("Postdoc", "unheard of", "none")).toBe(0.5);
  expect(gap("unheard of", "Professor", "none")).toBe(0.5);
});

test("seniorityGap() finds who is on no step silent", () => {
  expect(gap("unheard of", "unheard of")).toBe(-1);
  expect(gap("Postdoc", "unheard of")).toBe(-2);
  expect(pairValue(criteria.seniorityGap(), {}, { grade: "Professor" })).toBe(-1);
});

test("seniorityGap() divides by nothing on a ladder of one step", () => {
  const both = { grade: "Postdoc" };
  expect(pairValue(criteria.seniorityGap({ ideal: 0 }), both, both, [["Postdoc"]])).toBe(1);
  expect(pairValue(criteria.seniorityGap(), { ...both, gapPreference: "broad" }, both, [["Postdoc"]])).toBe(0);
});

test("seniorityGap() asks for a ladder", () => {
  expect(criteria.seniorityGap().check({ ladder: [] })).toMatch("ladder");
  expect(criteria.seniorityGap().check({ ladder: LADDER })).toBeUndefined();
});
