/** `mentor-match columns`: proposes what the columns of sheets stand for. */
import { InputError } from "../errors.js";
import { columnsOf as aligned } from "../report/columns.js";
import { proposeSheets, tablesOf } from "../sheets/read.js";
import { findingLines, nothingTold } from "../sheets/told.js";
import { CommandError } from "./command-error.js";
import { toJson } from "./files.js";
import type { Flags } from "./flags.js";
import type { Outcome } from "./outcome.js";
import { folderOf, refuseUnwritable, save } from "./save.js";
import { sheet, statementSheets } from "./sheets.js";

const MAP = "columns.json";

/** The proposal, written as `columns.json` here or into `--out`. */
export function columnsCommand(flags: Flags, files: readonly string[]): Outcome {
  if (files.length === 0)
    throw new CommandError("Cannot propose columns: expected a file, as in: mentor-match columns mentees.csv");
  const out = flags.out ?? ".";
  refuseUnwritable(folderOf(out), [MAP], flags.force === true);
  const told = nothingTold();
  const tables = tablesOf([...files.map((file) => sheet(file, "people")), ...statementSheets(flags)], told);
  if (told.count > 0) throw new InputError("sheets", told.issues, told.count);
  const map = proposeSheets(tables);
  const [path] = save({ ...flags, out }, { [MAP]: toJson(map) });
  const parts = Object.entries(map) as [string, object][];
  const rows = parts.flatMap(([part, headers]) =>
    Object.entries(headers).map(([header, use]) => [header, shown(use), ...(part === "columns" ? [] : [part])]),
  );
  const lines = [...findingLines(told.findings), ...aligned(rows), "", `Written: ${path}`];
  return { code: 0, text: lines.map((line) => `${line}\n`).join(""), json: map };
}

const shown = (use: unknown): string => (typeof use === "string" ? use : JSON.stringify(use));
