/** What `verify` must catch. */
import { expect, test } from "vitest";
import { type MatchResult, match, verify } from "../../src/index.js";

const pool = {
  mentees: [
    { id: "ann", department: "Art", seeks: ["law"] },
    { id: "bo", department: "Law", seeks: ["law", "grants"] },
    { id: "cy", department: "Law", seeks: ["grants"] },
    { id: "dot", department: "Art" },
    { id: "eve", department: "Art" },
  ],
  mentors: [
    { id: "mo", department: "Art", offers: ["grants", "law"], capacity: 2 },
    { id: "xi", department: "Law", offers: ["law"], capacity: 2 },
    { id: "zed", department: "Sea", capacity: 0 },
  ],
};
const policy = { name: "test", must: [{ rule: "different-department" }], prefer: [{ criterion: "shared-areas" }] };
const result = match(pool, policy);
const matchOf = (menteeId: string) => result.matches.find((one) => one.menteeId === menteeId)!;

/** The codes of what is wrong with a result that was tampered with. */
function caught(change: Partial<MatchResult>): string[] {
  const verification = verify(pool, policy, { ...result, ...change });
  expect(verification.status).toBe("refuted");
  return [...new Set(verification.issues.map(({ code }) => code))];
}

test("verify() proves an untouched result, also after a round trip through JSON", () => {
  expect(result.matches.map(({ menteeId }) => menteeId)).toHaveLength(4);
  expect(verify(pool, policy, result)).toEqual({
    status: "proved",
    issues: [],
    levels: result.levels,
    standingBreaks: 0,
    notes: [],
  });
  expect(verify(pool, policy, JSON.parse(JSON.stringify(result)) as MatchResult).status).toBe("proved");
});

test("verify() proves a result that tells which values look alike, and refutes one that does not", () => {
  const misspelt = { ...pool, mentors: [...pool.mentors, { id: "ty", department: "Dept of Law" }] };
  const told = match(misspelt, policy);
  expect(told.findings.map(({ path }) => path)).toEqual(['department["Dept of Law"]["Law"]']);
  expect(verify(misspelt, policy, told)).toMatchObject({ status: "proved", issues: [] });
  const silent = verify(misspelt, policy, { ...told, findings: [] });
  expect(silent.issues.map(({ code }) => code)).toEqual(["findings"]);
});

test("verify() catches a swapped pair", () => {
  const swapped = result.matches.map((one) => {
    if (one.menteeId === "ann") return { ...one, mentorId: matchOf("bo").mentorId };
    return one.menteeId === "bo" ? { ...one, mentorId: matchOf("ann").mentorId } : one;
  });
  expect(caught({ matches: swapped })).toContain("rule-broken");
});

test("verify() catches an over-full mentor", () => {
  const matches = [...result.matches, { ...matchOf("ann"), menteeId: result.unmatched[0]!.menteeId }];
  expect(caught({ matches, unmatched: [] })).toContain("over-capacity");
});

test("verify() catches a mentee with two mentors", () => {
  const free = [...result.matches, { ...matchOf("ann"), mentorId: "zed" }];
  expect(caught({ matches: free })).toContain("over-demand");
});

test("verify() catches a score or a part that was changed", () => {
  const changed = (change: object) =>
    result.matches.map((one) => (one.menteeId === "bo" ? { ...one, ...change } : one));
  expect(caught({ matches: changed({ score: 9999 }) })).toEqual(["match"]);
  expect(caught({ matches: changed({ parts: [{ id: "shared-areas", points: 1 }] }) })).toEqual(["match"]);
  expect(caught({ matches: changed({ answered: 0 }) })).toEqual(["match"]);
  expect(caught({ matches: changed({ origin: "locked" }) })).toEqual(["match"]);
});

test("verify() catches a better assignment withheld behind a tampered price", () => {
  const levels = result.levels.map((level) =>
    level.name === "coverage" ? { ...level, value: [3], bound: [3] } : level,
  );
  const mentors = result.proof.mentors.map(({ id, price }) => ({
    id,
    price: price.map((component) => Math.max(0, component - 1)),
  }));
  expect(caught({ matches: result.matches.slice(1), levels, proof: { ...result.proof, mentors } })).toEqual(
    expect.arrayContaining(["levels", "unmatched"]),
  );
});

test("verify() catches a price that is no integer", () => {
  const mentors = result.proof.mentors.map(({ id, price }) => ({ id, price: price.map(() => Number.NaN) }));
  expect(caught({ proof: { ...result.proof, mentors } })).toContain("price");
});

test("verify() catches a mentee dropped", () => {
  expect(caught({ unmatched: [] })).toEqual(["unmatched"]);
  expect(caught({ matches: result.matches.slice(1) })).toEqual(expect.arrayContaining(["unmatched", "levels"]));
});

test("verify() catches a lottery not followed", () => {
  const loser = result.unmatched[0]!.menteeId;
  const winner = loser === "dot" ? "eve" : "dot";
  const matches = result.matches
    .map((one) => (one.menteeId === winner ? { ...one, menteeId: loser } : one))
    .sort((a, b) => (a.menteeId < b.menteeId ? -1 : 1));
  const unmatched = result.unmatched.map((one) => ({ ...one, menteeId: winner }));
  expect(caught({ matches, unmatched })).toEqual(["levels", "status"]);
});

test("verify() catches a changed seed, hash, reserve, status or level", () => {
  expect(caught({ run: { ...result.run, seed: "other" } })).toEqual(["seed"]);
  expect(caught({ run: { ...result.run, poolHash: "0" } })).toEqual(["pool-hash"]);
  expect(caught({ run: { ...result.run, policyHash: null } })).toEqual(["policy-hash"]);
  expect(caught({ reserve: [{ mentorId: "mo", places: 1 }] })).toEqual(["reserve"]);
  expect(caught({ status: "unproved" })).toEqual(["status"]);
  expect(caught({ status: "infeasible" })).toContain("infeasible");
  expect(caught({ levels: result.levels.slice(1) })).toEqual(["levels"]);
});

test("verify() says of something that is no result that it is none", () => {
  for (const nothing of [null, 7, {}, { matches: [null] }, []]) {
    expect(verify(pool, policy, nothing as unknown as MatchResult).issues).toMatchObject([{ code: "no-result" }]);
  }
});

test("verify() catches a locked pair that is missing", () => {
  const locked = { ...pool, locks: [{ menteeId: "dot", mentorId: "xi" }] };
  const whole = match(locked, policy);
  const without = whole.matches.filter(({ menteeId }) => menteeId !== "dot");
  const { issues } = verify(locked, policy, { ...whole, matches: without });
  expect(issues.map(({ code }) => code)).toContain("pair-missing");
});
