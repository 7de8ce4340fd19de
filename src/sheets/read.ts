/** Sheets as a pool: text → tables → people → a pool, with everything that is told on the way. */
import { InputError, type Issue } from "../errors.js";
import type { PoolInput } from "../pool.js";
import type { Mentee, Mentor } from "../types.js";
import type { SheetMap } from "./column-map.js";
import { checkHeaders } from "./columns.js";
import { decode } from "./decode.js";
import type { Role } from "./fields.js";
import type { KeyEntry } from "./identity.js";
import { tellNamesakes } from "./namesakes.js";
import { relocated, tellPoolIssues } from "./pool-issues.js";
import { postsOf, withPosts } from "./posts.js";
import { proposeMap } from "./propose.js";
import { type Directory, directoryOf, isNone, resolve } from "./references.js";
import { type Entrant, entrantsOf, type Surroundings, tellStrays } from "./rows.js";
import { proposeStatements } from "./statement-columns.js";
import { STATEMENT_LISTS, type StatementList } from "./statement-fields.js";
import { type Directories, statementsOf } from "./statements.js";
import { readTable, type Table } from "./table.js";
import { nothingTold, type Place, type SheetFinding, type Told, tellIssue } from "./told.js";

/** A file with people in one role, for `"people"` in the role that a column says, or with one of a pool's other lists. */
export interface Sheet {
  /** as it is told in messages */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly who: Role | "people" | StatementList;
}

/** What sheets hold. */
export interface SheetsRead {
  /** without names and addresses */
  readonly pool: PoolInput;
  /** the way from ids back to people, in order of first appearance */
  readonly key: readonly KeyEntry[];
  /** the map that was used: the one given, or the one proposed */
  readonly map: SheetMap;
  readonly findings: readonly SheetFinding[];
  /** where a field of somebody stands, once for each row of theirs */
  readonly placesOf: (id: string, field: string) => readonly Place[];
  /** an issue of the pool, told where it stands in the sheets */
  readonly located: (issue: Issue) => Issue;
}

/**
 * Reads sheets.
 *
 * @param map - what the headers stand for; proposed from the headers unless given
 * @param around - the salt of ids that are made from addresses, and how zones are read. Its day comes before the map's
 * @throws InputError listing every issue with its file, line and column; nothing that stands in a cell is quoted but ids
 */
export function readSheets(sheets: readonly Sheet[], map: SheetMap | undefined, around: Surroundings): SheetsRead {
  const told = nothingTold();
  const tables = tablesOf(sheets, told);
  const ofPeople = tables.flatMap(({ table, who }) => (isStatements(who) ? [] : [{ table, who }]));
  const proposed = { ...proposeSheets(tables), ...map };
  // Whoever wrote "ignore" knows of it; what a proposal leaves out is told.
  const used = { ...withoutIgnored(proposeSheets(tables)), ...map };
  const asOf = around.asOf ?? used.asOf;
  if (map !== undefined && told.count === 0) checkMap(map, tables, told);

  const entrants = ofPeople.flatMap(({ table, who }) => {
    const ofTable = entrantsOf(table, who, used, { ...around, asOf }, told);
    if (who === "people") tellStrays(table, used, ofTable, told);
    return ofTable;
  });
  checkIds(entrants, told);
  tellNamesakes(entrants, told);
  // Whoever stands in a sheet that could not be read would be missing everywhere.
  const areAllRead =
    (entrants.length > 0 || told.count === 0) &&
    ofPeople.length === sheets.filter(({ who }) => !isStatements(who)).length;
  if (!areAllRead) throw new InputError("sheets", told.issues, told.count);
  const key = new Map<string, KeyEntry>();
  for (const { id, email, name } of entrants) addToKey(key, id, email, name);
  const directories = directoriesOf(entrants);
  const statements = tables.flatMap(({ table, who }) =>
    isStatements(who)
      ? [[who, statementsOf(who, table, used[who]!, { directories, salt: around.salt, key }, told)] as const]
      : [],
  );
  const posts = postsOf(statements.find(([list]) => list === "posts")?.[1] ?? []);
  const people = withPosts(poolOf(entrants, asOf, directories.person, around.salt, key, told), posts);
  const said = statements.flatMap(([list, rows]) =>
    list === "posts" ? [] : [[list, rows.map(({ value }) => value)] as const],
  );
  const pool = { ...people, ...(Object.fromEntries(said) as object) };
  const inRole = (role: Role): Entrant[] => entrants.filter((entrant) => entrant.role === role);
  const placed = (role: Role) => inRole(role).map((entrant) => ({ ...entrant, posts: posts.get(entrant.id) ?? [] }));
  const rows = { mentees: placed("mentee"), mentors: placed("mentor"), ...Object.fromEntries(statements) };
  tellPoolIssues(pool, rows, told);
  if (told.count > 0) throw new InputError("sheets", told.issues, told.count);

  const rowsOf = new Map<string, Entrant[]>();
  for (const entrant of entrants) rowsOf.set(entrant.id, [...(rowsOf.get(entrant.id) ?? []), entrant]);
  const placesOf = (id: string, field: string): Place[] =>
    (rowsOf.get(id) ?? []).map(({ places, place }) => places.get(field) ?? place);
  const located = (issue: Issue): Issue => relocated(issue, rows);
  return { pool, key: [...key.values()], map: proposed, findings: told.findings, placesOf, located };
}

const isStatements = (who: Sheet["who"]): who is StatementList => (STATEMENT_LISTS as readonly string[]).includes(who);

/** A first map for these tables, for a coordinator to correct. */
export function proposeSheets(tables: readonly TableOf[]): SheetMap {
  const lists = tables.flatMap(({ table, who }) => (isStatements(who) ? [[who, proposeStatements(who, table)]] : []));
  const ofPeople = tables.filter(({ who }) => !isStatements(who)).map(({ table }) => table);
  return { ...proposeMap(ofPeople), ...(Object.fromEntries(lists) as object) };
}

function withoutIgnored({ asOf: _, $schema: __, ...parts }: SheetMap): SheetMap {
  const kept = Object.entries(parts).map(([part, headers]) => [
    part,
    Object.fromEntries(Object.entries(headers as object).filter(([, use]) => use !== "ignore")),
  ]);
  return Object.fromEntries(kept) as SheetMap;
}

/** Every header of the map must be in a sheet; a part whose sheet is not given is for another time. */
function checkMap(map: SheetMap, tables: readonly TableOf[], told: Told): void {
  const of = (is: (who: Sheet["who"]) => boolean): Table[] =>
    tables.filter(({ who }) => is(who)).map(({ table }) => table);
  checkHeaders(
    "columns",
    map.columns,
    of((who) => !isStatements(who)),
    told,
  ); // prettier-ignore
  for (const list of STATEMENT_LISTS) {
    const own = of((who) => who === list);
    if (own.length > 0) checkHeaders(list, map[list] ?? {}, own, told);
  }
}

function directoriesOf(entrants: readonly Entrant[]): Directories {
  const of = (role: Role): Directory => directoryOf(entrants.filter((entrant) => entrant.role === role));
  return { mentee: of("mentee"), mentor: of("mentor"), person: directoryOf(entrants) };
}

/** A sheet as a table, and what it holds. */
export interface TableOf {
  readonly table: Table;
  readonly who: Sheet["who"];
}

/** The tables of the sheets that could be read. */
export function tablesOf(sheets: readonly Sheet[], told: Told): TableOf[] {
  return sheets.flatMap(({ file, bytes, who }) => {
    const text = decode(file, bytes, told);
    const table = text === undefined ? undefined : readTable(file, text, told);
    return table === undefined ? [] : [{ table, who }];
  });
}

/** An id made from an address must be nobody else's, and none may be the word for nobody. */
function checkIds(entrants: readonly Entrant[], told: Told): void {
  const emails = new Map<string, string>();
  for (const { id, email, place, places } of entrants) {
    if (isNone(id)) tellIssue(told, "invalid", places.get("id")!, "expected an id, got a word for nobody");
    if (places.has("id") || email === undefined) continue;
    if ((emails.get(id) ?? email) !== email)
      tellIssue(told, "collision", place, "expected different ids for different addresses: use another salt", id);
    emails.set(id, email);
  }
}

function addToKey(key: Map<string, KeyEntry>, id: string, email?: string, name?: string): void {
  const earlier = key.get(id);
  const [mail, called] = [earlier?.email ?? email, earlier?.name ?? name];
  if (mail === undefined && called === undefined) return;
  key.set(id, {
    id,
    ...(mail === undefined ? {} : { email: mail }),
    ...(called === undefined ? {} : { name: called }),
  });
}

function poolOf(
  entrants: readonly Entrant[],
  asOf: string | undefined,
  directory: Directory,
  salt: string,
  key: Map<string, KeyEntry>,
  told: Told,
): PoolInput {
  const people = (role: Role): object[] =>
    entrants.filter((entrant) => entrant.role === role).map((entrant) => personOf(entrant, directory, salt, key, told));
  return {
    ...(asOf === undefined ? {} : { asOf }),
    mentees: people("mentee") as Mentee[],
    mentors: people("mentor") as Mentor[],
  };
}

const IDENTITY = ["id", "email", "name", "firstName", "lastName"];

/** A person as a pool has them: parts of one field together, references as ids. */
function personOf(
  entrant: Entrant,
  directory: Directory,
  salt: string,
  key: Map<string, KeyEntry>,
  told: Told,
): object {
  const fields = new Map<string, unknown>([["id", entrant.id]]);
  const parts = new Map<string, [string, unknown][]>();
  for (const [field, value] of entrant.facts) {
    const at = field.indexOf(".");
    const [whole, part] = [field.slice(0, at), field.slice(at + 1)];
    if (IDENTITY.includes(field)) continue;
    if (at < 0) fields.set(field, value);
    else parts.set(whole, [...(parts.get(whole) ?? []), [part, value]]);
  }
  for (const whole of ["hold", "away"]) {
    // "No" says nothing of a span that has days; "yes" without days is one without an end.
    if (fields.get(whole) === true) parts.set(whole, parts.get(whole) ?? []);
    fields.delete(whole);
  }
  for (const [whole, entries] of parts) fields.set(whole, Object.fromEntries(entries));
  for (const reference of entrant.references) {
    const said = resolve(reference, entrant, directory, salt, key, told);
    const earlier = fields.get(reference.field);
    if (said === undefined) continue;
    fields.set(reference.field, Array.isArray(earlier) && Array.isArray(said) ? [...earlier, ...said] : said);
  }
  return Object.fromEntries(fields);
}
