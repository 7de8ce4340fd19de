/** How pairs stand in memory. */

/** Pairs in compressed rows: `start[i] … start[i + 1]` are those of mentee `i`; `mentor` is aligned with them and ascends in a row. */
export interface Pairs {
  readonly start: Int32Array;
  readonly mentor: Int32Array;
}

/** Pairs with their scores, aligned with `mentor`. */
export interface ScoredPairs extends Pairs {
  readonly score: Int32Array;
}
