/**
 * How one line of a policy — `{ "rule": "more-senior", "by": 1 }` — becomes an entry: a small plain value that knows what it
 * reads, says what it means and can be bound to a pool. Rules, participation rules and criteria are all made here.
 */
import * as z from "zod/mini";
import { isDay } from "./day.js";
import { complain, guarded, isPlain, plainText, quote, read, record, showText, unknownName } from "./door.js";
import { toJson } from "./entry-json.js";
import { InputError } from "./errors.js";
import { entriesIn, isMade, MOST_NESTED, made } from "./made.js";
import type { Schema, Shape } from "./shape.js";
import type { Json } from "./types.js";

/** What entries decide: which pairs may be, who takes part, how good a pair is, what is optimised. */
export type Sort = "rule" | "participation" | "criterion" | "level";

/** How messages call a sort, and the field of an entry's JSON that names its kind. */
const SORTS: { readonly [S in Sort]: { readonly words: string; readonly key: string } } = {
  rule: { words: "rule", key: "rule" },
  participation: { words: "participation rule", key: "rule" },
  criterion: { words: "criterion", key: "criterion" },
  level: { words: "level", key: "level" },
};

/** An order of grades: one step after the other, each with one or several names. */
export type Ladder = readonly (readonly string[])[];

/** What an entry may ask of the policy it stands in. */
export interface PolicyFacts {
  /** lowest step first; empty where the policy has none */
  readonly ladder: Ladder;
}

/** A declared exception that lets an entry read a protected attribute. */
export interface PositiveAction {
  /** what it is about, in the scheme's words, 1 … 10 000 characters; not held against the fields that the entry reads */
  readonly characteristic: string;
  /** on what ground it is allowed: the law or the policy it rests on, 1 … 10 000 characters */
  readonly ground: string;
  /** what shows that it is needed, 1 … 10 000 characters */
  readonly evidence: string;
  /** what it is to achieve, 1 … 10 000 characters */
  readonly aim: string;
  /** the day it is looked at again, `YYYY-MM-DD` */
  readonly reviewDate: string;
}

/** What every entry of a policy has in common. */
export interface Entry<Context, Reads, Run> {
  /** what it decides, which says in which of a policy's lists it may stand */
  readonly sort: Sort;
  /** the JSON name of its kind */
  readonly name: string;
  /** unique in its list; its name unless given */
  readonly id: string;
  /** the fields it reads; nothing else can change its answer */
  readonly reads: Reads;
  /** what it demands or prefers, in one sentence */
  readonly words: string;
  /** the entry as canonical JSON, or `null` where it holds a function */
  readonly json: { readonly [name: string]: Json } | null;
  /** why it may read what the policy protects or restricts; absent where nothing is declared */
  readonly positiveAction?: PositiveAction;
  /** what is wrong with it in a policy with these facts, if anything */
  readonly check: (facts: PolicyFacts) => string | undefined;
  /** fills its columns once a pool; what it returns only reads */
  readonly bind: (context: Context) => Run;
}

/** A kind of entry: what a catalogue lists. `Params` is what its `shape` reads. */
export interface Kind<Context, Reads, Run, Made, S extends Shape = Shape> {
  /** the name a JSON policy calls it by */
  readonly name: string;
  /** its parameters; `nested` reads an entry of the same sort, for kinds that are made of others */
  readonly shape: (nested: Schema<Made>) => S;
  /** the fields it reads with these parameters */
  readonly reads: (params: Params<S>) => Reads;
  /** what it demands or prefers, in one sentence that reads after "The scheme …" */
  readonly words: (params: Params<S>) => string;
  /** what is wrong with these parameters under this policy, as "expected …, got …" */
  readonly check?: (params: Params<S>, facts: PolicyFacts) => string | undefined;
  /** runs once a pool and fills columns; what it returns only reads them */
  readonly bind: (context: Context, params: Params<S>) => Run;
}

/** What a kind's shape reads its parameters into. */
export type Params<S extends Shape> = Fields<{ [K in keyof S]: S[K] extends Schema<infer Output> ? Output : never }>;

/** What a caller may write for a kind's parameters. */
export type ParamsInput<S extends Shape> = Fields<{
  [K in keyof S]: S[K] extends Schema<unknown, infer Input> ? Input : never;
}>;

/** A record whose fields may be left out where they may be `undefined`. */
type Fields<All> = { readonly [K in keyof All as undefined extends All[K] ? never : K]: All[K] } & {
  readonly [K in keyof All as undefined extends All[K] ? K : never]?: All[K];
} extends infer Both
  ? { [K in keyof Both]: Both[K] }
  : never;

/** What a factory is called with: options, which may be left out where none of them has to be given. */
export type FactoryArguments<Options> = Record<never, never> extends Options ? [options?: Options] : [options: Options];

/** The text of an id: NFC, trimmed, 1 … 120 characters, none of them a control character. */
export const entryId = plainText(1, 120);

const day = z
  .string()
  .check(
    z.refine(isDay, { error: ({ input }) => `expected a day of the calendar as YYYY-MM-DD, got ${showText(input)}` }),
  );

const statement = plainText(1, 10_000);

/** The declared exception, as JSON writes it. */
export const positiveAction = record({
  characteristic: statement,
  ground: statement,
  evidence: statement,
  aim: statement,
  reviewDate: day,
});

/** The schemas of a kind are schemas of zod; only their types say less. */
type ZodShape = { readonly [name: string]: z.core.$ZodType };

/** What any entry may carry beside its parameters. */
const everyEntry = { id: z.optional(entryId), positiveAction: z.optional(positiveAction) };

/** Adds what a sort of entry has beyond {@link Entry}. */
type Finish<Context, Reads, Run, Made, C extends Shape> = (
  entry: Entry<Context, Reads, Run>,
  kind: Kind<Context, Reads, Run, Made>,
  common: Params<C>,
  params: object,
) => Made;

/**
 * The schema of one entry: either JSON that names a kind, or a value that a factory made, which passes as it is.
 *
 * @param common - fields that every kind of this sort takes
 */
export function entrySchema<Context, Reads, Run, Made extends Entry<Context, Reads, Run>, C extends Shape>(
  sort: Sort,
  common: C,
  kinds: readonly Kind<Context, Reads, Run, Made>[],
  finish: Finish<Context, Reads, Run, Made, C>,
): z.ZodMiniType<Made> {
  const { key, words } = SORTS[sort];
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  const readers = new Map<string, z.ZodMiniType>();

  const nested = z.transform((value: unknown, context): Made => {
    const refuse = (code: string, path: readonly PropertyKey[], message: () => string): Made => {
      complain(context, code, path, message);
      return z.NEVER;
    };
    if (isMade(value)) {
      const entry = value as Made;
      if (entry.sort === sort) return entry;
      return refuse("wrong-sort", [], () => `expected a ${words}, got a ${SORTS[entry.sort].words}`);
    }
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return refuse("invalid", [], () => `expected an object with "${key}", got ${showText(value)}`);
    const { [key]: name, bind } = value as Record<string, unknown>;
    // An entry that was copied, by a spread say, might do something else than its JSON says.
    if (!isPlain(value) || (typeof name !== "string" && typeof bind === "function"))
      return refuse("invalid", [], () => "expected JSON or a value made by a factory, got an object that is neither");
    if (typeof name !== "string")
      return refuse(`unknown-${key}`, [key], () => `expected a name, got ${showText(name)}`);
    const kind = byName.get(name);
    if (kind === undefined) return refuse(`unknown-${key}`, [key], () => unknownName(key, name, [...byName.keys()]));
    let reader = readers.get(kind.name);
    if (reader === undefined) {
      reader = record({ [key]: z.literal(kind.name), ...everyEntry, ...common, ...(kind.shape(nested) as ZodShape) });
      readers.set(kind.name, reader);
    }
    const result = reader.safeParse(value, { reportInput: true });
    if (result.success) return makeEntry(sort, common, kind, result.data as Record<string, unknown>, finish);
    for (const issue of result.error.issues) context.issues.push(issue as z.core.$ZodRawIssue);
    return z.NEVER;
  }) as unknown as z.ZodMiniType<Made>;

  // Entries are counted before they are read: a few objects that refer to each other can stand for 2^60.
  const counted = z.transform((value: unknown, context) => {
    const inner = entriesIn(value, key) - 1;
    if (inner <= MOST_NESTED) return value;
    complain(context, "too-many", [], () => `expected at most ${MOST_NESTED} entries within one, got ${inner}`);
    return z.NEVER;
  });
  return z.pipe(counted, nested) as unknown as z.ZodMiniType<Made>;
}

/** Makes an entry in code: the same reading, the same issues, as from JSON. */
export function entryFromCode<Made>(schema: z.ZodMiniType<Made>, sort: Sort, name: string, options: object): Made {
  const { key, words } = SORTS[sort];
  const subject = `${words} ${quote(name)}`;
  if (typeof options !== "object" || options === null) {
    const message = `expected an object of options, got ${showText(options)}`;
    throw new InputError(subject, [{ code: "invalid", path: "", message }]);
  }
  const result = guarded(subject, options, () => read(schema, { ...options, [key]: name }, [], showText));
  if ("value" in result) return result.value;
  throw new InputError(subject, result.issues, result.count);
}

function makeEntry<Context, Reads, Run, Made extends Entry<Context, Reads, Run>, C extends Shape>(
  sort: Sort,
  common: C,
  kind: Kind<Context, Reads, Run, Made>,
  data: Record<string, unknown>,
  finish: Finish<Context, Reads, Run, Made, C>,
): Made {
  const { key } = SORTS[sort];
  const params: Record<string, unknown> = {};
  const shared: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(data)) {
    if (field === key || field in everyEntry) continue;
    if (field in common) shared[field] = value;
    else params[field] = value;
  }
  Object.freeze(params);
  const typed = params as Params<Shape>;
  const entry: Entry<Context, Reads, Run> = {
    sort,
    name: kind.name,
    id: (data.id as string | undefined) ?? kind.name,
    reads: frozenCopy(kind.reads(typed)),
    words: kind.words(typed),
    json: toJson({ [key]: kind.name, ...data }),
    ...(data.positiveAction === undefined ? {} : { positiveAction: frozenCopy(data.positiveAction as PositiveAction) }),
    check: (facts) => kind.check?.(typed, facts),
    bind: (context) => kind.bind(context, typed),
  };
  return made(finish(entry, kind, shared as Params<C>, params), entriesIn(data, key));
}

function frozenCopy<T>(value: T): T {
  if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy)) as T;
  if (typeof value !== "object" || value === null || !isPlain(value)) return value;
  return Object.freeze(
    Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, frozenCopy(inner)])),
  ) as T;
}
