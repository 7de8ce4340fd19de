/** Several names for one thing: what a policy's vocabulary says, and people's records in its words. */
import { type Found, isPlain, quote, showText, tell, trimmed, unknownName } from "../door.js";
import { fieldValue, isAttribute, PREFIX } from "../records.js";
import type { AttributeValue, Mentee, Mentor } from "../types.js";

/** For each field the name that counts, and the other names that mean the same. */
export type Vocabulary = { readonly [field: string]: { readonly [name: string]: readonly string[] } };

/** The fields whose texts are compared between people; `areas` are what mentees seek and mentors offer. */
const FIELDS = [
  ...["organisation", "department", "grade", "jobRole", "profession", "country"],
  ...["languages", "modes", "interests", "areas"],
];

/** Most names that a vocabulary holds. */
const MOST_NAMES = 10_000;

/** Longest name. */
const LONGEST = 200;

/** Reads a vocabulary; what is wrong is told, and a name that stands for two things is. */
export function readVocabulary(input: unknown, ladder: readonly (readonly string[])[], found: Found): Vocabulary {
  const vocabulary: { [field: string]: Vocabulary[string] } = bare();
  let names = 0;
  for (const [field, given] of entries(input, ["vocabulary"], found)) {
    const path = ["vocabulary", field];
    if (!FIELDS.includes(field) && !(isAttribute(field) && field.length > PREFIX.length)) {
      tell(found, "unknown-field", path, () => unknownName("field", field, [...FIELDS, `${PREFIX}<name>`]));
      continue;
    }
    const meanings: { [name: string]: readonly string[] } = bare();
    const stands = new Map<string, string>();
    const note = (name: string, meaning: string, at: readonly PropertyKey[]): void => {
      names++;
      const other = stands.get(name);
      const message = () => `expected each name to mean one thing, got ${quote(name)} for ${quote(other ?? "")} too`;
      if (other !== undefined && other !== meaning) tell(found, "duplicate", at, message);
      stands.set(name, meaning);
    };
    for (const [key, others] of entries(given, path, found)) {
      const meaning = readName(key, [...path, key], found);
      if (meaning === undefined) continue;
      note(meaning, meaning, [...path, key]);
      if (field === "grade" && ladder.length > 0 && !ladder.some((step) => step.includes(meaning)))
        tell(found, "invalid", [...path, key], () => unknownName("grade", meaning, ladder.flat()));
      if (!Array.isArray(others)) {
        tell(found, "invalid", [...path, key], () => `expected a list of names, got ${showText(others)}`);
        continue;
      }
      const aliases = others.flatMap((other: unknown, at) => readName(other, [...path, key, at], found) ?? []);
      aliases.forEach((alias, at) => {
        note(alias, meaning, [...path, key, at]);
      });
      meanings[meaning] = [...new Set(aliases)];
    }
    if (stands.size > 0) vocabulary[field] = meanings;
  }
  if (names > MOST_NAMES)
    tell(found, "too-many", ["vocabulary"], () => `expected at most ${MOST_NAMES} names, got ${names}`);
  return vocabulary;
}

/** Without a prototype, any name is a name. */
const bare = <T>(): { [name: string]: T } => Object.setPrototypeOf({}, null) as { [name: string]: T };

function entries(value: unknown, path: readonly PropertyKey[], found: Found): readonly (readonly [string, unknown])[] {
  if (value === undefined) return [];
  if (typeof value === "object" && value !== null && isPlain(value)) return Object.entries(value);
  tell(found, "invalid", path, () => `expected an object, got ${showText(value)}`);
  return [];
}

function readName(value: unknown, path: readonly PropertyKey[], found: Found): string | undefined {
  const name = typeof value === "string" ? trimmed(value) : "";
  if (name !== "" && name.length <= LONGEST) return name;
  tell(found, "invalid", path, () => `expected a name of 1 to ${LONGEST} characters, got ${showText(value)}`);
  return undefined;
}

/**
 * People's records with the name that counts in place of every other; whoever has none of these is passed on as they are.
 *
 * @remarks O(people × fields of the vocabulary)
 */
export function inItsWords<P extends Mentee | Mentor>(people: readonly P[], vocabulary: Vocabulary = {}): readonly P[] {
  const fields = Object.entries(vocabulary).flatMap(([field, meanings]) => {
    const counts = new Map(
      Object.entries(meanings).flatMap(([name, others]) => others.map((other) => [other, name] as const)),
    );
    return (field === "areas" ? ["seeks", "offers"] : [field]).map((own) => [own, counts] as const);
  });
  if (fields.length === 0) return people;
  return people.map((person) => fields.reduce((so, [field, counts]) => reworded(so, field, counts), person));
}

function reworded<P extends Mentee | Mentor>(person: P, field: string, counts: ReadonlyMap<string, string>): P {
  const value = fieldValue(person, field);
  const word = (text: unknown): unknown => (typeof text === "string" ? (counts.get(text) ?? text) : text);
  const isKnown = (text: unknown): boolean => typeof text === "string" && counts.has(text);
  if (Array.isArray(value) ? !value.some(isKnown) : !isKnown(value)) return person;
  const now = Array.isArray(value) ? Object.freeze([...new Set(value.map(word))]) : word(value);
  if (!isAttribute(field)) return Object.freeze({ ...person, [field]: now } as unknown as P);
  const attributes = Object.assign(bare<AttributeValue>(), person.attributes);
  attributes[field.slice(PREFIX.length)] = now as AttributeValue;
  return Object.freeze({ ...person, attributes: Object.freeze(attributes) } as unknown as P);
}
