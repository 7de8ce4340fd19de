/** What the lint sees by matching for coverage alone: demands that cannot be kept, and places too few for those who ask. */
import type { Columns } from "../../matching/compile.js";
import { fixPairs } from "../../matching/fixed.js";
import { match } from "../../matching/match.js";
import { eligiblePairs } from "../../matching/pairs.js";
import { levelsOf } from "../../policy/policy.js";
import { parsePolicy } from "../../policy.js";
import { type LintFinding, lintFinding } from "./finding.js";

/** Findings of a run that cannot keep what is asked for. */
const UNMET: ReadonlySet<string> = new Set(["minimum-unmet", "limit-unmet", "constraint-unmet", "lock-refused"]);

export function lintPlaces(columns: Columns): LintFinding[] {
  const { pool, policy } = columns;
  const { status, findings, unmatched } = match(pool, parsePolicy({ ...policy, objective: ["coverage"] }));
  if (status === "infeasible")
    return findings
      .filter(({ code }) => UNMET.has(code))
      .map(({ path, ids, numbers }) => lintFinding("demand-unreachable", path, ids, numbers));
  const names = levelsOf(policy).map(({ name }) => name);
  const score = names.indexOf("score");
  const isFair = score < 0 || names.slice(0, score).includes("access");
  const pairs = eligiblePairs(columns, fixPairs(columns));
  if (isFair || pairs === undefined) return [];
  // Whom no mentor with places could take is left out whatever the scores are.
  const left = unmatched.filter(({ menteeId }) => {
    const mentee = columns.menteeIndex.get(menteeId)!;
    return pairs.start[mentee]! < pairs.start[mentee + 1]!;
  });
  return left.length === 0 ? [] : [lintFinding("score-decides-who", "objective", [], { leftOut: left.length })];
}
