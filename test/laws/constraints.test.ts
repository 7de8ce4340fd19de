/** The laws of what cuts across: the best of all assignments that keep it, and bounds that nothing exceeds. */
import { expect, test } from "vitest";
import { loadHighs } from "../../src/highs.js";
import { match, verify } from "../../src/index.js";
import { linearProgram } from "../../src/matching/solvers/linear-program.js";
import type { Conflict, Problem, Solver } from "../../src/matching/solvers/solver.js";
import { bound, isRefuted, valueOf } from "../helpers/bound.js";
import { runs } from "../helpers/counts.js";
import { bestOfAll, crossingProblem } from "../helpers/crossing-problems.js";
import { faults } from "../helpers/faults.js";
import { keepsConstraint, rolesPool, someConstraints } from "../helpers/naive-constraints.js";
import { bestMatchings } from "../helpers/naive-levels.js";
import { allMatchings, type TinyPair } from "../helpers/tiny-pools.js";

const isCrossing = ({ limits, constraints }: Problem): boolean => limits !== undefined || constraints !== undefined;

test.each<[string, Solver]>([
  ["linearProgram()", linearProgram],
  ["loadHighs()", await loadHighs()],
])("%s reaches the best value of all assignments that keep what cuts across, and no bound is below it", (_, solve) => {
  const seen = { network: 0, proved: 0, searched: 0, infeasible: 0, refuted: 0, circles: 0 };
  const count = runs(solve === linearProgram ? 3000 : 1000);
  const wrong = faults(count, (seed) => {
    const problem = crossingProblem(seed);
    if (!isCrossing(problem)) return undefined;
    const best = bestOfAll(problem);
    const found = solve(problem);
    if (found.stop === "infeasible") {
      seen.infeasible++;
      if (best !== undefined) return `infeasible, though ${best.join()} can be had`;
      if (found.refutation === undefined) return undefined;
      seen.refuted++;
      return isRefuted(problem, found.refutation, found.cuts) ? undefined : "prices that refute nothing";
    }
    const value = valueOf(problem, found.chosen);
    if (value.join() !== best?.join()) return `value ${value.join()}, best ${best?.join()}`;
    if ((found.cuts ?? []).length > 0) seen.circles++;
    const proved = bound(problem, found.prices, found.cuts);
    const isTight = proved.join() === value.join();
    seen[found.isSearched === undefined ? "network" : isTight ? "proved" : "searched"]++;
    if (!isTight && found.isSearched !== true) return "neither proved nor searched";
    const first = value.findIndex((reached, level) => reached !== proved[level]);
    return first < 0 || proved[first]! > value[first]! ? undefined : `bound ${proved.join()} below ${value.join()}`;
  });
  expect(wrong).toEqual([]);
  expect(seen.network / count).toBeGreaterThan(0.3);
  expect(Math.min(seen.proved, seen.searched, seen.infeasible, seen.refuted) / count).toBeGreaterThan(0.03);
  expect(seen.circles).toBeGreaterThan(0);
});

test("linearProgram() names an irreducible conflict where nothing keeps what cuts across, and what comes nearest to each bound", () => {
  const seen = { infeasible: 0, several: 0, rows: 0, near: 0 };
  const wrong = faults(runs(1500), (seed) => {
    const problem = crossingProblem(seed);
    const { stop, conflicts } = isCrossing(problem) ? linearProgram(problem) : { stop: "optimal", conflicts: [] };
    if (stop !== "infeasible" || conflicts === undefined) return undefined;
    seen.infeasible++;
    if (conflicts.length > 1) seen.several++;
    if (bestOfAll(withOnly(problem, conflicts)) !== undefined) return "the conflict can be kept";
    for (const conflict of conflicts) {
      const others = conflicts.filter((one) => one !== conflict);
      if (bestOfAll(withOnly(problem, others)) === undefined) return "a part of the conflict cannot be kept either";
      const { row = -1, nearest, bound: side } = conflict;
      if (row < 0 || side !== "most") continue;
      seen.rows++;
      const { pairs, weights } = problem.constraints!.rows[row]!;
      const least = new Int32Array(problem.mentor.length);
      pairs.forEach((pair, x) => {
        least[pair] = -weights[x]!;
      });
      const best = bestOfAll({ ...withOnly(problem, others), levels: [{ name: "counted", pair: least }] });
      if (nearest !== undefined) seen.near++;
      if (best?.[0] !== (nearest === undefined ? undefined : -nearest || 0))
        return `nearest ${nearest}, least ${best?.join()}`;
    }
    return undefined;
  });
  expect(wrong).toEqual([]);
  expect(Math.min(...Object.values(seen)) / runs(1500)).toBeGreaterThan(0.005);
});

/** The problem with the bounds of a conflict, and no others but people's places. */
function withOnly(problem: Problem, conflicts: readonly Conflict[]): Problem {
  const has = (of: "limit" | "mentor" | "row", at: number, side: Conflict["bound"]): boolean =>
    conflicts.some((one) => one[of] === at && one.bound === side);
  const { limits, constraints, minimum } = problem;
  return {
    ...problem,
    minimum: minimum.map((least, j) => (has("mentor", j, "least") ? least : 0)),
    ...(limits === undefined
      ? {}
      : {
          limits: limits.map((limit, g) => ({
            ...limit,
            least: has("limit", g, "least") ? limit.least : 0,
            most: has("limit", g, "most") ? limit.most : Number.POSITIVE_INFINITY,
          })),
        }),
    ...(constraints === undefined
      ? {}
      : {
          constraints: {
            rows: constraints.rows.filter((_, r) => has("row", r, "most")),
            ...(has("row", -1, "most") ? { brokenBy: constraints.brokenBy! } : {}),
          },
        }),
  };
}

const keyOf = (pairs: readonly TinyPair[]): string =>
  pairs
    .map(({ menteeId, mentorId }) => `${menteeId}-${mentorId}`)
    .sort()
    .join();

test("match() finds the best of all matchings that keep the policy's constraints, and verify() confirms it", () => {
  const seen = { decided: 0, infeasible: 0, proved: 0, searched: 0, kinds: new Map<string, number>() };
  const count = runs(500);
  const wrong = faults(count, (seed) => {
    const { scores, forbids, ...rest } = rolesPool(seed);
    const tiny = { ...rest, forbids };
    const constraints = someConstraints(seed, tiny.mentees);
    const objective = ["coverage", "score"];
    const policy = {
      name: `seed ${seed}`,
      prefer: [{ criterion: "pair-scores", scores, max: 10_000 }],
      objective,
      constraints,
    };
    const own = tiny.mentees.map(({ id }) => ({ menteeId: id, mentorId: id }));
    const all = allMatchings({ ...tiny, scores, forbids: [...tiny.forbids, ...own] });
    const kept = all.filter((matching) =>
      constraints.every((one) => keepsConstraint(matching, one, { ...tiny, scores })),
    );
    const best = bestMatchings(kept, objective, { ...tiny, scores }, policy.name).map(keyOf);
    const result = match(tiny as never, policy as never);
    const checked = verify(tiny as never, policy as never, result);
    if (checked.status !== result.status) return `${checked.status}: ${JSON.stringify(checked.issues[0])}`;
    if (kept.length < all.length) seen.decided++;
    for (const one of constraints) {
      const kind = Object.keys(one)[0]!;
      seen.kinds.set(kind, (seen.kinds.get(kind) ?? 0) + 1);
    }
    if (kept.length === 0) {
      seen.infeasible++;
      return result.status === "infeasible" ? undefined : `${result.status} where nothing keeps the constraints`;
    }
    if (result.status !== "proved" && result.status !== "searched") return `${result.status}, though it can be had`;
    seen[result.status]++;
    return best.includes(keyOf(result.matches))
      ? undefined
      : `${keyOf(result.matches)} is not best, but ${best.join(" or ")}`;
  });
  expect(wrong).toEqual([]);
  expect(seen.decided / count).toBeGreaterThan(0.3);
  expect(Math.min(seen.proved, seen.searched) / count).toBeGreaterThan(0.05);
  expect([...seen.kinds.keys()].sort()).toEqual(["bothOrNeither", "noCycles", "noReciprocal", "share", "totalLoad"]);
});
