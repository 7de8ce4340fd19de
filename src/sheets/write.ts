/** People as a sheet that can be read back: a column for each field that somebody has, headed by the field's name. */
import type { Mentee, Mentor } from "../types.js";
import type { ColumnMap, ColumnUse } from "./column-map.js";
import { kindOf, SHEET_FIELDS } from "./fields.js";

/** What stands between the values of a list, in one cell. */
const BETWEEN = ";";

type Person = Mentee | Mentor;

/** Rows of cells, the headers first. Fields come in their order in a pool, attributes by name. */
export function peopleSheet(people: readonly Person[]): (string | number)[][] {
  const values = people.map(valuesOf);
  const fields = fieldsOf(values);
  return [fields, ...values.map((own) => fields.map((field) => cellOf(own.get(field))))];
}

/** The map with which that sheet, and others of the same people, are read as they were written. */
export function peopleMap(people: readonly Person[]): ColumnMap {
  const values = people.map(valuesOf);
  const uses = fieldsOf(values).map((field) => {
    const held = values.flatMap((own) => own.get(field) ?? []);
    const isList = values.some((own) => Array.isArray(own.get(field)));
    return [field, useOf(field, isList, typeof held[0])];
  });
  return { columns: Object.fromEntries(uses) as ColumnMap["columns"] };
}

function useOf(field: string, isList: boolean, type: string): string | ColumnUse {
  if (isList) return { field, split: BETWEEN };
  if (!field.startsWith("attributes.") || type === "string") return field;
  return { field, as: type === "boolean" ? "yes-no" : "number" };
}

function fieldsOf(values: readonly ReadonlyMap<string, unknown>[]): string[] {
  const isHeld = new Set(values.flatMap((own) => [...own.keys()]));
  const parted = [...isHeld].filter((field) => !SHEET_FIELDS.includes(field) && kindOf(field) !== undefined);
  return [...SHEET_FIELDS.filter((field) => isHeld.has(field)), ...parted.sort()];
}

/** What one person has by field, parts under their full name: `"hold.from"`. */
function valuesOf(person: Person): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>();
  const put = (field: string, value: unknown): void => {
    if (value === undefined) return;
    const isParted = typeof value === "object" && value !== null && !Array.isArray(value);
    if (!isParted) values.set(field, value);
    else for (const [part, own] of Object.entries(value)) put(`${field}.${part}`, own);
  };
  for (const [field, value] of Object.entries(person)) put(field, value);
  return values;
}

function cellOf(value: unknown): string | number {
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.join(`${BETWEEN} `);
  return typeof value === "number" ? value : String(value ?? "");
}
