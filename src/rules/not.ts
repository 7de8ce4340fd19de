/** A rule does not hold. */
import { firstComplaint, partOf } from "./composition.js";
import { opposite } from "./opposite.js";
import { readsOf, whenOf } from "./pair-parts.js";
import { ruleFactory } from "./rule.js";

/** Refuses where the rule `of` holds, holds where it refuses, and cannot tell where it cannot. */
export const not = ruleFactory({
  name: "not",
  shape: (nested) => ({
    /** the rule that is not to hold; it says no `onUnknown` itself */
    of: partOf(nested),
  }),
  when: ({ of }) => whenOf([of]),
  reads: ({ of }) => readsOf([of]),
  words: ({ of }) => `it is not so that ${of.words}`,
  check: ({ of }, facts) => firstComplaint([of], facts),
  bind: (context, { of }) => opposite(of.bind(context)),
});
