/** What a shortest-path search remembers: labels, parents, a stack and a binary heap. Nodes are bidders, then items. */

import type { Market } from "./market.js";

export interface Search {
  /** distances from the source; Infinity where no label was set */
  readonly dist: Float64Array;
  /** the item through which a bidder was reached; the bidder, and its value of the pair, through which an item was */
  readonly parent: Int32Array;
  readonly parentValue: Float64Array;
  /** nodes with a label, the first `labels` of them */
  readonly labelled: Int32Array;
  labels: number;
  /** items held by the bidder being scanned carry the number of the scan */
  readonly mark: Int32Array;
  scan: number;
  /** nodes at the distance being scanned wait on the stack, `depth` of them */
  readonly stack: Int32Array;
  depth: number;
  distance: number;
  /** where the shortest path found so far ends, and its length */
  end: number;
  bound: number;
  /** whether a row that was scanned goes on below its floor, where it would matter */
  isShort: boolean;
  heapKey: Float64Array;
  heapNode: Int32Array;
  heapSize: number;
}

export function newSearch({ profit, price }: Market): Search {
  const nodes = profit.length + price.length;
  return {
    dist: new Float64Array(nodes).fill(Infinity),
    parent: new Int32Array(nodes),
    parentValue: new Float64Array(price.length),
    labelled: new Int32Array(nodes),
    labels: 0,
    mark: new Int32Array(price.length),
    scan: 0,
    stack: new Int32Array(nodes),
    depth: 0,
    distance: -Infinity,
    end: -1,
    bound: Infinity,
    isShort: false,
    heapKey: new Float64Array(0),
    heapNode: new Int32Array(0),
    heapSize: 0,
  };
}

/** Takes back all labels of the last search. */
export function clearLabels(search: Search): void {
  for (let x = 0; x < search.labels; x++) search.dist[search.labelled[x]!] = Infinity;
  search.labels = search.depth = search.heapSize = 0;
  search.isShort = false;
}

/** Marks what bidder `b` holds; an item `t` is held if `mark[t]` equals the number returned. */
export function markHeld({ held, heldStart, heldItem }: Market, search: Search, b: number): number {
  const scan = ++search.scan;
  for (let h = heldStart[b]!, end = h + held[b]!; h < end; h++) search.mark[heldItem[h]!] = scan;
  return scan;
}

export function push(search: Search, key: number, node: number): void {
  let x = search.heapSize++;
  if (x === search.heapKey.length) {
    const { heapKey, heapNode } = search;
    search.heapKey = new Float64Array(2 * x + 64);
    search.heapNode = new Int32Array(2 * x + 64);
    search.heapKey.set(heapKey);
    search.heapNode.set(heapNode);
  }
  const { heapKey, heapNode } = search;
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
  for (let down = 1; down < size; down = 2 * x + 1) {
    if (down + 1 < size && heapKey[down + 1]! < heapKey[down]!) down++;
    if (heapKey[down]! >= key) break;
    heapKey[x] = heapKey[down]!;
    heapNode[x] = heapNode[down]!;
    x = down;
  }
  heapKey[x] = key;
  heapNode[x] = node;
}
