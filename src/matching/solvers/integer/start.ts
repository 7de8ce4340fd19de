/**
 * What a search begins with, found on networks: a row that is a sum of counts is kept by bounds of the counts, and the best
 * assignment of the network with those bounds is the best of all that keep them.
 *
 *   integer/parts.ts         rows as sums of counts
 *   integer/count-search.ts  where there are few such rows and no others: branch and bound on the counts, to the very best
 *   integer/dive.ts          elsewhere: bounds that are narrowed until everything is kept
 */
import { SolverError } from "../../../errors.js";
import { limitedPairs } from "../limited-pairs.js";
import type { Problem, Row } from "../solver.js";
import { type Counted, searchCounts } from "./count-search.js";
import type { SolveNetwork } from "./counts.js";
import { dive } from "./dive.js";
import { type PartRow, partsOf } from "./parts.js";

/** Rows that a branch and bound on counts is tried for. */
const FEW_ROWS = 8;

/**
 * A start for a problem whose network's best assignment does not keep all; `undefined` where the caller stopped.
 *
 * @param relaxed - the network's best
 * @param valueOf - what an assignment is worth at each level
 */
export function startOf(
  problem: Problem,
  network: Problem,
  relaxed: Int32Array,
  solve: SolveNetwork,
  valueOf: (chosen: Int32Array) => readonly number[],
): Counted | undefined {
  const { constraints } = problem;
  const rows = [...(constraints?.rows ?? []), ...(network.limits === undefined ? limitRows(problem) : [])];
  const parts = partsOf(problem, rows);
  const isCounted = (row: PartRow | undefined): row is PartRow => row !== undefined;
  try {
    if (constraints?.brokenBy === undefined && rows.length <= FEW_ROWS && parts.rows.every(isCounted)) {
      const found = searchCounts(network, parts, parts.rows, solve, valueOf);
      if (found === undefined || found.isWhole || found.chosen !== undefined) return found;
    }
    const chosen = dive(problem, network, rows, parts, relaxed, solve);
    return chosen === "stopped" ? undefined : { chosen, isWhole: false };
  } catch (error) {
    if (error instanceof SolverError && error.code === "not-nested") return { chosen: undefined, isWhole: false };
    throw error;
  }
}

/** Limits that cut across, as rows. */
function limitRows(problem: Problem): Row[] {
  return (problem.limits ?? []).flatMap((limit): Row[] => {
    const pairs = limitedPairs(problem, limit);
    const row = (weight: number, most: number): Row => ({
      pairs,
      weights: new Int32Array(pairs.length).fill(weight),
      most,
    });
    return [
      ...(limit.most < pairs.length ? [row(1, limit.most)] : []),
      ...(limit.least > 0 ? [row(-1, -limit.least)] : []),
    ];
  });
}
