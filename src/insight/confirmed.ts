/** A result that is what it says. */
import { InputError } from "../errors.js";
import type { Policy } from "../policy/policy.js";
import type { MatchResult, Pool } from "../types.js";
import { type Refutation, verify } from "./verify.js";

/** @throws InputError listing what in the result is not so, where it is another pool's or policy's, say */
export function confirmed(pool: Pool, policy: Policy, result: MatchResult): MatchResult {
  const { status, issues } = verify(pool, policy, result);
  if (status !== "refuted") return result;
  throw new InputError("result", issues.map(issueOf));
}

function issueOf({ code, ids, expected, got }: Refutation) {
  return { code, path: ids.join(", "), message: `expected ${shown(expected)}, got ${shown(got)}` };
}

const shown = (json: string): string => (json.length > 80 ? `${json.slice(0, 80)}…` : json);
