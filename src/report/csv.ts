/** A result as sheets: one CSV each for the pairs, the unmatched mentees and the mentors in reserve. */
import type { MatchResult } from "../types.js";

/** What somebody is called, for whoever may read it. */
export interface Contact {
  /** the name as sheets and letters write it; a cell stays empty where it is absent */
  readonly name?: string;
  /** the address as sheets and letters write it; a cell stays empty where it is absent */
  readonly email?: string;
}

/** A number stays a number in a spreadsheet; text stays text, whatever it starts with. */
export type Cell = string | number;

/**
 * The three sheets by file name: UTF-8 with its mark, commas, lines that end in CR LF, as spreadsheets read them.
 *
 * @param contacts - adds columns with names and addresses; without it the sheets name people by id only
 */
export function csvReport(
  result: MatchResult,
  contacts?: ReadonlyMap<string, Contact>,
): { readonly [file: string]: string } {
  const who = (role: string): string[] => [role, ...(contacts ? [`${role} name`, `${role} e-mail`] : [])];
  const person = (id: string): string[] => [
    id,
    ...(contacts ? [contacts.get(id)?.name ?? "", contacts.get(id)?.email ?? ""] : []),
  ];
  const criteria = [...new Set(result.matches.flatMap(({ parts }) => parts.map(({ id }) => id)))];
  const rules = [...new Set(result.unmatched.flatMap(({ refusedBy }) => refusedBy.map(({ id }) => id)))];
  return {
    "pairs.csv": csvText([
      [...who("mentee"), ...who("mentor"), "score", ...criteria.map((id) => `points: ${id}`), ...PAIR_NOTES],
      ...result.matches.map((match) => [
        ...person(match.menteeId),
        ...person(match.mentorId),
        match.score,
        ...criteria.map((id) => match.parts.find((part) => part.id === id)?.points ?? ""),
        match.answered,
        match.origin,
        match.choice ?? "",
        match.weak === true ? "yes" : "",
        ...[match.checks, match.overrides, match.breaks].map((ids) => (ids ?? []).join("; ")),
      ]),
    ]),
    "unmatched.csv": csvText([
      [...who("mentee"), "eligible mentors", "of them full", ...rules.map((id) => `refused by ${id}`)],
      ...result.unmatched.map(({ menteeId, eligible, full, refusedBy }) => [
        ...person(menteeId),
        eligible,
        full,
        ...rules.map((id) => refusedBy.find((refusals) => refusals.id === id)?.mentors ?? 0),
      ]),
    ]),
    "reserve.csv": csvText([
      [...who("mentor"), "places left"],
      ...result.reserve.map(({ mentorId, places }) => [...person(mentorId), places]),
    ]),
  };
}

const PAIR_NOTES = ["answered", "origin", "choice", "weak", "to check", "overrides", "breaks"];

/** Rows as CSV. */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("")}`;

/**
 * The same sheet without the mark at its start, for programs that take it for a part of the first heading. Excel needs it: without
 * it, it takes UTF-8 for the letters of the machine's region.
 *
 * @example
 * ```ts
 * import { match } from "mentor-match";
 * import { csvReport, withoutMark } from "mentor-match/report";
 *
 * const pool = { mentees: [{ id: "bo" }], mentors: [{ id: "ada" }] };
 * withoutMark(csvReport(match(pool, { name: "Any pair" }))["reserve.csv"]!); // => "mentor,places left\r\n"
 * ```
 */
export const withoutMark = (sheet: string): string => sheet.replace(/^\uFEFF/, "");

/**
 * A cell that no spreadsheet takes for a formula: text that could start one has an apostrophe before it. Some take the wide forms
 * of the four signs for them, too.
 */
export function csvCell(cell: Cell): string {
  if (typeof cell === "number") return String(cell);
  const text = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
