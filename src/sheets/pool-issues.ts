/** What the door for pools finds wrong, told where it stands in the sheets. */
import { InputError, type Issue } from "../errors.js";
import { type PoolInput, parsePool } from "../pool.js";
import { pathText } from "../words.js";
import type { Entrant } from "./rows.js";
import { type Place, placeText, type Told } from "./told.js";

/** Tells the issues of a pool made from these people, whose rows are in the order of the pool's lists. */
export function tellPoolIssues(pool: PoolInput, entrants: readonly Entrant[], told: Told): void {
  try {
    parsePool(pool);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const rows = {
      mentees: entrants.filter(({ role }) => role === "mentee"),
      mentors: entrants.filter(({ role }) => role === "mentor"),
    };
    told.issues.push(...error.issues.map((issue) => relocated(issue, rows)));
    told.count += error.count;
  }
}

type Lists = { readonly mentees: readonly Entrant[]; readonly mentors: readonly Entrant[] };

function relocated(issue: Issue, lists: Lists): Issue {
  const message = issue.message.replace(/\b(mentees|mentors)\[(\d+)\]/g, (text, list, row) => {
    const entrant = lists[list as keyof Lists][Number(row)];
    return entrant === undefined ? text : placeText(entrant.place);
  });
  const [, list, row] = /^(mentees|mentors)\[(\d+)\]/.exec(issue.path) ?? [];
  const entrant = list === undefined ? undefined : lists[list as keyof Lists][Number(row)];
  if (entrant !== undefined) return { ...issue, path: placeText(placeOf(issue.path, entrant)), message };
  return issue.path === "asOf" ? { ...issue, path: '--as-of, or "asOf" in the map' } : { ...issue, message };
}

/** The cell whose field the path leads to; the row where it leads to none. */
function placeOf(path: string, { place, places }: Entrant): Place {
  const inner = path.replace(/^\w+\[\d+\]\.?/, "");
  for (const [field, ofField] of places) {
    const at = field.indexOf(".");
    const steps = at < 0 ? [field] : [field.slice(0, at), field.slice(at + 1)];
    const own = pathText(steps);
    if (inner === own || inner.startsWith(`${own}.`) || inner.startsWith(`${own}[`)) return ofField;
  }
  return inner === "id" ? (places.get("email") ?? place) : place;
}
