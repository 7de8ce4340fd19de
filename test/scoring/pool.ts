/** A pool of one mentee and one mentor, for asking what a criterion makes of the pair. */
import type { Criterion } from "../../src/scoring/criterion.js";
import type { Mentee, Mentor } from "../../src/types.js";

export const LADDER = [["Postdoc", "Research Fellow"], ["Lecturer"], ["Associate Professor"], ["Professor"]];

/** The value of the pair of Bo, a mentee, and Ann, a mentor. */
export const pairValue = (
  criterion: Criterion,
  bo: Omit<Mentee, "id">,
  ann: Omit<Mentor, "id">,
  ladder = LADDER,
): number =>
  criterion.bind({ mentees: [{ id: "bo", ...bo }], mentors: [{ id: "ann", ...ann }], ladder, asOf: undefined })(0, 0);
