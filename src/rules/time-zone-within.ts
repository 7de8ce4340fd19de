/** The two work at similar hours. */
import * as z from "zod/mini";
import { clockHoursApart } from "../apart.js";
import { byNumber } from "./by-number.js";
import { HOLDS, REFUSES, ruleFactory } from "./rule.js";

/**
 * The two clocks differ by at most `hours`: UTC+13 and UTC−11 show the same time. A missing `utcOffsetHours` is unknown.
 * Offsets are those of the day the data describes; nothing here knows of summer time.
 */
export const timeZoneWithin = ruleFactory({
  name: "time-zone-within",
  when: "pairing",
  shape: () => ({
    /** most hours between the two clocks: 0 … 12 */
    hours: z.number().check(z.gte(0), z.lte(12)),
  }),
  reads: () => ({ mentee: ["utcOffsetHours"], mentor: ["utcOffsetHours"] }),
  words: ({ hours }) => `the two clocks differ by at most ${hours} ${hours === 1 ? "hour" : "hours"}`,
  bind: ({ mentees, mentors }, { hours }) =>
    byNumber(
      mentees.map(({ utcOffsetHours }) => utcOffsetHours),
      mentors.map(({ utcOffsetHours }) => utcOffsetHours),
      (mentee, mentor) => (clockHoursApart(mentee, mentor) <= hours ? HOLDS : REFUSES),
    ),
});
