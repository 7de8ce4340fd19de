/** One person in two roles: what both rows say must agree, and what one row leaves out the other fills in. */
import { quote } from "../door.js";
import type { AttributeValue, Person } from "../types.js";
import type { Rows } from "./draft.js";
import { SHARED_FACTS } from "./person.js";
import { type Reading, tell } from "./reading.js";

type Loose = { -readonly [F in keyof Person]?: unknown };

/**
 * Tells every contradiction, and completes the rows of people who are in both lists. Writes on the rows, which are ours.
 *
 * @param menteeRow - the row of each mentee's id
 * @param mentorRow - the row of each mentor's id
 */
export function joinRoles(
  mentees: Rows<Person>,
  mentors: Rows<Person>,
  menteeRow: ReadonlyMap<string, number>,
  mentorRow: ReadonlyMap<string, number>,
  reading: Reading,
): void {
  for (const [id, row] of menteeRow) {
    const other = mentorRow.get(id);
    if (other === undefined) continue;
    const mentee = mentees[row] as Loose;
    const mentor = mentors[other] as Loose;
    const contradict = (field: string, path: readonly PropertyKey[]): void =>
      tell(
        reading,
        "contradiction",
        () => `expected ${quote(id)} to have the same ${field} in both roles, got another in mentees[${row}]`,
        ["mentors", other, ...path],
        id,
      );
    for (const field of SHARED_FACTS) {
      const [ofMentee, ofMentor] = [mentee[field], mentor[field]];
      if (ofMentee === undefined && ofMentor === undefined) continue;
      if (ofMentee === undefined) mentee[field] = ofMentor;
      else if (ofMentor === undefined) mentor[field] = ofMentee;
      else if (!isSame(ofMentee, ofMentor)) contradict(field, [field]);
    }
    joinAttributes(mentee, mentor, contradict);
  }
}

type Attributes = { readonly [name: string]: AttributeValue };

function joinAttributes(
  mentee: Loose,
  mentor: Loose,
  contradict: (field: string, path: readonly PropertyKey[]) => void,
): void {
  const [ofMentee, ofMentor] = [mentee.attributes, mentor.attributes] as [
    Attributes | undefined,
    Attributes | undefined,
  ];
  if (ofMentee === undefined && ofMentor === undefined) return;
  // Neither object has a prototype, so that any name is a name.
  const joined = Object.assign(Object.create(null) as Attributes, ofMentor, ofMentee);
  for (const name of Object.keys(joined)) {
    const other = ofMentor !== undefined && name in ofMentor ? ofMentor[name] : joined[name];
    if (!isSame(joined[name], other)) contradict(`attribute ${quote(name)}`, ["attributes", name]);
  }
  mentee.attributes = mentor.attributes = Object.freeze(joined);
}

/** Whether two readings of one fact agree. Lists are compared as sets; `null` and an empty list both say "none". */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (isSet(a) || isSet(b)) {
    const [one, other] = [new Set(members(a)), new Set(members(b))];
    return one.size === other.size && [...one].every((value) => other.has(value));
  }
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [one, other] = [Object.entries(a), new Map(Object.entries(b))];
  return one.length === other.size && one.every(([key, value]) => other.get(key) === value);
}

const isSet = (value: unknown): boolean => Array.isArray(value);

/** Posts are records, which are compared by what they say. */
const members = (value: unknown): readonly unknown[] => {
  const list: readonly unknown[] = Array.isArray(value) ? value : value === null ? [] : [value];
  return list.map((member) => (typeof member === "object" ? JSON.stringify(member) : member));
};
