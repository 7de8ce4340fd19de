/**
 * Branch and bound where every row is a sum of counts (Land & Doig 1960): a node bounds the counts, which leaves a network, and
 * the network is solved exactly, all levels at once. So the best that it finds is the best there is.
 */
import type { Problem } from "../solver.js";
import { type Box, counterOf, type SolveNetwork, solveBox, sumOf } from "./counts.js";
import type { PartRow, Parts } from "./parts.js";

/** The best that was found; whether it is known that there is nothing better, or nothing at all. */
export interface Counted {
  readonly chosen: Int32Array | undefined;
  readonly isWhole: boolean;
}

/** Networks solved before it gives up, and pairs of all of them together; some networks are solved whatever their size. */
const MOST_NODES = 120;
const MOST_PAIRS = 10_000_000;
const FEWEST_NODES = 12;

/**
 * The best assignment of a network that keeps rows of counts, too; `undefined` where the caller stopped.
 *
 * @param valueOf - what an assignment is worth at each level
 * @throws SolverError `"not-nested"` where bounds of the parts leave no network
 */
export function searchCounts(
  network: Problem,
  parts: Parts,
  rows: readonly PartRow[],
  solve: SolveNetwork,
  valueOf: (chosen: Int32Array) => readonly number[],
): Counted | undefined {
  const open: Box[] = [{ least: new Float64Array(parts.most.length), most: parts.most }];
  let best: { readonly chosen: Int32Array; readonly value: readonly number[] } | undefined;
  const countIn = counterOf(network, parts);
  const most = Math.min(MOST_NODES, Math.max(FEWEST_NODES, Math.floor(MOST_PAIRS / network.mentor.length)));
  for (let nodes = 0; ; nodes++) {
    const box = open.pop();
    if (box === undefined) return { chosen: best?.chosen, isWhole: true };
    if (nodes === most) return { chosen: best?.chosen, isWhole: false };
    const narrow = narrowed(box, rows);
    if (narrow === undefined) continue;
    const { stop, chosen } = solveBox(network, parts, narrow, solve);
    if (stop === "stopped") return undefined;
    if (stop === "infeasible") continue;
    const value = valueOf(chosen);
    if (best !== undefined && !isGreater(value, best.value)) continue;
    const count = countIn(chosen);
    const broken = rows.find((row) => sumOf(row, count) > row.most);
    if (broken === undefined) best = { chosen, value };
    else open.push(...split(narrow, broken, count));
  }
}

/** Bounds of a box, as narrow as rows make them; `undefined` where a row cannot be kept in it. */
function narrowed({ least, most }: Box, rows: readonly PartRow[]): Box | undefined {
  const [low, high] = [least.slice(), most.slice()];
  for (let isMore = true; isMore; ) {
    isMore = false;
    for (const row of rows) {
      const leastOf = (x: number): number => {
        const weight = row.weights[x]!;
        return weight * (weight > 0 ? low : high)[row.parts[x]!]!;
      };
      const room = row.most - row.parts.reduce((sum, _, x) => sum + leastOf(x), 0);
      if (room < 0) return undefined;
      row.parts.forEach((part, x) => {
        const steps = Math.floor(room / Math.abs(row.weights[x]!));
        if (high[part]! - low[part]! <= steps) return;
        if (row.weights[x]! > 0) high[part] = low[part]! + steps;
        else low[part] = high[part]! - steps;
        isMore = true;
      });
    }
  }
  return { least: low, most: high };
}

/** Two boxes that hold all that keeps a broken row; the counts that broke it are in neither, or in a smaller one. */
function split(box: Box, row: PartRow, count: Float64Array): Box[] {
  const excess = sumOf(row, count) - row.most;
  const at = (part: number, value: number): Box[] => {
    const [most, least] = [box.most.slice(), box.least.slice()];
    most[part] = value;
    least[part] = value + 1;
    return [
      { most: box.most, least },
      { most, least: box.least },
    ];
  };
  let heaviest = -1;
  row.parts.forEach((part, x) => {
    if (row.weights[x]! < 0 || count[part]! <= box.least[part]!) return;
    if (heaviest < 0 || row.weights[x]! * count[part]! > row.weights[heaviest]! * count[row.parts[heaviest]!]!)
      heaviest = x;
  });
  if (heaviest >= 0) {
    const part = row.parts[heaviest]!;
    return at(part, Math.max(box.least[part]!, Math.floor(count[part]! - excess / row.weights[heaviest]!)));
  }
  // Rows can be kept within a narrowed box: where no count is too great, one is too small.
  const part = row.parts.find((one, x) => row.weights[x]! < 0 && count[one]! < box.most[one]!)!;
  return at(part, count[part]!);
}

function isGreater(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, level) => value !== b[level]);
  return at >= 0 && a[at]! > b[at]!;
}
