/** The one verb: people and policy in, proved matches and reasons out. */
import type { PolicyInput } from "../policy/policy.js";
import { parsePolicy } from "../policy.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { MatchResult } from "../types.js";
import { compile } from "./compile.js";
import { checkFeasible } from "./feasible.js";
import { fixPairs } from "./fixed.js";
import { readOptions } from "./options.js";
import { eligiblePairs } from "./pairs.js";
import { formProblem } from "./problem.js";
import { resultOf } from "./result.js";
import { solverFor } from "./solver-for.js";
import type { Assignment, Solver } from "./solvers/solver.js";
import { checkTogether } from "./together.js";

/** What a caller may add to a run. */
export interface MatchOptions {
  /** called every 65 536 scanned pairs or arcs, so not at all for small pools; `false` stops with status `"stopped"` */
  readonly onProgress?: (done: number) => boolean | undefined;
  /**
   * the solver to use instead of `flow`, of `nested` where the policy has limits, and of `linearProgram` where limits or
   * constraints cut across: `linearProgram`, what `loadHighs` returns, or one of your own. Its answer must keep all places,
   * minima, limits and constraints, and is called proved only if its prices prove it
   */
  readonly solver?: Solver;
}

/**
 * Finds the matches that are best by the policy's first objective level, then by its second, and so on, and never break a rule.
 *
 * @param pool - people as they come out of `JSON.parse`, or what `parsePool` returned; never written to
 * @param policy - the scheme's policy, likewise; rules and criteria may also stand in it as values
 * @returns matches, reasons and a proof, by id only. The same pool and policy give the same result whatever the rows' order.
 * That nobody can be matched, or that minima or locks cannot be met, is a result too.
 * @throws InputError listing everything that is wrong with the options, the pool or the policy
 * @throws SolverError where values are too large to be added exactly, or where a solver of your own breaks places, minima,
 * limits or constraints or has prices that are no safe integers
 * @example
 * ```ts
 * import { match } from "mentor-match";
 *
 * const pool = { mentees: [{ id: "bo" }], mentors: [{ id: "ada" }] };
 * match(pool, { name: "Any pair" }).matches[0]?.mentorId; // => "ada"
 * ```
 */
export function match(pool: PoolInput, policy: PolicyInput, options: MatchOptions = {}): MatchResult {
  const { solver, onProgress } = readOptions(options);
  const people = parsePool(pool);
  const rules = parsePolicy(policy);
  checkTogether(people, rules);
  const columns = compile(people, rules);
  const fixed = fixPairs(columns);
  const pairs = eligiblePairs(columns, fixed, onProgress);
  if (pairs === undefined) return resultOf(columns, fixed, undefined, NOTHING, solverFor(columns, solver).name);
  const problem = formProblem(columns, fixed, pairs);
  const { name, solve } = solverFor(columns, solver, problem);
  const assignment = fixed.refusedLocks.length > 0 ? NOTHING : solve(problem, pairs, onProgress);
  checkFeasible(problem, assignment);
  return resultOf(columns, fixed, { pairs, problem }, assignment, name);
}

const NOTHING: Assignment = { stop: "stopped", chosen: new Int32Array(0), prices: [], short: new Int32Array(0) };
