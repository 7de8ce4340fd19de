/**
 * Gives a lacking bidder one more unit by a shortest augmenting path in the residual graph, lengths being reduced values
 * (Dijkstra's search, bounded): Jonker and Volgenant 1987, with units on the nodes. A path ends at an item that opens a
 * unit, at a bidder that gives one up, or at the source itself, which then goes without. A node at or beyond the shortest
 * end found so far is never queued, and nodes at the distance being scanned wait on a stack instead of the heap.
 */

import { replace, slotOf, take } from "./hold.js";
import type { Market } from "./market.js";
import { advance, type Meter } from "./meter.js";
import { glance, sortedEnd, sortMore } from "./rows.js";
import { clearLabels, markHeld, pop, push, type Search } from "./search.js";

export type Augmented = "augmented" | "no-path" | "stopped";

/** After `"no-path"` the labels hold the whole search tree: no path leaves it. */
export function augment(market: Market, search: Search, source: number, meter: Meter): Augmented {
  clearLabels(search);
  const {
    profit,
    price,
    reserve,
    keep,
    held,
    rowStart,
    rowEnd,
    rowItem,
    rowValue,
    load,
    slotStart,
    slotBidder,
    slotValue,
  } = market;
  const { distBidder, distItem, parentItem, parentBidder, parentValue, labelledBidder, labelledItem, mark, stack } =
    search;
  const bidders = market.bidder.size;
  let endBidder = source;
  let endItem = -1;
  let bound = profit[source]! - market.want[source]!;
  let distance = 0;
  let depth = 0;
  distBidder[source] = 0;
  labelledBidder[search.labelledBidders++] = source;
  stack[depth++] = source;
  for (;;) {
    while (depth > 0 && distance < bound) {
      const node = stack[--depth]!;
      if (node >= bidders) {
        // From an item the path goes on to each of its holders.
        const t = node - bidders;
        for (let slot = slotStart[t]!, stop = slot + load[t]!; slot < stop; slot++) {
          const b = slotBidder[slot]!;
          const d = distance + (slotValue[slot]! - profit[b]! - price[t]!);
          if (d >= bound || d >= distBidder[b]!) continue;
          if (distBidder[b] === Infinity) labelledBidder[search.labelledBidders++] = b;
          distBidder[b] = d;
          parentItem[b] = t;
          if (d === distance) stack[depth++] = b;
          else push(search, d, b);
        }
        continue;
      }
      // A bidder may give up the unit through which it was reached …
      const b = node;
      if (b !== source && distance + profit[b]! - keep[b]! < bound) {
        bound = distance + profit[b]! - keep[b]!;
        endBidder = b;
        endItem = -1;
      }
      // … or move to another item of its row.
      const own = held[b]! > (b === source ? 0 : 1) ? markHeld(market, search, b) : ++search.scan;
      const reach = distance + profit[b]!;
      let stop = glance(market, b, reach - bound);
      const isTop = stop >= 0;
      if (!isTop) stop = sortedEnd(market, b);
      const start = isTop ? market.rowsEnd : rowStart[b]!;
      const end = isTop ? stop : rowEnd[b]!;
      let k = start;
      row: for (;;) {
        for (; k < stop; k++) {
          const short = reach - rowValue[k]!;
          if (short >= bound) break row;
          const t = rowItem[k]!;
          const d = short + price[t]!;
          if (d >= bound || d >= distItem[t]! || mark[t] === own) continue;
          if (distItem[t] === Infinity) labelledItem[search.labelledItems++] = t;
          distItem[t] = d;
          parentBidder[t] = b;
          parentValue[t] = rowValue[k]!;
          const gap = reserve[t]! - price[t]!;
          const open = gap > 0 ? d + gap : d;
          if (open < bound) {
            bound = open;
            endItem = t;
          }
          if (d < bound) {
            if (d === distance) stack[depth++] = bidders + t;
            else push(search, d, bidders + t);
          }
        }
        if (stop === end) break;
        stop = sortMore(market, b);
      }
      if (!advance(meter, k - start + 1)) return "stopped";
    }
    if (search.heapSize === 0) break;
    distance = search.heapKey[0]!;
    if (distance >= bound) break;
    const node = search.heapNode[0]!;
    pop(search);
    depth = 0;
    if (distance === (node < bidders ? distBidder[node]! : distItem[node - bidders]!)) stack[depth++] = node;
  }
  if (bound === Infinity) return "no-path";
  raisePrices(market, search, bound);
  flip(market, search, source, endItem, endItem < 0 ? endBidder : parentBidder[endItem]!);
  return "augmented";
}

/** Moves the dual along: everyone nearer than the end shares the rest of the way. */
function raisePrices(market: Market, search: Search, bound: number): void {
  for (let x = 0; x < search.labelledBidders; x++) {
    const b = search.labelledBidder[x]!;
    const rest = bound - search.distBidder[b]!;
    if (rest > 0) market.profit[b]! -= rest;
  }
  for (let x = 0; x < search.labelledItems; x++) {
    const t = search.labelledItem[x]!;
    const rest = bound - search.distItem[t]!;
    if (rest > 0) market.price[t]! += rest;
  }
}

/** Exchanges along the path that ends at `last`, who opens a unit of `endItem` or, where that is −1, gives one up. */
function flip(market: Market, search: Search, source: number, endItem: number, last: number): void {
  const { parentItem, parentBidder, parentValue } = search;
  const path = search.stack;
  let length = 0;
  for (let b = last; b !== source; b = parentBidder[path[length - 1]!]!) path[length++] = parentItem[b]!;
  // From the source onwards, so that nobody ever holds more than allowed.
  let taker = source;
  for (let x = length - 1; x >= 0; x--) {
    const t = path[x]!;
    const loser = x > 0 ? parentBidder[path[x - 1]!]! : last;
    replace(market, slotOf(market, loser, t), t, taker, parentValue[t]!);
    taker = loser;
  }
  if (endItem >= 0) take(market, taker, endItem, parentValue[endItem]!);
}
