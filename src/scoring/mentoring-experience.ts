/** The mentor has known mentoring before, from either side. */
import * as z from "zod/mini";
import { criterionFactory, MENTOR_SILENT } from "./criterion.js";

/**
 * The mentor's `mentoringExperience`, earlier pairs as mentor or mentee, divided by `enough`: 1 from there on. A mentor who
 * does not give it is silent; it is the same for every mentee, so it says who is used first, not who suits whom.
 */
export const mentoringExperience = criterionFactory({
  name: "mentoring-experience",
  shape: () => ({
    /** how many earlier pairs are worth 1: 0.001 … 1000; 1 unless given */
    enough: z._default(z.number().check(z.gte(0.001), z.lte(1000)), 1),
  }),
  reads: () => ({ mentee: [], mentor: ["mentoringExperience"] }),
  words: () => "the mentor has known mentoring before, as mentor or mentee",
  bind: ({ mentors }, { enough }) => {
    const value = Float64Array.from(mentors, ({ mentoringExperience: pairs }) =>
      pairs === undefined ? MENTOR_SILENT : Math.min(1, pairs / enough),
    );
    return (_mentee, mentor) => value[mentor]!;
  },
});
