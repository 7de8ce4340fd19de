/** The status: what a result claims of itself, held against what was found. */
import { canonicalJson } from "../../fingerprint.js";
import type { Json, LevelValue, MatchResult } from "../../types.js";
import type { Expect, Made, World } from "./terms.js";

/**
 * @param isRefuted - whether the result's prices prove that nothing is feasible
 * @param mayClaim - whether something cuts across, so that a search may know what no prices prove, and nothing refutes it
 */
export function checkStatus(
  world: World,
  result: MatchResult,
  isRefuted: boolean,
  mayClaim: boolean,
  levels: readonly LevelValue[],
  matches: readonly Made[],
  expect: Expect,
): void {
  expect("format", [], "mentor-match/result/1", result.format);
  const isProved =
    levels.length > 0 &&
    levels.every(({ value, bound }) => canonicalJson(value as Json) === canonicalJson(bound as Json));
  const fresh = matches.filter(({ isFixed }) => !isFixed);
  const short = result.findings.find(({ code }) => code === "minimum-unmet")?.ids ?? [];
  switch (result.status) {
    case "infeasible":
      expect("infeasible", [], true, world.refusedLocks.length > 0 || isRefuted || world.cannotMeet(short) || mayClaim);
      // Locks that cannot be, and minima alone, need no prices.
      if (!isRefuted) expect("proof", [], { mentees: [], mentors: [] }, result.proof);
      expect("infeasible-matches", [], [], fresh);
      return;
    case "stopped":
      expect("refused-locks", [], [], world.refusedLocks);
      expect("stopped-matches", [], [], fresh);
      return;
    default:
      // That a search ran to its end is a claim; only what cuts across needs one.
      if (isProved || !(mayClaim && result.status === "searched"))
        expect("status", [], isProved ? "proved" : "unproved", result.status);
      expect("refused-locks", [], [], world.refusedLocks);
  }
}
