/** All arithmetic is on integers below 2^53; whether that suffices is known before a level is solved. */

import { SolverError } from "../../errors.js";
import type { Column } from "./face.js";
import type { LinearLevel, Problem } from "./solver.js";

/**
 * The greatest size of a pair's value. Raises an error unless (2·min(demand, places) + 3) × the greatest value of a match is
 * a safe integer: no alternating path is longer, so no price and no total exceeds it.
 */
export function checkLevel(problem: Problem, { name, mentee, mentor }: LinearLevel, value: Column | undefined): number {
  const ofPairs = greatest(name, value);
  const all = ofPairs + greatest(name, mentee) + greatest(name, mentor);
  const matches = Math.min(places(problem.demand, problem.mentors), places(problem.capacity, problem.mentees));
  const bound = (2 * matches + 3) * all;
  if (bound > Number.MAX_SAFE_INTEGER) throw tooLarge(name, `${all} over ${matches} matches reach ${bound}`, bound);
  return ofPairs;
}

function greatest(name: string, values: ArrayLike<number> | undefined): number {
  let low = 0;
  let high = 0;
  if (values instanceof Int32Array) {
    for (let x = 0; x < values.length; x++) {
      const value = values[x]!;
      if (value < low) low = value;
      else if (value > high) high = value;
    }
  } else if (values !== undefined) {
    for (let x = 0; x < values.length; x++) {
      const value = Math.abs(values[x]!);
      if (!Number.isSafeInteger(value)) throw tooLarge(name, `${values[x]} are no safe integers`, values[x]!);
      if (value > high) high = value;
    }
  }
  return Math.max(high, -low);
}

function tooLarge(name: string, why: string, value: number): SolverError {
  return new SolverError("too-large", `Cannot solve level ${JSON.stringify(name)} exactly: values up to ${why}`, {
    value,
  });
}

function places(most: Int32Array, others: number): number {
  return most.reduce((sum, places) => sum + Math.min(places, others), 0);
}
