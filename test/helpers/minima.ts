/** Minima that nothing can meet, put into a random problem for several reasons, and the reason found again. */
import type { Problem } from "../../src/matching/solvers/solver.js";

/** A problem without levels, still to be changed; `rows` are the mentors of each mentee. */
export interface Draft {
  readonly rows: number[][];
  readonly demand: Int32Array;
  readonly capacity: Int32Array;
  readonly minimum: Int32Array;
}

const MOST = 4;

/** Asks too much of some mentors: more than their places, their own pairs, or the few mentees they share; or of all a lot. */
export function starve(draft: Draft, next: () => number): void {
  const below = (n: number) => Math.floor(next() * n);
  const { rows, demand, capacity, minimum } = draft;
  const mentors = [...capacity.keys()].sort((a, b) => a - b);
  shuffle(mentors, below);
  const cause = below(10);
  const asked = cause === 0 || cause === 6 ? mentors.slice(0, 1) : cause < 6 ? mentors.slice(0, 2 + below(2)) : mentors;
  if (cause === 0) minimum[asked[0]!] = capacity[asked[0]!]! + 1;
  else if (cause < 6 && mentors.length > 1) shareFew(draft, asked, below);
  else if (cause < 7) aboveOwnPairs(draft, mentors[0]!);
  else
    for (const j of mentors) if (cause === 7 || below(3) === 0) minimum[j] = Math.min(capacity[j]!, ownPairs(draft, j));
  // A crowd elsewhere: fewer places than mentees in all, and yet places that nobody can fill.
  if (cause < 7 && below(2) === 0) {
    for (const j of mentors) if (minimum[j]! <= 1 && !asked.includes(j)) capacity[j] = Math.min(capacity[j]!, 1);
    for (let i = 0; i < rows.length; i++) if (demand[i] === 0) demand[i] = 1;
  }
}

/** Mentors who can each have what they ask for, but not all of them: one or two mentees are all they have. */
function shareFew(
  { rows, demand, capacity, minimum }: Draft,
  rivals: readonly number[],
  below: (n: number) => number,
): void {
  const few = new Set(Array.from({ length: 2 }, () => below(rows.length)));
  let available = 0;
  for (const [i, row] of rows.entries()) {
    const others = row.filter((j) => !rivals.includes(j));
    rows[i] = few.has(i) ? [...others, ...rivals].sort((a, b) => a - b) : others;
    if (!few.has(i)) continue;
    demand[i] = Math.min(Math.max(demand[i]!, 1), rivals.length - 1);
    available += demand[i]!;
  }
  for (const j of rivals) minimum[j] = 0;
  for (let given = 0; given <= available; given++) minimum[rivals[given % rivals.length]!]!++;
  for (const j of rivals) capacity[j] = Math.max(capacity[j]!, minimum[j]!);
}

/** One mentor asks for one mentee more than are eligible. */
function aboveOwnPairs(draft: Draft, mentor: number): void {
  const { rows, capacity, minimum } = draft;
  for (let i = 0; ownPairs(draft, mentor) >= MOST; i++) rows[i] = rows[i]!.filter((j) => j !== mentor);
  minimum[mentor] = ownPairs(draft, mentor) + 1;
  capacity[mentor] = Math.max(capacity[mentor]!, minimum[mentor]!);
}

function ownPairs({ rows, demand }: Draft, mentor: number): number {
  return rows.reduce((count, row, i) => count + (demand[i]! > 0 && row.includes(mentor) ? 1 : 0), 0);
}

function shuffle(values: number[], below: (n: number) => number): void {
  for (let x = values.length - 1; x > 0; x--) {
    const other = below(x + 1);
    [values[x], values[other]] = [values[other]!, values[x]!];
  }
}

/**
 * Fewest mentors whose minima together exceed what the mentees can fill, or undefined: by going through all sets. By the
 * theorem of Hall and Ore there is such a set whenever the minima, all within the capacities, cannot be met.
 */
export function shortSet(problem: Problem): number[] | undefined {
  const setOf: number[] = [];
  for (let i = 0; i < problem.mentees; i++) {
    let row = 0;
    for (let p = problem.start[i]!; p < problem.start[i + 1]!; p++) row |= 1 << problem.mentor[p]!;
    setOf.push(row);
  }
  let best: number[] | undefined;
  for (let set = 1; set < 1 << problem.mentors; set++) {
    const inside = Array.from({ length: problem.mentors }, (_, j) => j).filter((j) => (set >> j) & 1);
    if (best !== undefined && best.length <= inside.length) continue;
    const needed = inside.reduce((sum, j) => sum + problem.minimum[j]!, 0);
    const available = setOf.reduce((sum, row, i) => sum + Math.min(problem.demand[i]!, bits(row & set)), 0);
    if (needed > available) best = inside;
  }
  return best;
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}
