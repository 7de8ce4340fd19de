/** The laws of limits: the best of all assignments that keep them, and prices that prove it. */
import { expect, test } from "vitest";
import { match, verify } from "../../src/index.js";
import { nested } from "../../src/matching/solvers/nested.js";
import type { Conflict, Problem } from "../../src/matching/solvers/solver.js";
import { bruteForce } from "../helpers/brute-force.js";
import { runs } from "../helpers/counts.js";
import { fault } from "../helpers/fault.js";
import { faults } from "../helpers/faults.js";
import { nestedProblem } from "../helpers/limited-problems.js";
import { bestMatchings } from "../helpers/naive-levels.js";
import { keeps, someLimits, withFacts } from "../helpers/naive-limits.js";
import { random } from "../helpers/problems.js";
import { allMatchings, type TinyPair, tinyPool } from "../helpers/tiny-pools.js";

test("nested() reaches the best value of all assignments that keep the limits, and its prices prove it", () => {
  const seen = { infeasible: 0, binding: 0, least: 0, minima: 0 };
  const count = runs(10_000);
  const wrong = faults(count, (seed) => {
    const problem = nestedProblem(seed);
    const best = bruteForce(problem);
    const { limits = [], ...free } = problem;
    if (best === undefined) seen.infeasible++;
    else if (seed % 10 === 0 && best.join() !== bruteForce(free)?.join()) seen.binding += 10;
    if (best !== undefined && limits.some(({ least }) => least > 0)) seen.least++;
    if (best !== undefined && problem.minimum.some((least) => least > 0)) seen.minima++;
    return fault(problem, nested(problem), { value: best });
  });
  expect(wrong).toEqual([]);
  expect(seen.infeasible / count).toBeGreaterThan(0.15);
  expect(seen.infeasible / count).toBeLessThan(0.6);
  expect(seen.binding / count).toBeGreaterThan(0.15);
  expect(seen.least / count).toBeGreaterThan(0.04);
  expect(seen.minima / count).toBeGreaterThan(0.02);
});

const OBJECTIVES = [
  ["coverage", "score"],
  ["score"],
  ["access", "score"],
  ["tier", "coverage"],
  ["coverage", "spread"],
];

const keyOf = (pairs: readonly TinyPair[]): string =>
  pairs
    .map(({ menteeId, mentorId }) => `${menteeId}-${mentorId}`)
    .sort()
    .join();

test("match() finds the best of all matchings that keep the policy's limits, or says that there is none", () => {
  const seen = { all: 0, cutAcross: 0, infeasible: 0, decided: 0, locks: 0 };
  const wrong = faults(runs(800), (seed) => {
    const { scores, forbids, ...tiny } = tinyPool(seed);
    const chosen = OBJECTIVES[seed % OBJECTIVES.length]!;
    const next = random(seed + 11);
    const isFree = (pair: TinyPair) => ![...forbids, ...tiny.pairs].some((one) => keyOf([one]) === keyOf([pair]));
    const locks = scores
      .map(([menteeId, mentorId]) => ({ menteeId, mentorId }))
      .filter((pair) => isFree(pair) && next() < 0.05);
    const mentees = withFacts(tiny.mentees, seed + 1);
    const mentors = withFacts(tiny.mentors, seed + 2);
    const pool = { ...tiny, mentees, mentors, forbids, locks };
    const policy = {
      name: `seed ${seed}`,
      prefer: [{ criterion: "pair-scores", scores, max: 10_000 }],
      objective: chosen.map((name) => (name === "tier" ? { level: "priority", by: "tier" } : name)),
      limits: someLimits(seed + 3),
    };
    const all = allMatchings({ ...tiny, scores, forbids }).filter((matching) =>
      locks.every((lock) => matching.some((pair) => keyOf([pair]) === keyOf([lock]))),
    );
    if (all.length === 0) return undefined;
    seen.all++;
    if (locks.length > 0) seen.locks++;
    const kept = all.filter((matching) => policy.limits.every((limit) => keeps(matching, limit, pool)));
    const best = bestMatchings(kept, chosen, { ...tiny, scores, forbids }, policy.name).map(keyOf);
    const result = match(pool as never, policy as never);
    if (result.run.solver === "linear-program") seen.cutAcross++;
    const checked = verify(pool as never, policy as never, result);
    if (checked.status !== result.status) return `${checked.status}: ${JSON.stringify(checked.issues[0])}`;
    if (kept.length === 0) seen.infeasible++;
    if (kept.length < all.length && kept.length > 0) seen.decided++;
    const isSearched = result.status === "searched" && result.run.solver === "linear-program";
    const wanted = kept.length === 0 ? "infeasible" : isSearched ? "searched" : "proved";
    if (result.status !== wanted) return `${result.status}, expected ${wanted}`;
    const isBest = wanted === "infeasible" || best.includes(keyOf(result.matches));
    return isBest ? undefined : `${keyOf(result.matches)} is not best, but ${best.join(" or ")}`;
  });
  expect(wrong).toEqual([]);
  expect(seen.cutAcross / seen.all).toBeLessThan(0.2);
  expect(seen.infeasible / seen.all).toBeGreaterThan(0.1);
  expect(seen.decided / seen.all).toBeGreaterThan(0.15);
  expect(seen.locks / seen.all).toBeGreaterThan(0.05);
});

test("nested() names an irreducible conflict where nothing is feasible, and what comes nearest to each bound of it", () => {
  const seen = { infeasible: 0, several: 0, near: 0, far: 0, minima: 0 };
  const wrong = faults(runs(2000), (seed) => {
    const problem = nestedProblem(seed);
    const { stop, conflicts } = nested(problem);
    if (stop !== "infeasible" || conflicts === undefined) return undefined;
    seen.infeasible++;
    if (conflicts.length > 1) seen.several++;
    if (bruteForce(withOnly(problem, conflicts)) !== undefined) return "the conflict can be kept";
    for (const conflict of conflicts) {
      const others = conflicts.filter((one) => one !== conflict);
      if (bruteForce(withOnly(problem, others)) === undefined) return "a part of the conflict cannot be kept either";
      const { bound, nearest, limit, mentor } = conflict;
      if (mentor !== undefined) seen.minima++;
      const sign = bound === "least" ? 1 : -1;
      const counted = limit === undefined ? { mentors: [mentor!] } : problem.limits![limit]!;
      const pair = (i: number, j: number): number =>
        (counted.mentors?.includes(j) ?? true) && (!("mentees" in counted) || counted.mentees!.includes(i)) ? sign : 0;
      const best = bruteForce({ ...without(problem, conflict), levels: [{ name: "counted", pair }] });
      if (nearest === undefined) seen.far++;
      else seen.near++;
      if (best?.[0] !== (nearest === undefined ? undefined : sign * nearest))
        return `nearest ${nearest}, expected ${best?.join()}`;
    }
    return undefined;
  });
  expect(wrong).toEqual([]);
  expect(Math.min(...Object.values(seen)) / runs(2000)).toBeGreaterThan(0.01);
});

/** The problem with the bounds of a conflict, and no others but people's places. */
function withOnly(problem: Problem, conflicts: readonly Conflict[]): Problem {
  const limits = problem.limits!.map((limit, g) => {
    const bounds = conflicts.filter((one) => one.limit === g).map(({ bound }) => bound);
    return {
      ...limit,
      least: bounds.includes("least") ? limit.least : 0,
      most: bounds.includes("most") ? limit.most : Number.POSITIVE_INFINITY,
    };
  });
  const minimum = problem.minimum.map((least, j) => (conflicts.some(({ mentor }) => mentor === j) ? least : 0));
  return { ...problem, limits, minimum };
}

/** The problem without one bound. */
function without(problem: Problem, { limit, mentor, bound }: Conflict): Problem {
  const limits = problem.limits!.map((one, g) => {
    if (g !== limit) return one;
    return bound === "least" ? { ...one, least: 0 } : { ...one, most: Number.POSITIVE_INFINITY };
  });
  return { ...problem, limits, minimum: problem.minimum.map((least, j) => (j === mentor ? 0 : least)) };
}
