/** Prices of a settled market in the problem's terms, for the people who bid and for those on whom the level had no hold. */

import type { Prices } from "../solver.js";
import { type Market, type Pairs, type Side, unitValue } from "./market.js";

/** The prices of one level; `pairs` are all those of its face. */
export function levelPrices(pairs: Pairs, mentees: Side, mentors: Side, market: Market): Prices {
  const prices = marketPrices(market);
  priceClosed(pairs, mentees, mentors, prices);
  return prices;
}

export function marketPrices(market: Market): Prices {
  const price = new Float64Array(market.item.size);
  for (let t = 0; t < price.length; t++) price[t] = market.price[t]! + market.base[t]!;
  return market.turned ? { mentee: price, mentor: market.profit } : { mentee: market.profit, mentor: price };
}

/** Whoever has no open unit is priced so high that none of the open pairs is worth taking, which costs the bound nothing. */
function priceClosed(pairs: Pairs, mentees: Side, mentors: Side, prices: Prices): void {
  const { start, mentor, value } = pairs;
  let closed = 0;
  for (let j = 0; j < mentors.size; j++) {
    if (mentors.most[j] !== 0) continue;
    prices.mentor[j] = leastClosed(mentors, j);
    closed++;
  }
  for (let i = 0; i < mentees.size; i++) {
    if (mentees.most[i] !== 0) continue;
    let price = leastClosed(mentees, i);
    for (let p = start[i]!; p < start[i + 1]!; p++) {
      price = Math.max(price, (value === undefined ? 0 : value[p]!) - prices.mentor[mentor[p]!]!);
    }
    prices.mentee[i] = price;
  }
  if (closed === 0) return;
  for (let i = 0; i < mentees.size; i++) {
    for (let p = start[i]!; p < start[i + 1]!; p++) {
      const j = mentor[p]!;
      if (mentors.most[j] !== 0) continue;
      prices.mentor[j] = Math.max(prices.mentor[j]!, (value === undefined ? 0 : value[p]!) - prices.mentee[i]!);
    }
  }
}

/** The last unit in use must stay worth its place. */
function leastClosed(people: Side, x: number): number {
  return people.least[x]! < 0 ? Math.max(0, -unitValue(people, x, -1)) : 0;
}
