/**
 * What one more place at each mentor is worth, exactly and for all of them at once: the dearest way along which a new place can
 * be used in the residual network of a best matching. A mentee comes to it; either she was free to have one more mentor, or she
 * leaves another mentor, who gives that place up or has it taken by the next mentee.
 *
 * Worths are vectors, one number a component of each level, compared in the levels' order. The matching being best, no circle
 * is worth more than nothing, and label correcting ends (Bellman 1958; Ahuja, Magnanti, Orlin 1993, ch. 5 and 9).
 */
import type { LinearLevel, Problem } from "../../matching/solvers/solver.js";

/** A problem with one place more at each mentor than there is, and a best matching of what there is. */
export interface Extended {
  /** capacities with the further place */
  readonly problem: Problem;
  readonly levels: readonly LinearLevel[];
  /** 1 for each pair of the matching */
  readonly chosen: Uint8Array;
  /** places that there are */
  readonly places: Int32Array;
}

/** Worths laid out one after the other: those of person `x` from `x × levels` on. */
export interface Worths {
  /** of one more place at each mentor; zeros where it would not be used */
  readonly mentor: Float64Array;
  /** of having a mentee free for one more mentor; not to be read where `isFree` is 0 */
  readonly mentee: Float64Array;
  readonly isFree: Uint8Array;
}

/** @remarks O(levels × pairs) for each time that every mentee's worth rises, of which there are few */
export function worthOfPlaces({ problem, levels, chosen, places }: Extended): Worths {
  const { mentees, mentors, start, mentor: mentorOf, demand, capacity, minimum } = problem;
  const size = levels.length;
  const menteeUnit = firsts(demand);
  const mentorUnit = firsts(capacity);
  const menteeCount = new Int32Array(mentees);
  const mentorCount = new Int32Array(mentors);
  const held: number[][] = Array.from({ length: mentors }, () => []);
  for (let i = 0; i < mentees; i++) {
    for (let p = start[i]!; p < start[i + 1]!; p++) {
      if (chosen[p] !== 1) continue;
      menteeCount[i]!++;
      mentorCount[mentorOf[p]!]!++;
      held[mentorOf[p]!]!.push(p);
    }
  }
  const menteeOf = ownersOf(problem);
  const mentee = new Float64Array(mentees * size);
  const isFree = new Uint8Array(mentees);
  const taken = new Float64Array(mentors * size);
  const isTaken = new Uint8Array(mentors);
  const waiting: number[] = [];
  const isWaiting = new Uint8Array(mentees);
  const worth = new Float64Array(size);

  /** Raises what is known of a person to `worth`, if that is more. */
  const raise = (known: Float64Array, is: Uint8Array, person: number): boolean => {
    const at = person * size;
    if (is[person] === 1 && !isMore(worth, known, at)) return false;
    known.set(worth, at);
    is[person] = 1;
    return true;
  };
  const offer = (i: number): void => {
    if (!raise(mentee, isFree, i) || isWaiting[i] === 1) return;
    isWaiting[i] = 1;
    waiting.push(i);
  };
  /** Tells those whom a mentor has what it is worth that one of them leaves. */
  const leave = (j: number, worthAt: (level: number) => number): void => {
    for (const p of held[j]!) {
      for (let l = 0; l < size; l++) worth[l] = worthAt(l) - pairValue(levels[l]!, menteeOf[p]!, j, p);
      offer(menteeOf[p]!);
    }
  };

  for (let i = 0; i < mentees; i++) {
    if (menteeCount[i]! >= demand[i]!) continue;
    for (let l = 0; l < size; l++) worth[l] = levels[l]!.mentee?.[menteeUnit[i]! + menteeCount[i]!] ?? 0;
    offer(i);
  }
  for (let j = 0; j < mentors; j++) {
    if (mentorCount[j]! <= minimum[j]!) continue;
    const last = mentorUnit[j]! + mentorCount[j]! - 1;
    leave(j, (l) => -(levels[l]!.mentor?.[last] ?? 0));
  }
  for (let first = 0; first < waiting.length; first++) {
    const i = waiting[first]!;
    isWaiting[i] = 0;
    for (let p = start[i]!; p < start[i + 1]!; p++) {
      if (chosen[p] === 1) continue;
      const j = mentorOf[p]!;
      for (let l = 0; l < size; l++) worth[l] = mentee[i * size + l]! + pairValue(levels[l]!, i, j, p);
      if (raise(taken, isTaken, j) && held[j]!.length > 0) leave(j, (l) => taken[j * size + l]!);
    }
  }

  const mentor = new Float64Array(mentors * size);
  const nothing = new Float64Array(size);
  for (let j = 0; j < mentors; j++) {
    // A place that is left over already needs no other; one that could never be filled is not among the usable ones.
    if (isTaken[j] === 0 || mentorCount[j]! < places[j]! || capacity[j]! <= places[j]!) continue;
    const next = mentorUnit[j]! + mentorCount[j]!;
    for (let l = 0; l < size; l++) worth[l] = taken[j * size + l]! + (levels[l]!.mentor?.[next] ?? 0);
    if (isMore(worth, nothing, 0)) mentor.set(worth, j * size);
  }
  return { mentor, mentee, isFree };
}

/** Whether a worth is more than the one that stands at `at`. */
export function isMore(worth: ArrayLike<number>, known: ArrayLike<number>, at: number): boolean {
  for (let l = 0; l < worth.length; l++) {
    const more = worth[l]! - known[at + l]!;
    if (more !== 0) return more > 0;
  }
  return false;
}

/** What a level gives for a pair. */
export const pairValue = ({ pair }: LinearLevel, mentee: number, mentor: number, position: number): number =>
  typeof pair === "function" ? pair(mentee, mentor) : (pair?.[position] ?? 0);

function firsts(places: Int32Array): Int32Array {
  const first = new Int32Array(places.length);
  for (let person = 1; person < places.length; person++) first[person] = first[person - 1]! + places[person - 1]!;
  return first;
}

function ownersOf({ mentees, start, mentor }: Problem): Int32Array {
  const menteeOf = new Int32Array(mentor.length);
  for (let i = 0; i < mentees; i++) menteeOf.fill(i, start[i]!, start[i + 1]!);
  return menteeOf;
}
