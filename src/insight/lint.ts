/** What in a policy, or in a policy for a pool, is no error and may not be meant. */
import { compile } from "../matching/compile.js";
import { checkTogether } from "../matching/together.js";
import type { PolicyInput } from "../policy/policy.js";
import { parsePolicy } from "../policy.js";
import { type PoolInput, parsePool } from "../pool.js";
import { lintEntries } from "./lint/entries.js";
import type { LintFinding } from "./lint/finding.js";
import { lintLadder } from "./lint/ladder.js";
import { lintPairs } from "./lint/pairs.js";
import { lintPeople } from "./lint/people.js";
import { lintPlaces } from "./lint/places.js";
import { lintScores } from "./lint/scores.js";

/**
 * Looks a policy over before anybody is matched: contradictory, repeated and dead rules, a rule that alone empties somebody's
 * list, criteria that never vary, missing data that decides, weights that drown others, minima and limits that cannot be kept,
 * ladders that do not fit, and what is known to be unfair. Nothing here is an error, and nothing is changed.
 *
 * @param poolInput - the people it is meant for; without them only what the policy alone shows is found
 * @returns findings with a code of the table in docs/lint.md, the place in the policy, the ids of the people concerned, numbers
 * and what may be done; in a fixed order, each once, whatever the order of rows
 * @throws InputError listing everything that is wrong with the policy or the pool
 * @remarks O(mentees × mentors × (rules + criteria)), and one run of `match` for coverage alone
 *
 * @example
 * ```ts
 * import { lint } from "mentor-match";
 *
 * const policy = { name: "PaLS", ladder: ["Postdoc", "Professor"], must: [{ rule: "more-senior" }] };
 * lint(policy).map(({ code, path }) => [code, path]); // => [["step-without-mentors", "ladder[1]"]]
 * ```
 */
export function lint(policyInput: PolicyInput, poolInput?: PoolInput): readonly LintFinding[] {
  const policy = parsePolicy(policyInput);
  const pool = poolInput === undefined ? undefined : parsePool(poolInput);
  if (pool !== undefined) checkTogether(pool, policy);
  const columns = pool === undefined ? undefined : compile(pool, policy);
  const ofPolicy = [...lintEntries(policy), ...lintLadder(policy, columns)];
  if (columns === undefined) return ofPolicy;
  const ofPool = [...lintPeople(columns), ...lintPairs(columns), ...lintScores(columns), ...lintPlaces(columns)];
  // Rules that contradict each other in terms do so in every pool; once is enough.
  const known = new Set(ofPolicy.map(({ code, path }) => `${code} ${path}`));
  return [...ofPolicy, ...ofPool.filter(({ code, path }) => !known.has(`${code} ${path}`))];
}
