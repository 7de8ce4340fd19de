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

/**
 * Takes over what is tight enough at the base prices of an assignment that need not be optimal, valid or even sensible.
 *
 * @param floor - what each bidder may keep at least: pairs that are worth less need not be looked at
 */
export function startFrom(market: Market, holds: (bidder: number, item: number) => boolean, floor: Float64Array): void {
  const { bidder, slotStart, load, pairs, base, keep, want, profit } = market;
  // Rows that have not been copied are read where they are, with values that are not yet less the base.
  const [start, end, rowItem, rowValue, ask] = market.turned
    ? [market.rowStart, market.rowEnd, market.rowItem, market.rowValue, market.price]
    : [pairs.start, pairs.start.subarray(1), pairs.mentor, pairs.value, base];
  const lowest = ask.reduce((low, price) => Math.min(low, price), Infinity);
  for (let b = 0; b < profit.length; b++) {
    if (bidder.most[b] === 0) continue;
    let other = Math.max(floor[b]!, market.floor[b]!);
    const kept: { readonly item: number; readonly gain: number }[] = [];
    for (let k = start[b]!, stop = end[b]!; k < stop; k++) {
      const value = rowValue[k]!;
      if (value < other + lowest) continue;
      const t = rowItem[k]!;
      const gain = value - ask[t]!;
      if (gain < other) continue;
      if (holds(b, t) && load[t]! < slotStart[t + 1]! - slotStart[t]!) kept.push({ item: t, gain });
      else other = gain;
    }
    if (kept.length > 1) kept.sort((one, two) => two.gain - one.gain);
    for (; kept.length > 0; kept.pop()) {
      const last = kept.length - 1;
      const worst = kept[last]!.gain;
      const isWorthIt = last < bidder.least[b]! || worst >= -unitValue(bidder, b, last);
      if (worst >= other && last < bidder.most[b]! && isWorthIt) break;
      other = Math.max(other, worst);
    }
    for (const { item, gain } of kept) take(market, b, item, gain);
    // With nothing else to choose, at most what would make it want another unit.
    const idle = Number.isFinite(want[b]!) ? want[b]! : 0;
    const least = Math.max(other, keep[b]!);
    profit[b] = least > -Infinity ? least : Math.min(kept.at(-1)?.gain ?? idle, idle);
  }
}
