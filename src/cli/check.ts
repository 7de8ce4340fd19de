/** `mentor-match check`: everything is read and looked at, nobody is matched. */
import { lint } from "../insight/lint.js";
import { lintCodes } from "../insight/lint-codes.js";
import { eligiblePairs } from "../matching/eligible.js";
import { parsePolicy } from "../policy.js";
import type { PoolInput } from "../pool.js";
import { plural } from "../report/wording.js";
import { findingLines } from "../sheets/told.js";
import { toJson } from "./files.js";
import type { Flags } from "./flags.js";
import { policyOf, poolOf } from "./given.js";
import { fromSheets, isFromSheets, locating } from "./sheets.js";

/** Prints what was read and what is noticed. Returns the exit code. */
export function checkCommand(flags: Flags): number {
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
    `${plural(read.mentees, "mentee")} and ${plural(read.mentors, "mentor")} are read; rules and places allow ${plural(read.pairs, "pair")}, and ${plural(some.size, "mentee has", "mentees have")} at least one`,
    ...linted.flatMap(({ code, path, ids, suggestion }) => [
      `${path}: ${lintCodes[code].means}${ids.length === 0 ? "" : `: ${shortened(ids)}`}`,
      `  ${suggestion}`,
    ]),
  ];
  process.stdout.write(
    flags.json === true ? toJson({ read, noticed, lint: linted }) : lines.map((line) => `${line}\n`).join(""),
  );
  return 0;
}

const shortened = (ids: readonly string[]): string =>
  ids.length > 6 ? `${ids.slice(0, 6).join(", ")} and ${ids.length - 6} more` : ids.join(", ");
