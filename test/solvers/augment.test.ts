import { expect, test } from "vitest";
import { augment } from "../../src/matching/solvers/flow/augment.js";
import { take } from "../../src/matching/solvers/flow/hold.js";
import { newMeter } from "../../src/matching/solvers/flow/meter.js";
import { openMarket } from "../../src/matching/solvers/flow/open.js";
import { newSearch } from "../../src/matching/solvers/flow/search.js";

/** Three bidders who must have one of two items each; the second and the third hold them at the value given. */
function searchFrom(value: number) {
  const pairs = {
    start: Int32Array.of(0, 2, 4, 6),
    mentor: Int32Array.of(0, 1, 0, 1, 0, 1),
    value: new Int32Array(6),
    greatest: 0,
    column: Int32Array.of(0, 3, 6),
  };
  const side = (size: number, least: number) => ({
    least: new Int32Array(size).fill(least),
    most: new Int32Array(size).fill(1),
    first: new Int32Array(size),
    unit: undefined,
  });
  const sides = { pairs, bidder: side(3, 1), item: side(2, 0), turned: false };
  const market = openMarket(sides, new Float64Array(2));
  take(market, 1, 0, value);
  take(market, 2, 1, value);
  const search = newSearch(market);
  return { search, run: () => augment(market, search, 0, newMeter(undefined)) };
}

test("augment() labels everybody whom a search without an end reaches", () => {
  const { search, run } = searchFrom(0);
  expect(run()).toBe(false);
  expect(search.labels).toBe(5);
});

test("augment() throws no-convergence rather than run forever where a length is below 0", () => {
  expect(searchFrom(-1).run).toThrow(expect.objectContaining({ code: "no-convergence" }));
});
