/**
 * How a pool is read: by hand, field by field. A pool may hold a million people whose names and texts must not appear in any
 * message, so each value is read once, into a fresh one, and whatever is wrong is counted; only the first issues are built.
 */
import { isPlain, pathText, showKind, unknownName } from "../door.js";
import { ISSUES_LISTED, type Issue } from "../errors.js";

/** Where the reading of one input stands, and what was found wrong so far. */
export interface Reading {
  /** the first {@link ISSUES_LISTED} */
  readonly issues: Issue[];
  /** all of them */
  count: number;
  /** of the value being read */
  readonly path: PropertyKey[];
  /** the person whose row is being read, once their id is known */
  id: string | undefined;
}

/** Reads one value; `undefined` where it is absent, or wrong and told so. */
export type Reader<T> = (value: unknown, reading: Reading) => T | undefined;

/** The fields of a record and how each is read. A map, because a field may be called "constructor". */
export type Fields = ReadonlyMap<string, Reader<unknown>>;

/** The types keep a table complete: a new field of `T` does not compile until it stands there. */
export type FieldTable<T> = { readonly [F in keyof T]-?: Reader<T[F]> };

/** A table as {@link readRecord} takes it. */
export const fieldsOf = <T>(table: FieldTable<T>): Fields => new Map(Object.entries<Reader<unknown>>(table));

/** A reading that has not begun. */
export const newReading = (): Reading => ({ issues: [], count: 0, path: [], id: undefined });

/** Counts an issue, and builds it while issues are still listed. `inner` leads on from the value being read. */
export function tell(
  reading: Reading,
  code: string,
  message: () => string,
  inner: readonly PropertyKey[] = [],
  id: string | undefined = reading.id,
): void {
  reading.count++;
  if (reading.issues.length >= ISSUES_LISTED) return;
  const path = pathText([...reading.path, ...inner]);
  reading.issues.push({ code, path, message: message(), ...(id === undefined ? {} : { id }) });
}

/** Tells what was expected instead of a value; returns nothing, as a reader does then. */
export function wrong(
  reading: Reading,
  expected: string,
  value: unknown,
  inner: readonly PropertyKey[] = [],
): undefined {
  const code = value === undefined ? "missing" : "invalid";
  tell(reading, code, () => `expected ${expected}, got ${showKind(value)}`, inner);
}

/** A fact that may be missing: `null` is the same as absent. */
export const optional =
  <T>(reader: Reader<T>): Reader<T> =>
  (value, reading) =>
    value === undefined || value === null ? undefined : reader(value, reading);

/** A declaration that may be missing: `null` says "known to have none" and is kept. */
export const declared =
  <T>(reader: Reader<T>): Reader<T | null> =>
  (value, reading) =>
    value === undefined || value === null ? (value as null | undefined) : reader(value, reading);

/**
 * The fields of a plain object that could be read. Unknown fields are told; only own, enumerable fields under a text are seen.
 *
 * @param required - read first, and told where missing
 */
export function readRecord(
  fields: Fields,
  required: readonly string[],
  value: unknown,
  reading: Reading,
): Record<string, unknown> | undefined {
  if (typeof value !== "object" || value === null || !isPlain(value)) return wrong(reading, "an object", value);
  // Names are fields of ours only, so that none can be "__proto__".
  const record: Record<string, unknown> = {};
  const readField = (name: string, reader: Reader<unknown>): void => {
    reading.path.push(name);
    const result = reader((value as Record<string, unknown>)[name], reading);
    reading.path.pop();
    if (result !== undefined) record[name] = result;
  };
  for (const name of required)
    readField(name, Object.hasOwn(value, name) ? fields.get(name)! : missing(fields.get(name)!));
  for (const name of Object.keys(value)) {
    if (required.includes(name)) continue;
    const reader = fields.get(name);
    if (reader === undefined)
      tell(reading, "unknown-field", () => unknownName("field", name, [...fields.keys()]), [name]);
    else readField(name, reader);
  }
  return record;
}

/** What a field reads that is inherited or not there at all. */
const missing =
  (reader: Reader<unknown>): Reader<unknown> =>
  (_, reading) =>
    reader(undefined, reading);

/** A list of records, in step with the list that was read: a row that is no object is `undefined`. */
export function rows(fields: Fields, required: readonly string[]): Reader<readonly (object | undefined)[]> {
  return (value, reading) => {
    if (!Array.isArray(value)) return wrong(reading, "a list", value);
    const list: (object | undefined)[] = [];
    for (let row = 0; row < value.length; row++) {
      reading.path.push(row);
      reading.id = undefined;
      list.push(readRecord(fields, required, value[row], reading));
      reading.path.pop();
    }
    reading.id = undefined;
    return list;
  };
}
