/** Minima that nothing can meet. */
import type { Problem } from "./solver.js";

/** Mentors whose minimum is above their own capacity, ascending. */
export function impossibleMinima({ minimum, capacity }: Problem): Int32Array {
  const mentors: number[] = [];
  minimum.forEach((least, mentor) => {
    if (least > capacity[mentor]!) mentors.push(mentor);
  });
  return Int32Array.from(mentors);
}
