/**
 * The contract of every solver: a capacitated bipartite assignment with several objectives in strict order.
 * Indices only; nothing here knows people, ids, rules or scores.
 */

/**
 * One linear objective, maximised. A match of mentee `i` with mentor `j` at pair position `p`, which is the `k`-th match of
 * `i` and the `l`-th of `j` (from 0), is worth `pair(p) + mentee[menteeUnit[i] + k] + mentor[mentorUnit[j] + l]`; a part that
 * is absent is worth 0. Values are safe integers; along one person's units they never rise, compared over all levels at once.
 */
export interface LinearLevel {
  /** what results call the level; levels of one name are its components */
  readonly name: string;
  /** value of each pair, aligned with `Problem.mentor`; a function is called only for pairs that are still on the optimal face */
  readonly pair?: ArrayLike<number> | ((mentee: number, mentor: number) => number);
  /** value of each unit of the mentees' demand: those of mentee `i` stand at the sum of the demands before it */
  readonly mentee?: ArrayLike<number>;
  /** value of each unit of the mentors' capacity: those of mentor `j` stand at the sum of the capacities before it */
  readonly mentor?: ArrayLike<number>;
}

/**
 * Bounds on how many pairs of some mentees with some mentors are chosen: of everybody, of a group, of a group under one mentor.
 */
export interface Limit {
  /** fewest, 0 or more, hard */
  readonly least: number;
  /** most; below `least` nothing is feasible, and `Infinity` bounds nothing */
  readonly most: number;
  /** ascending indices; everybody where absent */
  readonly mentees?: Int32Array;
  /** ascending indices; everybody where absent */
  readonly mentors?: Int32Array;
}

/** What cuts across places and groups: the weights of the chosen pairs among these come to `most` at most. */
export interface Row {
  /** positions, ascending */
  readonly pairs: Int32Array;
  /** an integer for each of them */
  readonly weights: Int32Array;
  /** an integer; where it is below 0, something must be chosen */
  readonly most: number;
}

/** Rows that every assignment must keep. Some are so many that they are only made where an assignment breaks them. */
export interface Constraints {
  /** rows that are known from the start, in a fixed order */
  readonly rows: readonly Row[];
  /** rows that these chosen positions break, all of one sort, though they keep the listed ones; a kept set breaks none */
  readonly brokenBy?: (chosen: Int32Array) => readonly Row[];
  /** whether a row is one that `brokenBy` made */
  readonly isOneOf?: (row: Row) => boolean;
}

/** An assignment problem. `start[i] … start[i + 1]` are the pairs of mentee `i`; `mentor` is aligned with them. */
export interface Problem {
  /** how many there are; their indices start at 0 */
  readonly mentees: number;
  /** how many there are; their indices start at 0 */
  readonly mentors: number;
  /** mentees + 1 ascending offsets */
  readonly start: Int32Array;
  /** the mentor of each pair, ascending within a mentee's row, none twice */
  readonly mentor: Int32Array;
  /** most mentors of each mentee, 0 or more */
  readonly demand: Int32Array;
  /** most mentees of each mentor, 0 or more */
  readonly capacity: Int32Array;
  /** fewest mentees of each mentor, hard, 0 or more */
  readonly minimum: Int32Array;
  /** bounds on groups of pairs; absent where there are none */
  readonly limits?: readonly Limit[];
  /** what cuts across places and groups; absent where nothing does */
  readonly constraints?: Constraints;
  /** in strict order of importance */
  readonly levels: readonly LinearLevel[];
}

/**
 * Prices of one level. Together, compared lexicographically over the levels, they prove the assignment best: the bound
 *
 *   Σ_i Σ_k max(0, mentee[i] + unit k of i)
 *   + Σ_j (Σ_{l < minimum} (mentor[j] + unit l of j) + Σ_{l ≥ minimum} max(0, mentor[j] + unit l of j))
 *   + Σ_limits limit[g] × (most if limit[g] is above 0, else least)
 *   + Σ_rows row[r] × most
 *   + Σ_pairs max(0, pair value − mentee[i] − mentor[j] − Σ_{limits that count the pair} limit[g] − Σ_rows row[r] × weight)
 *
 * equals the assignment's value at every level.
 */
export interface Prices {
  /** an integer for each mentee, by index */
  readonly mentee: Float64Array;
  /** an integer for each mentor, by index */
  readonly mentor: Float64Array;
  /** aligned with `Problem.limits`; absent where it is */
  readonly limit?: Float64Array;
  /** aligned with `Constraints.rows`, then with `Assignment.cuts`; never below 0 over all levels at once; absent where there are none */
  readonly row?: Float64Array;
}

/** What a solver found, and why it stopped. */
export interface Assignment {
  /**
   * `"optimal"`: the best that was to be found is chosen; `"infeasible"`: nothing keeps all bounds; `"stopped"`: the
   * caller said so, and what is chosen is not the best of anything
   */
  readonly stop: "optimal" | "infeasible" | "stopped";
  /** positions of the chosen pairs, ascending; empty when infeasible */
  readonly chosen: Int32Array;
  /** one entry a level; empty unless optimal */
  readonly prices: readonly Prices[];
  /** rows of `Constraints.brokenBy` that the prices count on */
  readonly cuts?: readonly Row[];
  /** whether a branch and bound ran to its end: then nothing better exists, even where the prices alone do not prove it */
  readonly isSearched?: boolean;
  /** when infeasible: mentors, ascending, whose minima exceed their own capacity, or together what the mentees eligible for them can fill */
  readonly short: Int32Array;
  /** when infeasible under limits: prices that prove it, for their bound on a level where nothing is worth anything is below 0 */
  readonly refutation?: Prices;
  /** what the refutation counts on: bounds that cannot be kept together, though any of them could be given up for the others */
  readonly conflicts?: readonly Conflict[];
}

/** A bound of a limit, a mentor's minimum or a row that cannot be kept together with others. */
export interface Conflict {
  /** the index in `Problem.limits`; absent where the bound is none of a limit */
  readonly limit?: number;
  /** the index of the mentor whose minimum it is; absent where it is nobody's */
  readonly mentor?: number;
  /** the index in `Constraints.rows`, −1 for all that `brokenBy` finds; absent where the bound is none of a row */
  readonly row?: number;
  /** which bound it is: a minimum is a `"least"`, a row a `"most"` */
  readonly bound: "least" | "most";
  /** the count of chosen pairs nearest to the bound while everything else is kept; absent where nothing is feasible even without it */
  readonly nearest?: number;
}

/** Called now and then with the work done so far; `false` stops the solver. */
export type Progress = (done: number) => boolean | undefined;

/** Solves a problem exactly. Pure: the same problem always gives the same assignment. */
export interface Solver {
  (problem: Problem, onProgress?: Progress): Assignment;
  /** what results call a solver of this package that is not the default one; others are `"custom"` */
  readonly label?: "linear-program" | "nested" | "highs";
}
