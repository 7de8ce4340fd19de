/** How a policy's lists of entries are read: each entry alone, so that a broken one hides nothing about the others. */
import type * as z from "zod";
import type { Catalogue } from "../catalogue.js";
import { pathText, quote, read, showText } from "../door.js";
import type { Entry, PolicyFacts } from "../entry.js";
import type { Issue } from "../errors.js";
import { type Level, levelSchema } from "../level.js";
import { type ParticipationRule, participationSchema } from "../rules/participation/participation-rule.js";
import { type Rule, ruleSchema } from "../rules/rule.js";
import { type Criterion, criterionSchema } from "../scoring/criterion.js";

/** An entry of any sort, whatever it is bound to. */
export type AnyEntry = Entry<never, unknown, unknown>;

/** One list of a policy, in step with what was written: a broken entry is `undefined`. */
export interface EntryList<E extends AnyEntry = AnyEntry> {
  readonly path: readonly PropertyKey[];
  readonly entries: readonly (E | undefined)[];
}

/** How each sort of entry is read. */
export interface EntrySchemas {
  readonly rule: z.ZodType<Rule>;
  readonly participation: z.ZodType<ParticipationRule>;
  readonly criterion: z.ZodType<Criterion>;
  readonly level: z.ZodType<Level>;
}

const made = new WeakMap<Catalogue, EntrySchemas>();

/** The schemas of a catalogue; making them costs more than using them, so they are kept as long as the catalogue is. */
export function entrySchemas(catalogue: Catalogue): EntrySchemas {
  const kept = made.get(catalogue);
  if (kept !== undefined) return kept;
  const schemas = {
    rule: ruleSchema(catalogue.rules),
    participation: participationSchema(catalogue.participation),
    criterion: criterionSchema(catalogue.criteria),
    level: levelSchema(catalogue.levels),
  };
  made.set(catalogue, schemas);
  return schemas;
}

/**
 * Reads a list; absent is empty.
 *
 * @param refuse - an issue's code and message for an entry that is not to be read at all
 */
export function readEntries<E extends AnyEntry>(
  schema: z.ZodType<E>,
  value: unknown,
  path: readonly PropertyKey[],
  issues: Issue[],
  refuse: (entry: unknown) => Pick<Issue, "code" | "message"> | undefined = () => undefined,
): EntryList<E> {
  if (value === undefined) return { path, entries: [] };
  if (!Array.isArray(value)) {
    issues.push({ code: "invalid", path: pathText(path), message: `expected a list, got ${showText(value)}` });
    return { path, entries: [] };
  }
  const entries = value.map((entry: unknown, index) => {
    const refused = refuse(entry);
    if (refused !== undefined) {
      issues.push({ ...refused, path: pathText([...path, index]) });
      return undefined;
    }
    const result = read(schema, entry, [...path, index], showText);
    if ("value" in result) return result.value;
    for (const issue of result.issues) issues.push(issue);
    return undefined;
  });
  return { path, entries };
}

/** Calls back with every entry that could be read. */
export function eachEntry({ path, entries }: EntryList, visit: (entry: AnyEntry, path: string) => void): void {
  for (const [index, entry] of entries.entries()) {
    if (entry !== undefined) visit(entry, pathText([...path, index]));
  }
}

/** Ids that results use for what no policy lists. */
const RESERVED: readonly string[] = ["self", "avoid", "forbid", "ended-pair", "minimumScore"];

/** Tells ids that stand twice in a list or, among rules, mean something else already. */
export function checkIds(list: EntryList, issues: Issue[]): void {
  const first = new Map<string, string>();
  eachEntry(list, ({ id }, path) => {
    const earlier = first.get(id);
    const message = `expected each id once, got ${quote(id)} as in ${earlier}; give one of them another "id"`;
    if (earlier === undefined) first.set(id, path);
    else issues.push({ code: "duplicate", path, message });
  });
}

/** Tells rules whose id stands for something that always holds. */
export function checkReserved(must: EntryList, issues: Issue[]): void {
  eachEntry(must, ({ id }, path) => {
    const message = `expected an id other than ${RESERVED.map(quote).join(", ")}, got ${quote(id)}`;
    if (RESERVED.includes(id)) issues.push({ code: "reserved", path, message });
  });
}

/** Asks every entry whether it makes sense in this policy. */
export function checkFacts(list: EntryList, facts: PolicyFacts, issues: Issue[]): void {
  eachEntry(list, (entry, path) => {
    const message = entry.check(facts);
    if (message !== undefined) issues.push({ code: "invalid", path, message });
  });
}
