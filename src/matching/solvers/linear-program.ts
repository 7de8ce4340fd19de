/**
 * Linear programmes by the simplex method of javascript-lp-solver. This is the only file that knows the package: generated
 * indices only, presolve off, full pricing, no equalities.
 */
import lpSolver from "javascript-lp-solver";
import { SolverError } from "../../errors.js";
import type { LinearProgramme, LinearSolution } from "./integer/linear-programme.js";
import { programmeSolver } from "./programme-solver.js";
import type { Solver } from "./solver.js";

/** Largest tableau, in numbers of 8 bytes: 1 GiB. */
const LARGEST_TABLEAU = 134_217_728;

/** A vertex and its duals. @throws SolverError `"too-large"` before the tableau is made */
export function solveLinear({ most, columns }: LinearProgramme): LinearSolution {
  refuseTooLarge(most.length, columns.length);
  const model = new LpModel();
  model.usePresolve = false;
  model.checkForCycles = false;
  model.maximize();
  model.tableau.pricingBatchSize = Number.POSITIVE_INFINITY;
  const rows = most.map((bound) => model.smallerThan(bound));
  const variables = columns.map(({ cost, rows: own, weights }) => {
    const variable = model.addVariable(cost);
    for (const [at, row] of own.entries()) rows[row]!.addTerm(weights[at]!, variable);
    return variable;
  });
  model.solve();
  return {
    isFeasible: model.tableau.feasible,
    value: Float64Array.from(variables, (variable) => valueOf(model, variable)),
    dual: Float64Array.from(rows, (row) => dualOf(model, row)),
  };
}

/** Solves a problem level by level with linear programmes. For a few hundred people; exact or a {@link SolverError}. */
export const linearProgram: Solver = /* @__PURE__ */ programmeSolver("linear-program", solveLinear);

function refuseTooLarge(rows: number, columns: number): void {
  const numbers = (rows + 1) * (columns + 1);
  if (numbers <= LARGEST_TABLEAU) return;
  throw new SolverError(
    "too-large",
    `Cannot solve the linear programme: ${rows} rows by ${columns} columns need ${Math.ceil(numbers / 131_072)} MiB, at most ${LARGEST_TABLEAU / 131_072} are used. Match fewer people at once, drop what cuts across, or take loadHighs()`,
    { rows, columns },
  );
}

// What is used of the package's model, whose published types do not resolve under every module setting.

interface LpVariable {
  readonly index: number;
}

interface LpConstraint {
  readonly index: number;
  readonly addTerm: (coefficient: number, variable: LpVariable) => LpConstraint;
}

interface LpModel {
  usePresolve: boolean;
  checkForCycles: boolean;
  readonly maximize: () => void;
  readonly smallerThan: (bound: number) => LpConstraint;
  readonly addVariable: (cost: number) => LpVariable;
  readonly solve: () => unknown;
  readonly tableau: {
    pricingBatchSize: number;
    readonly feasible: boolean;
    readonly matrix: Float64Array;
    readonly width: number;
    readonly rhsColumn: number;
    readonly rowByVarIndex: readonly number[];
    readonly colByVarIndex: readonly number[];
  };
}

const LpModel = (lpSolver as unknown as { readonly Model: new () => LpModel }).Model;

/** A variable's value at the vertex, from its row of the tableau; variables outside the basis are 0. */
function valueOf({ tableau }: LpModel, { index }: LpVariable): number {
  const row = tableau.rowByVarIndex[index]!;
  return row < 0 ? 0 : tableau.matrix[row * tableau.width + tableau.rhsColumn]!;
}

/** The dual of an upper bound, from its slack's entry in the cost row. */
function dualOf({ tableau }: LpModel, { index }: LpConstraint): number {
  const column = tableau.colByVarIndex[index]!;
  return column < 0 ? 0 : -tableau.matrix[column]!;
}
