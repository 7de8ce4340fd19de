/** Two things that decide nothing and are only told: what must be ticked before a pair is released, and that a pair is weak. */
import { expect, test } from "vitest";
import { InputError, type MatchResult, match, type PolicyInput, type PoolInput, verify } from "../../src/index.js";
import { anyCase } from "../helpers/any-case.js";
import { withFunctions } from "../helpers/any-policy.js";
import { runs } from "../helpers/counts.js";
import { naivePersonVerdict } from "../helpers/naive-rules.js";

/** Calls back with cases that the door lets in, and says how many there were. */
function eachCase(count: number, visit: (pool: PoolInput, policy: PolicyInput, seed: number) => void): number {
  let cases = 0;
  for (let seed = 0; seed < count; seed++) {
    const { pool, policy: json } = anyCase(seed, { mentees: 7, mentors: 5 });
    const policy = withFunctions(json);
    try {
      match(pool as PoolInput, policy);
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      continue;
    }
    cases++;
    visit(pool as PoolInput, policy, seed);
  }
  return cases;
}

/** A result but for what it was made of, and for one field of its matches. */
const butFor = ({ run: _, matches, ...rest }: MatchResult, field: "weak" | "checks"): object => ({
  ...rest,
  matches: matches.map((one) => ({ ...one, [field]: undefined })),
});

test("match() flags as weak the new and locked pairs below weakScore and changes nothing else, and verify() knows which", () => {
  let weak = 0;
  const cases = eachCase(runs(120, 4), (pool, policy, seed) => {
    const weakScore = Math.max(policy.minimumScore ?? 0, [10_000, 5000, 3333, 7000][seed % 4]!);
    const plain = match(pool, policy);
    const flagged = match(pool, { ...policy, weakScore });
    expect(butFor(flagged, "weak")).toEqual(butFor(plain, "weak"));
    expect(flagged.matches.map((one) => one.weak)).toEqual(
      plain.matches.map(({ origin, score }) => (origin !== "standing" && score < weakScore ? true : undefined)),
    );
    const told = flagged.matches.filter((one) => one.weak === true);
    expect(verify(pool, { ...policy, weakScore }, flagged).issues).toEqual([]);
    if (told.length > 0) {
      const matches = flagged.matches.map((one) => (one === told[0] ? { ...one, weak: undefined } : one));
      const silent = { ...flagged, matches } as unknown as MatchResult;
      expect(verify(pool, { ...policy, weakScore }, silent).issues.map(({ code }) => code)).toEqual(["match"]);
    }
    weak += told.length;
  });
  expect(weak / cases).toBeGreaterThan(0.2);
});

test("match() turns nobody away by a rule that binds at release, and its pairs carry it as a check until they are accepted", () => {
  let held = 0;
  const cases = eachCase(runs(120, 4), (pool, policy) => {
    const atRelease = { rule: "trained", id: "at release", when: "release" };
    const { mentees = [], mentors = [] } = policy.participation ?? {};
    const strict = {
      ...policy,
      participation: { mentees: [...mentees, atRelease], mentors: [atRelease, ...mentors] },
    };
    const plain = match(pool, policy);
    const result = match(pool, strict);
    expect(verify(pool, strict, result).issues).toEqual([]);
    expect(butFor(result, "checks")).toEqual(butFor(plain, "checks"));
    for (const [at, { menteeId, mentorId, origin, checks = [] }] of result.matches.entries()) {
      const people = [pool.mentees.find(({ id }) => id === menteeId), pool.mentors.find(({ id }) => id === mentorId)];
      const isReady = people.every((one) => naivePersonVerdict({ rule: "trained" }, one as never, [], true) === 2);
      const standing = (pool.pairs ?? []).filter((one) => one.menteeId === menteeId && one.mentorId === mentorId);
      const isOpen = origin !== "standing" || standing.some(({ status }) => status === "proposed");
      expect(checks.includes("at release")).toBe(!isReady && isOpen);
      expect(checks.filter((id) => id !== "at release")).toEqual(plain.matches[at]!.checks ?? []);
      if (checks.includes("at release")) held++;
    }
  });
  expect(held / cases).toBeGreaterThan(0.3);
});
