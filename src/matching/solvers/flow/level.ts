/** One linear level on a face: one side bids until it lacks nothing, then the other side, where it lacks something. */

import { SolverError } from "../../../errors.js";
import type { Face } from "../face.js";
import type { LinearLevel, Problem } from "../solver.js";
import { startCold } from "./adopt.js";
import { roughStart } from "./coarse.js";
import { take } from "./hold.js";
import { type Market, menteeSide, mentorSide, openMarket, type Pairs, type Side, unitValue } from "./market.js";
import type { Meter } from "./meter.js";
import { newSearch, type Search } from "./search.js";
import { bidFirst, drain, itemsLack, noBids } from "./settle.js";

/** What came of a level: the market it was settled in, or why there is none. */
export type Solved =
  | { readonly stop: "optimal" | "stopped"; readonly market: Market }
  | { readonly stop: "infeasible"; readonly short: Int32Array };

/** Solves `level` on `face`. Infeasible only while the face is whole: refinement keeps an assignment on every later one. */
export function solveLevel(problem: Problem, face: Face, level: LinearLevel, pairs: Pairs, meter: Meter): Solved {
  const mentees = menteeSide(problem, face, level);
  const mentors = mentorSide(problem, face, level);
  const turned = mentorsBidFirst(level, face);
  const base = turned ? startPrices(mentees, mentors, pairs) : startPrices(mentors, mentees, pairs);
  const market = openMarket(pairs, mentees, mentors, turned, base);
  startCold(market);
  return settleBoth(pairs, mentees, mentors, market, meter);
}

/** Bids of the market's own side, then repair from the other side. */
export function settleBoth(pairs: Pairs, mentees: Side, mentors: Side, cold: Market, meter: Meter): Solved {
  let market = cold;
  let search = newSearch(market);
  const queue = bidFirst(market, search, meter);
  if (queue === undefined) return { stop: "stopped", market };
  let drained = drain(market, search, queue, meter);
  if (drained === "costly") {
    market = roughStart(pairs, mentees, mentors, market, meter);
    search = newSearch(market);
    drained = drain(market, search, noBids(market), meter);
  }
  if (drained === "stopped") return { stop: "stopped", market };
  if (drained === "no-path") return unfilled(market, search);
  return itemsLack(market) ? reverseRepair(pairs, mentees, mentors, market, meter) : { stop: "optimal", market };
}

/** Items that miss their least load, or stand empty at too high a price, become the bidders: Dijkstra from the other side. */
export function reverseRepair(pairs: Pairs, mentees: Side, mentors: Side, market: Market, meter: Meter): Solved {
  const other = turnOver(pairs, mentees, mentors, market);
  const search = newSearch(other);
  const drained = drain(other, search, noBids(other), meter);
  if (drained === "stopped") return { stop: "stopped", market: other };
  if (drained === "no-path") return unfilled(other, search);
  return { stop: "optimal", market: other };
}

/** The same assignment and prices with the sides exchanged: what was a price is a profit now. */
function turnOver(pairs: Pairs, mentees: Side, mentors: Side, market: Market): Market {
  const other = openMarket(pairs, mentees, mentors, !market.turned, market.profit);
  for (let t = 0; t < market.item.size; t++) {
    // Who has left the market stays out.
    if (market.price[t] === Infinity) continue;
    const first = market.slotStart[t]!;
    for (let slot = first; slot < first + market.load[t]!; slot++) {
      const b = market.slotBidder[slot]!;
      take(other, t, b, market.slotValue[slot]! + market.base[t]! - other.base[b]!);
    }
    other.profit[t] = market.price[t]! + market.base[t]!;
  }
  return other;
}

/** The tree of a search without an end: its mentors' minima exceed what all mentees eligible for them can fill. */
function unfilled(market: Market, search: Search): Solved {
  if (!market.turned)
    throw new SolverError("no-convergence", "Cannot fill a mentee's degree on the optimal face, which held one before");
  return { stop: "infeasible", short: search.labelledBidder.slice(0, search.labelledBidders).sort() };
}

/** The side whose units differ in value bids first, else the side of which more must be filled. */
function mentorsBidFirst(level: LinearLevel, face: Face): boolean {
  if ((level.mentee === undefined) !== (level.mentor === undefined)) return level.mentee === undefined;
  return total(face.mentorLeast) > total(face.menteeLeast);
}

/** Prices at which items start: their first unit's reserve, and lower than any bid where units must be filled anyway. */
function startPrices(items: Side, bidders: Side, pairs: Pairs): Float64Array {
  const base = new Float64Array(items.size);
  const below = bidders.unit === undefined ? 0 : greatest(bidders.unit) + pairs.greatest;
  for (let t = 0; t < items.size; t++) {
    if (items.most[t]! > 0) base[t] = -unitValue(items, t, 0) - (items.least[t]! > 0 ? below : 0);
  }
  return base;
}

function greatest(values: ArrayLike<number>): number {
  let most = 0;
  for (let x = 0; x < values.length; x++) most = Math.max(most, Math.abs(values[x]!));
  return most;
}

function total(values: Int32Array): number {
  let sum = 0;
  for (let x = 0; x < values.length; x++) sum += Math.max(0, values[x]!);
  return sum;
}
