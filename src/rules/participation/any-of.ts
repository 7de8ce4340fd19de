/** At least one of several participation rules holds. */
import * as z from "zod/mini";
import { firstComplaint, joinWords, partOf, union } from "../composition.js";
import { REFUSES, type Verdict } from "../rule.js";
import { participationFactory } from "./participation-rule.js";
import { perPerson } from "./per-person.js";

/** The greatest verdict of its parts: holds if one holds, refuses if all refuse, and cannot tell otherwise. */
export const anyOf = participationFactory({
  name: "any-of",
  shape: (nested) => ({
    /** one rule or more, none of which says `onUnknown` itself; one that holds is enough */
    rules: z.array(partOf(nested)).check(z.minLength(1)),
  }),
  reads: ({ rules }) => union(rules.map(({ reads }) => reads)),
  words: ({ rules }) => joinWords(rules, "or"),
  check: ({ rules }, facts) => firstComplaint(rules, facts),
  bind: (context, { rules }) => {
    const parts = rules.map((rule) => rule.bind(context));
    return perPerson(context.people, (_, person) =>
      parts.reduce<Verdict>((so, part) => Math.max(so, part(person)) as Verdict, REFUSES),
    );
  },
});
