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
  /** the id of a rule, `"minimumScore"`, or what else bars a pair: `"self"`, `"forbid"`, `"avoid"`, `"ended-pair"` */
  readonly id: string;
  /** whether the reason could tell what is nobody else's to know, as in {@link Reason} */
  readonly isSensitive: boolean;
  /** mentors who take part and whom it refuses her, in order of id; at least one */
  readonly mentorIds: readonly string[];
  /** those of them whom nothing else refuses */
  readonly soleMentorIds: readonly string[];
}

/** A mentor whom a mentee would rather have than hers, and what stood against it. */
export interface BetterMentor {
  /** id of the mentor whom she would rather have and does not */
  readonly mentorId: string;
  /** of her pair with this mentor, 0 … 10 000 */
  readonly score: number;
  /** which of her nominations it is, 1 being the first; absent where she did not nominate this mentor */
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
  /** whether the criterion reads what is nobody else's to know, as in {@link Reason} */
  readonly isSensitive: boolean;
}

/** A match taken apart. */
export interface ExplainedMatch {
  /** id of a mentor she has */
  readonly mentorId: string;
  /** `"new"`: chosen · `"standing"`: a live pair of the pool · `"locked"`: demanded by the coordinator */
  readonly origin: "new" | "standing" | "locked";
  /** by pool and policy as they are now, 0 … 10 000 */
  readonly score: number;
  /** a part for each criterion; their points add up to the score */
  readonly parts: readonly ExplainedPart[];
  /** the share of the criteria's weight that both sides answered, 0 … 1 */
  readonly answered: number;
  /** which of her nominations it is, 1 being the first; absent where she did not nominate this mentor */
  readonly choice?: number;
  /** by her nominations in their order, then by score: the best first */
  readonly better: readonly BetterMentor[];
}

/** A limit that stands around the places somebody could have. */
export interface TightLimit extends Pick<ConstraintKey, "id"> {
  /** id of the mentor or mentee whose own limit it is; absent where the limit holds for no single person */
  readonly personId?: string;
  /** the value of the field by which the limit groups; absent where it groups by none */
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
  readonly mentors: readonly {
    /** id of a mentor whom some of them may have */
    readonly mentorId: string;
    /** places of the mentor that decided pairs leave, 0 or more */
    readonly places: number;
  }[];
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
  | {
      /** she has no mentor and does not take part */
      readonly kind: "not-taking-part";
      /** id of the mentee who was asked about */
      readonly menteeId: string;
      /** everything that turns her away, each `of` the mentee */
      readonly refusedBy: readonly Reason[];
    }
  | {
      /** she takes part, has no mentor and wants none: her demand is 0 */
      readonly kind: "asks-for-nobody";
      /** id of the mentee who was asked about */
      readonly menteeId: string;
    };

/** A mentee with the mentors she has, or with the one asked about. */
export interface Matched {
  /** she has a mentor, or the one asked about */
  readonly kind: "matched";
  /** id of the mentee who was asked about */
  readonly menteeId: string;
  /** all her mentors, in order of id; where a pair was asked about, that one alone */
  readonly matches: readonly ExplainedMatch[];
}

/** A mentee who takes part and has no mentor. */
export interface UnmatchedMentee extends Pick<Unmatched, "eligible" | "full"> {
  /** she takes part, asks for a mentor and has none */
  readonly kind: "unmatched";
  /** id of the mentee who was asked about */
  readonly menteeId: string;
  /**
   * `"refused"`: nobody is eligible · `"shortage"`: she is one of more mentees than there are places for · `"objective"`: she
   * could have one and nobody lose theirs, but a level before coverage, or stability, would be worse · `"constraints"`: constraints,
   * or limits that cut across a great many pairs, stand in the way, and no set of people shows it
   */
  readonly because: "refused" | "shortage" | "objective" | "constraints";
  /** every reason that refuses any mentor who takes part: what bars pairs, then rules in the policy's order */
  readonly refusedBy: readonly RefusedMentors[];
  /** only where `because` is `"shortage"` */
  readonly shortage?: Shortage;
}

/** A pair that may not be made. */
export interface RefusedPair {
  /** something refuses the pair, or one of the two */
  readonly kind: "refused";
  /** id of the mentee of the pair */
  readonly menteeId: string;
  /** id of the mentor of the pair */
  readonly mentorId: string;
  /** every one, not only the first */
  readonly refusedBy: readonly Reason[];
}

/** A pair that may be made and was not. */
export interface PossiblePair {
  /** nothing refuses the pair, and the result does not have it */
  readonly kind: "possible";
  /** id of the mentee of the pair */
  readonly menteeId: string;
  /** id of the mentor of the pair */
  readonly mentorId: string;
  /** what the pair would score, 0 … 10 000 */
  readonly score: number;
  /** a part for each criterion; their points add up to the score */
  readonly parts: readonly ExplainedPart[];
  /** the share of the criteria's weight that both sides answered, 0 … 1 */
  readonly answered: number;
  /** which of the mentee's nominations it is, 1 being the first; absent where she did not nominate this mentor */
  readonly choice?: number;
  /**
   * what every level before the lottery would lose if the pair were locked, solved again: at the first that is not 0 it is a
   * loss; `null` where limits, minima or constraints could then not be kept
   */
  readonly price: readonly LevelDifference[] | null;
  /** what could then not be kept */
  readonly conflicts: readonly Pick<Finding, "code" | "path" | "ids">[];
  /** ids of mentees who would then have more mentors than now, in order; empty where `price` is `null` */
  readonly gains: readonly string[];
  /** ids of mentees who would then have fewer mentors than now, in order; empty where `price` is `null` */
  readonly loses: readonly string[];
}
