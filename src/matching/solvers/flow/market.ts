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

import type { Column, Face } from "../face.js";
import type { LinearLevel, Problem } from "../solver.js";

/** The people of one side: the degrees the face allows them and what their units are worth at this level. */
export interface Side {
  readonly size: number;
  readonly least: Int32Array;
  readonly most: Int32Array;
  /** value of the units, and where the first open unit of each person stands; absent where all are worth 0 */
  readonly unit: ArrayLike<number> | undefined;
  readonly firstUnit: Float64Array | undefined;
}

export interface Market {
  /** whether the bidders are the mentors */
  readonly turned: boolean;
  readonly bidder: Side;
  readonly item: Side;
  readonly pairs: Pairs;
  /**
   * Rows of the bidders: `rowItem` and `rowValue` (less the item's base) from `rowStart[b]` to `rowEnd[b]`, sorted as far
   * as `sorted[b]`. Where that is below 0 the row has not been copied from the pairs yet; `rowsEnd` is where it would go.
   */
  readonly rowStart: Int32Array;
  readonly rowEnd: Int32Array;
  readonly rowItem: Int32Array;
  readonly rowValue: Column;
  readonly sorted: Int32Array;
  rowsEnd: number;
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

export function menteeSide(problem: Problem, face: Face, level: LinearLevel): Side {
  return side(problem.mentees, face.menteeLeast, face.menteeMost, level.mentee, problem.demand, face.menteeUsed);
}

export function mentorSide(problem: Problem, face: Face, level: LinearLevel): Side {
  return side(problem.mentors, face.mentorLeast, face.mentorMost, level.mentor, problem.capacity, face.mentorUsed);
}

function side(
  size: number,
  least: Int32Array,
  most: Int32Array,
  unit: ArrayLike<number> | undefined,
  units: Int32Array,
  used: Int32Array,
): Side {
  if (unit === undefined) return { size, least, most, unit, firstUnit: undefined };
  const firstUnit = new Float64Array(size);
  let offset = 0;
  for (let x = 0; x < size; x++) {
    firstUnit[x] = offset + used[x]!;
    offset += units[x]!;
  }
  return { size, least, most, unit, firstUnit };
}

/** What unit `k` of the open units of person `x` is worth. */
export function unitValue(people: Side, x: number, k: number): number {
  return people.unit === undefined ? 0 : people.unit[people.firstUnit![x]! + k]!;
}

/** Pairs of a face with their values, none greater than `greatest` in size; `value` is absent where all are 0. */
export interface Pairs {
  readonly start: Int32Array;
  readonly mentor: Int32Array;
  readonly value: Column | undefined;
  readonly greatest: number;
}

/** An empty market: nobody holds anything, items stand at their base prices. */
export function openMarket(pairs: Pairs, bidder: Side, item: Side, turned: boolean, prices: Float64Array): Market {
  const base = prices.map((price, t) => (item.most[t]! > 0 ? price : Infinity));
  const rows = turned ? turnedRows(pairs, item, bidder, base) : unreadRows(pairs, base);
  const heldStart = new Int32Array(bidder.size + 1);
  for (let b = 0; b < bidder.size; b++) {
    const length = turned ? rows.rowEnd[b]! - rows.rowStart[b]! : pairs.start[b + 1]! - pairs.start[b]!;
    heldStart[b + 1] = heldStart[b]! + Math.min(bidder.most[b]!, length);
  }
  const slotStart = slotStarts(pairs, item, bidder.size, turned);
  const market: Market = {
    turned,
    bidder,
    item,
    base,
    pairs,
    ...rows,
    price: new Float64Array(item.size),
    profit: new Float64Array(bidder.size),
    reserve: new Float64Array(item.size),
    keep: new Float64Array(bidder.size),
    want: new Float64Array(bidder.size),
    held: new Int32Array(bidder.size),
    heldStart,
    heldItem: new Int32Array(heldStart[bidder.size]!),
    load: new Int32Array(item.size),
    slotStart,
    slotBidder: new Int32Array(slotStart[item.size]!),
    slotValue: new Float64Array(slotStart[item.size]!),
  };
  emptyMarket(market);
  return market;
}

/** Takes everything back: nobody holds anything, prices are at their base. Rows stay as they are. */
export function emptyMarket(market: Market): void {
  const { price, held, load, item, bidder } = market;
  held.fill(0);
  load.fill(0);
  for (let b = 0; b < bidder.size; b++) updateBidder(market, b);
  for (let t = 0; t < item.size; t++) {
    updateItem(market, t);
    price[t] = item.most[t]! > 0 ? 0 : Infinity;
  }
}

/** Sets the thresholds of a bidder after the number of items held has changed. */
export function updateBidder(market: Market, b: number): void {
  const { bidder, held } = market;
  const k = held[b]!;
  market.keep[b] = k > bidder.least[b]! ? -unitValue(bidder, b, k - 1) : -Infinity;
  market.want[b] = k < bidder.least[b]! ? -Infinity : k < bidder.most[b]! ? -unitValue(bidder, b, k) : Infinity;
}

/** Sets the price at which an item opens its next unit, after its load has changed. */
export function updateItem(market: Market, t: number): void {
  const { item, load } = market;
  const k = load[t]!;
  if (k < item.least[t]!) market.reserve[t] = -Infinity;
  else market.reserve[t] = k < item.most[t]! ? -unitValue(item, t, k) - market.base[t]! : Infinity;
}

/** Room for the holders of each item: as many as it may have, and no more than have a pair with it. */
function slotStarts({ start, mentor }: Pairs, item: Side, bidders: number, turned: boolean): Int32Array {
  const room = new Int32Array(item.size + 1);
  let places = 0;
  for (let t = 0; t < item.size; t++) {
    room[t + 1] = turned ? start[t + 1]! - start[t]! : bidders;
    places += Math.min(item.most[t]!, room[t + 1]!);
  }
  if (places > mentor.length) {
    room.fill(0);
    for (let p = 0; p < mentor.length; p++) room[mentor[p]! + 1]!++;
  }
  for (let t = 0; t < item.size; t++) room[t + 1] = room[t]! + Math.min(item.most[t]!, room[t + 1]!);
  return room;
}

type Rows = Pick<Market, "rowStart" | "rowEnd" | "rowItem" | "rowValue" | "sorted" | "rowsEnd">;

/** In `sorted`, instead of a place: nobody has asked for the row yet, or only for its top. */
export const UNREAD = -1;
export const GLANCED = -2;

/** Rows of the mentees are copied one by one, when somebody asks for them. */
function unreadRows({ start, mentor, greatest }: Pairs, base: Float64Array): Rows {
  const mentees = start.length - 1;
  return {
    rowStart: new Int32Array(mentees),
    rowEnd: new Int32Array(mentees),
    rowItem: new Int32Array(mentor.length),
    rowValue: columnFor(greatest, base, mentor.length),
    sorted: new Int32Array(mentees).fill(UNREAD),
    rowsEnd: 0,
  };
}

/** Rows of the mentors. Prices only rise, so a pair below what a unit must be worth at the base prices stays so: it is left out. */
function turnedRows({ start, mentor, value, greatest }: Pairs, mentees: Side, mentors: Side, base: Float64Array): Rows {
  const floor = new Float64Array(mentors.size).fill(-Infinity);
  for (let j = 0; j < mentors.size; j++) {
    if (mentors.most[j] === 0) floor[j] = Infinity;
    else if (mentors.least[j] === 0) floor[j] = -unitValue(mentors, j, 0);
  }
  const lowest = floor.reduce((low, bar) => Math.min(low, bar), Infinity);
  const rowEnd = new Int32Array(mentors.size);
  for (let i = 0; i < mentees.size; i++) {
    if (mentees.most[i]! === 0) continue;
    const own = base[i]!;
    const bar = own + lowest;
    for (let p = start[i]!, end = start[i + 1]!; p < end; p++) {
      const worth = value === undefined ? 0 : value[p]!;
      if (worth < bar) continue;
      const j = mentor[p]!;
      if (worth - own >= floor[j]!) rowEnd[j]!++;
    }
  }
  const rowStart = new Int32Array(mentors.size);
  let count = 0;
  for (let j = 0; j < mentors.size; j++) {
    rowStart[j] = count;
    count += rowEnd[j]!;
    rowEnd[j] = rowStart[j]!;
  }
  const rowItem = new Int32Array(count);
  const rowValue = columnFor(greatest, base, count);
  for (let i = 0; i < mentees.size; i++) {
    if (mentees.most[i]! === 0) continue;
    const own = base[i]!;
    const bar = own + lowest;
    for (let p = start[i]!, end = start[i + 1]!; p < end; p++) {
      const worth = value === undefined ? 0 : value[p]!;
      if (worth < bar) continue;
      const j = mentor[p]!;
      if (worth - own < floor[j]!) continue;
      const place = rowEnd[j]!++;
      rowItem[place] = i;
      rowValue[place] = worth - own;
    }
  }
  return { rowStart, rowEnd, rowItem, rowValue, sorted: rowStart.slice(), rowsEnd: count };
}

/** Four bytes a pair where all values less base prices fit, else eight. */
function columnFor(greatest: number, base: Float64Array, count: number): Column {
  let most = 0;
  for (let t = 0; t < base.length; t++) if (base[t]! < Infinity) most = Math.max(most, Math.abs(base[t]!));
  return greatest + most < 0x7fff_ffff ? new Int32Array(count) : new Float64Array(count);
}
