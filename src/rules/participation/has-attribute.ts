/** The person has something: attended the masterclass, is approved, belongs to a profession. */
import * as z from "zod/mini";
import { trimmed } from "../../door.js";
import { isUnknown } from "../../records.js";
import { anyAttribute, fieldOf } from "../attribute.js";
import { CANNOT_TELL, HOLDS, REFUSES } from "../rule.js";
import { valuesOf } from "../values.js";
import { participationFactory } from "./participation-rule.js";
import { perPerson } from "./per-person.js";

/**
 * The person's `attribute` is there and not false or, given a `value`, is that value or a list that holds it. It is a field
 * of a person (`"approved"`, `"profession"` …), else an attribute (`"attended"`); `"attributes.tier"` means the attribute
 * where a field has the same name. A missing value is unknown; an absent declaration, as of conflicts, is unknown in an open
 * world only, and one of nobody (`null`) never.
 */
export const hasAttribute = participationFactory({
  name: "has-attribute",
  shape: () => ({
    /** a field of a person (`"approved"`), or else the name of an attribute (`"attended"`) */
    attribute: anyAttribute,
    /** the value it has to be, or its list to hold; any but `false` will do unless given */
    value: z.optional(
      z.union(
        [z.pipe(z.pipe(z.string(), z.transform(trimmed)), z.string().check(z.minLength(1))), z.number(), z.boolean()],
        {
          error: "text, a number, true or false",
        },
      ),
    ),
  }),
  reads: ({ attribute }) => [fieldOf(attribute)],
  words: ({ attribute, value }) =>
    value === undefined ? `the person has ${attribute}` : `the person's ${attribute} is ${JSON.stringify(value)}`,
  bind: ({ people, closedWorld = true }, { attribute, value }) => {
    const field = fieldOf(attribute);
    return perPerson(people, (person) => {
      if (isUnknown(person, field, closedWorld)) return CANNOT_TELL;
      return valuesOf(person, field).some((one) => (value === undefined ? one !== false : one === value))
        ? HOLDS
        : REFUSES;
    });
  },
});
