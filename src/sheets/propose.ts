/** A first map from headers to fields, for a coordinator to correct. */
import { readYesNo, separatorOf } from "./cells.js";
import type { ColumnMap, ColumnUse, ColumnUseInput } from "./column-map.js";
import { kindOf, SHEET_FIELDS } from "./fields.js";
import type { Table } from "./table.js";
import { areAnswers, areEmails, fieldWorded } from "./wording.js";

/** Which service a sheet is a raw export of. */
type Form = "microsoft" | "google" | undefined;

const MICROSOFT = ["id", "start time", "completion time", "email", "name"];
const GOOGLE = ["timestamp"];

/** What the services put in front of the answers and says nothing of the people. */
const META = ["start time", "completion time", "last modified time", "timestamp"];

/** What a service puts between the choices of one answer. */
const JOINS = { microsoft: ";", google: ", " };

/**
 * Proposes what each header stands for. A field that nothing suggests, or that an earlier header has already, is "ignore":
 * what nobody asked for stays out of the pool.
 */
export function proposeMap(tables: readonly Table[]): ColumnMap {
  const columns = new Map<string, ColumnUseInput>();
  for (const table of tables) {
    const taken = new Set<string>();
    for (const [header, use] of columns) {
      if (table.header.includes(header)) for (const field of fieldsIn(use)) taken.add(field);
    }
    for (const [at, header] of table.header.entries()) {
      if (header === "" || columns.has(header)) continue;
      const cells = cellsUnder(tables, header);
      const use = proposeUse(table, at, cells, taken);
      columns.set(header, use);
      for (const field of fieldsIn(use)) taken.add(field);
    }
    nameSomebody(table, columns, taken);
  }
  return { columns: Object.fromEntries(columns) };
}

/** The filled cells under a header, in every sheet that has it. */
const cellsUnder = (tables: readonly Table[], header: string): string[] =>
  tables.flatMap(({ header: names, rows }) => {
    const at = names.indexOf(header);
    return at < 0 ? [] : rows.map(({ cells }) => cells[at]!).filter((cell) => cell !== "");
  });

const fieldsIn = (use: ColumnUseInput): string[] => {
  if (typeof use === "string") return [use];
  return "field" in use ? [use.field] : [];
};

function formOf({ header }: Table): Form {
  const names = header.map((name) => name.toLowerCase());
  if (MICROSOFT.every((name, at) => names[at] === name)) return "microsoft";
  return GOOGLE.every((name, at) => names[at] === name) ? "google" : undefined;
}

function proposeUse(table: Table, at: number, cells: readonly string[], taken: ReadonlySet<string>): ColumnUseInput {
  const form = formOf(table);
  const name = table.header[at]!.toLowerCase();
  const isMeta = META.includes(name) || (form === "microsoft" && at === 0);
  if (form !== undefined && isMeta) return "ignore";
  if (!taken.has("role") && /\b(be|become|as) (a )?mentor\?$/.test(name) && areAnswers(cells)) {
    const values = [...new Set(cells)].map((cell): [string, string] => [cell, isYes(cell) ? "mentor" : "mentee"]);
    return { field: "role", values: Object.fromEntries(values) };
  }
  const field = fieldOf(table.header[at]!, cells, taken);
  if (field === undefined) return "ignore";
  const kind = kindOf(field);
  const split = form === undefined ? separatorOf(cells) : JOINS[form];
  return kind === "texts" ? ({ field, split } satisfies ColumnUse) : field;
}

const isYes = (cell: string): boolean => {
  const answer = readYesNo(cell);
  return "value" in answer && answer.value;
};

/** Fields whose name stands above other things, too: the cells have to speak for them. */
const OFTEN_OTHERS = ["role", "email", "hold", "away"];

function fieldOf(header: string, cells: readonly string[], taken: ReadonlySet<string>): string | undefined {
  const isFree = (field: string): boolean => field !== "ignore" && (field === "nominations" || !taken.has(field));
  if (kindOf(header) !== undefined && !["hold", "away"].includes(header)) return isFree(header) ? header : undefined;
  const folded = header.toLowerCase().replace(/[\s_-]/g, "");
  const own = SHEET_FIELDS.find((field) => field.toLowerCase() === folded);
  // A field's own name decides, unless the cells speak against it: a "role" may be a job.
  if (own !== undefined && !OFTEN_OTHERS.includes(own) && isFree(own)) return own;
  return fieldWorded(header.toLowerCase().replaceAll("’", "'"), cells, isFree);
}

/** An anonymous form has no addresses: its answers are numbered, each form from 1, which a prefix tells apart. */
function nameSomebody(table: Table, columns: Map<string, ColumnUseInput>, taken: Set<string>): void {
  if (taken.has("id") || taken.has("email")) return;
  const byCells = table.header.find((header, at) => {
    const filled = table.rows.map(({ cells }) => cells[at]!).filter((cell) => cell !== "");
    return columns.get(header) === "ignore" && filled.length > 0 && areEmails(filled);
  });
  if (byCells !== undefined) columns.set(byCells, "email");
  else if (formOf(table) === "microsoft") {
    const numbered = (prefix: string): ColumnUse => ({ field: "id", prefix });
    columns.set(table.header[0]!, { mentee: numbered("mentee-"), mentor: numbered("mentor-") });
  }
}
