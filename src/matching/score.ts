/** How good pairs are: a weighted mean of the criteria, an integer 0 … 10 000, rounded once. */
import { MENTEE_SILENT, MENTOR_SILENT, type PairValue, type ValueRow } from "../scoring/criterion.js";
import type { Part } from "../types.js";
import type { Columns } from "./compile.js";
import type { Pairs } from "./pair-rows.js";

/** The greatest score. */
const FULL_SCORE = 10_000;

/** What the mentee's silence counts, for every mentor alike. */
const SILENCE = 0.5;

/** The score of each pair, aligned with `pairs.mentor`. */
export function scorePairs(columns: Columns, { start, mentor }: Pairs): Int32Array {
  const score = new Int32Array(mentor.length);
  const scoreRow = rowScores(columns);
  for (let mentee = 0; mentee < columns.mentees.length; mentee++) {
    const [from, to] = [start[mentee]!, start[mentee + 1]!];
    scoreRow(mentee, mentor.subarray(from, to), score.subarray(from, to));
  }
  return score;
}

/** What {@link scoreOf} says of one mentee with each of several mentors, each once; criterion by criterion, which is faster. */
export function rowScores({
  criteria,
  weight,
  mentors: all,
}: Columns): (mentee: number, mentors: Int32Array, score: Int32Array) => void {
  const values = new Float64Array(all.length);
  const sums = new Float64Array(all.length);
  const rows = criteria.map(({ value }) => value.row ?? askedRow(value));
  return (mentee, mentors, score) => {
    const first = mentee * criteria.length;
    let total = 0;
    sums.fill(0, 0, mentors.length);
    for (let at = 0; at < criteria.length; at++) {
      const share = weight[first + at]!;
      total += share;
      rows[at]!(mentee, mentors, values);
      for (let k = 0; k < mentors.length; k++) {
        if (values[k]! >= 0) sums[k]! += share * values[k]!;
        else sums[k]! += share * counted(values[k]!);
      }
    }
    // Nothing has been added where nothing has weight.
    const divisor = total === 0 ? 1 : total;
    for (let k = 0; k < mentors.length; k++) score[k] = Math.round((FULL_SCORE * sums[k]!) / divisor);
  };
}

/** For criteria that answer about one pair at a time. */
const askedRow =
  (value: PairValue): ValueRow =>
  (mentee, mentors, values) => {
    for (let at = 0; at < mentors.length; at++) values[at] = value(mentee, mentors[at]!);
  };

/** The score of one pair: Σ weight × value ÷ Σ weight, summed in the policy's order; 0 where nothing has weight. */
export function scoreOf({ criteria, weight }: Columns, mentee: number, mentor: number): number {
  const first = mentee * criteria.length;
  let sum = 0;
  let all = 0;
  for (let at = 0; at < criteria.length; at++) {
    const share = weight[first + at]!;
    all += share;
    sum += share * counted(criteria[at]!.value(mentee, mentor));
  }
  return all === 0 ? 0 : Math.round((FULL_SCORE * sum) / all);
}

/** A score taken apart. */
export interface ScoreParts {
  readonly score: number;
  /** integer points for each criterion, by largest remainder: they add up to the score */
  readonly parts: readonly Part[];
  /** the share of the weight on which both sides answered, 0 … 1, rounded to four places */
  readonly answered: number;
}

/** The parts of one pair's score. */
export function scoreParts(columns: Columns, mentee: number, mentor: number): ScoreParts {
  const { criteria, weight } = columns;
  const score = scoreOf(columns, mentee, mentor);
  const share = criteria.map((_, at) => weight[mentee * criteria.length + at]!);
  const all = share.reduce((sum, one) => sum + one, 0);
  if (all === 0) return { score, parts: criteria.map(({ id }) => ({ id, points: 0 })), answered: 1 };
  const values = criteria.map(({ value }) => value(mentee, mentor));
  const exact = values.map((value, at) => (FULL_SCORE * share[at]! * counted(value)) / all);
  const points = exact.map(Math.floor);
  const byRemainder = exact
    .map((_, at) => at)
    .sort((a, b) => exact[b]! - points[b]! - (exact[a]! - points[a]!) || a - b);
  const missing = score - points.reduce((sum, one) => sum + one, 0);
  for (const at of byRemainder.slice(0, missing)) points[at]!++;
  const heard = values.reduce((sum, value, at) => (value >= 0 ? sum + share[at]! : sum), 0);
  return {
    score,
    parts: criteria.map(({ id }, at) => ({ id, points: points[at]! })),
    answered: Math.round((FULL_SCORE * heard) / all) / FULL_SCORE,
  };
}

function counted(value: number): number {
  return value === MENTEE_SILENT ? SILENCE : value === MENTOR_SILENT ? 0 : value;
}
