/** The bound that prices prove: no assignment is better at any level, whatever the solver did. */
import { SolverError } from "../errors.js";
import type { LinearLevel, Prices, Problem } from "./solvers/solver.js";

/**
 * The bound of the solvers' contract, a number for each level; terms are compared with zero lexicographically.
 * O(pairs), and a level's pair function is called only where the levels before it tie.
 */
export function boundOf(problem: Problem, prices: readonly Prices[]): number[] {
  const { levels } = problem;
  const bound = levels.map(() => 0);
  const addUnits = (places: Int32Array, least: (person: number) => number, side: "mentee" | "mentor"): void => {
    let unit = 0;
    places.forEach((most, person) => {
      for (let k = 0; k < most; k++, unit++) {
        const at = unit;
        addTerm(bound, k < least(person), (l) => prices[l]![side][person]! + (levels[l]![side]?.[at] ?? 0));
      }
    });
  };
  addUnits(problem.demand, () => 0, "mentee");
  addUnits(problem.capacity, (mentor) => problem.minimum[mentor]!, "mentor");
  eachAbove(problem, prices, (mentee, k) => {
    const mentor = problem.mentor[k]!;
    addTerm(bound, true, (l) => {
      const { mentee: ofMentee, mentor: ofMentor } = prices[l]!;
      return pairValue(levels[l]!, mentee, mentor, k) - ofMentee[mentee]! - ofMentor[mentor]!;
    });
  });
  return bound;
}

/**
 * Calls back for each pair that is worth more than its people's prices at the first level where it is not worth as much.
 * One mentee and one level at a time, which is faster than pair by pair.
 */
function eachAbove(problem: Problem, prices: readonly Prices[], add: (mentee: number, k: number) => void): void {
  const { start, mentor, levels } = problem;
  // Positions of the mentee's pairs that are worth as much as their prices so far.
  const tied = new Int32Array(problem.mentors);
  for (let mentee = 0; mentee < problem.mentees; mentee++) {
    let count = start[mentee + 1]! - start[mentee]!;
    for (let level = 0; level < levels.length && count > 0; level++) {
      const { pair } = levels[level]!;
      const own = prices[level]!.mentee[mentee]!;
      const ofMentor = prices[level]!.mentor;
      let left = 0;
      for (let t = 0; t < count; t++) {
        const k = level === 0 ? start[mentee]! + t : tied[t]!;
        const j = mentor[k]!;
        const value = pair === undefined ? 0 : typeof pair === "function" ? pair(mentee, j) : pair[k]!;
        const reduced = value - own - ofMentor[j]!;
        if (reduced > 0) add(mentee, k);
        else if (reduced === 0) tied[left++] = k;
      }
      count = left;
    }
  }
}

/** Adds a vector if it must be added or is lexicographically above zero. */
function addTerm(bound: number[], isDue: boolean, component: (level: number) => number): void {
  let counts = isDue;
  for (let l = 0; l < bound.length; l++) {
    const value = component(l);
    if (!counts && value < 0) return;
    counts ||= value > 0;
    bound[l]! += value;
    if (!Number.isSafeInteger(value) || !Number.isSafeInteger(bound[l]!)) {
      throw new SolverError("too-large", `Cannot add up the bound exactly: ${bound[l]} is no safe integer`, {
        bound: bound[l]!,
      });
    }
  }
}

/** What a level gives for a pair. */
export function pairValue({ pair }: LinearLevel, mentee: number, mentor: number, position: number): number {
  return typeof pair === "function" ? pair(mentee, mentor) : (pair?.[position] ?? 0);
}
