/** What a user's own closure gets to see of a person: frozen records that hold only the fields it declared. */
import { unknownName } from "./door.js";
import type { AttributeValue, Mentee, Mentor, Person } from "./types.js";

/** Fields that no rule or criterion may read: a name or an address decides nothing; attributes are read one by one, posts as the fields they fill. */
export type Closed = "name" | "email" | "posts" | "attributes";

/** The known field of an attribute. */
export type AttributeField = `attributes.${string}`;

/** What a rule, a criterion or a level of your own may read of a mentee. */
export type MenteeField = Exclude<keyof Mentee, Closed> | AttributeField;
/** What a rule, a criterion or a level of your own may read of a mentor. */
export type MentorField = Exclude<keyof Mentor, Closed> | AttributeField;

/** The fields whose absence is no gap: it says "none", unless the rule asks to be told. */
type DeclarationField = "lineManager" | "appraisers" | "supervisors" | "conflicts";

/** The record a closure gets: facts are there, an absent list is empty, an absent line manager is `null`. */
export type DeclaredRecord<P extends Person, F extends string> = {
  readonly [K in Extract<F, keyof P>]-?: K extends "lineManager" ? string | null : NonNullable<P[K]>;
} & ([Extract<F, AttributeField>] extends [never]
  ? unknown
  : {
      /** the declared attributes by their bare names: all are there, for without one the function is not called */
      readonly attributes: {
        readonly [K in Extract<F, AttributeField> as K extends `attributes.${infer Name}`
          ? Name
          : never]: AttributeValue;
      };
    });

/**
 * One frozen record a person, with the declared fields and nothing else; lists and objects in it are frozen copies.
 * `"attributes.office"` gives `{ attributes: { office } }`. A missing fact is left out: see {@link missingFacts}.
 *
 * @param fields - known to {@link unknownField}
 */
export function declaredRecords<P extends Person, F extends string>(
  people: readonly P[],
  fields: readonly F[],
): readonly DeclaredRecord<P, F>[] {
  const attributeFields = fields.filter(isAttribute);
  const otherFields = fields.filter((field) => !isAttribute(field));
  const present = (person: P, wanted: readonly string[], name: (field: string) => string) =>
    wanted.flatMap((field) => {
      const value = DECLARATIONS.has(field) ? declared(person, field) : fieldValue(person, field);
      return value === undefined ? [] : [[name(field), frozenCopy(value)] as const];
    });
  return people.map((person) => {
    const entries: (readonly [string, unknown])[] = present(person, otherFields, (field) => field);
    if (attributeFields.length > 0) {
      const attributes = Object.fromEntries(present(person, attributeFields, (field) => field.slice(PREFIX.length)));
      entries.push(["attributes", Object.freeze(attributes)]);
    }
    return Object.freeze(Object.fromEntries(entries)) as DeclaredRecord<P, F>;
  });
}

/** 1 for each person of whom one of these facts is missing; declarations are never missing. */
export function missingFacts(people: readonly Person[], fields: readonly string[]): Uint8Array {
  return Uint8Array.from(people, (person) => (fields.some((field) => isUnknown(person, field, true)) ? 1 : 0));
}

/** Whether a person's record does not say what a field holds. Declarations of none, and nobody named, are answers. */
export function isUnknown(person: Person, field: string, closedWorld: boolean): boolean {
  const value = fieldValue(person, field);
  if (DECLARATIONS.has(field)) return !closedWorld && value === undefined;
  return isMissing(value) && !(NAMING.has(field) && Array.isArray(value));
}

/** 1 for each person of whom one of these declarations is absent; `null` is not absent, it is known to be none. */
export function absentDeclarations(people: readonly Person[], fields: readonly string[]): Uint8Array {
  const declarations = fields.filter((field) => DECLARATIONS.has(field));
  return Uint8Array.from(people, (person) =>
    declarations.some((field) => fieldValue(person, field) === undefined) ? 1 : 0,
  );
}

/** What a person's record holds under a field: `"department"`, or `"attributes.office"` for an attribute. */
export function fieldValue(person: Person, field: string): unknown {
  if (!isAttribute(field)) return (person as unknown as Record<string, unknown>)[field];
  const name = field.slice(PREFIX.length);
  const { attributes } = person;
  return attributes !== undefined && Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}

/** The ids a declaration holds: none, one or several. */
export function idsIn(person: Person, field: string): readonly string[] {
  const value = fieldValue(person, field) as string | readonly string[] | null | undefined;
  return typeof value === "string" ? [value] : (value ?? []);
}

/** Whether a fact says nothing: absent, an empty text, or a list of nothing but those. */
export const isMissing = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.every(isMissing));

/** What is wrong with the name of a field, if anything; `"attributes.x"` is always known. */
export function unknownField(field: string, known: readonly string[]): string | undefined {
  const isKnown = isAttribute(field) ? field.length > PREFIX.length : known.includes(field);
  return isKnown ? undefined : unknownName("field", field, [...known, `${PREFIX}<name>`]);
}

export const PREFIX = "attributes.";

/** Whether a field is an attribute: `"attributes.office"`. */
export const isAttribute = (field: string): field is AttributeField => field.startsWith(PREFIX);

type Nature = "fact" | "declaration";

/** The types keep these three tables complete: a new field of a person does not compile until it stands here. */
const person: { readonly [F in Exclude<keyof Person, Closed>]-?: F extends DeclarationField ? "declaration" : "fact" } =
  {
    id: "fact",
    organisation: "fact",
    department: "fact",
    grade: "fact",
    experienceYears: "fact",
    jobRole: "fact",
    profession: "fact",
    country: "fact",
    utcOffsetHours: "fact",
    languages: "fact",
    location: "fact",
    modes: "fact",
    lineManager: "declaration",
    appraisers: "declaration",
    supervisors: "declaration",
    conflicts: "declaration",
    interests: "fact",
    optedIn: "fact",
    trained: "fact",
    approved: "fact",
    nominations: "fact",
    avoid: "fact",
    waitingSince: "fact",
    hold: "fact",
    away: "fact",
    withdrawn: "fact",
    tier: "fact",
    willingToMove: "fact",
  };

const menteeOnly: { readonly [F in Exclude<keyof Mentee, keyof Person>]-?: Nature } = {
  seeks: "fact",
  demand: "fact",
  maxDistanceKm: "fact",
  gapPreference: "fact",
  matters: "fact",
};

const mentorOnly: { readonly [F in Exclude<keyof Mentor, keyof Person>]-?: Nature } = {
  offers: "fact",
  capacity: "fact",
  minimum: "fact",
  mentoringExperience: "fact",
};

/** The fields that may be read of a person in either role; attributes come on top. */
export const PERSON_FIELDS: readonly string[] = Object.keys(person);
/** … of a mentee. */
export const MENTEE_FIELDS: readonly string[] = [...PERSON_FIELDS, ...Object.keys(menteeOnly)];
/** … of a mentor. */
export const MENTOR_FIELDS: readonly string[] = [...PERSON_FIELDS, ...Object.keys(mentorOnly)];

/** The fields whose absence says "none" by default: everything else is a fact, whose absence says nothing. */
export const DECLARATIONS: ReadonlySet<string> = new Set(
  Object.entries(person).flatMap(([field, nature]) => (nature === "declaration" ? [field] : [])),
);

/** Facts that name people: an empty list says "nobody". */
const NAMING: ReadonlySet<string> = new Set(["nominations", "avoid"] satisfies (keyof Person)[]);

/** A declaration as a closure sees it: absent or `null` is an empty list, or `null` where there is one at most. */
function declared(person: Person, field: string): unknown {
  return fieldValue(person, field) ?? (field === "lineManager" ? null : []);
}

function frozenCopy(value: unknown): unknown {
  if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy));
  if (typeof value !== "object" || value === null) return value;
  return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, frozenCopy(inner)])));
}
