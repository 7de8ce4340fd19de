/** Something that keeps everything, soon: what is broken is bounded more narrowly, and the network solved again. */
import type { Limit, LinearLevel, Problem, Row } from "../solver.js";
import { type Box, counterOf, marksOf, type SolveNetwork, solveBox, sumOf } from "./counts.js";
import type { PartRow, Parts } from "./parts.js";

/** Networks solved before it gives up. */
const MOST_ROUNDS = 40;

/**
 * Bounds what is broken more narrowly, and solves again, until nothing is. Rows that are no sum of counts are made as small as
 * can be, before anything else counts.
 */
export function dive(
  problem: Problem,
  network: Problem,
  rows: readonly Row[],
  parts: Parts,
  relaxed: Int32Array,
  solve: SolveNetwork,
): Int32Array | "stopped" | undefined {
  const countIn = counterOf(network, parts);
  const box: Box = { least: new Float64Array(parts.most.length), most: parts.most.slice() };
  const barred: Limit[] = [];
  const heavy = new Int32Array(problem.mentor.length);
  const isHeavy = new Set<number>();
  let chosen = relaxed;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const count = countIn(chosen);
    const isChosen = marksOf(problem, chosen);
    let isKept = true;
    for (const [at, row] of rows.entries()) {
      const own = parts.rows[at];
      const excess = own === undefined ? weightOf(row, isChosen) - row.most : sumOf(own, count) - own.most;
      if (excess <= 0) continue;
      isKept = false;
      if (own !== undefined && lower(box, own, count, excess)) continue;
      if (isHeavy.has(at)) return undefined;
      isHeavy.add(at);
      row.pairs.forEach((pair, x) => {
        heavy[pair]! -= row.weights[x]!;
      });
    }
    const cuts = isKept ? (problem.constraints?.brokenBy?.(chosen) ?? []) : [];
    if (isKept && cuts.length === 0) return chosen;
    for (const { pairs } of cuts) barred.push(single(problem, pairs.at(-1)!));
    const first: LinearLevel[] = isHeavy.size === 0 ? [] : [{ name: "least weight", pair: heavy }];
    const limits = [...(network.limits ?? []), ...barred];
    const bare = { ...network, levels: [...first, ...network.levels], ...(limits.length === 0 ? {} : { limits }) };
    const found = solveBox(bare, parts, box, solve);
    if (found.stop === "stopped") return "stopped";
    if (found.stop === "infeasible") return undefined;
    chosen = found.chosen;
  }
  return undefined;
}

/** Takes so much off the parts of a broken row: those with the most matches first, of equals the last; false where that is not enough. */
function lower(box: Box, { parts, weights }: PartRow, count: Float64Array, excess: number): boolean {
  const order = [...parts.keys()].filter((x) => weights[x]! > 0);
  order.sort((a, b) => count[parts[b]!]! - count[parts[a]!]! || b - a);
  let left = excess;
  for (const x of order) {
    const part = parts[x]!;
    const taken = Math.min(count[part]! - box.least[part]!, Math.ceil(left / weights[x]!));
    if (taken <= 0) continue;
    box.most[part] = Math.min(box.most[part]!, count[part]! - taken);
    left -= taken * weights[x]!;
    if (left <= 0) return true;
  }
  return false;
}

const weightOf = ({ pairs, weights }: Row, isChosen: Uint8Array): number =>
  pairs.reduce((sum, pair, x) => sum + weights[x]! * isChosen[pair]!, 0);

function single({ start, mentor }: Problem, pair: number): Limit {
  let mentee = 0;
  while (start[mentee + 1]! <= pair) mentee++;
  return { least: 0, most: 0, mentees: Int32Array.of(mentee), mentors: Int32Array.of(mentor[pair]!) };
}
