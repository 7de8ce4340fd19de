/** How the plain fields of a policy are read: all but the lists of entries. */
import * as z from "zod";
import { complain, type Found, isPlain, plainText, read, record, showText, tell } from "../door.js";

/** Greatest number of places, as in a pool. */
const MOST_PLACES = 1_000_000;

/** Text as it is compared, 1 … 200 characters, none of them a control character. */
export const name = plainText(1, 200);

/** One step, or several names of one step. */
const step = z.preprocess((value) => (typeof value === "string" ? [value] : value), z.array(name).min(1));

const MOST_STEPS = 1000;

const MOST_NAMES = 10_000;

/** Steps and their names are counted before they are read. */
export const ladder = z
  .transform((value: unknown, context) => {
    if (!Array.isArray(value)) return value;
    const names = value.reduce<number>((sum, names) => sum + (Array.isArray(names) ? names.length : 1), 0);
    const refuse = (most: number, what: string, got: number) => {
      complain(context, "too-many", [], () => `expected at most ${most} ${what}, got ${got}`);
      return z.NEVER;
    };
    if (value.length > MOST_STEPS) return refuse(MOST_STEPS, "steps", value.length);
    return names > MOST_NAMES ? refuse(MOST_NAMES, "names of grades", names) : value;
  })
  .pipe(z.array(step));

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

export const standing = record({ pairs: z.string().default("fixed"), maxChanges: z.int().min(0).optional() });

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

/** Reads a field; `undefined` where it is absent or wrong, and `found` then says why. */
export function readField<T>(
  schema: z.ZodType<T>,
  value: unknown,
  path: readonly PropertyKey[],
  found: Found,
): T | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "object" && value !== null && !Array.isArray(value) && !isPlain(value)) {
    tell(found, "invalid", path, () => `expected plain data, got ${showText(value)}`);
    return undefined;
  }
  const result = read(schema, value, path, showText, found);
  return "value" in result ? withoutUndefined(result.value) : undefined;
}

/** A record without the fields that were given as `undefined`. */
function withoutUndefined<T>(value: T): T {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T;
}
