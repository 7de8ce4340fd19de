/** One level as a backend that solves a face at a time sees it. */
import { type Column, type Face, pairValues } from "./face.js";
import type { LinearLevel } from "./solver.js";

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
export function levelOnFace(face: Face, level: LinearLevel): FaceLevel {
  return {
    pair: pairValues(face, level),
    menteeUnit: level.mentee,
    mentorUnit: level.mentor,
    menteeUnitStart: face.side.mentee.first,
    mentorUnitStart: face.side.mentor.first,
  };
}
