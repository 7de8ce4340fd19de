/** A market is settled by bids first, then by shortest augmenting paths, until no bidder lacks a unit and no item does. */

import { SolverError } from "../../../errors.js";
import type { Prices } from "../solver.js";
import { auction } from "./auction.js";
import { augment } from "./augment.js";
import { roughStart } from "./coarse.js";
import { take } from "./hold.js";
import { type Market, openMarket, updateBidder } from "./market.js";
import { advance, type Meter, noConvergence } from "./meter.js";
import { newSearch, type Search } from "./search.js";

/** Arcs scanned a pair or person beyond which an instance counts as hard and starts again from rough prices. */
const HARD = 20;

/** The settled market, or why there is none. */
export type Settled =
  | { readonly stop: "optimal" | "stopped"; readonly market: Market }
  | { readonly stop: "infeasible"; readonly short: Int32Array };

/** One or more levels solved: prices of each, and who holds what. */
export type Solved =
  | { readonly stop: "optimal" | "stopped"; readonly markets: readonly Market[]; readonly prices: readonly Prices[] }
  | { readonly stop: "infeasible"; readonly short: Int32Array };

/**
 * Fills the bidders, then the items from their own side. Bidders who cannot be filled make the level infeasible or, if they
 * `mayLeave`, leave the market with all they could reach; the sides are then closed to them.
 */
export function settle(market: Market, meter: Meter, mayLeave: boolean): Settled {
  const { pairs, bidder, item } = market;
  const search = newSearch(market);
  const limit = meter.arcs + HARD * (pairs.mentor.length + bidder.size + item.size);
  if (!auction(market, search, lackingBidders(market), meter)) return { stop: "stopped", market };
  let solved = drain(market, search, meter, limit, mayLeave);
  if (solved === "costly") {
    const rough = roughStart(market, meter);
    solved = drain(rough, newSearch(rough), meter, Infinity, mayLeave) as Settled;
  }
  if (solved.stop !== "optimal" || !itemsLack(solved.market)) return solved;
  const other = turnOver(solved.market);
  const back = newSearch(other);
  if (!auction(other, back, lackingBidders(other), meter)) return { stop: "stopped", market: other };
  return drain(other, back, meter, Infinity, false) as Settled;
}

/** Serves all who lack a unit, one shortest path after the other; `"costly"` beyond `limit` arcs. */
function drain(market: Market, search: Search, meter: Meter, limit: number, mayLeave: boolean): Settled | "costly" {
  const { profit, want, item } = market;
  for (const b of lackingBidders(market)) {
    for (let times = 0; profit[b]! > want[b]!; times++) {
      // Each path gives b one more unit or ends its wish; it cannot hold more units than there are items.
      if (times > item.size) throw noConvergence("augmentation", times);
      const result = augment(market, search, b, meter);
      if (result === "stopped") return { stop: "stopped", market };
      if (result === "no-path") {
        if (!mayLeave) return unfilled(market, search);
        leave(market, search);
      }
      if (meter.arcs > limit) return "costly";
    }
  }
  return { stop: advance(meter, 0) ? "optimal" : "stopped", market };
}

/** Bidders who want another unit, those whose next unit is worth most first. */
function lackingBidders({ profit, want, bidder }: Market): Int32Array {
  let count = 0;
  const all = new Int32Array(bidder.size);
  for (let b = 0; b < bidder.size; b++) if (profit[b]! > want[b]!) all[count++] = b;
  const lacking = all.slice(0, count);
  return bidder.unit === undefined
    ? lacking
    : lacking.sort((a, b) => (want[a]! < want[b]! ? -1 : want[a]! > want[b]! ? 1 : a - b));
}

/** The whole tree of a search without an end leaves the market; its items can never be reached again. */
function leave(market: Market, search: Search): void {
  const { bidder, item, price, heldItem, heldStart, held } = market;
  const close = (t: number) => {
    item.least[t] = item.most[t] = 0;
    price[t] = Infinity;
  };
  for (const node of search.labelled.subarray(0, search.labels)) {
    if (node >= bidder.size) {
      close(node - bidder.size);
      continue;
    }
    const b = node;
    bidder.least[b] = bidder.most[b] = 0;
    updateBidder(market, b);
    // What a bidder of several units holds is not on its own tree, but belongs to it.
    for (let h = heldStart[b]!, end = h + held[b]!; h < end; h++) close(heldItem[h]!);
  }
}

/** The tree of a search without an end: its mentors' minima exceed what all mentees eligible for them can fill. */
function unfilled(market: Market, search: Search): Settled {
  if (!market.turned)
    throw new SolverError("no-convergence", "Cannot fill a mentee's degree on the optimal face, which held one before");
  const short = search.labelled.subarray(0, search.labels).filter((node) => node < market.bidder.size);
  return { stop: "infeasible", short: short.sort() };
}

/** Whether an item misses its least load, or has a unit free at a price above what that unit asks. */
function itemsLack({ price, reserve }: Market): boolean {
  return price.some((above, t) => above > reserve[t]! && above < Infinity);
}

/** The same assignment and prices with the sides exchanged: what was a price is a profit now, and the items bid. */
function turnOver(market: Market): Market {
  const { price, base, slotStart, load, slotBidder, slotValue } = market;
  const other = openMarket(market.pairs, market.item, market.bidder, !market.turned, market.profit);
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
