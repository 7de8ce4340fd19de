/** Who meets nobody at an event, and why. */
import type { Columns } from "../../matching/compile.js";
import type { Fixed } from "../../matching/fixed.js";
import { pairRefusals } from "../../matching/refusals.js";

/** How many people a rule keeps from somebody. */
export interface KeptFrom {
  /** the rule's id, or `"self"`, `"forbid"`, `"avoid"`, `"ended-pair"`, `"minimumScore"`, `"standing"` for who is their pair already */
  readonly id: string;
  /** those of the other role who are there and whom it keeps away, alone or with others */
  readonly people: number;
}

/** Somebody who meets nobody. */
export interface MeetsNobody {
  /** id of the person; somebody in both roles is told of in each in which they meet nobody */
  readonly id: string;
  /** the role in which they meet nobody */
  readonly role: "mentee" | "mentor";
  /**
   * `not-taking-part`: a participation rule turns them away · `no-place`: their standing and locked pairs take all places ·
   * `nobody-eligible`: something refuses them each of those who are there · `no-room`: rounds and tables went to others
   */
  readonly why: "not-taking-part" | "no-place" | "nobody-eligible" | "no-room";
  /** ids of what turns them away from the scheme; only where they do not take part */
  readonly turnedAwayBy?: readonly string[];
  /** what keeps how many of those who are there from them; only where nobody is eligible */
  readonly refusedBy?: readonly KeptFrom[];
}

/**
 * Mentees and then mentors, each in order of id.
 *
 * @param mayMeet - whether each mentee, and each mentor, has a pair that may meet
 * @param meets - whether each mentee, and each mentor, meets somebody
 * @remarks a pass over all rules and all people of the other role for each who is eligible for nobody
 */
export function meetNobody(
  columns: Columns,
  fixed: Fixed,
  mayMeet: BothRoles,
  meets: BothRoles,
): readonly MeetsNobody[] {
  const { mentees, mentors, menteesPart, mentorsPart } = columns;
  const [menteesThere, mentorsThere] = [present(fixed.demand), present(fixed.capacity)];
  const standing = new Set([...fixed.pairs, ...fixed.movable].map(({ mentee, mentor }) => `${mentee} ${mentor}`));
  const refusals = (i: number, j: number): string[] => [
    ...(standing.has(`${i} ${j}`) ? ["standing"] : []),
    ...pairRefusals(columns, i, j),
  ];
  const of = (
    role: MeetsNobody["role"],
    people: readonly { readonly id: string }[],
    { refusedBy }: Columns["menteesPart"],
    places: Int32Array,
    refusedByAll: (person: number) => string[][],
  ): MeetsNobody[] =>
    people.flatMap(({ id }, person): MeetsNobody[] => {
      if (meets[role](person)) return [];
      const turnedAwayBy = refusedBy[person]!;
      if (turnedAwayBy.length > 0) return [{ id, role, why: "not-taking-part", turnedAwayBy }];
      if (places[person] === 0) return [{ id, role, why: "no-place" }];
      if (mayMeet[role](person)) return [{ id, role, why: "no-room" }];
      return [{ id, role, why: "nobody-eligible", refusedBy: counted(refusedByAll(person)) }];
    });
  return [
    ...of("mentee", mentees, menteesPart, fixed.demand, (i) => mentorsThere.map((j) => refusals(i, j))),
    ...of("mentor", mentors, mentorsPart, fixed.capacity, (j) => menteesThere.map((i) => refusals(i, j))),
  ];
}

/** A question about a mentee's index, and about a mentor's. */
export interface BothRoles {
  readonly mentee: (mentee: number) => boolean;
  readonly mentor: (mentor: number) => boolean;
}

/** Indices of those with a place left. */
const present = (places: Int32Array): number[] => [...places.keys()].filter((person) => places[person]! > 0);

function counted(refusals: readonly (readonly string[])[]): KeptFrom[] {
  const people = new Map<string, number>();
  for (const id of refusals.flat()) people.set(id, (people.get(id) ?? 0) + 1);
  return [...people].map(([id, count]) => ({ id, people: count }));
}
