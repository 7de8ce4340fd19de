/** The nouns of the edge: what a pool holds and what a result says. Nothing here runs. */

/** Anything `JSON.parse` can return. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One value of a person that has no field of its own. Lists are flat. */
export type AttributeValue = string | number | boolean | readonly string[];

/** A value, or several that all apply; two people are different when their lists share nothing. */
export type OneOrMore = string | readonly string[];

/** Where somebody is, in degrees. */
export interface Location {
  /** −90 … 90 */
  readonly latitude: number;
  /** −180 … 180 */
  readonly longitude: number;
}

/** A span of calendar days; an open end means "from the beginning" or "until further notice". */
export interface Period {
  /** first day, `YYYY-MM-DD` */
  readonly from?: string;
  /** last day, `YYYY-MM-DD` */
  readonly until?: string;
}

/** Where somebody works for a while, and as what. */
export interface Post extends Period {
  readonly organisation?: OneOrMore;
  readonly department?: OneOrMore;
  readonly grade?: string;
}

/** How far above them a mentee would like their mentor to be. */
export type GapPreference = "near-peer" | "broad" | "none";

/**
 * What is known of one person in either role.
 *
 * A missing *fact* (grade, department …) is unknown: a rule that reads it cannot tell. A missing *declaration* (line
 * manager, appraisers, supervisors, conflicts) means none, unless the rule asks to be told; `null` says "known to have none".
 */
export interface Person {
  /** unique within a role after NFC and trimming; 1 … 200 characters without control characters */
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
  readonly organisation?: OneOrMore;
  readonly department?: OneOrMore;
  /** a name on the policy's ladder */
  readonly grade?: string;
  /** years, 0 or more */
  readonly experienceYears?: number;
  readonly jobRole?: string;
  readonly profession?: string;
  readonly country?: string;
  /** hours east of UTC, −14 … 14 */
  readonly utcOffsetHours?: number;
  readonly languages?: readonly string[];
  readonly location?: Location;
  /** how they can meet, for example `["online", "in-person"]` */
  readonly modes?: readonly string[];
  /** the id of their line manager, who need not be in the pool */
  readonly lineManager?: string | null;
  readonly appraisers?: readonly string[] | null;
  readonly supervisors?: readonly string[] | null;
  /** ids of people with whom they have a conflict of interest */
  readonly conflicts?: readonly string[] | null;
  readonly interests?: readonly string[];
  readonly optedIn?: boolean;
  readonly trained?: boolean;
  readonly approved?: boolean;
  /** ids in the other role, first choice first */
  readonly nominations?: readonly string[];
  /** ids they must not be paired with: always holds, whatever the policy lists */
  readonly avoid?: readonly string[];
  /** the day of their first request, `YYYY-MM-DD` */
  readonly waitingSince?: string;
  /** kept out of new pairs for a while; no reason is stored */
  readonly hold?: Period;
  /** not available for a while */
  readonly away?: Period;
  /** the day they left the scheme */
  readonly withdrawn?: string;
  /** priority tier: 1 is served first */
  readonly tier?: number;
  /** agrees that their live pairs may be changed, where the policy lets pairs move and the other side agrees, too */
  readonly willingToMove?: boolean;
  /**
   * posts with days of their own: `organisation`, `department` and `grade`, where any of them names it, are those of the posts
   * that hold on the day of the pool, and `parsePool` writes them down
   */
  readonly posts?: readonly Post[];
  readonly attributes?: { readonly [name: string]: AttributeValue };
}

/** Somebody who asks for a mentor. */
export interface Mentee extends Person {
  /** areas they want help with */
  readonly seeks?: readonly string[];
  /** how many mentors they want: an integer of 0 or more, 1 unless given */
  readonly demand?: number;
  readonly maxDistanceKm?: number;
  readonly gapPreference?: GapPreference;
  /** how much each criterion matters to them: a multiplier of 0 or more per criterion id */
  readonly matters?: { readonly [criterionId: string]: number };
}

/** Somebody who offers to be a mentor. */
export interface Mentor extends Person {
  /** areas they can help with */
  readonly offers?: readonly string[];
  /** most mentees they take: an integer of 0 or more; the policy's default unless given */
  readonly capacity?: number;
  /** fewest mentees they take, hard: an integer of 0 or more, 0 unless given */
  readonly minimum?: number;
  /** earlier pairs they were in, as mentor or mentee: 0 or more */
  readonly mentoringExperience?: number;
}

/** A pair's two ids. */
export interface PairIds {
  readonly menteeId: string;
  readonly mentorId: string;
}

/** What became of a pair: the first four are live. */
export type PairStatus =
  | "proposed"
  | "accepted"
  | "met"
  | "agreed"
  | "declined"
  | "dissolved"
  | "completed"
  | "ended-early";

/** What came of a pair, as its mentee says. */
export interface Outcome {
  /** whether what the two set out to do was done */
  readonly objectivesMet?: boolean;
  /** how useful it was: 1, not at all, … 5, very */
  readonly useful?: number;
}

/** What each side of a pair said; who is silent has not said. */
export interface SideAnswers {
  readonly mentee?: boolean;
  readonly mentor?: boolean;
}

/** A pair made earlier. */
export interface StandingPair extends PairIds {
  readonly status: PairStatus;
  /** `YYYY-MM-DD` */
  readonly since?: string;
  /** `YYYY-MM-DD` */
  readonly until?: string;
  /** both asked for a declined or dissolved pair to be possible again */
  readonly reopened?: boolean;
  readonly outcome?: Outcome;
  /** of a pair that ended early: somebody has asked whether anything happened that others should know of */
  readonly eventsChecked?: boolean;
  /** which term it is in: 1 is the first, 2 after it was renewed */
  readonly term?: number;
  /** who of the two wants another term */
  readonly renewal?: SideAnswers;
  /** who of the two wants another pair once this one has ended: both, unless they say no */
  readonly reEnters?: SideAnswers;
}

/** Who gave a word on a pair, when and why. */
export interface Source {
  readonly by?: string;
  /** `YYYY-MM-DD` */
  readonly on?: string;
  /** the sort of reason, one of the scheme's own few words, so that words can be counted: `"safeguarding"`, `"asked for"` */
  readonly reasonClass?: string;
}

/** The coordinator's word on one pair: it must be made, or must not. */
export interface Word extends PairIds, Source {
  readonly reason?: string;
}

/** One rule set aside for one pair, with the reason in writing. */
export interface Override extends PairIds, Source {
  /** the id of the rule */
  readonly rule: string;
  readonly reason: string;
}

/** The manager of somebody who need not be in the pool, while it lasts. */
export interface ReportingLine extends Period {
  readonly person: string;
  readonly manager: string;
}

/**
 * A relation of two people, who need not be in the pool, with its dates: beside the lists `appraisers`, `supervisors` and
 * `conflicts`, whose entries hold on the day the data describes. What ends is kept, because rules may look back.
 */
export interface Relation extends Period {
  /** who has it: the mentee whose appraiser it is, say */
  readonly person: string;
  readonly kind: "appraiser" | "supervisor" | "conflict";
  /** with whom */
  readonly other: string;
}

/** The people and what stands between them. Made by {@link parsePool}. */
export interface Pool {
  /** the day the data describes, `YYYY-MM-DD` */
  readonly asOf?: string;
  readonly mentees: readonly Mentee[];
  readonly mentors: readonly Mentor[];
  readonly pairs: readonly StandingPair[];
  readonly locks: readonly Word[];
  readonly forbids: readonly Word[];
  readonly overrides: readonly Override[];
  readonly reportingLines: readonly ReportingLine[];
  /** relations with dates; absent where there are none */
  readonly relations?: readonly Relation[];
}

/** Something noticed that is no error. */
export interface Finding {
  /** a stable word, for example `"reporting-line-cycle"` */
  readonly code: string;
  /** where in the pool or policy */
  readonly path: string;
  /** the people concerned, in order of id */
  readonly ids: readonly string[];
  readonly numbers: { readonly [name: string]: number };
}

/**
 * `proved`: the bound equals the value at every level · `searched`: a branch and bound finished · `unproved`: stopped
 * early, the bound is given · `infeasible`: no assignment keeps every hard demand · `stopped`: the caller said so.
 */
export type Status = "proved" | "searched" | "unproved" | "infeasible" | "stopped";

/** What one criterion adds to a score. */
export interface Part {
  /** the criterion's id */
  readonly id: string;
  /** integer points; a match's points add up to its score */
  readonly points: number;
}

/** A pair that was chosen. */
export interface Match extends PairIds {
  /** 0 … 10 000 */
  readonly score: number;
  readonly parts: readonly Part[];
  /** the share of the criteria's weight that both sides answered, 0 … 1 */
  readonly answered: number;
  readonly origin: "new" | "standing" | "locked";
  /** which of the mentee's nominations this is: 1 is the first */
  readonly choice?: number;
  /** a pair that is not standing yet and scores less than the policy's `weakScore` */
  readonly weak?: true;
  /** what the coordinator must tick before the pair is released: rules that could not tell, and those that bind at release */
  readonly checks?: readonly string[];
  /** rules set aside for this pair by an override */
  readonly overrides?: readonly string[];
  /** rules that bind always and refuse this standing pair today */
  readonly breaks?: readonly string[];
}

/** How many mentors a rule refused to one mentee. */
export interface Refusals {
  /** the rule's id */
  readonly id: string;
  /** mentors it refused */
  readonly mentors: number;
  /** mentors that it alone refused */
  readonly soleMentors: number;
}

/** A mentee left without a mentor. */
export interface Unmatched {
  readonly menteeId: string;
  readonly refusedBy: readonly Refusals[];
  /** mentors every rule allows */
  readonly eligible: number;
  /** those of them with no place left */
  readonly full: number;
}

/** A mentor with places left. */
export interface Reserve {
  readonly mentorId: string;
  readonly places: number;
}

/** Somebody a participation rule turned away. */
export interface NotTakingPart {
  readonly id: string;
  readonly role: "mentee" | "mentor";
  readonly refusedBy: readonly string[];
}

/** One objective level: what was reached and the proved bound, an integer for each of its components. */
export interface LevelValue {
  readonly name: string;
  readonly value: readonly number[];
  readonly bound: readonly number[];
}

/** The price of one person: an integer for each component of each level, compared lexicographically. */
export interface Price {
  readonly id: string;
  readonly price: readonly number[];
}

/** The price of a limit, or of one of its groups. */
export interface LimitPrice extends Price {
  /** the mentor or mentee whose own limit it is, where the limit holds for each */
  readonly personId?: string;
  /** the value of the other side, where the limit groups by a field */
  readonly group?: string | number | boolean;
}

/** What names one thing that a constraint asks: whose load it is, which two people, or which circle of them. */
export interface ConstraintKey {
  /** the constraint's id, or `"standing.maxChanges"` */
  readonly id: string;
  /** absent where the constraint asks one thing only */
  readonly ids?: readonly string[];
}

/** The price of a constraint, never below 0 over all components at once. */
export interface ConstraintPrice extends ConstraintKey {
  readonly price: readonly number[];
}

/**
 * Lets anyone check that no better result exists: the bound that these prices give equals the levels' values.
 * People, limits and constraints without a price have a price of zeros. Of an infeasible result it proves that limits, minima
 * and constraints cannot be kept together: prices of one component, with which even nothing at all has a bound below 0.
 */
export interface Proof {
  readonly mentees: readonly Price[];
  readonly mentors: readonly Price[];
  /** absent where no limit has a price */
  readonly limits?: readonly LimitPrice[];
  /** absent where no constraint has a price */
  readonly constraints?: readonly ConstraintPrice[];
}

/** What is needed to repeat a run. */
export interface Run {
  readonly version: string;
  readonly seed: string;
  readonly solver: string;
  /** SHA-256 of the canonical pool, hexadecimal */
  readonly poolHash: string;
  /** SHA-256 of the canonical policy, or `null` where it holds functions */
  readonly policyHash: string | null;
  readonly repeatable: boolean;
}

/** What {@link match} returns: ids only, never a name or an address. */
export interface MatchResult {
  readonly format: "mentor-match/result/1";
  readonly status: Status;
  readonly matches: readonly Match[];
  readonly unmatched: readonly Unmatched[];
  readonly reserve: readonly Reserve[];
  readonly notTakingPart: readonly NotTakingPart[];
  readonly levels: readonly LevelValue[];
  readonly proof: Proof;
  readonly findings: readonly Finding[];
  readonly run: Run;
}
