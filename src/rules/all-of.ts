/** Several rules hold at once. */
import * as z from "zod/mini";
import { withComposedIndex } from "./composed-index.js";
import { firstComplaint, joinWords, partOf } from "./composition.js";
import { readsOf, whenOf } from "./pair-parts.js";
import { HOLDS, REFUSES, ruleFactory, type Verdict } from "./rule.js";

/**
 * The least verdict of its parts: refuses if one refuses, holds if all hold, and cannot tell otherwise. For use inside
 * `any-of` and `not`; a policy's own list is one already. It binds always if one of its parts does.
 */
export const allOf = ruleFactory({
  name: "all-of",
  shape: (nested) => ({
    /** one rule or more, none of which says `onUnknown` itself; all have to hold */
    rules: z.array(partOf(nested)).check(z.minLength(1)),
  }),
  when: ({ rules }) => whenOf(rules),
  reads: ({ rules }) => readsOf(rules),
  words: ({ rules }) => joinWords(rules, "and"),
  check: ({ rules }, facts) => firstComplaint(rules, facts),
  bind: (context, { rules }) => {
    const parts = rules.map((rule) => rule.bind(context));
    const verdict = (mentee: number, mentor: number): Verdict => {
      let least: Verdict = HOLDS;
      for (const part of parts) {
        const verdict = part(mentee, mentor);
        if (verdict === REFUSES) return REFUSES;
        if (verdict < least) least = verdict;
      }
      return least;
    };
    return withComposedIndex(verdict, parts, (one, other) => Math.min(one, other) as Verdict);
  },
});
