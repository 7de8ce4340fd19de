/**
 * The optimal face: what is still free once the levels before are at their best. By complementary slackness a pair of
 * negative reduced value is in no optimum, one of positive reduced value is in every optimum, and a person's unit is taken
 * in none or in all of them where price plus unit value is not zero. What remains is the same kind of problem, smaller.
 */
import type { LinearLevel, Prices, Problem } from "./solver.js";
import { firstUnits } from "./units.js";

/** A problem with one objective on the pairs that are still free. `start`, `mentor`, `position` line up as in `Problem`. */
export interface Face {
  readonly start: Int32Array;
  readonly mentor: Int32Array;
  /** where each free pair stands in the problem */
  readonly position: Int32Array;
  /** fewest and most free pairs that each person may have; a fewest below 0 says how many fixed pairs could be missed */
  readonly menteeLeast: Int32Array;
  readonly menteeMost: Int32Array;
  readonly mentorLeast: Int32Array;
  readonly mentorMost: Int32Array;
  /** pairs that every optimum holds, by position in the problem, in the order they became fixed */
  readonly fixed: readonly number[];
  /** fixed pairs of each person */
  readonly menteeUsed: Int32Array;
  readonly mentorUsed: Int32Array;
}

/** One level on a face. Unit values are read from `unitStart[person] + k` for the person's `k`-th free pair. */
export interface FaceLevel {
  /** aligned with the face's pairs */
  readonly pair: Float64Array;
  readonly menteeUnit: ArrayLike<number> | undefined;
  readonly mentorUnit: ArrayLike<number> | undefined;
  readonly menteeUnitStart: Int32Array;
  readonly mentorUnitStart: Int32Array;
}

/** The face before any level: every pair, every place. */
export function wholeFace(problem: Problem): Face {
  return {
    start: problem.start,
    mentor: problem.mentor,
    position: Int32Array.from(problem.mentor, (_, position) => position),
    menteeLeast: new Int32Array(problem.mentees),
    menteeMost: problem.demand.slice(),
    mentorLeast: problem.minimum.slice(),
    mentorMost: problem.capacity.slice(),
    fixed: [],
    menteeUsed: new Int32Array(problem.mentees),
    mentorUsed: new Int32Array(problem.mentors),
  };
}

/** A level's values on a face. */
export function levelOnFace(problem: Problem, face: Face, level: LinearLevel): FaceLevel {
  const { pair } = level;
  const values = new Float64Array(face.mentor.length);
  for (let mentee = 0; mentee < problem.mentees; mentee++) {
    for (let k = face.start[mentee]!; k < face.start[mentee + 1]!; k++) {
      if (typeof pair === "function") values[k] = pair(mentee, face.mentor[k]!);
      else if (pair !== undefined) values[k] = pair[face.position[k]!]!;
    }
  }
  return {
    pair: values,
    menteeUnit: level.mentee,
    mentorUnit: level.mentor,
    menteeUnitStart: unitStarts(problem.demand, face.menteeUsed),
    mentorUnitStart: unitStarts(problem.capacity, face.mentorUsed),
  };
}

/** The face on which a level is at its best, given prices that prove it. */
export function refine(problem: Problem, face: Face, level: FaceLevel, prices: Prices): Face {
  const start = new Int32Array(problem.mentees + 1);
  const mentor: number[] = [];
  const position: number[] = [];
  const fixed = face.fixed.slice();
  const menteeUsed = face.menteeUsed.slice();
  const mentorUsed = face.mentorUsed.slice();
  const mentees = tightened(face.menteeLeast, face.menteeMost, level.menteeUnit, level.menteeUnitStart, prices.mentee);
  const mentors = tightened(face.mentorLeast, face.mentorMost, level.mentorUnit, level.mentorUnitStart, prices.mentor);
  for (let mentee = 0; mentee < problem.mentees; mentee++) {
    for (let k = face.start[mentee]!; k < face.start[mentee + 1]!; k++) {
      const other = face.mentor[k]!;
      const reduced = level.pair[k]! - prices.mentee[mentee]! - prices.mentor[other]!;
      if (reduced > 0) {
        fixed.push(face.position[k]!);
        take(mentees, mentee);
        take(mentors, other);
        menteeUsed[mentee]!++;
        mentorUsed[other]!++;
      } else if (reduced === 0) {
        mentor.push(other);
        position.push(face.position[k]!);
      }
    }
    start[mentee + 1] = mentor.length;
  }
  return {
    start,
    mentor: Int32Array.from(mentor),
    position: Int32Array.from(position),
    menteeLeast: mentees.least,
    menteeMost: mentees.most,
    mentorLeast: mentors.least,
    mentorMost: mentors.most,
    fixed,
    menteeUsed,
    mentorUsed,
  };
}

interface Degrees {
  readonly least: Int32Array;
  readonly most: Int32Array;
}

/** Units worth more than nothing must be taken, units worth less must not; unit values never rise along a person. */
function tightened(
  least: Int32Array,
  most: Int32Array,
  unit: ArrayLike<number> | undefined,
  unitStart: Int32Array,
  price: Float64Array,
): Degrees {
  const degrees = { least: least.slice(), most: most.slice() };
  for (let person = 0; person < least.length; person++) {
    let k = least[person]!;
    const value = (at: number): number => price[person]! + (unit === undefined ? 0 : unit[unitStart[person]! + at]!);
    while (k < most[person]! && value(k) > 0) k++;
    degrees.least[person] = k;
    while (k < most[person]! && value(k) === 0) k++;
    degrees.most[person] = k;
  }
  return degrees;
}

function take({ least, most }: Degrees, person: number): void {
  // `least` may fall below 0: a unit taken by a fixed pair must still be worth its price.
  least[person]!--;
  most[person]!--;
}

/** Where the units that a person's free pairs take begin: after those of the fixed ones. */
function unitStarts(places: Int32Array, used: Int32Array): Int32Array {
  return firstUnits(places).map((first, person) => first + used[person]!);
}
