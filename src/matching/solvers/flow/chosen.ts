/** From what bidders hold to positions of pairs in the problem. */

import type { Face } from "../face.js";
import type { Problem } from "../solver.js";
import type { Market } from "./market.js";

/** The fixed pairs of the face and those held in the markets, ascending. */
export function chosenPairs(problem: Problem, face: Face, markets: readonly Market[]): Int32Array {
  const chosen = new Int32Array(problem.mentor.length);
  chosen.set(face.fixed);
  let count = face.fixed.length;
  for (const { turned, held, heldStart, heldItem, price } of markets) {
    for (let b = 0; b < held.length; b++) {
      for (let h = heldStart[b]!, end = h + held[b]!; h < end; h++) {
        const t = heldItem[h]!;
        // Who has left a market keeps what it held there, and holds something else in the other.
        if (price[t]! < Infinity) chosen[count++] = turned ? positionOf(problem, t, b) : positionOf(problem, b, t);
      }
    }
  }
  return chosen.slice(0, count).sort();
}

/** Binary search in the row of mentee `i`. */
function positionOf({ start, mentor }: Problem, i: number, j: number): number {
  let low = start[i]!;
  let high = start[i + 1]! - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentor[middle]! < j) low = middle + 1;
    else high = middle;
  }
  return low;
}
