/** Whether a solver's answer is an assignment at all: its proof says how good it is, not that it keeps the places. */
import { SolverError } from "../errors.js";
import { limitedPairs } from "./solvers/limited-pairs.js";
import type { Assignment, Prices, Problem } from "./solvers/solver.js";

/**
 * @throws SolverError `"no-assignment"` if it is none at all, `"not-feasible"` if it names pairs or mentors that are not
 * there, or breaks a demand, a capacity, a minimum, a limit or a constraint, `"too-large"` if a price is no safe integer
 */
export function checkFeasible(problem: Problem, assignment: Assignment): void {
  if (!isAssignment(problem, assignment))
    throw new SolverError(
      "no-assignment",
      "Cannot use the solver's answer: expected an assignment, got something else",
    );
  const nobody = assignment.short.find((mentor) => !(mentor >= 0 && mentor < problem.mentors));
  if (nobody !== undefined) throw notFeasible("mentors", nobody);
  if (assignment.stop !== "optimal") return;
  for (const { mentee, mentor } of assignment.prices) for (const side of [mentee, mentor]) checkPrices(side);
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
  const isChosen = new Uint8Array(problem.mentor.length);
  for (const position of assignment.chosen) isChosen[position] = 1;
  for (const limit of problem.limits ?? []) {
    const count = limitedPairs(problem, limit).reduce((sum, position) => sum + isChosen[position]!, 0);
    if (count > limit.most || count < limit.least) throw notFeasible("limits", count);
  }
  checkConstraints(problem, assignment, isChosen);
}

/** Cuts count in the bound: they must be rows that every assignment keeps, and only those of the problem are known to be. */
function checkConstraints({ constraints }: Problem, { chosen, cuts = [] }: Assignment, isChosen: Uint8Array): void {
  for (const { pairs, weights, most } of constraints?.rows ?? []) {
    const sum = pairs.reduce((all, pair, x) => all + weights[x]! * isChosen[pair]!, 0);
    if (sum > most) throw notFeasible("constraints", sum);
  }
  const broken = constraints?.brokenBy?.(chosen).length ?? 0;
  if (broken > 0) throw notFeasible("constraints", broken);
  const foreign = cuts.findIndex((cut) => constraints?.isOneOf?.(cut) !== true);
  if (foreign >= 0) throw notFeasible("cuts", foreign);
}

/** A solver may be anybody's: where it is done, each level has a price for everybody. */
function isAssignment(
  { mentees, mentors, limits, constraints, levels }: Problem,
  answer: Partial<Assignment> | null | undefined,
): boolean {
  if (typeof answer !== "object" || answer === null) return false;
  const { stop, chosen, prices, short, cuts = [] } = answer;
  if (!(chosen instanceof Int32Array && short instanceof Int32Array && Array.isArray(prices))) return false;
  if (stop !== "optimal") return stop === "stopped" || stop === "infeasible";
  const rows = constraints === undefined ? undefined : constraints.rows.length + cuts.length;
  const isPriced = (price: Partial<Prices> | null) =>
    price?.mentee?.length === mentees &&
    price.mentor?.length === mentors &&
    price.limit?.length === limits?.length &&
    price.row?.length === rows;
  return prices.length === levels.length && prices.every(isPriced);
}

/** The bound would not show it of people without places, and a result is to hold integers. */
function checkPrices(side: Float64Array): void {
  const price = side.find((one) => !Number.isSafeInteger(one));
  if (price === undefined) return;
  const message = `Cannot use the solver's answer: expected prices that are safe integers, got ${price}`;
  throw new SolverError("too-large", message, { price });
}

function notFeasible(what: string, got: number): SolverError {
  return new SolverError("not-feasible", `Cannot use the solver's answer: it does not keep the ${what}, got ${got}`, {
    got,
  });
}
