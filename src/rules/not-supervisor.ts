/** The mentor does not supervise the mentee. */
import { mentorNotNamed } from "./named.js";
import { ruleFactory } from "./rule.js";

/**
 * None of the mentee's `supervisors` — of research, educational, clinical or named — is the mentor.
 *
 * Absent `supervisors` mean none, or cannot tell in an open world; `null` and an empty list are known to be none.
 */
export const notSupervisor = ruleFactory({
  name: "not-supervisor",
  when: "always",
  shape: () => ({}),
  reads: () => ({ mentee: ["supervisors"], mentor: [] }),
  words: () => "the mentor does not supervise the mentee",
  bind: (context) => mentorNotNamed(context, "supervisors"),
});
