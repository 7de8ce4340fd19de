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
import { CommandError } from "./command-error.js";
import { toJson } from "./files.js";
import type { Flags } from "./flags.js";
import { contactsOf, policyOf, poolOf } from "./given.js";
import type { Outcome } from "./outcome.js";
import { progress } from "./progress.js";
import { officeFiles } from "./report.js";
import { folderOf, refuseUnwritable } from "./save.js";
import {
  type FromSheets,
  fromSheets,
  gradesNoticed,
  isFromSheets,
  locating,
  SHEET_FILES,
  statementSheets,
} from "./sheets.js";

/** The result, and its files. */
export function matchCommand(flags: Flags): Outcome {
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

/** Matches; shared with the demo. */
export function show(pool: PoolInput, policy: PolicyInput, flags: Flags): Outcome {
  refuseAll(flags, RESULTS);
  const result = match(pool, policy, progress(flags));
  return finish(flags, { pool, policy, result, contacts: contactsOf(pool, flags), noticed: [], files: {} });
}

function showSheets(policy: PolicyInput, flags: Flags): Outcome {
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

/** The files are made only where they are to be written: the report takes longer than the match. */
function finish(flags: Flags, { pool, policy, result, contacts, noticed, files }: Done): Outcome {
  const outcome: Outcome = {
    code: result.status === "proved" ? 0 : 3,
    text: textReport(parsePolicy(policy), result),
    json: result,
    noticed,
  };
  if (flags.out === undefined) return outcome;
  const written = {
    "result.json": toJson(result),
    "pool.json": toJson(pool),
    "policy.json": toJson(policy),
    ...officeFiles(pool, policy, result, contacts, flags),
    ...csvReport(result, contacts),
    ...datesReport(pool, policy, result),
    ...files,
  };
  return { ...outcome, files: written };
}

/** Before anything is worked out that would be lost. */
function refuseAll({ out, force }: Flags, names: readonly string[]): void {
  if (out === undefined) return;
  refuseUnwritable(folderOf(out), names, force === true);
}
