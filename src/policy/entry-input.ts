/** How callers write the entries of a policy: what editors offer, and what types allow. */

/**
 * An entry as a caller may write it: JSON that names its kind, or a value made by a factory. Any name has the right type, for
 * JSON's names are no literals and catalogues may know more; `Known` are those that editors offer.
 */
export type EntryInput<Key extends string, Value, Known extends string = never> =
  | ({ readonly [K in Key]: Known | AnyName } & { readonly [param: string]: unknown })
  | Value;

/** Any text, written so that an editor still offers the literals beside it. */
export type AnyName = string & Record<never, never>;

/** The JSON names of a list's factories: `moreSenior` makes `"more-senior"`. */
export type NameOf<List> = Kebab<keyof List & string>;

type Kebab<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : "";
