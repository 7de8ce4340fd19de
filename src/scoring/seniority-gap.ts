/** The mentor is as far above the mentee as suits them. */
import * as z from "zod/mini";
import { gradeSteps } from "../ladder.js";
import type { Mentee } from "../types.js";
import { criterionFactory, MENTEE_SILENT, MENTOR_SILENT, type ValueRow } from "./criterion.js";

/**
 * How near the gap between the two grades, in steps of the ladder, comes to `ideal`: 1 at the ideal, and less by
 * 1 / (steps of the ladder − 1) for each step beside it, down to 0.
 *
 * What a mentee says in `gapPreference` goes before `ideal`: `"near-peer"` wants 1 step; `"broad"` wants as many as there
 * are, from 0 at the mentee's own step to 1 for the whole ladder; `"none"` gives every mentor 0.5, whatever anybody's
 * grade. Otherwise a grade that is missing or on no step is silence.
 */
export const seniorityGap = criterionFactory({
  name: "seniority-gap",
  shape: () => ({
    /**
     * how many steps above the mentee are best, unless their `gapPreference` says: an integer of 0 or more; 2 unless
     * given
     */
    ideal: z._default(z.int().check(z.gte(0)), 2),
  }),
  reads: () => ({ mentee: ["grade", "gapPreference"], mentor: ["grade"] }),
  words: ({ ideal }) =>
    `the mentor is about ${ideal === 1 ? "1 step" : `${ideal} steps`} above the mentee on the ladder, unless the mentee prefers otherwise`,
  check: (_params, { ladder }) => (ladder.length === 0 ? "expected the policy to have a ladder, got none" : undefined),
  bind: ({ mentees, mentors, ladder }, { ideal }) => {
    const menteeStep = gradeSteps(mentees, ladder);
    const mentorStep = gradeSteps(mentors, ladder);
    const wanted = Float64Array.from(mentees, (mentee) => wantedGap(mentee, ideal));
    // On a ladder of one step every gap is 0, and nothing is divided by it.
    const widest = Math.max(1, ladder.length - 1);
    const valueOfStep = (mentee: number, step: number): number => {
      const want = wanted[mentee]!;
      if (want === ANY) return 0.5;
      if (menteeStep[mentee]! < 0) return MENTEE_SILENT;
      if (step < 0) return MENTOR_SILENT;
      const gap = step - menteeStep[mentee]!;
      return want === WIDEST ? Math.max(0, gap) / widest : Math.max(0, 1 - Math.abs(gap - want) / widest);
    };
    const value = (mentee: number, mentor: number): number => valueOfStep(mentee, mentorStep[mentor]!);
    // All mentors of a step are worth the same to a mentee; the first place is for those on none.
    const ofStep = new Float64Array(ladder.length + 1);
    const row: ValueRow = (mentee, mentors, values) => {
      for (let at = 0; at < ofStep.length; at++) ofStep[at] = valueOfStep(mentee, at - 1);
      for (let k = 0; k < mentors.length; k++) values[k] = ofStep[mentorStep[mentors[k]!]! + 1]!;
    };
    return Object.assign(value, { row });
  },
});

/** Instead of a number of steps: all gaps are alike. */
const ANY = -1;

/** Instead of a number of steps: the more the better. */
const WIDEST = -2;

/** The gap a mentee wants, in steps, or {@link ANY}, or {@link WIDEST}. */
function wantedGap({ gapPreference }: Mentee, ideal: number): number {
  switch (gapPreference) {
    case "near-peer":
      return 1;
    case "broad":
      return WIDEST;
    case "none":
      return ANY;
    default:
      return ideal;
  }
}
