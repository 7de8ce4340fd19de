/**
 * Two families of sets of pairs, in each of which any two sets are disjoint or one holds the other: one with the mentees' own
 * pairs, one with the mentors'. Limits that split so form a network; others cut across.
 */
import { limitedPairs } from "../limited-pairs.js";
import type { Problem } from "../solver.js";
import { columnStarts } from "../units.js";

/** The sets of one side. People come first, then the limits that stand on this side. */
export interface Family {
  /** the limits of this side, as indices into the problem's: set `people + k` is limit `limits[k]` */
  readonly limits: Int32Array;
  /** the smallest set that holds each set, or −1 */
  readonly parent: Int32Array;
  /** the smallest set that holds each pair */
  readonly innermost: Int32Array;
}

export interface Families {
  readonly mentee: Family;
  readonly mentor: Family;
}

/** Two limits that cut across each other, or one (`other` −1) that cuts across the people's own pairs on both sides. */
export interface Crossing {
  readonly limit: number;
  readonly other: number;
}

/** Splits the limits, or names what cannot be split. O(pairs that limits count), times the limits where many fit either side. */
export function familiesOf(problem: Problem): Families | Crossing {
  const own = ownPairs(problem);
  const pairs = (problem.limits ?? []).map((limit) => limitedPairs(problem, limit));
  const limits: Record<Side, number[]> = { mentee: [], mentor: [] };
  const either: number[] = [];
  for (const [limit, positions] of pairs.entries()) {
    const fits = SIDES.filter((side) => isWhole(own[side], positions));
    if (fits.length === 0) return { limit, other: -1 };
    if (fits.length === 2) either.push(limit);
    else limits[fits[0]!].push(limit);
  }
  const familyOf = (side: Side): Family | Crossing => nest(own[side], limits[side], pairs);
  const natural = (limit: number): Side => {
    const { mentors = [], mentees = [] } = problem.limits![limit]!;
    return mentees.length === 0 && mentors.length > 0 ? "mentor" : "mentee";
  };
  const fixed = { mentee: limits.mentee.slice(), mentor: limits.mentor.slice() };
  for (const limit of either) limits[natural(limit)].push(limit);
  let families = { mentee: familyOf("mentee"), mentor: familyOf("mentor") };
  if (isNested(families)) return families;
  // Where each one stands by nature they cross: those that cross each other go to different sides.
  const sides = separated(fixed, either, pairs, natural);
  for (const side of SIDES) limits[side] = [...fixed[side], ...either.filter((limit) => sides.get(limit) === side)];
  families = { mentee: familyOf("mentee"), mentor: familyOf("mentor") };
  if (isNested(families)) return families;
  return isCrossing(families.mentee) ? families.mentee : (families.mentor as Crossing);
}

/**
 * A side for each limit that fits either, so that limits which cross stand apart wherever that can be: a colouring of the
 * crossings with two colours, spread from the limits that have but one side. Where there is none, some cross in a family.
 */
function separated(
  fixed: { readonly [side in Side]: readonly number[] },
  either: readonly number[],
  pairs: readonly Int32Array[],
  natural: (limit: number) => Side,
): ReadonlyMap<number, Side> {
  const sides = new Map<number, Side>();
  const limitsAt = new Map<number, number[]>();
  for (const limit of either) {
    for (const pair of pairs[limit]!) limitsAt.set(pair, [...(limitsAt.get(pair) ?? []), limit]);
  }
  /** Limits of either side that share some pairs with this one, while each has others. */
  const crossed = (limit: number): number[] => {
    const shared = new Map<number, number>();
    for (const pair of pairs[limit]!) {
      for (const other of limitsAt.get(pair) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    const isPart = (other: number, count: number) => count === pairs[limit]!.length || count === pairs[other]!.length;
    return [...shared].filter(([other, count]) => !isPart(other, count)).map(([other]) => other);
  };
  const spread = (from: number, side: Side): void => {
    sides.set(from, side);
    const waiting = [from];
    for (let limit = waiting.pop(); limit !== undefined; limit = waiting.pop()) {
      const apart = sides.get(limit) === "mentee" ? "mentor" : "mentee";
      for (const other of crossed(limit)) {
        if (sides.has(other)) continue;
        sides.set(other, apart);
        waiting.push(other);
      }
    }
  };
  for (const side of SIDES) for (const limit of fixed[side]) spread(limit, side);
  for (const limit of either) if (!sides.has(limit)) spread(limit, natural(limit));
  return sides;
}

export const isCrossing = (found: object): found is Crossing => "other" in found;

const isNested = (families: { readonly [side in Side]: Family | Crossing }): families is Families =>
  SIDES.every((side) => !isCrossing(families[side]));

type Side = "mentee" | "mentor";

const SIDES = ["mentee", "mentor"] as const;

/** The pairs of each person of a side: those of person `x` are `pair[start[x]] … pair[start[x + 1] − 1]`. */
interface Own {
  readonly people: number;
  readonly start: Int32Array;
  readonly pair: Int32Array;
  readonly personOf: Int32Array;
}

function ownPairs({ mentees, mentors, start, mentor }: Problem): { readonly [side in Side]: Own } {
  const menteeOf = new Int32Array(mentor.length);
  for (let i = 0; i < mentees; i++) menteeOf.fill(i, start[i], start[i + 1]);
  const column = columnStarts(mentor, mentors);
  const next = column.slice();
  const pair = new Int32Array(mentor.length);
  for (let p = 0; p < mentor.length; p++) pair[next[mentor[p]!]!++] = p;
  return {
    mentee: { people: mentees, start, pair: pair.map((_, p) => p), personOf: menteeOf },
    mentor: { people: mentors, start: column, pair, personOf: mentor },
  };
}

/** Whether a set of pairs lies within one person's, or holds all pairs of everybody it touches. */
function isWhole({ start, personOf }: Own, positions: Int32Array): boolean {
  const touched = new Map<number, number>();
  for (const p of positions) touched.set(personOf[p]!, (touched.get(personOf[p]!) ?? 0) + 1);
  if (touched.size <= 1) return true;
  for (const [person, count] of touched) if (count < start[person + 1]! - start[person]!) return false;
  return true;
}

/** Nests sets from the largest to the smallest: the pairs of one must all lie in the same sets so far. */
function nest({ people, start, pair, personOf }: Own, limits: readonly number[], pairs: readonly Int32Array[]) {
  const parent = new Int32Array(people + limits.length).fill(-1);
  const innermost = new Int32Array(personOf.length).fill(-1);
  const pairsOf = (set: number): Int32Array =>
    set < people ? pair.subarray(start[set], start[set + 1]) : pairs[limits[set - people]!]!;
  const sizeOf = (set: number): number => (set < 0 ? Number.POSITIVE_INFINITY : pairsOf(set).length);
  // Of equal sets a limit holds the person, and the first limit the second.
  const order = Array.from(parent.keys(), (set) => (set < limits.length ? people + set : set - limits.length));
  order.sort((a, b) => pairsOf(b).length - pairsOf(a).length);
  for (const set of order) {
    const own = pairsOf(set);
    if (own.length === 0) continue;
    const holder = innermost[own[0]!]!;
    parent[set] = holder;
    for (const p of own) {
      const other = innermost[p]!;
      if (other !== holder) {
        // The smaller of the two cuts across, for the larger may hold both. People's own pairs lie in or around every limit here.
        const across = sizeOf(other) < sizeOf(holder) ? other : holder;
        return { limit: limits[set - people]!, other: limits[across - people]! };
      }
      innermost[p] = set;
    }
  }
  return { limits: Int32Array.from(limits), parent, innermost };
}
