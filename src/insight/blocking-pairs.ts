/** Whom a result leaves who would both rather have each other. */
import { entryKinds } from "../catalogue.js";
import { InputError } from "../errors.js";
import type { PolicyInput } from "../policy/policy.js";
import { readPolicy } from "../policy/read.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { MatchResult, PairIds } from "../types.js";
import { readResult } from "./read-result.js";
import { forEachBlockingPair, heldBy } from "./verify/blocking.js";
import { levelsKnown } from "./verify/levels.js";
import type { Made } from "./verify/terms.js";
import { wishesOf } from "./verify/wishes.js";
import { worldOf } from "./verify/world.js";

/**
 * The pairs that block a result, whatever its objective: they may be made, both are free to move (locked pairs are not
 * left, nor are standing ones that may not move), and each has a place left or would strictly rather have the other than somebody they have.
 *
 * A mentee would rather have her nominations in their order, then everybody else by score; a mentor their nominations, then
 * everybody else by tier and the lottery's ticket. Under a stable objective there is none.
 *
 * @param resultInput - what `match` returned for this pool and policy
 * @returns in order of the mentee's id and then of the mentor's
 * @throws InputError where pool or policy cannot be read, or the result names people who are not in the pool
 * @remarks O(mentees × mentors × rules)
 *
 * @example
 * ```ts
 * import { blockingPairs, match } from "mentor-match";
 *
 * const pool = {
 *   mentees: [{ id: "ana", nominations: ["max"] }, { id: "bo" }],
 *   mentors: [{ id: "max", nominations: ["ana"] }, { id: "nia" }],
 * };
 * const policy = { name: "liked", prefer: [{ criterion: "pair-scores", scores: [["ana", "nia", 1], ["bo", "max", 1]] }] };
 * blockingPairs(pool, policy, match(pool, policy)); // => [{ menteeId: "ana", mentorId: "max" }]
 * ```
 */
export function blockingPairs(
  poolInput: PoolInput,
  policyInput: PolicyInput,
  resultInput: MatchResult,
): readonly PairIds[] {
  const pool = parsePool(poolInput);
  const policy = readPolicy(policyInput, CATALOGUE);
  const world = worldOf(pool, policy);
  const menteeAt = new Map(world.mentees.map(({ id }, index) => [id, index]));
  const mentorAt = new Map(world.mentors.map(({ id }, index) => [id, index]));
  const result = readResult(resultInput);
  const matches = result?.matches.map(({ menteeId, mentorId }): Made => {
    const [mentee = -1, mentor = -1] = [menteeAt.get(menteeId), mentorAt.get(mentorId)];
    return { mentee, mentor, isFixed: world.isFixed(mentee, mentor) };
  });
  if (matches === undefined || matches.some(({ mentee, mentor }) => mentee < 0 || mentor < 0)) {
    const message = "expected a result of this pool, got something else";
    throw new InputError("result", [{ code: "no-result", path: "", message }]);
  }
  const { ofMentee, ofMentor } = wishesOf(world, policy);
  const found: PairIds[] = [];
  forEachBlockingPair(world, heldBy(world, matches), ofMentee, ofMentor, (mentee, mentor) =>
    found.push({ menteeId: world.mentees[mentee]!.id, mentorId: world.mentors[mentor]!.id }),
  );
  return found;
}

const CATALOGUE = { ...entryKinds, levels: levelsKnown };
