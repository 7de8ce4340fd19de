/** The mentor has no part in the mentee's appraisal. */
import * as z from "zod/mini";
import { mentorNotNamed } from "./named.js";
import { related } from "./relations.js";
import { ruleFactory } from "./rule.js";

/**
 * None of the mentee's `appraisers`, panel members included, is the mentor.
 *
 * Nor is the mentor one by the pool's `relations` of kind `"appraiser"` on the day the data describes, or was in the last `months`.
 * Absent `appraisers` mean none, or cannot tell in an open world; `null` and an empty list are known to be none.
 */
export const notAppraiser = ruleFactory({
  name: "not-appraiser",
  when: "always",
  shape: () => ({
    /** how long an appraisal counts after the end of its relation: months, 1 … 1200; not at all unless given */
    months: z.optional(z.int().check(z.gte(1), z.lte(1200))),
  }),
  reads: () => ({ mentee: ["appraisers"], mentor: [], through: ["relations", "asOf"] }),
  words: ({ months }) =>
    `the mentor has no part in the mentee's appraisal${months === undefined ? "" : `, and had none in the last ${months} months`}`,
  bind: (context, { months }) => mentorNotNamed(context, "appraisers", related(context, "appraiser", months)),
});
