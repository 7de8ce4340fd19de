/**
 * Coverage and score together, without a big constant. One side must be filled: each of its people searches an augmenting
 * path, best score first. A search that finds none has found a Hall violator — people who together are eligible for too
 * few places, all taken among themselves — and is set aside (a lazy Dulmage–Mendelsohn split, 1958). In the part set aside
 * the other side can be filled, so it is solved once from there. No pair joins the set-aside searchers to the other part,
 * and in a largest matching none joins its items to the others.
 */

import type { Face } from "../face.js";
import { checkLevel } from "../limits.js";
import type { LinearLevel, Prices, Problem } from "../solver.js";
import { startCold, startFrom } from "./adopt.js";
import { type Earlier, isUsable } from "./hint.js";
import { pairsOf } from "./level.js";
import { type Market, openMarket, type Pairs, type Side } from "./market.js";
import type { Meter } from "./meter.js";
import { marketPrices } from "./prices.js";
import { type Solved, settle } from "./settle.js";

/** The two sides of a part: in one the mentees are all matched, in the other the mentors are all full. */
interface Part {
  readonly isFull: boolean;
  readonly mentees: Side;
  readonly mentors: Side;
}

/** Whether the first two levels are "as many mentees as possible" and then values of pairs alone, nobody wanting two. */
export function isCoverageThenScore({ levels: [coverage, score], demand }: Problem): boolean {
  if (coverage?.mentee === undefined || coverage.pair !== undefined || coverage.mentor !== undefined) return false;
  if (score?.pair === undefined || score.mentee !== undefined || score.mentor !== undefined) return false;
  for (let x = 0; x < coverage.mentee.length; x++) if (coverage.mentee[x] !== 1) return false;
  return demand.every((most) => most <= 1);
}

/** Solves both levels on the whole face, from scratch or from what an earlier answer holds. */
export function solveCoverageThenScore(problem: Problem, face: Face, meter: Meter, earlier?: Earlier): Solved {
  const [coverage, score] = problem.levels as [LinearLevel, LinearLevel];
  checkLevel(problem, coverage, undefined);
  const pairs = pairsOf(problem, face, score);
  const hint = earlier !== undefined && isUsable(problem, pairs.greatest, earlier) ? earlier : undefined;
  const isFull = sum(problem.capacity) < sum(problem.demand);
  const parts: Part[] = [];
  const markets: Market[] = [];
  for (const mentorsBid of [isFull, !isFull]) {
    const part = partOf(problem, mentorsBid, parts[0]);
    const { mentees, mentors } = part;
    if (parts.length > 0 && isEmpty(mentees) && isEmpty(mentors)) break;
    const market = startMarket(pairs, part, hint);
    const solved = settle(market, meter, parts.length === 0);
    if (solved.stop === "infeasible") return solved;
    markets.push(solved.market);
    parts.push(part);
    if (solved.stop === "stopped") return { stop: "stopped", markets, prices: [] };
  }
  return { stop: "optimal", markets, prices: splitPrices(problem, pairs, parts, markets) };
}

/** Everybody, or those who left the part that was solved first. Those who must be filled have no choice but to be. */
function partOf({ demand, capacity, minimum }: Problem, isFull: boolean, first: Part | undefined): Part {
  const side = (most: Int32Array, least: Int32Array | undefined, rest: Side | undefined): Side => {
    const open = (values: Int32Array) =>
      values.map((value, x) => (rest !== undefined && rest.most[x]! > 0 ? 0 : value));
    return {
      size: most.length,
      most: open(most),
      least: least === undefined ? new Int32Array(most.length) : open(least),
      unit: undefined,
      firstUnit: undefined,
    };
  };
  return {
    isFull,
    mentees: side(demand, isFull ? undefined : demand, first?.mentees),
    mentors: side(capacity, isFull ? capacity : minimum, first?.mentors),
  };
}

function isEmpty({ most }: Side): boolean {
  return most.every((places) => places === 0);
}

/** Whoever must be filled bids; no item starts below 0, which only a unit that must be filled may reach. */
function startMarket(pairs: Pairs, { isFull, mentees, mentors }: Part, earlier: Earlier | undefined): Market {
  const [bidder, item] = isFull ? [mentors, mentees] : [mentees, mentors];
  const prices = isFull ? earlier?.score.mentee : earlier?.score.mentor;
  const base = prices?.map((price) => Math.max(0, price)) ?? new Float64Array(item.size);
  const market = openMarket(pairs, bidder, item, isFull, base);
  if (earlier === undefined) startCold(market);
  else {
    const { mentorOf, score } = earlier;
    const holds = (b: number, t: number) => (isFull ? mentorOf[t] === b : mentorOf[b] === t);
    startFrom(market, { holds, profit: isFull ? score.mentor : score.mentee });
  }
  return market;
}

/** Coverage prices are 0 and 1: a full mentor of a Hall violator costs one match, its mentees are worth none. */
function splitPrices(problem: Problem, pairs: Pairs, parts: readonly Part[], markets: readonly Market[]): Prices[] {
  const coverage = { mentee: new Float64Array(problem.mentees), mentor: new Float64Array(problem.mentors) };
  const score = { mentee: new Float64Array(problem.mentees), mentor: new Float64Array(problem.mentors) };
  parts.forEach(({ isFull, mentees, mentors }, x) => {
    const prices = marketPrices(markets[x]!);
    if (isFull) {
      note(mentees, coverage.mentee, -1);
      note(mentors, coverage.mentor, 1);
    }
    note(mentees, score.mentee, prices.mentee);
    note(mentors, score.mentor, prices.mentor);
  });
  priceOut(problem, 0, coverage);
  priceOut(problem, pairs.greatest, score);
  return [coverage, score];
}

/** Writes down the price of everybody who is in a part. */
function note({ most }: Side, price: Float64Array, own: Float64Array | number): void {
  for (let x = 0; x < most.length; x++) if (most[x]! > 0) price[x] = typeof own === "number" ? own : own[x]!;
}

/** Whoever has no place at all costs the bound nothing, however high the price: higher than any pair is worth. */
function priceOut({ demand, capacity }: Problem, greatest: number, { mentee, mentor }: Prices): void {
  const least = (values: Float64Array) => values.reduce((low, price) => Math.min(low, price), 0);
  const high = greatest - Math.min(least(mentee), least(mentor));
  demand.forEach((places, i) => {
    if (places === 0) mentee[i] = high;
  });
  capacity.forEach((places, j) => {
    if (places === 0) mentor[j] = high;
  });
}

function sum(values: Int32Array): number {
  return values.reduce((total, value) => total + value, 0);
}
