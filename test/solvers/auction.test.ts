/** Bids for items whose units ask different prices. */
import { expect, test } from "vitest";
import { startCold } from "../../src/matching/solvers/flow/adopt.js";
import { auction, EXACT } from "../../src/matching/solvers/flow/auction.js";
import { newMeter } from "../../src/matching/solvers/flow/meter.js";
import { openMarket } from "../../src/matching/solvers/flow/open.js";
import { newSearch } from "../../src/matching/solvers/flow/search.js";

/** Two bidders who must each have one of two items; the first has a second unit that asks `second`, and is worth 10 to both. */
function settled(second: number) {
  const market = openMarket(
    {
      pairs: {
        start: Int32Array.of(0, 2, 4),
        mentor: Int32Array.of(0, 1, 0, 1),
        value: Int32Array.of(10, 2, 10, 2),
        greatest: 10,
      },
      bidder: { least: Int32Array.of(1, 1), most: Int32Array.of(1, 1), first: Int32Array.of(0, 1), unit: undefined },
      item: {
        least: Int32Array.of(0, 0),
        most: Int32Array.of(2, 1),
        first: Int32Array.of(0, 2),
        unit: Int32Array.of(0, -second, 0),
      },
      turned: false,
    },
    new Float64Array(2),
  );
  startCold(market);
  auction(market, newSearch(market), newMeter(undefined), EXACT);
  const { load, price, profit } = market;
  return { load: Array.from(load), price: Array.from(price), profit: Array.from(profit) };
}

test("auction() opens the next unit of an item at what that unit asks, where all who want it bid that much", () => {
  expect(settled(5)).toEqual({ load: [2, 0], price: [5, 0], profit: [2, 2] });
});

test("auction() lets the rest look elsewhere where the next unit asks more than they bid", () => {
  expect(settled(9)).toEqual({ load: [1, 1], price: [8, 0], profit: [2, 2] });
});
