/** Neither has declared a conflict of interest with the other. */
import { notNamed } from "./named.js";
import { related } from "./relations.js";
import { withTurned } from "./rows.js";
import { CANNOT_TELL, HOLDS, REFUSES, ruleFactory, type Verdict, type VerdictIndex } from "./rule.js";

/**
 * Neither side's `conflicts` names the other, nor does one of the pool's `relations` of kind `"conflict"` on the day the data
 * describes: one declaration is enough to refuse.
 *
 * Absent `conflicts` mean none; in an open world a pair that no declaration refuses cannot be told while either side's is
 * absent. `null` and an empty list are known to be none.
 */
export const noConflict = ruleFactory({
  name: "no-conflict",
  when: "always",
  shape: () => ({}),
  reads: () => ({ mentee: ["conflicts"], mentor: ["conflicts"], through: ["relations", "asOf"] }),
  words: () => "neither has declared a conflict of interest with the other",
  bind: (context) => {
    const { mentees, mentors, closedWorld } = context;
    const dated = related(context, "conflict");
    const byMentee = notNamed(mentees, "conflicts", mentors, closedWorld, dated);
    const byMentor = notNamed(mentors, "conflicts", mentees, closedWorld, dated);
    const verdict = (mentee: number, mentor: number): Verdict => {
      const ofMentee = byMentee(mentee, mentor);
      if (ofMentee === REFUSES) return REFUSES;
      const ofMentor = byMentor(mentor, mentee);
      if (ofMentor === REFUSES) return REFUSES;
      return ofMentee === CANNOT_TELL || ofMentor === CANNOT_TELL ? CANNOT_TELL : HOLDS;
    };
    const index: VerdictIndex = {
      menteeClass: Int32Array.from(byMentee.absent),
      mentorClass: Int32Array.from(byMentor.absent),
      ofClasses: (mentee, mentor) => (mentee === 1 || mentor === 1 ? CANNOT_TELL : HOLDS),
      exceptions: withTurned(byMentee.named, byMentor.named),
    };
    return Object.assign(verdict, { index });
  },
});
