/** All arithmetic is on integers below 2^53; whether that suffices is known before a level is solved. */

import { SolverError } from "../../errors.js";
import type { Column } from "./face.js";
import type { LinearLevel, Problem } from "./solver.js";

/**
 * What no match is worth more than, in size. Raises an error unless (2·min(demand, places) + 3) times as much is a safe
 * integer: no alternating path is longer, so no price and no total exceeds it.
 */
export function checkLevel(problem: Problem, { name, mentee, mentor }: LinearLevel, pair: Column): number {
  const fail = (why: string, value: number) => {
    throw new SolverError("too-large", `Cannot solve level "${name}" exactly: values up to ${why}`, { value });
  };
  const greatest = (values: ArrayLike<number> = []): number => {
    if (values instanceof Int32Array) return greatestOf(values);
    let high = 0;
    for (let x = 0; x < values.length; x++) {
      const value = values[x]!;
      if (!Number.isSafeInteger(value)) fail(`${value} are no safe integers`, value);
      high = Math.max(high, Math.abs(value));
    }
    return high;
  };
  const all = greatest(pair) + greatest(mentee) + greatest(mentor);
  const matches = Math.min(places(problem.demand, problem.mentors), places(problem.capacity, problem.mentees));
  const bound = (2 * matches + 3) * all;
  if (bound > Number.MAX_SAFE_INTEGER) fail(`${all} over ${matches} matches reach ${bound}`, bound);
  return all;
}

/** Mostly all pairs: a loop with one kind of column in it is several times as fast. */
function greatestOf(values: Int32Array): number {
  let low = 0;
  let high = 0;
  for (let x = 0; x < values.length; x++) {
    const value = values[x]!;
    if (value > high) high = value;
    else if (value < low) low = value;
  }
  return Math.max(high, -low);
}

function places(most: Int32Array, others: number): number {
  return most.reduce((sum, places) => sum + Math.min(places, others), 0);
}
