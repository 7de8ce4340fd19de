/** The two have nothing in common in one respect: no organisation, no site. */
import { fieldOf, sharedAttribute } from "./attribute.js";
import { opposite } from "./opposite.js";
import { ruleFactory } from "./rule.js";
import { sharedValue } from "./values.js";

/**
 * The two share no value of `attribute`: a field of a person (`"organisation"` …), else an attribute (`"office"`);
 * `"attributes.grade"` means the attribute where a field has the same name. A missing value is unknown.
 */
export const differentAttribute = ruleFactory({
  name: "different-attribute",
  when: "pairing",
  shape: () => ({
    /** a field of a person (`"organisation"`), or else the name of an attribute (`"office"`) */
    attribute: sharedAttribute,
  }),
  reads: ({ attribute }) => ({ mentee: [fieldOf(attribute)], mentor: [fieldOf(attribute)] }),
  words: ({ attribute }) => `the two differ in ${attribute}`,
  bind: (context, { attribute }) => opposite(sharedValue(context, fieldOf(attribute))),
});
