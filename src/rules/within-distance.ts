/** The two are near enough to meet in person, where they cannot meet otherwise. */
import * as z from "zod/mini";
import { metresApart } from "../apart.js";
import { plainText } from "../door.js";
import type { Person } from "../types.js";
import { CANNOT_TELL, HOLDS, REFUSES, ruleFactory, type Verdict } from "./rule.js";

/**
 * Where meeting in person is all that the `modes` of the two have in common, their locations are at most as far apart as
 * `km` and the mentee's own `maxDistanceKm` allow; the smaller of the two counts, and neither means no limit. Distances are
 * along a great circle, rounded to a metre.
 *
 * Where the two can meet in another way, or share none, the rule holds. Missing modes could be any, and a missing location
 * could be anywhere: it cannot tell where that would decide. `mode` is what the pool's `modes` call meeting in person.
 */
export const withinDistance = ruleFactory({
  name: "within-distance",
  when: "pairing",
  shape: () => ({
    /** greatest distance in kilometres, 0 … 21 000; the mentee's `maxDistanceKm` alone counts unless given */
    km: z.optional(z.number().check(z.gte(0), z.lte(21_000))),
    /** what `modes` call meeting in person: `"in-person"` unless given */
    mode: z._default(plainText(1, 200), "in-person"),
  }),
  reads: () => ({ mentee: ["location", "maxDistanceKm", "modes"], mentor: ["location", "modes"] }),
  words: ({ km }) => {
    const limit = km === undefined ? "the mentee's maximum distance" : `${km} km and the mentee's maximum distance`;
    return `the two are within ${limit} of each other, unless they can meet otherwise`;
  },
  bind: ({ mentees, mentors }, { km = Infinity, mode }) => {
    const metres = metresApart(mentees, mentors);
    const limit = Float64Array.from(mentees, ({ maxDistanceKm = Infinity }) =>
      Math.round(Math.min(km, maxDistanceKm) * 1000),
    );
    const menteeModes = mentees.map(modesOf);
    const mentorModes = mentors.map(modesOf);
    return (mentee, mentor) => {
      if (limit[mentee] === Infinity) return HOLDS;
      const apart = metres(mentee, mentor);
      const isNear: Verdict = apart < 0 ? CANNOT_TELL : apart <= limit[mentee]! ? HOLDS : REFUSES;
      if (isNear === HOLDS) return HOLDS;
      // Either is enough: being near, or another way to meet.
      return Math.max(isNear, canMeetOtherwise(menteeModes[mentee]!, mentorModes[mentor]!, mode)) as Verdict;
    };
  },
});

/** A list of nothing is no answer. */
const modesOf = ({ modes = [] }: Person): readonly string[] | undefined => {
  const given = modes.filter((mode) => mode !== "");
  return given.length === 0 ? undefined : given;
};

/** Whether two have anything else in common than this one mode, or not even that. */
function canMeetOtherwise(
  mentee: readonly string[] | undefined,
  mentor: readonly string[] | undefined,
  mode: string,
): Verdict {
  const known = mentee ?? mentor;
  if (known === undefined) return CANNOT_TELL;
  if (mentee === undefined || mentor === undefined) return known.includes(mode) ? CANNOT_TELL : HOLDS;
  const common = mentee.filter((one) => mentor.includes(one));
  return common.every((one) => one === mode) && common.length > 0 ? REFUSES : HOLDS;
}
