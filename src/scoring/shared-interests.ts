/** The two have interests in common, at work or outside it. */
import { criterionFactory } from "./criterion.js";
import { sharedPart } from "./shared-part.js";

/**
 * The share of a mentee's interests that a mentor has too: 1 when the mentor shares all of them. Who names no interest
 * is silent.
 */
export const sharedInterests = criterionFactory({
  name: "shared-interests",
  shape: () => ({}),
  reads: () => ({ mentee: ["interests"], mentor: ["interests"] }),
  words: () => "the mentor shares the mentee's interests",
  bind: ({ mentees, mentors }) =>
    sharedPart(
      mentees.map(({ interests }) => interests),
      mentors.map(({ interests }) => interests),
    ),
});
