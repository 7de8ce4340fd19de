/** What a result claims about limits that seldom bind: minima beside them, locks beyond them, values that are spelt alike. */
import { expect, test } from "vitest";
import { type Finding, type MatchResult, match, verify } from "../../../src/index.js";

const policy = { name: "Test", limits: [{ id: "places", atMost: 2 }] };
const pool = {
  mentees: [{ id: "ann" }, { id: "bo" }, { id: "cy" }],
  mentors: [{ id: "mo", minimum: 1, capacity: 2 }, { id: "xi", minimum: 2, capacity: 2 }, { id: "zed" }],
};
const result = match(pool, policy);
const codes = (change: Partial<MatchResult>): string[] => [
  ...new Set(verify(pool, policy, { ...result, ...change }).issues.map(({ code }) => code)),
];

test("verify() finds the minima that cannot be met beside a limit, and asks for each of them", () => {
  expect(result.findings.map(({ code, ids, numbers }) => [code, ids, numbers])).toEqual([
    ["minimum-unmet", ["mo", "xi"], { people: 2 }],
    ["limit-unmet", [], { atMost: 2, nearest: 3 }],
    ["minimum-nearest", ["mo"], { minimum: 1, nearest: 0 }],
    ["minimum-nearest", ["xi"], { minimum: 2, nearest: 1 }],
  ]);
  expect(verify(pool, policy, result)).toMatchObject({ status: "infeasible", issues: [] });
  const [unmet, ...rest] = result.findings;
  expect(codes({ findings: rest })).toEqual(["findings"]);
  for (const ids of [["mo"], ["xi"], ["mo", "xi", "zed"]])
    expect(codes({ findings: [{ ...unmet!, ids, numbers: { people: ids.length } }, ...rest] })).toEqual(["findings"]);
});

test("verify() takes prices for a refutation only where their bound is below 0, and added up exactly", () => {
  const times = (factor: number, more = 0) => ({
    mentees: [],
    mentors: result.proof.mentors.map(({ id, price }) => ({ id, price: price.map((part) => part * factor) })),
    limits: result.proof.limits!.map((one) => ({ ...one, price: one.price.map((part) => part * factor + more) })),
  });
  expect(codes({ proof: times(1) })).toEqual([]);
  expect(codes({ proof: times(1000) })).toEqual([]);
  // Two places at a price are no safe integer, so nobody can tell that the minima cost more.
  expect(codes({ proof: times(Number.MAX_SAFE_INTEGER) })).toContain("infeasible");
  // Two places at 3 cost the 6 that the minima bring, and at 4 more.
  expect(codes({ proof: times(2, 1) })).toContain("infeasible");
  expect(codes({ proof: times(2, 2) })).toContain("infeasible");
  expect(codes({ proof: times(-1) })).toContain("infeasible");
});

test("verify() takes what is said to be nearest to a bound only where that misses the bound, in whole pairs", () => {
  const saying = (at: number, nearest: unknown): string[] => {
    const numbers = { ...result.findings[at]!.numbers, nearest } as Finding["numbers"];
    return codes({ findings: result.findings.map((one, index) => (index === at ? { ...one, numbers } : one)) });
  };
  // At most 2 places, and at least 2 mentees of xi; no price says how near one comes, so 4 may be claimed for 3.
  for (const [at, nearest] of [
    [1, 3],
    [1, 4],
    [3, 1],
    [3, 0],
  ] as const)
    expect(saying(at, nearest)).toEqual([]);
  for (const [at, nearest] of [
    [1, 2],
    [1, 3.5],
    [1, "3"],
    [3, 2],
    [3, -1],
  ] as const)
    expect(saying(at, nearest)).toEqual(["findings"]);
  const { numbers: _, ...without } = result.findings[1]!;
  const instead = (finding: object) =>
    codes({ findings: result.findings.map((one, at) => (at === 1 ? (finding as Finding) : one)) });
  expect(instead({ ...without, numbers: { atMost: 2 } })).toEqual([]);
  expect(instead(without)).toEqual(["findings"]);
});

test("verify() takes the least of a group with what stands in it, and what is nearest lies between", () => {
  const art = { department: "Art" };
  const people = {
    mentees: [{ id: "ann", ...art }, { id: "bo", ...art }, { id: "cy" }],
    mentors: [{ id: "mo", capacity: 2 }],
    pairs: [{ menteeId: "ann", mentorId: "mo", status: "met" as const }],
    forbids: [{ menteeId: "bo", mentorId: "mo" }],
  };
  const least = { name: "Test", limits: [{ id: "art", atLeast: 2, mentees: art }] };
  const made = match(people, least);
  expect(made).toMatchObject({ status: "infeasible", findings: [{ numbers: { atLeast: 2, nearest: 1 } }] });
  const saying = (nearest: number) => {
    const findings = [{ ...made.findings[0]!, numbers: { atLeast: 2, nearest } }];
    return verify(people, least, { ...made, findings }).issues.map(({ code }) => code);
  };
  expect(saying(1)).toEqual([]);
  for (const nearest of [0, 2]) expect(saying(nearest)).toEqual(["findings"]);
});

test("verify() catches a result that claims to be proved though its locks exceed a limit", () => {
  const locks = ["ann", "bo"].map((menteeId) => ({ menteeId, mentorId: "mo" }));
  const locked = { mentees: pool.mentees, mentors: [{ id: "mo", capacity: 2 }], locks };
  const narrow = { name: "Test", limits: [{ id: "places", atMost: 1 }] };
  const refused = match(locked, narrow);
  expect(verify(locked, narrow, refused)).toMatchObject({ status: "infeasible", issues: [] });
  const claimed = verify(locked, narrow, { ...refused, status: "proved" }).issues;
  expect(claimed).toContainEqual({ code: "over-limit", ids: ["places"], expected: "-1", got: "0" });
  const stopped = verify(locked, narrow, { ...refused, status: "stopped" }).issues;
  expect(stopped.map(({ code }) => code)).not.toContain("over-limit");
});

test("match() and verify() keep a group of true and one of the word true apart", () => {
  const days = [true, "true", true, "true"];
  const people = {
    mentees: days.map((day, at) => ({ id: `e${at}`, attributes: { day } })),
    mentors: [{ id: "mo", capacity: 4 }],
  };
  const limits = [{ id: "days", atMost: 1, each: "mentor" as const, groupBy: "attributes.day" }];
  const made = match(people, { name: "Test", limits });
  expect(made.matches).toHaveLength(2);
  expect(made.proof.limits!.map(({ personId, group }) => [personId, group])).toEqual([
    ["mo", true],
    ["mo", "true"],
  ]);
  expect(verify(people, { name: "Test", limits }, made)).toMatchObject({ status: "proved", issues: [] });
  const [first, second] = made.proof.limits!;
  const turned = { ...made, proof: { ...made.proof, limits: [second!, first!] } };
  expect(verify(people, { name: "Test", limits }, turned).issues.map(({ code }) => code)).toContain("price-ids");
});

test("verify() takes the groups of a limit in order of their values, whoever comes first has which", () => {
  const sites = ["b", "10", 9, "a", true, 10];
  const people = {
    mentees: sites.flatMap((site, at) => ["x", "y"].map((name) => ({ id: `${at}${name}`, attributes: { site } }))),
    mentors: [{ id: "mo", capacity: 12 }],
  };
  const limits = [{ id: "sites", atMost: 1, each: "mentor" as const, groupBy: "attributes.site" }];
  const made = match(people, { name: "Test", limits });
  expect(made.proof.limits!.map(({ group }) => group)).toEqual([10, "10", 9, "a", "b", true]);
  expect(verify(people, { name: "Test", limits }, made)).toMatchObject({ status: "proved", issues: [] });
});

test("verify() asks a limit for each mentee of her own mentors, one group of them after the other", () => {
  const people = {
    mentees: [{ id: "ann", demand: 3 }, { id: "bo" }],
    mentors: ["Art", "Art", "Law"].map((department, at) => ({ id: `m${at}`, department, capacity: 2 })),
  };
  const own = { name: "Test", limits: [{ id: "own", atMost: 1, each: "mentee" as const, groupBy: "department" }] };
  const made = match(people, own);
  expect(made.matches.map(({ menteeId }) => menteeId)).toEqual(["ann", "ann", "bo"]);
  expect(verify(people, own, made)).toMatchObject({ status: "proved", issues: [] });
  const freely = match(people, { name: "Test" });
  const beyond = verify(people, own, { ...freely, run: made.run }).issues.filter(({ code }) => code === "over-limit");
  expect(beyond).toEqual([{ code: "over-limit", ids: ["own", "ann"], expected: "1", got: "2" }]);
});

test("verify() asks what holds for each mentor of those who take part as mentors and fit, and of nobody else", () => {
  const people = {
    mentees: [
      { id: "ann", trained: true },
      { id: "bo", trained: true },
      { id: "mo", trained: false },
    ],
    mentors: [
      { id: "mo", department: "Art" },
      { id: "xi", department: "Art", withdrawn: "2026-01-01" },
      { id: "zed", department: "Law" },
    ],
    asOf: "2026-06-01",
  };
  const ofArt = {
    name: "Test",
    participation: { mentees: [{ rule: "trained" }] },
    limits: [{ id: "own", atLeast: 1, each: "mentor" as const, mentors: { department: "Art" } }],
  };
  const made = match(people, ofArt);
  expect(made.notTakingPart.map(({ id, role }) => `${role} ${id}`)).toEqual(["mentee mo", "mentor xi"]);
  expect(verify(people, ofArt, made)).toMatchObject({ status: "proved", issues: [] });
  const others = made.matches.filter(({ mentorId }) => mentorId === "zed");
  const missed = verify(people, ofArt, { ...made, matches: others }).issues.filter(({ code }) => /limit/.test(code));
  expect(missed).toEqual([{ code: "under-limit", ids: ["own", "mo"], expected: "1", got: "0" }]);
});
