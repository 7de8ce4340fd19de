/** A sheet that names pairs and says nothing else of them: last year's list, or one made by hand. */
import { InputError } from "../errors.js";
import type { PairIds } from "../types.js";
import { decode } from "./decode.js";
import { emailIn, type KeyEntry } from "./identity.js";
import { type Directory, directoryOf, findPerson } from "./references.js";
import { statementFieldOf } from "./statement-fields.js";
import { placeIn, readTable } from "./table.js";
import { nothingTold, type Place, tellIssue } from "./told.js";

/** Whom a list may name, on each side. */
export type Named = { readonly [F in keyof PairIds]: readonly KeyEntry[] };

/**
 * The pairs of a sheet, by what stands in its columns for mentee and mentor: an id, or an address or a name that one of
 * `known` has. Other columns are passed over.
 *
 * @throws InputError listing every issue with its file, line and column
 */
export function readPairList(file: string, bytes: Uint8Array, known: Named): readonly PairIds[] {
  const told = nothingTold();
  const text = decode(file, bytes, told);
  const table = text === undefined ? undefined : readTable(file, text, told);
  const columnOf = (field: keyof PairIds): number =>
    table?.header.findIndex((header) => statementFieldOf("locks", header) === field) ?? -1;
  const [mentee, mentor] = [columnOf("menteeId"), columnOf("mentorId")];
  if (table !== undefined && (mentee < 0 || mentor < 0))
    tellIssue(told, "no-column", { file, line: table.line }, "expected a column for mentees and one for mentors");
  const idIn = (cell: string, directory: Directory, place: Place): string => {
    if (cell === "") tellIssue(told, "missing", place, "expected an id, got nothing");
    const found = findPerson(cell, directory, "");
    if (found.kind === "found") return found.id;
    // An id that nobody has is quoted where the pairs are looked at; a name or an address is not.
    if (found.kind === "ambiguous")
      tellIssue(told, "ambiguous", place, "expected one person, got a name that several people have");
    else if (emailIn(cell) !== undefined || /\s/u.test(cell)) tellIssue(told, "unknown", place, UNKNOWN);
    return cell;
  };
  const [mentees, mentors] = [directoryOf(known.menteeId), directoryOf(known.mentorId)];
  const pairs = (told.count > 0 ? [] : table!.rows).map((row): PairIds => {
    const [menteeId, mentorId] = [row.cells[mentee]!, row.cells[mentor]!];
    return {
      menteeId: idIn(menteeId, mentees, placeIn(table!, row, mentee)),
      mentorId: idIn(mentorId, mentors, placeIn(table!, row, mentor)),
    };
  });
  if (told.count > 0) throw new InputError("sheets", told.issues, told.count);
  return pairs;
}

const UNKNOWN =
  "expected somebody of the pool on this side, got a name or an address that nobody is known to have: give an id, or the key with --from or --key";
