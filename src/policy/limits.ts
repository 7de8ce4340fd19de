/** Limits: the most or fewest matches of a group, as a policy writes them. */
import * as z from "zod/mini";
import { complain, isPlain, plainText, record, showText, trimmed } from "../door.js";
import { entryId, type PositiveAction, positiveAction } from "../entry.js";
import { MENTEE_FIELDS, MENTOR_FIELDS, unknownField } from "../records.js";

/** A value that people share: text, a number, or true or false. Of a list, each text is one. */
export type GroupValue = string | number | boolean;

/** A value as a path names it: text that could be read as another kind of value stands in quotes. */
export function groupText(value: GroupValue): string {
  const isTaken = value === "true" || value === "false" || String(Number(value)) === value;
  return typeof value === "string" && (isTaken || value.startsWith('"')) ? JSON.stringify(value) : String(value);
}

/** People who have one of these values in each of these fields. */
export type Filter = { readonly [field: string]: readonly GroupValue[] };

/** The most or fewest matches among some people; of each mentor or mentee, or of each with the other side's groups. */
export interface PolicyLimit {
  /** unique among the limits, 1 … 120 characters; results and findings use it */
  readonly id: string;
  /** most matches, standing and locked ones included: an integer of 0 … 1 000 000; any number unless given */
  readonly atMost?: number;
  /** fewest matches, standing and locked ones included, hard: an integer, `atMost` at most; 0 unless given */
  readonly atLeast?: number;
  /** mentees whose matches count: those with one of the values in every field; everybody's unless given */
  readonly mentees?: Filter;
  /** mentors whose matches count: those with one of the values in every field; everybody's unless given */
  readonly mentors?: Filter;
  /** the limit holds for each mentee, or for each mentor, alone; for all together unless given */
  readonly each?: "mentee" | "mentor";
  /** … and for each value of this field of the other side */
  readonly groupBy?: string;
  /** why it may read what the policy protects or restricts; absent where nothing is declared */
  readonly positiveAction?: PositiveAction;
}

/** A limit as a caller may write it: one value need not stand in a list. */
export interface LimitInput extends Omit<Nullish<PolicyLimit>, "id" | "mentees" | "mentors"> {
  /** unique among the limits, 1 … 120 characters; results and findings use it */
  readonly id: string;
  /** mentees whose matches count, one value or several for each field; everybody's unless given */
  readonly mentees?: FilterInput | undefined;
  /** mentors whose matches count, one value or several for each field; everybody's unless given */
  readonly mentors?: FilterInput | undefined;
}

/** A filter as a caller may write it. */
export type FilterInput = { readonly [field: string]: GroupValue | readonly GroupValue[] };
type Nullish<T> = { readonly [F in keyof T]?: T[F] | undefined };

const MOST = 1_000_000;

/** Fields that hold no values to share: periods, places, multipliers. */
const NO_GROUPS: readonly string[] = ["location", "hold", "away", "matters"];

const groupFields = (known: readonly string[]) => known.filter((field) => !NO_GROUPS.includes(field));

const FIELDS = { mentee: groupFields(MENTEE_FIELDS), mentor: groupFields(MENTOR_FIELDS) };

const value = z.union([plainText(1, 1000), z.number(), z.boolean()], {
  error: ({ input }) => `text, a number, true or false, got ${showText(input)}`,
});

const values = z.pipe(
  z.pipe(
    z.transform((given: unknown) => (Array.isArray(given) ? given : [given])),
    z.array(value).check(z.minLength(1), z.maxLength(1000)),
  ),
  z.transform((list) => [...new Set(list)]),
);

/** Each field is read by itself: zod would drop `__proto__` in silence. */
const filter = (known: readonly string[]) =>
  z.transform((given: unknown, context): Filter => {
    const refuse = (code: string, path: readonly PropertyKey[], message: () => string): Filter => {
      complain(context, code, path, message);
      return z.NEVER;
    };
    if (typeof given !== "object" || given === null || !isPlain(given))
      return refuse("invalid", [], () => `expected fields with values, got ${showText(given)}`);
    const entries = Object.entries(given);
    if (entries.length === 0) return refuse("invalid", [], () => "expected at least one field, got none");
    const read: [string, readonly GroupValue[]][] = [];
    for (const [field, wanted] of entries) {
      const unknown = unknownField(field, known);
      if (unknown !== undefined) {
        refuse("unknown-field", [field], () => unknown);
        continue;
      }
      const result = values.safeParse(wanted, { reportInput: true });
      if (result.success) read.push([field, result.data]);
      else refuse("invalid", [field], () => `expected a value or a list of values, got ${showText(wanted)}`);
    }
    return Object.fromEntries(read);
  }) as unknown as z.ZodMiniType<Filter>;

/** Fields of mentees, or of mentors, each with the values that count. */
export const menteeFilter = filter(FIELDS.mentee);
export const mentorFilter = filter(FIELDS.mentor);

const field = z.pipe(z.string(), z.transform(trimmed));

const count = z.int().check(z.gte(0), z.lte(MOST));

/** One limit; what its parts say of each other is checked as well. */
export const limit = record({
  id: entryId,
  atMost: z.optional(count),
  atLeast: z.optional(count),
  mentees: z.optional(menteeFilter),
  mentors: z.optional(mentorFilter),
  each: z.optional(z.enum(["mentee", "mentor"])),
  groupBy: z.optional(field),
  positiveAction: z.optional(positiveAction),
}).check(
  z.superRefine(({ atMost, atLeast, each, groupBy }, context) => {
    const tell = (code: string, path: readonly PropertyKey[], message: string): void => {
      context.addIssue({ code: "custom", path: [...path], message, params: { code } });
    };
    if (atMost === undefined && atLeast === undefined) tell("missing", [], "expected atMost or atLeast, got neither");
    if (atMost !== undefined && atLeast !== undefined && atLeast > atMost)
      tell("contradiction", ["atLeast"], `expected at most the atMost of ${atMost}, got ${atLeast}`);
    if (groupBy === undefined) return;
    if (each === undefined)
      return tell("missing", ["each"], 'expected "mentor" or "mentee" beside groupBy, got nothing');
    const known = each === "mentor" ? FIELDS.mentee : FIELDS.mentor;
    const unknown = unknownField(groupBy, known);
    if (unknown !== undefined) tell("unknown-field", ["groupBy"], unknown);
  }),
);

/** The fields that a limit reads, which is what it may be refused for. */
export const limitReads = ({ mentees = {}, mentors = {}, groupBy }: PolicyLimit): readonly string[] => [
  ...new Set([...Object.keys(mentees), ...Object.keys(mentors), ...(groupBy === undefined ? [] : [groupBy])]),
];
