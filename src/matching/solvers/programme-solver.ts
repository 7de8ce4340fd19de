/** A solver of problems, made from a package that solves linear programmes. */
import { generateColumns } from "./column-generation.js";
import type { LinearSolver } from "./integer/linear-programme.js";
import { integerProgramme } from "./integer.js";
import { levelByLevel } from "./level-by-level.js";
import type { Solver } from "./solver.js";

/** Linear programmes alone where there are only places and minima, with branch and bound where anything else counts pairs. */
export function programmeSolver(label: NonNullable<Solver["label"]>, solve: LinearSolver): Solver {
  const solver: Solver = (problem, onProgress) =>
    problem.constraints !== undefined || problem.limits !== undefined
      ? integerProgramme(problem, solve, onProgress)
      : levelByLevel(problem, (face, level) => generateColumns(face, level, solve), onProgress);
  return Object.assign(solver, { label });
}
