/**
 * Solves a problem one level after another: a backend proposes, the residual graph proves or improves, and the next level
 * is solved on the face where all levels before are at their best. Values never mix, so nothing overflows or trades.
 */
import { SolverError } from "../../errors.js";
import { type Face, refine, wholeFace } from "./face.js";
import { type FaceLevel, levelOnFace } from "./face-level.js";
import { checkLevel } from "./limits.js";
import { impossibleMinima } from "./minima.js";
import { prove } from "./residual.js";
import type { Assignment, LinearLevel, Prices, Problem, Progress } from "./solver.js";

/** What a backend proposes: one byte a free pair, and prices it believes in. Neither is trusted. */
export interface Candidate {
  readonly chosen: Uint8Array;
  readonly prices: Prices;
}

/** Solves one level on a face, as well as it can. */
export type LevelSolver = (face: Face, level: FaceLevel) => Candidate;

/** The assignment that is best at the first level, then at the second, and so on, with a price vector for each. */
export function levelByLevel(problem: Problem, solveLevel: LevelSolver, onProgress?: Progress): Assignment {
  if (problem.limits !== undefined && problem.limits.length > 0) {
    const numbers = { limits: problem.limits.length };
    throw new SolverError("unsupported", "Cannot solve the problem: this backend knows no limits", numbers);
  }
  let face = wholeFace(problem);
  let chosen: Uint8Array = new Uint8Array(problem.mentor.length);
  const impossible = impossibleMinima(problem);
  if (impossible.length > 0) return { ...NOTHING, stop: "infeasible", short: impossible };
  if (problem.minimum.some((least) => least > 0)) {
    const minima = meetMinima(problem, solveLevel);
    if (minima.short.length > 0) return { ...NOTHING, stop: "infeasible", short: minima.short };
    chosen = minima.chosen;
  }
  const prices: Prices[] = [];
  for (const [index, level] of problem.levels.entries()) {
    if (onProgress?.(index) === false) return NOTHING;
    const onFace = levelOnFace(face, level);
    checkLevel(problem, level, onFace.pair);
    const candidate = solveLevel(face, onFace);
    const start = isFeasible(face, candidate.chosen) ? candidate.chosen : chosen;
    const proved = prove(face, onFace, start, candidate.prices);
    prices.push(proved.prices);
    const next = refine(face, level, proved.prices);
    chosen = carried(face, next, proved.chosen);
    face = next;
  }
  return { stop: "optimal", chosen: positions(face, chosen), prices, short: new Int32Array(0) };
}

const NOTHING: Assignment = { stop: "stopped", chosen: new Int32Array(0), prices: [], short: new Int32Array(0) };

/** An assignment that meets every minimum, or the mentors whose minima cannot be met together. */
function meetMinima(problem: Problem, solveLevel: LevelSolver): { chosen: Uint8Array; short: Int32Array } {
  const free: Problem = { ...problem, minimum: new Int32Array(problem.mentors) };
  const face = wholeFace(free);
  const onFace = levelOnFace(face, minimumUnits(problem));
  const candidate = solveLevel(face, onFace);
  const start = isFeasible(face, candidate.chosen) ? candidate.chosen : new Uint8Array(problem.mentor.length);
  const { chosen, prices } = prove(face, onFace, start, candidate.prices);
  const count = new Int32Array(problem.mentors);
  for (let k = 0; k < chosen.length; k++) if (chosen[k] === 1) count[face.mentor[k]!]!++;
  if (count.every((has, mentor) => has >= problem.minimum[mentor]!)) return { chosen, short: new Int32Array(0) };
  // Their price is the whole worth of a unit: every pair of theirs is counted, and still the minima are not met.
  const short = problem.minimum.map((least, mentor) => (least > 0 && prices.mentor[mentor]! <= -1 ? mentor : -1));
  return { chosen, short: short.filter((mentor) => mentor >= 0) };
}

/** Each unit that a minimum demands is worth 1, the others nothing. */
function minimumUnits({ capacity, minimum }: Problem): LinearLevel {
  const mentor = new Float64Array(capacity.reduce((sum, places) => sum + places, 0));
  let at = 0;
  capacity.forEach((places, j) => {
    mentor.fill(1, at, at + minimum[j]!);
    at += places;
  });
  return { name: "minimum", mentor };
}

function isFeasible(face: Face, chosen: Uint8Array): boolean {
  const mentees = face.side.mentee.least.length;
  const mentorCount = new Int32Array(face.side.mentor.least.length);
  for (let mentee = 0; mentee < mentees; mentee++) {
    let count = 0;
    for (let k = face.start[mentee]!; k < face.start[mentee + 1]!; k++) {
      if (chosen[k] === 1) {
        count++;
        mentorCount[face.mentor[k]!]!++;
      }
    }
    if (count < face.side.mentee.least[mentee]! || count > face.side.mentee.most[mentee]!) return false;
  }
  return mentorCount.every(
    (count, mentor) => count >= face.side.mentor.least[mentor]! && count <= face.side.mentor.most[mentor]!,
  );
}

/** The part of an assignment that is still free on the next face. */
function carried(face: Face, next: Face, chosen: Uint8Array): Uint8Array {
  const result = new Uint8Array(next.mentor.length);
  // Both faces list their pairs in order of position.
  for (let k = 0, old = 0; k < result.length; k++) {
    while (positionOf(face, old) !== positionOf(next, k)) old++;
    result[k] = chosen[old]!;
  }
  return result;
}

function positions(face: Face, chosen: Uint8Array): Int32Array {
  const all: number[] = Array.from(face.fixed);
  for (let k = 0; k < chosen.length; k++) if (chosen[k] === 1) all.push(positionOf(face, k));
  return Int32Array.from(all).sort();
}

const positionOf = ({ position }: Face, k: number): number => (position === undefined ? k : position[k]!);
