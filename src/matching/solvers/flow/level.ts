/** One linear level on a face, whatever it gives value to. */

import { both, type Face, pairValues } from "../face.js";
import { checkLevel } from "../limits.js";
import type { LinearLevel, Prices, Problem } from "../solver.js";
import { startCold } from "./adopt.js";
import { type Market, type Pairs, unitValue } from "./market.js";
import type { Meter } from "./meter.js";
import { openMarket } from "./open.js";
import { marketPrices, priceClosed } from "./prices.js";
import { settle } from "./settle.js";

/** One or more levels solved, unless the meter has stopped: prices of each, who holds what, or why there is no solution. */
export interface Solved {
  readonly markets: readonly Market[];
  readonly prices: readonly Prices[];
  /** mentors whose minima cannot be met */
  readonly short: Int32Array;
}

/** Solves `level` on `face`. Infeasible only while the face is whole: refinement keeps an assignment on every later one. */
export function solveLevel(problem: Problem, face: Face, level: LinearLevel, meter: Meter): Solved {
  const pairs = pairsOf(problem, face, level);
  const { mentee, mentor } = both((side) => ({ ...face.side[side], unit: level[side] }));
  const turned = mentorsBidFirst(level, face);
  const [bidder, item] = turned ? [mentor, mentee] : [mentee, mentor];
  // Items start at what their first unit asks, and lower than any bid where units must be filled anyway.
  const isBelow = bidder.unit !== undefined;
  const base = Float64Array.from(item.least, (least, t) =>
    isBelow && least > 0 ? -pairs.greatest : -unitValue(item, t, 0),
  );
  const opened = openMarket({ pairs, bidder, item, turned }, base);
  startCold(opened);
  const { market, short } = settle(opened, meter, false);
  const prices = marketPrices(market);
  priceClosed(pairs.greatest, face.side, prices);
  return { markets: [market], prices: [prices], short };
}

/** The pairs of a face and what they are worth at a level. */
export function pairsOf(problem: Problem, face: Face, level: LinearLevel): Pairs {
  const { start, mentor } = face;
  const value = pairValues(face, level);
  return { start, mentor, value, greatest: checkLevel(problem, level, value) };
}

/** The side whose units differ in value bids first, else the side of which more must be filled. */
function mentorsBidFirst({ mentee, mentor }: LinearLevel, { side }: Face): boolean {
  if ((mentee === undefined) !== (mentor === undefined)) return mentee === undefined;
  return toFill(side.mentor.least) > toFill(side.mentee.least);
}

function toFill(least: Int32Array): number {
  return least.reduce((sum, places) => sum + Math.max(0, places), 0);
}
