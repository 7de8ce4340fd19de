/** The rows of a sheet of statements, with everybody in them resolved as in the people's own sheets. */
import { type DateOrder, type Read, readDay, readNumber, readYesNo, splitCell } from "./cells.js";
import type { StatementMap } from "./column-map.js";
import type { KeyEntry } from "./identity.js";
import { type Directory, findPerson, isNone, nearHint, slipOf } from "./references.js";
import { type StatementColumn, statementColumns } from "./statement-columns.js";
import {
  isPerson,
  LIVE_STATUSES,
  type StatementKind,
  type StatementList,
  statementFields,
} from "./statement-fields.js";
import { placeIn, type Row, type Table } from "./table.js";
import { type Place, type Told, tellFinding, tellIssue } from "./told.js";

/** A row as the pool has it, and where it stands. */
export interface Statement {
  readonly value: object;
  readonly place: Place;
  /** by field */
  readonly places: ReadonlyMap<string, Place>;
}

/** Whom a cell may name: in a role first, so that namesakes in the two roles are told apart, then in any. */
export interface Directories {
  readonly mentee: Directory;
  readonly mentor: Directory;
  readonly person: Directory;
}

/** What resolving needs beside the sheets. */
export interface Names {
  readonly directories: Directories;
  readonly salt: string;
  /** gets whoever is in no sheet but has an address */
  readonly key: Map<string, KeyEntry>;
}

/** The statements of a sheet. */
export function statementsOf(
  list: StatementList,
  table: Table,
  map: StatementMap,
  names: Names,
  told: Told,
): Statement[] {
  const columns = statementColumns(list, table, map, told);
  if (columns === undefined) return [];
  return table.rows.flatMap((row) => statementOf(list, table, row, columns, names, told) ?? []);
}

/** A row; nothing after telling what is wrong with it, or that it says nothing of anybody in the sheets. */
function statementOf(
  list: StatementList,
  table: Table,
  row: Row,
  columns: readonly StatementColumn[],
  names: Names,
  told: Told,
): Statement | undefined {
  const value = new Map<string, unknown>();
  const places = new Map<string, Place>();
  const filled = new Set<string>();
  const people: (() => boolean)[] = [];
  const before = told.count;
  for (const { at, field, kind, values, dates, split } of columns) {
    const place = placeIn(table, row, at);
    const meant = values.get(row.cells[at]!);
    const cell = meant === undefined ? row.cells[at]! : meant === null ? "" : String(meant);
    if (!places.has(field)) places.set(field, place);
    if (cell === "" || filled.has(field)) continue;
    filled.add(field);
    places.set(field, place);
    if (isPerson(kind)) {
      value.set(field, cell);
      people.push(() => {
        const id = idOf(cell, kind, place, missingIn(list, value), names, told);
        value.set(field, id);
        return id !== undefined;
      });
      continue;
    }
    const parts = kind === "texts" && split !== undefined ? splitCell(cell, split) : [cell];
    const [part] = parts;
    // Separators alone say nothing.
    if (part === undefined) continue;
    const read = parts.length > 1 ? { value: parts } : readAs(kind, part, dates);
    if ("value" in read) value.set(field, read.value);
    else tellIssue(told, "invalid", place, `expected ${read.expected}, got text`);
  }
  // Whoever is at the top has no manager.
  const manager = value.get("manager");
  if (list === "reportingLines" && (manager === undefined || isNone(String(manager)))) return undefined;
  for (const [field, { isRequired, kind }] of Object.entries(statementFields(list))) {
    if (isRequired !== true || filled.has(field)) continue;
    const what = isPerson(kind) ? `the ${kind === "person" ? field : kind}` : `the ${field}`;
    tellIssue(told, "missing", places.get(field)!, `expected ${what}, got an empty cell`);
  }
  const areKnown = people.map((resolve) => resolve()).every(Boolean);
  if (!areKnown || told.count > before) return undefined;
  return { value: withParts(value), place: placeIn(table, row), places };
}

/** Fields as the pool has them, those with parts as one: `"outcome.useful"` is `useful` of the `outcome`. */
function withParts(value: ReadonlyMap<string, unknown>): object {
  const fields = new Map<string, unknown>();
  for (const [field, said] of value) {
    const [whole = "", part] = field.split(".");
    if (part === undefined) fields.set(field, said);
    else fields.set(whole, { ...(fields.get(whole) as object | undefined), [part]: said });
  }
  return Object.fromEntries(fields);
}

function readAs(kind: Exclude<StatementKind, "person">, cell: string, dates: DateOrder | undefined): Read<unknown> {
  if (kind === "day") return readDay(cell, dates);
  if (kind === "yes-no") return readYesNo(cell);
  if (kind === "number") return readNumber(cell);
  if (typeof kind === "string") return { value: cell };
  const word = cell.toLowerCase().replace(/[\s_-]+/g, "-");
  const known = `one of ${kind.join(", ")}; the map's "values" can say what else the cells mean`;
  return kind.includes(word) ? { value: word } : { expected: known };
}

/** What becomes of a row that names somebody who is in no sheet: it stops the reading, says so of somebody outside, or is not used. */
type Missing = "stops" | "is outside" | "is not used";

/** A pair that ended may have been somebody's who is gone; what holds now must not be lost for a slip in a name. */
function missingIn(list: StatementList, value: ReadonlyMap<string, unknown>): Missing {
  if (list === "posts") return "is not used";
  const hasEnded = list === "pairs" && !LIVE_STATUSES.includes(String(value.get("status")));
  return hasEnded || list === "reportingLines" || list === "relations" ? "is outside" : "stops";
}

/** The id of whom a cell names; nothing after telling that it is nobody's. */
function idOf(
  cell: string,
  kind: "mentee" | "mentor" | "person",
  place: Place,
  missing: Missing,
  { directories, salt, key }: Names,
  told: Told,
): string | undefined {
  const own = findPerson(cell, directories[kind], salt);
  const found = own.kind === "found" || own.kind === "ambiguous" ? own : findPerson(cell, directories.person, salt);
  if (found.kind === "found") return found.id;
  if (found.kind === "outside" && missing === "is not used") {
    const hint = nearHint(found.id, directories.person);
    tellFinding(told, "person-outside", place, `names somebody who is in no sheet: the row is not used${hint}`);
    return undefined;
  }
  if (found.kind === "outside" && missing === "is outside") {
    if (found.email !== undefined && !key.has(found.id)) key.set(found.id, { id: found.id, email: found.email });
    const hint = nearHint(found.id, directories.person);
    if (hint !== "") tellFinding(told, "person-outside", place, `names somebody who is in no sheet${hint}`);
    return found.id;
  }
  if (found.kind === "outside") {
    const hint = nearHint(found.id, directories[kind]);
    return tellIssue(told, "unknown-person", place, `expected a ${kind} of the sheets, got somebody in none${hint}`);
  }
  const slip = found.kind === "unresolved" ? slipOf(cell, directories.person) : undefined;
  if (slip !== undefined) return tellIssue(told, "person-unresolved", place, slip);
  const [code, who] =
    found.kind === "ambiguous"
      ? (["person-ambiguous", "somebody whose name several people have"] as const)
      : (["person-unresolved", "somebody who is found in no sheet"] as const);
  if (missing === "stops")
    return tellIssue(told, code, place, `expected a ${kind}, got ${who}: give an id or an address`);
  tellFinding(told, code, place, `names ${who}: the row is not used, give an id or an address`);
  return undefined;
}
