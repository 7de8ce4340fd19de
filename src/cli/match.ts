/** `mentor-match match`: finds the matches of a pool under a policy. */
import { match } from "../matching/match.js";
import type { PolicyInput } from "../policy/policy.js";
import { parsePolicy } from "../policy.js";
import type { PoolInput } from "../pool.js";
import { type Contact, csvReport } from "../report/csv.js";
import { datesReport } from "../report/dates.js";
import { textReport } from "../report/text.js";
import { findingLines, type SheetFinding } from "../sheets/told.js";
import type { MatchResult } from "../types.js";
import { CommandError, folderOf, refuseExisting, save, toJson } from "./files.js";
import type { Flags } from "./flags.js";
import { contactsOf, policyOf, poolOf } from "./given.js";
import { progress } from "./progress.js";
import { officeFiles } from "./report.js";
import {
  type FromSheets,
  fromSheets,
  gradesNoticed,
  isFromSheets,
  locating,
  SHEET_FILES,
  statementSheets,
} from "./sheets.js";

/** Prints the result and, with `--out`, writes it. Returns the exit code. */
export function matchCommand(flags: Flags): number {
  const isSheets = isFromSheets(flags);
  if (!isSheets && statementSheets(flags).length > 0)
    throw new CommandError("Cannot read other sheets beside --pool: expected --mentees and --mentors, or --people");
  const pool = isSheets ? undefined : poolOf(flags);
  const policy = policyOf(flags);
  refuseAll(flags, isSheets ? [...RESULTS, ...SHEET_FILES] : RESULTS);
  return pool === undefined ? showSheets(policy, flags) : show(pool, policy, flags);
}

const RESULTS = [
  "result.json",
  "pool.json",
  "policy.json",
  "report.html",
  "report.md",
  "pairs.csv",
  "unmatched.csv",
  "reserve.csv",
  "dates.csv",
];

/** Matches, prints and writes; shared with the demo. */
export function show(pool: PoolInput, policy: PolicyInput, flags: Flags): number {
  refuseAll(flags, RESULTS);
  const result = match(pool, policy, progress(flags));
  return finish(flags, { pool, policy, result, contacts: contactsOf(pool, flags), noticed: [], files: {} });
}

function showSheets(policy: PolicyInput, flags: Flags): number {
  const sheets = fromSheets(flags, parsePolicy(policy).vocabulary, "match");
  const { pool } = sheets;
  const result = locating(sheets, () => match(pool, policy, progress(flags)));
  const contacts = flags.names === true ? sheets.contacts : undefined;
  const found = noticedIn(sheets, result);
  return finish(flags, { pool, policy, result, contacts, noticed: findingLines(found), files: sheets.files(found) });
}

/** What was noticed in the sheets, grades that the ladder does not have among it. */
function noticedIn(sheets: FromSheets, { findings }: MatchResult): SheetFinding[] {
  const grades = findings.find(({ code }) => code === "grade-not-on-ladder")?.ids ?? [];
  return [...sheets.findings, ...gradesNoticed(grades, sheets)];
}

interface Done {
  readonly pool: PoolInput;
  readonly policy: PolicyInput;
  readonly result: MatchResult;
  readonly contacts: ReadonlyMap<string, Contact> | undefined;
  /** what is told of the sheets, a line each */
  readonly noticed: readonly string[];
  /** what is written besides */
  readonly files: { readonly [name: string]: string };
}

/** Prints and writes; with JSON on the standard output, what was noticed goes to the standard error. */
function finish(flags: Flags, { pool, policy, result, contacts, noticed, files }: Done): number {
  const notes = noticed.length === 0 ? "" : `Noticed in the sheets\n${noticed.map((line) => `  ${line}\n`).join("")}\n`;
  (flags.json === true ? process.stderr : process.stdout).write(notes);
  process.stdout.write(flags.json === true ? toJson(result) : textReport(parsePolicy(policy), result));
  if (flags.out === undefined) return result.status === "proved" ? 0 : 3;
  const written = save(flags, {
    "result.json": toJson(result),
    "pool.json": toJson(pool),
    "policy.json": toJson(policy),
    ...officeFiles(pool, policy, result, contacts, flags),
    ...csvReport(result, contacts),
    ...datesReport(pool, policy, result),
    ...files,
  });
  if (flags.json !== true) process.stdout.write(`\n${written}`);
  return result.status === "proved" ? 0 : 3;
}

/** Before anything is worked out that would be lost. */
function refuseAll({ out, force }: Flags, names: readonly string[]): void {
  if (out === undefined) return;
  for (const name of names) refuseExisting(folderOf(out), name, force === true);
}
