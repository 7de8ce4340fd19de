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

/**
 * Whether there was a path, unless the caller stopped. Where there is none, the labels hold the whole search tree; where rows
 * did not reach deep enough to tell, `search.isShort` is set and nothing has changed.
 */
export function augment(market: Market, search: Search, source: number, meter: Meter): boolean {
  clearLabels(search);
  const bidders = market.profit.length;
  const { dist, labelled, stack } = search;
  search.end = source;
  search.bound = market.profit[source]! - market.want[source]!;
  search.distance = 0;
  dist[source] = 0;
  labelled[search.labels++] = source;
  stack[search.depth++] = source;
  for (let scans = 0; ; ) {
    while (search.depth > 0 && search.distance < search.bound && !search.isShort) {
      const node = stack[--search.depth]!;
      // No length is below 0, so no node is scanned twice.
      if (++scans > dist.length) throw noConvergence("nodes scanned by one search", scans);
      if (node >= bidders) scanItem(market, search, node - bidders);
      else if (!advance(meter, scanBidder(market, search, node, node === source))) return false;
    }
    if (search.heapSize === 0 || search.isShort) break;
    search.distance = search.heapKey[0]!;
    if (search.distance >= search.bound) break;
    const node = search.heapNode[0]!;
    pop(search);
    search.depth = 0;
    if (search.distance === dist[node]) stack[search.depth++] = node;
  }
  if (search.isShort || search.bound === Infinity) return false;
  raisePrices(market, search, search.bound);
  flip(market, search, source, search.end);
  return true;
}

// The parts of a search are functions of their own because an engine compiles small ones soon, and a large one late.

/** From an item the path goes on to each of its holders. */
function scanItem(market: Market, search: Search, t: number): void {
  const { profit, load, slotStart, slotBidder, slotValue } = market;
  const { dist, parent, distance, bound } = search;
  const price = market.price[t]!;
  for (let slot = slotStart[t]!, stop = slot + load[t]!; slot < stop; slot++) {
    const b = slotBidder[slot]!;
    const d = distance + (slotValue[slot]! - profit[b]! - price);
    if (d >= bound || d >= dist[b]!) continue;
    if (dist[b] === Infinity) search.labelled[search.labels++] = b;
    dist[b] = d;
    parent[b] = t;
    if (d === distance) search.stack[search.depth++] = b;
    else push(search, d, b);
  }
}

/** A bidder may give up the unit through which it was reached, or move to another item of its row. Returns the arcs scanned. */
function scanBidder(market: Market, search: Search, b: number, isSource: boolean): number {
  const { profit, price, reserve, keep, held, rowStart, rowEnd, rowItem, rowValue, sorted, floor } = market;
  const { dist, parent, parentValue, mark, distance } = search;
  const bidders = profit.length;
  const reach = distance + profit[b]!;
  let bound = search.bound;
  if (!isSource && reach - keep[b]! < bound) {
    search.bound = bound = reach - keep[b]!;
    search.end = b;
  }
  const own = held[b]! > (isSource ? 0 : 1) ? markHeld(market, search, b) : ++search.scan;
  let stop = sorted[b]!;
  if (stop < 0) stop = glance(market, b, reach - bound);
  const isKept = stop === sorted[b];
  const first = isKept ? rowStart[b]! : market.rowsEnd;
  const last = isKept ? rowEnd[b]! : stop;
  let k = first;
  row: for (;;) {
    for (; k < stop; k++) {
      const value = rowValue[k]!;
      const short = reach - value;
      if (short >= bound) break row;
      const t = rowItem[k]!;
      const item = bidders + t;
      const d = short + price[t]!;
      if (d >= bound || d >= dist[item]! || mark[t] === own) continue;
      if (dist[item] === Infinity) search.labelled[search.labels++] = item;
      dist[item] = d;
      parent[item] = b;
      parentValue[t] = value;
      const gap = reserve[t]! - price[t]!;
      const open = gap > 0 ? d + gap : d;
      if (open < bound) {
        search.bound = bound = open;
        search.end = item;
      }
      if (d >= bound) continue;
      if (d === distance) search.stack[search.depth++] = item;
      else push(search, d, item);
    }
    if (stop === last) {
      if (reach - floor[b]! < bound) search.isShort = true;
      break;
    }
    stop = sortMore(market, b);
  }
  return k - first + 1;
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
