/** How the plain fields of a policy are read: all but the lists of entries. */
import * as z from "zod";
import { isPlain, pathText, read, record, showText, trimmed } from "../door.js";
import type { Issue } from "../errors.js";

/** Greatest number of places, as in a pool. */
const MOST_PLACES = 1_000_000;

/** Text as it is compared, 1 … 200 characters. */
export const name = z.string().transform(trimmed).pipe(z.string().min(1).max(200));

/** One step, or several names of one step. */
const step = z.preprocess((value) => (typeof value === "string" ? [value] : value), z.array(name).min(1));

export const ladder = z.array(step);

export const capacity = record({
  default: z.int().min(0).max(MOST_PLACES).default(1),
  max: z.int().min(0).max(MOST_PLACES).optional(),
});

export const minimumScore = z.int().min(0).max(10_000);

/** A number is turned to text: `7` and `"7"` draw the same tickets. */
export const lottery = z.preprocess(
  (value) => (typeof value === "number" && Number.isFinite(value) ? String(value) : value),
  name,
);

export const standing = record({ pairs: z.string().default("fixed"), maxChanges: z.int().min(0).default(0) });

export const waiting = record({ limitDays: z.int().min(0).optional() });

export const names = z.array(name).transform((list) => [...new Set(list)]);

const months = z.int().min(1).max(1200);

export const terms = record({
  months: months.optional(),
  meetings: record({ atLeast: z.int().min(1).max(10_000), perMonths: months }).optional(),
  renewable: z.int().min(0).max(100).optional(),
  feedbackMonths: z.array(months).optional(),
});

export const participation = record({ mentees: z.unknown().optional(), mentors: z.unknown().optional() });

/** Reads a field; `undefined` where it is absent or wrong, and `issues` then says why. */
export function readField<T>(
  schema: z.ZodType<T>,
  value: unknown,
  path: readonly PropertyKey[],
  issues: Issue[],
): T | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "object" && value !== null && !Array.isArray(value) && !isPlain(value)) {
    issues.push({ code: "invalid", path: pathText(path), message: `expected plain data, got ${showText(value)}` });
    return undefined;
  }
  const result = read(schema, value, path, showText);
  if ("value" in result) return withoutUndefined(result.value);
  for (const issue of result.issues) issues.push(issue);
  return undefined;
}

/** A record without the fields that were given as `undefined`. */
function withoutUndefined<T>(value: T): T {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T;
}
