/** When a list joined by commas looks as if one of its choices held a comma. */
import { expect, test } from "vitest";
import { splitCell } from "../../src/sheets/cells.js";
import { choicesOf, doubtfulCell } from "../../src/sheets/choices.js";

const NONE = choicesOf(", ", { field: "areas" }, "seeks");

test.each<[string, readonly string[], number]>([
  ["an open bracket", ["Teaching", "Writing (papers, books)"], 1],
  ["a part in lower case that is never without the one before", ["Teaching", "Grants, fellowships"], 1],
  [
    "parts that are three times together and never apart",
    ["Teaching, Grants, Awards", "Grants, Awards", "Teaching, Grants, Awards"],
    0,
  ],
  ["parts that are together twice only", ["Grants, Awards", "Grants, Awards"], -1],
  ["parts that are apart once", ["Grants, Awards", "Grants, Awards", "Grants, Awards", "Awards"], -1],
  ["a part in lower case that stands alone, too", ["Grants, fellowships", "fellowships"], -1],
  ["lists in lower case throughout", ["grants, fellowships", "teaching"], -1],
  ["brackets that are closed", ["Papers (short), Books (long)"], -1],
  ["nothing", ["", "Grants"], -1],
])("doubtfulCell() finds with %s", (_, cells, expected) => {
  expect(doubtfulCell(cells, ", ", NONE)).toBe(expected);
  expect(doubtfulCell(cells, ";", NONE)).toBe(-1);
});

test("doubtfulCell() does not doubt parts that are both named", () => {
  const choices = choicesOf(", ", { field: "areas", options: ["Grants", "fellowships"] }, "seeks");
  expect(doubtfulCell(["Grants, fellowships"], ", ", choices)).toBe(-1);
});

test("choicesOf() names, longest first, what the map and the vocabulary know and what holds the separator", () => {
  const use = { field: "areas", options: [" A, B", "C"], values: { "D, E, F": "def" } };
  const vocabulary = { areas: { "G, H": ["C", "I, J, K, L"] }, languages: { "x, y": [] } };
  expect(choicesOf(", ", use, "seeks", vocabulary).whole).toEqual(["I, J, K, L", "D, E, F", "A, B", "G, H"]);
  expect(choicesOf(";", use, "offers", vocabulary).whole).toEqual([]);
});

test("splitCell() takes a whole choice only where it ends with the cell or a separator", () => {
  expect(splitCell("A, B, A, Bee, A, B", ", ", ["A, B"])).toEqual(["A, B", "A", "Bee", "A, B"]);
  expect(splitCell(" A ;; B;", ";")).toEqual(["A", "B"]);
});
