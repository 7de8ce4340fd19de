/** A sheet of equality data: ids, and a column for each way to tell people apart. Nothing of it gets into a pool. */
import { InputError } from "../errors.js";
import { decode } from "./decode.js";
import { placeIn, readTable } from "./table.js";
import { nothingTold, tellIssue } from "./told.js";

/** One way to tell people apart, and who belongs to which group. */
export interface GroupColumn {
  readonly name: string;
  readonly role: "mentee" | "mentor";
  readonly members: readonly { readonly id: string; readonly group: string }[];
}

/**
 * Each column but the one headed `id` is a grouping; whoever's cell is empty is told of as not stated.
 *
 * @throws InputError listing every issue with its file, line and column
 */
export function readGroups(file: string, bytes: Uint8Array, role: GroupColumn["role"]): readonly GroupColumn[] {
  const told = nothingTold();
  const text = decode(file, bytes, told);
  const table = text === undefined ? undefined : readTable(file, text, told);
  const at = table?.header.findIndex((header) => header.toLowerCase() === "id") ?? -1;
  if (table !== undefined && at < 0)
    tellIssue(told, "no-identity", { file, line: table.line }, 'expected a column headed "id"');
  for (const row of at < 0 ? [] : table!.rows)
    if (row.cells[at] === "") tellIssue(told, "missing", placeIn(table!, row, at), "expected an id, got nothing");
  if (told.count > 0) throw new InputError("sheets", told.issues, told.count);
  const { header, rows } = table!;
  return header.flatMap((name, column) => {
    if (column === at) return [];
    const members = rows.flatMap(({ cells }) =>
      cells[column] === "" ? [] : [{ id: cells[at]!, group: cells[column]! }],
    );
    return [{ name, role, members }];
  });
}
