/**
 * An exact start (Bertsekas 1981, with ε = 0). A bidder's standing bid for what it holds is `value − profit`; it bids for
 * its best item down to the profit of its second best. An item keeps its best bids at the price of the best rejected one,
 * so the units of one item never fight each other. Every step keeps complementary slackness.
 */

import { replace, take } from "./hold.js";
import type { Market } from "./market.js";
import { advance, type Meter } from "./meter.js";
import { sortMore } from "./rows.js";
import { markHeld, type Search } from "./search.js";

/** Bids in one chain of evictions. */
const CHAIN = 100;

/** How far bids go beyond what keeps complementary slackness, and when bidding ends. */
export interface Rules {
  readonly epsilon: number;
  readonly rounds: number;
  /** nobody bids whose profit is no more than this */
  readonly leastProfit: number;
  /** count of arcs */
  readonly limit: number;
}

export const EXACT: Rules = { epsilon: 0, rounds: 2, leastProfit: -Infinity, limit: Infinity };

/** Lets everybody who lacks a unit bid, round after round while anybody does. */
export function auction(market: Market, search: Search, meter: Meter, rules: Rules): void {
  const { profit, want } = market;
  for (let round = 0, hasBid = true; hasBid && round < rules.rounds; round++) {
    hasBid = false;
    for (let first = 0; first < profit.length && meter.arcs < rules.limit && !meter.stopped; first++) {
      let b = first;
      for (let left = CHAIN; left > 0 && b >= 0 && profit[b]! > Math.max(want[b]!, rules.leastProfit); left--) {
        b = bid(market, search, b, rules.epsilon, meter);
        hasBid = true;
      }
    }
  }
}

/**
 * One bid of `b`, `epsilon` beyond what keeps complementary slackness. Returns who should bid next: the evicted holder, `b`
 * itself, or −1 if nothing moved.
 */
function bid(market: Market, search: Search, b: number, epsilon: number, meter: Meter): number {
  const { price, profit, reserve, rowItem, rowValue, floor } = market;
  const { mark } = search;
  const own = market.held[b]! > 0 ? markHeld(market, search, b) : ++search.scan;
  let best = -1;
  let bestValue = 0;
  let first = -Infinity;
  let second = -Infinity;
  let stop = market.sorted[b]! < 0 ? sortMore(market, b) : market.sorted[b]!;
  const start = market.rowStart[b]!;
  const end = market.rowEnd[b]!;
  let k = start;
  row: for (;;) {
    for (; k < stop; k++) {
      const v = rowValue[k]!;
      if (v <= second && (v < second || reserve[best]! <= price[best]!)) break row;
      const t = rowItem[k]!;
      const gain = v - price[t]!;
      if (gain < second || mark[t] === own) continue;
      // Among equals an item that has room is better.
      if (gain > first || (gain === first && reserve[best]! > price[best]! && reserve[t]! <= price[t]!)) {
        second = first;
        first = gain;
        best = t;
        bestValue = v;
      } else second = gain;
    }
    if (stop === end) break;
    stop = sortMore(market, b);
  }
  if (!advance(meter, k - start + 1)) return -1;
  // What the row leaves out might be better.
  if (first < floor[b]!) return -1;
  const want = market.want[b]!;
  if (first < want) {
    // Not even the best item is worth a further unit.
    profit[b] = want;
    return -1;
  }
  if (first === -Infinity) return -1;
  const rest = Math.max(second, want, floor[b]!);
  profit[b] = Math.max((rest === -Infinity ? first : rest) - epsilon, want);
  const offer = bestValue - profit[b]!;
  return settle(market, b, best, bestValue, offer);
}

/** Item `t` answers an offer of `b`. */
function settle(market: Market, b: number, t: number, value: number, offer: number): number {
  const { price, reserve, profit, slotStart, slotBidder, slotValue } = market;
  if (reserve[t]! <= price[t]!) {
    take(market, b, t, value);
    return b;
  }
  let lowest = Infinity;
  let slot = -1;
  for (let s = slotStart[t]!, stop = s + market.load[t]!; s < stop; s++) {
    const standing = slotValue[s]! - profit[slotBidder[s]!]!;
    if (standing < lowest) {
      lowest = standing;
      slot = s;
    }
  }
  if (reserve[t]! <= lowest && reserve[t]! <= offer) {
    price[t] = reserve[t]!;
    take(market, b, t, value);
    return b;
  }
  if (lowest < offer) {
    if (lowest > price[t]!) price[t] = lowest;
    const evicted = slotBidder[slot]!;
    replace(market, slot, t, b, value);
    return evicted;
  }
  if (offer <= price[t]!) return -1;
  price[t] = offer;
  return b;
}
