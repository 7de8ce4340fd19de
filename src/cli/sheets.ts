/** People from sheets: the files that `--mentees`, `--mentors` and `--people` name. */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { isDay } from "../day.js";
import { InputError } from "../errors.js";
import type { Vocabulary } from "../policy/vocabulary.js";
import { type Cell, type Contact, csvText } from "../report/csv.js";
import { parseColumnMap } from "../sheets/column-map.js";
import { type KeyEntry, MADE_ID } from "../sheets/identity.js";
import { readSheets, type Sheet, type SheetsRead } from "../sheets/read.js";
import { STATEMENT_LISTS } from "../sheets/statement-fields.js";
import { columnText, type SheetFinding } from "../sheets/told.js";
import { CommandError, reasonOf } from "./command-error.js";
import { readJson, toJson } from "./files.js";
import type { Flags } from "./flags.js";
import { offsetOf } from "./zones.js";

/** Sheets as they were read, and what is written beside the result. */
export interface FromSheets extends SheetsRead {
  readonly contacts: ReadonlyMap<string, Contact>;
  /** by file name */
  readonly files: (noticed: readonly SheetFinding[]) => { readonly [file: string]: string };
}

/** Does something with a pool; what only pool and policy together show to be wrong is told where it stands in the sheets, too. */
export function locating<T>(sheets: FromSheets | undefined, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (sheets === undefined || !(error instanceof InputError) || error.subject !== "pool") throw error;
    throw new InputError("sheets", error.issues.map(sheets.located), error.count);
  }
}

/** Whether people come from sheets. */
export const isFromSheets = ({ mentees, mentors, people }: Flags): boolean =>
  mentees !== undefined || mentors !== undefined || people !== undefined;

/** Reads the sheets; names of the policy's vocabulary are not split. */
export function fromSheets(flags: Flags, vocabulary: Vocabulary | undefined, purpose: "check" | "match"): FromSheets {
  const { mentees, mentors, people } = flags;
  if (flags.pool !== undefined) throw new CommandError("Cannot read both --pool and sheets: expected one of them");
  const isWhole = people === undefined ? mentees !== undefined && mentors !== undefined : !mentees && !mentors;
  if (!isWhole)
    throw new CommandError("Cannot read the sheets: expected --mentees and --mentors, or --people for one sheet");
  const asOf = flags["as-of"];
  if (asOf !== undefined && !isDay(asOf)) throw new CommandError("Cannot read --as-of: expected a day as YYYY-MM-DD");

  const ofPeople =
    people === undefined ? [sheet(mentees!, "mentee"), sheet(mentors!, "mentor")] : [sheet(people, "people")];
  const sheets = [...ofPeople, ...statementSheets(flags)];
  const map = flags.columns === undefined ? undefined : parseColumnMap(readJson("columns", flags.columns));
  const earlier = flags.key === undefined ? undefined : readKey(flags.key);
  const salt = earlier?.salt ?? randomBytes(16).toString("hex");
  const read = readSheets(sheets, map, { salt, asOf, offsetOf, vocabulary });
  const isHashed = read.key.some(({ id }) => MADE_ID.test(id));
  if (isHashed && flags.out === undefined && purpose === "match")
    throw new CommandError(
      "Cannot go on without --out: ids are made from addresses, and the key that leads back is written there",
    );
  const key = [...new Map([...(earlier?.people ?? []), ...read.key].map((entry) => [entry.id, entry])).values()];
  return {
    ...read,
    contacts: new Map(key.map((entry) => [entry.id, entry])),
    files: (noticed) => ({
      "pool.json": toJson(read.pool),
      "columns.json": toJson(read.map),
      "key.json": toJson({ format: KEY_FORMAT, salt, people: key }),
      "noticed.csv": csvText(noticedRows(noticed)),
    }),
  };
}

/** The sheets with a pool's other lists, each under the flag of its name. */
export const statementSheets = (flags: Flags): Sheet[] =>
  STATEMENT_LISTS.flatMap((list) => {
    const path = flags[list === "reportingLines" ? "reporting-lines" : list];
    return path === undefined ? [] : [sheet(path, list)];
  });

/** The names of what is written beside the result. */
export const SHEET_FILES = ["pool.json", "columns.json", "key.json", "noticed.csv"];

/** A file's bytes, as a sheet. */
export function sheet(path: string, who: Sheet["who"]): Sheet {
  try {
    return { file: basename(path), bytes: readFileSync(path), who };
  } catch (error) {
    throw new CommandError(`Cannot read the sheet ${path}: ${reasonOf(error)}`, "unreadable");
  }
}

/** The names and addresses of a key. */
export const contactsOfKey = (path: string): (readonly [string, Contact])[] =>
  readKey(path).people.map((entry) => [entry.id, entry]);

const KEY_FORMAT = "mentor-match/key/1";

interface Key {
  readonly salt: string;
  readonly people: readonly KeyEntry[];
}

function readKey(path: string): Key {
  const key = readJson("key", path) as Partial<Key & { readonly format: unknown }> | null;
  const isKey = key?.format === KEY_FORMAT && typeof key.salt === "string" && Array.isArray(key.people);
  if (!isKey || !(key.people as readonly unknown[]).every(isEntry))
    throw new CommandError(`Cannot read the key from ${path}: expected a key.json that "match" wrote`);
  return key as Key;
}

const isEntry = (entry: unknown): boolean =>
  typeof entry === "object" && entry !== null && typeof (entry as KeyEntry).id === "string";

function noticedRows(findings: readonly SheetFinding[]): Cell[][] {
  return [
    ["file", "line", "column", "noticed", "code", "id"],
    ...findings.map(({ place, message, code, id }) => {
      const column = place.column === undefined ? "" : columnText(place.column, place.header);
      return [place.file, place.line, column, message, code, id ?? ""];
    }),
  ];
}

/** Where the people of a finding of the match stand in the sheets: a grade on no step is a slip in a cell. */
export function gradesNoticed(ids: readonly string[], read: SheetsRead): SheetFinding[] {
  const code = "grade-not-on-ladder";
  return ids.flatMap((id) =>
    read.placesOf(id, "grade").map((place) => ({ code, message: "the ladder has no such grade", place, id })),
  );
}
