/** A market is settled by bids first, then by shortest augmenting paths, until no bidder lacks a unit and no item does. */

import { auction, EXACT } from "./auction.js";
import { augment } from "./augment.js";
import { roughStart } from "./coarse.js";
import { readDeeper } from "./columns.js";
import { take } from "./hold.js";
import { type Market, updateBidder } from "./market.js";
import { advance, type Meter, noConvergence } from "./meter.js";
import { openMarket } from "./open.js";
import { newSearch, type Search } from "./search.js";

/** Arcs scanned a pair or person beyond which an instance counts as hard and starts again from rough prices. */
const HARD = 20;

/** A settled market, unless the meter has stopped, or the mentors whose minima cannot be met. */
export interface Settled {
  readonly market: Market;
  readonly short: Int32Array;
}

const NOBODY = new Int32Array(0);

/**
 * Fills the bidders, then the items from their own side. Bidders who cannot be filled make the level infeasible or, if they
 * `mayLeave`, leave the market with all they could reach; the sides are then closed to them.
 */
export function settle(market: Market, meter: Meter, mayLeave: boolean): Settled {
  const limit = meter.arcs + HARD * (market.pairs.mentor.length + market.profit.length + market.price.length);
  let short = serve(market, meter, limit, mayLeave);
  if (short === undefined) {
    market = roughStart(market, meter);
    short = serve(market, meter, Infinity, mayLeave)!;
  }
  if (short.length === 0 && !meter.stopped && itemsLack(market)) {
    market = turnOver(market);
    short = serve(market, meter, Infinity, false)!;
  }
  return { market, short };
}

/** Serves all who lack a unit; returns those who cannot be, or nothing at all beyond `limit` arcs. */
function serve(market: Market, meter: Meter, limit: number, mayLeave: boolean): Int32Array | undefined {
  const search = newSearch(market);
  for (;;) {
    // Bidders whose units differ in value go first by that: bids among pairs that are all alike would only drive prices up.
    if (market.bidder.unit === undefined) auction(market, search, meter, EXACT);
    const short = augmentAll(market, search, meter, limit, mayLeave);
    if (!search.isShort) return short;
    search.isShort = false;
    readDeeper(market);
  }
}

function augmentAll(
  market: Market,
  search: Search,
  meter: Meter,
  limit: number,
  mayLeave: boolean,
): Int32Array | undefined {
  const { profit, want, price } = market;
  for (const b of lackingBidders(market)) {
    for (let times = 0; profit[b]! > want[b]! && !meter.stopped; times++) {
      // Each path gives b one more unit or ends its wish; it cannot hold more units than there are items.
      if (times > price.length) throw noConvergence("augmentations", times);
      if (!augment(market, search, b, meter) && !meter.stopped) {
        if (search.isShort) return undefined;
        if (!mayLeave) return unfilled(market, search);
        leave(market, search);
      }
      if (meter.arcs > limit) return undefined;
    }
  }
  advance(meter, 0);
  return NOBODY;
}

/** Bidders who want another unit, those whose next unit is worth most first. */
function lackingBidders({ profit, want, bidder }: Market): Int32Array {
  let count = 0;
  const lacking = new Int32Array(profit.length);
  for (let b = 0; b < profit.length; b++) if (profit[b]! > want[b]!) lacking[count++] = b;
  const listed = lacking.slice(0, count);
  return bidder.unit === undefined ? listed : listed.sort((a, b) => want[a]! - want[b]! || a - b);
}

/** The nodes of the last search. */
function tree({ labelled, labels }: Search): Int32Array {
  return labelled.subarray(0, labels);
}

/** The whole tree of a search without an end leaves the market; its items can never be reached again. */
function leave(market: Market, search: Search): void {
  const { bidder, item, price, heldItem, heldStart, held } = market;
  const close = (t: number) => {
    item.least[t] = item.most[t] = 0;
    price[t] = Infinity;
  };
  for (const node of tree(search)) {
    if (node >= held.length) {
      close(node - held.length);
      continue;
    }
    bidder.least[node] = bidder.most[node] = 0;
    updateBidder(market, node);
    // What a bidder of several units holds is not on its own tree, but belongs to it.
    heldItem.subarray(heldStart[node], heldStart[node]! + held[node]!).forEach(close);
  }
}

/** The tree of a search without an end: its mentors' minima exceed what all mentees eligible for them can fill. */
function unfilled({ turned, held }: Market, search: Search): Int32Array {
  const short = tree(search).filter((node) => node < held.length);
  if (!turned) throw noConvergence("mentees who cannot be matched", short.length);
  return short.sort();
}

/** Whether an item misses its least load, or has a unit free at a price above what that unit asks. */
function itemsLack({ price, reserve }: Market): boolean {
  return price.some((above, t) => above > reserve[t]! && above < Infinity);
}

/** The same assignment and prices with the sides exchanged: what was a price is a profit now, and the items bid. */
function turnOver(market: Market): Market {
  const { pairs, bidder, item, turned, price, base, slotStart, load, slotBidder, slotValue } = market;
  const other = openMarket({ pairs, bidder: item, item: bidder, turned: !turned }, market.profit);
  price.forEach((above, t) => {
    // Who has left the market stays out.
    if (above === Infinity) return;
    for (let slot = slotStart[t]!, end = slot + load[t]!; slot < end; slot++) {
      const b = slotBidder[slot]!;
      take(other, t, b, slotValue[slot]! + base[t]! - other.base[b]!);
    }
    other.profit[t] = above + base[t]!;
  });
  return other;
}
