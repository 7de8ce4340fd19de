/** `mentor-match letters`, `statistics` and `overdue`: what a scheme's office does between rounds. */
import { overdue } from "../lifecycle/overdue.js";
import { statistics } from "../lifecycle/statistics.js";
import { workload } from "../lifecycle/workload.js";
import { columnsOf } from "../report/columns.js";
import { letterTemplates } from "../report/letters/templates.js";
import { unmatchedLetters } from "../report/letters/unmatched.js";
import { mailMerge } from "../report/mail-merge.js";
import type { PairChecks } from "../report/mail-merge-options.js";
import { statisticsReport, workloadReport } from "../report/year.js";
import type { MatchResult, PairIds } from "../types.js";
import { folderOf, save, toJson } from "./files.js";
import type { Flags } from "./flags.js";
import { contactsOf, dayOf, policyOf, poolOf, resultOf } from "./given.js";
import { listOf } from "./insight.js";

/** Writes the sheets for a mail merge to each side and to those left out, and letters to begin with. Returns the exit code: 3 where pairs are held back. */
export function lettersCommand(flags: Flags): number {
  folderOf(flags.out);
  const [pool, policy, result] = [poolOf(flags), policyOf(flags), resultOf(flags)];
  const contacts = contactsOf(pool, { ...flags, names: true });
  const ticked = flags.list === undefined ? [] : tickedIn(result, listOf(flags));
  const { files, held } = mailMerge(pool, policy, result, { firstContact: dayOf(flags, "date"), contacts, ticked });
  const all = { ...files, ...unmatchedLetters(pool, policy, result, contacts), ...letterTemplates() };
  const named = Object.entries(all).map(([file, text]): [string, string] => [`letters-${file}`, text]);
  process.stdout.write(save(flags, Object.fromEntries(named)));
  for (const { menteeId, mentorId, checks } of held)
    process.stderr.write(`No letters yet for ${menteeId} and ${mentorId}: to be ticked first: ${checks.join(", ")}\n`);
  if (held.length > 0) process.stderr.write("--list names a sheet of the pairs whose checks are done\n");
  return held.length === 0 ? 0 : 3;
}

/** Whoever lists a pair has done all checks on it. */
function tickedIn({ matches }: MatchResult, pairs: readonly PairIds[]): readonly PairChecks[] {
  return pairs.map(({ menteeId, mentorId }) => {
    const match = matches.find((one) => one.menteeId === menteeId && one.mentorId === mentorId);
    return { menteeId, mentorId, checks: match?.checks ?? [] };
  });
}

/** Prints the figures of a scheme; with `--out`, writes them with the workload of mentors. Returns the exit code. */
export function statisticsCommand(flags: Flags): number {
  const pool = poolOf(flags);
  const by = flags.by?.split(",").map((field) => field.trim());
  const figures = statistics(pool, by === undefined ? {} : { by });
  const json = toJson(figures);
  if (flags.out === undefined) {
    process.stdout.write(json);
    return 0;
  }
  const year = { ...statisticsReport(figures), ...workloadReport(workload(pool)) };
  process.stdout.write(save(flags, { "statistics.json": json, ...year }));
  return 0;
}

/** Prints the pairs whose next step is late. Returns the exit code: 3 where there are some. */
export function overdueCommand(flags: Flags): number {
  const late = overdue(poolOf(flags), policyOf(flags));
  const rows = late.flatMap(({ menteeId, mentorId, status, steps }) =>
    steps.map(({ step, due }) => [menteeId, mentorId, status, `to ${step} by ${due}`]),
  );
  const lines = rows.length === 0 ? ["Nothing is late."] : columnsOf(rows);
  process.stdout.write(flags.json === true ? toJson(late) : `${lines.join("\n")}\n`);
  return late.length === 0 ? 0 : 3;
}
