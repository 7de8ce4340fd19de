/** How parameters are read, as far as types that callers see tell it: neither zod's types nor what those need stand in them. */

/** What reads one value, told by what it takes and gives: any schema that follows Standard Schema, as those of zod do. */
export interface Schema<Output = unknown, Input = unknown> {
  /** what Standard Schema keeps under this name; of it only the types are told here */
  readonly "~standard": {
    /** never there when the program runs: types alone */
    readonly types?:
      | {
          /** what a caller may write */
          readonly input: Input;
          /** what it is read into */
          readonly output: Output;
        }
      | undefined;
  };
}

/** The fields of a record, by name. */
export type Shape = { readonly [name: string]: Schema };
