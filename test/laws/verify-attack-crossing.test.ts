/** The laws of `verify` where something cuts across: no falsified result passes, and no lie of a search that one pair shows. */
import { expect, test } from "vitest";
import {
  linearProgram,
  type MatchOptions,
  type MatchResult,
  match,
  type PolicyInput,
  parsePolicy,
  type Solver,
  SolverError,
  verify,
} from "../../src/index.js";
import { anyCrossingCase } from "../helpers/any-case.js";
import { withFunctions } from "../helpers/any-policy.js";
import { type Attacked, attack, copy, newTally } from "../helpers/attack.js";
import { chanceOf } from "../helpers/chance.js";
import { areFew, runs } from "../helpers/counts.js";
import { boundsIn, CROSSING_ALLOWED } from "../helpers/crossing-attack.js";
import { crossingTamperings } from "../helpers/crossing-tamperings.js";
import { faults } from "../helpers/faults.js";
import { jointTamperings } from "../helpers/joint-tamperings.js";
import { type Draft, plainTamperings, type Tampering } from "../helpers/tamperings.js";

const tamperings: ReadonlyMap<string, Tampering> = new Map([
  ...crossingTamperings,
  ...plainTamperings,
  ...jointTamperings,
]);

/** How results come about: most as `match` makes them, some stopped before anything was known. */
const HOW: readonly MatchOptions[] = [{}, {}, {}, { solver: linearProgram, onProgress: () => false }];

/** Cases in which every kind of tampering finds something to change; should the makers of cases change, others follow. */
const TELLING = [415, 11, 111, 35, 487];

function attackedOf(seed: number, options: MatchOptions): Attacked | undefined {
  try {
    const { pool, policy: json } = anyCrossingCase(seed);
    const policy = parsePolicy(withFunctions(json)) as unknown as PolicyInput;
    return { pool, policy, result: match(pool, policy, options), seed };
  } catch {
    return undefined;
  }
}

/** The result with the bounds that its prices give, so that nothing but the prices themselves can be wrong with it. */
function refitted({ pool, policy }: Attacked, draft: Draft): MatchResult {
  const levels = verify(pool, policy, draft).levels;
  const isProved = levels.every(({ value, bound }) => value.join() === bound.join());
  const status = isProved ? "proved" : draft.status === "proved" ? "searched" : draft.status;
  return { ...draft, status, levels };
}

test("verify() catches every tampering that changes what a result says of limits and constraints", {
  timeout: 900_000,
}, () => {
  const tally = newTally();
  const statuses = new Map<string, number>();
  const isDone = (): boolean =>
    tally.count >= runs(2000, 3) &&
    statuses.size === 4 &&
    [...crossingTamperings.keys()].every((kind) => tally.kinds.has(kind));
  for (const seed of new Set([...TELLING, ...Array.from({ length: 3000 }, (_, at) => at)])) {
    if (isDone()) break;
    const attacked = attackedOf(seed, HOW[seed % HOW.length]!);
    if (attacked === undefined) continue;
    const { pool, policy, result } = attacked;
    statuses.set(result.status, (statuses.get(result.status) ?? 0) + 1);
    expect(verify(pool, policy, result)).toMatchObject({ status: result.status, issues: [], notes: [] });
    const { named, constraints } = boundsIn(attacked);
    const around = {
      chance: chanceOf(seed),
      menteeIds: pool.mentees.map(({ id }) => id),
      mentorIds: pool.mentors.map(({ id }) => id),
      bounds: named.map(({ finding }) => finding),
      constraints,
    };
    for (const [kind, tamper] of tamperings) {
      const draft = copy(result) as Draft;
      tamper(draft, around);
      attack(attacked, kind, draft, tally, CROSSING_ALLOWED);
      if (!/price|proof|proved/.test(kind) || result.levels.length === 0) continue;
      attack(attacked, `${kind}, with bounds to fit`, refitted(attacked, draft), tally, CROSSING_ALLOWED);
    }
  }
  console.log({
    tamperings: tally.count,
    kinds: tally.kinds.size,
    ...Object.fromEntries(statuses),
    allowed: tally.allowed,
  });
  expect(tally.missed).toEqual([]);
  if (areFew()) return;
  expect([...crossingTamperings.keys()].filter((kind) => !tally.kinds.has(kind))).toEqual([]);
  expect([...statuses.keys()].sort()).toEqual(["infeasible", "proved", "searched", "stopped"]);
  expect(tally.count).toBeGreaterThanOrEqual(runs(2000, 3));
});

/** What the lies of solvers came to. */
interface Lies {
  told: number;
  caught: number;
}

/** A result of a solver that changes what `linearProgram` found, and the truth beside it. */
function lieOf(seed: number, lie: (found: ReturnType<Solver>, problem: Parameters<Solver>[0]) => ReturnType<Solver>) {
  const honest = attackedOf(seed, { solver: linearProgram });
  if (honest === undefined || !["proved", "searched"].includes(honest.result.status)) return undefined;
  const lying: Solver = (problem) => lie(linearProgram(problem), problem);
  try {
    const result = match(honest.pool, honest.policy, { solver: lying });
    return { honest, result, issues: verify(honest.pool, honest.policy, result).issues };
  } catch (error) {
    // What breaks a bound is refused before there is a result.
    if (error instanceof SolverError) return undefined;
    throw error;
  }
}

test("verify() catches a search that left out a pair, or took one for a better one", { timeout: 300_000 }, () => {
  const fewer: Lies = { told: 0, caught: 0 };
  const other: Lies = { told: 0, caught: 0 };
  const wrong = faults(runs(250, 3), (seed) => {
    const chance = chanceOf(seed);
    const without = lieOf(seed, (found) => {
      const out = chance.nat(found.chosen.length);
      return { ...found, chosen: found.chosen.filter((_, at) => at !== out), isSearched: true };
    });
    if (without !== undefined && without.result.status === "searched") {
      const values = ({ levels }: MatchResult): string => levels.flatMap(({ value }) => value).join();
      if (values(without.result) !== values(without.honest.result)) {
        fewer.told++;
        if (!without.issues.some(({ code }) => code === "searched")) return "a pair is missing, and nobody misses it";
        fewer.caught++;
      }
    }
    // The best by the last level alone, which is seldom the best.
    const last = lieOf(seed, (_, problem) => {
      const found = linearProgram({ ...problem, levels: problem.levels.slice(-1) });
      const [price] = found.prices;
      return { ...found, prices: problem.levels.map(() => price!), isSearched: true };
    });
    if (last?.result.status === "searched" && last.honest.result.matches.length > 1) {
      other.told++;
      if (last.issues.length > 0) other.caught++;
    }
    return undefined;
  });
  console.log({ fewer, other });
  expect(wrong).toEqual([]);
  if (areFew()) return;
  expect(fewer.caught).toBeGreaterThan(20);
  expect(other.caught / other.told).toBeGreaterThan(0.5);
});

test("verify() catches a search that says of bounds which can be kept that they cannot", { timeout: 300_000 }, () => {
  const lies: Lies = { told: 0, caught: 0 };
  for (let seed = 0; seed < runs(250, 3); seed++) {
    const chance = chanceOf(seed);
    const lied = lieOf(seed, (_, problem) => {
      const limits = (problem.limits ?? []).map((_, limit) => ({
        limit,
        bound: chance.one(["least", "most"] as const),
      }));
      const rows = (problem.constraints?.rows ?? []).map((_, row) => ({ row, bound: "most" as const }));
      const conflicts = chance.some([...limits, ...rows]);
      const none = new Int32Array(0);
      return { stop: "infeasible", chosen: none, prices: [], short: none, conflicts };
    });
    if (lied?.result.findings.some(({ code }) => code.endsWith("-unmet")) !== true) continue;
    lies.told++;
    if (lied.issues.some(({ code }) => code === "infeasible")) lies.caught++;
  }
  console.log(lies);
  if (areFew()) return;
  expect(lies.told).toBeGreaterThan(50);
  expect(lies.caught / lies.told).toBeGreaterThan(0.95);
});
