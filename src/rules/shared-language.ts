/** The two have a language in common. */
import { ruleFactory } from "./rule.js";
import { sharedValue } from "./values.js";

/** At least one of the mentee's `languages` is one of the mentor's. Who names none is unknown. */
export const sharedLanguage = ruleFactory({
  name: "shared-language",
  when: "pairing",
  shape: () => ({}),
  reads: () => ({ mentee: ["languages"], mentor: ["languages"] }),
  words: () => "the two have a language in common",
  bind: (context) => sharedValue(context, "languages"),
});
