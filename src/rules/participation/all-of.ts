/** Several participation rules hold at once. */
import * as z from "zod/mini";
import { firstComplaint, joinWords, partOf, union } from "../composition.js";
import { HOLDS, type Verdict } from "../rule.js";
import { participationFactory } from "./participation-rule.js";
import { perPerson } from "./per-person.js";

/** The least verdict of its parts: refuses if one refuses, holds if all hold, and cannot tell otherwise. */
export const allOf = participationFactory({
  name: "all-of",
  shape: (nested) => ({
    /** one rule or more, none of which says `onUnknown` itself; all have to hold */
    rules: z.array(partOf(nested)).check(z.minLength(1)),
  }),
  reads: ({ rules }) => union(rules.map(({ reads }) => reads)),
  words: ({ rules }) => joinWords(rules, "and"),
  check: ({ rules }, facts) => firstComplaint(rules, facts),
  bind: (context, { rules }) => {
    const parts = rules.map((rule) => rule.bind(context));
    return perPerson(context.people, (_, person) =>
      parts.reduce<Verdict>((so, part) => Math.min(so, part(person)) as Verdict, HOLDS),
    );
  },
});
