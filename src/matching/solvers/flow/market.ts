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
