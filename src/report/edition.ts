/** For whose eyes a report is: who people are called, and which counts are told. */
import { byCodeUnit } from "../door.js";
import { LEAST_TOLD, suppressed } from "../insight/audit/suppressed.js";
import type { Contact } from "./csv.js";

/** How a report speaks of people and of small numbers. */
export interface Edition {
  readonly isPublic: boolean;
  /** what somebody is called */
  readonly person: (id: string) => string;
  /** a count of people, or that it is too small to be told */
  readonly count: (count: number) => string;
  /** counts whose sum is known: as many more are not told as it takes for those that are too small to stay unknown */
  readonly counts: (counts: readonly number[]) => readonly string[];
  /** rows in an order that tells nothing of who is who; each begins with a person */
  readonly inOrder: <Row extends readonly (string | number)[]>(rows: readonly Row[]) => readonly Row[];
}

/** The coordinator's own: names beside ids where they are known, every count. */
export function officeEdition(contacts: ReadonlyMap<string, Contact> | undefined): Edition {
  return {
    isPublic: false,
    person: (id) => {
      const name = contacts?.get(id)?.name;
      return name === undefined ? id : `${name} (${id})`;
    },
    count: String,
    counts: (counts) => counts.map(String),
    inOrder: (rows) => rows,
  };
}

/**
 * For others: pseudonyms instead of ids, and no count from 1 to 4.
 *
 * @param pseudonyms - of everybody in the pool; whoever has none is called "someone"
 */
export function publicEdition(pseudonyms: ReadonlyMap<string, string>): Edition {
  const isFew = (count: number): boolean => count > 0 && count < LEAST_TOLD;
  const count = (own: number): string => (isFew(own) ? `under ${LEAST_TOLD}` : String(own));
  return {
    isPublic: true,
    person: (id) => pseudonyms.get(id) ?? "someone",
    count,
    counts: (counts) => {
      // A count of nobody hides nobody, and is told.
      const some = [...counts.keys()].filter((at) => counts[at]! > 0);
      const hidden = new Set([...suppressed(some.map((at) => counts[at]!))].map((at) => some[at]!));
      return counts.map((own, at) => (hidden.has(at) && !isFew(own) ? "not told" : count(own)));
    },
    inOrder: (rows) =>
      [...rows].sort((a, b) => byCodeUnit(String(a[0]), String(b[0])) || byCodeUnit(String(a[1]), String(b[1]))),
  };
}
