/**
 * Starting points of a market. A cold start gives every bidder the profit of its best pair. A hint — an assignment that
 * need not be optimal, valid or even sensible — keeps what complementary slackness allows at the base prices.
 */

import { take } from "./hold.js";
import { type Market, unitValue } from "./market.js";

/** Nobody holds anything, and each bidder's profit is more than any pair can give, until it bids. */
export function startCold({ profit, keep, pairs, base }: Market): void {
  const most = base.reduce((high, price) => Math.max(high, pairs.greatest - price), 1);
  for (let b = 0; b < profit.length; b++) profit[b] = Math.max(most, keep[b]!);
}

/** An assignment that need not be optimal, valid or even sensible. */
export interface Hint {
  readonly holds: (bidder: number, item: number) => boolean;
  /** what each bidder may keep at least: pairs that are worth less need not be looked at */
  readonly profit: Float64Array | undefined;
}

/** Takes over of `hint` what is tight enough at the base prices. */
export function startFrom(market: Market, { holds, profit }: Hint): void {
  const { bidder, slotStart, load, turned, pairs, price, base, keep, want } = market;
  const rowItem = turned ? market.rowItem : pairs.mentor;
  const rowValue = turned ? market.rowValue : pairs.value;
  const ask = turned ? price : price.map((above, t) => above + base[t]!);
  const lowest = ask.reduce((low, price) => Math.min(low, price), Infinity);
  const gains: number[] = [];
  const items: number[] = [];
  for (let b = 0; b < bidder.size; b++) {
    if (bidder.most[b] === 0) continue;
    let other = profit === undefined ? -Infinity : profit[b]!;
    let count = 0;
    const end = turned ? market.rowEnd[b]! : pairs.start[b + 1]!;
    for (let k = turned ? market.rowStart[b]! : pairs.start[b]!; k < end; k++) {
      const value = rowValue === undefined ? 0 : rowValue[k]!;
      if (value < other + lowest) continue;
      const t = rowItem[k]!;
      const gain = value - ask[t]!;
      if (gain < other) continue;
      if (holds(b, t) && load[t]! < slotStart[t + 1]! - slotStart[t]!) {
        let x = count++;
        for (; x > 0 && gains[x - 1]! < gain; x--) {
          gains[x] = gains[x - 1]!;
          items[x] = items[x - 1]!;
        }
        gains[x] = gain;
        items[x] = t;
      } else other = gain;
    }
    for (; count > 0; count--) {
      const worst = gains[count - 1]!;
      const isWorthIt = count <= bidder.least[b]! || worst >= -unitValue(bidder, b, count - 1);
      if (worst >= other && count <= bidder.most[b]! && isWorthIt) break;
      other = Math.max(other, worst);
    }
    for (let x = 0; x < count; x++) take(market, b, items[x]!, gains[x]!);
    // With nothing else to choose, at most what would make it want another unit.
    const idle = Number.isFinite(want[b]!) ? want[b]! : 0;
    const least = Math.max(other, keep[b]!);
    market.profit[b] = least > -Infinity ? least : count > 0 ? Math.min(gains[count - 1]!, idle) : idle;
  }
}
