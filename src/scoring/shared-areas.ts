/** The mentor can help with what the mentee asks for. */
import { criterionFactory } from "./criterion.js";
import { sharedPart } from "./shared-part.js";

/**
 * The share of the areas a mentee seeks that a mentor offers: 1 when all are offered, whatever else the mentor offers.
 * A mentee who seeks nothing, and a mentor who offers nothing, are silent.
 */
export const sharedAreas = criterionFactory({
  name: "shared-areas",
  shape: () => ({}),
  reads: () => ({ mentee: ["seeks"], mentor: ["offers"] }),
  words: () => "the mentor offers the areas the mentee seeks",
  bind: ({ mentees, mentors }) =>
    sharedPart(
      mentees.map(({ seeks }) => seeks),
      mentors.map(({ offers }) => offers),
    ),
});
