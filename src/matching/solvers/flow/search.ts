/** What a shortest-path search remembers, allocated once a market: labels, parents, a stack and a binary heap. */

import type { Market } from "./market.js";

/** Nodes are bidders from 0 and items from `market.bidder.size`. */
export interface Search {
  /** distances from the source; Infinity where no label was set */
  readonly distBidder: Float64Array;
  readonly distItem: Float64Array;
  /** the item through which a bidder was reached; the bidder, and its value of the pair, through which an item was */
  readonly parentItem: Int32Array;
  readonly parentBidder: Int32Array;
  readonly parentValue: Float64Array;
  readonly labelledBidder: Int32Array;
  readonly labelledItem: Int32Array;
  labelledBidders: number;
  labelledItems: number;
  /** items held by the bidder being scanned carry the number of the scan */
  readonly mark: Int32Array;
  scan: number;
  readonly stack: Int32Array;
  heapKey: Float64Array;
  heapNode: Int32Array;
  heapSize: number;
}

export function newSearch(market: Market): Search {
  const bidders = market.bidder.size;
  const items = market.item.size;
  return {
    distBidder: new Float64Array(bidders).fill(Infinity),
    distItem: new Float64Array(items).fill(Infinity),
    parentItem: new Int32Array(bidders),
    parentBidder: new Int32Array(items),
    parentValue: new Float64Array(items),
    labelledBidder: new Int32Array(bidders),
    labelledItem: new Int32Array(items),
    labelledBidders: 0,
    labelledItems: 0,
    mark: new Int32Array(items),
    scan: 0,
    stack: new Int32Array(bidders + items),
    heapKey: new Float64Array(64),
    heapNode: new Int32Array(64),
    heapSize: 0,
  };
}

/** Takes back all labels of the last search. */
export function clearLabels(search: Search): void {
  for (let x = 0; x < search.labelledBidders; x++) search.distBidder[search.labelledBidder[x]!] = Infinity;
  for (let x = 0; x < search.labelledItems; x++) search.distItem[search.labelledItem[x]!] = Infinity;
  search.labelledBidders = 0;
  search.labelledItems = 0;
  search.heapSize = 0;
}

/** Marks what bidder `b` holds; an item `t` is held if `mark[t]` equals the number returned. */
export function markHeld(market: Market, search: Search, b: number): number {
  const scan = ++search.scan;
  const first = market.heldStart[b]!;
  for (let x = first; x < first + market.held[b]!; x++) search.mark[market.heldItem[x]!] = scan;
  return scan;
}

export function push(search: Search, key: number, node: number): void {
  if (search.heapSize === search.heapKey.length) grow(search);
  const { heapKey, heapNode } = search;
  let x = search.heapSize++;
  while (x > 0) {
    const up = (x - 1) >> 1;
    if (heapKey[up]! <= key) break;
    heapKey[x] = heapKey[up]!;
    heapNode[x] = heapNode[up]!;
    x = up;
  }
  heapKey[x] = key;
  heapNode[x] = node;
}

/** Removes the entry with the least key; the caller has read `heapKey[0]` and `heapNode[0]`. */
export function pop(search: Search): void {
  const { heapKey, heapNode } = search;
  const size = --search.heapSize;
  const key = heapKey[size]!;
  const node = heapNode[size]!;
  let x = 0;
  for (;;) {
    let down = 2 * x + 1;
    if (down >= size) break;
    if (down + 1 < size && heapKey[down + 1]! < heapKey[down]!) down++;
    if (heapKey[down]! >= key) break;
    heapKey[x] = heapKey[down]!;
    heapNode[x] = heapNode[down]!;
    x = down;
  }
  heapKey[x] = key;
  heapNode[x] = node;
}

function grow(search: Search): void {
  const key = new Float64Array(2 * search.heapKey.length);
  const node = new Int32Array(2 * search.heapNode.length);
  key.set(search.heapKey);
  node.set(search.heapNode);
  search.heapKey = key;
  search.heapNode = node;
}
