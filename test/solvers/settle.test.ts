/** What a market does about that which cannot be: the searches are replaced by ones that say anything. */
import { expect, test, vi } from "vitest";
import { newMeter } from "../../src/matching/solvers/flow/meter.js";
import { openMarket } from "../../src/matching/solvers/flow/open.js";
import { settle } from "../../src/matching/solvers/flow/settle.js";

const found = vi.hoisted(() => ({ path: true }));
vi.mock("../../src/matching/solvers/flow/augment.js", () => ({ augment: () => found.path }));
vi.mock("../../src/matching/solvers/flow/auction.js", () => ({ auction: () => undefined, EXACT: {} }));

/** One bidder who must have the one item. */
function oneOnOne() {
  const side = (least: number) => ({
    least: Int32Array.of(least),
    most: Int32Array.of(1),
    first: new Int32Array(1),
    unit: undefined,
  });
  const pairs = {
    start: Int32Array.of(0, 1),
    mentor: Int32Array.of(0),
    value: Int32Array.of(5),
    greatest: 5,
    column: Int32Array.of(0, 1),
  };
  return openMarket({ pairs, bidder: side(1), item: side(0), turned: false }, new Float64Array(1));
}

test("settle() throws no-convergence rather than run forever where paths are found that lead nowhere", () => {
  found.path = true;
  expect(() => settle(oneOnOne(), newMeter(undefined), false)).toThrow(
    expect.objectContaining({ code: "no-convergence", message: expect.stringContaining("2 augmentations") }),
  );
});

test("settle() throws no-convergence where mentees cannot be filled who need not be", () => {
  found.path = false;
  expect(() => settle(oneOnOne(), newMeter(undefined), false)).toThrow(
    expect.objectContaining({ code: "no-convergence", message: expect.stringContaining("cannot be matched") }),
  );
});
