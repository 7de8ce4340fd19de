/** Whether a solver's answer is an assignment at all: its proof says how good it is, not that it keeps the places. */
import { SolverError } from "../errors.js";
import type { Assignment, Problem } from "./solvers/solver.js";

/** @throws SolverError `"not-feasible"` if it names pairs that are not there, or breaks a demand, a capacity or a minimum */
export function checkFeasible(problem: Problem, assignment: Assignment): void {
  if (assignment.stop !== "optimal") return;
  const menteeCount = new Int32Array(problem.mentees);
  const mentorCount = new Int32Array(problem.mentors);
  let before = -1;
  let mentee = 0;
  for (const position of assignment.chosen) {
    if (!(position > before && position < problem.mentor.length)) throw notFeasible("pairs", position);
    before = position;
    while (problem.start[mentee + 1]! <= position) mentee++;
    menteeCount[mentee]!++;
    mentorCount[problem.mentor[position]!]!++;
  }
  menteeCount.forEach((count, i) => {
    if (count > problem.demand[i]!) throw notFeasible("demand", count);
  });
  mentorCount.forEach((count, j) => {
    if (count > problem.capacity[j]! || count < problem.minimum[j]!) throw notFeasible("capacity", count);
  });
}

function notFeasible(what: string, got: number): SolverError {
  return new SolverError("not-feasible", `Cannot use the solver's answer: it does not keep the ${what}, got ${got}`, {
    got,
  });
}
