/** How values are spread, without a value that nobody has. */

/** The quartiles of whole numbers: each is a value that occurs. */
export interface Spread {
  /** how many values there are */
  readonly count: number;
  /** the smallest value that at least a quarter of them do not exceed */
  readonly lowerQuartile: number;
  /** the smallest value that at least half of them do not exceed */
  readonly median: number;
  /** the smallest value that at least three quarters of them do not exceed */
  readonly upperQuartile: number;
}

/** `null` where there are fewer values than `least`, or none. */
export function spreadOf(values: readonly number[], least: number): Spread | null {
  const count = values.length;
  if (count < Math.max(1, least)) return null;
  const ascending = [...values].sort((a, b) => a - b);
  const at = (quarters: number): number => ascending[Math.ceil((quarters * count) / 4) - 1]!;
  return { count, lowerQuartile: at(1), median: at(2), upperQuartile: at(3) };
}
