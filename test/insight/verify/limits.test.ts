/** What `verify` must catch of limits, and what `match` says of them. */
import { expect, test } from "vitest";
import { flow, linearProgram, type MatchResult, match, nested, verify } from "../../../src/index.js";

const pool = {
  mentees: [
    { id: "ann", department: "Art" },
    { id: "bo", department: "Art" },
    { id: "cy", department: "Law" },
    { id: "dot", department: "Art" },
  ],
  mentors: [
    { id: "mo", department: "Sea", capacity: 2 },
    { id: "xi", department: "Sky", capacity: 2 },
  ],
};
const scores = [
  ["ann", "mo", 9],
  ["bo", "mo", 8],
  ["cy", "xi", 1],
  ["ann", "xi", 5],
] as const;
const policy = {
  name: "test",
  prefer: [{ criterion: "pair-scores", scores, max: 10 }],
  limits: [
    { id: "places", atMost: 3 },
    { id: "one per team", atMost: 1, each: "mentor", groupBy: "department" },
    { id: "law", atLeast: 1, mentees: { department: "Law" } },
  ],
} as const;
const result = match(pool, policy);

const anyPrice = expect.any(Array) as unknown;

/** The codes of what is wrong with a result that was tampered with. */
function caught(change: Partial<MatchResult>, whole = result, rules: object = policy): string[] {
  const verification = verify(pool, rules as typeof policy, { ...whole, ...change });
  expect(verification.status).toBe("refuted");
  return [...new Set(verification.issues.map(({ code }) => code))];
}

test("verify() proves a result with limits, whose prices stand in the proof", () => {
  expect(result).toMatchObject({ status: "proved", run: { solver: "nested" } });
  expect(result.matches.map(({ menteeId, mentorId }) => `${menteeId}-${mentorId}`)).toEqual([
    "ann-xi",
    "bo-mo",
    "cy-xi",
  ]);
  expect(result.proof.limits).toContainEqual({ id: "one per team", personId: "mo", group: "Art", price: anyPrice });
  expect(verify(pool, policy, JSON.parse(JSON.stringify(result)) as MatchResult)).toMatchObject({
    status: "proved",
    issues: [],
  });
});

test("verify() catches prices of limits that are changed, dropped, moved or another's", () => {
  const limits = result.proof.limits!;
  const proof = (changed: unknown) => caught({ proof: { ...result.proof, limits: changed } as MatchResult["proof"] });
  const [first, ...rest] = limits;
  expect(proof(limits.map((one) => ({ ...one, price: one.price.map((part) => part + 1) })))).toContain("levels");
  expect(proof(rest)).toContain("levels");
  expect(proof([{ ...first!, price: first!.price.slice(1) }, ...rest])).toContain("price");
  expect(proof([...rest, first])).toContain("price-ids");
  expect(proof([{ ...first!, id: "other" }, ...rest])).toContain("price-ids");
  expect(proof([{ ...first!, personId: "bo" }, ...rest])).toContain("price-ids");
  expect(proof([{ ...first!, group: "Sea" }, ...rest])).toContain("price-ids");
  expect(proof([{ ...first!, name: "Ann" }, ...rest])).toEqual(["no-result"]);
  expect(proof([])).toContain("price-ids");
  expect(caught({ proof: { mentees: [], mentors: [] } })).toContain("levels");
});

test("verify() catches matches beyond a limit, and too few", () => {
  const freely = match(pool, { ...policy, limits: [] });
  const { limits: _, ...proof } = freely.proof as MatchResult["proof"];
  expect(caught({ ...freely, proof, run: result.run })).toContain("over-limit");
  const none = match(pool, { ...policy, limits: [{ id: "places", atMost: 0 }] });
  expect(caught({ ...none, run: result.run })).toContain("under-limit");
  expect(caught({ run: { ...result.run, solver: "magic" } })).toEqual(["solver"]);
});

test("match() says which limits cannot be kept together, with prices that verify() checks", () => {
  const narrow = { ...policy, limits: [...policy.limits, { id: "art", atLeast: 3, mentees: { department: "Art" } }] };
  const refused = match(pool, narrow);
  expect(refused).toMatchObject({ status: "infeasible", matches: [], levels: [] });
  expect(refused.findings.map(({ code, path, ids, numbers }) => [code, path, ids, numbers])).toEqual([
    ["limit-unmet", "limits.one per team.Art", ["mo"], { atMost: 1 }],
    ["limit-unmet", "limits.one per team.Art", ["xi"], { atMost: 1 }],
    ["limit-unmet", "limits.art", [], { atLeast: 3, nearest: 2 }],
  ]);
  expect(verify(pool, narrow, refused)).toMatchObject({ status: "infeasible", issues: [] });
  const tampered = { ...refused.proof, limits: refused.proof.limits!.slice(1) };
  expect(caught({ proof: tampered }, refused, narrow)).toContain("infeasible");
  expect(caught({ findings: refused.findings.slice(1) }, refused, narrow)).toEqual(["findings"]);
  expect(caught({ proof: { mentees: [], mentors: [] } }, refused, narrow)).toContain("infeasible");
});

test("match() notices limits that count nobody, and standing pairs beyond a limit", () => {
  const standing = {
    ...pool,
    pairs: ["ann", "bo"].map((menteeId) => ({ menteeId, mentorId: "mo", status: "met" as const })),
  };
  const limits = [
    { id: "art", atMost: 1, mentees: { department: "Art" } },
    { id: "typo", atMost: 1, mentors: { department: "Lwa" } },
  ];
  const over = match(standing, { name: "x", limits });
  expect(over.matches.map(({ menteeId }) => menteeId)).toEqual(["ann", "bo", "cy"]);
  expect(over.findings).toEqual([
    { code: "limit-counts-nobody", path: "limits.typo", ids: [], numbers: {} },
    { code: "over-limit", path: "limits.art", ids: [], numbers: { matches: 2 } },
  ]);
  expect(verify(standing, { name: "x", limits }, over)).toMatchObject({ status: "proved", issues: [] });
});

test("match() solves limits that cut across each other, or across people's own pairs, by linear programmes", () => {
  const mentees = pool.mentees.map((one) => (one.id === "dot" ? { ...one, department: ["Art", "Law"] } : one));
  const crossed = { mentees, mentors: [...pool.mentors, { id: "zed", department: "Sun" }] };
  const solved = (...limits: NonNullable<Parameters<typeof match>[1]["limits"]>[number][]) => {
    const asked = { name: "x", limits };
    const found = match(crossed, asked);
    expect(verify(crossed, asked, found)).toMatchObject({ status: found.status, issues: [] });
    return [found.run.solver, found.status, found.matches.length];
  };
  const art = { id: "art", atMost: 1, mentees: { department: ["Art"] } };
  const law = { id: "law", atMost: 1, mentees: { department: ["Law"] } };
  const both = { id: "both", atMost: 1, mentees: { department: ["Art"] }, mentors: { department: ["Sea", "Sky"] } };
  expect(solved(art)).toEqual(["nested", "proved", 2]);
  expect(solved(art, law)).toEqual(["linear-program", "proved", 2]);
  expect(solved(both)).toEqual(["linear-program", "proved", 3]);
});

test("match() takes nested() for limits, also instead of flow(), and linearProgram() comes to the same", () => {
  expect(match(pool, policy, { solver: flow })).toEqual(result);
  expect(match(pool, policy, { solver: nested })).toEqual(result);
  expect(match(pool, policy, { solver: linearProgram }).matches).toEqual(result.matches);
  const unlimited = (problem: Parameters<typeof flow>[0]) => flow({ ...problem, limits: [] });
  expect(() => match(pool, policy, { solver: unlimited })).toThrow(/expected an assignment/);
});
