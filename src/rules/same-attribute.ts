/** The two have something in common: a profession, a site, a language. */
import { fieldOf, sharedAttribute } from "./attribute.js";
import { ruleFactory } from "./rule.js";
import { sharedValue } from "./values.js";

/**
 * The two share at least one value of `attribute`: a field of a person (`"profession"`, `"languages"` …), else an attribute
 * (`"office"`); `"attributes.grade"` means the attribute where a field has the same name. A missing value is unknown.
 */
export const sameAttribute = ruleFactory({
  name: "same-attribute",
  when: "pairing",
  shape: () => ({
    /** a field of a person (`"profession"`), or else the name of an attribute (`"office"`) */
    attribute: sharedAttribute,
  }),
  reads: ({ attribute }) => ({ mentee: [fieldOf(attribute)], mentor: [fieldOf(attribute)] }),
  words: ({ attribute }) => `the two have the same ${attribute}`,
  bind: (context, { attribute }) => sharedValue(context, fieldOf(attribute)),
});
