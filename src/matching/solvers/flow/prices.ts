/** Prices of a settled market in the problem's terms, for the people who bid and for those on whom the level had no hold. */

import type { Prices } from "../solver.js";
import { type Market, type Pairs, type Side, unitValue } from "./market.js";

export function marketPrices(market: Market): Prices {
  const price = new Float64Array(market.item.size);
  for (let t = 0; t < price.length; t++) price[t] = market.price[t]! + market.base[t]!;
  return market.turned ? { mentee: price, mentor: market.profit } : { mentee: market.profit, mentor: price };
}

/** Whoever has no open unit is priced so high that none of the open pairs is worth taking, which costs the bound nothing. */
export function priceClosed({ start, mentor, value }: Pairs, mentees: Side, mentors: Side, prices: Prices): void {
  let isAny = false;
  const close = (people: Side, price: Float64Array) =>
    people.most.forEach((most, x) => {
      if (most !== 0) return;
      isAny = true;
      // The last unit in use must stay worth its place.
      price[x] = people.least[x]! < 0 ? Math.max(0, -unitValue(people, x, -1)) : 0;
    });
  close(mentees, prices.mentee);
  close(mentors, prices.mentor);
  for (let i = 0; isAny && i < mentees.size; i++) {
    for (let p = start[i]!, end = start[i + 1]!; p < end; p++) {
      const j = mentor[p]!;
      const gain = (value === undefined ? 0 : value[p]!) - prices.mentee[i]! - prices.mentor[j]!;
      if (gain <= 0) continue;
      if (mentees.most[i] === 0) prices.mentee[i]! += gain;
      else if (mentors.most[j] === 0) prices.mentor[j]! += gain;
    }
  }
}
