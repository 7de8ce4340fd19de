/** Scores, worked out once more in the verifier's own words. */
import type { Policy } from "../policy/policy.js";
import { MENTEE_SILENT, MENTOR_SILENT } from "../scoring/criterion.js";
import type { Match, Mentee, Mentor, Pool } from "../types.js";

/** The score of a pair by index, its parts, and the share of the weight that was answered. */
export type PairScore = (mentee: number, mentor: number) => Pick<Match, "score" | "parts" | "answered">;

/** Σ weight × value ÷ Σ weight, of 10 000; half for what the mentee did not say, nothing for what the mentor did not. */
export function pairScores(
  mentees: readonly Mentee[],
  mentors: readonly Mentor[],
  { asOf }: Pool,
  policy: Policy,
): PairScore {
  const { ladder, prefer } = policy;
  const values = prefer.map((criterion) => criterion.bind({ mentees, mentors, ladder, asOf }));
  return (mentee, mentor) => {
    const { matters } = mentees[mentee]!;
    const given = values.map((value) => value(mentee, mentor));
    const weights = prefer.map(
      ({ id, weight }) => weight * (matters !== undefined && Object.hasOwn(matters, id) ? matters[id]! : 1),
    );
    let all = 0;
    let sum = 0;
    let heard = 0;
    const worth = given.map((value) => (value === MENTEE_SILENT ? 0.5 : value === MENTOR_SILENT ? 0 : value));
    for (const [at, weight] of weights.entries()) {
      all += weight;
      sum += weight * worth[at]!;
      if (given[at]! >= 0) heard += weight;
    }
    const total = all === 0 ? 0 : Math.round((10_000 * sum) / all);
    const exact = worth.map((value, at) => (all === 0 ? 0 : (10_000 * weights[at]! * value) / all));
    const points = exact.map((value) => Math.floor(value));
    const short = total - points.reduce((a, b) => a + b, 0);
    const inTurn = exact
      .map((value, at) => ({ rest: value - points[at]!, at }))
      .sort((a, b) => b.rest - a.rest || a.at - b.at);
    for (const { at } of inTurn.slice(0, short)) points[at]! += 1;
    return {
      score: total,
      parts: prefer.map(({ id }, at) => ({ id, points: points[at]! })),
      answered: all === 0 ? 1 : Math.round((10_000 * heard) / all) / 10_000,
    };
  };
}
