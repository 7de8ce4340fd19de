import { expect, test } from "vitest";
import { blockingPairs, InputError, match, verify } from "../../src/index.js";
import { issuesOf } from "../helpers/issues-of.js";

const policy = { name: "wishes", objective: { stable: "mentees" } };

test("verify() refutes a stable result of a pool in which a mentee asks for two, or a mentor has a minimum", () => {
  const pool = { mentees: [{ id: "ana" }], mentors: [{ id: "max" }] };
  const result = match(pool, policy);
  const more = { mentees: [{ id: "ana", demand: 2 }], mentors: [{ id: "max", minimum: 1 }] };
  expect(verify(more, policy, result).issues.map(({ code }) => code)).toEqual(
    expect.arrayContaining(["stable-demand", "stable-minimum"]),
  );
});

test("verify() agrees that a stable run with a lock that cannot be is infeasible", () => {
  const pair = { menteeId: "ana", mentorId: "max" };
  const pool = { mentees: [{ id: "ana", nominations: [] }], mentors: [{ id: "max" }], locks: [pair] };
  const nominated = { ...policy, must: [{ rule: "nominated" }] };
  const result = match(pool, nominated);
  expect(result.status).toBe("infeasible");
  expect(verify(pool, nominated, result)).toMatchObject({ status: "infeasible", issues: [] });
});

test("blockingPairs() leaves a lock alone that both would rather leave", () => {
  const pool = {
    mentees: [
      { id: "ana", nominations: ["nia"] },
      { id: "bo", nominations: ["nia"] },
    ],
    mentors: [{ id: "max" }, { id: "nia", nominations: ["ana"] }],
    locks: [{ menteeId: "ana", mentorId: "max" }],
  };
  const result = match(pool, policy);
  expect(result.matches.map(({ menteeId, mentorId }) => `${menteeId}-${mentorId}`)).toEqual(["ana-max", "bo-nia"]);
  expect(blockingPairs(pool, policy, result)).toEqual([]);
});

test("blockingPairs() refuses what is no result of the pool", () => {
  const pool = { mentees: [{ id: "ana" }], mentors: [{ id: "max" }] };
  const result = match(pool, policy);
  expect(() => blockingPairs(pool, policy, {} as never)).toThrow(InputError);
  const others = { mentees: [{ id: "bo" }], mentors: [{ id: "max" }] };
  expect(issuesOf(() => blockingPairs(others, policy, result))).toMatchObject([{ code: "no-result" }]);
});

test("blockingPairs() takes those who nominate nobody by score, tier and ticket", () => {
  const pool = {
    mentees: [
      { id: "ana", tier: 1 },
      { id: "bo", tier: 2 },
    ],
    mentors: [{ id: "max" }, { id: "nia" }],
  };
  const scores: [string, string, number][] = [
    ["ana", "max", 9],
    ["ana", "nia", 8],
    ["bo", "max", 10],
    ["bo", "nia", 1],
  ];
  const total = { name: "total", prefer: [{ criterion: "pair-scores", scores, max: 10 }] };
  const result = match(pool, total);
  expect(result.matches.map(({ mentorId }) => mentorId)).toEqual(["nia", "max"]);
  expect(blockingPairs(pool, total, result)).toEqual([{ menteeId: "ana", mentorId: "max" }]);
});
