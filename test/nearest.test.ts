/** What a mistyped name most likely meant, and when nothing is likely enough to be suggested. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { nearest } from "../src/nearest.js";
import { MENTEE_FIELDS } from "../src/records.js";

test.each([
  ["departmnt", "department"],
  ["Line Manager", "lineManager"],
  ["line_manger", "lineManager"],
  ["ID", "id"],
  ["grdae", "grade"],
  ["tiers", "tier"],
  ["modus", "modes"],
  ["organization", "organisation"],
  ["experienceYaers", "experienceYears"],
])("nearest() suggests for %j the field %j", (name, field) => {
  expect(nearest(name, [...MENTEE_FIELDS])).toBe(field);
});

test.each(["ab", "no", "by", "x", "", "🙂", "fax", "note", "moon", "salary", "shoe size", "pronouns"])(
  "nearest() suggests no field for %j",
  (name) => {
    expect(nearest(name, [...MENTEE_FIELDS])).toBeUndefined();
  },
);

test("nearest() tells names of two letters apart", () => {
  expect(nearest("ab", ["id", "is", "b", "abc", "ba"])).toBeUndefined();
  expect(nearest("a-b", ["id", "AB"])).toBe("AB");
});

/** Fewest steps, by trying each at every sign: what is added, left out, replaced or swapped is not touched again. */
function steps(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const [restOfA, restOfB] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return steps(restOfA, restOfB);
  const least = 1 + Math.min(steps(restOfA, restOfB), steps(restOfA, b), steps(a, restOfB));
  const isSwap = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0];
  return isSwap ? Math.min(least, 1 + steps(a.slice(2), b.slice(2))) : least;
}

test("nearest() is the first of the names with the fewest steps, of those a third as many steps away as letters", () => {
  const met = { near: 0, none: 0 };
  const word = fc.array(fc.constantFrom(..."ab"), { maxLength: 8 }).map((letters) => letters.join(""));
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 5 }), (name, known) => {
      const allowed = known.filter((one) => steps(name, one) <= Math.floor(Math.min(name.length, one.length) / 3));
      const least = Math.min(...allowed.map((one) => steps(name, one)));
      const expected = allowed.find((one) => steps(name, one) === least);
      met[expected === undefined ? "none" : "near"]++;
      expect(nearest(name, known)).toBe(expected);
    }),
    { numRuns: 500, seed: 1 },
  );
  expect(Math.min(met.near, met.none)).toBeGreaterThan(50);
});
