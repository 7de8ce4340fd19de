/** Standing pairs that may move. */
import type { StandingPair } from "../types.js";
import type { Columns } from "./compile.js";
import { bindingRefusals } from "./eligibility.js";

/** In order of mentee, then of mentor, and as a question. */
export interface Movable {
  readonly movable: readonly { readonly mentee: number; readonly mentor: number }[];
  readonly isMovable: (mentee: number, mentor: number) => boolean;
}

/**
 * Where the policy lets pairs move: those that are only proposed, and those whose both sides are willing. A lock holds a pair;
 * so does the absence of one of its people, and a rule that binds always and refuses it, which is for the coordinator to see.
 */
export function movablePairs(columns: Columns, standing: readonly StandingPair[]): Movable {
  const { pool, policy, mentees, mentors, menteeIndex, mentorIndex, menteesPart, mentorsPart } = columns;
  const locked = new Set(pool.locks.map(({ menteeId, mentorId }) => `${menteeId}\n${mentorId}`));
  const movable = standing
    .filter(({ menteeId, mentorId }) => policy.standing.pairs === "movable" && !locked.has(`${menteeId}\n${mentorId}`))
    .map(({ menteeId, mentorId, status }) => {
      return { mentee: menteeIndex.get(menteeId)!, mentor: mentorIndex.get(mentorId)!, status };
    })
    .filter(
      ({ mentee, mentor, status }) =>
        (status === "proposed" ||
          (mentees[mentee]!.willingToMove === true && mentors[mentor]!.willingToMove === true)) &&
        menteesPart.refusedBy[mentee]!.length === 0 &&
        mentorsPart.refusedBy[mentor]!.length === 0 &&
        bindingRefusals(columns, mentee, mentor).length === 0,
    )
    .map(({ mentee, mentor }) => ({ mentee, mentor }))
    .sort((a, b) => a.mentee - b.mentee || a.mentor - b.mentor);
  const keys = new Set(movable.map(({ mentee, mentor }) => mentee * mentors.length + mentor));
  return { movable, isMovable: (mentee, mentor) => keys.has(mentee * mentors.length + mentor) };
}
