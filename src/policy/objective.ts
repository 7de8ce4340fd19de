/** How an objective is read: levels in strict order of importance. */
import type * as z from "zod/mini";
import { type Found, pathText, quote, tell } from "../door.js";
import type { Level } from "../level.js";
import { type EntryList, eachEntry, readEntries } from "./entries.js";
import { notYet } from "./unsupported.js";

/** Levels of the design that this version does not have. */
const LATER: readonly string[] = ["keep"];

const DEFAULT = ["coverage", "score"];

/** Reads the objective, in which no level stands twice. */
export function readObjective(
  schema: z.ZodMiniType<Level>,
  known: readonly string[],
  value: unknown,
  found: Found,
): EntryList<Level> {
  const path = ["objective"];
  if (isStable(value)) {
    tell(found, "unsupported", path, () => notYet("a stable objective"));
    return { path, entries: [] };
  }
  const refuse = (entry: unknown) => {
    const name = typeof entry === "object" && entry !== null ? (entry as Record<string, unknown>).level : entry;
    if (isStable(entry)) return { code: "unsupported", message: notYet("a stable objective") };
    if (name === "lottery")
      return { code: "reserved", message: 'expected no "lottery": it is always last and needs no listing' };
    const isLater = typeof name === "string" && LATER.includes(name) && !known.includes(name);
    return isLater ? { code: "unsupported", message: notYet(`level ${quote(name)}`) } : undefined;
  };
  const list = readEntries(schema, value ?? DEFAULT, path, found, refuse);
  if (Array.isArray(value) && value.length === 0) {
    tell(found, "invalid", path, () => "expected at least one level, got an empty list");
  }
  checkRepeats(list, found);
  checkOrder(list, found);
  return list;
}

const isStable = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.hasOwn(value, "stable");

/** A level that stands again could change nothing. */
function checkRepeats(list: EntryList, found: Found): void {
  const first = new Map<string, readonly PropertyKey[]>();
  eachEntry(list, ({ name }, path) => {
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, path);
    else
      tell(found, "duplicate", path, () => `expected each level once, got ${quote(name)} as in ${pathText(earlier)}`);
  });
}

/** Some levels would reward leaving people out unless coverage comes first. */
function checkOrder(list: EntryList<Level>, found: Found): void {
  const before = new Set<string>();
  eachEntry(list, (entry, path) => {
    const { name, after } = entry as Level;
    if (after !== undefined && !before.has(after))
      tell(found, "wrong-order", path, () => `expected ${quote(after)} before ${quote(name)}, got none`);
    before.add(name);
  });
}
