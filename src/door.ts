/**
 * What every door shares: input that cannot be read to its end is refused first, a schema reads the rest, and whatever is
 * wrong becomes issues in our words.
 */
import * as z from "zod";
import { InputError, ISSUES_LISTED, type Issue } from "./errors.js";
import { nearest } from "./nearest.js";

/** The fields of a record, by name. */
export type Shape = { readonly [name: string]: z.ZodType };

/** A record with these fields and no others; an unknown field is an issue that suggests the nearest known one. */
export function record<S extends Shape>(shape: S) {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    // One line for each unknown key that can be listed; `toIssues` hands each key its own line.
    error: (raw) =>
      raw.code === "unrecognized_keys"
        ? raw.keys
            .slice(0, ISSUES_LISTED)
            .map((key) => unknownName("field", key, known))
            .join("\n")
        : undefined,
  });
}

/** Says that a name is not known, and which one was likely meant. */
export function unknownName(what: string, name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  const hint =
    near === undefined ? `known are ${[...known].sort(byCodeUnit).join(", ")}` : `did you mean ${quote(near)}?`;
  return `unknown ${what} ${quote(name)}; ${hint}`;
}

/** Adds an issue of our own to a zod transform; its path is relative to the value being read. */
export function complain(
  context: { readonly issues: z.core.$ZodRawIssue[]; readonly value: unknown },
  code: string,
  path: readonly PropertyKey[],
  message: string,
): void {
  context.issues.push({ code: "custom", input: context.value, path: [...path], message, params: { code } });
}

/** The value as the schema reads it, or the issues, with paths that start with `at`. */
export function read<T>(
  schema: z.ZodType<T>,
  input: unknown,
  at: readonly PropertyKey[],
  show: (value: unknown) => string,
): { readonly value: T } | { readonly issues: Issue[] } {
  const result = schema.safeParse(input, { reportInput: true });
  return result.success
    ? { value: result.data }
    : { issues: result.error.issues.flatMap((issue) => toIssues(issue, at, show)) };
}

/** Deepest nesting that any pool or policy needs is about ten; schemas that nest recurse, so depth is bounded first. */
export const DEEPEST = 64;

/** Runs a reader that touches nothing but the input: whatever it throws, and nesting too deep, is an {@link InputError}. */
export function guarded<T>(subject: string, input: unknown, reader: () => T): T {
  const issue = unreadable(input);
  if (issue !== undefined) throw new InputError(subject, [issue]);
  try {
    return reader();
  } catch (cause) {
    throw Object.assign(new InputError(subject, [{ code: "unreadable", path: "", message: UNREADABLE }]), { cause });
  }
}

const UNREADABLE = "expected plain data, got an object that cannot be read";

/**
 * Where a value is nested too deep, refers to itself, has gaps, or cannot be read; `undefined` when nowhere. Only lists and
 * plain objects are entered: anything else is refused by the schema that meets it. O(size) time, memory for the depth alone:
 * 10^7 rows are fine. High parts with several referrers are entered once, or sixty objects could stand for 2^60 paths.
 */
export function unreadable(input: unknown): Issue | undefined {
  // One entry for each level that is open: the list or object, its keys (a list has none), how far it is read, its height.
  const values: object[] = [];
  const keys: (readonly string[] | undefined)[] = [];
  const next: number[] = [];
  const heights: number[] = [];
  const known = new Map<object, number>();
  const refusal = (code: string, message: string): Issue => {
    const steps = keys.slice(0, 8).map((names, level) => names?.[next[level]! - 1] ?? next[level]! - 1);
    return { code, path: pathText(steps), message };
  };

  const raise = (level: number, height: number): void => {
    if (level >= 0 && heights[level]! < height) heights[level] = height;
  };
  const isTooDeep = (value: unknown): boolean => {
    if (typeof value !== "object" || value === null) return false;
    const height = known.get(value);
    if (values.length + (height ?? 1) > DEEPEST) return true;
    if (height !== undefined) raise(values.length - 1, height + 1);
    if (height !== undefined || !(Array.isArray(value) || isPlain(value))) return false;
    values.push(value);
    keys.push(Array.isArray(value) ? undefined : Object.keys(value));
    next.push(0);
    heights.push(1);
    return false;
  };

  try {
    isTooDeep(input);
    while (values.length > 0) {
      const level = values.length - 1;
      const value = values[level]!;
      const names = keys[level];
      const index = next[level]!++;
      if (index < (names ?? (value as readonly unknown[])).length) {
        const inner: unknown = (value as Record<PropertyKey, unknown>)[names?.[index] ?? index];
        if (isTooDeep(inner)) return refusal("too-deep", `expected at most ${DEEPEST} levels of nesting`);
        if (inner === undefined && names === undefined && !Object.hasOwn(value, index)) {
          return refusal("invalid", "expected a list without gaps, got a gap");
        }
        continue;
      }
      const height = heights[level]!;
      values.length = keys.length = next.length = heights.length = level;
      raise(level - 1, height + 1);
      // Low parts, people among them, are cheaper to enter again than to remember: a pool has millions of them.
      if (height > 3) known.set(value, height);
    }
  } catch {
    return refusal("unreadable", UNREADABLE);
  }
  return undefined;
}

/** Whether an object is what `JSON.parse` or a literal makes: no list, and of no class. */
export function isPlain(value: object): boolean {
  if (Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // The prototype of a literal from another realm is not our Object.prototype, but has none above it either.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** `mentors[4].capacity`; names that are no identifiers are quoted: `attributes["home town"]`. */
export function pathText(path: readonly PropertyKey[]): string {
  let text = "";
  for (const step of path) {
    const name = typeof step === "number" ? step : String(step);
    if (typeof name === "number") text += `[${name}]`;
    else if (/^[A-Za-z_$][\w$]{0,60}$/.test(name)) text += text === "" ? name : `.${name}`;
    else text += `[${quote(name)}]`;
  }
  return text;
}

/** A string as JSON writes it, cut after 60 characters. */
export const quote = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** What a value is, in a few words, quoting text. For policies, whose text is not about people. */
export const showText = (value: unknown): string => (typeof value === "string" ? quote(value) : showKind(value));

/** What a value is, in a few words, quoting no text. For pools, where any text may be a name or an address. */
export function showKind(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  switch (typeof value) {
    case "number":
    case "boolean":
      return String(value);
    case "string":
      return value === "" ? "empty text" : "text";
    case "object":
      return isPlain(value) ? "an object" : "an object of a class";
    default:
      return `a ${typeof value}`;
  }
}

/** Text as it is compared: NFC, without blanks at its ends. */
export const trimmed = (text: string): string => (PLAIN.test(text) ? text : text.normalize("NFC").trim());

/** Printable ASCII between two that are not blank, as most ids and texts are: nothing to compose, to trim or to refuse. */
export const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/;

/** Orders text by code units, the same on every machine. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function toIssues(issue: z.core.$ZodIssue, at: readonly PropertyKey[], show: (value: unknown) => string): Issue[] {
  const path = [...at, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    const lines = issue.message.split("\n");
    return issue.keys.map((key, index) => ({
      code: "unknown-field",
      path: pathText([...path, key]),
      message: lines[index] ?? `unknown field ${quote(key)}`,
    }));
  }
  if (issue.code === "custom") {
    const code: unknown = issue.params?.code;
    return [{ code: typeof code === "string" ? code : "invalid", path: pathText(path), message: issue.message }];
  }
  if (issue.code === "invalid_union") {
    const longest = issue.errors.reduce<readonly z.core.$ZodIssue[]>(
      (best, branch) => (depth(branch) > depth(best) ? branch : best),
      [],
    );
    if (depth(longest) > 0) return longest.flatMap((inner) => toIssues(inner, path, show));
  }
  const missing = issue.input === undefined && issue.code === "invalid_type";
  return [
    {
      code: missing ? "missing" : "invalid",
      path: pathText(path),
      message: `expected ${expected(issue)}, got ${show(issue.input)}`,
    },
  ];
}

/** How far into the value a union's branch came before it failed: the deepest one is what the writer meant. */
const depth = (issues: readonly z.core.$ZodIssue[]): number =>
  issues.reduce((deepest, issue) => Math.max(deepest, issue.path.length), 0);

function expected(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return KINDS[issue.expected] ?? String(issue.expected);
    case "invalid_value":
      return issue.values.length === 1
        ? showText(issue.values[0])
        : `one of ${issue.values.map((value) => showText(value)).join(", ")}`;
    case "too_small":
      return issue.origin === "array" || issue.origin === "string"
        ? `at least ${issue.minimum} ${issue.origin === "array" ? "entries" : "characters"}`
        : `${issue.inclusive ? `${issue.minimum} or more` : `more than ${issue.minimum}`}`;
    case "too_big":
      return issue.origin === "array" || issue.origin === "string"
        ? `at most ${issue.maximum} ${issue.origin === "array" ? "entries" : "characters"}`
        : `${issue.inclusive ? `${issue.maximum} or less` : `less than ${issue.maximum}`}`;
    default:
      // A schema that says what it expects says it as its message.
      return issue.message;
  }
}

const KINDS: { readonly [kind: string]: string } = {
  string: "text",
  number: "a finite number",
  int: "an integer",
  boolean: "true or false",
  object: "an object",
  array: "a list",
  record: "an object",
};
