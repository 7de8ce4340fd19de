/** A row of a constraint: what pairs weigh in it, what decided pairs leave of it, and what names it. */
import type { ConstraintKey } from "../types.js";
import type { Columns } from "./compile.js";
import type { Fixed, FixedPair } from "./fixed.js";
import type { ScoredPairs } from "./pair-rows.js";
import type { Constraints, Row } from "./solvers/solver.js";

/** A row and what names it. `most` is what decided pairs leave. */
export interface PolicyRow extends Row {
  /** the constraint's place in the policy; −1 for the cap on changes */
  readonly at: number;
  readonly key: ConstraintKey;
  /** what decided pairs weigh in it */
  readonly decided: number;
  /** decided pairs alone already break it */
  readonly isBroken: boolean;
}

/** The rows of a policy, and those it only makes where they are broken. */
export interface PolicyConstraints extends Constraints {
  readonly rows: readonly PolicyRow[];
  readonly brokenBy?: (chosen: Int32Array) => readonly PolicyRow[];
  readonly isOneOf?: (row: Row) => row is PolicyRow;
}

/** What a pair weighs in a row. */
export type Weigh = (mentee: number, mentor: number) => number;

/** What all rows are made from. */
export interface Made {
  readonly columns: Columns;
  readonly fixed: Fixed;
  readonly pairs: ScoredPairs;
  readonly menteeOf: Int32Array;
  /** positions of the pairs of each mentor, ascending */
  readonly ofMentor: readonly (readonly number[])[];
}

/** What rows are made from. O(pairs). */
export function madeFrom(columns: Columns, fixed: Fixed, pairs: ScoredPairs): Made {
  const { start, mentor } = pairs;
  const menteeOf = new Int32Array(mentor.length);
  for (let i = 0; i < columns.mentees.length; i++) menteeOf.fill(i, start[i], start[i + 1]);
  const ofMentor: number[][] = columns.mentors.map(() => []);
  for (const [p, j] of mentor.entries()) ofMentor[j]!.push(p);
  return { columns, fixed, pairs, menteeOf, ofMentor };
}

/** Positions of all pairs of these people, ascending, each once: rows are many, and each concerns but a few. */
export function positionsOf(
  { pairs, ofMentor }: Made,
  mentees: readonly number[],
  mentors: readonly number[],
): readonly number[] {
  const found = new Set(mentors.flatMap((mentor) => ofMentor[mentor]!));
  for (const mentee of mentees) for (let p = pairs.start[mentee]!; p < pairs.start[mentee + 1]!; p++) found.add(p);
  return [...found].sort((a, b) => a - b);
}

/**
 * A row over the pairs with a weight. What decided pairs break already is not made worse; a lock never bends a constraint.
 *
 * @param among - ascending positions of all pairs that may have a weight; every pair's unless given
 */
export function rowOf(
  made: Made,
  own: Pick<PolicyRow, "at" | "key" | "most">,
  weigh: Weigh,
  among: Iterable<number> = made.menteeOf.keys(),
): PolicyRow {
  const { fixed, pairs, menteeOf } = made;
  const positions: number[] = [];
  const weights: number[] = [];
  for (const p of among) {
    const weight = weigh(menteeOf[p]!, pairs.mentor[p]!);
    if (weight === 0) continue;
    positions.push(p);
    weights.push(weight);
  }
  const weighOf = ({ mentee, mentor }: FixedPair): number => weigh(mentee, mentor);
  const decided = fixed.pairs.reduce((sum, pair) => sum + weighOf(pair), 0);
  const left = own.most - decided;
  const isBroken = left < 0 && fixed.pairs.some((pair) => weighOf(pair) !== 0);
  const isLocked = fixed.pairs.some((pair) => pair.origin === "locked" && weighOf(pair) !== 0);
  return {
    ...own,
    decided,
    pairs: Int32Array.from(positions),
    weights: Int32Array.from(weights),
    most: isBroken && !isLocked ? Math.max(0, left) : left,
    isBroken,
  };
}
