/**
 * The primal network simplex, one linear objective after another on one basis. Arcs that an objective's prices keep full or
 * empty never enter again, so each objective is optimised on the optimal face of those before it.
 *
 * @remarks Strongly feasible spanning trees (Cunningham 1976) make it end; block search as in Ahuja, Magnanti and Orlin
 * (1993), ch. 11. Artificial arcs lead from each node to the root or back; the first objective is to empty them.
 */
import { advance, type Meter } from "../flow/meter.js";
import type { Network } from "./network.js";

/** A basis: a spanning tree and a flow. Nodes 1 … hang below node 0; the arc above a node may be an artificial one. */
export interface Basis {
  readonly network: Network;
  /** above the least, for each arc and then for the artificial arc of each node */
  readonly flow: Float64Array;
  readonly room: Float64Array;
  readonly value: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** arcs that may still enter, ascending; those of the tree among them */
  free: Int32Array;
  readonly potential: Float64Array;
  readonly parent: Int32Array;
  readonly arcAbove: Int32Array;
  readonly depth: Int32Array;
  readonly child: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
}

/** The tree of artificial arcs alone, with as much flow on them as the arcs' least amounts leave over. */
export function artificialBasis(network: Network): Basis {
  const { nodes, from, to, least, most } = network;
  const arcs = from.length;
  const surplus = new Float64Array(nodes);
  least.forEach((due, arc) => {
    surplus[from[arc]!]! -= due;
    surplus[to[arc]!]! += due;
  });
  const extended = (column: Int32Array, of: (node: number) => number) => {
    const all = new Int32Array(arcs + nodes);
    all.set(column);
    for (let node = 1; node < nodes; node++) all[arcs + node] = of(node);
    return all;
  };
  const basis: Basis = {
    network,
    flow: new Float64Array(arcs + nodes),
    room: new Float64Array(arcs + nodes).fill(Number.POSITIVE_INFINITY),
    value: new Float64Array(arcs + nodes).fill(-1, arcs),
    from: extended(from, (node) => (surplus[node]! < 0 ? 0 : node)),
    to: extended(to, (node) => (surplus[node]! < 0 ? node : 0)),
    free: Int32Array.from(from.keys()),
    potential: new Float64Array(nodes),
    parent: new Int32Array(nodes),
    arcAbove: new Int32Array(nodes),
    depth: new Int32Array(nodes),
    child: new Int32Array(nodes).fill(-1),
    next: new Int32Array(nodes).fill(-1),
    previous: new Int32Array(nodes).fill(-1),
  };
  for (let arc = 0; arc < arcs; arc++) basis.room[arc] = most[arc]! - least[arc]!;
  basis.parent[0] = -1;
  for (let node = 1; node < nodes; node++) {
    basis.flow[arcs + node] = Math.abs(surplus[node]!);
    basis.arcAbove[node] = arcs + node;
  }
  // Where nothing is due, an arc of the network that is empty and leads upwards does as well, and saves pivots.
  const hangs = new Uint8Array(nodes);
  hangs[0] = 1;
  for (let node = 1; node < nodes; node++) {
    if (surplus[node] === 0) continue;
    hang(basis, node, 0);
    hangs[node] = 1;
  }
  for (let isMore = true; isMore; ) {
    isMore = false;
    for (let arc = arcs - 1; arc >= 0; arc--) {
      const [node, above] = [from[arc]!, to[arc]!];
      if (hangs[node] === 1 || hangs[above] === 0 || basis.room[arc] === 0) continue;
      basis.arcAbove[node] = arc;
      hang(basis, node, above);
      hangs[node] = 1;
      isMore = true;
    }
  }
  for (let node = 1; node < nodes; node++) if (hangs[node] === 0) hang(basis, node, 0);
  return basis;
}

/** What is on artificial arcs still: 0 where the least amounts can be met. */
export function unmet({ network, flow }: Basis): number {
  return flow.subarray(network.from.length).reduce((sum, amount) => sum + amount, 0);
}

/** Makes the total of `value` the greatest on the face. `false` where the caller stopped it. */
export function optimise(basis: Basis, meter: Meter): boolean {
  setPotentials(basis);
  const { free, flow, room, value, from, to, potential } = basis;
  const block = Math.max(64, Math.ceil(Math.sqrt(free.length)));
  let at = 0;
  let fruitless = 0;
  while (fruitless < free.length) {
    let best = 0;
    let entering = -1;
    const scanned = Math.min(block, free.length);
    for (let x = 0; x < scanned; x++) {
      const arc = free[at]!;
      at = at + 1 === free.length ? 0 : at + 1;
      const gain = value[arc]! + potential[from[arc]!]! - potential[to[arc]!]!;
      if (gain > best ? flow[arc]! < room[arc]! : -gain > best && flow[arc]! > 0) {
        best = Math.abs(gain);
        entering = arc;
      }
    }
    if (!advance(meter, scanned)) return false;
    fruitless = entering < 0 ? fruitless + scanned : 0;
    if (entering >= 0) pivot(basis, entering);
  }
  return true;
}

/** What a unit of flow on an arc is worth beyond the potentials of its ends. */
export function gainOf({ value, from, to, potential }: Basis, arc: number): number {
  return value[arc]! + potential[from[arc]!]! - potential[to[arc]!]!;
}

/** Leaves only those arcs free that gain nothing. */
export function refine(basis: Basis): void {
  basis.free = basis.free.filter((arc) => gainOf(basis, arc) === 0);
}

/** Brings an arc into the tree, or to its other end, and takes the last arc that blocks the cycle out. */
function pivot(basis: Basis, entering: number): void {
  const { flow, room, from, to, parent, arcAbove, depth } = basis;
  const isRising = flow[entering] === 0;
  const first = isRising ? from[entering]! : to[entering]!;
  const second = isRising ? to[entering]! : from[entering]!;
  let [a, b] = [first, second];
  while (a !== b) {
    if (depth[a]! >= depth[b]!) a = parent[a]!;
    else b = parent[b]!;
  }
  const join = a;
  // Flow runs from the join down to `first`, over the entering arc, and from `second` up to the join.
  let amount = room[entering]!;
  let cut = -1;
  let isSecond = false;
  for (let node = first; node !== join; node = parent[node]!) {
    const arc = arcAbove[node]!;
    const left = to[arc] === node ? room[arc]! - flow[arc]! : flow[arc]!;
    if (left < amount) {
      amount = left;
      cut = node;
    }
  }
  for (let node = second; node !== join; node = parent[node]!) {
    const arc = arcAbove[node]!;
    const left = from[arc] === node ? room[arc]! - flow[arc]! : flow[arc]!;
    if (left <= amount) {
      amount = left;
      cut = node;
      isSecond = true;
    }
  }
  if (amount > 0) {
    flow[entering]! += isRising ? amount : -amount;
    for (let node = first; node !== join; node = parent[node]!) {
      const arc = arcAbove[node]!;
      flow[arc]! += to[arc] === node ? amount : -amount;
    }
    for (let node = second; node !== join; node = parent[node]!) {
      const arc = arcAbove[node]!;
      flow[arc]! += from[arc] === node ? amount : -amount;
    }
  }
  if (cut < 0) return;
  const [inner, outer] = isSecond ? [second, first] : [first, second];
  const gain = gainOf(basis, entering);
  turn(basis, inner, cut);
  arcAbove[inner] = entering;
  hang(basis, inner, outer);
  // The subtree rises or falls as a whole, so that the entering arc gains nothing.
  shift(basis, inner, inner === to[entering] ? gain : -gain);
}

/** Makes `inner` the top of the subtree whose top was `cut`. */
function turn(basis: Basis, inner: number, cut: number): void {
  const { parent, arcAbove } = basis;
  let below = -1;
  let arcBelow = -1;
  for (let node = inner; ; ) {
    const above = parent[node]!;
    const arc = arcAbove[node]!;
    unhang(basis, node);
    if (below >= 0) {
      arcAbove[node] = arcBelow;
      hang(basis, node, below);
    }
    if (node === cut) return;
    below = node;
    arcBelow = arc;
    node = above;
  }
}

function hang({ parent, child, next, previous }: Basis, node: number, above: number): void {
  parent[node] = above;
  previous[node] = -1;
  next[node] = child[above]!;
  if (child[above]! >= 0) previous[child[above]!] = node;
  child[above] = node;
}

function unhang({ parent, child, next, previous }: Basis, node: number): void {
  if (previous[node]! >= 0) next[previous[node]!] = next[node]!;
  else child[parent[node]!] = next[node]!;
  if (next[node]! >= 0) previous[next[node]!] = previous[node]!;
}

/** Visits a node and all below it, each after the one above it. */
function eachBelow({ child, next, parent }: Basis, top: number, visit: (node: number) => void): void {
  let node = top;
  for (;;) {
    visit(node);
    if (child[node]! >= 0) node = child[node]!;
    else {
      while (node !== top && next[node]! < 0) node = parent[node]!;
      if (node === top) return;
      node = next[node]!;
    }
  }
}

function shift(basis: Basis, top: number, by: number): void {
  const { potential, depth, parent } = basis;
  eachBelow(basis, top, (node) => {
    potential[node]! += by;
    depth[node] = depth[parent[node]!]! + 1;
  });
}

/** Potentials in which no arc of the tree gains anything, and depths. */
function setPotentials(basis: Basis): void {
  const { potential, parent, arcAbove, value, from, depth } = basis;
  eachBelow(basis, 0, (node) => {
    if (node === 0) return;
    depth[node] = depth[parent[node]!]! + 1;
    const arc = arcAbove[node]!;
    const above = potential[parent[node]!]!;
    potential[node] = from[arc] === node ? above - value[arc]! : above + value[arc]!;
  });
}
