/**
 * The solver of problems in which something cuts across places and groups: an integer programme, level by level.
 * docs/how-it-works.md has the mathematics.
 *
 *   integer/start.ts             what keeps everything, found on networks; sometimes the best
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
import { modelOf, valueOf } from "./integer/model.js";
import { addLevel, newMultipliers, proofOf, refutationOf } from "./integer/multipliers.js";
import { fixPairsBy, newPool, relax } from "./integer/relaxation.js";
import { certified, type Found, noise, search } from "./integer/search.js";
import { startOf } from "./integer/start.js";
import { limitedPairs } from "./limited-pairs.js";
import { familiesOf, isCrossing } from "./nested/families.js";
import { nested, nestedOrNot } from "./nested.js";
import type { Assignment, Prices, Problem, Progress, Row } from "./solver.js";

/**
 * Solves a problem level by level with linear programmes and branch and bound.
 *
 * @throws SolverError `"too-large"` where a programme does not fit the package's memory, before it is made; `"too-long"` where
 * the search gave up before anything that keeps the constraints was found, or shown not to exist
 */
export function integerProgramme(problem: Problem, solve: LinearSolver, onProgress?: Progress): Assignment {
  let isStopped = false;
  // Whoever has said stop is not asked again, and is told nothing.
  const asking = (done: number): boolean => {
    isStopped ||= onProgress?.(done) === false;
    return !isStopped;
  };
  const found = solveAll(problem, solve, onProgress === undefined ? undefined : asking);
  return isStopped ? STOPPED : found;
}

function solveAll(problem: Problem, solve: LinearSolver, onProgress: Progress | undefined): Assignment {
  const network = networkPart(problem);
  const relaxed = solveNetwork(network, onProgress);
  const { refutation } = relaxed;
  if (refutation !== undefined) return { ...relaxed, refutation: widened(problem, refutation) };
  if (relaxed.stop !== "optimal") return relaxed;
  const found = solveFrom(problem, network, relaxed, solve, onProgress);
  return found.stop === "infeasible" ? whyNot(problem, solve, onProgress) : found;
}

const STOPPED: Assignment = { stop: "stopped", chosen: new Int32Array(0), prices: [], short: new Int32Array(0) };

/** An infeasible answer: bounds that cannot be kept together, and prices that count on them alone, if there are any. */
function whyNot(problem: Problem, solve: LinearSolver, onProgress: Progress | undefined): Assignment {
  const conflicts = conflictsOf(problem, (part) => solveOnce(part, solve, onProgress));
  if (conflicts === undefined) return STOPPED;
  const short = Int32Array.from(conflicts.flatMap(({ mentor }) => (mentor === undefined ? [] : [mentor])));
  const infeasible: Assignment = { ...STOPPED, stop: "infeasible", short, conflicts, cuts: [] };
  const own = solveOnce(onlyThese(problem, conflicts), solve, onProgress);
  if (own === undefined) return infeasible;
  if (own.stop === "stopped") return STOPPED;
  const { refutation, cuts = [] } = own;
  return { ...infeasible, cuts, ...(refutation === undefined ? {} : { refutation: widened(problem, refutation) }) };
}

/** The same without asking why nothing is feasible; `undefined` where that cannot be told. */
function solveOnce(problem: Problem, solve: LinearSolver, onProgress: Progress | undefined): Assignment | undefined {
  try {
    const network = networkPart(problem);
    const relaxed = solveBare(network, onProgress);
    return relaxed.stop === "optimal" ? solveFrom(problem, network, relaxed, solve, onProgress) : relaxed;
  } catch (error) {
    if (error instanceof SolverError) return undefined;
    throw error;
  }
}

/** From the best assignment of the network to the best that keeps what it leaves out. */
function solveFrom(
  problem: Problem,
  network: Problem,
  relaxed: Assignment,
  solve: LinearSolver,
  onProgress: Progress | undefined,
): Assignment {
  return keepsAll(problem, relaxed.chosen)
    ? { ...relaxed, prices: relaxed.prices.map((price) => widened(problem, price)) }
    : solveLevels(problem, network, relaxed, solve, onProgress);
}

/** What is left of a problem when all that cuts across is left out. */
function networkPart({ constraints: _, limits, ...rest }: Problem): Problem {
  return limits === undefined || isCrossing(familiesOf({ ...rest, limits })) ? rest : { ...rest, limits };
}

const solveNetwork = (network: Problem, onProgress: Progress | undefined): Assignment =>
  network.limits === undefined ? flow(network, onProgress) : nested(network, onProgress);

/** The same without asking why. */
const solveBare = (network: Problem, onProgress: Progress | undefined): Assignment =>
  network.limits === undefined ? flow(network, onProgress) : nestedOrNot(network, onProgress);

function solveLevels(
  problem: Problem,
  network: Problem,
  relaxed: Assignment,
  solve: LinearSolver,
  onProgress: Progress | undefined,
): Assignment {
  const meter = newMeter(onProgress);
  const model = modelOf(problem);
  const pool = newPool(problem.mentor.length);
  const multipliers = newMultipliers(model, network);
  const state = new Uint8Array(problem.mentor.length);
  const values = (chosen: Int32Array) => problem.levels.map((_, level) => valueOf(model, level, chosen));
  const start = startOf(problem, network, relaxed.chosen, (part) => solveBare(part, onProgress), values);
  if (start === undefined) return STOPPED;
  let { chosen } = start;
  if (chosen === undefined) {
    const objective = { model, level: -1, kept: [], solve, state, pool };
    const found = start.isWhole ? start : search(objective, undefined, meter);
    if (meter.stopped) return STOPPED;
    if (!found.isWhole) {
      const why = "Cannot tell whether anything keeps the constraints: the search grew too long";
      throw new SolverError("too-long", why, { cells: pool.cells });
    }
    if (found.chosen === undefined) {
      // The search puts pairs out where a row is full: prices must say so of the row.
      const bare = relax(
        objective,
        Float64Array.from(model.rows, ({ most }) => most),
      );
      return { ...STOPPED, stop: "infeasible", ...refutationOf(multipliers, bare, solveBare) };
    }
    chosen = found.chosen;
  }
  const kept: number[] = [];
  let isWhole = true;
  for (const level of problem.levels.keys()) {
    const objective = { model, level, kept, solve, state, pool };
    const found: Found = start.isWhole
      ? certified(objective, chosen, multipliers.isTight)
      : search(objective, chosen, meter);
    if (meter.stopped) return STOPPED;
    chosen = found.chosen!;
    isWhole &&= found.isWhole;
    addLevel(multipliers, found.root, Math.abs(found.root.bound - found.value) <= noise(found.value));
    if (found.isWhole) fixPairsBy(objective, found.root, found.value);
    kept.push(found.value);
  }
  const proof = proofOf(multipliers, solveBare, relaxed.prices);
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
