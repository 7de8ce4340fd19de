/** `mentor-match columns`: proposes what the columns of sheets stand for. */
import { InputError } from "../errors.js";
import { columnsOf as aligned } from "../report/columns.js";
import { proposeSheets, tablesOf } from "../sheets/read.js";
import { findingLines, nothingTold } from "../sheets/told.js";
import { CommandError, refuseExisting, toJson, writeInto } from "./files.js";
import type { Flags } from "./flags.js";
import { sheet, statementSheets } from "./sheets.js";

const MAP = "columns.json";

/** Prints the proposal and writes it as `columns.json`, here or into `--out`. Returns the exit code. */
export function columnsCommand(flags: Flags, files: readonly string[]): number {
  if (files.length === 0)
    throw new CommandError("Cannot propose columns: expected a file, as in: mentor-match columns mentees.csv");
  const folder = flags.out ?? ".";
  if (folder === "") throw new CommandError("Cannot write into --out: expected a folder, got nothing");
  refuseExisting(folder, MAP, flags.force === true);
  const told = nothingTold();
  const tables = tablesOf([...files.map((file) => sheet(file, "people")), ...statementSheets(flags)], told);
  if (told.count > 0) throw new InputError("sheets", told.issues, told.count);
  const map = proposeSheets(tables);
  const json = toJson(map);
  const path = writeInto(folder, MAP, json);
  if (flags.json === true) process.stdout.write(json);
  else {
    const parts = Object.entries(map) as [string, object][];
    const rows = parts.flatMap(([part, headers]) =>
      Object.entries(headers).map(([header, use]) => [header, shown(use), ...(part === "columns" ? [] : [part])]),
    );
    const noticed = findingLines(told.findings).map((line) => `${line}\n`);
    process.stdout.write(`${[...noticed, ...aligned(rows).map((row) => `${row}\n`)].join("")}\nWritten: ${path}\n`);
  }
  return 0;
}

const shown = (use: unknown): string => (typeof use === "string" ? use : JSON.stringify(use));
