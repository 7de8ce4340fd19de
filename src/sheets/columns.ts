/** The columns of a sheet as a map uses them in one role. */
import { nearest } from "../nearest.js";
import type { Vocabulary } from "../policy/vocabulary.js";
import { pathText, quote } from "../words.js";
import { type DateOrder, dateOrderOf, separatorOf } from "./cells.js";
import { type Choices, choicesOf, doubtfulCell } from "./choices.js";
import { type ColumnMap, type ColumnUse, headerKey, useIn } from "./column-map.js";
import { fieldIn, hasField, type Kind, kindOf, type Role } from "./fields.js";
import { headerPlace, placeIn, type Table } from "./table.js";
import { type Told, tellFinding, tellIssue } from "./told.js";

/** A column that is used. */
export interface Column {
  /** from 0 */
  readonly at: number;
  /** of a person, `"areas"` and `"timeZone"` already replaced by what they stand for */
  readonly field: string;
  readonly kind: Kind;
  /** what separates several values; not given where a cell holds one, and where references find out for themselves */
  readonly split: string | undefined;
  /** those of its choices that are known by name */
  readonly choices: Choices;
  /** whether the map lists all of them */
  readonly isListed: boolean;
  readonly values: ReadonlyMap<string, string | number | boolean | null>;
  readonly dates: DateOrder | undefined;
  readonly prefix: string;
}

/** The use of each header of a sheet; `undefined` where the map does not name it. */
export function usesOf({ header }: Table, map: ColumnMap, role: Role): (ColumnUse | undefined)[] {
  const uses = new Map(Object.entries(map.columns).map(([name, input]) => [headerKey(name), useIn(role, input)]));
  return header.map((name) => uses.get(name));
}

/** Tells the headers that none of these roles uses, unless the map says so itself. */
export function tellUnused(table: Table, map: ColumnMap, roles: readonly Role[], told: Told): void {
  const uses = roles.map((role) => usesOf(table, map, role).map((use) => ({ use, role })));
  for (const [at, header] of table.header.entries()) {
    const isSettled = uses.some((ofRole) => {
      const { use, role } = ofRole[at]!;
      return use !== undefined && (use.field === "ignore" || hasField(role, use.field));
    });
    if (header !== "" && !isSettled)
      tellFinding(told, "column-unused", headerPlace(table, at), "this column is not used");
  }
}

/** The columns that a role uses, in the sheet's order. Tells fields that stand twice. */
export function columnsOf(
  table: Table,
  map: ColumnMap,
  role: Role,
  vocabulary: Vocabulary | undefined,
  told: Told,
): Column[] {
  const columns: Column[] = [];
  for (const [at, use] of usesOf(table, map, role).entries()) {
    if (use === undefined || use.field === "ignore" || !hasField(role, use.field)) continue;
    const column = columnOf(table, at, use, role, vocabulary);
    const earlier = columns.find(({ field }) => field === column.field);
    if (earlier === undefined || holdsMany(column)) columns.push(column);
    else {
      const message = `expected one column for ${column.field}, got it as in column ${earlier.at + 1}, too`;
      tellIssue(told, "duplicate-field", headerPlace(table, at), message);
    }
  }
  return columns;
}

function columnOf(table: Table, at: number, use: ColumnUse, role: Role, vocabulary: Vocabulary | undefined): Column {
  const cells = table.rows.map((row) => row.cells[at]!);
  const kind = use.field.startsWith("attributes.") ? (use.as ?? "text") : kindOf(use.field)!;
  const field = fieldIn(role, use.field);
  const split = use.split ?? (kind === "texts" ? separatorOf(cells) : undefined);
  return {
    at,
    field,
    kind,
    split,
    isListed: use.options !== undefined,
    choices: choicesOf(split ?? "", use, field, vocabulary),
    values: new Map(Object.entries(use.values ?? {}).map(([cell, value]) => [cell.normalize("NFC").trim(), value])),
    dates: use.dates ?? (kind === "day" ? dateOrderOf(cells) : undefined),
    prefix: use.prefix ?? "",
  };
}

/** Tells where choices look split that hold what separates them; once for a column, whatever roles use it. */
export function tellDoubtful(table: Table, columns: readonly Column[], told: Told): void {
  for (const { at, kind, split, choices, isListed } of new Map(columns.map((column) => [column.at, column])).values()) {
    if (split === undefined || isListed || kind === "person" || kind === "people") continue;
    const cells = table.rows.map((row) => row.cells[at]!);
    const doubtful = doubtfulCell(cells, split, choices);
    if (doubtful < 0) continue;
    const message = `a choice that holds ${quote(split)} itself may have been split: list all choices as "options" in the map`;
    tellFinding(told, "choices-unclear", placeIn(table, table.rows[doubtful]!, at), message);
  }
}

/** Whether several columns may fill the field together: a first, a second and a third choice. */
const holdsMany = ({ kind, split }: Column): boolean =>
  kind === "texts" || kind === "people" || (kind === "text" && split !== undefined);

/**
 * Tells the headers of a part of a map that no sheet has: a slip there would switch a column off in silence.
 *
 * @param part - `"columns"`, or the list whose sheet it is
 */
export function checkHeaders(part: string, headers: object, tables: readonly Table[], told: Told): void {
  const known = new Set(tables.flatMap(({ header }) => header));
  const files = tables.map(({ file }) => file).join(" or ");
  for (const header of Object.keys(headers)) {
    if (known.has(headerKey(header))) continue;
    const near = nearest(header, [...known]);
    const message = `expected a header of ${files}, got none of them${near === undefined ? "" : `; did you mean ${quote(near)}?`}`;
    told.count++;
    told.issues.push({ code: "unknown-header", path: pathText([part, header]), message });
  }
}
