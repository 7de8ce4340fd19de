/** The mentor has as many years more of experience as suits. */
import * as z from "zod/mini";
import { criterionFactory } from "./criterion.js";
import { ofNumbers } from "./of-numbers.js";

/**
 * How near the mentor's years of experience come to `ideal` years more than the mentee's: 1 at the ideal, and evenly less
 * down to 0 at `within` years beside it. Who gives no `experienceYears` is silent. Years go with age: a scheme that must not
 * prefer by age should look twice.
 */
export const experienceGap = criterionFactory({
  name: "experience-gap",
  shape: () => ({
    /** how many years more than the mentee are best: 0 … 100; 10 unless given */
    ideal: z._default(z.number().check(z.gte(0), z.lte(100)), 10),
    /** how many years beside the ideal are worth nothing any more: 0.001 … 100; 10 unless given */
    within: z._default(z.number().check(z.gte(0.001), z.lte(100)), 10),
  }),
  reads: () => ({ mentee: ["experienceYears"], mentor: ["experienceYears"] }),
  words: ({ ideal }) =>
    `the mentor has about ${ideal} ${ideal === 1 ? "year" : "years"} more experience than the mentee`,
  bind: ({ mentees, mentors }, { ideal, within }) =>
    ofNumbers(
      mentees.map(({ experienceYears }) => experienceYears),
      mentors.map(({ experienceYears }) => experienceYears),
      (mentee, mentor) => Math.max(0, 1 - Math.abs(mentor - mentee - ideal) / within),
    ),
});
