/** The two are alike in something: profession, job role, site … */
import * as z from "zod/mini";
import { plainText, quote, showText } from "../door.js";
import { fieldValue, isAttribute, isMissing, MENTEE_FIELDS, MENTOR_FIELDS, PERSON_FIELDS, PREFIX } from "../records.js";
import type { Person } from "../types.js";
import { criterionFactory, MENTEE_SILENT, MENTOR_SILENT } from "./criterion.js";
import { overlap, type Value } from "./overlap.js";

/**
 * 1 if the two share a value of `attribute`, 0 if they do not. Lists share what stands in both; text, numbers and booleans
 * are equal only to themselves. Who has no value is silent.
 *
 * The name is a field of both sides (`"jobRole"`), or else one of a person's `attributes`; `"attributes.jobRole"` is
 * always the latter.
 */
export const sameAttribute = criterionFactory({
  name: "same-attribute",
  shape: () => ({
    /** a field of both sides (`"jobRole"`), or else the name of an attribute (`"site"`) */
    attribute: plainText(0, 200).check(
      z.refine((name) => !REFUSED.has(name), { error: ({ input }) => refusal(input) }),
    ),
  }),
  reads: ({ attribute }) => ({ mentee: [fieldOf(attribute)], mentor: [fieldOf(attribute)] }),
  words: ({ attribute }) => `the two share a value of ${quote(attribute)}`,
  bind: ({ mentees, mentors }, { attribute }) => {
    const { menteeSize, mentorSize, shared } = overlap(
      mentees.map((mentee) => values(mentee, fieldOf(attribute))),
      mentors.map((mentor) => values(mentor, fieldOf(attribute))),
    );
    return (mentee, mentor) => {
      if (menteeSize[mentee] === 0) return MENTEE_SILENT;
      if (mentorSize[mentor] === 0) return MENTOR_SILENT;
      return shared(mentee, mentor) > 0 ? 1 : 0;
    };
  },
});

/** Records, which two people cannot share a value of; an id is nobody else's. */
const NO_VALUES: ReadonlySet<string> = new Set(["location", "hold", "away", "id"] satisfies (keyof Person)[]);

/** The fields whose values two people can share. */
const FIELDS: ReadonlySet<string> = new Set(PERSON_FIELDS.filter((field) => !NO_VALUES.has(field)));

/** Names that mean a field but cannot be compared: an attribute of that name has to be asked for by its full name. */
const REFUSED: ReadonlySet<string> = new Set(
  ["", PREFIX, "attributes", ...MENTEE_FIELDS, ...MENTOR_FIELDS].filter(
    (field) => !FIELDS.has(field) && field !== "id",
  ),
);

const refusal = (name: unknown): string =>
  `expected the name of an attribute, or a field of both sides that holds plain values, got ${showText(name)}`;

/** Where the values of an attribute are found, as `reads` says it. */
const fieldOf = (attribute: string): string =>
  isAttribute(attribute) || FIELDS.has(attribute) ? attribute : PREFIX + attribute;

function values(person: Person, field: string): readonly Value[] {
  const value = fieldValue(person, field);
  if (isMissing(value)) return [];
  return Array.isArray(value) ? value : [value as Value];
}
