/**
 * The network core: exact assignment by shortest augmenting paths. docs/how-it-works.md is the page of mathematics behind it.
 *
 *   coverage and score   flow/split.ts, without a big constant
 *   any linear level     flow/level.ts: flow/auction.ts starts it, flow/augment.ts finishes it
 *   the next level       face.ts: what is best so far is kept by fixing, dropping and bounding
 */

import { refine, wholeFace } from "./face.js";
import { chosenPairs } from "./flow/chosen.js";
import type { Earlier } from "./flow/hint.js";
import { solveLevel } from "./flow/level.js";
import { newMeter } from "./flow/meter.js";
import { isCoverageThenScore, solveCoverageThenScore } from "./flow/split.js";
import { impossibleMinima } from "./minima.js";
import type { Assignment, LinearLevel, Prices, Problem, Progress, Solver } from "./solver.js";

/** Without an objective any assignment that fills the minima will do. */
const NOTHING: LinearLevel = { name: "nothing" };

/**
 * Solves a problem exactly, level by level.
 *
 * @throws SolverError `"too-large"` if a level's prices might leave the safe integers
 * @remarks A level costs at most one bounded Dijkstra search a unit; see docs/how-it-works.md for what it costs in practice.
 */
export const flow: Solver = (problem: Problem, onProgress?: Progress): Assignment =>
  flowFrom(problem, undefined, onProgress);

/** The same, starting from an earlier answer, a hint that is never trusted: the result is as good, only sooner. */
export function flowFrom(problem: Problem, earlier: Earlier | undefined, onProgress?: Progress): Assignment {
  const meter = newMeter(onProgress);
  const levels = problem.levels.length === 0 ? [NOTHING] : problem.levels;
  const prices: Prices[] = [];
  let face = wholeFace(problem);
  let short = impossibleMinima(problem);
  while (short.length === 0) {
    const done = prices.length;
    const solved =
      done === 0 && isCoverageThenScore(problem)
        ? solveCoverageThenScore(problem, face, meter, earlier)
        : solveLevel(problem, face, levels[done]!, meter);
    short = solved.short;
    if (short.length > 0) break;
    const stop = meter.stopped ? "stopped" : "optimal";
    if (meter.stopped) prices.length = 0;
    else prices.push(...solved.prices);
    if (meter.stopped || prices.length === levels.length)
      return {
        stop,
        chosen: chosenPairs(problem, face, solved.markets),
        prices: prices.slice(0, problem.levels.length),
        short,
      };
    solved.prices.forEach((price, x) => {
      face = refine(face, levels[done + x]!, price);
    });
  }
  return { stop: "infeasible", chosen: new Int32Array(0), prices: [], short };
}
