/** `mentor-match check`: everything is read and looked at, nobody is matched. */

import { lintCodes } from "../insight/lint/codes.js";
import { lint } from "../insight/lint.js";
import { eligiblePairs } from "../matching/eligible.js";
import { parsePolicy } from "../policy.js";
import type { PoolInput } from "../pool.js";
import { plural } from "../report/wording.js";
import { MADE_ID } from "../sheets/identity.js";
import { findingLines, placeText } from "../sheets/told.js";
import { byCodeUnit } from "../words.js";
import type { Flags } from "./flags.js";
import { policyOf, poolOf } from "./given.js";
import type { Outcome } from "./outcome.js";
import { type FromSheets, fromSheets, isFromSheets, locating } from "./sheets.js";

/** What was read and what is noticed. */
export function checkCommand(flags: Flags): Outcome {
  const policy = policyOf(flags);
  const { vocabulary } = parsePolicy(policy);
  const sheets = isFromSheets(flags) ? fromSheets(flags, vocabulary, "check") : undefined;
  const pool: PoolInput = sheets?.pool ?? poolOf(flags);
  const pairs = locating(sheets, () => eligiblePairs(pool, policy));
  const linted = locating(sheets, () => lint(policy, pool));
  const some = new Set(pairs.map(({ menteeId }) => menteeId));
  const noticed = findingLines(sheets?.findings ?? []);
  const read = {
    mentees: pool.mentees.length,
    mentors: pool.mentors.length,
    pairs: pairs.length,
    menteesWithPairs: some.size,
  };
  const lines = [
    ...noticed,
    `Read: ${plural(read.mentees, "mentee")}, ${plural(read.mentors, "mentor")}; rules and places allow ${plural(read.pairs, "pair")}, of ${plural(some.size, "mentee")}`,
    ...linted.flatMap(({ code, path, ids, suggestion }) => [
      `${path}: ${lintCodes[code].means}${ids.length === 0 ? "" : `: ${shortened(ids)}`}`,
      `  ${suggestion}`,
    ]),
    ...whoseRows(
      linted.flatMap(({ ids }) => ids.slice(0, MOST)),
      sheets,
    ),
  ];
  return { code: 0, text: lines.map((line) => `${line}\n`).join(""), json: { read, noticed, lint: linted } };
}

/** More ids than this are counted. */
const MOST = 6;

const shortened = (ids: readonly string[]): string =>
  ids.length > MOST ? `${ids.slice(0, MOST).join(", ")} and ${ids.length - MOST} more` : ids.join(", ");

/** Where those stand in the sheets whose ids are made from addresses: nothing is written here that would lead back to them. */
function whoseRows(ids: readonly string[], sheets: FromSheets | undefined): string[] {
  const made = [...new Set(ids)].filter((id) => MADE_ID.test(id)).sort(byCodeUnit);
  if (sheets === undefined || made.length === 0) return [];
  const rowsOf = (id: string): string =>
    sheets
      .placesOf(id, "")
      .map(({ file, line }) => placeText({ file, line }))
      .join("; ");
  return ["", "Whose rows these are", ...made.map((id) => `  ${id}  ${rowsOf(id)}`)];
}
