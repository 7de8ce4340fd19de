/** A participation rule does not hold. */
import { firstComplaint, partOf } from "../composition.js";
import { HOLDS, type Verdict } from "../rule.js";
import { participationFactory } from "./participation-rule.js";
import { perPerson } from "./per-person.js";

/** Refuses where the rule `of` holds, holds where it refuses, and cannot tell where it cannot. */
export const not = participationFactory({
  name: "not",
  shape: (nested) => ({
    /** the rule that is not to hold; it says no `onUnknown` itself */
    of: partOf(nested),
  }),
  reads: ({ of }) => of.reads,
  words: ({ of }) => `it is not so that ${of.words}`,
  check: ({ of }, facts) => firstComplaint([of], facts),
  bind: (context, { of }) => {
    const part = of.bind(context);
    return perPerson(context.people, (_, person) => (HOLDS - part(person)) as Verdict);
  },
});
