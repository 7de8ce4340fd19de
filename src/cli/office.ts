/** `mentor-match letters`, `statistics` and `overdue`: what a scheme's office does between rounds. */
import { overdue } from "../lifecycle/overdue.js";
import { statistics } from "../lifecycle/statistics.js";
import { workload } from "../lifecycle/workload.js";
import { columnsOf } from "../report/columns.js";
import { csvText } from "../report/csv.js";
import { mailMerge } from "../report/mail-merge.js";
import { folderOf, save, toJson } from "./files.js";
import type { Flags } from "./flags.js";
import { contactsOf, dayOf, policyOf, poolOf, resultOf } from "./given.js";

/** Writes the sheets for a mail merge to each side. Returns the exit code. */
export function lettersCommand(flags: Flags): number {
  folderOf(flags.out);
  const pool = poolOf(flags);
  const contacts = contactsOf(pool, { ...flags, names: true });
  const sheets = mailMerge(pool, policyOf(flags), resultOf(flags), { firstContact: dayOf(flags, "date"), contacts });
  const files = Object.entries(sheets).map(([file, text]) => [`letters-${file}`, text]);
  process.stdout.write(save(flags, Object.fromEntries(files) as { readonly [file: string]: string }));
  return 0;
}

/** Prints the figures of a scheme; with `--out`, writes them with the workload of mentors. Returns the exit code. */
export function statisticsCommand(flags: Flags): number {
  const pool = poolOf(flags);
  const by = flags.by?.split(",").map((field) => field.trim());
  const json = toJson(statistics(pool, by === undefined ? {} : { by }));
  if (flags.out === undefined) {
    process.stdout.write(json);
    return 0;
  }
  const rows = workload(pool).map(({ mentorId, mentees, months, undated }) => [mentorId, mentees, months, undated]);
  const sheet = csvText([["mentor", "mentees", "months", "pairs without a day"], ...rows]);
  process.stdout.write(save(flags, { "statistics.json": json, "workload.csv": sheet }));
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
