/** What the door for pools finds wrong, told where it stands in the sheets. */
import { InputError, type Issue } from "../errors.js";
import { type PoolInput, parsePool } from "../pool.js";
import { pathText } from "../words.js";
import { STATEMENT_LISTS } from "./statement-fields.js";
import { type Place, placeText, type Told } from "./told.js";

/** Where the rows of a pool's lists stand, in the lists' order. */
export type Rows = { readonly [list: string]: readonly Standing[] };

/** Where a row stands, and its fields. */
export interface Standing {
  readonly place: Place;
  readonly places: ReadonlyMap<string, Place>;
  /** of a person's row: where their posts stand */
  readonly posts?: readonly Standing[];
}

/** Tells the issues of a pool made from these rows. */
export function tellPoolIssues(pool: PoolInput, rows: Rows, told: Told): void {
  try {
    parsePool(pool);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    told.issues.push(...error.issues.map((issue) => relocated(issue, rows)));
    told.count += error.count;
  }
}

/** A row of a list; what is quoted is somebody's id or word, whatever it looks like. */
const IN_LIST = new RegExp(`"(?:[^"\\\\]|\\\\.)*"|\\b(mentees|mentors|${STATEMENT_LISTS.join("|")})\\[(\\d+)\\]`, "g");

/** An issue of a pool, told where it stands in the sheets. */
export function relocated(issue: Issue, rows: Rows): Issue {
  const message = issue.message.replace(IN_LIST, (text, list: string | undefined, row) => {
    const standing = list === undefined ? undefined : rows[list]?.[Number(row)];
    return standing === undefined ? text : placeText(standing.place);
  });
  const [, list = "", row] = /^(\w+)\[(\d+)\]/.exec(issue.path) ?? [];
  const standing = rows[list]?.[Number(row)];
  if (standing !== undefined) return { ...issue, path: placeText(placeOf(issue.path, standing)), message };
  return issue.path === "asOf" ? { ...issue, path: '--as-of, or "asOf" in the map' } : { ...issue, message };
}

/** The cell whose field the path leads to; the row where it leads to none. */
function placeOf(path: string, { place, places, posts }: Standing): Place {
  const inner = path.replace(/^\w+\[\d+\]\.?/, "");
  const post = posts?.[Number(/^posts\[(\d+)\]/.exec(inner)?.[1])];
  if (post !== undefined) return placeOf(inner, post);
  for (const [field, ofField] of places) {
    const at = field.indexOf(".");
    const steps = at < 0 ? [field] : [field.slice(0, at), field.slice(at + 1)];
    const own = pathText(steps);
    if (inner === own || inner.startsWith(`${own}.`) || inner.startsWith(`${own}[`)) return ofField;
  }
  // Without a column for it, an id comes from the address.
  return (inner === "id" ? places.get("email") : undefined) ?? place;
}
