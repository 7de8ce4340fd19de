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
import { toJson } from "./files.js";
import type { Flags } from "./flags.js";
import { contactsOf, dayOf, policyOf, poolOf, resultOf } from "./given.js";
import { listOf } from "./insight.js";
import type { Outcome } from "./outcome.js";
import { folderOf } from "./save.js";

/** The sheets for a mail merge to each side and to those left out, and letters to begin with; 3 where pairs are held back. */
export function lettersCommand(flags: Flags): Outcome {
  folderOf(flags.out);
  const [pool, policy, result] = [poolOf(flags), policyOf(flags), resultOf(flags)];
  const contacts = contactsOf(pool, { ...flags, names: true });
  const ticked = flags.list === undefined ? [] : tickedIn(result, listOf(flags));
  const { files, held } = mailMerge(pool, policy, result, { firstContact: dayOf(flags, "date"), contacts, ticked });
  const all = { ...files, ...unmatchedLetters(pool, policy, result, contacts), ...letterTemplates() };
  const named = Object.entries(all).map(([file, text]): [string, string] => [`letters-${file}`, text]);
  const noticed = held.map(({ menteeId, mentorId, checks }) => `${menteeId} with ${mentorId}: ${checks.join(", ")}`);
  const heading = "No letters yet, because of checks that are to be ticked first";
  const outcome = { text: "", files: Object.fromEntries(named), noticed, heading };
  if (held.length === 0) return { ...outcome, code: 0 };
  return { ...outcome, code: 3, next: "--list names a sheet of the pairs whose checks are done\n" };
}

/** Whoever lists a pair has done all checks on it. */
function tickedIn({ matches }: MatchResult, pairs: readonly PairIds[]): readonly PairChecks[] {
  return pairs.map(({ menteeId, mentorId }) => {
    const match = matches.find((one) => one.menteeId === menteeId && one.mentorId === mentorId);
    return { menteeId, mentorId, checks: match?.checks ?? [] };
  });
}

/** The figures of a scheme: JSON either way; with `--out`, written with the workload of mentors. */
export function statisticsCommand(flags: Flags): Outcome {
  const pool = poolOf(flags);
  const by = flags.by?.split(",").map((field) => field.trim());
  const figures = statistics(pool, by === undefined ? {} : { by });
  const text = toJson(figures);
  if (flags.out === undefined) return { code: 0, text, json: figures };
  const year = { ...statisticsReport(figures), ...workloadReport(workload(pool)) };
  return { code: 0, text: "", files: { "statistics.json": text, ...year } };
}

/** The pairs whose next step is late; 3 where there are some. */
export function overdueCommand(flags: Flags): Outcome {
  const late = overdue(poolOf(flags), policyOf(flags));
  const rows = late.flatMap(({ menteeId, mentorId, status, steps }) =>
    steps.map(({ step, due }) => [menteeId, mentorId, status, `to ${step} by ${due}`]),
  );
  const lines = rows.length === 0 ? ["Nothing is late."] : columnsOf(rows);
  return { code: late.length === 0 ? 0 : 3, text: `${lines.join("\n")}\n`, json: late };
}
