/** The laws of mentors whose pairs are so many that only the best of them are read at first. */
import { expect, test } from "vitest";
import { startCold, startFrom } from "../../src/matching/solvers/flow/adopt.js";
import { auction, EXACT } from "../../src/matching/solvers/flow/auction.js";
import { newMeter } from "../../src/matching/solvers/flow/meter.js";
import { openMarket } from "../../src/matching/solvers/flow/open.js";
import { newSearch } from "../../src/matching/solvers/flow/search.js";
import { columnStarts } from "../../src/matching/solvers/units.js";
import { type AssignInput, assign } from "../../src/solver.js";
import { assignFault } from "../helpers/assign-fault.js";
import { runs } from "../helpers/counts.js";
import { faults } from "../helpers/faults.js";
import { random } from "../helpers/problems.js";

const LEVELS = [["coverage", "score"], ["score"], ["score", "coverage"]] as const;

/** 600 to 900 mentees for up to 30 mentors who have fewer places, eligible for most of them. */
function crowd(seed: number, next: () => number): AssignInput {
  const up = (most: number) => Math.floor(next() * (most + 1));
  const mentees = 600 + up(300);
  const mentors = 1 + up(29);
  const density = [1, 0.95, 0.9][seed % 3]!;
  const strength = Array.from({ length: mentees + mentors }, () => 1 + up(300));
  const score: readonly ((i: number, j: number) => number)[] = [
    () => up(1000),
    () => up(3),
    () => 7,
    // Everybody wants the same mentees.
    (i) => strength[i]!,
    (i, j) => strength[i]! * strength[mentees + j]!,
    (i, j) => -Math.abs(strength[i]! - strength[mentees + j]!),
  ];
  const start = [0];
  const mentor: number[] = [];
  const scores: number[] = [];
  for (let i = 0; i < mentees; i++) {
    for (let j = 0; j < mentors; j++) {
      if (next() > density) continue;
      mentor.push(j);
      scores.push(score[seed % score.length]!(i, j));
    }
    start.push(mentor.length);
  }
  const capacity = Array.from({ length: mentors }, () => up(Math.floor((1.8 * mentees) / mentors)));
  const minimum = capacity.map((places) => (next() < 0.2 ? Math.min(places, up(5)) : 0));
  return { mentees, mentors, start, mentor, score: scores, capacity, minimum };
}

test("assign() is right where mentors have so many pairs that only their best are read", () => {
  const wrong = faults(runs(30, 3), (seed) => {
    const next = random(seed);
    const input = crowd(seed, next);
    const levels = LEVELS[seed % 7 < 5 ? 0 : (seed % 7) - 4]!;
    const cold = assign(input, { levels });
    const parted = { ...input, capacity: Array.from(input.capacity, (places) => (next() < 0.1 ? places + 1 : places)) };
    return assignFault(input, levels, cold) ?? assignFault(parted, levels, assign(parted, { levels, from: cold }));
  });
  expect(wrong).toEqual([]);
});

/** A market of up to 6 × 6 in which rows leave out what is worth no more than a floor, and all of its values. */
function cutMarket(next: () => number) {
  const up = (most: number) => Math.floor(next() * (most + 1));
  const [bidders, items] = [1 + up(5), 1 + up(5)];
  const values = Array.from({ length: bidders }, () => Array.from({ length: items }, () => up(9)));
  const floor = values.map(() => up(9) - 2);
  const listed = values.map((row, b) => row.flatMap((value, t) => (value > floor[b]! ? [t] : [])));
  const mentor = Int32Array.from(listed.flat());
  const start = Int32Array.from([0, ...listed.map((_, b) => listed.slice(0, b + 1).flat().length)]);
  const side = (size: number) => ({
    least: new Int32Array(size),
    most: new Int32Array(size).fill(1),
    first: new Int32Array(size),
    unit: undefined,
  });
  const value = Int32Array.from(listed.flatMap((row, b) => row.map((t) => values[b]![t]!)));
  const pairs = { start, mentor, value, greatest: 9, column: columnStarts(mentor, items) };
  const bidder = { ...side(bidders), least: new Int32Array(bidders).fill(1) };
  const market = openMarket({ pairs, bidder, item: side(items), turned: false }, new Float64Array(items));
  market.floor.set(floor);
  /** Pairs that nobody holds and that somebody would rather hold, those that are left out among them. */
  const better = () =>
    values.flatMap((row, b) =>
      row.flatMap((worth, t) => {
        const isHeld = market.held[b]! > 0 && market.heldItem[market.heldStart[b]!] === t;
        return !isHeld && worth > market.profit[b]! + market.price[t]! ? [[b, t]] : [];
      }),
    );
  return { market, better };
}

test("auction() lets nobody bid so much that a pair which its row leaves out would be better", () => {
  const wrong = faults(runs(2000), (seed) => {
    const { market, better } = cutMarket(random(seed));
    startCold(market);
    auction(market, newSearch(market), newMeter(undefined), EXACT);
    return better().length === 0 ? undefined : JSON.stringify(better());
  });
  expect(wrong).toEqual([]);
});

test("startFrom() takes over nothing to which a pair that its row leaves out would be preferred", () => {
  const wrong = faults(runs(2000), (seed) => {
    const next = random(seed);
    const { market, better } = cutMarket(next);
    const wish = Array.from(market.profit, () => Math.floor(next() * market.price.length));
    startFrom(market, (b, t) => wish[b] === t, new Float64Array(market.profit.length).fill(-Infinity));
    return better().length === 0 ? undefined : JSON.stringify(better());
  });
  expect(wrong).toEqual([]);
});
