/** Prices of a settled market in the problem's terms, for the people who bid and for those on whom the level had no hold. */

import { type Both, SIDES, type Side } from "../face.js";
import type { Prices } from "../solver.js";
import type { Market } from "./market.js";

export function marketPrices({ price, base, profit, turned }: Market): Prices {
  const ofItems = price.map((above, t) => above + base[t]!);
  return turned ? { mentee: ofItems, mentor: profit } : { mentee: profit, mentor: ofItems };
}

/** Whoever has no open unit is priced so high that no open pair is worth taking, which costs the bound nothing. */
export function priceClosed(greatest: number, sides: Both<Side>, prices: Prices): void {
  let lowest = 0;
  for (const side of SIDES) {
    const { most } = sides[side];
    for (let x = 0; x < most.length; x++) if (most[x]! > 0) lowest = Math.min(lowest, prices[side][x]!);
  }
  for (const side of SIDES) {
    const { most } = sides[side];
    for (let x = 0; x < most.length; x++) {
      if (most[x] === 0) prices[side][x] = greatest - lowest;
    }
  }
}
