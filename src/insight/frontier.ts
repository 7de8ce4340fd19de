/** What each further match costs in quality. */
import { InputError } from "../errors.js";
import { compile } from "../matching/compile.js";
import { fixPairs } from "../matching/fixed.js";
import { eligiblePairs } from "../matching/pairs.js";
import { usablePlaces } from "../matching/problem.js";
import { scoreOf } from "../matching/score.js";
import { totalsOf } from "../matching/solvers/frontier.js";
import { checkTogether } from "../matching/together.js";
import type { PolicyInput } from "../policy/policy.js";
import { parsePolicy } from "../policy.js";
import { type PoolInput, parsePool } from "../pool.js";

/** The best that so many matches can come to. */
export interface FrontierPoint {
  /** matches in all, standing and locked ones among them */
  readonly matches: number;
  /** the greatest total score of so many matches */
  readonly score: number;
  /** what the last of them adds to the total, below 0 where it costs more than it brings; `null` at the first point */
  readonly gain: number | null;
}

/**
 * Coverage against score: for each number of matches that is possible, the greatest total score, exactly. It asks the policy
 * which pairs may be and how good they are, not for its objective. Gains never rise: each match adds at most what the one
 * before it added.
 *
 * @returns from the fewest matches, those that are decided and what minima demand, to the most; none where locks or minima
 * cannot be met
 * @throws InputError listing everything that is wrong with the pool or the policy
 * @remarks a shortest path over the mentors for each match: at worst O(matches × pairs), and far less where places are not scarce
 *
 * @example
 * ```ts
 * import { frontier } from "mentor-match";
 *
 * const pool = { mentees: [{ id: "ana" }, { id: "bo" }], mentors: [{ id: "max" }, { id: "nia" }] };
 * const scores: [string, string, number][] = [["ana", "max", 10], ["ana", "nia", 1], ["bo", "max", 2]];
 * frontier(pool, { name: "two", prefer: [{ criterion: "pair-scores", scores, max: 10 }] }).map(({ score }) => score);
 * // => [0, 10000, 10000]
 * ```
 */
export function frontier(poolInput: PoolInput, policyInput: PolicyInput): readonly FrontierPoint[] {
  const pool = parsePool(poolInput);
  const policy = parsePolicy(policyInput);
  checkTogether(pool, policy);
  for (const path of ["limits", "constraints"] as const) {
    if (policy[path].length === 0) continue;
    const message = "expected none: a frontier is of places and rules alone";
    throw new InputError("policy", [{ code: "unsupported", path, message }]);
  }
  const columns = compile(pool, policy);
  const fixed = fixPairs(columns);
  const pairs = eligiblePairs(columns, fixed);
  if (fixed.refusedLocks.length > 0 || pairs === undefined) return [];
  const totals = totalsOf({
    mentees: columns.mentees.length,
    mentors: columns.mentors.length,
    start: pairs.start,
    mentor: pairs.mentor,
    ...usablePlaces(fixed, pairs),
    minimum: fixed.minimum,
    value: pairs.score,
  });
  if (totals === undefined) return [];
  const base = fixed.pairs.reduce((sum, { mentee, mentor }) => sum + scoreOf(columns, mentee, mentor), 0);
  return totals.total.map((total, at) => ({
    matches: fixed.pairs.length + totals.first + at,
    score: base + total,
    gain: at === 0 ? null : total - totals.total[at - 1]!,
  }));
}
