/** The mentor stands above the mentee on the policy's ladder. */
import * as z from "zod/mini";
import { gradeSteps } from "../ladder.js";
import { CANNOT_TELL, HOLDS, REFUSES, ruleFactory, type Verdict, type VerdictIndex } from "./rule.js";

/** The mentor is at least `by` and at most `atMost` steps above the mentee. A grade on no step is unknown. */
export const moreSenior = ruleFactory({
  name: "more-senior",
  when: "pairing",
  shape: () => ({ by: z._default(z.int().check(z.gte(1)), 1), atMost: z.optional(z.int().check(z.gte(1))) }),
  reads: () => ({ mentee: ["grade"], mentor: ["grade"] }),
  words: ({ by, atMost }) => {
    const steps = atMost === undefined ? `at least ${by} ${by === 1 ? "step" : "steps"}` : `${by} to ${atMost} steps`;
    return `the mentor is ${steps} above the mentee on the ladder`;
  },
  check: ({ by, atMost }, { ladder }) => {
    if (ladder.length === 0) return "expected the policy to have a ladder, got none";
    return atMost !== undefined && atMost < by ? `expected atMost to be ${by} or more, got ${atMost}` : undefined;
  },
  bind: ({ mentees, mentors, ladder }, { by, atMost }) => {
    const menteeStep = gradeSteps(mentees, ladder);
    const mentorStep = gradeSteps(mentors, ladder);
    const most = atMost ?? ladder.length;
    const ofSteps = (ofMentee: number, ofMentor: number): Verdict => {
      if (ofMentee < 0 || ofMentor < 0) return CANNOT_TELL;
      const gap = ofMentor - ofMentee;
      return gap >= by && gap <= most ? HOLDS : REFUSES;
    };
    const verdict = (mentee: number, mentor: number): Verdict => ofSteps(menteeStep[mentee]!, mentorStep[mentor]!);
    const index: VerdictIndex = {
      // Who stands on no step is in class 0.
      menteeClass: menteeStep.map((step) => step + 1),
      mentorClass: mentorStep.map((step) => step + 1),
      ofClasses: (ofMentee, ofMentor) => ofSteps(ofMentee - 1, ofMentor - 1),
    };
    return Object.assign(verdict, { index });
  },
});
