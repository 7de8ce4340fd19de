/** All that stands against a pair. */
import { pairRefusals } from "../../matching/refusals.js";
import type { Case } from "../case.js";
import type { Reason } from "./explanation.js";
import { pairReasons, personReasons, type Sensitive } from "./sensitive.js";

/**
 * Everything that refuses a pair, its people's part and places that decided pairs took included; of one that stands and may move
 * only the places, for no rule is asked of it again.
 */
export function reasonsAgainst(
  { columns, fixed }: Pick<Case, "columns" | "fixed">,
  sensitive: Sensitive,
  mentee: number,
  mentor: number,
): Reason[] {
  const { menteesPart, mentorsPart, demand, capacity } = columns;
  const none = (of: "mentee" | "mentor", id: string, isSo: boolean): Reason[] =>
    isSo ? [{ id, of, isSensitive: false }] : [];
  const places = [
    ...none("mentee", "demand", fixed.menteeUsed[mentee]! >= demand[mentee]!),
    ...none("mentor", "capacity", fixed.mentorUsed[mentor]! >= capacity[mentor]!),
  ];
  if (fixed.isMovable(mentee, mentor)) return places;
  return [
    ...personReasons("mentee", menteesPart.refusedBy[mentee]!, sensitive),
    ...personReasons("mentor", mentorsPart.refusedBy[mentor]!, sensitive),
    ...pairReasons(pairRefusals(columns, mentee, mentor), sensitive),
    ...places,
  ];
}
