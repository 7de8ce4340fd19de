/** The mentor has been at it for longer. */
import * as z from "zod/mini";
import { byNumber } from "./by-number.js";
import { HOLDS, REFUSES, ruleFactory } from "./rule.js";

/**
 * The mentor has at least `by` years of experience more than the mentee, to a thousandth of a year. Missing
 * `experienceYears` are unknown.
 */
export const moreExperienced = ruleFactory({
  name: "more-experienced",
  when: "pairing",
  shape: () => ({
    /** fewest years more than the mentee: 0.001 … 100; 1 unless given */
    by: z._default(z.number().check(z.gte(0.001), z.lte(100)), 1),
  }),
  reads: () => ({ mentee: ["experienceYears"], mentor: ["experienceYears"] }),
  words: ({ by }) => `the mentor has at least ${by} ${by === 1 ? "year" : "years"} more experience than the mentee`,
  bind: ({ mentees, mentors }, { by }) =>
    byNumber(
      mentees.map(({ experienceYears }) => experienceYears),
      mentors.map(({ experienceYears }) => experienceYears),
      // In binary, 0.3 − 0.1 is not quite 0.2.
      (mentee, mentor) => (Math.round((mentor - mentee) * 1000) >= Math.round(by * 1000) ? HOLDS : REFUSES),
    ),
});
