/** What a cell says, by what its column holds. */
import { isDay } from "../day.js";

/** What was read, or what was expected instead. */
export type Read<T> = { readonly value: T } | { readonly expected: string };

/** A number, with a point or a decimal comma; thousands are not set apart. */
export function readNumber(cell: string): Read<number> {
  const plain = /^[+-]?(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:[eE][+-]?\d+)?$/.test(cell);
  const value = Number(cell.replace(",", "."));
  return plain && Number.isFinite(value) ? { value } : { expected: "a number" };
}

const YES = ["yes", "y", "true", "1", "x", "✓", "ja", "oui", "sí", "si"];
const NO = ["no", "n", "false", "0", "nein", "non"];

/** Yes or no, also as the first word of a sentence: "Yes, I agree to …". */
export function readYesNo(cell: string): Read<boolean> {
  const word = cell.toLowerCase();
  const first = /^(\p{L}+)[^\p{L}\p{N}'’]/u.exec(word)?.[1] ?? word;
  if (YES.includes(word) || (first.length > 1 && YES.includes(first))) return { value: true };
  if (NO.includes(word) || (first.length > 1 && NO.includes(first))) return { value: false };
  return { expected: 'yes or no; the map\'s "values" can say what else the cells mean' };
}

/** Which of two numbers is the day: 3/4 is in April or in March. */
export type DateOrder = "dmy" | "mdy";

/** A day, with or without a time behind it. `undefined` in order says that nothing told which number is the month. */
export function readDay(cell: string, order: DateOrder | undefined): Read<string> {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=$|[T\s])/.exec(cell);
  if (iso !== null) return dayOf(iso[1]!, iso[2]!, iso[3]!);
  const parts = PARTS.exec(cell);
  // Excel counts days from 1900 or from 1904: which, the number does not say.
  if (/^\d{5}(\.\d+)?$/.test(cell))
    return { expected: "a day shown as a day (format these cells as dates and save again)" };
  if (parts === null) return { expected: "a day, best as YYYY-MM-DD" };
  const [, first, mark, second, year] = parts as unknown as readonly [string, string, string, string, string];
  const known = mark === "." ? "dmy" : order;
  if (known === undefined)
    return { expected: 'a day that can be read in one way; the map\'s "dates" says "dmy" or "mdy"' };
  return known === "dmy" ? dayOf(year, second, first) : dayOf(year, first, second);
}

const PARTS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?=$|[T\s,])/;

/** The order that some cell of a column proves: no month is above 12. */
export function dateOrderOf(cells: readonly string[]): DateOrder | undefined {
  const parts = cells.flatMap((cell) => PARTS.exec(cell) ?? []);
  const isAbove = (at: number): boolean => parts.some((part, index) => index % 5 === at && Number(part) > 12);
  if (isAbove(1) === isAbove(3)) return undefined;
  return isAbove(1) ? "dmy" : "mdy";
}

function dayOf(year: string, month: string, day: string): Read<string> {
  const value = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(value) ? { value } : { expected: "a day of the calendar" };
}

/**
 * The values of a cell that holds several; blank ones are dropped, so that a separator at the end does no harm.
 *
 * @param whole - values that hold the separator themselves, longest first: where one stands, it is not split
 */
export function splitCell(cell: string, separator: string, whole: readonly string[] = []): string[] {
  const parts: string[] = [];
  for (let rest = cell; rest !== ""; ) {
    const text = rest.trimStart();
    const known = whole.find(
      (value) => text.startsWith(value) && (text.length === value.length || text.startsWith(separator, value.length)),
    );
    const end = known === undefined ? text.indexOf(separator) : known.length;
    parts.push(end < 0 ? text : text.slice(0, end));
    rest = end < 0 ? "" : text.slice(end + separator.length);
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

const SEPARATORS: readonly string[] = [";", "\n", "|", ", ", ","];

/** What separates the values in the cells of a column: the first of `;`, line break, `|` and comma that occurs; else `;`. */
export const separatorOf = (cells: readonly string[]): string =>
  SEPARATORS.find((separator) => cells.some((cell) => cell.includes(separator))) ?? ";";

const BOTH = /\b(both|beides?)\b/;

/** Which role somebody has, by the words in the cell. */
export function readRole(cell: string): Read<"mentee" | "mentor" | "both"> {
  const text = cell.toLowerCase();
  const [isMentee, isMentor] = [/\bmentees?\b/.test(text), /\bmentors?\b/.test(text)];
  if (BOTH.test(text) || (isMentee && isMentor)) return { value: "both" };
  if (isMentee !== isMentor) return { value: isMentee ? "mentee" : "mentor" };
  return { expected: 'mentee, mentor or both; the map\'s "values" can say what else the cells mean' };
}
