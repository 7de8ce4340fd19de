/**
 * The optimal face: what all assignments that are best at the levels solved so far have in common. The next level is an
 * ordinary linear problem on it, with an interval for each person's degree. Complementary slackness, level by level:
 * a pair of positive reduced value is in every best assignment, one of negative reduced value in none; a unit whose value
 * plus its person's price is positive is always used, one where that is negative never.
 */

import type { LinearLevel, Prices, Problem } from "./solver.js";

/** Integers in as few bytes as they fit. */
export type Column = Int32Array | Float64Array;

/** `start[i] … start[i + 1]` are the pairs of mentee `i` still open to choice; degrees count open pairs only. */
export interface Face {
  readonly start: Int32Array;
  readonly mentor: Int32Array;
  /** place of each pair in the problem; absent while all of the problem's pairs are on the face */
  readonly position: Int32Array | undefined;
  /** fewest open pairs of each person; below 0 where fixed pairs stand on units that are free to choose, which bounds the price */
  readonly menteeLeast: Int32Array;
  readonly menteeMost: Int32Array;
  readonly mentorLeast: Int32Array;
  readonly mentorMost: Int32Array;
  /** places in the problem of the pairs that every best assignment holds */
  readonly fixed: Int32Array;
  /** fixed pairs of each person: the units they have used up */
  readonly menteeUsed: Int32Array;
  readonly mentorUsed: Int32Array;
}

/** The face before any level is solved. */
export function wholeFace(problem: Problem): Face {
  return {
    start: problem.start,
    mentor: problem.mentor,
    position: undefined,
    menteeLeast: new Int32Array(problem.mentees),
    menteeMost: problem.demand,
    mentorLeast: problem.minimum,
    mentorMost: problem.capacity,
    fixed: new Int32Array(0),
    menteeUsed: new Int32Array(problem.mentees),
    mentorUsed: new Int32Array(problem.mentors),
  };
}

/** The values of the pairs of `face` at `level`, aligned with it; absent where the level gives pairs no value. */
export function pairValues(face: Face, level: LinearLevel): Column | undefined {
  const { pair } = level;
  if (pair === undefined) return undefined;
  if (face.position === undefined && (pair instanceof Int32Array || pair instanceof Float64Array)) return pair;
  const value = new Float64Array(face.mentor.length);
  if (typeof pair === "function") {
    for (let i = 0; i + 1 < face.start.length; i++) {
      for (let p = face.start[i]!; p < face.start[i + 1]!; p++) value[p] = pair(i, face.mentor[p]!);
    }
  } else for (let p = 0; p < value.length; p++) value[p] = pair[face.position === undefined ? p : face.position[p]!]!;
  return value;
}

/** The face of those that are also best at `level`, whose optimal prices are given. */
export function refine(problem: Problem, face: Face, level: LinearLevel, prices: Prices): Face {
  const value = pairValues(face, level);
  const { mentees, mentors } = problem;
  const start = new Int32Array(mentees + 1);
  const mentor = new Int32Array(face.mentor.length);
  const position = new Int32Array(face.mentor.length);
  const fixed = Array.from(face.fixed);
  const menteeUsed = face.menteeUsed.slice();
  const mentorUsed = face.mentorUsed.slice();
  let next = 0;
  for (let i = 0; i < mentees; i++) {
    const price = prices.mentee[i]!;
    for (let p = face.start[i]!; p < face.start[i + 1]!; p++) {
      const j = face.mentor[p]!;
      const reduced = (value === undefined ? 0 : value[p]!) - price - prices.mentor[j]!;
      if (reduced < 0) continue;
      const place = face.position === undefined ? p : face.position[p]!;
      if (reduced > 0) {
        fixed.push(place);
        menteeUsed[i]!++;
        mentorUsed[j]!++;
      } else {
        mentor[next] = j;
        position[next++] = place;
      }
    }
    start[i + 1] = next;
  }
  const menteeUnits = { value: level.mentee, size: problem.demand, price: prices.mentee, count: mentees };
  const mentorUnits = { value: level.mentor, size: problem.capacity, price: prices.mentor, count: mentors };
  const onMentees = interval(menteeUnits, face.menteeLeast, face.menteeMost, face.menteeUsed, menteeUsed);
  const onMentors = interval(mentorUnits, face.mentorLeast, face.mentorMost, face.mentorUsed, mentorUsed);
  return {
    start,
    mentor: mentor.slice(0, next),
    position: position.slice(0, next),
    fixed: Int32Array.from(fixed),
    menteeUsed,
    mentorUsed,
    menteeLeast: onMentees.least,
    menteeMost: onMentees.most,
    mentorLeast: onMentors.least,
    mentorMost: onMentors.most,
  };
}

interface Units {
  readonly value: ArrayLike<number> | undefined;
  readonly size: Int32Array;
  readonly price: Float64Array;
  readonly count: number;
}

/** Tightens each person's degrees to the units of positive gain (always used) and of gain zero (free to choose). */
function interval(units: Units, least: Int32Array, most: Int32Array, used: Int32Array, usedNow: Int32Array) {
  const newLeast = new Int32Array(units.count);
  const newMost = new Int32Array(units.count);
  let offset = 0;
  for (let x = 0; x < units.count; x++) {
    const price = units.price[x]!;
    const top = used[x]! + most[x]!;
    let always = used[x]! + least[x]!;
    let perhaps = always;
    if (units.value === undefined) {
      if (price > 0) always = top;
      if (price >= 0) perhaps = top;
    } else {
      while (always < top && price + units.value[offset + always]! > 0) always++;
      perhaps = always;
      while (perhaps < top && price + units.value[offset + perhaps]! === 0) perhaps++;
    }
    newLeast[x] = always - usedNow[x]!;
    newMost[x] = perhaps - usedNow[x]!;
    offset += units.size[x]!;
  }
  return { least: newLeast, most: newMost };
}
