/** The rows of a sheet as people: every cell read but the references to others, which need everybody's ids first. */
import type { Vocabulary } from "../policy/vocabulary.js";
import { type Read, readDay, readNumber, readRole, readYesNo, splitCell } from "./cells.js";
import type { ColumnMap } from "./column-map.js";
import { type Column, columnsOf, tellDoubtful, tellUnused, usesOf } from "./columns.js";
import { hasField, type Role } from "./fields.js";
import { emailIn, idOfEmail } from "./identity.js";
import { headerPlace, placeIn, type Row, type Table } from "./table.js";
import { type Place, type Told, tellFinding, tellIssue } from "./told.js";

/** A cell that names other people. */
export interface Reference {
  readonly field: string;
  readonly isList: boolean;
  readonly cell: string;
  readonly split: string | undefined;
  readonly place: Place;
}

/** A row in one role. */
export interface Entrant {
  readonly role: Role;
  readonly id: string;
  readonly email: string | undefined;
  readonly name: string | undefined;
  /** by field, parts under their full name: `"hold.from"` */
  readonly facts: ReadonlyMap<string, unknown>;
  readonly references: readonly Reference[];
  /** of the whole row, and by field */
  readonly place: Place;
  readonly places: ReadonlyMap<string, Place>;
}

/** What reading needs beside the sheets. */
export interface Surroundings {
  readonly salt: string;
  readonly asOf: string | undefined;
  /** what the policy calls things: a name with a comma is not split; none unless given */
  readonly vocabulary?: Vocabulary | undefined;
  /** hours east of UTC of a time zone on a day; `undefined` for a zone that is not known */
  readonly offsetOf: (zone: string, day: string) => number | undefined;
}

/** The people of a sheet whose rows all have one role, or, for `"people"`, the role that a column says. */
export function entrantsOf(
  table: Table,
  who: Role | "people",
  map: ColumnMap,
  around: Surroundings,
  told: Told,
): Entrant[] {
  const roles: readonly Role[] = who === "people" ? ["mentee", "mentor"] : [who];
  tellUnused(table, map, roles, told);
  const columns = new Map(roles.map((role) => [role, columnsOf(table, map, role, around.vocabulary, told)]));
  tellDoubtful(table, [...columns.values()].flat(), told);
  const named = usesOf(table, map, roles[0]!).findIndex((use) => use?.field === "role");
  if (who === "people" && named < 0) {
    const message = 'expected a column with everybody\'s role, got none: map one to "role", or give two sheets';
    tellIssue(told, "no-role", { file: table.file, line: table.line }, message);
    return [];
  }
  for (const role of roles) checkIdentity(table, columns.get(role)!, told);
  return table.rows.flatMap((row) =>
    rolesOf(table, row, who, columns.get(roles[0]!)!, told).flatMap(
      (role) => entrantOf(table, row, role, columns.get(role)!, around, told) ?? [],
    ),
  );
}

function checkIdentity(table: Table, columns: readonly Column[], told: Told): void {
  if (columns.some(({ field }) => field === "id" || field === "email")) return;
  const message = 'expected a column with an id or an address for everybody, got none: map one to "id" or "email"';
  tellIssue(told, "no-identity", { file: table.file, line: table.line }, message);
}

function rolesOf(table: Table, row: Row, who: Role | "people", columns: readonly Column[], told: Told): Role[] {
  if (who !== "people") return [who];
  const column = columns.find(({ kind }) => kind === "role")!;
  const cell = row.cells[column.at]!;
  const value = column.values.has(cell) ? column.values.get(cell) : cell;
  if (value === null) return [];
  const role = readRole(String(value));
  if ("value" in role) return role.value === "both" ? ["mentee", "mentor"] : [role.value];
  tellIssue(told, "invalid", placeIn(table, row, column.at), `expected ${role.expected}, got ${kindOfCell(cell)}`);
  return [];
}

function entrantOf(
  table: Table,
  row: Row,
  role: Role,
  columns: readonly Column[],
  around: Surroundings,
  told: Told,
): Entrant | undefined {
  const facts = new Map<string, unknown>();
  const places = new Map<string, Place>();
  const references: Reference[] = [];
  for (const column of columns) {
    const { at, field, kind, split, values } = column;
    const cell = row.cells[at]!;
    const place = placeIn(table, row, at);
    if (!places.has(field)) places.set(field, place);
    if (cell === "" || kind === "role" || values.get(cell) === null) continue;
    if (kind === "person" || kind === "people") {
      const said = String(values.get(cell) ?? cell);
      references.push({ field, isList: kind === "people", cell: said, split, place });
      continue;
    }
    const parts = split === undefined ? [cell] : splitCell(cell, split, column.choices.whole);
    const read = parts.flatMap((part) => readPart(part, column, around, place, told));
    if (split === undefined && read.length > 0) facts.set(field, read[0]);
    else if (read.length > 0) facts.set(field, [...((facts.get(field) as unknown[] | undefined) ?? []), ...read]);
  }
  const place = placeIn(table, row);
  const id = readId(facts, places, columns, around.salt, told);
  if (id === undefined) return undefined;
  const email = typeof facts.get("email") === "string" ? emailIn(facts.get("email") as string) : undefined;
  return { role, id, email, name: nameOf(facts), facts, references, place, places };
}

/** The value of a cell, or of one of several in it; none after telling that it cannot be read. */
function readPart(part: string, column: Column, around: Surroundings, place: Place, told: Told): unknown[] {
  const said = column.values.get(part);
  if (said === null) return [];
  if (typeof said === "number" || typeof said === "boolean") return [said];
  const read = readAs(column, said ?? part, around);
  if ("value" in read) return [read.value];
  tellIssue(told, "invalid", place, `expected ${read.expected}, got ${kindOfCell(part)}`);
  return [];
}

function readAs({ kind, dates }: Column, cell: string, around: Surroundings): Read<unknown> {
  if (kind === "number") return readNumber(cell);
  if (kind === "yes-no") return readYesNo(cell);
  if (kind === "day") return readDay(cell, dates);
  return kind === "zone" ? readZone(cell, around) : { value: cell };
}

/** Hours east of UTC: of a zone like `Europe/London` on the day of the sheets, or as they are, `UTC+5:30`. */
function readZone(cell: string, { asOf, offsetOf }: Surroundings): Read<number> {
  const parts = /^(?:(?:UTC|GMT)\s*)?([+-−])?(\d{1,2})(?::?(\d{2})|[.,](\d+))?$/i.exec(cell);
  if (/^(?:UTC|GMT|Z)$/i.test(cell)) return { value: 0 };
  if (parts !== null) {
    const [, sign, hours, minutes, decimals] = parts;
    const size = Number(hours) + Number(minutes ?? 0) / 60 + Number(`0.${decimals ?? 0}`);
    return { value: sign === undefined || sign === "+" ? size : -size };
  }
  if (asOf === undefined) return { expected: 'a day to read zones for: give --as-of, or "asOf" in the map' };
  const value = offsetOf(cell, asOf);
  return value === undefined ? { expected: "a time zone like Europe/London, or UTC+1" } : { value };
}

/** The id a column holds, or one made from the address. */
function readId(
  facts: ReadonlyMap<string, unknown>,
  places: ReadonlyMap<string, Place>,
  columns: readonly Column[],
  salt: string,
  told: Told,
): string | undefined {
  const column = columns.find(({ field }) => field === "id");
  if (column !== undefined) {
    const id = facts.get("id");
    const place = places.get("id")!;
    if (id === undefined) return tellIssue(told, "missing", place, "expected an id, got an empty cell");
    if (emailIn(String(id)) === undefined) return `${column.prefix}${String(id)}`;
    return tellIssue(told, "invalid", place, 'expected an id, got an address: map the column to "email", ids follow');
  }
  const place = places.get("email");
  if (place === undefined) return undefined;
  const cell = facts.get("email");
  const email = cell === undefined ? undefined : emailIn(String(cell));
  if (email !== undefined) return idOfEmail(email, salt);
  const got = cell === undefined ? "an empty cell" : /^anonym/i.test(String(cell)) ? "an anonymous answer" : "text";
  return tellIssue(told, "missing", place, `expected an address to make an id from, got ${got}`);
}

function nameOf(facts: ReadonlyMap<string, unknown>): string | undefined {
  const whole = facts.get("name") ?? [facts.get("firstName"), facts.get("lastName")].filter(Boolean).join(" ");
  return whole === "" ? undefined : String(whole);
}

/** What stands in a cell, without quoting it. */
const kindOfCell = (cell: string): string => (cell === "" ? "an empty cell" : "text");

/** Tells what stands in columns that somebody's role does not have. */
export function tellStrays(table: Table, map: ColumnMap, entrants: readonly Entrant[], told: Told): void {
  const roles = new Map<number, Set<Role>>();
  for (const { role, place } of entrants) roles.set(place.line, (roles.get(place.line) ?? new Set()).add(role));
  for (const [at, use] of usesOf(table, map, "mentee").entries()) {
    const field = use?.field;
    if (field === undefined || field === "ignore" || headerPlace(table, at).header === "") continue;
    for (const row of table.rows) {
      const has = roles.get(row.lines[0]!);
      if (row.cells[at] === "" || has === undefined || [...has].some((role) => hasField(role, field))) continue;
      const message = `only a ${has.has("mentee") ? "mentor" : "mentee"} has ${field}; not used here`;
      tellFinding(told, "not-for-role", placeIn(table, row, at), message);
    }
  }
}
