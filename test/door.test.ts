import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDay } from "../src/day.js";
import { DEEPEST, isPlain, pathText, quote, showKind, trimmed, unknownName, unreadable } from "../src/door.js";
import { foldedIds, nearest, nearId } from "../src/nearest.js";

const nested = (levels: number): unknown => {
  let value: unknown = {};
  for (let level = 1; level < levels; level++) value = { a: value };
  return value;
};

describe("unreadable()", () => {
  test("unreadable() accepts as many levels as DEEPEST, and not one more", () => {
    expect(unreadable(nested(DEEPEST))).toBe(undefined);
    expect(unreadable(nested(DEEPEST + 1))).toMatchObject({ code: "too-deep", path: "a.a.a.a.a.a.a.a" });
  });

  test("unreadable() counts the height of a part that it met before", () => {
    const shared = nested(60);
    expect(unreadable([shared, [[[shared]]]])).toBe(undefined);
    expect(unreadable([shared, [[[[shared]]]]])).toMatchObject({ code: "too-deep" });
    const above = [shared, [[[[]]]]];
    expect(unreadable([shared, above, [[above]]])).toBe(undefined);
    expect(unreadable([shared, above, [[[above]]]])).toMatchObject({ code: "too-deep" });
  });

  test("unreadable() enters parts that are shared only once", () => {
    let value: unknown = [];
    for (let level = 0; level < 60; level++) value = [value, value];
    expect(unreadable(value)).toBe(undefined);
  });

  test("unreadable() says where a value refers to itself, has a gap or cannot be read", () => {
    const cycle: unknown[] = [];
    cycle.push({ back: cycle });
    expect(unreadable(cycle)?.code).toBe("too-deep");
    // biome-ignore lint/suspicious/noSparseArray: the gap is what is tested
    expect(unreadable({ mentors: [1, , 2] })).toMatchObject({ code: "invalid", path: "mentors[1]" });
    const row = Object.defineProperty({}, "x", {
      enumerable: true,
      get: () => {
        throw new Error("no");
      },
    });
    expect(unreadable({ mentees: [1, row] })).toMatchObject({ code: "unreadable", path: "mentees[1].x" });
  });

  test("unreadable() enters no bytes, maps or class instances, which schemas refuse", () => {
    expect(
      unreadable([
        new Uint8Array(50_000_000),
        new Map([[1, nested(99)]]),
        new (class {
          x = nested(99);
        })(),
      ]),
    ).toBe(undefined);
  });

  test("unreadable() passes a hundred thousand rows and an object with as many keys", () => {
    const rows = Array.from({ length: 100_000 }, () => ({ id: "x" }));
    expect(unreadable({ rows, byName: Object.fromEntries(rows.map((row, index) => [`k${index}`, row])) })).toBe(
      undefined,
    );
  });
});

describe("words", () => {
  test("pathText() writes indices and names, and quotes names that are no identifiers", () => {
    expect(pathText(["mentors", 4, "attributes", "home town"])).toBe('mentors[4].attributes["home town"]');
    expect(pathText([])).toBe("");
  });

  test("showKind() says what a value is without quoting text", () => {
    expect(["x", "", 7, null, undefined, [1], {}, new Map(), 1n, Symbol("x")].map(showKind)).toEqual([
      "text",
      "empty text",
      "7",
      "null",
      "nothing",
      "a list of 1",
      "an object",
      "an object of a class",
      "a bigint",
      "a symbol",
    ]); // prettier-ignore
  });

  test("quote() writes control characters as their code", () => {
    expect(quote("a\u001b[2J\u009b2J\u007f\n")).toBe('"a\\u001b[2J\\u009b2J\\u007f\\n"');
  });

  test("isPlain() is true of literals and of what has no prototype", () => {
    expect([{}, Object.create(null), JSON.parse("{}"), [], new Date(0), new (class A {})()].map(isPlain)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test("trimmed() is NFC without blanks at its ends, whatever the text", () => {
    const text = fc.string({ unit: fc.constantFrom("a", " ", "e\u0301", "\u00e9", "\t", "\u2003", "~", "\u0301") });
    fc.assert(fc.property(text, (raw) => trimmed(raw) === raw.normalize("NFC").trim()));
  });

  test("isDay() agrees with the calendar on every day from 1896 to 2104", () => {
    const days = new Set<string>();
    for (let day = Date.UTC(1896, 0, 1); day < Date.UTC(2104, 0, 1); day += 86_400_000)
      days.add(new Date(day).toISOString().slice(0, 10));
    const two = (value: number) => String(value).padStart(2, "0");
    let wrong = 0;
    for (let year = 1896; year < 2104; year++) {
      for (let month = 0; month <= 13; month++) {
        for (let day = 0; day <= 32; day++)
          if (isDay(`${year}-${two(month)}-${two(day)}`) !== days.has(`${year}-${two(month)}-${two(day)}`)) wrong++;
      }
    }
    expect(wrong).toBe(0);
    expect(["2026-01-01 ", "0000-01-01", "02026-01-01", "2026-1-1"].filter(isDay)).toEqual([]);
  });
});

describe("near names", () => {
  test("nearest() looks at no name that is too long to be near", { timeout: 5_000 }, () => {
    const known = Array.from({ length: 300 }, (_, step) => `${step} `.repeat(10_000));
    expect(nearest("lineManger", [...known, "lineManager"])).toBe("lineManager");
  });

  test("unknownName() lists twenty names at most, and counts the others", () => {
    const known = Array.from({ length: 30 }, (_, step) => `grade number ${step}`);
    expect(unknownName("grade", "x", known)).toMatch(/^unknown grade "x"; known are grade number 0, .* and 10 more$/);
    const lots = Array.from({ length: 1001 }, (_, step) => `grade number ${step}`);
    expect(unknownName("grade", "x", lots)).toBe('unknown grade "x"; 1001 others are known');
  });

  test("nearest() finds a mistyped name, and none where none is near", () => {
    expect(nearest("line_manger", ["lineManager", "grade"])).toBe("lineManager");
    expect(nearest("colour", ["lineManager", "grade"])).toBe(undefined);
  });

  test("nearId() finds ids that differ in case, marks or one letter, and never in a digit", () => {
    const known = foldedIds(["Ada-Lovelace", "e07", "r-0012"]);
    expect(
      ["ada lovelace", "adalovelac", "adallovelace", "adalovelaxe", "daalovelace", "E07", "R0012"].map((id) =>
        nearId(id, known),
      ),
    ).toEqual(["Ada-Lovelace", "Ada-Lovelace", "Ada-Lovelace", "Ada-Lovelace", "Ada-Lovelace", "e07", "r-0012"]); // prettier-ignore
    expect(["e08", "e7", "r0013", "r00012", "x".repeat(200), ""].map((id) => nearId(id, known))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]); // prettier-ignore
  });
});
