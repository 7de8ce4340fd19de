/** The pairs a matching is chosen from, as data. */
import type { PolicyInput } from "../policy/policy.js";
import { parsePolicy } from "../policy.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { PairIds } from "../types.js";
import { compile } from "./compile.js";
import { fixPairs } from "./fixed.js";
import { eligiblePairs as formPairs } from "./pairs.js";
import { checkTogether } from "./together.js";

/** A pair that may be made. */
export interface EligiblePair extends PairIds {
  /** how good it is by the policy's `prefer`: an integer of 0 … 10 000 */
  readonly score: number;
}

/**
 * Every pair that `match` would choose from: all rules allow it, it reaches the least score, and both take part and have a
 * place left beside their standing and locked pairs, which are not among them.
 *
 * @returns in order of the mentee's id and then of the mentor's
 * @throws InputError listing everything that is wrong with the pool or the policy
 * @remarks As slow as forming the pairs in `match`, O(mentees × mentors × rules without an index), and an object of about
 * 50 bytes a pair: ten million of them need half a gigabyte.
 *
 * @example
 * ```ts
 * import { eligiblePairs } from "mentor-match";
 *
 * const pool = { mentees: [{ id: "bo", grade: "Postdoc" }], mentors: [{ id: "ada", grade: "Professor" }, { id: "cy", grade: "Postdoc" }] };
 * const policy = { name: "seniors", ladder: ["Postdoc", "Professor"], must: [{ rule: "more-senior" }] };
 * eligiblePairs(pool, policy); // => [{ menteeId: "bo", mentorId: "ada", score: 0 }]
 * ```
 */
export function eligiblePairs(pool: PoolInput, policy: PolicyInput): readonly EligiblePair[] {
  const people = parsePool(pool);
  const rules = parsePolicy(policy);
  checkTogether(people, rules);
  const columns = compile(people, rules);
  const pairs = formPairs(columns, fixPairs(columns));
  if (pairs === undefined) return [];
  const { start, mentor, score } = pairs;
  const eligible: EligiblePair[] = [];
  for (let mentee = 0; mentee < columns.mentees.length; mentee++) {
    const menteeId = columns.mentees[mentee]!.id;
    for (let k = start[mentee]!; k < start[mentee + 1]!; k++) {
      eligible.push({ menteeId, mentorId: columns.mentors[mentor[k]!]!.id, score: score[k]! });
    }
  }
  return eligible;
}
