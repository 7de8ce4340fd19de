/** Whether a result is the only best answer, and how far behind the next one is. */
import { InputError } from "../errors.js";
import { match } from "../matching/match.js";
import { type PolicyInput, stableSide } from "../policy/policy.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { MatchResult, PairIds, Pool } from "../types.js";
import { changeableByFace } from "./ambiguity/optimal-face.js";
import { type Case, readCase } from "./case.js";
import { type LevelDifference, pricesBetween, solvedAnew } from "./what-if.js";

/** How much of a result the lottery settled. */
export interface Ambiguity {
  /** new matches that some other result, as good at every level before the lottery, does not have; in order of id */
  readonly changeable: readonly PairIds[];
  /** the best result that lacks one of the new matches; `null` where there is none */
  readonly runnerUp: {
    /** the new match that it lacks */
    readonly without: PairIds;
    /** what each level before the lottery loses, in the objective's order; zeros where something is changeable */
    readonly price: readonly LevelDifference[];
  } | null;
}

/**
 * Which matches another optimum would change, before the lottery is drawn, and the runner-up: the best of all results that lack
 * at least one of the new matches, with its gap at every level. Where nothing is changeable, the result is the only best one
 * but for matches that could be added at no gain.
 *
 * @param resultInput - what `match` returned for this pool and policy
 * @throws InputError where one of them cannot be read, where the result is of another pool or policy or chose no pairs, and
 * where the objective is stability, which has no levels
 * @remarks O(pairs) for what is changeable, but a solve for each new match under limits or constraints; a solve for each new
 * match for the runner-up, unless something is changeable
 *
 * @example
 * ```ts
 * import { ambiguity, match } from "mentor-match";
 *
 * const pool = { mentees: [{ id: "ana" }, { id: "bo" }], mentors: [{ id: "max" }] };
 * const policy = { name: "any pair" };
 * ambiguity(pool, policy, match(pool, policy)).changeable.length; // => 1
 * ```
 */
export function ambiguity(poolInput: PoolInput, policyInput: PolicyInput, resultInput: MatchResult): Ambiguity {
  const one = readCase(poolInput, policyInput, resultInput);
  if (stableSide(one.policy) !== undefined) {
    const message = "expected levels, got stability: the best stable matching is the only one";
    throw new InputError("policy", [{ code: "unsupported", path: "objective", message }]);
  }
  const changeable = changeableMatches(one);
  const { pool, policy, result } = one;
  let best: { without: PairIds; price: readonly LevelDifference[] } | null = null;
  for (const without of changeable.length > 0 ? changeable.slice(0, 1) : newMatches(result)) {
    const price = gapWithout(one, match(withForbid(pool, without), policy));
    if (price !== undefined && (best === null || isLess(price, best.price))) best = { without, price };
  }
  if (best !== null) solvedAnew(withForbid(pool, best.without), policy);
  return { changeable, runnerUp: best };
}

/** New matches that another optimum would change; not for stable objectives. */
export function changeableMatches(one: Case): readonly PairIds[] {
  const { columns, pool, policy, result } = one;
  const byFace = changeableByFace(one);
  return newMatches(result).filter((pair) => {
    if (byFace !== undefined)
      return byFace(columns.menteeIndex.get(pair.menteeId)!, columns.mentorIndex.get(pair.mentorId)!);
    const gap = gapWithout(one, solvedAnew(withForbid(pool, pair), policy));
    return gap?.every(({ difference }) => difference.every((lost) => lost === 0)) === true;
  });
}

const newMatches = ({ matches }: MatchResult): PairIds[] =>
  matches.filter(({ origin }) => origin === "new").map(({ menteeId, mentorId }) => ({ menteeId, mentorId }));

const withForbid = (pool: Pool, { menteeId, mentorId }: PairIds): Pool =>
  parsePool({ ...pool, forbids: [...pool.forbids, { menteeId, mentorId }] });

/** What every level loses without a match; `undefined` where nothing is feasible then. */
const gapWithout = (one: Case, after: MatchResult): readonly LevelDifference[] | undefined =>
  after.status === "infeasible" ? undefined : pricesBetween(one.result, after, one);

/** Whether the first loses less, the first level first. */
function isLess(one: readonly LevelDifference[], other: readonly LevelDifference[]): boolean {
  const [a, b] = [one, other].map((levels) => levels.flatMap(({ difference }) => difference));
  const at = a!.findIndex((lost, place) => lost !== (b![place] ?? 0));
  return at >= 0 && a![at]! < (b![at] ?? 0);
}
