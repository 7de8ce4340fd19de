/**
 * Hard instances — products of two strengths, people in clusters, nearly balanced places — cost the searches many long
 * paths. They start again: an auction at one ε gives rough prices within ε of the best ones; what is not tight at those
 * prices is dropped, and the searches finish from there, exactly. (Several phases of ε were slower.)
 */

import { startCold, startFrom } from "./adopt.js";
import { bid } from "./auction.js";
import { emptyMarket, type Market, openMarket } from "./market.js";
import type { Meter } from "./meter.js";
import { newSearch } from "./search.js";

/** ε as a share of the range of values. */
const STEPS = 250;
/** Arcs scanned a pair before the auction is taken as it is. */
const PATIENCE = 40;

/** A market at rough prices that holds what is tight there; `hard`, which it replaces, is emptied. */
export function roughStart(hard: Market, meter: Meter): Market {
  emptyMarket(hard);
  startCold(hard);
  bidRoughly(hard, meter);
  const base = hard.base.slice();
  for (let t = 0; t < base.length; t++) if (hard.price[t]! < Infinity) base[t]! += hard.price[t]!;
  const market = openMarket(hard.pairs, hard.bidder, hard.item, hard.turned, base);
  const { heldStart, held, heldItem } = hard;
  const holds = (b: number, t: number) => heldItem.subarray(heldStart[b], heldStart[b]! + held[b]!).includes(t);
  startFrom(market, { holds, profit: undefined });
  return market;
}

/** Everybody who lacks a unit bids, round after round, going ε beyond what its second best is worth. */
function bidRoughly(market: Market, meter: Meter): void {
  const search = newSearch(market);
  const { low, high } = range(market);
  const epsilon = Math.max(1, Math.floor((high - low) / STEPS));
  const limit = meter.arcs + PATIENCE * (market.rowItem.length + market.bidder.size);
  // Nobody bids so far that every value is outbid twice over: such a bidder belongs to a Hall violator.
  const leastProfit = low - 2 * (high - low) - epsilon;
  const waiting = new Int32Array(market.bidder.size);
  let count = 0;
  for (let b = market.bidder.size - 1; b >= 0; b--) waiting[count++] = b;
  while (count > 0 && meter.arcs < limit && !meter.stopped) {
    let b = waiting[--count]!;
    while (b >= 0 && market.profit[b]! > market.want[b]! && market.profit[b]! > leastProfit && meter.arcs < limit) {
      const next = bid(market, search, b, epsilon, meter);
      if (next >= 0 && next !== b && market.profit[b]! > market.want[b]!) waiting[count++] = b;
      b = next;
    }
  }
}

function range({ rowValue }: Market): { low: number; high: number } {
  let low = 0;
  let high = 0;
  for (let p = 0; p < rowValue.length; p++) {
    const value = rowValue[p]!;
    if (value < low) low = value;
    else if (value > high) high = value;
  }
  return { low, high };
}
