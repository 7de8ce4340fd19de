/**
 * Starting points of a market. A cold start gives every bidder the profit of its best pair. A hint — an assignment that
 * need not be optimal, valid or even sensible — keeps what complementary slackness allows at the base prices.
 */

import { take } from "./hold.js";
import { type Market, unitValue } from "./market.js";
import { sortMore } from "./rows.js";

/** Nobody holds anything; each bidder's profit is the value of its best pair. */
export function startCold(market: Market): void {
  for (let b = 0; b < market.bidder.size; b++) {
    const start = market.rowStart[b]!;
    if (start < market.rowStart[b + 1]!) {
      sortMore(market, b);
      market.profit[b] = Math.max(market.rowValue[start]!, market.keep[b]!);
    } else market.profit[b] = idleProfit(market, b);
  }
}

/** `partner[b's range]` are the items that bidder `b` held before; each range is `first[b] … first[b] + count[b]`. */
export interface Hint {
  readonly first: Int32Array;
  readonly count: Int32Array;
  readonly partner: Int32Array;
}

/** Takes over of `hint` what is tight enough at the base prices. */
export function startFrom(market: Market, hint: Hint): void {
  const { rowStart, rowItem, rowValue, slotStart, load } = market;
  const hinted = new Int32Array(market.item.size).fill(-1);
  const gains: number[] = [];
  const items: number[] = [];
  for (let b = 0; b < market.bidder.size; b++) {
    const first = hint.first[b]!;
    for (let x = first; x < first + hint.count[b]!; x++) hinted[hint.partner[x]!] = b;
    let other = -Infinity;
    let count = 0;
    for (let k = rowStart[b]!; k < rowStart[b + 1]!; k++) {
      const t = rowItem[k]!;
      const gain = rowValue[k]!;
      if (hinted[t] === b && load[t]! < slotStart[t + 1]! - slotStart[t]!) {
        let x = count++;
        for (; x > 0 && gains[x - 1]! < gain; x--) {
          gains[x] = gains[x - 1]!;
          items[x] = items[x - 1]!;
        }
        gains[x] = gain;
        items[x] = t;
      } else if (gain > other) other = gain;
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
