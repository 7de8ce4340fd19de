/** One level as a backend that solves a face at a time sees it. */
import { type Column, type Face, pairValues } from "./face.js";
import type { LinearLevel, Problem } from "./solver.js";
import { firstUnits } from "./units.js";

/** A level's values on a face. Unit values are read from `unitStart[person] + k` for the person's `k`-th free pair. */
export interface FaceLevel {
  /** aligned with the face's pairs */
  readonly pair: Column;
  readonly menteeUnit: ArrayLike<number> | undefined;
  readonly mentorUnit: ArrayLike<number> | undefined;
  readonly menteeUnitStart: Int32Array;
  readonly mentorUnitStart: Int32Array;
}

/** Reads them. */
export function levelOnFace(problem: Problem, face: Face, level: LinearLevel): FaceLevel {
  return {
    pair: pairValues(face, level) ?? new Int32Array(face.mentor.length),
    menteeUnit: level.mentee,
    mentorUnit: level.mentor,
    menteeUnitStart: unitStarts(problem.demand, face.menteeUsed),
    mentorUnitStart: unitStarts(problem.capacity, face.mentorUsed),
  };
}

/** Where the units that a person's free pairs take begin: after those of the fixed ones. */
function unitStarts(places: Int32Array, used: Int32Array): Int32Array {
  return firstUnits(places).map((first, person) => first + used[person]!);
}
