/** Values that depend on one number of either side, as years or hours. */
import { MENTEE_SILENT, MENTOR_SILENT, type PairValue } from "./criterion.js";

/**
 * Asks `value` of two numbers; a side that has none is silent.
 *
 * @param ofMentees - the number of each mentee
 * @param ofMentors - the number of each mentor
 */
export function ofNumbers(
  ofMentees: readonly (number | undefined)[],
  ofMentors: readonly (number | undefined)[],
  value: (mentee: number, mentor: number) => number,
): PairValue {
  // A column of numbers is read faster than a list that may hold nothing.
  const column = (numbers: readonly (number | undefined)[]): Float64Array =>
    Float64Array.from(numbers, (number) => number ?? Number.NaN);
  const menteeNumber = column(ofMentees);
  const mentorNumber = column(ofMentors);
  return (mentee, mentor) => {
    const [one, other] = [menteeNumber[mentee]!, mentorNumber[mentor]!];
    if (Number.isNaN(one)) return MENTEE_SILENT;
    return Number.isNaN(other) ? MENTOR_SILENT : value(one, other);
  };
}
