/** The two are at work at the same time. */
import * as z from "zod/mini";
import { clockHoursApart } from "../apart.js";
import { criterionFactory } from "./criterion.js";
import { ofNumbers } from "./of-numbers.js";

/**
 * The share of a working day of `workingHours` that the two have in common, if each works the same hours by their own clock:
 * 1 in one time zone, 0 where one stops before the other begins. Who gives no `utcOffsetHours` is silent.
 */
export const timeZone = criterionFactory({
  name: "time-zone",
  shape: () => ({
    /** how long a working day is: 1 … 12 hours; 8 unless given */
    workingHours: z._default(z.number().check(z.gte(1), z.lte(12)), 8),
  }),
  reads: () => ({ mentee: ["utcOffsetHours"], mentor: ["utcOffsetHours"] }),
  words: ({ workingHours }) => `the two share much of a working day of ${workingHours} hours`,
  bind: ({ mentees, mentors }, { workingHours }) =>
    ofNumbers(
      mentees.map(({ utcOffsetHours }) => utcOffsetHours),
      mentors.map(({ utcOffsetHours }) => utcOffsetHours),
      (mentee, mentor) => Math.max(0, workingHours - clockHoursApart(mentee, mentor)) / workingHours,
    ),
});
