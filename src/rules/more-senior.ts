/** The mentor stands above the mentee on the policy's ladder. */
import * as z from "zod";
import { gradeSteps } from "../ladder.js";
import { CANNOT_TELL, HOLDS, REFUSES, ruleFactory } from "./rule.js";

/** The mentor is at least `by` and at most `atMost` steps above the mentee. A grade on no step is unknown. */
export const moreSenior = ruleFactory({
  name: "more-senior",
  when: "pairing",
  shape: () => ({ by: z.int().min(1).default(1), atMost: z.int().min(1).optional() }),
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
    return (mentee, mentor) => {
      if (menteeStep[mentee]! < 0 || mentorStep[mentor]! < 0) return CANNOT_TELL;
      const gap = mentorStep[mentor]! - menteeStep[mentee]!;
      return gap >= by && gap <= most ? HOLDS : REFUSES;
    };
  },
});
