/** The mentor does not supervise the mentee. */
import * as z from "zod/mini";
import { mentorNotNamed } from "./named.js";
import { related } from "./relations.js";
import { ruleFactory } from "./rule.js";

/**
 * None of the mentee's `supervisors` — of research, educational, clinical or named — is the mentor.
 *
 * Nor is the mentor one by the pool's `relations` of kind `"supervisor"` on the day the data describes, or was in the last `months`.
 * Absent `supervisors` mean none, or cannot tell in an open world; `null` and an empty list are known to be none.
 */
export const notSupervisor = ruleFactory({
  name: "not-supervisor",
  when: "always",
  shape: () => ({
    /** how long supervision counts after the end of its relation: months, 1 … 1200; not at all unless given */
    months: z.optional(z.int().check(z.gte(1), z.lte(1200))),
  }),
  reads: () => ({ mentee: ["supervisors"], mentor: [], through: ["relations", "asOf"] }),
  words: ({ months }) =>
    `the mentor does not supervise the mentee${months === undefined ? "" : `, and did not in the last ${months} months`}`,
  bind: (context, { months }) => mentorNotNamed(context, "supervisors", related(context, "supervisor", months)),
});
