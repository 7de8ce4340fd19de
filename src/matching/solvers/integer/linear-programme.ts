/** What an integer programme asks of a package that solves linear ones. */

/** Greatest cost · x, where every row's weights come to its `most` at most, and no x is below 0. */
export interface LinearProgramme {
  readonly most: readonly number[];
  readonly columns: readonly LinearColumn[];
}

export interface LinearColumn {
  readonly cost: number;
  /** rows, none twice, and the weight in each */
  readonly rows: readonly number[];
  readonly weights: readonly number[];
}

/** A vertex, and a dual of each row. Neither is trusted: bounds are worked out from the duals anew. */
export interface LinearSolution {
  readonly isFeasible: boolean;
  readonly value: Float64Array;
  readonly dual: Float64Array;
}

/** @throws SolverError `"too-large"` before anything is allocated */
export type LinearSolver = (programme: LinearProgramme) => LinearSolution;
