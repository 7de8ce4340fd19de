/** Relations with dates, as H3 and L13 of real schemes need them. */
import { expect, test } from "vitest";
import { match } from "../../src/matching/match.js";
import type { Relation } from "../../src/types.js";

const pair = (must: object, relation: Partial<Relation>): number => {
  const relations = [{ person: "bo", kind: "supervisor" as const, other: "ada", ...relation }];
  const pool = { asOf: "2026-08-31", mentees: [{ id: "bo" }], mentors: [{ id: "ada" }], relations };
  return match(pool, { name: "x", must: [must as { rule: string }] }).matches.length;
};

test("notSupervisor() refuses a supervisor of today, not one of next month or of last year", () => {
  const rule = { rule: "not-supervisor" };
  expect(pair(rule, {})).toBe(0);
  expect(pair(rule, { from: "2026-08-31" })).toBe(0);
  expect(pair(rule, { until: "2026-08-31" })).toBe(0);
  expect(pair(rule, { from: "2026-09-01" })).toBe(1);
  expect(pair(rule, { until: "2026-08-30" })).toBe(1);
  expect(pair(rule, { kind: "conflict" })).toBe(1);
});

test("notSupervisor() and notAppraiser() look back as many months as they are told", () => {
  expect(pair({ rule: "not-supervisor", months: 6 }, { until: "2026-02-28" })).toBe(0);
  expect(pair({ rule: "not-supervisor", months: 6 }, { until: "2026-02-27" })).toBe(1);
  expect(pair({ rule: "not-appraiser", months: 6 }, { kind: "appraiser", until: "2026-03-01" })).toBe(0);
});

test("noConflict() refuses a conflict that has not ended, whoever has it", () => {
  const rule = { rule: "no-conflict" };
  expect(pair(rule, { kind: "conflict", until: "2027-01-01" })).toBe(0);
  expect(pair(rule, { kind: "conflict", person: "ada", other: "bo" })).toBe(0);
  expect(pair(rule, { kind: "conflict", until: "2026-01-01" })).toBe(1);
});

test("outsideReportingLine() counts supervisors and lines of today", () => {
  const rule = { rule: "outside-reporting-line" };
  expect(pair(rule, { until: "2026-12-31" })).toBe(0);
  expect(pair(rule, { until: "2025-12-31" })).toBe(1);
});
