/** For whose eyes a report is: who people are called, and which counts are told. */
import type { Contact } from "./csv.js";

/** Counts below this are not told in a public edition. */
export const LEAST_TOLD = 5;

/** How a report speaks of people and of small numbers. */
export interface Edition {
  readonly isPublic: boolean;
  /** what somebody is called */
  readonly person: (id: string) => string;
  /** a count of people, or that it is too small to be told */
  readonly count: (count: number) => string;
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
  };
}

/**
 * For others: pseudonyms instead of ids, and no count from 1 to 4.
 *
 * @param pseudonyms - of everybody in the pool; whoever has none is called "someone"
 */
export function publicEdition(pseudonyms: ReadonlyMap<string, string>): Edition {
  return {
    isPublic: true,
    person: (id) => pseudonyms.get(id) ?? "someone",
    count: (count) => (count > 0 && count < LEAST_TOLD ? `under ${LEAST_TOLD}` : String(count)),
  };
}
