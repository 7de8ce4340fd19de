/** `mentor-match letters`, `statistics` and `overdue`: what a scheme's office does between rounds. */
import { overdue } from "../lifecycle/overdue.js";
import { statistics } from "../lifecycle/statistics.js";
import { workload } from "../lifecycle/workload.js";
import { columnsOf } from "../report/columns.js";
import { csvText } from "../report/csv.js";
import { mailMerge } from "../report/mail-merge.js";
import { toJson } from "./files.js";
import type { Flags } from "./flags.js";
import { contactsOf, dayOf, policyOf, poolOf, resultOf } from "./given.js";
import type { Outcome } from "./outcome.js";
import { folderOf } from "./save.js";

/** The sheets for a mail merge to each side. */
export function lettersCommand(flags: Flags): Outcome {
  folderOf(flags.out);
  const pool = poolOf(flags);
  const contacts = contactsOf(pool, { ...flags, names: true });
  const sheets = mailMerge(pool, policyOf(flags), resultOf(flags), { firstContact: dayOf(flags, "date"), contacts });
  const files = Object.entries(sheets).map(([file, text]) => [`letters-${file}`, text]);
  return { code: 0, text: "", files: Object.fromEntries(files) as { readonly [file: string]: string } };
}

/** The figures of a scheme: JSON either way; with `--out`, written with the workload of mentors. */
export function statisticsCommand(flags: Flags): Outcome {
  const pool = poolOf(flags);
  const by = flags.by?.split(",").map((field) => field.trim());
  const figures = statistics(pool, by === undefined ? {} : { by });
  const text = toJson(figures);
  if (flags.out === undefined) return { code: 0, text, json: figures };
  const rows = workload(pool).map(({ mentorId, mentees, months, undated }) => [mentorId, mentees, months, undated]);
  const sheet = csvText([["mentor", "mentees", "months", "pairs without a day"], ...rows]);
  return { code: 0, text: "", files: { "statistics.json": text, "workload.csv": sheet } };
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
