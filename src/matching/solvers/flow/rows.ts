/** Rows read and sorted lazily: the best pairs first, more on demand. Most rows are never read beyond their top. */

import type { Column } from "../face.js";
import { GLANCED, type Market } from "./market.js";

/** How many pairs of a row are sorted first; each further request sorts three times as many. */
const FIRST_SORTED = 24;
const SMALL = 16;

/** Sorts the next stretch of the row of `b`, highest value first, and returns where the sorted part now ends. */
export function sortMore(market: Market, b: number): number {
  const { rowItem, rowValue } = market;
  if (market.sorted[b]! < 0) {
    // Copied behind those copied before: what no search touches is never read.
    market.rowStart[b] = market.sorted[b] = market.rowsEnd;
    market.rowEnd[b] = market.rowsEnd = copyAbove(market, b, -Infinity);
  }
  const start = market.rowStart[b]!;
  const end = market.rowEnd[b]!;
  const from = market.sorted[b]!;
  const wanted = from === start ? FIRST_SORTED : 3 * (from - start);
  let to = from + wanted;
  if (to + (wanted >> 1) >= end) to = end;
  sortTop(rowValue, rowItem, from, end - 1, to);
  market.sorted[b] = to;
  return to;
}

/**
 * The pairs above `floor` of a row that has not been copied, best first, from `rowsEnd` to the place returned. Many rows are
 * read but once: only the second time the whole row is kept, and where its sorted part ends is returned.
 */
export function glance(market: Market, b: number, floor: number): number {
  if (market.sorted[b] === GLANCED || floor === -Infinity) return sortMore(market, b);
  market.sorted[b] = GLANCED;
  const end = copyAbove(market, b, floor);
  sortTop(market.rowValue, market.rowItem, market.rowsEnd, end - 1, end);
  return end;
}

function copyAbove({ pairs, base, rowItem, rowValue, rowsEnd }: Market, b: number, floor: number): number {
  const { start, mentor, value } = pairs;
  let next = rowsEnd;
  for (let p = start[b]!, end = start[b + 1]!; p < end; p++) {
    const t = mentor[p]!;
    const gain = value[p]! - base[t]!;
    if (gain <= floor) continue;
    rowItem[next] = t;
    rowValue[next++] = gain;
  }
  return next;
}

/**
 * Sorts `first … last`, highest value first, as far as `nth`; what comes after is only known to be no higher (Hoare's
 * quicksort and selection, 1961, without recursion).
 */
export function sortTop(value: Column, item: Int32Array, first: number, last: number, nth: number): void {
  const waiting = [last];
  for (let low = first; waiting.length > 0; ) {
    let high = waiting.pop()!;
    while (high - low > SMALL) {
      const a = value[low]!;
      const b = value[high]!;
      const pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), value[(low + high) >> 1]!));
      let i = low;
      let j = high;
      while (i <= j) {
        while (value[i]! > pivot) i++;
        while (value[j]! < pivot) j--;
        if (i > j) break;
        const v = value[i]!;
        value[i] = value[j]!;
        value[j] = v;
        const t = item[i]!;
        item[i++] = item[j]!;
        item[j--] = t;
      }
      if (j + 1 < nth) waiting.push(high);
      high = j;
    }
    insertionSort(value, item, low, high);
    low = high + 1;
  }
}

function insertionSort(value: Column, item: Int32Array, low: number, high: number): void {
  for (let i = low + 1; i <= high; i++) {
    const v = value[i]!;
    const t = item[i]!;
    let j = i - 1;
    while (j >= low && value[j]! < v) {
      value[j + 1] = value[j]!;
      item[j + 1] = item[j]!;
      j--;
    }
    value[j + 1] = v;
    item[j + 1] = t;
  }
}
