/**
 * One level on a face as a linear programme, by column generation (Dantzig and Wolfe 1960): start with the best pairs of each
 * person, read the duals, add pairs that they undervalue, repeat. The constraint matrix is a network's, so vertices are
 * integral and every number is an integer below 2^53. What it returns is a candidate; `levelByLevel` proves it.
 */
import { bestPairs } from "./best-pairs.js";
import type { Face } from "./face.js";
import type { FaceLevel } from "./face-level.js";
import type { LinearColumn, LinearSolver } from "./integer/linear-programme.js";
import type { Candidate } from "./level-by-level.js";
import type { Prices } from "./solver.js";

/** Pairs that each person starts with, by value. */
const BEST = 8;
/** Pairs that each mentee may add in a round. */
const ADDED = 4;
/** Rounds of column generation; two to four are usual, and the proof finishes what is left. */
const ROUNDS = 40;

/** A level on a face, as well as linear programmes solve it. */
export function generateColumns(face: Face, level: FaceLevel, solve: LinearSolver): Candidate {
  const costs = restatedCosts(face, level);
  let columns = startColumns(face, costs);
  for (let round = 1; ; round++) {
    const solution = solveRestricted(face, costs, columns, solve);
    const added = undervalued(face, costs, solution.duals);
    const grown = merged(columns, added);
    if (round === ROUNDS || grown.length === columns.length) {
      return { chosen: solution.chosen, prices: pricesFrom(face, costs, solution.duals) };
    }
    columns = grown;
  }
}

/** The level restated with upper bounds only: a unit that must be taken earns a bonus that nothing else can outweigh. */
interface Costs {
  /** value of each free pair, with what the last unit of either person is worth and its bonus */
  readonly pair: Float64Array;
  /** for each person (mentees first), what was added to the values of their pairs */
  readonly added: Float64Array;
  /** units that are worth more than a person's last: `count` of them, each `extra` more */
  readonly extras: readonly { readonly person: number; readonly extra: number; readonly count: number }[];
}

function restatedCosts(face: Face, level: FaceLevel): Costs {
  const mentees = face.side.mentee.least.length;
  const people = mentees + face.side.mentor.least.length;
  const least = (p: number) => (p < mentees ? face.side.mentee.least[p]! : face.side.mentor.least[p - mentees]!);
  const most = (p: number) => (p < mentees ? face.side.mentee.most[p]! : face.side.mentor.most[p - mentees]!);
  const unit = (p: number, k: number) =>
    p < mentees
      ? (level.menteeUnit?.[level.menteeUnitStart[p]! + k] ?? 0)
      : (level.mentorUnit?.[level.mentorUnitStart[p - mentees]! + k] ?? 0);

  let greatest = 0;
  for (const value of level.pair) greatest = Math.max(greatest, Math.abs(value));
  let greatestUnit = 0;
  const places = [0, 0];
  for (let p = 0; p < people; p++) {
    for (let k = 0; k < most(p); k++) greatestUnit = Math.max(greatestUnit, Math.abs(unit(p, k)));
    places[p < mentees ? 0 : 1]! += most(p);
  }
  const matches = Math.min(places[0]!, places[1]!);
  const greatestWorth = greatest + 2 * greatestUnit;
  // An exchange that takes up one more demanded unit changes at most every match and two units. Where that bonus would
  // leave the safe integers a smaller one nearly always does, and the proof mends the rest.
  const bonus = Math.min(
    (2 * matches + 3) * greatestWorth + 1,
    Math.floor(Number.MAX_SAFE_INTEGER / (4 * (matches + 1)) - greatestWorth),
  );

  const added = new Float64Array(people);
  const extras: { person: number; extra: number; count: number }[] = [];
  for (let p = 0; p < people; p++) {
    const worth = (k: number): number => unit(p, k) + (k < least(p) ? bonus : 0);
    if (most(p) === 0) continue;
    added[p] = worth(most(p) - 1);
    for (let k = 0; k < most(p); ) {
      const extra = worth(k) - added[p]!;
      let count = 1;
      while (k + count < most(p) && worth(k + count) - added[p]! === extra) count++;
      if (extra > 0) extras.push({ person: p, extra, count });
      k += count;
    }
  }
  const pair = Float64Array.from(level.pair);
  for (let mentee = 0; mentee < mentees; mentee++) {
    for (let k = face.start[mentee]!; k < face.start[mentee + 1]!; k++) {
      pair[k] = pair[k]! + added[mentee]! + added[mentees + face.mentor[k]!]!;
    }
  }
  return { pair, added, extras };
}

/** What the restricted programme says: its pairs, and a dual for each person and each extra. */
interface Solution {
  readonly chosen: Uint8Array;
  readonly duals: { readonly person: Float64Array; readonly link: Float64Array };
}

function solveRestricted(face: Face, costs: Costs, columns: Int32Array, solve: LinearSolver): Solution {
  const mentees = face.side.mentee.least.length;
  const people = costs.added.length;
  const menteeOf = rowOf(face);
  const places = (p: number) => (p < mentees ? face.side.mentee.most[p]! : face.side.mentor.most[p - mentees]!);
  const touched = new Uint8Array(people);
  for (const k of columns) {
    touched[menteeOf[k]!] = 1;
    touched[mentees + face.mentor[k]!] = 1;
  }
  const most: number[] = [];
  const limit = Array.from({ length: people }, (_, p) => (touched[p] === 1 ? most.push(places(p)) - 1 : -1));
  const link = new Map<number, number>();
  for (const { person } of costs.extras) {
    if (touched[person] === 1 && !link.has(person)) link.set(person, most.push(0) - 1);
  }
  const ofPairs = Array.from(columns, (k): LinearColumn => {
    const mentee = menteeOf[k]!;
    const mentor = mentees + face.mentor[k]!;
    const rows = [limit[mentee]!, limit[mentor]!];
    const weights = [1, 1];
    for (const person of [mentee, mentor]) {
      if (!link.has(person)) continue;
      rows.push(link.get(person)!);
      weights.push(-1);
    }
    // Elsewhere one of the two limits already keeps a pair from being chosen twice.
    if (places(mentee) > 1 && places(mentor) > 1) {
      rows.push(most.push(1) - 1);
      weights.push(1);
    }
    return { cost: costs.pair[k]!, rows, weights };
  });
  const ofExtras = costs.extras.flatMap(({ person, extra, count }): LinearColumn[] =>
    touched[person] === 0 ? [] : [{ cost: extra, rows: [most.push(count) - 1, link.get(person)!], weights: [1, 1] }],
  );
  // Nothing chosen keeps every limit, so there always is a vertex.
  const { value, dual } = solve({ most, columns: [...ofPairs, ...ofExtras] });
  const chosen = new Uint8Array(face.mentor.length);
  columns.forEach((k, at) => {
    chosen[k] = Math.round(value[at]!);
  });
  const person = Float64Array.from(limit, (row) => (row < 0 ? 0 : Math.round(dual[row]!)));
  const links = new Float64Array(people);
  for (const [p, row] of link) links[p] = Math.round(dual[row]!);
  return { chosen, duals: { person, link: links } };
}

/** The price that a dual solution gives each person, in the level's own values. */
function pricesFrom(face: Face, costs: Costs, { person, link }: Solution["duals"]): Prices {
  const mentees = face.side.mentee.least.length;
  const price = person.map((dual, p) => Math.round(dual - link[p]! - costs.added[p]!));
  return { mentee: price.slice(0, mentees), mentor: price.slice(mentees) };
}

/** Pairs that the duals undervalue, at most {@link ADDED} a mentee, the most undervalued first. */
function undervalued(face: Face, costs: Costs, { person, link }: Solution["duals"]): Int32Array {
  const mentees = face.side.mentee.least.length;
  const price = person.map((dual, p) => dual - link[p]!);
  const best = bestPairs(mentees, ADDED);
  for (let mentee = 0; mentee < mentees; mentee++) {
    for (let k = face.start[mentee]!; k < face.start[mentee + 1]!; k++) {
      const reduced = costs.pair[k]! - price[mentee]! - price[mentees + face.mentor[k]!]!;
      if (reduced > 0.5) best.offer(mentee, k, reduced);
    }
  }
  return best.pairs();
}

/** The best pairs of each person, whose duals tell which others matter. */
function startColumns(face: Face, costs: Costs): Int32Array {
  const mentees = face.side.mentee.least.length;
  const best = bestPairs(costs.added.length, BEST);
  for (let mentee = 0; mentee < mentees; mentee++) {
    for (let k = face.start[mentee]!; k < face.start[mentee + 1]!; k++) {
      best.offer(mentee, k, costs.pair[k]!);
      best.offer(mentees + face.mentor[k]!, k, costs.pair[k]!);
    }
  }
  return best.pairs();
}

/** Columns that were there, in their order, then the new ones. */
function merged(columns: Int32Array, added: Int32Array): Int32Array {
  return Int32Array.from(new Set([...columns, ...added]));
}

/** The mentee of each free pair. */
function rowOf(face: Face): Int32Array {
  const mentee = new Int32Array(face.mentor.length);
  for (let i = 0; i + 1 < face.start.length; i++) mentee.fill(i, face.start[i]!, face.start[i + 1]!);
  return mentee;
}
