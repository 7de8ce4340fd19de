/** From what bidders hold to positions of pairs in the problem. */

import type { Face } from "../face.js";
import type { Problem } from "../solver.js";
import type { Market } from "./market.js";

/** The fixed pairs of the face and those held in the markets, ascending. Where markets share a person, the last one counts. */
export function chosenPairs(problem: Problem, face: Face, markets: readonly Market[]): Int32Array {
  let count = face.fixed.length;
  for (const market of markets) count += countHeld(market);
  const chosen = new Int32Array(count);
  chosen.set(face.fixed);
  let next = face.fixed.length;
  for (const market of markets) next = writeHeld(problem, market, chosen, next);
  return chosen.sort();
}

function countHeld(market: Market): number {
  let count = 0;
  for (let b = 0; b < market.bidder.size; b++) if (isPresent(market, b)) count += market.held[b]!;
  return count;
}

function writeHeld(problem: Problem, market: Market, chosen: Int32Array, first: number): number {
  let next = first;
  for (let b = 0; b < market.bidder.size; b++) {
    if (!isPresent(market, b)) continue;
    for (let h = market.heldStart[b]!; h < market.heldStart[b]! + market.held[b]!; h++) {
      const t = market.heldItem[h]!;
      chosen[next++] = market.turned ? positionOf(problem, t, b) : positionOf(problem, b, t);
    }
  }
  return next;
}

/** Bidders set aside by the split keep what they held in a market they have left. */
function isPresent(market: Market, b: number): boolean {
  return market.held[b]! > 0 && market.price[market.heldItem[market.heldStart[b]!]!]! < Infinity;
}

/** Binary search in the row of mentee `i`. */
function positionOf(problem: Problem, i: number, j: number): number {
  let low = problem.start[i]!;
  let high = problem.start[i + 1]! - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (problem.mentor[middle]! < j) low = middle + 1;
    else high = middle;
  }
  return low;
}
