/** Minima that nothing can meet. */
import type { Problem } from "./solver.js";

/** Mentors whose minimum is above their own capacity, ascending. */
export function impossibleMinima({ minimum, capacity }: Problem): Int32Array {
  return minimum.map((_, mentor) => mentor).filter((mentor) => minimum[mentor]! > capacity[mentor]!);
}
