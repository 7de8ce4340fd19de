/** The two work in different departments. */
import { opposite } from "./opposite.js";
import { ruleFactory } from "./rule.js";
import { sharedValue } from "./values.js";

/** The two share no department; each may have several. A missing department is unknown. */
export const differentDepartment = ruleFactory({
  name: "different-department",
  when: "pairing",
  shape: () => ({}),
  reads: () => ({ mentee: ["department"], mentor: ["department"] }),
  words: () => "the two belong to different departments",
  bind: (context) => opposite(sharedValue(context, "department")),
});
