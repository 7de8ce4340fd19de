/** How the plain fields of a policy are read: all but the lists of entries. */
import * as z from "zod/mini";
import { complain, type Found, isPlain, plainText, read, record, showText, tell } from "../door.js";

/** Greatest number of places, as in a pool. */
const MOST_PLACES = 1_000_000;

/** Text as it is compared, 1 … 200 characters, none of them a control character. */
export const name = plainText(1, 200);

/** One step, or several names of one step. */
const step = z.pipe(
  z.transform((value) => (typeof value === "string" ? [value] : value)),
  z.array(name).check(z.minLength(1)),
);

const MOST_STEPS = 1000;

const MOST_NAMES = 10_000;

/** Steps and their names are counted before they are read. */
export const ladder = z.pipe(
  z.transform((value: unknown, context) => {
    if (!Array.isArray(value)) return value;
    const names = value.reduce<number>((sum, names) => sum + (Array.isArray(names) ? names.length : 1), 0);
    const refuse = (most: number, what: string, got: number) => {
      complain(context, "too-many", [], () => `expected at most ${most} ${what}, got ${got}`);
      return z.NEVER;
    };
    if (value.length > MOST_STEPS) return refuse(MOST_STEPS, "steps", value.length);
    return names > MOST_NAMES ? refuse(MOST_NAMES, "names of grades", names) : value;
  }),
  z.array(step),
);

const months = z.int().check(z.gte(1), z.lte(1200));

const places = z.int().check(z.gte(0), z.lte(MOST_PLACES));

export const capacity = record({
  default: z._default(places, 1),
  max: z.optional(places),
});

/** A score, as a bound of scores. */
export const minimumScore = z.int().check(z.gte(0), z.lte(10_000));

/** A number is turned to text: `7` and `"7"` draw the same tickets. */
export const lottery = z.pipe(
  z.transform((value) => (typeof value === "number" && Number.isFinite(value) ? String(value) : value)),
  name,
);

export const standing = record({
  pairs: z._default(z.string(), "fixed"),
  maxChanges: z.optional(z.int().check(z.gte(0))),
});

export const waiting = record({
  limitDays: z.optional(z.int().check(z.gte(0))),
  limitMonths: z.optional(months),
}).check(
  z.superRefine(({ limitDays, limitMonths }, context) => {
    if (limitDays === undefined || limitMonths === undefined) return;
    const message = "expected limitDays or limitMonths, got both";
    context.addIssue({ code: "custom", path: [], message, params: { code: "contradiction" } });
  }),
);

export const names = z.pipe(
  z.array(name),
  z.transform((list) => [...new Set(list)]),
);

/** Ten years are no deadline. */
const days = z.int().check(z.gte(1), z.lte(3650));

export const terms = record({
  months: z.optional(months),
  proposalDays: z.optional(days),
  firstMeetingDays: z.optional(days),
  agreementDays: z.optional(days),
  meetings: z.optional(record({ atLeast: z.int().check(z.gte(1), z.lte(10_000)), perMonths: months })),
  renewable: z.optional(z.int().check(z.gte(0), z.lte(100))),
  feedbackMonths: z.optional(z.array(months)),
});

const bounds = record({
  atLeast: z.optional(z.int().check(z.gte(1), z.lte(MOST_PLACES))),
  atMost: z.optional(z.int().check(z.gte(1), z.lte(MOST_PLACES))),
}).check(
  z.superRefine(({ atLeast = 1, atMost = MOST_PLACES }, context) => {
    if (atLeast <= atMost) return;
    const message = `expected atMost to be ${atLeast} or more, got ${atMost}`;
    context.addIssue({ code: "custom", path: ["atMost"], message, params: { code: "contradiction" } });
  }),
);

export const nominations = record({ mentees: z.optional(bounds), mentors: z.optional(bounds) });

export const participation = record({ mentees: z.optional(z.unknown()), mentors: z.optional(z.unknown()) });

/** Reads a field; `undefined` where it is absent or wrong, and `found` then says why. */
export function readField<T>(
  schema: z.core.$ZodType<T>,
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

/** A record, and those in it, without the fields that were given as `undefined`. */
function withoutUndefined<T>(value: T): T {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const given = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(given.map(([name, inner]) => [name, withoutUndefined(inner as unknown)])) as T;
}
