/** A pool as the files of its sheets, with the map that reads them. */
import { type Contact, csvText } from "../report/csv.js";
import { poolSheets } from "../sheets/write.js";
import type { Pool } from "../types.js";
import { toJson } from "./files.js";
import type { Files } from "./save.js";

/** mentees.csv, mentors.csv, columns.json, and a sheet for each other list in which something stands. */
export function sheetFiles(pool: Pool, contacts?: ReadonlyMap<string, Contact>): Files {
  const called = <P extends { readonly id: string }>({ id, ...own }: P) => ({ id, ...contacts?.get(id), ...own });
  const named = { ...pool, mentees: pool.mentees.map(called), mentors: pool.mentors.map(called) };
  const { mentees, mentors, statements, map } = poolSheets(named);
  const others = statements.map(([list, rows]) => [`${fileOf(list)}.csv`, csvText(rows)]);
  return {
    "mentees.csv": csvText(mentees),
    "mentors.csv": csvText(mentors),
    ...Object.fromEntries(others),
    "columns.json": toJson(map),
  };
}

/** As its option is called. */
const fileOf = (list: string): string => (list === "reportingLines" ? "reporting-lines" : list);
