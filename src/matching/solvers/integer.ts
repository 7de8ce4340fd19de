/**
 * The solver of problems in which something cuts across places and groups: an integer programme, level by level.
 * docs/how-it-works.md has the mathematics.
 *
 *   integer/model.ts             the problem as rows over its pairs
 *   integer/linear-programme.ts  what is asked of the package that solves linear programmes
 *   integer/relaxation.ts        one relaxation, by column generation, with a bound that trusts no package
 *   integer/search.ts            branch and bound
 *   integer/multipliers.ts       from duals to prices that prove the levels
 *   integer/conflict.ts          why nothing is feasible
 *
 * A network that leaves out what cuts across is solved first: where its best assignment keeps that too, it is the best there is.
 */

import { SolverError } from "../../errors.js";
import { newMeter } from "./flow/meter.js";
import { flow } from "./flow.js";
import { conflictsOf, onlyThese } from "./integer/conflict.js";
import type { LinearSolver } from "./integer/linear-programme.js";
import { modelOf } from "./integer/model.js";
import { addLevel, newMultipliers, proofOf, refutationOf } from "./integer/multipliers.js";
import { fixPairsBy, newPool, relax } from "./integer/relaxation.js";
import { noise, search } from "./integer/search.js";
import { limitedPairs } from "./limited-pairs.js";
import { familiesOf, isCrossing } from "./nested/families.js";
import { nested } from "./nested.js";
import type { Assignment, Prices, Problem, Progress, Row } from "./solver.js";

/**
 * Solves a problem level by level with linear programmes and branch and bound.
 *
 * @throws SolverError `"too-large"` where a programme does not fit the package's memory, before it is made; `"too-long"` where
 * the search gave up before anything that keeps the constraints was found, or shown not to exist
 */
export function integerProgramme(problem: Problem, solve: LinearSolver, onProgress?: Progress): Assignment {
  const network = networkPart(problem);
  const relaxed = solveNetwork(network, onProgress);
  const { refutation } = relaxed;
  if (refutation !== undefined) return { ...relaxed, refutation: widened(problem, refutation) };
  if (relaxed.stop !== "optimal") return relaxed;
  if (keepsAll(problem, relaxed.chosen)) {
    return { ...relaxed, prices: relaxed.prices.map((price) => widened(problem, price)) };
  }
  const searched = solveLevels(problem, network, relaxed.prices, solve, onProgress);
  if (searched.stop !== "infeasible") return searched;
  const isFeasible = (part: Problem): boolean | undefined => {
    const { stop } = solveOnce(part, solve, onProgress);
    return stop === "stopped" ? undefined : stop === "optimal";
  };
  const greatest = (part: Problem): number | undefined => {
    const { stop, chosen } = solveOnce(part, solve, onProgress);
    const { pair } = part.levels[0]!;
    return stop === "optimal" ? chosen.reduce((sum, p) => sum + (pair as Int32Array)[p]!, 0) : undefined;
  };
  const conflicts = conflictsOf(problem, isFeasible, greatest);
  if (conflicts === undefined) return STOPPED;
  // Prices that count on the conflict alone, if there are any: whatever prices came first may count on more.
  const { refutation: own, cuts = [] } = solveOnce(onlyThese(problem, conflicts), solve, onProgress);
  const short = Int32Array.from(conflicts.flatMap(({ mentor }) => (mentor === undefined ? [] : [mentor])));
  return {
    ...STOPPED,
    stop: "infeasible",
    short,
    conflicts,
    cuts,
    ...(own === undefined ? {} : { refutation: widened(problem, own) }),
  };
}

const STOPPED: Assignment = { stop: "stopped", chosen: new Int32Array(0), prices: [], short: new Int32Array(0) };

/** The same without asking why nothing is feasible. */
function solveOnce(problem: Problem, solve: LinearSolver, onProgress: Progress | undefined): Assignment {
  const network = networkPart(problem);
  const relaxed = solveNetwork(network, onProgress);
  if (relaxed.stop !== "optimal" || keepsAll(problem, relaxed.chosen)) return relaxed;
  return solveLevels(problem, network, relaxed.prices, solve, onProgress);
}

/** What is left of a problem when all that cuts across is left out. */
function networkPart({ constraints: _, limits, ...rest }: Problem): Problem {
  return limits === undefined || isCrossing(familiesOf({ ...rest, limits })) ? rest : { ...rest, limits };
}

const solveNetwork = (network: Problem, onProgress: Progress | undefined): Assignment =>
  network.limits === undefined ? flow(network, onProgress) : nested(network, onProgress);

function solveLevels(
  problem: Problem,
  network: Problem,
  relaxedPrices: readonly Prices[],
  solve: LinearSolver,
  onProgress: Progress | undefined,
): Assignment {
  const meter = newMeter(onProgress);
  const model = modelOf(problem);
  const pool = newPool(problem.mentor.length);
  const multipliers = newMultipliers(model, network);
  const state = new Uint8Array(problem.mentor.length);
  let chosen: Int32Array | undefined;
  const needsStart = model.rows.some(({ most }) => most < 0) || problem.constraints?.brokenBy !== undefined;
  if (!needsStart) chosen = new Int32Array(0);
  else {
    const start = search({ model, level: -1, kept: [], solve, state, pool }, undefined, meter);
    if (meter.stopped) return STOPPED;
    if (!start.isWhole) {
      const why = "Cannot tell whether anything keeps the constraints: the search grew too long";
      throw new SolverError("too-long", why, { cells: pool.cells });
    }
    if (start.chosen === undefined) {
      // The search puts pairs out where a row is full: prices must say so of the row.
      const bare = relax(
        { model, level: -1, kept: [], solve, state, pool },
        Float64Array.from(model.rows, ({ most }) => most),
      );
      const refutation = refutationOf(multipliers, bare, solveNetwork);
      return { ...STOPPED, stop: "infeasible", ...refutation };
    }
    chosen = start.chosen;
  }
  const kept: number[] = [];
  let isWhole = true;
  for (const level of problem.levels.keys()) {
    const found = search({ model, level, kept, solve, state, pool }, chosen, meter);
    if (meter.stopped) return STOPPED;
    chosen = found.chosen!;
    isWhole &&= found.isWhole;
    addLevel(multipliers, found.root, Math.abs(found.root.bound - found.value) <= noise(found.value));
    if (found.isWhole) fixPairsBy({ model, level, kept, solve, state, pool }, found.root, found.value);
    kept.push(found.value);
  }
  const proof = proofOf(multipliers, solveNetwork, relaxedPrices);
  return { ...STOPPED, stop: "optimal", chosen, isSearched: isWhole, ...proof };
}

/** Prices of a network, with nothing for what cuts across. */
function widened({ limits, constraints }: Problem, price: Prices): Prices {
  return {
    ...price,
    ...(limits === undefined ? {} : { limit: price.limit ?? new Float64Array(limits.length) }),
    ...(constraints === undefined ? {} : { row: price.row ?? new Float64Array(constraints.rows.length) }),
  };
}

/** Whether an assignment keeps what its network left out. */
export function keepsAll(problem: Problem, chosen: Int32Array): boolean {
  const isChosen = new Uint8Array(problem.mentor.length);
  for (const pair of chosen) isChosen[pair] = 1;
  const keeps = ({ pairs, weights, most }: Row): boolean =>
    pairs.reduce((sum, pair, x) => sum + isChosen[pair]! * weights[x]!, 0) <= most;
  const { limits = [], constraints } = problem;
  return (
    limits.every((limit) => {
      const count = limitedPairs(problem, limit).reduce((sum, pair) => sum + isChosen[pair]!, 0);
      return count >= limit.least && count <= limit.most;
    }) &&
    (constraints === undefined ||
      (constraints.rows.every(keeps) && (constraints.brokenBy?.(chosen) ?? []).length === 0))
  );
}
