/** The two have nominated one another, or one has nominated the other. */
import * as z from "zod/mini";
import type { Person } from "../types.js";
import { namedAmong } from "./named.js";
import { rowHas, withTurned } from "./rows.js";
import { CANNOT_TELL, HOLDS, REFUSES, ruleFactory, type Verdict, type VerdictIndex } from "./rule.js";

/**
 * The mentee has nominated the mentor (`by: "mentee"`), the mentor the mentee (`"mentor"`), at least one of them the other
 * (`"either"`), or each the other (`"both"`). Missing `nominations` are unknown; an empty list names nobody.
 */
export const nominated = ruleFactory({
  name: "nominated",
  when: "pairing",
  shape: () => ({
    /** whose nomination it takes: the mentee's unless given */
    by: z._default(z.enum(["mentee", "mentor", "either", "both"]), "mentee"),
  }),
  reads: ({ by }) => ({
    mentee: by === "mentor" ? [] : ["nominations"],
    mentor: by === "mentee" ? [] : ["nominations"],
  }),
  words: ({ by }) => WORDS[by],
  bind: ({ mentees, mentors }, { by }) => {
    const byMentee = namedAmong(mentees, "nominations", mentors);
    const byMentor = namedAmong(mentors, "nominations", mentees);
    const menteeAbsent = absent(mentees);
    const mentorAbsent = absent(mentors);
    const join = (ofMentee: Verdict, ofMentor: Verdict): Verdict => {
      if (by === "mentee") return ofMentee;
      if (by === "mentor") return ofMentor;
      return (by === "either" ? Math.max(ofMentee, ofMentor) : Math.min(ofMentee, ofMentor)) as Verdict;
    };
    const notNamed = (isAbsent: number): Verdict => (isAbsent === 1 ? CANNOT_TELL : REFUSES);
    const verdict = (mentee: number, mentor: number): Verdict =>
      join(
        rowHas(byMentee, mentee, mentor) ? HOLDS : notNamed(menteeAbsent[mentee]!),
        rowHas(byMentor, mentor, mentee) ? HOLDS : notNamed(mentorAbsent[mentor]!),
      );
    const index: VerdictIndex = {
      menteeClass: menteeAbsent,
      mentorClass: mentorAbsent,
      ofClasses: (ofMentee, ofMentor) => join(notNamed(ofMentee), notNamed(ofMentor)),
      exceptions: withTurned(byMentee, byMentor),
    };
    return Object.assign(verdict, { index });
  },
});

const WORDS = {
  mentee: "the mentee has nominated the mentor",
  mentor: "the mentor has nominated the mentee",
  either: "one of the two has nominated the other",
  both: "the two have nominated each other",
};

const absent = (people: readonly Person[]): Int32Array =>
  Int32Array.from(people, ({ nominations }) => (nominations === undefined ? 1 : 0));
