/** A pool as sheets that can be read back: a column for each field that somebody has, headed by the field's name. */

import type { Mentee, Mentor, Pool } from "../types.js";
import { byCodeUnit } from "../words.js";
import type { ColumnMap, ColumnUse, SheetMap, StatementMap } from "./column-map.js";
import { kindOf, SHEET_FIELDS } from "./fields.js";
import { STATEMENT_LISTS, type StatementList, statementFields } from "./statement-fields.js";

/** Rows of cells, the headers first. */
export type Sheet = readonly (readonly (string | number)[])[];

/** Every sheet of a pool, and the map with which they are read as they were written. */
export interface PoolSheets {
  readonly mentees: Sheet;
  readonly mentors: Sheet;
  /** those in which something stands */
  readonly statements: readonly (readonly [StatementList, Sheet])[];
  readonly map: SheetMap;
}

type Person = Mentee | Mentor;
type Values = ReadonlyMap<string, unknown>;

/** Fields in their order in a pool, attributes by name; people and statements in their own. */
export function poolSheets(pool: Pool): PoolSheets {
  const [mentees, mentors] = [pool.mentees.map(personValues), pool.mentors.map(personValues)];
  const people = [...mentees, ...mentors];
  const lists = STATEMENT_LISTS.map((list) => [list, rowsOf(pool, list)] as const).filter(
    ([, rows]) => rows.length > 0,
  );
  const statements = lists.map(([list, rows]): readonly [StatementList, Sheet] => [
    list,
    sheetOf(rows, Object.keys(statementFields(list))),
  ]);
  const maps = lists.map(([list, rows]) => [list, statementMap(rows, Object.keys(statementFields(list)))] as const);
  const columns = Object.fromEntries(fieldsOf(people).map((field) => [field, useOf(field, people)]));
  return {
    mentees: sheetOf(mentees, fieldsOf(mentees), people),
    mentors: sheetOf(mentors, fieldsOf(mentors), people),
    statements,
    map: {
      ...(pool.asOf === undefined ? {} : { asOf: pool.asOf }),
      columns: columns as ColumnMap["columns"],
      ...(Object.fromEntries(maps) as object),
    },
  };
}

/** The rows of a list; posts are those of everybody, once for a person in both roles. */
function rowsOf(pool: Pool, list: StatementList): Values[] {
  if (list !== "posts") return (pool[list] ?? []).map((row) => valuesOf(row));
  const people = new Map([...pool.mentees, ...pool.mentors].map((person) => [person.id, person.posts ?? []]));
  return [...people].flatMap(([person, posts]) => posts.map((post) => valuesOf({ person, ...post })));
}

function statementMap(rows: readonly Values[], fields: readonly string[]): StatementMap {
  const used = fields.filter((field) => rows.some((row) => row.has(field)));
  const uses = used.map((field) => [field, areLists(field, rows) ? { field, split: between(field, rows) } : field]);
  return Object.fromEntries(uses) as StatementMap;
}

const sheetOf = (rows: readonly Values[], fields: readonly string[], all: readonly Values[] = rows): Sheet => {
  const used = fields.filter((field) => rows.some((row) => row.has(field)));
  const marks = new Map(used.map((field) => [field, between(field, all)]));
  return [used, ...rows.map((row) => used.map((field) => cellOf(row.get(field), marks.get(field)!)))];
};

function useOf(field: string, people: readonly Values[]): string | ColumnUse {
  if (areLists(field, people)) return { field, split: between(field, people) };
  const type = typeof people.find((own) => own.has(field))!.get(field);
  if (!field.startsWith("attributes.") || type === "string") return field;
  return { field, as: type === "boolean" ? "yes-no" : "number" };
}

const areLists = (field: string, rows: readonly Values[]): boolean => rows.some((own) => Array.isArray(own.get(field)));

/** A sign that stands between the values of a list in one cell, and in none of them. */
function between(field: string, rows: readonly Values[]): string {
  const texts = rows.flatMap((own) => own.get(field) ?? []).filter((value) => typeof value === "string");
  const isFree = (sign: string): boolean => !texts.some((text) => text.includes(sign));
  const usual = [";", "|", "/"].find(isFree);
  if (usual !== undefined) return usual;
  let code = 0x2460;
  while (!isFree(String.fromCharCode(code))) code++;
  return String.fromCharCode(code);
}

function fieldsOf(values: readonly Values[]): string[] {
  const isHeld = new Set(values.flatMap((own) => [...own.keys()]));
  const named = [...isHeld].filter((field) => !SHEET_FIELDS.includes(field) && kindOf(field) !== undefined);
  return [...SHEET_FIELDS.filter((field) => isHeld.has(field)), ...named.sort(byCodeUnit)];
}

/** What one person has by field; posts have a sheet of their own. */
function personValues({ posts: _, ...person }: Person): Values {
  return valuesOf(person);
}

/** Values by field, parts under their full name: `"hold.from"`. A span without days is a yes. */
function valuesOf(row: object): Values {
  const values = new Map<string, unknown>();
  for (const [field, value] of Object.entries(row)) {
    const isParted = typeof value === "object" && value !== null && !Array.isArray(value);
    const parts = isParted ? Object.entries(value).filter(([, part]) => part !== undefined) : [];
    if (isParted && parts.length === 0 && SHEET_FIELDS.includes(field)) values.set(field, true);
    for (const [part, own] of parts) values.set(`${field}.${part}`, own);
    if (!isParted && value !== undefined) values.set(field, value);
  }
  return values;
}

function cellOf(value: unknown, mark: string): string | number {
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.join(`${mark} `);
  return typeof value === "number" ? value : String(value ?? "");
}
