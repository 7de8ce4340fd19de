/** Who solves a policy. */
import { InputError } from "../errors.js";
import { stableSide } from "../policy/policy.js";
import type { Columns } from "./compile.js";
import type { ScoredPairs } from "./pair-rows.js";
import { preferencesOf } from "./preferences.js";
import { flow } from "./solvers/flow.js";
import { integerProgramme } from "./solvers/integer.js";
import { solveLinear } from "./solvers/linear-program.js";
import { familiesOf, isCrossing } from "./solvers/nested/families.js";
import { nested } from "./solvers/nested.js";
import { shortMinima } from "./solvers/short-minima.js";
import type { Assignment, Problem, Progress, Solver } from "./solvers/solver.js";
import { stable } from "./solvers/stable.js";

/** A solver under the name that results give it. */
export interface NamedSolver {
  readonly name: string;
  readonly solve: (problem: Problem, pairs: ScoredPairs, onProgress?: Progress) => Assignment;
}

/**
 * Deferred acceptance where the policy asks for stability, else the caller's solver, else the first that can: `flow`, `nested`
 * under limits, `linearProgram` where something cuts across.
 *
 * @param problem - absent where the run stopped before there was one
 * @throws InputError for a solver beside a stable objective, which no solver of levels can reach
 */
export function solverFor(columns: Columns, given: Solver | undefined, problem?: Problem): NamedSolver {
  const side = stableSide(columns.policy);
  if (side === undefined) {
    const solver = given === undefined || given === flow ? usualFor(columns, problem) : given;
    const name = solver === flow ? "flow" : (solver.label ?? "custom");
    return { name, solve: (problem, _, onProgress) => withReason(problem, solver(problem, onProgress)) };
  }
  if (given !== undefined && given !== flow) {
    const message = "expected none beside a stable objective, got one";
    throw new InputError("match options", [{ code: "contradiction", path: "solver", message }]);
  }
  return {
    name: "deferred-acceptance",
    solve: (problem, pairs, onProgress) => {
      const chosen = stable({ ...problem, ...preferencesOf(columns, pairs) }, side, onProgress);
      const short = new Int32Array(0);
      return chosen === undefined
        ? { stop: "stopped", chosen: new Int32Array(0), prices: [], short }
        : { stop: "optimal", chosen, prices: [], short };
    },
  };
}

/** Minima alone that cannot be met: whatever the solver says of them, which ones, and how near each can come. */
function withReason(problem: Problem, found: Assignment): Assignment {
  if (found?.stop !== "infeasible" || problem.limits !== undefined || problem.constraints !== undefined) return found;
  const conflicts = shortMinima(problem);
  return conflicts === undefined
    ? found
    : { ...found, short: Int32Array.from(conflicts, ({ mentor }) => mentor!), conflicts };
}

/** Whether limits cut across depends on the pairs; where a caller stopped before there were any, nobody solved anything. */
function usualFor({ policy }: Columns, problem: Problem | undefined): Solver {
  if (problem?.constraints !== undefined) return searching;
  if (policy.limits.length === 0) return flow;
  return problem !== undefined && isCrossing(familiesOf(problem)) ? searching : nested;
}

/** What `linearProgram` does where something cuts across, without the half of it that only networks need. */
const searching: Solver = /* @__PURE__ */ Object.assign(
  (problem: Problem, onProgress?: Progress): Assignment => integerProgramme(problem, solveLinear, onProgress),
  { label: "linear-program" as const },
);
