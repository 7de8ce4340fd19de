/**
 * HiGHS as a solver, for programmes that are too large for javascript-lp-solver: the entry `mentor-match/highs`.
 *
 * @module
 */
import { SolverError } from "./errors.js";
import type { LinearProgramme, LinearSolution } from "./matching/solvers/integer/linear-programme.js";
import { programmeSolver } from "./matching/solvers/programme-solver.js";
import type { Solver } from "./matching/solvers/solver.js";

/** Most entries of a programme's matrix: beyond, its WebAssembly would run out of memory. */
const MOST_ENTRIES = 20_000_000;

/**
 * Loads HiGHS, which has to be installed beside this package (`npm install highs`; WebAssembly, about 3 MB).
 *
 * @param options - passed on to the package: `locateFile` where a browser finds its `highs.wasm` elsewhere
 * @returns a solver for `match(pool, policy, { solver })`; it gives what `linearProgram` gives, faster and of larger pools
 * @throws Error where the package is not installed or cannot be loaded; the solver throws a SolverError `"too-large"` before
 * it makes a programme of more than 20 million entries
 *
 * @example
 * ```ts
 * import { match } from "mentor-match";
 * import { loadHighs } from "mentor-match/highs";
 *
 * const solver = await loadHighs();
 * const pool = { mentees: [{ id: "a" }, { id: "b" }], mentors: [{ id: "a" }, { id: "b" }] };
 * match(pool, { name: "peers", constraints: [{ noReciprocal: true }] }, { solver }).matches.length; // => 1
 * ```
 */
export async function loadHighs(options: HighsOptions = {}): Promise<Solver> {
  const load = (await import("highs")).default as unknown as (options: HighsOptions) => Promise<Highs>;
  const highs = await load(options);
  return programmeSolver("highs", (programme) => solveBy(highs, programme));
}

/** What the package takes: where its WebAssembly is. */
export interface HighsOptions {
  /** where a file of the package is, by its name; beside the package unless given */
  readonly locateFile?: (file: string) => string;
}

/** Simplex without presolve, which returned a wrong optimum in one version; a vertex, and a dual for each row. */
function solveBy(highs: Highs, { most, columns }: LinearProgramme): LinearSolution {
  const entries = columns.reduce((sum, { rows }) => sum + rows.length, 0);
  if (entries > MOST_ENTRIES) {
    const message = `Cannot solve the linear programme: it has ${entries} entries, at most ${MOST_ENTRIES} are used. Match fewer people at once, or drop what cuts across`;
    throw new SolverError("too-large", message, { entries });
  }
  const starts = new Int32Array(columns.length + 1);
  const indices = new Int32Array(entries);
  const values = new Float64Array(entries);
  let at = 0;
  columns.forEach(({ rows, weights }, column) => {
    for (const [x, row] of rows.entries()) {
      indices[at] = row;
      values[at++] = weights[x]!;
    }
    starts[column + 1] = at;
  });
  const { infinity, constants } = highs;
  const model = {
    numCols: columns.length,
    numRows: most.length,
    sense: constants.objectiveSense.maximize,
    colCost: Float64Array.from(columns, ({ cost }) => cost),
    colLower: new Float64Array(columns.length),
    colUpper: new Float64Array(columns.length).fill(infinity),
    rowLower: new Float64Array(most.length).fill(-infinity),
    rowUpper: Float64Array.from(most),
    matrix: { format: "csc", numRows: most.length, numCols: columns.length, starts, indices, values },
  };
  return highs.withModel(model, (own) => {
    own.options.set({ output_flag: false, presolve: "off", solver: "simplex" });
    own.run();
    // Without columns or rows it calls a model empty, and has no solution of it.
    if (own.getModelStatus() !== constants.modelStatus.optimal) {
      const isFeasible = columns.length === 0 && most.every((one) => one >= 0);
      return { isFeasible, value: new Float64Array(columns.length), dual: new Float64Array(most.length) };
    }
    const { colValue, rowDual } = own.getSolution();
    return { isFeasible: true, value: Float64Array.from(colValue), dual: Float64Array.from(rowDual) };
  });
}

/** What is used of the package, whose own types describe a CommonJS module. */
interface Highs {
  readonly infinity: number;
  readonly constants: {
    readonly objectiveSense: { readonly maximize: number };
    readonly modelStatus: { readonly optimal: number };
  };
  readonly withModel: <T>(data: object, use: (model: HighsModel) => T) => T;
}

interface HighsModel {
  readonly options: { readonly set: (options: { readonly [name: string]: unknown }) => void };
  readonly run: () => unknown;
  readonly getModelStatus: () => number;
  readonly getSolution: () => { readonly colValue: ArrayLike<number>; readonly rowDual: ArrayLike<number> };
}
