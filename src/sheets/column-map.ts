/** The map from a sheet's headers to fields: what a coordinator may edit, and the door it comes through. */
import * as z from "zod/mini";
import { isDay } from "../day.js";
import { type Found, guarded, read, record, showText, unknownName } from "../door.js";
import { InputError } from "../errors.js";
import type { DateOrder } from "./cells.js";
import { kindOf, type Role, SHEET_FIELDS } from "./fields.js";
import { STATEMENT_LISTS, type StatementList, statementFields } from "./statement-fields.js";

/** What a column holds. */
export interface ColumnUse {
  /** a field of a person, `"attributes.<name>"`, one that only sheets have (`"areas"`, `"timeZone"`, `"role"` …), or `"ignore"` */
  readonly field: string;
  /** what separates several values in a cell; an attribute that has it holds a list */
  readonly split?: string;
  /** the choices of a form's question: those that hold what separates them are not split */
  readonly options?: readonly string[];
  /** what a cell means, by what stands in it; `null` is no answer */
  readonly values?: { readonly [cell: string]: string | number | boolean | null };
  /** how an attribute is read: as text unless given */
  readonly as?: "text" | "number" | "yes-no";
  /** how days like 3/4/2026 are meant */
  readonly dates?: DateOrder;
  /** put before each id, so that the numbers of two forms do not collide */
  readonly prefix?: string;
}

/** The name of a field alone, or more about the column, or one of these for each role. */
export type ColumnUseInput = string | ColumnUse | { readonly [R in Role]: string | ColumnUse };

/** A map as it is written: what each header stands for. A header that is not named is not used. */
export interface ColumnMap {
  readonly $schema?: string;
  /** the day the sheets describe, `YYYY-MM-DD` */
  readonly asOf?: string;
  readonly columns: { readonly [header: string]: ColumnUseInput };
}

/** What each header of a sheet of statements stands for. */
export type StatementMap = {
  readonly [header: string]: string | Pick<ColumnUse, "field" | "values" | "dates" | "split">;
};

/** A whole map: of the people's sheets, and of those with statements where there are some. */
export type SheetMap = ColumnMap & { readonly [L in StatementList]?: StatementMap };

const field = z.string().check(
  z.refine((name) => name === "ignore" || kindOf(name) !== undefined, {
    error: ({ input }) => unknownName("field", String(input), ["ignore", "attributes.<name>", ...SHEET_FIELDS]),
  }),
);

const meanings = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const order = z.enum(["dmy", "mdy"]);
const separator = z.string().check(z.minLength(1), z.maxLength(20));
const use = record({
  field,
  split: z.optional(separator),
  options: z.optional(z.array(z.string())),
  values: z.optional(meanings),
  as: z.optional(z.enum(["text", "number", "yes-no"])),
  dates: z.optional(order),
  prefix: z.optional(z.string().check(z.maxLength(100))),
});
const one = z.union([field, use]);

/** The headers of a sheet of statements. */
const statements = (list: StatementList) => {
  const known = Object.keys(statementFields(list));
  const name = z.string().check(
    z.refine((name) => name === "ignore" || known.includes(name), {
      error: ({ input }) => unknownName("field", String(input), ["ignore", ...known]),
    }),
  );
  return z.record(
    z.string(),
    z.union([
      name,
      record({ field: name, values: z.optional(meanings), dates: z.optional(order), split: z.optional(separator) }),
    ]),
  );
};

const schema = record({
  $schema: z.optional(z.string()),
  asOf: z.optional(z.string().check(z.refine(isDay, { error: "expected a day of the calendar as YYYY-MM-DD" }))),
  columns: z.record(z.string(), z.union([field, use, record({ mentee: one, mentor: one })])),
  ...(Object.fromEntries(STATEMENT_LISTS.map((list) => [list, z.optional(statements(list))])) as {
    readonly [L in StatementList]: z.ZodMiniOptional<ReturnType<typeof statements>>;
  }),
});

/**
 * Reads a map.
 *
 * @throws InputError listing every issue
 */
export function parseColumnMap(input: unknown): SheetMap {
  const found: Found = { issues: [], count: 0 };
  const result = guarded("columns", input, () => read(schema, input, [], showText, found));
  if ("value" in result) return result.value as SheetMap;
  throw new InputError("columns", result.issues, result.count);
}

/** What a header stands for in one role. */
export function useIn(role: Role, input: ColumnUseInput): ColumnUse {
  const chosen = typeof input === "object" && "mentee" in input ? input[role] : (input as string | ColumnUse);
  return typeof chosen === "string" ? { field: chosen } : chosen;
}

/** Headers as they are compared: NFC, one blank for several, none at the ends. */
export const headerKey = (header: string): string => header.normalize("NFC").replace(/\s+/gu, " ").trim();
