/** What a result says of constraints and of searches, and what `verify` says of that. */
import { expect, test } from "vitest";
import { type Finding, type MatchResult, match, type PolicyInput, type PoolInput, verify } from "../../../src/index.js";

const both = (ids: string, more: object = {}): PoolInput => ({
  mentees: [...ids].map((id) => ({ id })),
  mentors: [...ids].map((id) => ({ id, ...more })),
});

/** What is made of a pool, and the codes of what is wrong with it once it is changed. */
function matched(pool: PoolInput, rest: Omit<PolicyInput, "name">) {
  const policy = { name: "n", ...rest };
  const result = match(pool, policy);
  const codes = (change: Partial<MatchResult>): string[] => [
    ...new Set(verify(pool, policy, { ...result, ...change }).issues.map(({ code }) => code)),
  ];
  expect(verify(pool, policy, result)).toMatchObject({ status: result.status, issues: [] });
  return { result, codes };
}

const noProof = { mentees: [], mentors: [] };
const noCycles = { constraints: [{ noCycles: true }] };

test("verify() takes the price of a circle only under its own name: each person once, the first by id first", () => {
  const { result, codes } = matched(both("ab"), noCycles);
  const [price] = result.proof.constraints!;
  expect([result.status, price!.ids]).toEqual(["proved", ["a", "b"]]);
  const priced = (...constraints: object[]) =>
    codes({ proof: { ...result.proof, constraints: constraints as (typeof price & object)[] } });
  expect(priced(price!)).toEqual([]);
  for (const ids of [["b", "a"], ["a"], ["a", "b", "b"], [], ["a", "z"], ["y", "z"]])
    expect(priced({ ...price!, ids })).not.toEqual([]);
  expect(priced({ ...price!, id: "other" })).toContain("price-ids");
  expect(priced({ id: price!.id, price: price!.price })).toContain("price-ids");
  expect(priced(price!, price!)).toContain("price-ids");
  expect(priced({ ...price!, price: price!.price.map((part) => -part) })).toContain("price");
});

test("verify() catches a circle among new matches, and among locks", () => {
  const { result, codes } = matched(both("ab"), noCycles);
  const [made] = result.matches;
  const back = { ...made!, menteeId: "b", mentorId: "a" };
  expect(codes({ matches: [made!, back] })).toContain("constraint-broken");
  const locks = ["ab", "ba"].map(([menteeId, mentorId]) => ({ menteeId: menteeId!, mentorId: mentorId! }));
  const locked = matched({ ...both("ab"), locks }, noCycles);
  expect(locked.result).toMatchObject({ status: "infeasible", findings: [{}, { ids: ["a", "b"] }, { ids: [] }] });
  expect(locked.codes({ status: "unproved" })).toContain("constraint-broken");
  // Nothing undoes what is locked, so that the claim stands without prices.
  expect(locked.codes({ proof: noProof })).toEqual([]);
});

test("verify() lets a circle stand that stood before, and tells of it", () => {
  const pairs = ["ab", "ba"].map(([menteeId, mentorId]) => ({
    ...{ menteeId: menteeId!, mentorId: mentorId! },
    status: "met" as const,
  }));
  const { result, codes } = matched({ ...both("abc"), pairs }, noCycles);
  const over = { code: "over-constraint", path: "constraints.no-cycles", ids: ["a", "b"], numbers: {} };
  expect(result.findings).toContainEqual(over);
  expect(codes({ findings: result.findings.filter(({ code }) => code !== over.code) })).toEqual(["findings"]);
});

test("verify() takes a constraint and minima for unmet on the word of a search, but none without the others", () => {
  const { result, codes } = matched(both("abc", { minimum: 1 }), noCycles);
  expect(result).toMatchObject({ status: "infeasible", proof: noProof });
  const only = (isKept: (one: Finding) => boolean) => codes({ findings: result.findings.filter(isKept) });
  expect(only(() => true)).toEqual([]);
  expect(only(({ code }) => code !== "constraint-unmet")).toContain("infeasible");
  expect(only(({ code }) => !code.startsWith("minimum"))).toContain("infeasible");
  const without = (id: string): Finding[] =>
    result.findings
      .filter((one) => one.code !== "minimum-nearest" || one.ids[0] !== id)
      .map((one) => {
        const ids = one.ids.filter((other) => other !== id);
        return one.code === "minimum-unmet" ? { ...one, ids, numbers: { people: ids.length } } : one;
      });
  expect(codes({ findings: without("a") })).toContain("infeasible");
  expect(codes({ run: { ...result.run, solver: "nested" } })).toContain("infeasible");
});

test("verify() takes the most of a person's load and the least of a limit for unmet, as the policy has them", () => {
  const pool = {
    mentees: ["p", "a", "b"].map((id) => ({ id })),
    mentors: [{ id: "p", capacity: 2 }],
  };
  const { result, codes } = matched(pool, {
    limits: [
      { id: "all", atLeast: 2 },
      { id: "places", atMost: 9 },
    ],
    constraints: [{ totalLoad: 1 }],
  });
  expect(result.findings).toMatchObject([
    { code: "limit-unmet", numbers: { atLeast: 2 } },
    { code: "constraint-unmet", ids: ["p"], numbers: { atMost: 1, nearest: 2 } },
  ]);
  const search = { proof: noProof, run: { ...result.run, solver: "linear-program" } };
  const saying = (at: number, change: Partial<Finding>) =>
    codes({ ...search, findings: result.findings.map((one, x) => (x === at ? { ...one, ...change } : one)) });
  expect(saying(0, {})).toEqual([]);
  expect(saying(1, { numbers: { atMost: 1, nearest: 3 } })).toEqual([]);
  for (const numbers of [{}, { atMost: 1, nearest: 1 }, { atMost: 2 }])
    expect(saying(1, { numbers })).toContain("findings");
  expect(saying(1, { ids: ["a"] })).toContain("infeasible");
  expect(saying(0, { numbers: { atMost: 9 } })).toContain("infeasible");
  expect(saying(0, { path: "limits.places", numbers: { atMost: 9 } })).toContain("infeasible");
});

test("verify() counts the pairs that moved, and takes no search's word where prices prove more", () => {
  const pairs = ["ax", "by"].map(([menteeId, mentorId]) => ({
    ...{ menteeId: menteeId!, mentorId: mentorId! },
    status: "proposed" as const,
  }));
  const scores: [string, string, number][] = [
    ["a", "y", 5],
    ["b", "x", 5],
  ];
  const pool = {
    mentees: [{ id: "a" }, { id: "b" }],
    mentors: [{ id: "x" }, { id: "y" }, { id: "z", capacity: 0 }],
    pairs,
  };
  const prefer = [{ criterion: "pair-scores", scores, max: 5 }];
  const capped = { prefer, standing: { pairs: "movable", maxChanges: 0 } };
  const { result, codes } = matched(pool, capped);
  expect(result.proof.constraints!.map(({ id }) => id)).toEqual(["standing.maxChanges"]);
  const freely = matched(pool, { prefer, standing: { pairs: "movable" } }).result;
  expect(freely.matches.map(({ mentorId }) => mentorId)).toEqual(["y", "x"]);
  expect(codes({ matches: freely.matches })).toContain("constraint-broken");
  expect(codes({ status: "searched" })).toEqual(["status"]);
  expect(
    matched({ ...pool, mentors: [{ id: "x" }, { id: "y" }, { id: "z", minimum: 1 }] }, capped).result,
  ).toMatchObject({
    status: "infeasible",
    findings: [{}, {}, { path: "standing.maxChanges", numbers: { atMost: 0, nearest: 1 } }],
  });
});

test("verify() catches a search that left a circle's place empty, but asks for no match that would close one", () => {
  const { result, codes } = matched(both("abc"), noCycles);
  expect([result.status, result.matches.length]).toEqual(["searched", 2]);
  expect(codes({ matches: result.matches.slice(1) })).toContain("searched");
  expect(codes({ status: "unproved" })).toEqual([]);
  expect(codes({ status: "proved" })).toEqual(["status"]);
});
