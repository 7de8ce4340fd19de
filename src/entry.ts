/**
 * How one line of a policy — `{ "rule": "more-senior", "by": 1 }` — becomes an entry: a small plain value that knows what it
 * reads, says what it means and can be bound to a pool. Rules, participation rules and criteria are all made here.
 */
import * as z from "zod";
import { complain, pathText, read, record, type Shape, showText, unknownName } from "./door.js";
import { InputError } from "./errors.js";
import type { Json } from "./types.js";

/** An order of grades: one step after the other, each with one or several names. */
export type Ladder = readonly (readonly string[])[];

/** What an entry may ask of the policy it stands in. */
export interface PolicyFacts {
  /** lowest step first; empty where the policy has none */
  readonly ladder: Ladder;
}

/** A declared exception that lets an entry read a protected attribute. */
export interface PositiveAction {
  readonly characteristic: string;
  readonly ground: string;
  readonly evidence: string;
  readonly aim: string;
  /** the day it is looked at again, `YYYY-MM-DD` */
  readonly reviewDate: string;
}

/** What every entry of a policy has in common. */
export interface Entry<Context, Reads, Run> {
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
  readonly shape: (nested: z.ZodType<Made>) => S;
  readonly reads: (params: Params<S>) => Reads;
  /** what it demands or prefers, in one sentence that reads after "The scheme …" */
  readonly words: (params: Params<S>) => string;
  readonly check?: (params: Params<S>, facts: PolicyFacts) => string | undefined;
  readonly bind: (context: Context, params: Params<S>) => Run;
}

/** What a kind's shape reads its parameters into. */
export type Params<S extends Shape> = z.output<z.ZodObject<S>>;

/** What a caller may write for a kind's parameters. */
export type ParamsInput<S extends Shape> = [keyof S] extends [never] ? unknown : z.input<z.ZodObject<S>>;

/** The text of an id: NFC, trimmed, 1 … 120 characters. */
export const entryId = z
  .string()
  .transform((text) => text.normalize("NFC").trim())
  .pipe(z.string().min(1).max(120));

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a day as YYYY-MM-DD");

const positiveAction = record({
  characteristic: z.string().min(1),
  ground: z.string().min(1),
  evidence: z.string().min(1),
  aim: z.string().min(1),
  reviewDate: day,
});

/** What any entry may carry beside its parameters. */
const everyEntry = { id: entryId.optional(), positiveAction: positiveAction.optional() };

/**
 * The schema of one entry: either JSON that names a kind under `key`, or a value that a factory made, which passes as it is.
 *
 * @param key - the field that holds the kind's name: `"rule"` or `"criterion"`
 * @param common - fields that every kind of this sort takes
 * @param finish - adds what this sort of entry has beyond {@link Entry}
 */
export function entrySchema<Context, Reads, Run, Made extends Entry<Context, Reads, Run>, C extends Shape>(
  key: string,
  common: C,
  kinds: readonly Kind<Context, Reads, Run, Made>[],
  finish: (
    entry: Entry<Context, Reads, Run>,
    kind: Kind<Context, Reads, Run, Made>,
    common: Params<C>,
    params: object,
  ) => Made,
): z.ZodType<Made> {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  const nested: z.ZodType<Made> = z.lazy(() => schema);
  const readers = new Map<string, z.ZodType>();

  const schema = z.transform((value: unknown, context): Made => {
    if (isEntry(value)) return value as Made;
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      complain(context, "invalid", [], `expected an object with "${key}", got ${showText(value)}`);
      return z.NEVER;
    }
    const name: unknown = (value as Record<string, unknown>)[key];
    const kind = typeof name === "string" ? byName.get(name) : undefined;
    if (kind === undefined) {
      const known = [...byName.keys()];
      const message =
        typeof name === "string" ? unknownName(key, name, known) : `expected a name, got ${showText(name)}`;
      complain(context, `unknown-${key}`, [key], message);
      return z.NEVER;
    }
    let reader = readers.get(kind.name);
    if (reader === undefined) {
      reader = record({ [key]: z.literal(kind.name), ...everyEntry, ...common, ...kind.shape(nested) });
      readers.set(kind.name, reader);
    }
    const result = reader.safeParse(value, { reportInput: true });
    if (!result.success) {
      context.issues.push(...(result.error.issues as z.core.$ZodRawIssue[]));
      return z.NEVER;
    }
    return makeEntry(key, common, kind, result.data as Record<string, unknown>, finish);
  }) as z.ZodType<Made>;
  return schema;
}

/** Makes an entry in code: the same reading, the same issues, as from JSON. */
export function entryFromCode<Made>(schema: z.ZodType<Made>, key: string, name: string, options: object): Made {
  const result = read(schema, { ...options, [key]: name }, [], showText);
  if ("value" in result) return result.value;
  throw new InputError(pathText([name]), result.issues);
}

function makeEntry<Context, Reads, Run, Made extends Entry<Context, Reads, Run>, C extends Shape>(
  key: string,
  common: C,
  kind: Kind<Context, Reads, Run, Made>,
  data: Record<string, unknown>,
  finish: (
    entry: Entry<Context, Reads, Run>,
    kind: Kind<Context, Reads, Run, Made>,
    common: Params<C>,
    params: object,
  ) => Made,
): Made {
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
    name: kind.name,
    id: (data.id as string | undefined) ?? kind.name,
    reads: kind.reads(typed),
    words: kind.words(typed),
    json: toJson({ [key]: kind.name, ...data }),
    ...(data.positiveAction === undefined ? {} : { positiveAction: data.positiveAction as PositiveAction }),
    check: (facts) => kind.check?.(typed, facts),
    bind: (context) => kind.bind(context, typed),
  };
  return Object.freeze(finish(entry, kind, shared as Params<C>, params));
}

/** Values made by a factory are recognised by what they can do, so that two copies of this package understand each other. */
function isEntry(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { bind, reads, words, check } = value as Record<string, unknown>;
  return (
    typeof bind === "function" && typeof check === "function" && typeof reads === "object" && typeof words === "string"
  );
}

/** Canonical JSON of an entry's data, nested entries by their own JSON; `null` where one of them holds a function. */
function toJson(data: Record<string, unknown>): { readonly [name: string]: Json } | null {
  const json: Record<string, Json> = {};
  for (const [field, value] of Object.entries(data)) {
    if (value === undefined) continue;
    const nested = jsonOf(value);
    if (nested === undefined) return null;
    json[field] = nested;
  }
  return json;
}

function jsonOf(value: unknown): Json | undefined {
  if (typeof value === "function" || value === undefined) return undefined;
  if (isEntry(value)) return (value as Entry<never, never, never>).json ?? undefined;
  if (Array.isArray(value)) {
    const list = value.map(jsonOf);
    return list.includes(undefined) ? undefined : (list as Json[]);
  }
  if (typeof value === "object" && value !== null) return toJson(value as Record<string, unknown>) ?? undefined;
  return value as Json;
}
