/** An earlier answer as a place to start from: prices within reach, and who held what. */

import type { Prices, Problem } from "../solver.js";
import type { Hint } from "./adopt.js";

/** An earlier answer in the problem's indices: the mentor of each mentee or −1, and prices of coverage and of score. */
export interface Earlier {
  readonly mentorOf: Int32Array;
  readonly coverage: Prices;
  readonly score: Prices;
}

/** Hints of other lengths, or beyond the range in which arithmetic is exact, are of no use. */
export function isUsable(problem: Problem, greatest: number, { mentorOf, coverage, score }: Earlier): boolean {
  const { mentees, mentors } = problem;
  const most = (2 * Math.min(mentees, problem.mentor.length) + 3) * greatest;
  return (
    most <= Number.MAX_SAFE_INTEGER &&
    mentorOf.length === mentees &&
    arePrices(coverage.mentee, mentees, 4) &&
    arePrices(coverage.mentor, mentors, 4) &&
    arePrices(score.mentee, mentees, most) &&
    arePrices(score.mentor, mentors, most)
  );
}

function arePrices(values: Float64Array, size: number, limit: number): boolean {
  if (values.length !== size) return false;
  for (let x = 0; x < size; x++) if (!(Math.abs(values[x]!) <= limit && Number.isInteger(values[x]!))) return false;
  return true;
}

/** Prices to start from on one side; nobody starts below 0, which only a unit that must be filled may reach. */
export function hintedBase(prices: Float64Array): Float64Array {
  const base = prices.slice();
  for (let x = 0; x < base.length; x++) if (base[x]! < 0) base[x] = 0;
  return base;
}

/** Who held what before, by bidder. */
export function hintedHoldings(problem: Problem, turned: boolean, { mentorOf, score }: Earlier): Hint {
  const count = new Int32Array(turned ? problem.mentors : problem.mentees);
  const first = new Int32Array(count.length + 1);
  const isMatched = (i: number) => mentorOf[i]! >= 0 && mentorOf[i]! < problem.mentors;
  for (let i = 0; i < problem.mentees; i++) if (isMatched(i)) first[(turned ? mentorOf[i]! : i) + 1]!++;
  for (let b = 0; b < count.length; b++) first[b + 1]! += first[b]!;
  const partner = new Int32Array(first[count.length]!);
  for (let i = 0; i < problem.mentees; i++) {
    if (!isMatched(i)) continue;
    const b = turned ? mentorOf[i]! : i;
    partner[first[b]! + count[b]!++] = turned ? i : mentorOf[i]!;
  }
  return { first, count, partner, profit: turned ? score.mentor : score.mentee };
}
