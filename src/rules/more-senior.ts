/** The mentor stands above the mentee on the policy's ladder. */
import * as z from "zod/mini";
import { gradeSteps } from "../ladder.js";
import { CANNOT_TELL, HOLDS, REFUSES, ruleFactory, type Verdict, type VerdictIndex } from "./rule.js";

/**
 * The mentor is at least `by` and at most `atMost` steps above the mentee. A grade on no step is unknown. Above the ladder's
 * highest step there is nobody: with `topStep: "peer"`, people who stand on it may have a mentor of that same step.
 */
export const moreSenior = ruleFactory({
  name: "more-senior",
  when: "pairing",
  shape: () => ({
    /** fewest steps above the mentee: an integer of 1 or more; 1 unless given */
    by: z._default(z.int().check(z.gte(1)), 1),
    /** most steps above the mentee: an integer of `by` or more; any number unless given */
    atMost: z.optional(z.int().check(z.gte(1))),
    /** `"peer"` lets those on the ladder's highest step have mentors of that step; they can have none unless given */
    topStep: z.optional(z.enum(["peer"])),
  }),
  reads: () => ({ mentee: ["grade"], mentor: ["grade"] }),
  words: ({ by, atMost, topStep }) => {
    const steps = atMost === undefined ? `at least ${by} ${by === 1 ? "step" : "steps"}` : `${by} to ${atMost} steps`;
    const peers = topStep === undefined ? "" : ", or both stand on its highest step";
    return `the mentor is ${steps} above the mentee on the ladder${peers}`;
  },
  check: ({ by, atMost }, { ladder }) => {
    if (ladder.length === 0) return "expected the policy to have a ladder, got none";
    return atMost !== undefined && atMost < by ? `expected atMost to be ${by} or more, got ${atMost}` : undefined;
  },
  bind: ({ mentees, mentors, ladder }, { by, atMost, topStep }) => {
    const menteeStep = gradeSteps(mentees, ladder);
    const mentorStep = gradeSteps(mentors, ladder);
    const most = atMost ?? ladder.length;
    const peerStep = topStep === undefined ? ladder.length : ladder.length - 1;
    const ofSteps = (ofMentee: number, ofMentor: number): Verdict => {
      if (ofMentee < 0 || ofMentor < 0) return CANNOT_TELL;
      if (ofMentee === peerStep && ofMentor === peerStep) return HOLDS;
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
