/** How an objective is read: levels in strict order of importance. */
import type * as z from "zod/mini";
import { type Found, pathText, quote, showText, tell, unknownName } from "../door.js";
import type { Level } from "../level.js";
import { type EntryList, eachEntry, readEntries } from "./entries.js";
import type { StableObjective } from "./policy.js";

const DEFAULT = ["coverage", "score"];

/** Reads an objective that asks for stability; `undefined` where it does not, or is wrong. */
export function readStable(value: unknown, found: Found): StableObjective | undefined {
  if (!isStable(value)) return undefined;
  const { stable, ...others } = value as { readonly [field: string]: unknown };
  for (const field of Object.keys(others))
    tell(found, "unknown-field", ["objective", field], () => unknownName("field", field, ["stable"]));
  if (stable === "mentees" || stable === "mentors") return { stable };
  tell(found, "invalid", ["objective", "stable"], () => `expected "mentees" or "mentors", got ${showText(stable)}`);
  return undefined;
}

/** Reads the levels of an objective, in which no level stands twice. */
export function readObjective(schema: z.ZodMiniType<Level>, value: unknown, found: Found): EntryList<Level> {
  const path = ["objective"];
  if (isStable(value)) return { path, entries: [] };
  const refuse = (entry: unknown): { readonly code: string; readonly message: string } | undefined => {
    const name = typeof entry === "object" && entry !== null ? (entry as Record<string, unknown>).level : entry;
    if (isStable(entry))
      return { code: "invalid", message: 'expected { "stable": … } in place of the list, got it within' };
    if (name === "lottery")
      return { code: "reserved", message: 'expected no "lottery": it is always last and needs no listing' };
    return undefined;
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
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.hasOwn(value, "stable");

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
