/** One thing under several names: a policy's vocabulary, and what looks alike without one. */
import { expect, test } from "vitest";
import { InputError } from "../../src/errors.js";
import { verify } from "../../src/insight/verify.js";
import { eligiblePairs } from "../../src/matching/eligible.js";
import { match } from "../../src/matching/match.js";
import type { PolicyInput } from "../../src/policy/policy.js";
import { parsePolicy } from "../../src/policy.js";

const pool = {
  mentees: [{ id: "bo", department: "Dept of Linguistics", seeks: ["grant writing"], attributes: { site: "N." } }],
  mentors: [
    { id: "ada", department: ["Linguistics", "History"], offers: ["grants"], attributes: { site: "North" } },
    { id: "cy", department: "Physics", offers: ["teaching"], attributes: { site: "South" } },
  ],
};
const policy: PolicyInput = {
  name: "x",
  must: [{ rule: "different-department" }],
  prefer: [{ criterion: "shared-areas" }],
};
const vocabulary = {
  department: { Linguistics: ["Dept of Linguistics", "Ling."] },
  areas: { grants: ["grant writing"] },
  "attributes.site": { North: ["N."] },
};

test("match() takes every name of a vocabulary for the one that counts, and verify() does too", () => {
  expect(eligiblePairs(pool, policy).map(({ mentorId }) => mentorId)).toEqual(["ada", "cy"]);
  expect(eligiblePairs(pool, { ...policy, vocabulary })).toEqual([{ menteeId: "bo", mentorId: "cy", score: 0 }]);
  const sameSite: PolicyInput = {
    ...policy,
    vocabulary,
    must: [{ rule: "same-attribute", attribute: "site" }],
    participation: { mentees: [{ rule: "has-attribute", attribute: "site", value: "North" }] },
  };
  const result = match(pool, sameSite);
  expect(result.matches).toMatchObject([{ menteeId: "bo", mentorId: "ada", score: 10_000 }]);
  expect(verify(pool, sameSite, result)).toMatchObject({ status: "proved", issues: [] });
  expect(match(pool, { ...sameSite, vocabulary: {} }).run.policyHash).not.toBe(result.run.policyHash);
});

test("parsePolicy() reads a vocabulary that reads the same again, and leaves an empty one out", () => {
  const read = parsePolicy({
    ...policy,
    vocabulary: { department: { " Law ": ["Dept of Law", "Law", "Dept of Law"] } },
  });
  expect(JSON.stringify(read.vocabulary)).toBe('{"department":{"Law":["Dept of Law","Law"]}}');
  expect(parsePolicy(read)).toEqual(read);
  expect("vocabulary" in parsePolicy({ ...policy, vocabulary: {} })).toBe(false);
  const odd = JSON.parse('{ "attributes.__proto__": { "__proto__": ["constructor"] } }') as Record<string, never>;
  expect(JSON.stringify(parsePolicy({ ...policy, vocabulary: odd }).vocabulary)).toBe(JSON.stringify(odd));
});

test.each<[string, unknown, string, string]>([
  ["a list", [], "invalid", "vocabulary"],
  ["an unknown field", { departmnt: { A: ["B"] } }, "unknown-field", "vocabulary.departmnt"],
  ["text instead of a list", { department: { A: "B" } }, "invalid", "vocabulary.department.A"],
  ["an empty name", { department: { A: [" "] } }, "invalid", "vocabulary.department.A[0]"],
  ["a name with two meanings", { department: { A: ["B"], C: ["B"] } }, "duplicate", "vocabulary.department.C[0]"],
  ["a meaning that means another", { department: { A: ["B"], B: ["D"] } }, "duplicate", "vocabulary.department.B"],
  ["a grade on no step", { grade: { Prof: ["Professor"] } }, "invalid", "vocabulary.grade.Prof"],
])("parsePolicy() refuses a vocabulary with %s", (_, given, code, path) => {
  let issues: readonly { readonly code: string; readonly path: string }[] = [];
  try {
    parsePolicy({ name: "x", ladder: ["Postdoc", "Professor"], vocabulary: given as never });
  } catch (error) {
    issues = (error as InputError).issues;
    expect(error).toBeInstanceOf(InputError);
  }
  expect(issues.map((issue) => [issue.code, issue.path])).toEqual([[code, path]]);
});

const nearIn = (given: object): readonly string[] =>
  match({ mentees: pool.mentees, mentors: pool.mentors, ...given }, policy)
    .findings.filter(({ code }) => code === "near-miss")
    .map(({ path }) => path);

test("match() finds values that look alike, with how many people have each", () => {
  const [finding] = match(pool, policy).findings;
  expect(finding).toEqual({
    code: "near-miss",
    path: 'department["Dept of Linguistics"]["Linguistics"]',
    ids: [],
    numbers: { first: 1, second: 1 },
  });
  expect(match(pool, { ...policy, vocabulary }).findings).toEqual([]);
  expect(match(pool, { ...policy, must: [] }).findings).toEqual([]);
  expect(nearIn({ mentees: [{ id: "bo", seeks: ["Teachng"] }] })).toEqual(['areas["Teachng"]["teaching"]']);
});

test("match() does not find numbers or short words alike", () => {
  const departments = (...names: string[]) =>
    nearIn({ mentees: [], mentors: names.map((department) => ({ id: department, department })) });
  expect(departments("Ward 3", "Ward 4", "Team A", "Team B", "Law", "Lab")).toEqual([]);
  expect(departments("Énergie & Climat", "climat / energie")).toHaveLength(1);
  expect(departments("Psychology", "Physiology", "Pathology")).toEqual([]);
});

test("match() compares different values only: a hundred thousand people are no work", () => {
  const mentees = Array.from({ length: 100_000 }, (_, i) => ({
    id: `e${i}`,
    department: `Department ${i % 5000}`,
    demand: 0,
  }));
  const start = process.cpuUsage();
  expect(match({ mentees, mentors: [] }, policy).findings.filter(({ code }) => code === "near-miss")).toEqual([]);
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(20);
});
