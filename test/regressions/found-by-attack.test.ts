/** Wrong answers that were found by attacking the engine, each kept so that it stays mended. */
import { expect, test } from "vitest";
import { type MatchResult, match, type PolicyInput, type PoolInput, verify } from "../../src/index.js";

function matched(pool: PoolInput, policy: Partial<PolicyInput> = {}): MatchResult {
  const whole = { name: "n", ...policy } as PolicyInput;
  const result = match(pool, whole);
  expect(verify(pool, whole, result)).toMatchObject({ status: result.status, issues: [] });
  return result;
}

test("match() is infeasible where a minimum is above the places that the policy leaves", () => {
  const mentees = [{ id: "a" }, { id: "b" }, { id: "c" }];
  const findings = [
    { code: "minimum-unmet", ids: ["x"] },
    { code: "minimum-nearest", ids: ["x"], numbers: { minimum: 2, nearest: 1 } },
  ];
  const short = { status: "infeasible", matches: [], findings };
  expect(matched({ mentees, mentors: [{ id: "x", minimum: 2 }] })).toMatchObject(short);
  expect(matched({ mentees, mentors: [{ id: "x", minimum: 2 }, { id: "y" }] })).toMatchObject(short);
  const capped = matched({ mentees, mentors: [{ id: "x", minimum: 2, capacity: 2 }] }, { capacity: { max: 1 } });
  expect(capped).toMatchObject(short);
});

test("verify() keeps overrides of different pairs and rules apart", () => {
  const mentors = Array.from({ length: 13 }, (_, j) => ({
    id: `r${String(j).padStart(2, "0")}`,
    department: j === 12 ? "D" : "Z",
    capacity: j === 12 ? 1 : 0,
  }));
  const overrides = [{ menteeId: "a", mentorId: "r01", rule: "2x", reason: "b" }];
  const must = [
    { rule: "different-department", id: "x" },
    { rule: "no-conflict", id: "2x" },
  ];
  expect(matched({ mentees: [{ id: "a", department: "D" }], mentors, overrides }, { must }).matches).toEqual([]);
});

test("match() rounds the share answered in one way", () => {
  const pool = { mentees: [{ id: "a", seeks: ["q"] }], mentors: [{ id: "x", offers: ["q"] }] };
  for (const [first, second] of [
    [0.7, 2.5],
    [1.4, 5],
    [1.9, 1.3],
  ] as const) {
    matched(pool, {
      prefer: [
        { criterion: "shared-areas", weight: first },
        { criterion: "shared-interests", weight: second },
      ],
    });
  }
});

test("verify() refuses prices whose sums leave the safe integers", () => {
  const couples = Array.from({ length: 40 }, (_, i) => i);
  const pool = {
    mentees: [{ id: "a" }, ...couples.map((i) => ({ id: `d${i}` }))],
    mentors: [{ id: "x0" }, { id: "x1" }, ...couples.map((i) => ({ id: `q${i}`, minimum: 1 }))],
  };
  const scores: [string, string, number][] = [
    ["a", "x0", 10_000],
    ["a", "x1", 9_998],
    ...couples.map((i): [string, string, number] => [`d${i}`, `q${i}`, 5_000]),
  ];
  const policy = { name: "n", prefer: [{ criterion: "pair-scores", scores, max: 10_000 }], minimumScore: 1 };
  const best = match(pool, policy);
  const far = Math.floor(Number.MAX_SAFE_INTEGER / 2);
  const shifted = (by: number) => (one: { id: string; price: readonly number[] }) =>
    one.id === "a" || one.id.startsWith("x")
      ? one
      : { ...one, price: one.price.map((value, at) => (at === 1 ? value + by : value)) };
  const priced = (ids: readonly { id: string }[], prices: MatchResult["proof"]["mentees"]) =>
    ids.map(
      ({ id }) => prices.find((one) => one.id === id) ?? { id, price: best.proof.mentees[0]!.price.map(() => 0) },
    );
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  const proof = {
    mentees: priced([...pool.mentees].sort(byId), best.proof.mentees).map(shifted(far)),
    mentors: priced([...pool.mentors].sort(byId), best.proof.mentors).map(shifted(-far)),
  };
  expect(verify(pool, policy, { ...best, proof }).issues.map(({ code }) => code)).toContain("exact-sums");
});

test("match() of people who set no limit costs no more than their pairs", () => {
  const mentees = Array.from({ length: 20 }, (_, i) => ({ id: `e${i}` }));
  const mentors = Array.from({ length: 20 }, (_, j) => ({
    id: `r${j}`,
    capacity: 1_000_000,
    ...(j === 0 ? { minimum: 1 } : {}),
  }));
  const result = matched({ mentees, mentors });
  expect(result.matches).toHaveLength(20);
  expect(result.reserve.reduce((sum, { places }) => sum + places, 0)).toBe(20 * 1_000_000 - 20);
});

test("match() labels an override of the least score, and of a rule that could not tell", () => {
  const override = (rule: string) => [{ menteeId: "a", mentorId: "x", rule, reason: "asked for" }];
  const people = { mentees: [{ id: "a", seeks: ["p"] }], mentors: [{ id: "x", offers: ["q"] }] };
  const weak = matched(
    { ...people, overrides: override("minimumScore") },
    { prefer: [{ criterion: "shared-areas" }], minimumScore: 5000 },
  );
  expect(weak.matches).toMatchObject([{ overrides: ["minimumScore"] }]);
  const must = [{ rule: "different-department", onUnknown: "confirm" }];
  const unsure = matched({ ...people, overrides: override("different-department") }, { must });
  expect(unsure.matches).toMatchObject([{ overrides: ["different-department"] }]);
  expect(unsure.matches[0]).not.toHaveProperty("checks");
  expect(unsure.findings).toEqual([]);
});

test("verify() refutes whatever is no result without falling over", () => {
  const pool = { mentees: [{ id: "a" }], mentors: [{ id: "x" }] };
  const result = match(pool, { name: "n" });
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  const thrower = {
    get status(): string {
      throw new Error("no");
    },
  };
  const hostile: unknown[] = [
    { ...result, matches: [{ menteeId: { toString: 1 }, mentorId: "x" }] },
    { ...result, status: "infeasible", findings: undefined },
    { ...result, status: "infeasible", findings: [null] },
    { ...result, status: 1n },
    { ...result, run: cycle },
    { ...result, names: ["Ann"] },
    { ...result, run: { ...result.run, who: "bob" } },
    thrower,
    {
      ...result,
      status: "infeasible",
      matches: [],
      levels: [],
      findings: [{ code: "minimum-unmet", path: "", ids: ["x"], numbers: {} }],
    },
    { ...result, matches: Array.from({ length: 200_000 }, () => result.matches[0]) },
  ];
  for (const one of hostile) expect(verify(pool, { name: "n" }, one as MatchResult).status).toBe("refuted");
});

test("a limit counts nobody, and says so, where there is nobody of a role at all", () => {
  const limits = [
    { id: "places", atMost: 3 },
    { id: "north", atMost: 1, mentees: { organisation: "North" } },
  ];
  const policy = { name: "n", limits };
  const pools = [
    { mentees: [], mentors: [{ id: "x" }] },
    { mentees: [{ id: "a", organisation: "North" }], mentors: [] },
  ];
  for (const pool of pools) {
    const result = match(pool, policy);
    const paths = result.findings.filter(({ code }) => code === "limit-counts-nobody").map(({ path }) => path);
    expect(paths).toEqual(["limits.places", "limits.north"]);
    expect(verify(pool, policy, result)).toMatchObject({ status: "proved", issues: [] });
  }
});

test("match() and verify() agree on a share of named people where a role has nobody at all", () => {
  const constraints = [{ share: { mentees: { department: "Art" } }, atMostPercent: 50 }];
  const mentees = [{ id: "a", department: "Art" }];
  expect(matched({ mentees, mentors: [] }, { constraints }).findings.map(({ code }) => code)).toEqual(["no-mentors"]);
  const law = [{ id: "b", department: "Law" }];
  expect(matched({ mentees: law, mentors: [{ id: "x" }] }, { constraints }).findings).toMatchObject([
    { code: "constraint-counts-nobody", path: "constraints.share" },
  ]);
});
