/** A market before anybody holds anything. */

import { makeRoom, readColumns } from "./columns.js";
import { type Market, type Sides, UNREAD, updateBidder, updateItem } from "./market.js";

const NONE = new Int32Array(0);

/** An empty market: nobody holds anything, items stand at the prices given. */
export function openMarket({ pairs, bidder, item, turned }: Sides, prices: Float64Array): Market {
  const base = prices.map((price, t) => (item.most[t]! > 0 ? price : Infinity));
  const bidders = bidder.most.length;
  const heldStart = unitStarts(bidder.most);
  const slotStart = unitStarts(item.most);
  const units = slotStart.at(-1)!;
  const row = turned ? new Int32Array(bidders + 1) : pairs.start;
  const market: Market = {
    pairs,
    bidder,
    item,
    turned,
    base,
    rowStart: row.slice(),
    rowEnd: row.slice(),
    rowItem: NONE,
    rowValue: NONE,
    sorted: row.map(() => UNREAD),
    rowsEnd: 0,
    floor: new Float64Array(bidders).fill(-Infinity),
    depth: 1,
    price: new Float64Array(base.length),
    profit: new Float64Array(bidders),
    reserve: new Float64Array(base.length),
    keep: new Float64Array(bidders),
    want: new Float64Array(bidders),
    held: new Int32Array(bidders),
    heldStart,
    heldItem: new Int32Array(heldStart[bidders]!),
    load: new Int32Array(base.length),
    slotStart,
    slotBidder: new Int32Array(units),
    slotValue: new Float64Array(units),
  };
  emptyMarket(market);
  if (turned) readColumns(market);
  else makeRoom(market, pairs.mentor.length);
  return market;
}

/** Room for as many units as each person may have. */
function unitStarts(most: Int32Array): Int32Array {
  const start = new Int32Array(most.length + 1);
  for (let x = 0; x < most.length; x++) start[x + 1] = start[x]! + most[x]!;
  return start;
}

/** Takes everything back: nobody holds anything, prices are at their base. Rows stay as they are. */
export function emptyMarket(market: Market): void {
  const { price, held, load, item } = market;
  held.fill(0);
  load.fill(0);
  for (let b = 0; b < held.length; b++) updateBidder(market, b);
  for (let t = 0; t < load.length; t++) {
    updateItem(market, t);
    price[t] = item.most[t]! > 0 ? 0 : Infinity;
  }
}
