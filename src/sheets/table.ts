/** The text of a sheet as a table: one header, rows as wide as it is, and where each cell stands. */
import { type CastingContext, parse } from "csv-parse/sync";
import { chooseDelimiter, type Delimiter, separatorLine } from "./delimiter.js";
import { type Place, type Told, tellIssue } from "./told.js";

/** One row under the header. */
export interface Row {
  /** NFC, without blanks at the ends, in step with the header; `""` where blank */
  readonly cells: readonly string[];
  /** the line of text in which each cell begins */
  readonly lines: readonly number[];
}

/** A sheet with nothing wrong with its form. */
export interface Table {
  readonly file: string;
  readonly header: readonly string[];
  /** the line of the header */
  readonly line: number;
  /** without blank rows */
  readonly rows: readonly Row[];
}

/**
 * Reads CSV as RFC 4180 has it, separated by `,`, `;` or tabs, whichever fits, or by what Excel's first line `sep=` says.
 *
 * @param text - line breaks are `\n`
 * @returns the table; `undefined` after issues: an open quote, a header that is blank or stands twice, a row with more or
 * fewer cells than the header. Blank rows are passed over, and so are blank cells beyond the header
 */
export function readTable(file: string, text: string, told: Told): Table | undefined {
  if (/^[\s,;"]*$/.test(text))
    return tellIssue(told, "empty", { file, line: 1 }, "expected a header, got an empty file");
  const first = separatorLine(text);
  const body = first === undefined ? text : text.slice(first.length);
  const delimiter = first?.delimiter ?? chooseDelimiter(body);
  const records = readRecords(file, body, delimiter, first === undefined ? 0 : 1, told);
  if (records === undefined) return undefined;
  const filled = records.filter(({ cells }) => cells.some((cell) => cell !== ""));
  const [top, ...rows] = filled;
  if (top === undefined) return tellIssue(told, "empty", { file, line: 1 }, "expected a header, got an empty file");
  const before = told.count;
  const header = readHeader(file, top, rows, told);
  const inner = rows.map((row) => fitted(file, row, header, told));
  return told.count > before ? undefined : { file, header, line: top.lines[0]!, rows: inner };
}

/** The place of a cell, or of a whole row. */
export const placeIn = ({ file, header }: Table, row: Row, column?: number): Place =>
  column === undefined
    ? { file, line: row.lines[0]! }
    : { file, line: row.lines[column]!, column: column + 1, header: header[column]! };

/** The place of a column's header. */
export const headerPlace = ({ file, line, header }: Table, column: number): Place => ({
  file,
  line,
  column: column + 1,
  header: header[column]!,
});

function readRecords(file: string, text: string, delimiter: Delimiter, above: number, told: Told): Row[] | undefined {
  let end = above;
  const lines: number[][] = [];
  const cast = (value: string, { lines: last, records, index }: CastingContext): string => {
    lines[records] ??= [];
    lines[records][index] = last + above - count(value);
    return clean(value);
  };
  try {
    const noted = (value: string, context: CastingContext): string => {
      end = context.lines + above;
      return cast(value, context);
    };
    const options = { delimiter, record_delimiter: "\n", relax_column_count: true, trim: true, cast: noted } as const;
    return (parse(text, options) as string[][]).map((cells, at) => ({ cells, lines: lines[at]! }));
  } catch (error) {
    tellQuote(file, error as QuoteError, end, above, told);
    return undefined;
  }
}

/** What csv-parse adds to its errors, as far as it is used. */
interface QuoteError extends Error {
  readonly code: string;
  readonly lines: number;
  readonly index: number;
}

/**
 * An open quote swallows the rest of the file: it is told where it stands, the others where they end.
 *
 * @param end - the line in which the last cell ends that could be read
 */
function tellQuote(
  file: string,
  { code, lines: last, index }: QuoteError,
  end: number,
  above: number,
  told: Told,
): void {
  const isOpen = code === "CSV_QUOTE_NOT_CLOSED";
  const opened = index === 0 ? end + 1 : end;
  const message = isOpen
    ? 'expected a closing quote, got the end of the file; a quote inside a cell is written twice: ""'
    : 'expected a quote only around a whole cell; a quote inside a cell is written twice, and the cell quoted: "5"" screen"';
  tellIssue(told, "quote", { file, line: isOpen ? opened : last + above, column: index + 1 }, message);
}

function readHeader(file: string, top: Row, rows: readonly Row[], told: Told): string[] {
  const width = top.cells.reduce((last, cell, column) => (cell === "" ? last : column + 1), 0);
  const header = top.cells.slice(0, width).map((cell) => cell.replace(/\s+/gu, " "));
  const first = new Map<string, number>();
  for (const [column, name] of header.entries()) {
    const line = top.lines[column]!;
    const place: Place = { file, line, column: column + 1, header: name };
    const earlier = first.get(name);
    if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(name)) {
      const isPerson = { file, line, column: column + 1 };
      tellIssue(told, "no-header", isPerson, "expected a header, got an address: the first row must name the columns");
    } else if (name === "") {
      const isUsed = rows.some(({ cells }) => (cells[column] ?? "") !== "");
      if (isUsed) tellIssue(told, "blank-header", place, "expected a header above the cells of this column, got none");
    } else if (earlier === undefined) first.set(name, column);
    else
      tellIssue(told, "duplicate-header", place, `expected each header once, got it as in column ${earlier + 1}, too`);
  }
  return header;
}

/** The row as wide as the header; told by the line in which it begins, where a coordinator finds it. */
function fitted(file: string, { cells, lines }: Row, header: readonly string[], told: Told): Row {
  const width = header.length;
  const line = lines[0]!;
  if (cells.length < width) {
    const message = `expected ${width} cells as in the header, got ${cells.length}`;
    tellIssue(told, "ragged-row", { file, line, column: cells.length + 1, header: header[cells.length]! }, message);
  }
  const beyond = cells.findIndex((cell, column) => column >= width && cell !== "");
  if (beyond >= 0) {
    const message = `expected ${width} cells as in the header, got ${cells.length}; a cell that holds the separator is quoted`;
    tellIssue(told, "ragged-row", { file, line, column: beyond + 1 }, message);
  }
  return { cells: cells.slice(0, width), lines: lines.slice(0, width) };
}

const count = (value: string): number => value.split("\n").length - 1;

const clean = (value: string): string => value.normalize("NFC").trim();
