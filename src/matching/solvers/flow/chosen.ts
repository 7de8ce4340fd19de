/** From what bidders hold to positions of pairs in the problem. */

import type { Face } from "../face.js";
import type { Problem } from "../solver.js";
import type { Market } from "./market.js";

/** The fixed pairs of the face and those held in the markets, ascending. */
export function chosenPairs({ start, mentor }: Problem, { fixed }: Face, markets: readonly Market[]): Int32Array {
  const chosen = Array.from(fixed);
  for (const { turned, held, heldStart, heldItem, price } of markets) {
    for (let b = 0; b < held.length; b++) {
      for (let h = heldStart[b]!, end = h + held[b]!; h < end; h++) {
        const t = heldItem[h]!;
        // Who has left a market keeps what it held there, and holds something else in the other.
        if (price[t]! < Infinity) chosen.push(turned ? mentor.indexOf(b, start[t]) : mentor.indexOf(t, start[b]));
      }
    }
  }
  return Int32Array.from(chosen).sort();
}
