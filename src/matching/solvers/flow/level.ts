/** One linear level on a face, whatever it gives value to. */

import { type Face, pairValues } from "../face.js";
import { checkLevel } from "../limits.js";
import type { LinearLevel, Problem } from "../solver.js";
import { startCold } from "./adopt.js";
import { menteeSide, mentorSide, openMarket, type Pairs, type Side, unitValue } from "./market.js";
import type { Meter } from "./meter.js";
import { marketPrices, priceClosed } from "./prices.js";
import { type Solved, settle } from "./settle.js";

/** Solves `level` on `face`. Infeasible only while the face is whole: refinement keeps an assignment on every later one. */
export function solveLevel(problem: Problem, face: Face, level: LinearLevel, meter: Meter): Solved {
  const pairs = pairsOf(problem, face, level);
  const mentees = menteeSide(problem, face, level);
  const mentors = mentorSide(problem, face, level);
  const turned = mentorsBidFirst(level, face);
  const [bidder, item] = turned ? [mentors, mentees] : [mentees, mentors];
  const market = openMarket(pairs, bidder, item, turned, startPrices(item, bidder, pairs));
  startCold(market);
  const settled = settle(market, meter, false);
  if (settled.stop === "infeasible") return settled;
  const markets = [settled.market];
  if (settled.stop === "stopped") return { stop: "stopped", markets, prices: [] };
  const prices = marketPrices(settled.market);
  priceClosed(pairs, mentees, mentors, prices);
  return { stop: "optimal", markets, prices: [prices] };
}

/** The pairs of a face and what they are worth at a level. */
export function pairsOf(problem: Problem, face: Face, level: LinearLevel): Pairs {
  const value = pairValues(face, level);
  return { start: face.start, mentor: face.mentor, value, greatest: checkLevel(problem, level, value) };
}

/** The side whose units differ in value bids first, else the side of which more must be filled. */
function mentorsBidFirst(level: LinearLevel, face: Face): boolean {
  if ((level.mentee === undefined) !== (level.mentor === undefined)) return level.mentee === undefined;
  return total(face.mentorLeast) > total(face.menteeLeast);
}

/** Prices at which items start: their first unit's reserve, and lower than any bid where units must be filled anyway. */
function startPrices(items: Side, bidders: Side, pairs: Pairs): Float64Array {
  const below = bidders.unit === undefined ? 0 : greatest(bidders.unit) + pairs.greatest;
  return new Float64Array(items.size).map((_, t) =>
    items.most[t]! > 0 ? -unitValue(items, t, 0) - (items.least[t]! > 0 ? below : 0) : 0,
  );
}

function greatest(values: ArrayLike<number>): number {
  let most = 0;
  for (let x = 0; x < values.length; x++) most = Math.max(most, Math.abs(values[x]!));
  return most;
}

function total(values: Int32Array): number {
  return values.reduce((sum, value) => sum + Math.max(0, value), 0);
}
