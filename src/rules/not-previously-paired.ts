/** The two have not been a pair before. */
import * as z from "zod/mini";
import { monthsBefore } from "../day.js";
import { rowHas, toRows } from "./rows.js";
import { CANNOT_TELL, HOLDS, REFUSES, ruleFactory, type Verdict, type VerdictIndex } from "./rule.js";

/**
 * None of the pool's `pairs` that are `completed`, `dissolved` or `ended-early` is this mentee with this mentor; one that both
 * asked to reopen does not count, nor does one that was declined, which never was a pair.
 *
 * With `months`, a pair counts only if its `until` is at most that many months before the day the data describes (`asOf`);
 * where either day is missing, it cannot tell.
 */
export const notPreviouslyPaired = ruleFactory({
  name: "not-previously-paired",
  when: "pairing",
  shape: () => ({
    /** how long a pair counts after its end: months, 1 … 1200; for ever unless given */
    months: z.optional(z.int().check(z.gte(1), z.lte(1200))),
  }),
  reads: () => ({ mentee: [], mentor: [], through: ["pairs", "asOf"] }),
  words: ({ months }) => {
    const within = months === undefined ? "" : ` in the last ${months === 1 ? "month" : `${months} months`}`;
    return `the two have not been a pair${within === "" ? " before" : within}`;
  },
  bind: ({ mentees, mentors, pairs = [], asOf }, { months }) => {
    const menteeOf = new Map(mentees.map(({ id }, mentee) => [id, mentee]));
    const mentorOf = new Map(mentors.map(({ id }, mentor) => [id, mentor]));
    const counted: number[][] = mentees.map(() => []);
    const doubtful: number[][] = mentees.map(() => []);
    for (const { menteeId, mentorId, status, until, reopened } of pairs) {
      const mentee = menteeOf.get(menteeId);
      const mentor = mentorOf.get(mentorId);
      if (mentee === undefined || mentor === undefined || !ENDED.includes(status) || reopened === true) continue;
      if (months === undefined) counted[mentee]!.push(mentor);
      else if (until === undefined || asOf === undefined) doubtful[mentee]!.push(mentor);
      else if (until >= monthsBefore(asOf, months)) counted[mentee]!.push(mentor);
    }
    const surely = toRows(counted);
    const perhaps = toRows(doubtful);
    const verdict = (mentee: number, mentor: number): Verdict => {
      if (rowHas(surely, mentee, mentor)) return REFUSES;
      return rowHas(perhaps, mentee, mentor) ? CANNOT_TELL : HOLDS;
    };
    const index: VerdictIndex = {
      menteeClass: new Int32Array(mentees.length),
      mentorClass: new Int32Array(mentors.length),
      ofClasses: () => HOLDS,
      exceptions: toRows(counted.map((list, mentee) => [...list, ...doubtful[mentee]!])),
    };
    return Object.assign(verdict, { index });
  },
});

/** What a pair is called that was one and is one no longer. */
const ENDED: readonly string[] = ["completed", "dissolved", "ended-early"];
