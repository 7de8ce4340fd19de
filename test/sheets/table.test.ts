/** What separates the cells of a sheet, and where it says that a sheet is none. */
import { expect, test } from "vitest";
import { readTable } from "../../src/sheets/table.js";
import { nothingTold } from "../../src/sheets/told.js";

function read(text: string) {
  const told = nothingTold();
  const table = readTable("a.csv", text, told);
  return { header: table?.header, told: told.issues.map(({ code, path }) => [code, path.replace("a.csv, ", "")]) };
}

test.each<[string, string, readonly string[]]>([
  ["commas, where some cells hold semicolons", "ID,Areas; if any\nr1,a\nr2,b;c\n", ["ID", "Areas; if any"]],
  ["semicolons, where some cells hold commas", "ID;Areas, if any\nr1;a\nr2;b,c\n", ["ID", "Areas, if any"]],
  ["what gives more cells, where two fit", "ID,Grade;x,Name\nr1,P;y,Ann\n", ["ID", "Grade;x", "Name"]],
  ["what gives more cells, whichever comes first", "ID;Grade,x;Name\nr1;P,y;Ann\n", ["ID", "Grade,x", "Name"]],
  ["nothing, where there is one column", "ID\nr1\n", ["ID"]],
])("readTable() separates cells by %s", (_, text, header) => {
  expect(read(text)).toEqual({ header, told: [] });
});

test.each<[string, string, readonly (readonly [string, string])[]]>([
  ["no header but Excel's own first line", "sep=;\n;;\n", [["empty", "line 1"]]],
  ["a quote that is open from the first cell on", '"ID,Name\nr1,Ann\n', [["quote", "line 1, column A"]]],
  ["one below Excel's own first line", 'sep=;\n"ID;Name\nr1;Ann\n', [["quote", "line 2, column A"]]],
  ["one in the first cell of a row", 'ID,Name\nr1,Ann\n"r2,Bo\nr3,Cy\n', [["quote", "line 3, column A"]]],
  ["one behind blanks", 'ID,Name\nr1,Ann\n  "r2,Bo\nr3,Cy\n', [["quote", "line 3, column A"]]],
  ["one below blank rows", 'ID,Name\nr1,Ann\n\n\n"r2,Bo\nr3,Cy\n', [["quote", "line 5, column A"]]],
  [
    "one below a cell in which a line begins with a quote",
    'ID,Note\nr1,"one\n""two"""\n"r2,open\nr3,x\n',
    [["quote", "line 4, column A"]],
  ],
  ["one beside a cell of two lines", 'ID,A,B\nr1,"x\ny","open\nr2,,\n', [["quote", "line 3, column C"]]],
  ["a row that ends before a column without a header", "ID,,Grade\nr1\n", [["ragged-row", "line 2, column B"]]],
])("readTable() tells %s where it stands", (_, text, told) => {
  expect(read(text)).toEqual({ header: undefined, told });
});
