/** How a rule names what it compares: a field of a person, or else one of their attributes. */
import * as z from "zod/mini";
import { plainText, showText } from "../door.js";
import { isAttribute, MENTEE_FIELDS, MENTOR_FIELDS, PERSON_FIELDS, PREFIX } from "../records.js";

/** The name of a field that any person may have, or of an attribute; `"attributes.x"` is always the attribute `x`. */
export const sharedAttribute = attributeName(PERSON_FIELDS);

/** The same, the fields of one role included: for rules that look at one person only. */
export const anyAttribute = attributeName([...MENTEE_FIELDS, ...MENTOR_FIELDS]);

/** The field that a name stands for: `"department"` is itself, `"office"` is `"attributes.office"`. */
export const fieldOf = (attribute: string): string =>
  isAttribute(attribute) || isField(attribute) ? attribute : `${PREFIX}${attribute}`;

/** Places, periods and multipliers: fields without values that could be compared. */
const NOT_COMPARED: readonly string[] = ["location", "hold", "away", "matters", "attributes"];

/** Ids decide nothing here, nor do names and addresses: under these words, too, stand attributes. */
const isField = (name: string): boolean =>
  name !== "id" && (MENTEE_FIELDS.includes(name) || MENTOR_FIELDS.includes(name) || NOT_COMPARED.includes(name));

function attributeName(fields: readonly string[]) {
  const isKnown = (name: string): boolean =>
    name !== PREFIX && (isField(name) ? fields.includes(name) && !NOT_COMPARED.includes(name) : name !== "");
  return plainText(0, 200).check(
    z.refine(isKnown, {
      error: ({ input }) =>
        `expected a field whose values can be compared, or "${PREFIX}<name>" for an attribute, got ${showText(input)}`,
    }),
  );
}
