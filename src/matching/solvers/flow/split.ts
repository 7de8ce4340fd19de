/**
 * Coverage and score together, without a big constant. One side must be filled: each of its people searches an augmenting
 * path, best score first. A search that finds none has found a Hall violator — people who together are eligible for too
 * few places, all taken among themselves — and is set aside (a lazy Dulmage–Mendelsohn split, 1958). In the part set aside
 * the other side can be filled, so it is solved once from there. No pair joins the set-aside searchers to the other part,
 * and in a largest matching none joins its items to the others.
 */

import type { Prices, Problem } from "../solver.js";
import { startCold, startFrom } from "./adopt.js";
import { roughStart } from "./coarse.js";
import { type Earlier, hintedBase, hintedHoldings } from "./hint.js";
import { reverseRepair, type Solved, settleBoth } from "./level.js";
import { type Market, openMarket, type Pairs, type Side } from "./market.js";
import type { Meter } from "./meter.js";
import { marketPrices } from "./prices.js";
import { newSearch, type Search } from "./search.js";
import { bidFirst, type Drained, drain, itemsLack, noBids, type Queue } from "./settle.js";

/** A person's part: in one the mentees are all matched, in the other the mentors are all full. */
const MENTEES_MATCHED = 0;
const MENTORS_FULL = 1;

interface Sides {
  readonly mentees: Side;
  readonly mentors: Side;
}

interface Split {
  readonly mentee: Uint8Array;
  readonly mentor: Uint8Array;
}

export type SplitSolved =
  | {
      readonly stop: "optimal";
      readonly split: Split;
      readonly markets: readonly Market[];
      readonly coverage: Prices;
      readonly score: Prices;
    }
  | { readonly stop: "stopped"; readonly matches: readonly Market[] }
  | { readonly stop: "infeasible"; readonly short: Int32Array };

/** Whether the first two levels are "as many mentees as possible" and then values of pairs alone, nobody wanting two. */
export function isCoverageThenScore(problem: Problem): boolean {
  const [coverage, score] = problem.levels;
  if (coverage === undefined || score === undefined) return false;
  if (coverage.pair !== undefined || coverage.mentor !== undefined || coverage.mentee === undefined) return false;
  if (score.pair === undefined || score.mentee !== undefined || score.mentor !== undefined) return false;
  for (let x = 0; x < coverage.mentee.length; x++) if (coverage.mentee[x] !== 1) return false;
  for (let i = 0; i < problem.mentees; i++) if (problem.demand[i]! > 1) return false;
  return true;
}

/** Solves both levels on the whole face, from scratch or from what an earlier answer holds. */
export function solveCoverageThenScore(problem: Problem, pairs: Pairs, meter: Meter, earlier?: Earlier): SplitSolved {
  const mentorsBid = sum(problem.capacity) < sum(problem.demand);
  const split: Split = { mentee: new Uint8Array(problem.mentees), mentor: new Uint8Array(problem.mentors) };
  const own = mentorsBid ? MENTORS_FULL : MENTEES_MATCHED;
  fill(split, own);
  const all = partSides(problem, split, own);
  let market = startMarket(problem, pairs, all, mentorsBid, earlier);
  let search = newSearch(market);
  const queue = bidFirst(market, search, meter);
  if (queue === undefined) return { stop: "stopped", matches: [market] };
  let drained = settleAside(market, search, queue, split, 1 - own, meter);
  if (drained === "costly") {
    fill(split, own);
    market = roughStart(pairs, all.mentees, all.mentors, market, meter);
    search = newSearch(market);
    drained = settleAside(market, search, noBids(market), split, 1 - own, meter);
  }
  return drained === "stopped"
    ? { stop: "stopped", matches: [market] }
    : finish(problem, pairs, split, market, meter, earlier);
}

function startMarket(
  problem: Problem,
  pairs: Pairs,
  { mentees, mentors }: Sides,
  turned: boolean,
  earlier: Earlier | undefined,
): Market {
  if (earlier === undefined) {
    const market = openMarket(
      pairs,
      mentees,
      mentors,
      turned,
      new Float64Array(turned ? problem.mentees : problem.mentors),
    );
    startCold(market);
    return market;
  }
  const market = openMarket(
    pairs,
    mentees,
    mentors,
    turned,
    hintedBase(turned ? earlier.score.mentee : earlier.score.mentor),
  );
  startFrom(market, hintedHoldings(problem, turned, earlier));
  return market;
}

function fill(split: Split, part: number): void {
  split.mentee.fill(part);
  split.mentor.fill(part);
}

/** Fills the bidders; `split` tells who is set aside. */
function settleAside(market: Market, search: Search, queue: Queue, split: Split, part: number, meter: Meter): Drained {
  for (;;) {
    const drained = drain(market, search, queue, meter);
    if (drained !== "no-path") return drained;
    setAside(market, search, split, part);
  }
}

/** The whole tree of a search without an end leaves the market; its items can never be reached again. */
function setAside(market: Market, search: Search, split: Split, part: number): void {
  const bidderPart = market.turned ? split.mentor : split.mentee;
  const itemPart = market.turned ? split.mentee : split.mentor;
  for (let x = 0; x < search.labelledItems; x++) leave(market, itemPart, search.labelledItem[x]!, part);
  for (let x = 0; x < search.labelledBidders; x++) {
    const b = search.labelledBidder[x]!;
    bidderPart[b] = part;
    market.want[b] = Infinity;
    // What a bidder of several units holds is not on its own tree, but belongs to it.
    const first = market.heldStart[b]!;
    for (let h = first; h < first + market.held[b]!; h++) leave(market, itemPart, market.heldItem[h]!, part);
  }
}

function leave(market: Market, itemPart: Uint8Array, t: number, part: number): void {
  itemPart[t] = part;
  market.price[t] = Infinity;
}

/** Repairs, solves the part set aside from the other side, and puts the prices of both parts together. */
function finish(
  problem: Problem,
  pairs: Pairs,
  split: Split,
  market: Market,
  meter: Meter,
  earlier: Earlier | undefined,
): SplitSolved {
  const own = market.turned ? MENTORS_FULL : MENTEES_MATCHED;
  const first = repair(problem, pairs, split, market, meter);
  if (first.stop === "infeasible") return first;
  if (first.stop === "stopped") return { stop: "stopped", matches: [first.market] };
  const sides = partSides(problem, split, 1 - own);
  if (!isSplit(split, own))
    return {
      stop: "optimal",
      ...splitPrices(problem, pairs.greatest, split, [first.market, first.market]),
      split,
      markets: [first.market],
    };
  const other = startMarket(problem, pairs, sides, !market.turned, earlier);
  const second = settleBoth(pairs, sides.mentees, sides.mentors, other, meter);
  if (second.stop === "infeasible") return second;
  if (second.stop === "stopped") return { stop: "stopped", matches: [second.market] };
  const markets = own === MENTEES_MATCHED ? [first.market, second.market] : [second.market, first.market];
  return { stop: "optimal", ...splitPrices(problem, pairs.greatest, split, markets), split, markets };
}

function isSplit(split: Split, own: number): boolean {
  return split.mentee.includes(1 - own) || split.mentor.includes(1 - own);
}

/** Mentors may still lack their minimum, and after a rough start anybody may stand empty at too high a price. */
function repair(problem: Problem, pairs: Pairs, split: Split, market: Market, meter: Meter): Solved {
  if (!itemsLack(market)) return { stop: "optimal", market };
  const sides = partSides(problem, split, market.turned ? MENTORS_FULL : MENTEES_MATCHED);
  return reverseRepair(pairs, sides.mentees, sides.mentors, market, meter);
}

/** The degrees within one part: those that must be filled are; everybody of the other part is closed. */
function partSides(problem: Problem, split: Split, part: number): Sides {
  const mentees = closedSide(problem.mentees);
  const mentors = closedSide(problem.mentors);
  for (let i = 0; i < problem.mentees; i++) {
    if (split.mentee[i] !== part) continue;
    mentees.most[i] = problem.demand[i]!;
    if (part === MENTEES_MATCHED) mentees.least[i] = problem.demand[i]!;
  }
  for (let j = 0; j < problem.mentors; j++) {
    if (split.mentor[j] !== part) continue;
    mentors.most[j] = problem.capacity[j]!;
    mentors.least[j] = part === MENTORS_FULL ? problem.capacity[j]! : problem.minimum[j]!;
  }
  return { mentees, mentors };
}

function closedSide(size: number): Side {
  return { size, least: new Int32Array(size), most: new Int32Array(size), unit: undefined, firstUnit: undefined };
}

/** Coverage prices are 0 and 1: a full mentor of a Hall violator costs one match, its mentees are worth none. */
function splitPrices(
  problem: Problem,
  greatest: number,
  split: Split,
  markets: readonly Market[],
): { coverage: Prices; score: Prices } {
  const coverage = { mentee: new Float64Array(problem.mentees), mentor: new Float64Array(problem.mentors) };
  const score = { mentee: new Float64Array(problem.mentees), mentor: new Float64Array(problem.mentors) };
  const parts = markets.map(marketPrices);
  for (let i = 0; i < problem.mentees; i++) {
    coverage.mentee[i] = split.mentee[i] === MENTORS_FULL ? -1 : 0;
    score.mentee[i] = parts[split.mentee[i]!]!.mentee[i]!;
  }
  for (let j = 0; j < problem.mentors; j++) {
    coverage.mentor[j] = split.mentor[j] === MENTORS_FULL ? 1 : 0;
    score.mentor[j] = parts[split.mentor[j]!]!.mentor[j]!;
  }
  priceOut(problem, 0, coverage);
  priceOut(problem, greatest, score);
  return { coverage, score };
}

/** Whoever has no place at all costs the bound nothing, however high the price: higher than any pair is worth. */
function priceOut(problem: Problem, greatest: number, prices: Prices): void {
  const lowest = Math.min(least(prices.mentee), least(prices.mentor));
  for (let i = 0; i < problem.mentees; i++) if (problem.demand[i] === 0) prices.mentee[i] = greatest - lowest;
  for (let j = 0; j < problem.mentors; j++) if (problem.capacity[j] === 0) prices.mentor[j] = greatest - lowest;
}

function least(values: Float64Array): number {
  let low = 0;
  for (let x = 0; x < values.length; x++) if (values[x]! < low) low = values[x]!;
  return low;
}

function sum(values: Int32Array): number {
  let total = 0;
  for (let x = 0; x < values.length; x++) total += values[x]!;
  return total;
}
