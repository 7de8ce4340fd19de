/** Pairs that would both rather be together, looked for one by one. */
import type { Made, World } from "./terms.js";
import { isBetter, type Wishes } from "./wishes.js";

/** Who has whom, and what the worst of it is to them; decided pairs are no part of it, for they cannot be left. */
export interface Held {
  readonly mentors: readonly (readonly number[])[];
  readonly mentees: readonly (readonly number[])[];
}

export function heldBy(world: World, matches: readonly Made[]): Held {
  const mentors = world.mentees.map((): number[] => []);
  const mentees = world.mentors.map((): number[] => []);
  for (const { mentee, mentor, isFixed } of matches) {
    if (isFixed) continue;
    mentors[mentee]!.push(mentor);
    mentees[mentor]!.push(mentee);
  }
  return { mentors, mentees };
}

/**
 * Calls `visit` for each blocking pair: it may be made, both are free to move, and each has a place left or would rather have
 * the other than somebody they have.
 */
export function forEachBlockingPair(
  world: World,
  held: Held,
  ofMentee: Wishes["ofMentee"],
  ofMentor: Wishes["ofMentor"],
  visit: (mentee: number, mentor: number) => void,
): void {
  world.forEachFreePair((mentee, mentor) => {
    const hers = held.mentors[mentee]!;
    const his = held.mentees[mentor]!;
    if (hers.includes(mentor)) return;
    const menteeWould =
      hers.length < world.freeDemand[mentee]! ||
      hers.some((other) => isBetter(ofMentee(mentee, mentor), ofMentee(mentee, other)));
    if (!menteeWould) return;
    const mentorWould =
      his.length < world.freeCapacity[mentor]! ||
      his.some((other) => isBetter(ofMentor(mentor, mentee), ofMentor(mentor, other)));
    if (mentorWould) visit(mentee, mentor);
  });
}
