/** Taking over an assignment where nothing else is left to choose. */
import { expect, test } from "vitest";
import { startFrom } from "../../src/matching/solvers/flow/adopt.js";
import { openMarket } from "../../src/matching/solvers/flow/open.js";

/** Bidders, each with a pair with an item of its own that is worth 7, or with none. */
function adopted(people: readonly { readonly least: number; readonly most: number; readonly hasPair: boolean }[]) {
  const start = new Int32Array(people.length + 1);
  people.forEach(({ hasPair }, b) => {
    start[b + 1] = start[b]! + (hasPair ? 1 : 0);
  });
  const mentor = Int32Array.from(people.flatMap(({ hasPair }, b) => (hasPair ? [b] : [])));
  const first = Int32Array.from(people, (_, b) => people.slice(0, b).reduce((sum, { most }) => sum + most, 0));
  const market = openMarket(
    {
      pairs: { start, mentor, value: new Int32Array(mentor.length).fill(7), greatest: 7 },
      bidder: {
        least: Int32Array.from(people, ({ least }) => least),
        most: Int32Array.from(people, ({ most }) => most),
        first,
        unit: undefined,
      },
      item: {
        least: new Int32Array(people.length),
        most: new Int32Array(people.length).fill(1),
        first: Int32Array.from(people, (_, t) => t),
        unit: undefined,
      },
      turned: false,
    },
    new Float64Array(people.length),
  );
  const floor = new Float64Array(people.length).fill(-Infinity);
  startFrom(market, (b, t) => b === t, floor);
  return { held: Array.from(market.held), profit: Array.from(market.profit, (value) => value + 0) };
}

test("startFrom() asks of whoever has nothing else to choose no more than keeps what they hold", () => {
  expect(
    adopted([
      // Must have one, and has it.
      { least: 1, most: 1, hasPair: true },
      // The same, and would like another: none is worth more than 0 to it.
      { least: 1, most: 2, hasPair: true },
      // Must have one, and there is none.
      { least: 1, most: 1, hasPair: false },
    ]),
  ).toEqual({ held: [1, 1, 0], profit: [0, 0, 0] });
});
