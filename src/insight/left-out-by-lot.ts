/** Whom the lots left out: those whom another result, just as good before they are drawn, would serve. */
import { pairLevel } from "../matching/levels/pair-level.js";
import { levelsOf, type Policy, stableSide } from "../policy/policy.js";
import type { MatchResult, Pool } from "../types.js";
import { solvedAnew } from "./what-if.js";

/**
 * Ids of the mentees without a mentor whom only lots set apart from those who have one: the lottery's, or the tickets of
 * `access`, which speak before any level after it. Found by solving again for the most of those not found yet, until there are none.
 *
 * @param result - what `match` made of this pool and policy
 * @returns nobody where stability decides, which draws no lots before it, where no level counts the people served, and under
 * constraints that cut across, where each solve is a search
 * @remarks a solve for each time that more are found, and one; at most as many as are left out
 */
export function leftOutByLot(pool: Pool, policy: Policy, { unmatched }: MatchResult): ReadonlySet<string> {
  const found = new Set<string>();
  if (stableSide(policy) !== undefined || policy.constraints.length > 0) return found;
  const levels = levelsOf(policy);
  // Where no level counts people, whoever adds nothing to any of them is left out whatever the lots say.
  if (!levels.some(({ name }) => COUNTS_PEOPLE.includes(name))) return found;
  const tickets = levels.findIndex(({ name }) => name === "access");
  const decisive = tickets < 0 ? levels : levels.slice(0, tickets);
  const open = new Set(unmatched.filter(({ eligible }) => eligible > 0).map(({ menteeId }) => menteeId));
  let name = "left out so far";
  while (levels.some((level) => level.name === name)) name += " still";
  while (open.size > 0) {
    const theirs = pairLevel(name, { reads: { mentee: ["id"], mentor: [] } }, ({ id }) => (open.has(id) ? 1 : 0));
    const { matches } = solvedAnew(pool, { ...policy, objective: [...decisive, theirs] });
    const served = matches.map(({ menteeId }) => menteeId).filter((id) => open.has(id));
    if (served.length === 0) break;
    for (const id of served) {
      found.add(id);
      open.delete(id);
    }
  }
  return found;
}

const COUNTS_PEOPLE = ["coverage", "priority", "access"];
