/** Where a grade stands on the policy's ladder. */
import type { Ladder } from "./entry.js";
import type { Person } from "./types.js";

/** The step of each grade name, lowest first from 0. */
export function stepOf(ladder: Ladder): ReadonlyMap<string, number> {
  return new Map(ladder.flatMap((names, step) => names.map((name) => [name, step] as const)));
}

/** The step of each person, or −1 where the grade is missing or on no step. */
export function gradeSteps(people: readonly Person[], ladder: Ladder): Int32Array {
  const steps = stepOf(ladder);
  return Int32Array.from(people, ({ grade }) => (grade === undefined ? -1 : (steps.get(grade) ?? -1)));
}
