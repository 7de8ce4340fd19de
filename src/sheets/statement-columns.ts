/** The columns of a sheet of statements: what their headers propose, and what a map makes of them. */
import { type DateOrder, dateOrderOf } from "./cells.js";
import { headerKey, type StatementMap } from "./column-map.js";
import {
  isPerson,
  type StatementKind,
  type StatementList,
  statementFieldOf,
  statementFields,
  sureness,
} from "./statement-fields.js";
import { headerPlace, type Table } from "./table.js";
import { type Told, tellFinding, tellIssue } from "./told.js";

/** A column that is used. */
export interface StatementColumn {
  /** from 0 */
  readonly at: number;
  readonly field: string;
  readonly kind: StatementKind;
  readonly values: ReadonlyMap<string, string | number | boolean | null>;
  readonly dates: DateOrder | undefined;
  /** what separates several texts in a cell */
  readonly split: string | undefined;
}

/** Proposes what each header stands for: the first of a field decides, but several may say who somebody is. */
export function proposeStatements(list: StatementList, { header }: Table): StatementMap {
  const fields = statementFields(list);
  const taken = new Set<string>();
  const uses = header
    .filter((name) => name !== "")
    .map((name): [string, string] => {
      const field = statementFieldOf(list, name);
      if (field === undefined || (taken.has(field) && !isPerson(fields[field]!.kind))) return [name, "ignore"];
      taken.add(field);
      return [name, field];
    });
  return Object.fromEntries(uses);
}

/** The columns that are used, those first that say most surely who somebody is; nothing after telling that one is missing. */
export function statementColumns(
  list: StatementList,
  table: Table,
  map: StatementMap,
  told: Told,
): readonly StatementColumn[] | undefined {
  const before = told.count;
  const fields = statementFields(list);
  const uses = new Map(Object.entries(map).map(([name, use]) => [headerKey(name), use]));
  const columns: StatementColumn[] = [];
  for (const [at, name] of table.header.entries()) {
    const use = uses.get(name);
    const {
      field,
      values = {},
      dates,
      split: given,
    } = typeof use === "string" ? { field: use } : (use ?? { field: undefined });
    if (field === "ignore" || name === "") continue;
    if (field === undefined) tellFinding(told, "column-unused", headerPlace(table, at), "this column is not used");
    else {
      const { kind } = fields[field]!;
      const earlier = columns.find((column) => column.field === field);
      if (earlier !== undefined && !isPerson(kind)) {
        const message = `expected one column for ${field}, got it as in column ${earlier.at + 1}, too`;
        tellIssue(told, "duplicate-field", headerPlace(table, at), message);
      }
      const meant = Object.entries(values).map(([cell, value]) => [cell.normalize("NFC").trim(), value] as const);
      const split = kind === "texts" ? given : undefined;
      columns.push({ at, field, kind, values: new Map(meant), dates, split });
    }
  }
  for (const [field, { isRequired }] of Object.entries(fields)) {
    if (isRequired !== true || columns.some((column) => column.field === field)) continue;
    const message = `expected a column for ${field}, got none: add it, or map one to "${field}" under "${list}" in the map`;
    tellIssue(told, "no-column", { file: table.file, line: table.line }, message);
  }
  if (told.count > before) return undefined;
  // One hand wrote all days of a sheet: a day in one column shows how those of another are meant.
  const days = columns.filter(({ kind }) => kind === "day");
  const order = dateOrderOf(days.flatMap(({ at }) => table.rows.map(({ cells }) => cells[at]!)));
  const dated = columns.map((column) => ({ ...column, dates: column.dates ?? order }));
  return dated.sort((a, b) => sureness(table.header[a.at]!) - sureness(table.header[b.at]!));
}
