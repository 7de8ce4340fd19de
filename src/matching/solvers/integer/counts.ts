/** Bounds on the counts of parts, and the network that keeps them. */
import { limitedPairs } from "../limited-pairs.js";
import type { Assignment, Limit, Problem } from "../solver.js";
import type { PartRow, Parts } from "./parts.js";

/** Solves a network, without asking why where nothing is feasible. */
export type SolveNetwork = (network: Problem) => Assignment;

/** Bounds of each part. */
export interface Box {
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/** The best assignment of a network whose parts' counts are in a box. */
export function solveBox(network: Problem, { limits, most }: Parts, box: Box, solve: SolveNetwork): Assignment {
  const bounded = limits.flatMap((limit, at): Limit[] =>
    box.least[at]! > 0 || box.most[at]! < most[at]! ? [{ ...limit, least: box.least[at]!, most: box.most[at]! }] : [],
  );
  const all = [...(network.limits ?? []), ...bounded];
  return solve(all.length === 0 ? network : { ...network, limits: all });
}

/** How many of the chosen pairs each part counts. */
export function counterOf(problem: Problem, { limits }: Parts): (chosen: Int32Array) => Float64Array {
  const pairs = limits.map((limit) => limitedPairs(problem, limit));
  return (chosen) => {
    const isChosen = marksOf(problem, chosen);
    return Float64Array.from(pairs, (own) => own.reduce((sum, pair) => sum + isChosen[pair]!, 0));
  };
}

export function marksOf({ mentor }: Problem, chosen: Int32Array): Uint8Array {
  const isChosen = new Uint8Array(mentor.length);
  for (const pair of chosen) isChosen[pair] = 1;
  return isChosen;
}

/** What a row's parts come to. */
export const sumOf = ({ parts, weights }: PartRow, count: Float64Array): number =>
  parts.reduce((sum, part, x) => sum + weights[x]! * count[part]!, 0);
