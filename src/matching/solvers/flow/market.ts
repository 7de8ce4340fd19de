/**
 * One linear level on a face, seen as a market: people of one side bid, those of the other are the items. The state obeys
 * complementary slackness at every moment, except that some bidders still lack a unit they want:
 *
 *   value − profit[bidder] − price[item]  ≤ 0 for every pair not held, ≥ 0 for every pair held;
 *   keep[bidder] ≤ profit[bidder]         the last unit held is worth its place;
 *   price[item] ≤ reserve[item]           the next unit is not worth opening.
 *
 * A bidder is lacking while profit > want. Prices count from `base`, so they start at 0 and only rise: a scan along a row
 * sorted by value may stop at the first pair that cannot beat the bound. An item without units costs Infinity.
 */

import type { Column, Side } from "../face.js";
import { readColumns } from "./columns.js";

/** The people of one side: the degrees the face allows them, and what units are worth at this level; absent where 0. */
export interface People extends Side {
  readonly unit: ArrayLike<number> | undefined;
}

/** Pairs of a face with their values, none greater than `greatest` in size. */
export interface Pairs {
  readonly start: Int32Array;
  readonly mentor: Int32Array;
  readonly value: Column;
  readonly greatest: number;
  /** where the rows of the mentors would start, if there were any */
  readonly column: Int32Array;
}

/** Who bids for whom. */
export interface Sides {
  readonly pairs: Pairs;
  readonly bidder: People;
  readonly item: People;
  /** whether the bidders are the mentors */
  readonly turned: boolean;
}

export interface Market extends Sides {
  /**
   * Rows of the bidders: `rowItem` and `rowValue` (less the item's base) from `rowStart[b]` to `rowEnd[b]`, sorted as far
   * as `sorted[b]`. Where that is below 0 the row has not been copied from the pairs yet; `rowsEnd` is where it would go.
   * Pairs worth no more than `floor[b]` may be missing, fewer of them the greater the `depth`.
   */
  readonly rowStart: Int32Array;
  readonly rowEnd: Int32Array;
  rowItem: Int32Array;
  rowValue: Column;
  readonly sorted: Int32Array;
  rowsEnd: number;
  readonly floor: Float64Array;
  depth: number;
  readonly base: Float64Array;
  readonly price: Float64Array;
  readonly profit: Float64Array;
  readonly reserve: Float64Array;
  readonly keep: Float64Array;
  readonly want: Float64Array;
  /** what each bidder holds: `heldItem` from `heldStart[b]`, `held[b]` of them */
  readonly held: Int32Array;
  readonly heldStart: Int32Array;
  readonly heldItem: Int32Array;
  /** who holds each item: `slotBidder` and the pair's `slotValue` from `slotStart[t]`, `load[t]` of them */
  readonly load: Int32Array;
  readonly slotStart: Int32Array;
  readonly slotBidder: Int32Array;
  readonly slotValue: Float64Array;
}

/** What unit `k` of the open units of person `x` is worth. */
export function unitValue({ unit, first }: People, x: number, k: number): number {
  return unit === undefined ? 0 : unit[first[x]! + k]!;
}

/** In `sorted`, instead of a place: nobody has asked for the row yet, or only for its top. */
export const UNREAD = -1;
export const GLANCED = -2;

const NONE = new Int32Array(0);

/** An empty market: nobody holds anything, items stand at the prices given. */
export function openMarket({ pairs, bidder, item, turned }: Sides, prices: Float64Array): Market {
  const [row, column] = turned ? [pairs.column, pairs.start] : [pairs.start, pairs.column];
  const base = prices.map((price, t) => (item.most[t]! > 0 ? price : Infinity));
  const heldStart = unitStarts(bidder, row);
  const slotStart = unitStarts(item, column);
  const units = slotStart[slotStart.length - 1]!;
  const bidders = bidder.most.length;
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

/** Room for what each person holds: as many as it may have, and no more than it has pairs. */
function unitStarts({ most }: Side, row: Int32Array): Int32Array {
  const start = new Int32Array(row.length);
  for (let x = 0; x < most.length; x++) start[x + 1] = start[x]! + Math.min(most[x]!, row[x + 1]! - row[x]!);
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

/** Sets the thresholds of a bidder after the number of items held has changed. */
export function updateBidder({ bidder, held, keep, want }: Market, b: number): void {
  const k = held[b]!;
  keep[b] = k > bidder.least[b]! ? -unitValue(bidder, b, k - 1) : -Infinity;
  want[b] = asks(bidder, b, k);
}

/** Sets the price at which an item opens its next unit, after its load has changed. */
export function updateItem({ item, load, base, reserve }: Market, t: number): void {
  reserve[t] = asks(item, t, load[t]!) - base[t]!;
}

/** The price from which on a person with `k` units wants another: any where it must have one, none where it may not. */
export function asks(people: People, x: number, k: number): number {
  if (k < people.least[x]!) return -Infinity;
  return k < people.most[x]! ? -unitValue(people, x, k) : Infinity;
}

/** Room for rows: four bytes a value where all values less base prices fit, else eight. */
export function makeRoom(market: Market, pairs: number): void {
  const furthest = market.base.reduce((most, price) => (price < Infinity ? Math.max(most, Math.abs(price)) : most), 0);
  market.rowItem = new Int32Array(pairs);
  market.rowValue = new (market.pairs.greatest + furthest < 0x7fff_ffff ? Int32Array : Float64Array)(pairs);
}
