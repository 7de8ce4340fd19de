/** What is noticed about nominations: lists too short or too long, and wishes that a rule stands against. */
import { byCodeUnit } from "../door.js";
import type { NominationBounds } from "../policy/policy.js";
import type { Finding, Person } from "../types.js";
import type { Columns } from "./compile.js";
import type { Fixed } from "./fixed.js";
import { pairRefusals } from "./refusals.js";

/** Of mentees first, then of mentors. */
export function nominationFindings(columns: Columns, fixed: Fixed): Finding[] {
  const { mentees, mentors, policy } = columns;
  const { mentees: ofMentees, mentors: ofMentors } = policy.nominations ?? {};
  return [
    ...wrongLengths("mentees", mentees, ofMentees),
    ...wrongLengths("mentors", mentors, ofMentors),
    ...refused(columns, fixed),
  ];
}

function wrongLengths(
  list: "mentees" | "mentors",
  people: readonly Person[],
  { atLeast = 1, atMost = Number.POSITIVE_INFINITY }: NominationBounds = {},
): Finding[] {
  // Whoever nominates nobody takes no part in it.
  const lengths = people.map(({ id, nominations = [] }) => ({ id, length: nominations.length }));
  const told = (code: string, bound: string, most: number, those: typeof lengths): Finding[] => {
    const ids = those.map(({ id }) => id).sort(byCodeUnit);
    return ids.length === 0
      ? []
      : [{ code, path: `${list}.nominations`, ids, numbers: { people: ids.length, [bound]: most } }];
  };
  return [
    ...told(
      "few-nominations",
      "atLeast",
      atLeast,
      lengths.filter(({ length }) => length > 0 && length < atLeast),
    ),
    ...told(
      "many-nominations",
      "atMost",
      atMost,
      lengths.filter(({ length }) => length > atMost),
    ),
  ];
}

/** Nominated pairs that something refuses, with who wished for them; pairs that are decided or stand are none. */
function refused(columns: Columns, { pairs, movable }: Fixed): Finding[] {
  const { mentees, mentors, menteeIndex, mentorIndex } = columns;
  const decided = new Set([...pairs, ...movable].map(({ mentee, mentor }) => mentee * mentors.length + mentor));
  const told = (list: "mentees" | "mentors", mentee: number, mentor: number, choice: number): Finding[] => {
    if (decided.has(mentee * mentors.length + mentor)) return [];
    const ids = [mentees[mentee]!.id, mentors[mentor]!.id];
    return pairRefusals(columns, mentee, mentor).map((rule): Finding => {
      return { code: "nomination-refused", path: `${list}.nominations.${rule}`, ids, numbers: { choice } };
    });
  };
  return [
    ...mentees.flatMap(({ nominations = [] }, mentee) =>
      nominations.flatMap((id, at) => told("mentees", mentee, mentorIndex.get(id)!, at + 1)),
    ),
    ...mentors.flatMap(({ nominations = [] }, mentor) =>
      nominations.flatMap((id, at) => told("mentors", menteeIndex.get(id)!, mentor, at + 1)),
    ),
  ];
}
