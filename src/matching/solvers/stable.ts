/**
 * Deferred acceptance: a matching in which no two people who are not matched would both rather be (Gale & Shapley 1962), with
 * several places on either side (Roth & Sotomayor 1990, ch. 5). Of all such matchings it is the best for everybody who proposes.
 */
import type { Progress } from "./solver.js";

/** Who may be matched with whom, and what each side would rather. Indices only. */
export interface StableProblem {
  /** `start[i] … start[i + 1]` are the pairs of mentee `i`; `mentor` and the ranks are aligned with them */
  readonly start: Int32Array;
  readonly mentor: Int32Array;
  /** most mentors of each mentee, most mentees of each mentor; 0 or more */
  readonly demand: Int32Array;
  readonly capacity: Int32Array;
  /** what the pair is to its mentee: the least is the best, and no two pairs of a mentee are equal */
  readonly menteeRank: Int32Array;
  /** what the pair is to its mentor, likewise */
  readonly mentorRank: Int32Array;
}

/** How many proposals are made between two calls of `onProgress`. */
const TOLD = 65_536;

/**
 * Whoever has a place free proposes to the next of their list; the other side holds its best proposals and turns the rest away.
 *
 * @returns positions of the chosen pairs, ascending, or `undefined` when the caller stopped it
 * @remarks O(pairs × log pairs): each pair is proposed at most once
 */
export function stable(
  problem: StableProblem,
  proposing: "mentees" | "mentors",
  onProgress?: Progress,
): Int32Array | undefined {
  const { start, mentor, demand, capacity, menteeRank, mentorRank } = problem;
  const mentee = new Int32Array(mentor.length);
  for (let i = 0; i < demand.length; i++) mentee.fill(i, start[i], start[i + 1]);
  const mentees: Side = { of: mentee, places: demand, rank: menteeRank };
  const mentors: Side = { of: mentor, places: capacity, rank: mentorRank };
  return proposing === "mentees" ? propose(mentees, mentors, onProgress) : propose(mentors, mentees, onProgress);
}

/** One side: the person of each pair, each person's places, and what each pair is to its person. */
interface Side {
  readonly of: Int32Array;
  readonly places: Int32Array;
  readonly rank: Int32Array;
}

function propose(from: Side, to: Side, onProgress: Progress | undefined): Int32Array | undefined {
  const { start, list } = listsOf(from);
  const next = start.slice();
  const free = from.places.slice();
  const held = to.places.map(() => 0);
  // Nobody holds more proposals than they have pairs.
  const firstSlot = listsOf(to).start;
  const slots = new Int32Array(to.of.length);
  const isChosen = new Uint8Array(from.of.length);
  const waiting = Array.from(from.places.keys()).reverse();
  let proposals = 0;
  for (let person = waiting.pop(); person !== undefined; person = waiting.pop()) {
    while (free[person]! > 0 && next[person]! < start[person + 1]!) {
      if (++proposals % TOLD === 0 && onProgress?.(proposals) === false) return undefined;
      const pair: number = list[next[person]!++]!;
      const receiver = to.of[pair]!;
      if (to.places[receiver] === 0) continue;
      const heap = slots.subarray(firstSlot[receiver], firstSlot[receiver + 1]);
      if (held[receiver]! < to.places[receiver]!) {
        rise(heap, held[receiver]!++, pair, to.rank);
      } else {
        const worst = heap[0]!;
        if (to.rank[pair]! > to.rank[worst]!) continue;
        sink(heap, held[receiver]!, pair, to.rank);
        isChosen[worst] = 0;
        const left: number = from.of[worst]!;
        free[left]!++;
        waiting.push(left);
      }
      isChosen[pair] = 1;
      free[person]!--;
    }
  }
  return Int32Array.from(isChosen.keys()).filter((pair) => isChosen[pair] === 1);
}

/** The pairs of each person, best first. */
function listsOf({ of, places, rank }: Side): { readonly start: Int32Array; readonly list: Int32Array } {
  const start = new Int32Array(places.length + 1);
  for (const person of of) start[person + 1]!++;
  for (let person = 0; person < places.length; person++) start[person + 1]! += start[person]!;
  const end = start.slice();
  const list = new Int32Array(of.length);
  for (let pair = 0; pair < of.length; pair++) list[end[of[pair]!]!++] = pair;
  for (let person = 0; person < places.length; person++) {
    list.subarray(start[person], start[person + 1]).sort((a, b) => rank[a]! - rank[b]!);
  }
  return { start, list };
}

/** Puts a pair into a heap of `size` pairs with the worst at the top. */
function rise(heap: Int32Array, size: number, pair: number, rank: Int32Array): void {
  let at = size;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (rank[heap[above]!]! > rank[pair]!) break;
    heap[at] = heap[above]!;
    at = above;
  }
  heap[at] = pair;
}

/** Puts a pair in the place of the worst. */
function sink(heap: Int32Array, size: number, pair: number, rank: Int32Array): void {
  let at = 0;
  for (let below = 1; below < size; below = 2 * at + 1) {
    if (below + 1 < size && rank[heap[below + 1]!]! > rank[heap[below]!]!) below++;
    if (rank[heap[below]!]! < rank[pair]!) break;
    heap[at] = heap[below]!;
    at = below;
  }
  heap[at] = pair;
}
