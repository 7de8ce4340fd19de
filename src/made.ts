/** Which values are entries: exactly those that a factory made. A copy of one, or an object like one, is none. */
import { isPlain } from "./words.js";

/** Most entries within one entry. */
export const MOST_NESTED = 1000;

/** Where every copy of this package, ESM or CommonJS, finds the entries that any of them made. */
const MARK = Symbol.for("mentor-match/entries");

/** Each entry, and how many entries it stands for: itself and all within it. */
function sizes(): WeakMap<object, number> {
  const shared = globalThis as { [MARK]?: WeakMap<object, number> };
  shared[MARK] ??= new WeakMap();
  return shared[MARK];
}

/** Freezes an entry and marks it as made by a factory. */
export function made<E extends object>(entry: E, size: number): E {
  Object.freeze(entry);
  sizes().set(entry, size);
  return entry;
}

/** Whether a factory made this very value. */
export const isMade = (value: unknown): value is object =>
  typeof value === "object" && value !== null && sizes().has(value);

/**
 * How many entries plain data stands for once it is written out: made ones with all within them, and objects that name a
 * kind under `key`. A part with several referrers counts for each of them, but is entered once.
 */
export function entriesIn(value: unknown, key: string): number {
  const known = new Map<object, number>();
  const ofMade = sizes();
  const count = (part: unknown): number => {
    if (typeof part !== "object" || part === null) return 0;
    const before = ofMade.get(part) ?? known.get(part);
    if (before !== undefined) return before;
    const isList = Array.isArray(part);
    if (!isList && !isPlain(part)) return 0;
    let total = !isList && typeof (part as Record<string, unknown>)[key] === "string" ? 1 : 0;
    for (const inner of isList ? part : Object.values(part)) total += count(inner);
    known.set(part, total);
    return total;
  };
  return count(value);
}
