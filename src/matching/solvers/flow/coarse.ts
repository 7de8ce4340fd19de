/**
 * Hard instances — products of two strengths, people in clusters, nearly balanced places — cost the searches many long
 * paths. They start again: an auction at one ε gives rough prices within ε of the best ones; what is not tight at those
 * prices is dropped, and the searches finish from there, exactly. (Several phases of ε were slower.)
 */

import { startCold, startFrom } from "./adopt.js";
import { auction } from "./auction.js";
import { readWhole } from "./columns.js";
import type { Market } from "./market.js";
import type { Meter } from "./meter.js";
import { emptyMarket, openMarket } from "./open.js";
import { newSearch } from "./search.js";

/** ε as a share of the range of values. */
const STEPS = 250;
/** Arcs scanned a pair before the auction is taken as it is. */
const PATIENCE = 40;

/** A market at rough prices that holds what is tight there; `hard`, which it replaces, is emptied. */
export function roughStart(hard: Market, meter: Meter): Market {
  emptyMarket(hard);
  if (hard.turned) readWhole(hard);
  startCold(hard);
  bidRoughly(hard, meter);
  const { heldStart, held, heldItem, base, price, profit } = hard;
  const market = openMarket(
    hard,
    base.map((below, t) => below + price[t]!),
  );
  const holds = (b: number, t: number) => heldItem.subarray(heldStart[b], heldStart[b]! + held[b]!).includes(t);
  startFrom(market, holds, new Float64Array(profit.length).fill(-Infinity));
  return market;
}

/** Everybody who lacks a unit bids, going ε beyond what its second best is worth. */
function bidRoughly(market: Market, meter: Meter): void {
  const { profit, pairs, rowValue } = market;
  let low = 0;
  let high = 0;
  for (let p = 0; p < rowValue.length; p++) {
    low = Math.min(low, rowValue[p]!);
    high = Math.max(high, rowValue[p]!);
  }
  const epsilon = Math.max(1, Math.floor((high - low) / STEPS));
  auction(market, newSearch(market), meter, {
    epsilon,
    rounds: Infinity,
    // Nobody bids so far that every value is outbid twice over: such a bidder belongs to a Hall violator.
    leastProfit: low - 2 * (high - low) - epsilon,
    limit: meter.arcs + PATIENCE * (pairs.mentor.length + profit.length),
  });
}
