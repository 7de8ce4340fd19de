/** Verdicts that depend on one number of either side, as years or hours. */
import { CANNOT_TELL, type PairVerdict, type Verdict, type VerdictIndex } from "./rule.js";

/** People with equal numbers are one class, all without one another. */
interface Classes {
  readonly classOf: Int32Array;
  /** the number of each class */
  readonly number: readonly (number | undefined)[];
}

/**
 * Asks `holds` of two numbers, and cannot tell where a side has none.
 *
 * @param ofMentees - the number of each mentee
 * @param ofMentors - the number of each mentor
 */
export function byNumber(
  ofMentees: readonly (number | undefined)[],
  ofMentors: readonly (number | undefined)[],
  holds: (mentee: number, mentor: number) => Verdict,
): PairVerdict {
  const mentee = classesOf(ofMentees);
  const mentor = classesOf(ofMentors);
  const ofNumbers = (one: number | undefined, other: number | undefined): Verdict =>
    one === undefined || other === undefined ? CANNOT_TELL : holds(one, other);
  const verdict = (i: number, j: number): Verdict => ofNumbers(ofMentees[i], ofMentors[j]);
  const index: VerdictIndex = {
    menteeClass: mentee.classOf,
    mentorClass: mentor.classOf,
    ofClasses: (a, b) => ofNumbers(mentee.number[a], mentor.number[b]),
  };
  return Object.assign(verdict, { index });
}

function classesOf(numbers: readonly (number | undefined)[]): Classes {
  const known = new Map<number | undefined, number>();
  const classOf = Int32Array.from(numbers, (number) => {
    if (!known.has(number)) known.set(number, known.size);
    return known.get(number)!;
  });
  return { classOf, number: [...known.keys()] };
}
