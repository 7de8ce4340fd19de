/** Why a mentee was left without a mentor: counted over every mentor who takes part, every rule, not only the first. */
import type { Refusals, Unmatched } from "../types.js";
import type { Columns } from "./compile.js";
import { isOverridden, refusalsOf } from "./eligibility.js";
import { scoreOf } from "./score.js";

/**
 * The reasons of one mentee, in the order: what bars pairs, the policy's rules, `"minimumScore"`.
 *
 * @param placesLeft - of each mentor after the matching
 */
export function unmatchedReasons(columns: Columns, mentee: number, placesLeft: Int32Array): Unmatched {
  const mentors = new Map<string, number>();
  const sole = new Map<string, number>();
  let eligible = 0;
  let full = 0;
  for (let mentor = 0; mentor < columns.mentors.length; mentor++) {
    if (columns.mentorsPart.refusedBy[mentor]!.length > 0) continue;
    const refusals = pairRefusals(columns, mentee, mentor);
    for (const id of refusals) mentors.set(id, (mentors.get(id) ?? 0) + 1);
    if (refusals.length === 1) sole.set(refusals[0]!, (sole.get(refusals[0]!) ?? 0) + 1);
    if (refusals.length > 0) continue;
    eligible++;
    if (placesLeft[mentor] === 0) full++;
  }
  const order = ["self", "forbid", "avoid", "ended-pair", ...columns.rules.map(({ id }) => id), "minimumScore"];
  const refusedBy = order
    .filter((id) => mentors.has(id))
    .map((id): Refusals => ({ id, mentors: mentors.get(id)!, soleMentors: sole.get(id) ?? 0 }));
  return { menteeId: columns.mentees[mentee]!.id, refusedBy, eligible, full };
}

/** Everything that refuses a pair, the least score included. */
export function pairRefusals(columns: Columns, mentee: number, mentor: number): string[] {
  const refusals = refusalsOf(columns, mentee, mentor);
  const { minimumScore } = columns.policy;
  if (minimumScore === 0 || isOverridden(columns, mentee, mentor, "minimumScore")) return refusals;
  return scoreOf(columns, mentee, mentor) < minimumScore ? [...refusals, "minimumScore"] : refusals;
}
