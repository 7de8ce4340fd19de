/** How a policy's lists of entries are read: each entry alone, so that a broken one hides nothing about the others. */
import type * as z from "zod/mini";
import type { Catalogue } from "../catalogue.js";
import { type Found, pathText, quote, read, showKind, showText, tell } from "../door.js";
import type { Entry, PolicyFacts, PositiveAction } from "../entry.js";
import type { Issue } from "../errors.js";
import { type Level, levelSchema } from "../level.js";
import { entriesIn, MOST_NESTED } from "../made.js";
import { type ParticipationRule, participationSchema } from "../rules/participation/participation-rule.js";
import { type Rule, ruleSchema } from "../rules/rule.js";
import { type Criterion, criterionSchema } from "../scoring/criterion.js";

/** An entry of any sort, whatever it is bound to. */
export type AnyEntry = Entry<never, unknown, unknown>;

/** What of an entry is checked beside those of other lists. */
export interface Listed {
  readonly id: string;
  readonly reads: unknown;
  readonly positiveAction?: PositiveAction;
}

/** One list of a policy, in step with what was written: a broken entry is `undefined`. */
export interface EntryList<E extends Listed = AnyEntry> {
  readonly path: readonly PropertyKey[];
  readonly entries: readonly (E | undefined)[];
}

/** How each sort of entry is read. */
export interface EntrySchemas {
  readonly rule: z.ZodMiniType<Rule>;
  readonly participation: z.ZodMiniType<ParticipationRule>;
  readonly criterion: z.ZodMiniType<Criterion>;
  readonly level: z.ZodMiniType<Level>;
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

/** Most entries of a list, and most when those within others are counted, too. */
export const MOST_ENTRIES = 1000;
const MOST_IN_ALL = 10_000;

/**
 * Reads a list; absent is empty.
 *
 * @param refuse - an issue's code and message for an entry that is not to be read at all
 */
export function readEntries<E extends AnyEntry>(
  schema: z.ZodMiniType<E>,
  value: unknown,
  path: readonly PropertyKey[],
  found: Found,
  refuse: (entry: unknown) => Pick<Issue, "code" | "message"> | undefined = () => undefined,
): EntryList<E> {
  if (value === undefined) return { path, entries: [] };
  if (!Array.isArray(value)) {
    tell(found, "invalid", path, () => `expected a list, got ${showText(value)}`);
    return { path, entries: [] };
  }
  if (value.length > MOST_ENTRIES) {
    tell(found, "too-many", path, () => `expected at most ${MOST_ENTRIES} entries, got ${value.length}`);
    return { path, entries: [] };
  }
  const key = path[0] === "prefer" ? "criterion" : path[0] === "objective" ? "level" : "rule";
  // An entry with too many within it is told alone, and quickly.
  const counts = value.map((entry) => entriesIn(entry, key)).filter((count) => count <= MOST_NESTED + 1);
  const inAll = counts.reduce((sum, count) => sum + count, 0);
  if (inAll > MOST_IN_ALL) {
    const what = "entries, those within others included";
    tell(found, "too-many", path, () => `expected at most ${MOST_IN_ALL} ${what}, got ${inAll}`);
    return { path, entries: [] };
  }
  const entries = value.map((entry: unknown, index) => {
    const refused = refuse(entry);
    if (refused !== undefined) {
      tell(found, refused.code, [...path, index], () => refused.message);
      return undefined;
    }
    const result = read(schema, entry, [...path, index], showText, found);
    return "value" in result ? result.value : undefined;
  });
  return { path, entries };
}

/** Calls back with every entry that could be read. */
export function eachEntry<E extends Listed>(
  { path, entries }: EntryList<E>,
  visit: (entry: E, path: readonly PropertyKey[]) => void,
): void {
  for (const [index, entry] of entries.entries()) {
    if (entry !== undefined) visit(entry, [...path, index]);
  }
}

/** Ids that results use for what no policy lists. */
const RESERVED: readonly string[] = ["self", "avoid", "forbid", "ended-pair", "minimumScore"];

/** Tells ids that stand twice in a list or, among rules, mean something else already. */
export function checkIds(list: EntryList<Listed>, found: Found): void {
  const first = new Map<string, readonly PropertyKey[]>();
  eachEntry(list, ({ id }, path) => {
    const earlier = first.get(id);
    const where = () => `got ${quote(id)} as in ${pathText(earlier ?? [])}; give one of them another "id"`;
    if (earlier === undefined) first.set(id, path);
    else tell(found, "duplicate", path, () => `expected each id once, ${where()}`);
  });
}

/** Tells rules whose id stands for something that always holds. */
export function checkReserved(must: EntryList, found: Found): void {
  eachEntry(must, ({ id }, path) => {
    const message = () => `expected an id other than ${RESERVED.map(quote).join(", ")}, got ${quote(id)}`;
    if (RESERVED.includes(id)) tell(found, "reserved", path, message);
  });
}

/** Asks every entry whether it makes sense in this policy. */
export function checkFacts(list: EntryList, facts: PolicyFacts, found: Found): void {
  eachEntry(list, (entry, path) => {
    const message = complaint(entry, facts);
    if (message !== undefined) tell(found, "invalid", path, () => message);
  });
}

/** A check is somebody's own function: whatever it does becomes an issue. */
function complaint(entry: AnyEntry, facts: PolicyFacts): string | undefined {
  try {
    const message: unknown = entry.check(facts);
    if (message === undefined || typeof message === "string") return message;
    return `expected its check to return text or nothing, got ${showKind(message)}`;
  } catch (error) {
    const what = error instanceof Error ? quote(error.message) : showKind(error);
    return `expected its check to return text or nothing, but it threw ${what}`;
  }
}
