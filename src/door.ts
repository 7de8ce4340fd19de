/**
 * What every door shares: input that cannot be read to its end is refused first, a schema reads the rest, and whatever is
 * wrong becomes issues in our words.
 */
import * as z from "zod/mini";
import { InputError, ISSUES_LISTED, type Issue } from "./errors.js";
import { nearest } from "./nearest.js";
import { byCodeUnit, hasControls, isPlain, pathText, quote, showText, trimmed } from "./words.js";

export {
  byCodeUnit,
  hasControls,
  isPlain,
  PLAIN,
  pathText,
  quote,
  showKind,
  showText,
  trimmed,
} from "./words.js";

/** A record with these fields and no others; an unknown field is an issue that suggests the nearest known one. */
export function record<S extends { readonly [name: string]: z.core.$ZodType }>(shape: S) {
  // The message only carries the known names: `tellZod` looks for the nearest one, and only for issues that are listed.
  const known = Object.keys(shape).join("\n");
  return z.strictObject(shape, { error: (raw) => (raw.code === "unrecognized_keys" ? known : undefined) });
}

/** Text of `least` … `most` characters after NFC and trimming, without control characters. */
export const plainText = (least: number, most: number) =>
  z.pipe(
    z.pipe(z.string(), z.transform(trimmed)),
    z.string().check(
      z.minLength(least),
      z.maxLength(most),
      z.refine((text) => !hasControls(text), {
        error: "expected text without control characters, got text with them",
      }),
    ),
  );

/** Most names a message lists, and most among which the nearest is looked for. */
const NAMES_LISTED = 20;
const NAMES_COMPARED = 1000;

/** Says that a name is not known, and which one was likely meant. */
export function unknownName(what: string, name: string, known: readonly string[]): string {
  const unknown = `unknown ${what} ${quote(name)}`;
  if (known.length > NAMES_COMPARED) return `${unknown}; ${known.length} others are known`;
  const near = nearest(name, known);
  if (near !== undefined) return `${unknown}; did you mean ${quote(near)}?`;
  const listed = [...known].sort(byCodeUnit).slice(0, NAMES_LISTED).join(", ");
  return `${unknown}; known are ${listed}${known.length > NAMES_LISTED ? ` and ${known.length - NAMES_LISTED} more` : ""}`;
}

/** What was found wrong so far: all of it is counted, and the first {@link ISSUES_LISTED} issues are built. */
export interface Found {
  readonly issues: Issue[];
  count: number;
}

/** Counts an issue, and builds it while issues are still listed. */
export function tell(found: Found, code: string, path: readonly PropertyKey[], message: () => string): void {
  found.count++;
  if (found.issues.length < ISSUES_LISTED) found.issues.push({ code, path: pathText(path), message: message() });
}

/** Adds an issue of our own to a zod transform or check; its path is relative to the value being read. */
export function complain(
  context: { readonly issues: z.core.$ZodRawIssue[]; readonly value: unknown },
  code: string,
  path: readonly PropertyKey[],
  message: () => string,
): void {
  context.issues.push({
    code: "custom",
    input: context.value,
    path: [...path],
    message: "",
    params: { code, say: message },
  });
}

/** The value as the schema reads it, or what is wrong with it, with paths that start with `at`. */
export function read<T>(
  schema: z.core.$ZodType<T>,
  input: unknown,
  at: readonly PropertyKey[],
  show: (value: unknown) => string,
  found: Found = { issues: [], count: 0 },
): { readonly value: T } | Found {
  const result = z.safeParse(schema, input, { reportInput: true });
  if (result.success) return { value: result.data };
  for (const issue of result.error.issues) tellZod(found, issue, at, show);
  return found;
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

function tellZod(
  found: Found,
  issue: z.core.$ZodIssue,
  at: readonly PropertyKey[],
  show: (value: unknown) => string,
): void {
  const path = [...at, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    const known = (): string[] => issue.message.split("\n");
    for (const key of issue.keys)
      tell(found, "unknown-field", [...path, key], () => unknownName("field", key, known()));
    return;
  }
  if (issue.code === "custom") {
    const { code, say } = issue.params ?? {};
    const message = (): string => (typeof say === "function" ? say() : issue.message);
    tell(found, typeof code === "string" ? code : "invalid", path, message);
    return;
  }
  if (issue.code === "invalid_union") {
    const longest = issue.errors.reduce<readonly z.core.$ZodIssue[]>(
      (best, branch) => (depth(branch) > depth(best) ? branch : best),
      [],
    );
    if (depth(longest) > 0) {
      for (const inner of longest) tellZod(found, inner, path, show);
      return;
    }
  }
  const missing = issue.input === undefined && issue.code === "invalid_type";
  tell(found, missing ? "missing" : "invalid", path, () => `expected ${expected(issue)}, got ${show(issue.input)}`);
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
