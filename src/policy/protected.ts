/** No entry decides by what a policy protects, unless it declares why. */
import { type Found, quote, tell, trimmed } from "../door.js";
import { type EntryList, eachEntry, type Listed } from "./entries.js";

const PREFIX = "attributes.";

/**
 * Tells every entry that reads a protected or restricted attribute without a `positiveAction`. The outer entry of a
 * composition answers for what is in it. Names are compared without case: `Gender` is not another attribute than `gender`.
 */
export function checkProtected(lists: readonly EntryList<Listed>[], guarded: readonly string[], found: Found): void {
  const names = new Map(guarded.map((name) => [folded(name), name]));
  for (const list of lists) {
    eachEntry(list, (entry, path) => {
      if (entry.positiveAction !== undefined) return;
      for (const name of new Set(fieldsRead(entry.reads).flatMap((field) => namesIn(field, names)))) {
        const reads = () => `${quote(entry.id)} reads ${quote(name)}`;
        const message = () =>
          `expected an entry that reads nothing protected, or one with a positiveAction; ${reads()}`;
        tell(found, "protected", path, message);
      }
    });
  }
}

/** Who reads all attributes reads those that are protected. */
function namesIn(field: string, names: ReadonlyMap<string, string>): readonly string[] {
  if (field === "attributes") return [...names.values()];
  const name = names.get(folded(field));
  return name === undefined ? [] : [name];
}

function folded(field: string): string {
  const name = trimmed(field);
  return (name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name).toLowerCase();
}

/** The fields of either side: some sorts of entries list them, others list them for each side. */
function fieldsRead(reads: unknown): readonly string[] {
  if (typeof reads === "string") return [reads];
  return typeof reads === "object" && reads !== null ? Object.values(reads).flatMap(fieldsRead) : [];
}
