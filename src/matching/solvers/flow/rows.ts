/** Rows sorted lazily: the best pairs first, more on demand. Most rows are never read beyond their top. */

import type { Column } from "../face.js";
import type { Market } from "./market.js";

/** How many pairs of a row are sorted first; each further request sorts three times as many. */
const FIRST_SORTED = 24;
const SMALL = 16;

/** Sorts the next stretch of the row of `b`, highest value first, and returns where the sorted part now ends. */
export function sortMore(market: Market, b: number): number {
  const { rowItem, rowValue } = market;
  const start = market.rowStart[b]!;
  const end = market.rowStart[b + 1]!;
  const from = market.sorted[b]!;
  const wanted = from === start ? FIRST_SORTED : 3 * (from - start);
  let to = from + wanted;
  if (to + (wanted >> 1) >= end) to = end;
  else select(rowValue, rowItem, from, end - 1, to);
  sort(rowValue, rowItem, from, to - 1);
  market.sorted[b] = to;
  return to;
}

/** Partitions `low … high` so that the highest values stand before `nth` (Hoare 1961). */
function select(value: Column, item: Int32Array, low: number, high: number, nth: number): void {
  while (high - low > SMALL) {
    const pivot = median(value[low]!, value[(low + high) >> 1]!, value[high]!);
    let i = low;
    let j = high;
    while (i <= j) {
      while (value[i]! > pivot) i++;
      while (value[j]! < pivot) j--;
      if (i <= j) swap(value, item, i++, j--);
    }
    if (nth <= j) high = j;
    else if (nth >= i) low = i;
    else return;
  }
  insertionSort(value, item, low, high);
}

/** Quicksort without recursion: the larger part waits on a stack of at most 32 ranges. */
function sort(value: Column, item: Int32Array, first: number, last: number): void {
  if (last - first <= SMALL) {
    insertionSort(value, item, first, last);
    return;
  }
  const waiting = [first, last];
  while (waiting.length > 0) {
    let high = waiting.pop()!;
    let low = waiting.pop()!;
    while (high - low > SMALL) {
      const pivot = median(value[low]!, value[(low + high) >> 1]!, value[high]!);
      let i = low;
      let j = high;
      while (i <= j) {
        while (value[i]! > pivot) i++;
        while (value[j]! < pivot) j--;
        if (i <= j) swap(value, item, i++, j--);
      }
      if (j - low > high - i) {
        waiting.push(low, j);
        low = i;
      } else {
        waiting.push(i, high);
        high = j;
      }
    }
    insertionSort(value, item, low, high);
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

function swap(value: Column, item: Int32Array, i: number, j: number): void {
  const v = value[i]!;
  value[i] = value[j]!;
  value[j] = v;
  const t = item[i]!;
  item[i] = item[j]!;
  item[j] = t;
}

function median(a: number, b: number, c: number): number {
  return a > b ? (b > c ? b : a > c ? c : a) : a > c ? a : b > c ? c : b;
}
