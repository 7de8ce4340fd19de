/** How a door tells what a schema of any kind finds: kinds of rules and criteria may come from elsewhere. */
import { expect, test } from "vitest";
import * as z from "zod";
import { complain, guarded, plainText, read, record, showText } from "../../src/door.js";
import { InputError } from "../../src/errors.js";
import { quote } from "../../src/words.js";

/** `code path: message` of each thing that is wrong. */
function told(schema: z.core.$ZodType, input: unknown): string[] {
  const result = read(schema, input, ["it"], showText);
  return "value" in result ? [] : result.issues.map(({ code, path, message }) => `${code} ${path}: ${message}`);
}

test("read() says how small or great a number may be", () => {
  expect(told(z.number().min(2), 1)).toEqual(["invalid it: expected 2 or more, got 1"]);
  expect(told(z.number().gt(2), 2)).toEqual(["invalid it: expected more than 2, got 2"]);
  expect(told(z.number().max(2), 3)).toEqual(["invalid it: expected 2 or less, got 3"]);
  expect(told(z.number().lt(2), 2)).toEqual(["invalid it: expected less than 2, got 2"]);
});

test("read() says how short or long a text or a list may be", () => {
  expect(told(z.string().min(2), "a")).toEqual(['invalid it: expected at least 2 characters, got "a"']);
  expect(told(z.string().max(2), "abc")).toEqual(['invalid it: expected at most 2 characters, got "abc"']);
  expect(told(z.array(z.number()).min(1), [])).toEqual(["invalid it: expected at least 1 entries, got a list of 0"]);
  expect(told(z.array(z.number()).max(1), [1, 2])).toEqual(["invalid it: expected at most 1 entries, got a list of 2"]);
});

test("read() says which kind of value was expected, and tells a missing one", () => {
  const kinds: readonly (readonly [z.core.$ZodType, string])[] = [
    [z.string(), "text"],
    [z.number(), "a finite number"],
    [z.boolean(), "true or false"],
    [z.object({}), "an object"],
    [z.array(z.number()), "a list"],
    [z.record(z.string(), z.number()), "an object"],
    [z.date(), "date"],
  ];
  for (const [schema, kind] of kinds) {
    expect(told(schema, null)).toEqual([`invalid it: expected ${kind}, got null`]);
    expect(told(schema, undefined)).toEqual([`missing it: expected ${kind}, got nothing`]);
  }
});

test("read() lists the values that would do", () => {
  expect(told(z.literal("a"), "b")).toEqual(['invalid it: expected "a", got "b"']);
  expect(told(z.enum(["a", "c"]), "b")).toEqual(['invalid it: expected one of "a", "c", got "b"']);
  expect(told(z.literal(["a", 7]), undefined)).toEqual(['invalid it: expected one of "a", 7, got nothing']);
});

test("read() tells of several shapes the one that the value comes closest to", () => {
  const shape = z.union([z.string(), record({ days: z.int(), from: record({ day: z.string() }) }), z.array(z.int())]);
  expect(told(shape, { days: 3, from: { day: 4 } })).toEqual(["invalid it.from.day: expected text, got 4"]);
  expect(told(shape, { days: 3.5, from: { day: "Monday" } })).toEqual([
    "invalid it.days: expected an integer, got 3.5",
  ]);
  expect(told(shape, [1, 2.5])).toEqual(["invalid it[1]: expected an integer, got 2.5"]);
});

test("read() says of a value that has no shape of several what the schema says it expects", () => {
  const either = z.union([z.string(), z.boolean()], { error: "text, true or false" });
  expect(told(either, 7)).toEqual(["invalid it: expected text, true or false, got 7"]);
});

test("read() says what a schema's own check says, with its code where it has one", () => {
  expect(
    told(
      z.string().refine((text) => text !== "a", { error: "expected another" }),
      "a",
    ),
  ).toEqual(["invalid it: expected another"]);
  const coded = z.transform((value, context) => {
    complain(context, "odd", ["here", 0], () => "expected an even one");
    return value;
  });
  expect(told(coded, 1)).toEqual(["odd it.here[0]: expected an even one"]);
});

test("read() suggests a known name for every unknown field", () => {
  expect(told(record({ grade: z.string().optional(), by: z.int().optional() }), { grad: 1, zzz: 2 })).toEqual([
    'unknown-field it.grad: unknown field "grad"; did you mean "grade"?',
    'unknown-field it.zzz: unknown field "zzz"; known are by, grade',
  ]);
});

test("plainText() trims, composes, and refuses what could steer a terminal", () => {
  expect(plainText(1, 3).parse(" e\u0301 ")).toBe("\u00e9");
  expect(told(plainText(1, 3), "  ")).toEqual(['invalid it: expected at least 1 characters, got ""']);
  expect(told(plainText(1, 9), "a\u0007b")).toEqual([
    "invalid it: expected text without control characters, got text with them",
  ]);
});

test("guarded() turns whatever a reader throws into an issue, and keeps it as the cause", () => {
  const cause = new TypeError("no");
  const act = () =>
    guarded("pool", {}, () => {
      throw cause;
    });
  expect(act).toThrow(InputError);
  expect(act).toThrow("Cannot read the pool: 1 issue\n  pool: expected plain data, got an object that cannot be read");
  try {
    act();
  } catch (error) {
    expect(error).toMatchObject({ cause, count: 1, issues: [{ code: "unreadable", path: "" }] });
  }
});

test("quote() cuts text after 60 characters", () => {
  expect(quote("a".repeat(60))).toBe(`"${"a".repeat(60)}"`);
  expect(quote("a".repeat(61))).toBe(`"${"a".repeat(60)}…"`);
  expect(quote('"\u001b\u0085')).toBe('"\\"\\u001b\\u0085"');
});

test("InputError cuts long ids in its message and counts what it does not list", () => {
  const issue = { code: "invalid", path: "mentees[0]", message: "expected x, got y" };
  expect(new InputError("pool", [{ ...issue, id: "i".repeat(41) }]).message).toBe(
    `Cannot read the pool: 1 issue\n  mentees[0] (${"i".repeat(40)}…): expected x, got y`,
  );
  expect(new InputError("pool", [{ ...issue, id: "i".repeat(40) }]).message).toContain(`(${"i".repeat(40)}):`);
  const many = new InputError("pool", Array(101).fill(issue));
  expect([many.count, many.issues.length, many.message.endsWith("\n  … and 1 more")]).toEqual([101, 100, true]);
  expect(new InputError("pool", [issue], 3).message).toMatch(/^Cannot read the pool: 3 issues\n.*\n {2}… and 2 more$/);
});
