/** The mentor is not the mentee's line manager. */
import { mentorNotNamed } from "./named.js";
import { ruleFactory } from "./rule.js";

/**
 * The mentee's `lineManager` is somebody else: the direct manager only, and in this one direction.
 *
 * An absent `lineManager` means none, or cannot tell in an open world; `null` is known to be none. For the whole chain, up
 * and down, there is `outside-reporting-line`.
 */
export const notLineManager = ruleFactory({
  name: "not-line-manager",
  when: "always",
  shape: () => ({}),
  reads: () => ({ mentee: ["lineManager"], mentor: [] }),
  words: () => "the mentor is not the mentee's line manager",
  bind: (context) => mentorNotNamed(context, "lineManager"),
});
