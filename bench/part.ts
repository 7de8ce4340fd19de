/** The contract of a part of the benchmark. */

/** How much is run: `quick` leaves out the large sizes. */
export interface Extent {
  readonly isQuick: boolean;
  /** of each measurement of another package; ours have longer, because they may not fail */
  readonly peerTimeLimitMs: number;
}

/** Text for people and rows for the file of `--json`. */
export interface Report {
  readonly text: string;
  readonly rows: readonly object[];
}

/** Measures in processes of its own. */
export type Part = (extent: Extent) => Report;
