/** Pairs beyond what places allow. */
import type { Fixed } from "../../matching/fixed.js";
import type { Case } from "../case.js";

/** The same as if each mentor who takes part had room: pairs are then also formed with those who have no place left. */
export function withRoom({ columns, fixed }: Pick<Case, "columns" | "fixed">): Fixed {
  const { refusedBy } = columns.mentorsPart;
  return {
    ...fixed,
    capacity: fixed.capacity.map((places, mentor) => (refusedBy[mentor]!.length > 0 ? 0 : Math.max(1, places))),
  };
}
