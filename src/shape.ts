/** How parameters are read, as far as types that callers see tell it: neither zod's types nor what those need stand in them. */

/** What reads one value, told by what it takes and gives: any schema that follows Standard Schema, as those of zod do. */
export interface Schema<Output = unknown, Input = unknown> {
  readonly "~standard": { readonly types?: { readonly input: Input; readonly output: Output } | undefined };
}

/** The fields of a record, by name. */
export type Shape = { readonly [name: string]: Schema };
