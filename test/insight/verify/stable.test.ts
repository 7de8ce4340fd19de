/** What `verify` says of a result that claims to be stable, issue by issue. */
import { expect, test } from "vitest";
import { blockingPairs, type MatchResult, match, verify } from "../../../src/index.js";

/** Two mentees and two mentors who each would rather have whom the other side would rather not. */
const pool = {
  mentees: [
    { id: "ann", nominations: ["mo", "xi"] },
    { id: "bo", nominations: ["xi", "mo"] },
  ],
  mentors: [
    { id: "mo", nominations: ["bo", "ann"] },
    { id: "xi", nominations: ["ann", "bo"] },
  ],
};
const proposing = (stable: "mentees" | "mentors") => ({ name: "Test", objective: { stable } });
const mentees = proposing("mentees");
const result = match(pool, mentees);
const issues = (change: Partial<MatchResult>, policy = mentees) =>
  verify(pool, policy, { ...result, ...change }).issues;

test("verify() proves a stable result, whose level counts no blocking pair and whose proof is empty", () => {
  expect(result.matches.map(({ menteeId, mentorId }) => `${menteeId}-${mentorId}`)).toEqual(["ann-mo", "bo-xi"]);
  const levels = [{ name: "stable", value: [0], bound: [0] }];
  expect(verify(pool, mentees, result)).toMatchObject({ status: "proved", issues: [], levels });
  expect(issues({ proof: { mentees: [{ id: "ann", price: [1] }], mentors: [] } })).toEqual([
    {
      code: "proof",
      ids: [],
      expected: '{"mentees":[],"mentors":[]}',
      got: '{"mentees":[{"id":"ann","price":[1]}],"mentors":[]}',
    },
  ]);
});

test("verify() names whom a better stable matching would suit, on the side that proposes", () => {
  const better = { code: "better-for-proposers", expected: '"no better stable matching"', got: '"one"' };
  const mentors = match(pool, proposing("mentors"));
  expect(issues({ matches: mentors.matches })).toEqual([{ ...better, ids: ["ann", "bo"] }]);
  const byMentees = verify(pool, proposing("mentors"), { ...mentors, matches: result.matches });
  expect(byMentees.issues).toEqual([{ ...better, ids: ["mo", "xi"] }]);
});

test("verify() names them in order of id, wherever the circle begins", () => {
  // Going round: each mentee would rather have the mentor before hers, each mentor the mentee they have.
  const ids = ["a", "b", "c"];
  const people = {
    mentees: ids.map((id, at) => ({ id, nominations: [`m${(at + 2) % 3}`, `m${at}`] })),
    mentors: ids.map((id, at) => ({ id: `m${at}`, nominations: [id, ids[(at + 1) % 3]!] })),
  };
  const worst = match(people, proposing("mentors"));
  const best = match(people, mentees);
  expect(worst.matches.map(({ mentorId }) => mentorId)).toEqual(["m0", "m1", "m2"]);
  expect(best.matches.map(({ mentorId }) => mentorId)).toEqual(["m2", "m0", "m1"]);
  const told = verify(people, mentees, { ...best, matches: worst.matches }).issues;
  expect(told.map(({ ids }) => ids)).toEqual([ids]);
});

test("verify() names each blocking pair, counts them in the level and asks for nothing better then", () => {
  const people = {
    mentees: [
      { id: "ann", nominations: ["mo", "xi"] },
      { id: "bo", nominations: ["mo", "xi"] },
    ],
    mentors: [
      { id: "mo", nominations: ["ann", "bo"] },
      { id: "xi", nominations: ["ann", "bo"] },
    ],
  };
  const right = match(people, mentees);
  const swapped = right.matches.map((one) => ({ ...one, mentorId: one.mentorId === "mo" ? "xi" : "mo" }));
  const choices = swapped.map((one) => ({ ...one, choice: one.mentorId === "mo" ? 1 : 2 }));
  const claimed = verify(people, mentees, { ...right, matches: choices });
  expect(claimed.levels).toEqual([{ name: "stable", value: [-1], bound: [0] }]);
  const blocking = { code: "blocking-pair", expected: '"no blocking pair"', got: '"one"' };
  expect(claimed.issues.slice(0, 2)).toEqual([
    { ...blocking, ids: ["ann", "mo"] },
    {
      code: "levels",
      ids: [],
      expected: '[{"bound":[0],"name":"stable","value":[-1]}]',
      got: '[{"bound":[0],"name":"stable","value":[0]}]',
    },
  ]);
  expect(claimed.issues.map(({ code }) => code)).not.toContain("better-for-proposers");
});

test("verify() expects no levels of a stable run that was stopped or is infeasible", () => {
  for (const status of ["stopped", "infeasible"] as const) {
    const claimed = verify(pool, mentees, { ...result, status });
    expect(claimed.levels).toEqual([]);
    expect(claimed.issues).toContainEqual({
      code: "levels",
      ids: [],
      expected: "[]",
      got: '[{"bound":[0],"name":"stable","value":[0]}]',
    });
    const bare = verify(pool, mentees, { ...result, status, levels: [] }).issues.map(({ code }) => code);
    expect(bare).not.toContain("levels");
  }
});

test("blockingPairs() needs but one of a mentee's mentors to be worse, and no pair blocks that is made", () => {
  const people = {
    mentees: [{ id: "ann", demand: 2, nominations: ["mo", "nia", "xi"] }],
    mentors: [{ id: "mo" }, { id: "nia" }, { id: "xi" }],
  };
  const scored = {
    name: "Test",
    prefer: [{ criterion: "pair-scores", scores: [["ann", "mo", 1] as const, ["ann", "xi", 1] as const] }],
  };
  const made = match(people, scored);
  expect(made.matches.map(({ mentorId }) => mentorId)).toEqual(["mo", "xi"]);
  expect(blockingPairs(people, scored, made)).toEqual([{ menteeId: "ann", mentorId: "nia" }]);
});

test("blockingPairs() lists no pair that is made, though both have places left", () => {
  const people = { mentees: [{ id: "ann", demand: 2 }], mentors: [{ id: "mo", capacity: 2 }] };
  expect(blockingPairs(people, { name: "Test" }, match(people, { name: "Test" }))).toEqual([]);
});
