/** The contract of a part of the benchmark. */

/** How much is run: `quick` leaves out the large sizes. */
export interface Extent {
  readonly isQuick: boolean;
  /** CPU time of each measurement of another package, making its input included; ours have longer, because they may not fail */
  readonly peerLimitMs: number;
}

/** A section of the page, in Markdown, and the rows behind it. */
export interface Report<Row extends object> {
  readonly title: string;
  readonly text: string;
  readonly rows: readonly Row[];
}

/** Measures in processes of its own. */
export type Part<Row extends object> = (extent: Extent) => Report<Row>;
