/** A result as one HTML page. */
import type { PolicyInput } from "../../policy/policy.js";
import type { PoolInput } from "../../pool.js";
import type { MatchResult } from "../../types.js";
import { type ReportOptions, reportOf } from "../report.js";
import { htmlOf } from "./page.js";

/**
 * A result as one self-contained HTML page: summary, matches, who is left over and why, dates, pictures, policy and proof. It
 * holds no script and refers to nothing outside, reads without colour, prints, and follows the reader's wish for light or dark.
 *
 * @param options - without `pseudonyms` the page is for the coordinator's office and confidential
 * @throws InputError listing everything that is wrong with the pool or the policy
 * @remarks with `isThorough`, up to nine solves for each of the first 30 who were left out and one for each word; the pictures of all pairs and of coverage against score are left out beyond 250 000 pairs of people
 *
 * @example
 * ```ts
 * import { match } from "mentor-match";
 * import { htmlReport } from "mentor-match/report";
 *
 * const pool = { mentees: [{ id: "bo" }], mentors: [{ id: "ada" }] };
 * const policy = { name: "Any pair" };
 * htmlReport(pool, policy, match(pool, policy)).startsWith("<!doctype html>"); // => true
 * ```
 */
export function htmlReport(pool: PoolInput, policy: PolicyInput, result: MatchResult, options?: ReportOptions): string {
  return htmlOf(reportOf(pool, policy, result, options));
}
