/** What a comparison of two results holds. */
import type { PolicyInput } from "../../policy/policy.js";
import type { PoolInput } from "../../pool.js";
import type { MatchResult } from "../../types.js";
import type { Reason } from "../explain/explanation.js";
import type { CountUnit } from "./level-counts.js";

/** A result with what it was made of. */
export interface Compared {
  /** the people whom the result is of */
  readonly pool: PoolInput;
  /** the policy by which it was made */
  readonly policy: PolicyInput;
  /** what `match` returned for this pool and policy */
  readonly result: MatchResult;
}

/** A person in a role. */
export interface PersonInRole {
  /** id of the person; somebody in both roles is told of in each */
  readonly id: string;
  /** the role in which it is so */
  readonly role: "mentee" | "mentor";
}

/** A mentor somebody no longer has, or did not have before, and what the rules say of the pair where she is without. */
export interface ChangedPair {
  /** id of the mentor who was lost or gained */
  readonly mentorId: string;
  /**
   * `"absent"`: one of them is not in that pool · `"refused"`: the pair may not be made there · `"possible"`: it may, and what is
   * best is another
   */
  readonly elsewhere: "absent" | "refused" | "possible";
  /** everything that refuses the pair there; empty unless `elsewhere` is `"refused"` */
  readonly refusedBy: readonly Reason[];
}

/** A mentee whose mentors are not the same. */
export interface ChangedMentee {
  /** id of a mentee of either pool */
  readonly menteeId: string;
  /** whether she has more mentors than before, fewer, or as many others */
  readonly change: "gains" | "loses" | "moves";
  /** mentors of before, judged by the pool and policy of after */
  readonly lost: readonly ChangedPair[];
  /** mentors of after, judged by the pool and policy of before */
  readonly gained: readonly ChangedPair[];
}

/** A level's value before and after. */
export interface ChangedLevel {
  /** the level's name in the objective, `"coverage"`; never `"lottery"` */
  readonly name: string;
  /** an integer for each component of the level; `null` where the earlier objective has no such level */
  readonly before: readonly number[] | null;
  /** an integer for each component of the level; `null` where the later objective has no such level */
  readonly after: readonly number[] | null;
  /** of `priority`, `first-choices`, `last-choices` and `worst-off` only */
  readonly counts?: LevelCounts;
}

/** What the values of a level stand for, counted alike in both results. */
export interface LevelCounts {
  /** that of the later policy where both have the level: full months or years waited, tier, number of the choice, tenth of the scale */
  readonly unit: CountUnit;
  /** the longest wait, the first tier, choice or tenth first, and those that have none last */
  readonly of: readonly {
    /**
     * full months or years waited, 0 or more; tier or choice, 1 being the first; tenth, 0 … 9. `null` where they have no tier or
     * the mentor is no choice of theirs; whoever nominates nobody has only first choices
     */
    readonly of: number | null;
    /** in the earlier result: mentees with a mentor, by wait or tier, or matches, by choice or tenth */
    readonly before: number;
    /** the same in the later result */
    readonly after: number;
  }[];
}

/** Everything that differs. */
export interface Comparison {
  /** what differs in the people; mentees before mentors in every list, each in order of id */
  readonly pool: {
    /** whether both have the same hash */
    readonly isSame: boolean;
    /** people of the later pool alone */
    readonly joined: readonly PersonInRole[];
    /** people of the earlier pool alone */
    readonly left: readonly PersonInRole[];
    /** people of both pools of whom something differs */
    readonly changed: readonly (PersonInRole & {
      /** names of the fields that differ, in order; attributes are one field */
      readonly fields: readonly string[];
    })[];
    /** parts that are about pairs or dates: `"asOf"`, `"pairs"`, `"locks"` … */
    readonly parts: readonly string[];
  };
  /** what differs in the policy */
  readonly policy: {
    /** whether both have the same hash; `null` where functions in them cannot be compared and nothing else differs */
    readonly isSame: boolean | null;
    /** parts that differ, in order: `"must"`, `"participation.mentees"`, `"minimumScore"` … */
    readonly parts: readonly string[];
    /** lists that hold functions in either and therefore cannot be compared, `"prefer"` say */
    readonly unknown: readonly string[];
  };
  /** the seed of the lottery */
  readonly seed: {
    /** whether both runs drew lots from the same seed */
    readonly isSame: boolean;
  };
  /** the version of this package that made the results */
  readonly version: {
    /** whether one version made both */
    readonly isSame: boolean;
  };
  /** in order of id; where everything above is the same, nobody */
  readonly mentees: readonly ChangedMentee[];
  /** levels of the earlier objective in its order, then those of the later one alone; without the lottery */
  readonly levels: readonly ChangedLevel[];
}
