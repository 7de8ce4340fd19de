/** Bids first, then shortest augmenting paths, until no bidder lacks a unit. */

import { auction } from "./auction.js";
import { augment } from "./augment.js";
import type { Market } from "./market.js";
import { advance, type Meter, noConvergence } from "./meter.js";
import type { Search } from "./search.js";

/** Arcs scanned a pair or person beyond which an instance counts as hard and starts again from rough prices. */
const HARD = 20;

/** Bidders still to be served, in order. */
export interface Queue {
  readonly lacking: Int32Array;
  next: number;
  /** the meter's count of arcs beyond which the search gives up as too costly */
  readonly limit: number;
}

export type Drained = "settled" | "no-path" | "costly" | "stopped";

/** The auction, and then the queue of those it left lacking; undefined if the caller stopped. */
export function bidFirst(market: Market, search: Search, meter: Meter): Queue | undefined {
  const limit = meter.arcs + HARD * (market.rowItem.length + market.bidder.size + market.item.size);
  return auction(market, search, lackingBidders(market), meter)
    ? { lacking: lackingBidders(market), next: 0, limit }
    : undefined;
}

/** The queue of a market that starts from rough prices and is finished whatever it costs. */
export function noBids(market: Market): Queue {
  return { lacking: lackingBidders(market), next: 0, limit: Infinity };
}

/** Serves the queue. After `"no-path"` the search holds the tree; the bidder it began from is still the next one. */
export function drain(market: Market, search: Search, queue: Queue, meter: Meter): Drained {
  const { profit, want } = market;
  for (; queue.next < queue.lacking.length; queue.next++) {
    const b = queue.lacking[queue.next]!;
    for (let times = 0; profit[b]! > want[b]!; times++) {
      // Each path gives b one more unit or ends its wish; it cannot hold more units than there are items.
      if (times > market.item.size) throw noConvergence("augmentation", times);
      const result = augment(market, search, b, meter);
      if (result !== "augmented") return result;
      if (meter.arcs > queue.limit) return "costly";
    }
  }
  return advance(meter, 0) ? "settled" : "stopped";
}

/** Bidders who want another unit, those whose next unit is worth most first. */
function lackingBidders(market: Market): Int32Array {
  const { profit, want } = market;
  let count = 0;
  for (let b = 0; b < market.bidder.size; b++) if (profit[b]! > want[b]!) count++;
  const lacking = new Int32Array(count);
  count = 0;
  for (let b = 0; b < market.bidder.size; b++) if (profit[b]! > want[b]!) lacking[count++] = b;
  return market.bidder.unit === undefined
    ? lacking
    : lacking.sort((a, b) => (want[a]! < want[b]! ? -1 : want[a]! > want[b]! ? 1 : a - b));
}

/** Whether an item misses its least load, or has a unit free at a price above what that unit asks. */
export function itemsLack(market: Market): boolean {
  const { price, reserve } = market;
  for (let t = 0; t < price.length; t++) if (price[t]! > reserve[t]! && price[t]! < Infinity) return true;
  return false;
}
