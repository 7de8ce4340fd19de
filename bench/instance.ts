/** What every solver here gets: pairs in compressed rows, their scores, and the places of each mentor. */
import type { Problem } from "../src/index.js";
import { random } from "./random.js";

/** `start[i] … start[i + 1]` are the pairs of mentee `i`; `mentor` and `score` are aligned with them. */
export interface Instance {
  readonly mentees: number;
  readonly mentors: number;
  readonly start: Int32Array;
  readonly mentor: Int32Array;
  readonly score: Int32Array;
  /** most mentees of each mentor */
  readonly capacity: Int32Array;
}

/** The mentor of each mentee, or −1. */
export type Answer = ArrayLike<number>;

/** As many mentees as possible, then the greatest total score. */
export function problemOf({ mentees, mentors, start, mentor, score, capacity }: Instance): Problem {
  return {
    mentees,
    mentors,
    start,
    mentor,
    demand: new Int32Array(mentees).fill(1),
    capacity,
    minimum: new Int32Array(mentors),
    levels: [
      { name: "coverage", mentee: new Uint8Array(mentees).fill(1) },
      { name: "score", pair: score },
    ],
  };
}

/** Total capacity as a share of the mentees, thrown over the mentors at random. */
export function places(mentees: number, mentors: number, share: number, next: () => number): Int32Array {
  const capacity = new Int32Array(mentors);
  for (let left = Math.round(mentees * share); left > 0; left--) capacity[Math.floor(next() * mentors)]!++;
  return capacity;
}

/** The same pairs with about as many places for each mentor, from three quarters to five quarters of the mean. */
export function crowdedPlaces(instance: Instance, share: number, seed: number): Instance {
  const next = random(seed);
  const mean = (instance.mentees * share) / instance.mentors;
  const capacity = Int32Array.from({ length: instance.mentors }, () => Math.round(mean * (0.75 + 0.5 * next())));
  return { ...instance, capacity };
}
