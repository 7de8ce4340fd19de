/** Scores, worked out once more in the verifier's own words. */
import type { Policy } from "../../policy/policy.js";
import { MENTEE_SILENT, MENTOR_SILENT } from "../../scoring/criterion.js";
import type { Match, Mentee, Mentor, Pool } from "../../types.js";

/** The score of a pair by index, its parts, and the share of the weight that was answered. */
export type PairScore = (mentee: number, mentor: number) => Pick<Match, "score" | "parts" | "answered">;

/** Scores alone for the many pairs, with their parts for the few. */
export interface PairScores {
  readonly points: (mentee: number, mentor: number) => number;
  readonly score: PairScore;
}

/** Σ weight × value ÷ Σ weight, of 10 000; half for what the mentee did not say, nothing for what the mentor did not. */
export function pairScores(
  mentees: readonly Mentee[],
  mentors: readonly Mentor[],
  { asOf }: Pool,
  policy: Policy,
): PairScores {
  const { ladder, prefer } = policy;
  const values = prefer.map((criterion) => criterion.bind({ mentees, mentors, ladder, asOf }));
  const weightsOf = mentees.map(({ matters }) =>
    prefer.map(({ id, weight }) => weight * (matters !== undefined && Object.hasOwn(matters, id) ? matters[id]! : 1)),
  );
  const worthOf = (value: number): number => (value === MENTEE_SILENT ? 0.5 : value === MENTOR_SILENT ? 0 : value);

  const points = (mentee: number, mentor: number): number => {
    const weights = weightsOf[mentee]!;
    let all = 0;
    let sum = 0;
    for (let at = 0; at < values.length; at++) {
      all += weights[at]!;
      sum += weights[at]! * worthOf(values[at]!(mentee, mentor));
    }
    return all === 0 ? 0 : Math.round((10_000 * sum) / all);
  };
  const score: PairScore = (mentee, mentor) => {
    const weights = weightsOf[mentee]!;
    const given = values.map((value) => value(mentee, mentor));
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const heard = weights.reduce((sum, weight, at) => (given[at]! >= 0 ? sum + weight : sum), 0);
    const exact = given.map((value, at) => (all === 0 ? 0 : (10_000 * weights[at]! * worthOf(value)) / all));
    const whole = exact.map((value) => Math.floor(value));
    const total = points(mentee, mentor);
    const short = total - whole.reduce((sum, part) => sum + part, 0);
    const inTurn = exact
      .map((value, at) => ({ rest: value - whole[at]!, at }))
      .sort((one, other) => other.rest - one.rest || one.at - other.at);
    for (const { at } of inTurn.slice(0, short)) whole[at]! += 1;
    return {
      score: total,
      parts: prefer.map(({ id }, at) => ({ id, points: whole[at]! })),
      answered: all === 0 ? 1 : Math.round((10_000 * heard) / all) / 10_000,
    };
  };
  return { points, score };
}
