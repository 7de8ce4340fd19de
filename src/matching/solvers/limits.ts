/** All arithmetic is on integers below 2^53; whether that suffices is known before a level is solved. */

import { SolverError } from "../../errors.js";
import type { Column } from "./face.js";
import type { LinearLevel, Problem } from "./solver.js";

/**
 * The greatest size of a pair's value. Raises an error unless (2·min(demand, places) + 3) × the greatest value of a match is a safe integer: no alternating path
 * is longer, so no price and no total exceeds it.
 */
export function checkLevel(problem: Problem, level: LinearLevel, value: Column | undefined): number {
  const ofPairs = value === undefined ? 0 : greatestOf(level.name, value);
  const greatest = ofPairs + greatestOf(level.name, level.mentee ?? []) + greatestOf(level.name, level.mentor ?? []);
  const matches = Math.min(places(problem.demand, problem.mentors), places(problem.capacity, problem.mentees));
  const bound = (2 * matches + 3) * greatest;
  if (bound <= Number.MAX_SAFE_INTEGER) return ofPairs;
  throw new SolverError(
    "too-large",
    `Cannot solve level ${JSON.stringify(level.name)} exactly: values up to ${greatest} over ${matches} matches reach ${bound}, expected at most ${Number.MAX_SAFE_INTEGER}`,
    { greatest, matches, bound },
  );
}

function greatestOf(name: string, values: ArrayLike<number>): number {
  if (values instanceof Int32Array) return greatestInteger(values);
  let most = 0;
  for (let x = 0; x < values.length; x++) {
    const value = Math.abs(values[x]!);
    if (value <= most && value % 1 === 0) continue;
    if (!Number.isSafeInteger(value)) {
      throw new SolverError(
        "too-large",
        `Cannot solve level ${JSON.stringify(name)} exactly: got the value ${values[x]}, expected a safe integer`,
        { value: values[x]! },
      );
    }
    most = value;
  }
  return most;
}

function greatestInteger(values: Int32Array): number {
  let low = 0;
  let high = 0;
  for (let x = 0; x < values.length; x++) {
    const value = values[x]!;
    if (value < low) low = value;
    else if (value > high) high = value;
  }
  return Math.max(high, -low);
}

function places(most: Int32Array, others: number): number {
  let sum = 0;
  for (let x = 0; x < most.length; x++) sum += Math.min(most[x]!, others);
  return sum;
}
