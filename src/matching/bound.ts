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
  for (let mentee = 0; mentee < problem.mentees; mentee++) {
    for (let k = problem.start[mentee]!; k < problem.start[mentee + 1]!; k++) {
      const mentor = problem.mentor[k]!;
      for (let l = 0; l < levels.length; l++) {
        const { mentee: ofMentee, mentor: ofMentor } = prices[l]!;
        const reduced = pairValue(levels[l]!, mentee, mentor, k) - ofMentee[mentee]! - ofMentor[mentor]!;
        if (reduced === 0) continue;
        if (reduced > 0) addPair(bound, problem, prices, mentee, mentor, k);
        break;
      }
    }
  }
  return bound;
}

/** Adds what a pair is worth above its people's prices. */
function addPair(
  bound: number[],
  { levels }: Problem,
  prices: readonly Prices[],
  mentee: number,
  mentor: number,
  k: number,
): void {
  addTerm(
    bound,
    true,
    (l) => pairValue(levels[l]!, mentee, mentor, k) - prices[l]!.mentee[mentee]! - prices[l]!.mentor[mentor]!,
  );
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
