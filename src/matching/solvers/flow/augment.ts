/**
 * Gives a lacking bidder one more unit by a shortest augmenting path in the residual graph, lengths being reduced values
 * (Dijkstra's search, bounded): Jonker and Volgenant 1987, with units on the nodes. A path ends at an item that opens a
 * unit, at a bidder that gives one up, or at the source itself, which then goes without. A node at or beyond the shortest
 * end found so far is never queued, and nodes at the distance being scanned wait on a stack instead of the heap.
 */

import { replace, slotOf, take } from "./hold.js";
import type { Market } from "./market.js";
import { advance, type Meter, noConvergence } from "./meter.js";
import { glance, sortMore } from "./rows.js";
import { clearLabels, markHeld, pop, push, type Search } from "./search.js";

/** Whether there was a path, unless the caller stopped. Where there is none, the labels hold the whole search tree. */
export function augment(market: Market, search: Search, source: number, meter: Meter): boolean {
  clearLabels(search);
  const { profit, price, reserve, keep, want, held, rowStart, rowEnd, rowItem, rowValue, sorted } = market;
  const { load, slotStart, slotBidder, slotValue } = market;
  const { dist, parent, parentValue, labelled, mark, stack } = search;
  const bidders = market.profit.length;
  let end = source;
  let bound = profit[source]! - want[source]!;
  let distance = 0;
  let depth = 0;
  let scans = 0;
  dist[source] = 0;
  labelled[search.labels++] = source;
  stack[depth++] = source;
  for (;;) {
    while (depth > 0 && distance < bound) {
      const node = stack[--depth]!;
      // No length is below 0, so no node is scanned twice.
      if (++scans > dist.length) throw noConvergence("nodes scanned by one search", scans);
      if (node >= bidders) {
        // From an item the path goes on to each of its holders.
        const t = node - bidders;
        for (let slot = slotStart[t]!, stop = slot + load[t]!; slot < stop; slot++) {
          const b = slotBidder[slot]!;
          const d = distance + (slotValue[slot]! - profit[b]! - price[t]!);
          if (d >= bound || d >= dist[b]!) continue;
          if (dist[b] === Infinity) labelled[search.labels++] = b;
          dist[b] = d;
          parent[b] = t;
          if (d === distance) stack[depth++] = b;
          else push(search, d, b);
        }
        continue;
      }
      // A bidder may give up the unit through which it was reached …
      const b = node;
      if (b !== source && distance + profit[b]! - keep[b]! < bound) {
        bound = distance + profit[b]! - keep[b]!;
        end = b;
      }
      // … or move to another item of its row.
      const own = held[b]! > (b === source ? 0 : 1) ? markHeld(market, search, b) : ++search.scan;
      const reach = distance + profit[b]!;
      let stop = sorted[b]!;
      if (stop < 0) stop = glance(market, b, reach - bound);
      const isKept = stop === sorted[b];
      const first = isKept ? rowStart[b]! : market.rowsEnd;
      const last = isKept ? rowEnd[b]! : stop;
      let k = first;
      row: for (;;) {
        for (; k < stop; k++) {
          const short = reach - rowValue[k]!;
          if (short >= bound) break row;
          const t = rowItem[k]!;
          const d = short + price[t]!;
          if (d >= bound || d >= dist[bidders + t]! || mark[t] === own) continue;
          const item = bidders + t;
          if (dist[item] === Infinity) labelled[search.labels++] = item;
          dist[item] = d;
          parent[item] = b;
          parentValue[t] = rowValue[k]!;
          const gap = reserve[t]! - price[t]!;
          const open = gap > 0 ? d + gap : d;
          if (open < bound) {
            bound = open;
            end = item;
          }
          if (d < bound) {
            if (d === distance) stack[depth++] = item;
            else push(search, d, item);
          }
        }
        if (stop === last) break;
        stop = sortMore(market, b);
      }
      if (!advance(meter, k - first + 1)) return false;
    }
    if (search.heapSize === 0) break;
    distance = search.heapKey[0]!;
    if (distance >= bound) break;
    const node = search.heapNode[0]!;
    pop(search);
    depth = 0;
    if (distance === dist[node]) stack[depth++] = node;
  }
  if (bound === Infinity) return false;
  raisePrices(market, search, bound);
  flip(market, search, source, end);
  return true;
}

/** Moves the dual along: everyone nearer than the end shares the rest of the way. */
function raisePrices({ profit, price }: Market, { dist, labelled, labels }: Search, bound: number): void {
  for (let x = 0; x < labels; x++) {
    const node = labelled[x]!;
    const rest = bound - dist[node]!;
    if (rest <= 0) continue;
    if (node < profit.length) profit[node]! -= rest;
    else price[node - profit.length]! += rest;
  }
}

/** Exchanges along the path that ends at an item, which opens a unit, or at a bidder, who gives one up. */
function flip(market: Market, { parent, parentValue }: Search, source: number, end: number): void {
  const bidders = market.profit.length;
  const endItem = end - bidders;
  const last = endItem >= 0 ? parent[end]! : end;
  const path: number[] = [];
  for (let b = last; b !== source; b = parent[bidders + parent[b]!]!) path.push(parent[b]!);
  // From the source onwards, so that nobody ever holds more than allowed.
  let taker = source;
  for (let x = path.length - 1; x >= 0; x--) {
    const t = path[x]!;
    const loser = x > 0 ? parent[bidders + path[x - 1]!]! : last;
    replace(market, slotOf(market, loser, t), t, taker, parentValue[t]!);
    taker = loser;
  }
  if (endItem >= 0) take(market, taker, endItem, parentValue[endItem]!);
}
