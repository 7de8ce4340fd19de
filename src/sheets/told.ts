/** What reading sheets tells: issues, which stop it, and findings, which do not. Each says its file, line and column. */
import { ISSUES_LISTED, type Issue } from "../errors.js";
import { byCodeUnit, quote } from "../words.js";

/** Where something stands in a file. */
export interface Place {
  readonly file: string;
  /** the line of text in which the cell begins, from 1; after a cell with line breaks it is more than the row's number */
  readonly line: number;
  /** from 1; not given where the whole line is meant */
  readonly column?: number;
  /** what stands above the column */
  readonly header?: string;
}

/** Something noticed in a sheet that does not stop the reading. Quotes headers and ids, never what else stands in a cell. */
export interface SheetFinding {
  /** a stable word, for example `"person-unresolved"` */
  readonly code: string;
  readonly message: string;
  readonly place: Place;
  /** the person whose row it is, where there is one */
  readonly id?: string;
}

/** Collects what is told, in the order of reading. */
export interface Told {
  readonly issues: Issue[];
  /** all issues, of which the first hundred are listed */
  count: number;
  readonly findings: SheetFinding[];
}

export const nothingTold = (): Told => ({ issues: [], count: 0, findings: [] });

/** Counts an issue, and lists it while issues are still listed. Returns nothing, as a reader does then. */
export function tellIssue(told: Told, code: string, place: Place, message: string, id?: string): undefined {
  told.count++;
  if (told.issues.length >= ISSUES_LISTED) return;
  told.issues.push({ code, path: placeText(place), message, ...(id === undefined ? {} : { id }) });
}

export function tellFinding(told: Told, code: string, place: Place, message: string, id?: string): void {
  told.findings.push({ code, message, place, ...(id === undefined ? {} : { id }) });
}

/** `mentees.csv, line 14, column C ("Grade")` */
export function placeText({ file, line, column, header }: Place): string {
  return `${file}, line ${line}${column === undefined ? "" : `, ${columnText(column, header)}`}`;
}

/** `column C ("Grade")`: as spreadsheets letter it. */
export function columnText(column: number, header?: string): string {
  return `column ${letters(column)}${header === undefined || header === "" ? "" : ` (${quote(header)})`}`;
}

function letters(column: number): string {
  let text = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
}

/** Findings as lines of text: what is the same in one column of one file stands on one line, with the lines of the file. */
export function findingLines(findings: readonly SheetFinding[]): string[] {
  const groups = new Map<string, SheetFinding[]>();
  for (const finding of findings) {
    const { file, column } = finding.place;
    const key = [file, String(column ?? 0).padStart(6, "0"), finding.code, finding.message].join("\n");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([, group]) => {
      const { place, message } = group[0]!;
      const lines = [...new Set(group.map(({ place: { line } }) => line))];
      const shown = lines.slice(0, LINES_SHOWN).join(", ");
      const more = lines.length > LINES_SHOWN ? ` and ${lines.length - LINES_SHOWN} more` : "";
      const where = place.column === undefined ? "" : `, ${columnText(place.column, place.header)}`;
      return `${place.file}, ${lines.length === 1 ? "line" : "lines"} ${shown}${more}${where}: ${message}`;
    });
}

const LINES_SHOWN = 20;
