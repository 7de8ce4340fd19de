/**
 * The network core: exact assignment by shortest augmenting paths. docs/how-it-works.md is the page of mathematics behind it.
 *
 *   coverage and score   flow/split.ts, without a big constant
 *   any linear level     flow/level.ts: flow/auction.ts starts it, flow/augment.ts finishes it
 *   the next level       face.ts: what is best so far is kept by fixing, dropping and bounding
 */

import { type Face, pairValues, refine, wholeFace } from "./face.js";
import { chosenPairs } from "./flow/chosen.js";
import { type Earlier, isUsable } from "./flow/hint.js";
import { solveLevel } from "./flow/level.js";
import { type Market, menteeSide, mentorSide } from "./flow/market.js";
import { type Meter, newMeter } from "./flow/meter.js";
import { levelPrices } from "./flow/prices.js";
import { isCoverageThenScore, solveCoverageThenScore } from "./flow/split.js";
import { checkLevel } from "./limits.js";
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
  const impossible = impossibleMinima(problem);
  if (impossible.length > 0) return infeasible(impossible);
  const meter = newMeter(onProgress);
  if (isCoverageThenScore(problem)) return fromSplit(problem, earlier, meter);
  return fromLevel(problem, wholeFace(problem), 0, [], meter);
}

/** The first two levels at once, then the others on their optimal face. */
function fromSplit(problem: Problem, earlier: Earlier | undefined, meter: Meter): Assignment {
  const face = wholeFace(problem);
  const [coverage, score] = problem.levels as [LinearLevel, LinearLevel];
  const value = pairValues(face, score)!;
  checkLevel(problem, coverage, undefined);
  const pairs = { start: face.start, mentor: face.mentor, value, greatest: checkLevel(problem, score, value) };
  const hint = earlier !== undefined && isUsable(problem, pairs.greatest, earlier) ? earlier : undefined;
  const solved = solveCoverageThenScore(problem, pairs, meter, hint);
  if (solved.stop === "infeasible") return infeasible(solved.short);
  if (solved.stop === "stopped") return stopped(problem, face, solved.matches);
  const prices = [solved.coverage, solved.score];
  if (problem.levels.length === 2)
    return { stop: "optimal", chosen: chosenPairs(problem, face, solved.markets), prices, short: new Int32Array(0) };
  const covered = refine(problem, face, coverage, undefined, solved.coverage);
  const scored = refine(problem, covered, score, pairValues(covered, score), solved.score);
  return fromLevel(problem, scored, 2, prices, meter);
}

/** The levels from number `first` on, one after the other on the optimal face of those before. */
function fromLevel(problem: Problem, start: Face, first: number, before: readonly Prices[], meter: Meter): Assignment {
  const levels = problem.levels.length === 0 ? [NOTHING] : problem.levels;
  const prices = [...before];
  let face = start;
  for (let l = first; l < levels.length; l++) {
    const level = levels[l]!;
    const value = pairValues(face, level);
    const pairs = { start: face.start, mentor: face.mentor, value, greatest: checkLevel(problem, level, value) };
    const solved = solveLevel(problem, face, level, pairs, meter);
    if (solved.stop === "infeasible") return infeasible(solved.short);
    if (solved.stop === "stopped") return stopped(problem, face, [solved.market]);
    prices.push(levelPrices(pairs, menteeSide(problem, face, level), mentorSide(problem, face, level), solved.market));
    if (l + 1 === levels.length) {
      const chosen = chosenPairs(problem, face, [solved.market]);
      return { stop: "optimal", chosen, prices: prices.slice(0, problem.levels.length), short: new Int32Array(0) };
    }
    face = refine(problem, face, level, value, prices[l]!);
  }
  throw new Error("unreachable");
}

function infeasible(short: Int32Array): Assignment {
  return { stop: "infeasible", chosen: new Int32Array(0), prices: [], short };
}

function stopped(problem: Problem, face: Face, markets: readonly Market[]): Assignment {
  return { stop: "stopped", chosen: chosenPairs(problem, face, markets), prices: [], short: new Int32Array(0) };
}
