/** What explanations hold: ids and numbers, for the coordinator's eyes. `forMentee` and `forMentor` make of them what others may see. */
import type { ConstraintKey, Finding, Part, Unmatched } from "../../types.js";
import type { LevelDifference } from "../what-if.js";

/** Something that refuses a pair. */
export interface Reason {
  /**
   * the id of a rule, or what else bars the pair: `"self"`, `"forbid"`, `"avoid"`, `"ended-pair"`, `"minimumScore"`; of a person,
   * also `"withdrawn"`, `"hold"`, `"away"`, and `"demand"` or `"capacity"` where decided pairs take all their places
   */
  readonly id: string;
  /** whether it is about the two together, or about one of them whoever the other is */
  readonly of: "pair" | "mentee" | "mentor";
  /** whether it could tell what is nobody else's to know: lines, appraisal, conflicts, vetoes, nominations, what the policy protects */
  readonly isSensitive: boolean;
}

/** The mentors whom one reason keeps from a mentee. */
export interface RefusedMentors {
  readonly id: string;
  readonly isSensitive: boolean;
  readonly mentorIds: readonly string[];
  /** those of them whom nothing else refuses */
  readonly soleMentorIds: readonly string[];
}

/** A mentor whom a mentee would rather have than hers, and what stood against it. */
export interface BetterMentor {
  readonly mentorId: string;
  readonly score: number;
  /** which of her nominations it is */
  readonly choice?: number;
  /** empty where the pair may be made; a question about the pair then tells its exact price */
  readonly refusedBy: readonly Reason[];
  /** the mentees who have this mentor */
  readonly heldBy: readonly string[];
  /** places of the mentor that nobody has */
  readonly placesLeft: number;
}

/** A criterion's points in a score. */
export interface ExplainedPart extends Part {
  readonly isSensitive: boolean;
}

/** A match taken apart. */
export interface ExplainedMatch {
  readonly mentorId: string;
  readonly origin: "new" | "standing" | "locked";
  readonly score: number;
  readonly parts: readonly ExplainedPart[];
  readonly answered: number;
  readonly choice?: number;
  /** by her nominations in their order, then by score: the best first */
  readonly better: readonly BetterMentor[];
}

/** A limit that stands around the places somebody could have. */
export interface TightLimit extends Pick<ConstraintKey, "id"> {
  readonly personId?: string;
  readonly group?: string | number | boolean;
  /** whether it is full, or would fall below its least */
  readonly bound: "most" | "least";
  /** the matches it must have at most, or at least, beside those that are decided */
  readonly matches: number;
}

/**
 * Why not all of some mentees can have a mentor, however the pairs are chosen: they need more places than there are for them
 * (Hall 1935; with limits, Hoffman 1960). Nobody could be left out of the set: without any one of them, all the others could
 * have one, and everything that is asked for be kept.
 *
 * Nor could anything that is named be left out of the reasons: the mentors' places, limits and minima here do by themselves keep
 * the mentees from it, whatever becomes of all others; and if any one of them did not bind, all could have one.
 */
export interface Shortage {
  /** in order of id, she among them; each of the others has a mentor */
  readonly menteeIds: readonly string[];
  /**
   * mentors whose places are too few, in order of id, with the places that decided pairs leave of each; without limits these are
   * all mentors they may have, and their places come to `places`
   */
  readonly mentors: readonly { readonly mentorId: string; readonly places: number }[];
  /** how many of these mentees can have a mentor at most: one less than they are */
  readonly places: number;
  /** limits that leave no more; absent where the policy has none */
  readonly limits?: readonly TightLimit[];
  /** mentors who let nobody go because of their minimum; absent where the policy has no limits */
  readonly minima?: readonly string[];
}

/** Why a mentee and a mentor, or anybody, are or are not matched. */
export type Explanation =
  | Matched
  | UnmatchedMentee
  | RefusedPair
  | PossiblePair
  | { readonly kind: "not-taking-part"; readonly menteeId: string; readonly refusedBy: readonly Reason[] }
  | { readonly kind: "asks-for-nobody"; readonly menteeId: string };

/** A mentee with the mentors she has, or with the one asked about. */
export interface Matched {
  readonly kind: "matched";
  readonly menteeId: string;
  readonly matches: readonly ExplainedMatch[];
}

/** A mentee who takes part and has no mentor. */
export interface UnmatchedMentee extends Pick<Unmatched, "eligible" | "full"> {
  readonly kind: "unmatched";
  readonly menteeId: string;
  /**
   * `"refused"`: nobody is eligible · `"shortage"`: she is one of more mentees than there are places for · `"objective"`: she
   * could have one and nobody lose theirs, but a level before coverage, or stability, would be worse · `"constraints"`: constraints,
   * or limits that cut across a great many pairs, stand in the way, and no set of people shows it
   */
  readonly because: "refused" | "shortage" | "objective" | "constraints";
  /** every reason that refuses any mentor who takes part: what bars pairs, then rules in the policy's order */
  readonly refusedBy: readonly RefusedMentors[];
  readonly shortage?: Shortage;
}

/** A pair that may not be made. */
export interface RefusedPair {
  readonly kind: "refused";
  readonly menteeId: string;
  readonly mentorId: string;
  /** every one, not only the first */
  readonly refusedBy: readonly Reason[];
}

/** A pair that may be made and was not. */
export interface PossiblePair {
  readonly kind: "possible";
  readonly menteeId: string;
  readonly mentorId: string;
  readonly score: number;
  readonly parts: readonly ExplainedPart[];
  readonly answered: number;
  readonly choice?: number;
  /**
   * what every level before the lottery would lose if the pair were locked, solved again: at the first that is not 0 it is a
   * loss; `null` where limits, minima or constraints could then not be kept
   */
  readonly price: readonly LevelDifference[] | null;
  /** what could then not be kept */
  readonly conflicts: readonly Pick<Finding, "code" | "path" | "ids">[];
  /** mentees who would then have a mentor more, or less, than now */
  readonly gains: readonly string[];
  readonly loses: readonly string[];
}
