/**
 * Coverage and score together, without a big constant. One side must be filled: each of its people searches an augmenting
 * path, best score first. A search that finds none has found a Hall violator — people who together are eligible for too
 * few places, all taken among themselves — and is set aside (a lazy Dulmage–Mendelsohn split, 1958). In the part set aside
 * the other side can be filled, so it is solved once from there. No pair joins the set-aside searchers to the other part,
 * and in a largest matching none joins its items to the others.
 */

import { type Both, both, type Face, SIDES } from "../face.js";
import { checkLevel } from "../limits.js";
import type { Problem } from "../solver.js";
import { startCold, startFrom } from "./adopt.js";
import { type Earlier, isUsable } from "./hint.js";
import { pairsOf, type Solved } from "./level.js";
import type { Market, Pairs, People } from "./market.js";
import type { Meter } from "./meter.js";
import { openMarket } from "./open.js";
import { marketPrices, priceClosed } from "./prices.js";
import { settle } from "./settle.js";

/** Whether the first two levels are "as many mentees as possible" and then values of pairs alone, nobody wanting two. */
export function isCoverageThenScore({ levels: [coverage, score], demand }: Problem): boolean {
  if (coverage?.mentee === undefined || coverage.pair !== undefined || coverage.mentor !== undefined) return false;
  if (score?.pair === undefined || score.mentee !== undefined || score.mentor !== undefined) return false;
  for (let x = 0; x < coverage.mentee.length; x++) if (coverage.mentee[x] !== 1) return false;
  return demand.every((most) => most <= 1);
}

/** Solves both levels on the whole face, from scratch or from what an earlier answer holds. */
export function solveCoverageThenScore(problem: Problem, face: Face, meter: Meter, earlier?: Earlier): Solved {
  const pairs = pairsOf(problem, face, problem.levels[1]!);
  checkLevel(problem, problem.levels[0]!, new Int32Array(0));
  const hint = earlier !== undefined && isUsable(problem, pairs.greatest, earlier) ? earlier : undefined;
  const newPrices = () => both((side) => new Float64Array(face.side[side].most.length));
  const coverage = newPrices();
  const score = newPrices();
  const markets: Market[] = [];
  const isFull = sum(problem.capacity) < sum(problem.demand);
  let people: Both<People> | undefined;
  for (const mentorsBid of [isFull, !isFull]) {
    people = partOf(problem, face, mentorsBid, people);
    if (SIDES.every((side) => people![side].most.every((places) => places === 0))) break;
    const { market, short } = settle(startMarket(pairs, people, mentorsBid, hint), meter, markets.length === 0);
    markets.push(market);
    if (meter.stopped || short.length > 0) return { markets, prices: [], short };
    // Coverage prices are 0 and 1: a full mentor of a Hall violator costs one match, its mentees are worth none.
    const prices = marketPrices(market);
    for (const side of SIDES) {
      people[side].most.forEach((places, x) => {
        if (places === 0) return;
        score[side][x] = prices[side][x]!;
        if (mentorsBid) coverage[side][x] = side === "mentor" ? 1 : -1;
      });
    }
  }
  priceClosed(0, face.side, coverage);
  priceClosed(pairs.greatest, face.side, score);
  return { markets, prices: [coverage, score], short: new Int32Array(0) };
}

/** Everybody, or those who left the part that was solved first. Those who must be filled have no choice but to be. */
function partOf(problem: Problem, face: Face, mentorsBid: boolean, first: Both<People> | undefined): Both<People> {
  const least = {
    mentee: mentorsBid ? new Int32Array(problem.mentees) : problem.demand,
    mentor: mentorsBid ? problem.capacity : problem.minimum,
  };
  return both((side) => {
    const open = (values: Int32Array) =>
      values.map((value, x) => (first !== undefined && first[side].most[x]! > 0 ? 0 : value));
    return { ...face.side[side], least: open(least[side]), most: open(face.side[side].most), unit: undefined };
  });
}

/** Whoever must be filled bids; no item starts below 0, which only a unit that must be filled may reach. */
function startMarket(pairs: Pairs, people: Both<People>, turned: boolean, earlier: Earlier | undefined): Market {
  const [bidder, item] = turned ? (["mentor", "mentee"] as const) : (["mentee", "mentor"] as const);
  const base = earlier?.score[item].map((price) => Math.max(0, price)) ?? new Float64Array(people[item].most.length);
  const market = openMarket({ pairs, bidder: people[bidder], item: people[item], turned }, base);
  if (earlier === undefined) startCold(market);
  else {
    const { mentorOf, score } = earlier;
    startFrom(market, (b, t) => (turned ? mentorOf[t] === b : mentorOf[b] === t), score[bidder]);
  }
  return market;
}

function sum(values: Int32Array): number {
  return values.reduce((total, value) => total + value, 0);
}
