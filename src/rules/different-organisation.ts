/** The two work for different organisations. */
import { opposite } from "./opposite.js";
import { ruleFactory } from "./rule.js";
import { sharedValue } from "./values.js";

/** The two share no organisation; each may have several. A missing organisation is unknown. */
export const differentOrganisation = ruleFactory({
  name: "different-organisation",
  when: "pairing",
  shape: () => ({}),
  reads: () => ({ mentee: ["organisation"], mentor: ["organisation"] }),
  words: () => "the two belong to different organisations",
  bind: (context) => opposite(sharedValue(context, "organisation")),
});
