/**
 * The greatest total value of each number of matches, all in one run: successive shortest augmenting paths give the best
 * assignment of one, two, three … matches in turn (Busacker & Gowen 1960; Ahuja, Magnanti, Orlin 1993, ch. 9.7), with potentials
 * as in Edmonds & Karp (1972). Paths run over mentors alone: each arc moves a mentee from one to another.
 */
import type { Problem } from "./solver.js";

/** The values of a problem's pairs, 0 … 10 000 each, beside it. */
export interface FrontierProblem extends Omit<Problem, "levels"> {
  readonly value: Int32Array;
}

/** What each number of matches can come to. */
export interface Totals {
  /** the fewest matches that meet every minimum */
  readonly first: number;
  /** the greatest total value of `first` matches, of one more, … of the most there can be */
  readonly total: readonly number[];
}

/** The totals, or `undefined` where the minima cannot be met. @remarks one Dijkstra search over the mentors for each match */
export function totalsOf(problem: FrontierProblem): Totals | undefined {
  const { minimum, capacity, demand } = problem;
  const first = minimum.reduce((sum, least) => sum + least, 0);
  // A place that a minimum demands is worth more than all that pairs could lose by filling it.
  const due = 10_001 * (2 * Math.min(sumOf(demand), sumOf(capacity)) + 1);
  const run = newRun(problem, due);
  const total: number[] = first === 0 ? [0] : [];
  let sum = 0;
  for (let matches = 1; ; matches++) {
    const end = shortestPath(run);
    if (end < 0) return matches > first ? { first, total } : undefined;
    sum -= run.endPrice;
    if (run.held[end]!.length < minimum[end]!) sum -= due;
    else if (matches <= first) return undefined;
    augment(run, end);
    if (matches >= first) total.push(sum);
  }
}

const sumOf = (places: Int32Array): number => places.reduce((sum, own) => sum + own, 0);

/** What a run remembers between its searches. */
interface Run {
  readonly problem: FrontierProblem;
  readonly due: number;
  /** the mentee of each pair */
  readonly mentee: Int32Array;
  /** the pairs of each mentor, best first, from `columnStart`; up to `head` their mentees have no place left */
  readonly columnStart: Int32Array;
  readonly column: Int32Array;
  readonly head: Int32Array;
  readonly isChosen: Uint8Array;
  readonly used: Int32Array;
  /** the chosen pairs of each mentor */
  readonly held: number[][];
  /** the cost of reaching each mentor, and of ending somewhere: no arc is cheaper than the difference */
  readonly price: Float64Array;
  endPrice: number;
  /** labels of one search */
  readonly distance: Float64Array;
  /** the pair by which a mentor was reached, and the one that its mentee leaves for it; −1 for a mentee with a place left */
  readonly by: Int32Array;
  readonly leaves: Int32Array;
}

function newRun(problem: FrontierProblem, due: number): Run {
  const { mentees, mentors, start, mentor, value } = problem;
  const mentee = new Int32Array(mentor.length);
  for (let i = 0; i < mentees; i++) mentee.fill(i, start[i], start[i + 1]);
  const columnStart = new Int32Array(mentors + 1);
  for (const j of mentor) columnStart[j + 1]!++;
  for (let j = 0; j < mentors; j++) columnStart[j + 1]! += columnStart[j]!;
  const end = columnStart.slice();
  const column = new Int32Array(mentor.length);
  for (let k = 0; k < mentor.length; k++) column[end[mentor[k]!]!++] = k;
  for (let j = 0; j < mentors; j++) {
    column.subarray(columnStart[j], columnStart[j + 1]).sort((a, b) => value[b]! - value[a]! || a - b);
  }
  const run: Run = {
    ...{ problem, due, mentee, columnStart, column },
    head: columnStart.slice(0, mentors),
    isChosen: new Uint8Array(mentor.length),
    used: new Int32Array(mentees),
    held: Array.from({ length: mentors }, () => []),
    price: new Float64Array(mentors),
    endPrice: Infinity,
    distance: new Float64Array(mentors),
    by: new Int32Array(mentors),
    leaves: new Int32Array(mentors),
  };
  for (let j = 0; j < mentors; j++) {
    const best = bestFree(run, j);
    run.price[j] = best < 0 ? 0 : -value[best]!;
    run.endPrice = Math.min(run.endPrice, best < 0 ? Infinity : run.price[j]! + endCost(run, j));
  }
  return run;
}

/** A mentor's best pair with a mentee who has a place left; −1 where there is none. */
function bestFree({ problem, mentee, columnStart, column, head, isChosen, used }: Run, mentor: number): number {
  const end = columnStart[mentor + 1]!;
  const isFree = (at: number): boolean => used[mentee[column[at]!]!]! < problem.demand[mentee[column[at]!]!]!;
  while (head[mentor]! < end && !isFree(head[mentor]!)) head[mentor]!++;
  // Between them stand pairs that are chosen already, of mentees who want more.
  for (let at = head[mentor]!; at < end; at++) if (isFree(at) && isChosen[column[at]!] === 0) return column[at]!;
  return -1;
}

/** What it costs to take one more mentee here; Infinity without a place. */
function endCost({ problem, due, held }: Run, mentor: number): number {
  const count = held[mentor]!.length;
  if (count < problem.minimum[mentor]!) return -due;
  return count < problem.capacity[mentor]! ? 0 : Infinity;
}

/** Dijkstra's search; raises the prices and returns the mentor with whom the shortest path ends, −1 where there is none. */
function shortestPath(run: Run): number {
  const { problem, isChosen, mentee, held, price, distance, by, leaves } = run;
  const { start, mentor, value, mentors } = problem;
  const queue: Queue = { key: [], node: [] };
  let bound = Infinity;
  let end = -1;
  const reach = (node: number, key: number, pair: number, left: number): void => {
    if (key >= distance[node]! || key >= bound) return;
    distance[node] = key;
    by[node] = pair;
    leaves[node] = left;
    const all = key + price[node]! + endCost(run, node) - run.endPrice;
    if (all < bound) {
      bound = all;
      end = node;
    }
    push(queue, key, node);
  };
  distance.fill(Infinity);
  for (let node = 0; node < mentors; node++) {
    const best = bestFree(run, node);
    if (best >= 0) reach(node, -value[best]! - price[node]!, best, -1);
  }
  while (queue.key.length > 0 && queue.key[0]! < bound) {
    const key = queue.key[0]!;
    const node = pop(queue);
    if (key > distance[node]!) continue;
    for (const own of held[node]!) {
      const who = mentee[own]!;
      const from = key + price[node]! + value[own]!;
      for (let k = start[who]!; k < start[who + 1]!; k++) {
        if (isChosen[k] === 0) reach(mentor[k]!, from - value[k]! - price[mentor[k]!]!, k, own);
      }
    }
  }
  if (end < 0) return -1;
  for (let node = 0; node < mentors; node++) price[node]! += Math.min(distance[node]!, bound);
  run.endPrice += bound;
  return end;
}

/** Moves every mentee on the path along, and adds the one with whom it starts. */
function augment({ problem, mentee, isChosen, used, held, by, leaves }: Run, end: number): void {
  for (let node = end; ; ) {
    const pair = by[node]!;
    const left = leaves[node]!;
    isChosen[pair] = 1;
    held[node]!.push(pair);
    if (left < 0) {
      used[mentee[pair]!]!++;
      return;
    }
    isChosen[left] = 0;
    node = problem.mentor[left]!;
    held[node]!.splice(held[node]!.indexOf(left), 1);
  }
}

/** A binary heap, least key first. */
interface Queue {
  readonly key: number[];
  readonly node: number[];
}

function push({ key, node }: Queue, itsKey: number, itsNode: number): void {
  let at = key.length;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (key[above]! <= itsKey) break;
    key[at] = key[above]!;
    node[at] = node[above]!;
    at = above;
  }
  key[at] = itsKey;
  node[at] = itsNode;
}

function pop({ key, node }: Queue): number {
  const least = node[0]!;
  const lastKey = key.pop()!;
  const lastNode = node.pop()!;
  const size = key.length;
  if (size === 0) return least;
  let at = 0;
  for (let below = 1; below < size; below = 2 * at + 1) {
    if (below + 1 < size && key[below + 1]! < key[below]!) below++;
    if (key[below]! >= lastKey) break;
    key[at] = key[below]!;
    node[at] = node[below]!;
    at = below;
  }
  key[at] = lastKey;
  node[at] = lastNode;
  return least;
}
