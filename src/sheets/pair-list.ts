/** A sheet that names pairs and says nothing else of them: last year's list, or one made by hand. */
import { InputError } from "../errors.js";
import type { PairIds } from "../types.js";
import { decode } from "./decode.js";
import { statementFieldOf } from "./statement-fields.js";
import { placeIn, readTable } from "./table.js";
import { nothingTold, tellIssue } from "./told.js";

/**
 * The pairs of a sheet, by the ids that stand in its columns for mentee and mentor; other columns are passed over.
 *
 * @throws InputError listing every issue with its file, line and column
 */
export function readPairList(file: string, bytes: Uint8Array): readonly PairIds[] {
  const told = nothingTold();
  const text = decode(file, bytes, told);
  const table = text === undefined ? undefined : readTable(file, text, told);
  const columnOf = (field: keyof PairIds): number =>
    table?.header.findIndex((header) => statementFieldOf("locks", header) === field) ?? -1;
  const [mentee, mentor] = [columnOf("menteeId"), columnOf("mentorId")];
  if (table !== undefined && (mentee < 0 || mentor < 0))
    tellIssue(told, "no-column", { file, line: table.line }, "expected a column for mentees and one for mentors");
  const pairs = (told.count > 0 ? [] : table!.rows).map((row): PairIds => {
    for (const column of [mentee, mentor])
      if (row.cells[column] === "")
        tellIssue(told, "missing", placeIn(table!, row, column), "expected an id, got nothing");
    return { menteeId: row.cells[mentee]!, mentorId: row.cells[mentor]! };
  });
  if (told.count > 0) throw new InputError("sheets", told.issues, told.count);
  return pairs;
}
