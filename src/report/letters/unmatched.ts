/** The letters to those who have no mentor: a row for each, with the cause in words that tell nothing of anybody else. */
import { byCodeUnit } from "../../door.js";
import type { UnmatchedMentee } from "../../insight/explain/explanation.js";
import { explainer } from "../../insight/explain.js";
import { leftOutByLot } from "../../insight/left-out-by-lot.js";
import { resultOf } from "../../lifecycle/given.js";
import type { PolicyInput } from "../../policy/policy.js";
import { parsePolicy } from "../../policy.js";
import { type PoolInput, parsePool } from "../../pool.js";
import type { MatchResult } from "../../types.js";
import { type Contact, csvText } from "../csv.js";
import { CAUSES, type Cause } from "./causes.js";

/**
 * A sheet for a mail merge, `left-out.csv`: a row for each mentee who has no mentor, with the cause, its words and what comes next.
 * Causes and words are a fixed list: no row depends on anybody else's id, name or record, nor on which rule refused.
 *
 * @param contacts - names and addresses by id, where they are kept apart from the pool; before those that the pool holds
 * @throws InputError where pool, policy or result cannot be read, or where the result is of another pool or policy or chose no pairs
 * @remarks what `explainer` takes, and a few solves to tell whom lots left out; under `constraints` that is not told, and the
 * cause is what stood in the way
 *
 * @example
 * ```ts
 * import { match } from "mentor-match";
 * import { unmatchedLetters } from "mentor-match/report";
 *
 * const pool = { mentees: [{ id: "bo", name: "Bo", conflicts: ["ada"] }], mentors: [{ id: "ada" }] };
 * const policy = { name: "PaLS", must: [{ rule: "no-conflict" }] };
 * const { "left-out.csv": sheet } = unmatchedLetters(pool, policy, match(pool, policy));
 * sheet.split("\r\n")[1]?.slice(0, 50); // => "bo,Bo,,PaLS,no-eligible-mentor,\"We looked at every"
 * ```
 */
export function unmatchedLetters(
  poolInput: PoolInput,
  policyInput: PolicyInput,
  resultInput: MatchResult,
  contacts?: ReadonlyMap<string, Contact>,
): {
  /** the sheet's text, its rows in order of the mentee's id */
  readonly "left-out.csv": string;
} {
  const pool = parsePool(poolInput);
  const policy = parsePolicy(policyInput);
  const result = resultOf(pool, resultInput);
  const why = explainer(pool, policy, result);
  const byLot = leftOutByLot(pool, policy, result);
  const matched = new Set(result.matches.map(({ menteeId }) => menteeId));
  // A rule is told by what it is, not by its id: an id says whatever somebody wrote there.
  const nameOf = new Map(policy.participation.mentees.map(({ id, name }) => [id, name]));
  const apart = result.notTakingPart.filter(({ id, role }) => role === "mentee" && !matched.has(id));
  const causes = new Map<string, Cause>([
    ...apart.map(({ id, refusedBy }): [string, Cause] => [id, apartBy(refusedBy.map((by) => nameOf.get(by)))]),
    ...result.unmatched.map(({ menteeId }): [string, Cause] => {
      const explanation = why({ mentee: menteeId });
      return [menteeId, byLot.has(menteeId) ? "lottery" : BECAUSE[(explanation as UnmatchedMentee).because]];
    }),
  ]);
  const people = new Map(pool.mentees.map(({ id, ...held }) => [id, held]));
  const rows = [...causes]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([id, cause]) => {
      const held = people.get(id);
      const { name = "", email = "" } = { ...held, ...contacts?.get(id) };
      return [id, name, email, policy.name, cause, CAUSES[cause].reason, CAUSES[cause].next];
    });
  return { "left-out.csv": csvText([COLUMNS, ...rows]) };
}

const COLUMNS = ["mentee", "mentee name", "mentee e-mail", "scheme", "cause", "reason", "what next"];

const BECAUSE: { readonly [because in UnmatchedMentee["because"]]: Cause } = {
  refused: "no-eligible-mentor",
  shortage: "mentors-full",
  objective: "scheme-order",
  constraints: "scheme-limits",
};

/**
 * @param rules - names of the rules that turned somebody away; nothing for a withdrawal, a hold or an absence, which are not
 * told apart. Training is promised to help only whom nothing else turns away
 */
function apartBy(rules: readonly (string | undefined)[]): Cause {
  if (rules.includes(undefined)) return "request-closed";
  if (rules.includes("opted-in")) return "not-opted-in";
  return rules.every((rule) => rule === "trained") ? "not-trained" : "not-eligible";
}
