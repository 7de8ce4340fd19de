/** An earlier answer as a place to start from: who held what, and at which prices. */

import type { Prices, Problem } from "../solver.js";

/** An earlier answer in the problem's indices: the mentor of each mentee or −1, and the prices of the score. */
export interface Earlier {
  readonly mentorOf: ArrayLike<number>;
  readonly score: Prices;
}

/** Hints of other lengths, or beyond the range in which arithmetic is exact, are of no use. */
export function isUsable({ mentees, mentors }: Problem, greatest: number, { mentorOf, score }: Earlier): boolean {
  const most = (2 * mentees + 3) * greatest;
  const arePrices = (values: Float64Array, size: number) =>
    values.length === size && values.every((price) => Number.isInteger(price) && Math.abs(price) <= most);
  return (
    most <= Number.MAX_SAFE_INTEGER &&
    mentorOf.length === mentees &&
    arePrices(score.mentee, mentees) &&
    arePrices(score.mentor, mentors)
  );
}
