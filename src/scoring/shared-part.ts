/** The part of a mentee's list that a mentor's list answers: what two criteria have in common. */
import { MENTEE_SILENT, MENTOR_SILENT, type PairValue, type ValueRow } from "./criterion.js";
import { overlap } from "./overlap.js";

/** A list as a person gives it: missing and empty are both silence. */
type Answer = readonly string[] | undefined;

const NONE: readonly string[] = [];

/**
 * How many of the mentee's values the mentor has too, divided by how many the mentee has: 0 … 1. Silent without a value.
 *
 * @param ofMentees - the list of each mentee
 * @param ofMentors - the list of each mentor
 */
export function sharedPart(ofMentees: readonly Answer[], ofMentors: readonly Answer[]): PairValue {
  const { menteeSize, mentorSize, shared, sharedRow } = overlap(
    ofMentees.map((list) => list ?? NONE),
    ofMentors.map((list) => list ?? NONE),
  );
  const value = (mentee: number, mentor: number): number => {
    if (menteeSize[mentee] === 0) return MENTEE_SILENT;
    if (mentorSize[mentor] === 0) return MENTOR_SILENT;
    return shared(mentee, mentor) / menteeSize[mentee]!;
  };
  const row: ValueRow = (mentee, mentors, values) => {
    const size = menteeSize[mentee]!;
    if (size === 0) {
      values.fill(MENTEE_SILENT, 0, mentors.length);
      return;
    }
    sharedRow(mentee, mentors, values);
    for (let k = 0; k < mentors.length; k++) {
      if (mentorSize[mentors[k]!] === 0) values[k] = MENTOR_SILENT;
      else values[k]! /= size;
    }
  };
  return Object.assign(value, { row });
}
