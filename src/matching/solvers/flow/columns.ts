/**
 * Rows of the mentors, read from those of the mentees. Of a long row the best pairs only, as far as a sample tells; more when
 * a search asks for them. What no search touches costs no memory, and that is most of a large instance.
 */

import { asks, type Market } from "./market.js";
import { sortTop } from "./rows.js";

/** How many pairs of a row are read first, or which part of it, or how many times its places, whichever is most. */
const LEAST = 256;
const PART = 1 / 16;
const PLACES = 8;
/** Each further request reads so many times as many. */
const DEEPER = 4;
/** Of so many mentees the pairs are a sample. */
const SAMPLE = 256;

/** Reads the rows anew, deeper than before. */
export function readDeeper(market: Market): void {
  market.depth *= DEEPER;
  readColumns(market);
}

/** Reads all of the rows. */
export function readWhole(market: Market): void {
  market.depth = Infinity;
  readColumns(market);
}

/** Prices only rise, so a pair below what a unit must be worth at the base prices stays so: it is left out. */
export function readColumns(market: Market): void {
  const { bidder, base, pairs, floor, depth } = market;
  const bidders = floor.length;
  for (let b = 0; b < bidders; b++) floor[b] = asks(bidder, b, 0) - 1;
  const stride = Math.floor(base.length / SAMPLE);
  if (stride > 1 && pairs.mentor.length >= 2 * depth * LEAST * bidders) {
    read(market, stride);
    raiseFloors(market, stride);
  }
  read(market, 1);
}

/** Reads the pairs of every so many mentees that lie above the floors. */
function read(market: Market, stride: number): void {
  const places = countAbove(market, stride);
  const { pairs, item, base, floor, rowStart, rowEnd, sorted } = market;
  const { start, mentor, value } = pairs;
  for (const list of [rowStart, rowEnd, sorted]) list.set(places);
  makeRoom(market, places.at(-1)!);
  const { rowItem, rowValue } = market;
  for (let i = 0; i < base.length; i += stride) {
    if (item.most[i] === 0) continue;
    const own = base[i]!;
    for (let p = start[i]!, end = start[i + 1]!; p < end; p++) {
      const gain = value[p]! - own;
      const j = mentor[p]!;
      if (gain <= floor[j]!) continue;
      const place = rowEnd[j]!++;
      rowItem[place] = i;
      rowValue[place] = gain;
    }
  }
}

/** From a sample of each row: the floor above which about as many of its pairs lie as are to be read. */
function raiseFloors({ bidder, floor, depth, rowStart, rowEnd, rowItem, rowValue }: Market, stride: number): void {
  for (let b = 0; b < floor.length; b++) {
    const first = rowStart[b]!;
    const sampled = rowEnd[b]! - first;
    const nth = Math.ceil((depth * Math.max(LEAST, PART * stride * sampled, PLACES * bidder.most[b]!)) / stride);
    if (!(2 * nth < sampled)) continue;
    sortTop(rowValue, rowItem, first, rowEnd[b]! - 1, first + nth);
    floor[b] = rowValue[first + nth - 1]! - 1;
  }
}

/** Where these rows begin, and where the last ends. */
function countAbove({ pairs, item, base, floor, rowStart }: Market, stride: number): Int32Array {
  const { start, mentor, value } = pairs;
  const places = rowStart.fill(0);
  for (let i = 0; i < base.length; i += stride) {
    if (item.most[i] === 0) continue;
    const own = base[i]!;
    for (let p = start[i]!, end = start[i + 1]!; p < end; p++) {
      const j = mentor[p]!;
      if (value[p]! - own > floor[j]!) places[j + 1]!++;
    }
  }
  for (let b = 0; b < floor.length; b++) places[b + 1]! += places[b]!;
  return places;
}

/** Room for rows: four bytes a value where all values less base prices fit, else eight. */
export function makeRoom(market: Market, pairs: number): void {
  const furthest = market.base.reduce((most, price) => (price < Infinity ? Math.max(most, Math.abs(price)) : most), 0);
  market.rowItem = new Int32Array(pairs);
  market.rowValue = new (market.pairs.greatest + furthest < 0x7fff_ffff ? Int32Array : Float64Array)(pairs);
}
