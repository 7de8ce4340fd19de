/** At least one of several rules holds. */
import * as z from "zod/mini";
import { withComposedIndex } from "./composed-index.js";
import { firstComplaint, joinWords, partOf } from "./composition.js";
import { readsOf, whenOf } from "./pair-parts.js";
import { HOLDS, REFUSES, ruleFactory, type Verdict } from "./rule.js";

/**
 * The greatest verdict of its parts: holds if one holds, refuses if all refuse, and cannot tell otherwise. It binds always
 * if one of its parts does.
 */
export const anyOf = ruleFactory({
  name: "any-of",
  shape: (nested) => ({
    /** one rule or more, none of which says `onUnknown` itself; one that holds is enough */
    rules: z.array(partOf(nested)).check(z.minLength(1)),
  }),
  when: ({ rules }) => whenOf(rules),
  reads: ({ rules }) => readsOf(rules),
  words: ({ rules }) => joinWords(rules, "or"),
  check: ({ rules }, facts) => firstComplaint(rules, facts),
  bind: (context, { rules }) => {
    const parts = rules.map((rule) => rule.bind(context));
    const verdict = (mentee: number, mentor: number): Verdict => {
      let greatest: Verdict = REFUSES;
      for (const part of parts) {
        const verdict = part(mentee, mentor);
        if (verdict === HOLDS) return HOLDS;
        if (verdict > greatest) greatest = verdict;
      }
      return greatest;
    };
    return withComposedIndex(verdict, parts, (one, other) => Math.max(one, other) as Verdict);
  },
});
