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
}

/** A row over the pairs with a weight. What decided pairs break already is not made worse; a lock never bends a constraint. */
export function rowOf(made: Made, own: Pick<PolicyRow, "at" | "key" | "most">, weigh: Weigh): PolicyRow {
  const { fixed, pairs, menteeOf } = made;
  const positions: number[] = [];
  const weights: number[] = [];
  pairs.mentor.forEach((j, p) => {
    const weight = weigh(menteeOf[p]!, j);
    if (weight === 0) return;
    positions.push(p);
    weights.push(weight);
  });
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
