/** Makes a failing case smaller: leaves out one thing after the other, for as long as it still fails. */

type Path = readonly (string | number)[];

/** The smallest failing case that leaving out single rows, entries and fields leads to. */
export function shrunk<T>(start: T, fails: (smaller: T) => boolean): T {
  let smallest = start;
  for (let found: T | undefined = start; found !== undefined; ) {
    smallest = found;
    const from: T = smallest;
    found = paths(from)
      .map((path) => without(from, path) as T)
      .find(fails);
  }
  return smallest;
}

/** Every place in a value, large parts before small ones. */
function paths(value: unknown, at: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  const here = keys.map((key) => [...at, key]);
  return [...here, ...keys.flatMap((key) => paths((value as Record<string | number, unknown>)[key], [...at, key]))];
}

function without(value: unknown, [first, ...rest]: Path): unknown {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, at) => (at !== first ? [item] : rest.length > 0 ? [without(item, rest)] : []));
  }
  const entries = Object.entries(value as object).flatMap(([key, inner]): [string, unknown][] =>
    key !== first ? [[key, inner]] : rest.length > 0 ? [[key, without(inner, rest)]] : [],
  );
  return Object.fromEntries(entries);
}
