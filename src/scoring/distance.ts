/** The two are near one another. */
import * as z from "zod/mini";
import { metresApart } from "../apart.js";
import { criterionFactory, MENTEE_SILENT, MENTOR_SILENT } from "./criterion.js";

/**
 * 1 where the two are at the same place, evenly less down to 0 at `km`, along a great circle rounded to a metre. Who gives no
 * `location` is silent.
 */
export const distance = criterionFactory({
  name: "distance",
  shape: () => ({
    /** how many kilometres are worth nothing any more: 0.001 … 21 000; 100 unless given */
    km: z._default(z.number().check(z.gte(0.001), z.lte(21_000)), 100),
  }),
  reads: () => ({ mentee: ["location"], mentor: ["location"] }),
  words: ({ km }) => `the two are near one another, within ${km} km`,
  bind: ({ mentees, mentors }, { km }) => {
    const metres = metresApart(mentees, mentors);
    const isNowhere = Uint8Array.from(mentees, ({ location }) => (location === undefined ? 1 : 0));
    return (mentee, mentor) => {
      if (isNowhere[mentee] === 1) return MENTEE_SILENT;
      const apart = metres(mentee, mentor);
      return apart < 0 ? MENTOR_SILENT : Math.max(0, 1 - apart / (km * 1000));
    };
  },
});
