/** The person has a certain grade, or a grade below it. */
import { gradeSteps, stepOf } from "../../ladder.js";
import { CANNOT_TELL, HOLDS, REFUSES } from "../rule.js";
import { gradeName, offLadder } from "./grade-name.js";
import { participationFactory } from "./participation-rule.js";
import { perPerson } from "./per-person.js";

/** The person's grade is `grade`, shares its step, or a grade below it on the policy's ladder. A grade on no step is unknown. */
export const atMostGrade = participationFactory({
  name: "at-most-grade",
  shape: () => ({
    /** the highest grade that is let in: a name on the policy's ladder */
    grade: gradeName,
  }),
  reads: () => ["grade"],
  words: ({ grade }) => `the person's grade is at most "${grade}"`,
  check: ({ grade }, facts) => offLadder(grade, facts),
  bind: ({ people, ladder }, { grade }) => {
    const step = gradeSteps(people, ladder);
    const bound = stepOf(ladder).get(grade);
    return perPerson(people, (_, person) => {
      if (bound === undefined || step[person]! < 0) return CANNOT_TELL;
      return step[person]! <= bound ? HOLDS : REFUSES;
    });
  },
});
