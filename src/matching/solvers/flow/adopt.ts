/**
 * Starting points of a market. A cold start gives every bidder the profit of its best pair. A hint — an assignment that
 * need not be optimal, valid or even sensible — keeps what complementary slackness allows at the base prices.
 */

import { take } from "./hold.js";
import { type Market, unitValue } from "./market.js";
import { sortedEnd, sortMore } from "./rows.js";

/** Nobody holds anything; each bidder's profit is the value of its best pair. */
export function startCold(market: Market): void {
  for (let b = 0; b < market.bidder.size; b++) {
    market.profit[b] = idleProfit(market, b);
    if (market.bidder.most[b] === 0) continue;
    const end = sortedEnd(market, b);
    const start = market.rowStart[b]!;
    if (end === start) sortMore(market, b);
    if (start < market.rowEnd[b]!) market.profit[b] = Math.max(market.rowValue[start]!, market.keep[b]!);
  }
}

/** `partner[b's range]` are the items that bidder `b` held before; each range is `first[b] … first[b] + count[b]`. */
export interface Hint {
  readonly first: Int32Array;
  readonly count: Int32Array;
  readonly partner: Int32Array;
  /** what each bidder may keep at least: pairs that are worth less need not be looked at */
  readonly profit: Float64Array | undefined;
}

/** Takes over of `hint` what is tight enough at the base prices. */
export function startFrom(market: Market, hint: Hint): void {
  const { slotStart, load, turned, pairs, price, base } = market;
  const rowItem = turned ? market.rowItem : pairs.mentor;
  const rowValue = turned ? market.rowValue : pairs.value;
  const ask = turned ? price : price.map((above, t) => above + base[t]!);
  const lowest = ask.reduce((low, price) => Math.min(low, price), Infinity);
  const hinted = new Int32Array(market.item.size).fill(-1);
  const gains: number[] = [];
  const items: number[] = [];
  for (let b = 0; b < market.bidder.size; b++) {
    if (market.bidder.most[b] === 0) continue;
    const first = hint.first[b]!;
    for (let x = first; x < first + hint.count[b]!; x++) hinted[hint.partner[x]!] = b;
    let other = hint.profit === undefined ? -Infinity : hint.profit[b]!;
    let count = 0;
    const end = turned ? market.rowEnd[b]! : pairs.start[b + 1]!;
    for (let k = turned ? market.rowStart[b]! : pairs.start[b]!; k < end; k++) {
      const value = rowValue === undefined ? 0 : rowValue[k]!;
      if (value < other + lowest) continue;
      const t = rowItem[k]!;
      const gain = value - ask[t]!;
      if (gain < other) continue;
      if (hinted[t] === b && load[t]! < slotStart[t + 1]! - slotStart[t]!) {
        let x = count++;
        for (; x > 0 && gains[x - 1]! < gain; x--) {
          gains[x] = gains[x - 1]!;
          items[x] = items[x - 1]!;
        }
        gains[x] = gain;
        items[x] = t;
      } else other = gain;
    }
    const { least, most } = market.bidder;
    while (count > 0) {
      const worst = gains[count - 1]!;
      const worthIts = count <= least[b]! || worst >= -unitValue(market.bidder, b, count - 1);
      if (worst >= other && count <= most[b]! && worthIts) break;
      if (worst > other) other = worst;
      count--;
    }
    for (let x = 0; x < count; x++) take(market, b, items[x]!, gains[x]!);
    const profit = Math.max(other, market.keep[b]!);
    if (profit > -Infinity) market.profit[b] = profit;
    else market.profit[b] = count > 0 ? Math.min(gains[count - 1]!, idleProfit(market, b)) : idleProfit(market, b);
  }
}

/** The profit of a bidder with nothing to choose: at most what would make it want another unit. */
function idleProfit(market: Market, b: number): number {
  const want = market.want[b]!;
  return Number.isFinite(want) ? want : 0;
}
