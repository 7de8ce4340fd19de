/** The mentor has no part in the mentee's appraisal. */
import { mentorNotNamed } from "./named.js";
import { ruleFactory } from "./rule.js";

/**
 * None of the mentee's `appraisers`, panel members included, is the mentor.
 *
 * Absent `appraisers` mean none, or cannot tell in an open world; `null` and an empty list are known to be none.
 */
export const notAppraiser = ruleFactory({
  name: "not-appraiser",
  when: "always",
  shape: () => ({}),
  reads: () => ({ mentee: ["appraisers"], mentor: [] }),
  words: () => "the mentor has no part in the mentee's appraisal",
  bind: (context) => mentorNotNamed(context, "appraisers"),
});
