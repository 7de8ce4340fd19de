/** People whom a cell names: resolved by id, address or name. */
import { foldedIds, nearId } from "../nearest.js";
import { quote, trimmed } from "../words.js";
import { splitCell } from "./cells.js";
import { emailIn, emailKey, idOfEmail, type KeyEntry, nameKey } from "./identity.js";
import type { Entrant, Reference } from "./rows.js";
import { type Told, tellFinding, tellIssue } from "./told.js";

/** Everybody in the sheets, by what they may be called. */
export interface Directory {
  readonly ids: ReadonlySet<string>;
  readonly emails: ReadonlyMap<string, string>;
  /** the ids of everybody of that name */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
  readonly folded: ReadonlyMap<string, string>;
  /** ids by names, in which slips are looked for */
  readonly nameIds: ReadonlyMap<string, string>;
}

/** Somebody, and what they are called. */
type Called = { readonly [F in keyof KeyEntry]: KeyEntry[F] | undefined } & Pick<KeyEntry, "id">;

export function directoryOf(entrants: readonly Called[]): Directory {
  const names = new Map<string, Set<string>>();
  for (const { id, name } of entrants) {
    if (name !== undefined) names.set(nameKey(name), (names.get(nameKey(name)) ?? new Set()).add(trimmed(id)));
  }
  const ids = new Set(entrants.map(({ id }) => trimmed(id)));
  const emails = new Map(entrants.flatMap(({ id, email }) => (email === undefined ? [] : [[emailKey(email), id]])));
  const nameIds = new Map(
    [...names].flatMap(([name, own]) => [...foldedIds([name]).keys()].map((folded) => [folded, [...own][0]!] as const)),
  );
  return { ids, emails, names, folded: foldedIds(ids), nameIds };
}

/** What a text is as the name of a person. */
type Found =
  | { readonly kind: "found" | "outside"; readonly id: string; readonly email?: string }
  | { readonly kind: "unresolved" | "ambiguous" };

/** Whom a text names. */
export function findPerson(text: string, { ids, emails, names }: Directory, salt: string): Found {
  const id = trimmed(text);
  if (ids.has(id)) return { kind: "found", id };
  const email = emailIn(text);
  const known = email === undefined ? undefined : emails.get(email);
  if (known !== undefined) return { kind: "found", id: known };
  const namesakes = names.get(nameKey(text));
  if (namesakes?.size === 1) return { kind: "found", id: [...namesakes][0]! };
  if (namesakes !== undefined) return { kind: "ambiguous" };
  if (email !== undefined) return { kind: "outside", id: idOfEmail(email, salt), email };
  // An id has no blanks and some digit; what has none is likelier a name.
  return /^\S*\d\S*$/u.test(id) ? { kind: "outside", id } : { kind: "unresolved" };
}

/** The id that was most likely meant, as the end of a message; none where none is near. */
export function nearHint(id: string, { folded }: Directory): string {
  const near = nearId(id, folded);
  return near === undefined ? "" : `; did you mean ${quote(near)}?`;
}

/** What is wrong with a name that nobody has, where somebody's is but one letter away: most likely they are meant. */
export function slipOf(text: string, { nameIds }: Directory): string | undefined {
  const near = nearId(nameKey(text), nameIds);
  return near === undefined
    ? undefined
    : `expected somebody of the sheets, or an id or an address, got a name one letter away from that of ${quote(near)}`;
}

const NONE = ["none", "(none)", "nobody", "no one", "n/a", "na", "-", "–", "keine", "keiner", "aucun"];

/** Whether an id could not be told from the word for nobody. */
export const isNone = (text: string): boolean => NONE.includes(trimmed(text).toLowerCase());

/** Declarations, in which "none" is an answer. */
const DECLARED = ["lineManager", "appraisers", "supervisors", "conflicts"];

/**
 * What a reference comes to: an id, several, `null` for "known to have none", or `undefined`. Who is not found is told, and
 * left out: a word nobody can place must not become somebody. A name one letter away from somebody's is an issue. People outside the sheets who have an address come into `key`.
 */
export function resolve(
  reference: Reference,
  owner: Entrant,
  directory: Directory,
  salt: string,
  key: Map<string, KeyEntry>,
  told: Told,
): string | readonly string[] | null | undefined {
  const { field, isList, cell } = reference;
  // Of a declaration it is known that there is none; who nominates or avoids nobody has said so, too.
  if (isNone(cell)) return DECLARED.includes(field) ? null : [];
  const ids: string[] = [];
  for (const text of isList ? partsOf(reference, directory, salt) : [cell]) {
    const found = findPerson(text, directory, salt);
    const tell = (code: string, message: string): void => tellFinding(told, code, reference.place, message, owner.id);
    if (found.kind === "found") ids.push(found.id);
    else if (found.kind === "outside" && field !== "nominations") {
      ids.push(found.id);
      if (found.email !== undefined && !key.has(found.id)) key.set(found.id, { id: found.id, email: found.email });
      tell("person-outside", `names somebody who is in no sheet${nearHint(found.id, directory)}`);
    } else if (found.kind === "ambiguous")
      tell("person-ambiguous", "names somebody whose name several people have: not used, give an id or an address");
    else if (found.kind === "outside") tell("person-outside", "names somebody who is in no sheet: not used");
    else if (slipOf(text, directory) !== undefined)
      // A line manager or a conflict lost for a letter would make the very pair that must not be.
      tellIssue(told, "person-unresolved", reference.place, slipOf(text, directory)!, owner.id);
    else tell("person-unresolved", "names somebody who is found in no sheet: not used, give an id or an address");
  }
  if (isList) return ids.length > 0 ? ids : undefined;
  return ids[0];
}

/** The texts of a list. A comma may part people or the halves of a name: the reading that finds everybody is taken. */
function partsOf({ cell, split }: Reference, directory: Directory, salt: string): readonly string[] {
  if (split !== undefined) return splitCell(cell, split);
  const separator = [";", "\n", "|"].find((mark) => cell.includes(mark));
  if (separator !== undefined) return splitCell(cell, separator);
  const isKnown = (text: string): boolean => findPerson(text, directory, salt).kind === "found";
  const parts = splitCell(cell, ",");
  if (parts.length < 2 || isKnown(cell)) return [cell];
  const isName = parts.length === 2 && parts.every((part) => !isKnown(part) && emailIn(part) === undefined);
  return isName && !parts.some((part) => /\d|\s/.test(part)) ? [cell] : parts;
}
