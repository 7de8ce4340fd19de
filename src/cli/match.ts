/** `mentor-match match`: finds the matches of a pool under a policy. */
import { InputError } from "../errors.js";
import { match } from "../matching/match.js";
import type { PolicyInput } from "../policy/policy.js";
import { parsePolicy } from "../policy.js";
import type { PoolInput } from "../pool.js";
import { type Contact, csvReport } from "../report/csv.js";
import { datesReport } from "../report/dates.js";
import { textReport } from "../report/text.js";
import { findingLines, type SheetFinding } from "../sheets/told.js";
import type { MatchResult } from "../types.js";
import { CommandError, readJson, refuseExisting, toJson, writeInto } from "./files.js";
import type { Flags } from "./flags.js";
import { readPolicy } from "./schemes.js";
import { type FromSheets, fromSheets, gradesNoticed, isFromSheets, SHEET_FILES, statementSheets } from "./sheets.js";

/** Prints the result and, with `--out`, writes it. Returns the exit code. */
export function matchCommand(flags: Flags): number {
  const sheets = isFromSheets(flags);
  if (!sheets && statementSheets(flags).length > 0)
    throw new CommandError("Cannot read other sheets beside --pool: expected --mentees and --mentors, or --people");
  const pool = sheets ? undefined : (readJson("pool", flags.pool) as PoolInput);
  const policy = readPolicy(flags.policy);
  if (flags.out === "") throw new CommandError("Cannot write into --out: expected a folder, got nothing");
  refuseAll(flags, sheets ? [...RESULTS, ...SHEET_FILES] : RESULTS);
  return pool === undefined ? showSheets(policy, flags) : show(pool, policy, flags);
}

const RESULT = "result.json";
const RESULTS = [RESULT, "pairs.csv", "unmatched.csv", "reserve.csv", "dates.csv"];

/** Matches, prints and writes; shared with the demo. */
export function show(pool: PoolInput, policy: PolicyInput, flags: Flags): number {
  refuseAll(flags, RESULTS);
  const result = match(pool, policy);
  const contacts = flags.names === true ? contactsOf(pool) : undefined;
  return finish(result, policy, flags, [], () => ({
    [RESULT]: toJson(result),
    ...csvReport(result, contacts),
    ...datesReport(pool, policy, result),
  }));
}

function showSheets(policy: PolicyInput, flags: Flags): number {
  const { vocabulary } = parsePolicy(policy);
  const sheets = fromSheets(flags, vocabulary);
  const result = matchSheets(sheets, policy);
  const contacts = flags.names === true ? sheets.contacts : undefined;
  const found = noticed(sheets, result);
  return finish(result, policy, flags, findingLines(found), () => ({
    [RESULT]: toJson(result),
    ...csvReport(result, contacts),
    ...datesReport(sheets.pool, policy, result),
    ...sheets.files(found),
  }));
}

/** Matches; what only pool and policy together show to be wrong is told where it stands in the sheets, too. */
function matchSheets({ pool, located }: FromSheets, policy: PolicyInput): MatchResult {
  try {
    return match(pool, policy);
  } catch (error) {
    if (!(error instanceof InputError) || error.subject !== "pool") throw error;
    throw new InputError("sheets", error.issues.map(located), error.count);
  }
}

/** What was noticed in the sheets, grades that the ladder does not have among it. */
function noticed(sheets: FromSheets, { findings }: MatchResult): SheetFinding[] {
  const grades = findings.find(({ code }) => code === "grade-not-on-ladder")?.ids ?? [];
  return [...sheets.findings, ...gradesNoticed(grades, sheets)];
}

/** Prints and writes; with JSON on the standard output, what was noticed goes to the standard error. */
function finish(
  result: MatchResult,
  policy: PolicyInput,
  flags: Flags,
  lines: readonly string[],
  files: () => { readonly [name: string]: string },
): number {
  const notes = lines.length === 0 ? "" : `Noticed in the sheets\n${lines.map((line) => `  ${line}\n`).join("")}\n`;
  (flags.json === true ? process.stderr : process.stdout).write(notes);
  process.stdout.write(flags.json === true ? toJson(result) : textReport(parsePolicy(policy), result));
  if (flags.out !== undefined) {
    const paths = Object.entries(files()).map(([name, text]) => writeInto(flags.out!, name, text));
    if (flags.json !== true) process.stdout.write(`\n${paths.map((path) => `Written: ${path}\n`).join("")}`);
  }
  return result.status === "proved" ? 0 : 3;
}

function refuseAll(flags: Flags, names: readonly string[]): void {
  for (const name of flags.out === undefined ? [] : names) refuseExisting(flags.out!, name, flags.force === true);
}

/** Names and addresses as a pool holds them. */
function contactsOf({ mentees, mentors }: PoolInput): ReadonlyMap<string, Contact> {
  const people = [...mentors, ...mentees].map(({ id, name, email }): [string, Contact] => [
    id.normalize("NFC").trim(),
    { ...(name ? { name } : {}), ...(email ? { email } : {}) },
  ]);
  return new Map(people);
}
