/** Instances shaped like mentoring schemes: grades, departments, areas of help, line managers, places to live. */
import { type Instance, places } from "./instance.js";
import { random } from "./random.js";

interface People {
  readonly grade: Int8Array;
  readonly department: Int16Array;
  /** one bit an area */
  readonly areas: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** the mentor who manages each person */
  readonly manager: Int32Array;
  readonly experience: Float64Array;
}

/** Gives the score of a pair, 0 … 10 000, or −1 where it may not be. */
type Score = (mentee: number, mentor: number) => number;

const DEPARTMENTS = 24;
const AREAS = 31;
/** Greatest score. */
export const GREATEST = 10_000;

/**
 * Every eligible pair.
 *
 * @param share - all places, as a share of the mentees: below 1 over-subscribed, 1.02 nearly balanced
 */
export function dense(mentees: number, mentors: number, share: number, seed: number): Instance {
  const next = random(seed);
  const score = scores(mentees, mentors, next);
  const capacity = places(mentees, mentors, share, next);
  const start = new Int32Array(mentees + 1);
  for (let i = 0; i < mentees; i++) {
    start[i + 1] = start[i]!;
    for (let j = 0; j < mentors; j++) if (score(i, j) >= 0) start[i + 1]!++;
  }
  const rows = { mentor: new Int32Array(start[mentees]!), score: new Int32Array(start[mentees]!) };
  for (let i = 0, p = 0; i < mentees; i++) {
    for (let j = 0; j < mentors; j++) {
      const value = score(i, j);
      if (value < 0) continue;
      rows.mentor[p] = j;
      rows.score[p++] = value;
    }
  }
  return { mentees, mentors, start, ...rows, capacity };
}

/** The best `top` of four times as many mentors that each mentee met at random. */
export function topLists(mentees: number, mentors: number, share: number, seed: number, top: number): Instance {
  const next = random(seed);
  const score = scores(mentees, mentors, next);
  const capacity = places(mentees, mentors, share, next);
  const start = new Int32Array(mentees + 1);
  const rows = { mentor: new Int32Array(mentees * top), score: new Int32Array(mentees * top) };
  const metBy = new Int32Array(mentors).fill(-1);
  const met = new Float64Array(4 * top);
  let p = 0;
  for (let i = 0; i < mentees; i++) {
    let size = 0;
    for (let k = 0; k < 4 * top; k++) {
      const mentor = Math.floor(next() * mentors);
      if (metBy[mentor] === i) continue;
      metBy[mentor] = i;
      const value = score(i, mentor);
      // One number for both, so that no comparison is called: by score, then the smaller index.
      if (value >= 0) met[size++] = value * mentors + (mentors - 1 - mentor);
    }
    const best = met
      .subarray(0, size)
      .sort()
      .subarray(Math.max(0, size - top));
    for (let x = 0; x < best.length; x++) {
      const value = Math.floor(best[x]! / mentors);
      best[x] = (mentors - 1 - (best[x]! % mentors)) * (GREATEST + 1) + value;
    }
    best.sort();
    for (let x = 0; x < best.length; x++) {
      rows.mentor[p] = Math.floor(best[x]! / (GREATEST + 1));
      rows.score[p++] = best[x]! % (GREATEST + 1);
    }
    start[i + 1] = p;
  }
  return { mentees, mentors, start, mentor: rows.mentor.subarray(0, p), score: rows.score.subarray(0, p), capacity };
}

function scores(mentees: number, mentors: number, next: () => number): Score {
  const mentee = people(mentees, [0, 4], 4, mentors, next);
  const mentor = people(mentors, [2, 7], 5, mentors, next);
  return (i, j) => {
    const gap = mentor.grade[j]! - mentee.grade[i]!;
    if (gap < 1 || mentee.department[i] === mentor.department[j] || mentee.manager[i] === j) return -1;
    const shared = Math.min(3, bitCount(mentee.areas[i]! & mentor.areas[j]!)) / 3;
    const dx = mentee.x[i]! - mentor.x[j]!;
    const dy = mentee.y[i]! - mentor.y[j]!;
    const near = 1 - Math.sqrt((dx * dx + dy * dy) / 2);
    return Math.round(
      GREATEST * (0.5 * shared + 0.2 / (1 + Math.abs(gap - 2)) + 0.2 * near + 0.1 * mentor.experience[j]!),
    );
  };
}

function people(
  count: number,
  [low, high]: readonly [low: number, high: number],
  areas: number,
  mentors: number,
  next: () => number,
): People {
  const below = (n: number) => Math.floor(next() * n);
  const someAreas = () => {
    let bits = 0;
    // The smaller of two draws: some areas are asked for more than others.
    for (let k = 0; k < areas; k++) bits |= 1 << Math.min(below(AREAS), below(AREAS));
    return bits;
  };
  return {
    grade: Int8Array.from({ length: count }, () => low + Math.min(below(high - low + 1), below(high - low + 3))),
    department: Int16Array.from({ length: count }, () => below(DEPARTMENTS)),
    areas: Int32Array.from({ length: count }, someAreas),
    x: Float64Array.from({ length: count }, next),
    y: Float64Array.from({ length: count }, next),
    manager: Int32Array.from({ length: count }, () => below(mentors)),
    experience: Float64Array.from({ length: count }, next),
  };
}

function bitCount(bits: number): number {
  bits -= (bits >> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >> 2) & 0x33333333);
  return Math.imul((bits + (bits >> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
