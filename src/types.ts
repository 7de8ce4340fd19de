/** The nouns of the edge: what a pool holds and what a result says. Nothing here runs. */

/** Anything `JSON.parse` can return. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One value of a person that has no field of its own. Lists are flat. */
export type AttributeValue = string | number | boolean | readonly string[];

/** A value, or several that all apply; two people are different when their lists share nothing. */
export type OneOrMore = string | readonly string[];

/** Where somebody is. */
export interface Location {
  /** degrees north of the equator, −90 … 90 */
  readonly latitude: number;
  /** degrees east of Greenwich, −180 … 180 */
  readonly longitude: number;
}

/** A span of calendar days. */
export interface Period {
  /** the first day of it, `YYYY-MM-DD`; from the beginning unless given */
  readonly from?: string;
  /** the last day of it, `YYYY-MM-DD`; until further notice unless given */
  readonly until?: string;
}

/** Where somebody works for a while, and as what. */
export interface Post extends Period {
  /** the organisation, or several that all apply; absent where the post says nothing of it */
  readonly organisation?: OneOrMore;
  /** the department, or several that all apply; absent where the post says nothing of it */
  readonly department?: OneOrMore;
  /** a name on the policy's ladder; of several posts that hold on the day, the one that began last decides */
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
  /** what reports and letters call them; no rule reads it, and no result holds it */
  readonly name?: string;
  /** where letters go, unchecked text; no rule reads it, and no result holds it */
  readonly email?: string;
  /** the employer, or several that all apply; compared as written, or as the policy's `vocabulary` says */
  readonly organisation?: OneOrMore;
  /** the part of the organisation, or several that all apply; compared as written, or as the `vocabulary` says */
  readonly department?: OneOrMore;
  /** a name on the policy's ladder; absent, or a name on none of its steps, is unknown */
  readonly grade?: string;
  /** years of experience in their work: 0 or more, fractions too; absent is unknown */
  readonly experienceYears?: number;
  /** what they work as: one text, compared as written or as the `vocabulary` says */
  readonly jobRole?: string;
  /** the profession they belong to: one text, compared as written or as the `vocabulary` says */
  readonly profession?: string;
  /** where they live or work: one text, compared as written or as the `vocabulary` says; no code is asked for */
  readonly country?: string;
  /** hours east of UTC on the day of the pool, −14 … 14; absent is unknown */
  readonly utcOffsetHours?: number;
  /** languages they can be mentored or can mentor in, in any order; an empty list is the same as absent */
  readonly languages?: readonly string[];
  /** where distances are measured from; absent is unknown */
  readonly location?: Location;
  /** how they can meet, for example `["online", "in-person"]`; absent is unknown */
  readonly modes?: readonly string[];
  /** the id of their line manager on the day of the pool, who need not be in it; `null`: they have none */
  readonly lineManager?: string | null;
  /** ids of those with a part in their appraisal on the day of the pool, who need not be in it; `null`: nobody has */
  readonly appraisers?: readonly string[] | null;
  /** ids of those who supervise them on the day of the pool, who need not be in it; `null`: nobody does */
  readonly supervisors?: readonly string[] | null;
  /** ids of people with whom they have a conflict of interest, in the pool or not; `null`: there is nobody */
  readonly conflicts?: readonly string[] | null;
  /** what they care about, in any order; an empty list is the same as absent */
  readonly interests?: readonly string[];
  /** whether they agreed to take part in this role; absent is unknown, which the rule `opted-in` does not take for yes */
  readonly optedIn?: boolean;
  /** whether they completed the training for this role; absent is unknown, as for `optedIn` */
  readonly trained?: boolean;
  /** whether the scheme approved them for this role; absent is unknown, as for `optedIn` */
  readonly approved?: boolean;
  /** ids in the other role of the pool, first choice first; an empty list names nobody, absent is unknown */
  readonly nominations?: readonly string[];
  /** ids they must not be paired with: always holds, whatever the policy lists */
  readonly avoid?: readonly string[];
  /** the day of their first request, `YYYY-MM-DD`; who gives none has not waited yet */
  readonly waitingSince?: string;
  /** kept out of new pairs for a while, first and last day included; no reason is stored */
  readonly hold?: Period;
  /** not available for a while, first and last day included: no new pairs */
  readonly away?: Period;
  /** the day they left the scheme, `YYYY-MM-DD`: from then on they take no part, and their live pairs have ended */
  readonly withdrawn?: string;
  /** priority tier: an integer of 1 or more, 1 is served first and who has none last */
  readonly tier?: number;
  /**
   * agrees that their live pairs may be changed, where the policy lets pairs move and the other side agrees, too; not
   * unless `true`
   */
  readonly willingToMove?: boolean;
  /**
   * posts with days of their own: `organisation`, `department` and `grade`, where any of them names it, are those of the posts
   * that hold on the day of the pool, and `parsePool` writes them down
   */
  readonly posts?: readonly Post[];
  /** whatever has no field of its own, by name: rules read it as `"attributes.<name>"`; names are any text, like ids */
  readonly attributes?: { readonly [name: string]: AttributeValue };
}

/** Somebody who asks for a mentor. */
export interface Mentee extends Person {
  /** areas they want help with, in any order, compared as written or as the `vocabulary` says under `areas` */
  readonly seeks?: readonly string[];
  /** how many mentors they want: an integer of 0 … 50, 1 unless given */
  readonly demand?: number;
  /** how far away a mentor may be whom they can only meet in person: kilometres, 0 or more; any distance unless given */
  readonly maxDistanceKm?: number;
  /**
   * `"near-peer"`: 1 step, `"broad"`: the more steps the better, `"none"`: all the same; goes before the `ideal` of
   * `seniority-gap`, which counts where this is absent
   */
  readonly gapPreference?: GapPreference;
  /**
   * how much each criterion matters to them: 0, or a multiplier of 0.000001 … 1 000 000, by the criterion's id; 1
   * unless given
   */
  readonly matters?: { readonly [criterionId: string]: number };
}

/** Somebody who offers to be a mentor. */
export interface Mentor extends Person {
  /** areas they can help with, in any order, compared as written or as the `vocabulary` says under `areas` */
  readonly offers?: readonly string[];
  /** most mentees they take: an integer of 0 … 1 000 000, cut down to the policy's `max`; its `default` unless given */
  readonly capacity?: number;
  /** fewest mentees they take, hard: an integer of 0 … 1 000 000, their `capacity` at most; 0 unless given */
  readonly minimum?: number;
  /** earlier pairs they were in, as mentor or mentee: 0 or more; absent is unknown */
  readonly mentoringExperience?: number;
}

/** A pair's two ids. */
export interface PairIds {
  /** the id of the pair's mentee */
  readonly menteeId: string;
  /** the id of the pair's mentor */
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
  /** whether what the two set out to do was done; absent where nobody has said */
  readonly objectivesMet?: boolean;
  /** how useful it was: 1, not at all, … 5, very; absent where nobody has said */
  readonly useful?: number;
}

/** What each side of a pair said; who is silent has not said. */
export interface SideAnswers {
  /** what the mentee said; absent: nothing yet */
  readonly mentee?: boolean;
  /** what the mentor said; absent: nothing yet */
  readonly mentor?: boolean;
}

/** A pair made earlier. */
export interface StandingPair extends PairIds {
  /**
   * what became of it: a live one uses up a place of both sides, a declined or dissolved one is not made again unless
   * `reopened`
   */
  readonly status: PairStatus;
  /** the day it was made, or proposed where it is no more than that, `YYYY-MM-DD`; absent where nobody knows */
  readonly since?: string;
  /** the day it ended, `YYYY-MM-DD`; absent of a live pair, and where nobody knows */
  readonly until?: string;
  /** both asked for a pair that ended to be possible again; not unless `true` */
  readonly reopened?: boolean;
  /** what its mentee says came of it; absent where nobody has said */
  readonly outcome?: Outcome;
  /**
   * of a pair that ended early: somebody has asked whether anything happened that others should know of; not unless
   * `true`
   */
  readonly eventsChecked?: boolean;
  /** which term it is in: 1, as it is unless given, is the first, 2 after it was renewed; 101 at most */
  readonly term?: number;
  /** who of the two wants another term: where both do, and the policy's terms allow one, it is renewed */
  readonly renewal?: SideAnswers;
  /** who of the two asks for another pair once this one has ended: both, unless they say no */
  readonly reEnters?: SideAnswers;
}

/** Who gave a word on a pair, when and why. */
export interface Source {
  /** who gave it, as the scheme writes that: text of any kind, not looked up among the people */
  readonly by?: string;
  /** the day it was given, `YYYY-MM-DD`; absent where nobody wrote it down */
  readonly on?: string;
  /** the sort of reason, one of the scheme's own few words, so that words can be counted: `"safeguarding"`, `"asked for"` */
  readonly reasonClass?: string;
}

/** The coordinator's word on one pair: it must be made, or must not. */
export interface Word extends PairIds, Source {
  /** why, in writing; absent where nobody wrote it down */
  readonly reason?: string;
}

/** One rule set aside for one pair, with the reason in writing. */
export interface Override extends PairIds, Source {
  /** the id of the rule, or `"minimumScore"` */
  readonly rule: string;
  /** why, in writing: never blank */
  readonly reason: string;
}

/** The manager of somebody who need not be in the pool, while it lasts. */
export interface ReportingLine extends Period {
  /** the id of who reports; a line of somebody to themself counts for nothing */
  readonly person: string;
  /** the id of who they report to, who need not be in the pool either */
  readonly manager: string;
}

/**
 * A relation of two people, who need not be in the pool, with its dates: beside the lists `appraisers`, `supervisors` and
 * `conflicts`, whose entries hold on the day the data describes. What ends is kept, because rules may look back.
 */
export interface Relation extends Period {
  /** the id of who has it: the mentee whose appraiser it is, say */
  readonly person: string;
  /** what `other` is to `person`; a conflict holds in both directions */
  readonly kind: "appraiser" | "supervisor" | "conflict";
  /** the id of who it is with: the appraiser, say */
  readonly other: string;
}

/** The people and what stands between them. Made by {@link parsePool}. */
export interface Pool {
  /** the day the data describes, `YYYY-MM-DD`; absent where nobody said, and then nothing in it has days that count */
  readonly asOf?: string;
  /** who asks for a mentor, each id once, in the order given; somebody may be in both lists */
  readonly mentees: readonly Mentee[];
  /** who offers to be one, each id once, in the order given */
  readonly mentors: readonly Mentor[];
  /** pairs made earlier, whether live or ended; empty where there are none, and at most one live one of the same two */
  readonly pairs: readonly StandingPair[];
  /** pairs that must be made, each once; a lock bends no rule without an override */
  readonly locks: readonly Word[];
  /** pairs that must not be made; none of them is locked */
  readonly forbids: readonly Word[];
  /** rules set aside for single pairs, each rule of a pair once */
  readonly overrides: readonly Override[];
  /** who manages whom beyond what `lineManager` says, for people in the pool and outside it */
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
  /** ids of the people concerned: of a pair the mentee first, of a constraint in its own order, else in order of id */
  readonly ids: readonly string[];
  /** the figures behind it, by name: which, and in what unit, is for its `code` to say; empty where there are none */
  readonly numbers: { readonly [name: string]: number };
}

/**
 * `proved`: the bound equals the value at every level · `searched`: a branch and bound finished · `unproved`: stopped
 * early, the bound is given · `infeasible`: no assignment keeps every hard demand · `stopped`: the caller said so.
 */
export type Status = "proved" | "searched" | "unproved" | "infeasible" | "stopped";

/** What one criterion adds to a score. */
export interface Part {
  /** the id of the criterion, as the policy's `prefer` has it */
  readonly id: string;
  /** integer points; a match's points add up to its score */
  readonly points: number;
}

/** A pair that was chosen. */
export interface Match extends PairIds {
  /** how good it is by the policy's `prefer`: an integer of 0 … 10 000 */
  readonly score: number;
  /** one part a criterion, in the order of the policy's `prefer` */
  readonly parts: readonly Part[];
  /** the share of the criteria's weight that both sides answered, 0 … 1 */
  readonly answered: number;
  /** why it is made: chosen now, live in the pool already, or locked; a live pair that is locked, too, is `"standing"` */
  readonly origin: "new" | "standing" | "locked";
  /** which of the mentee's nominations this is: 1 is the first; absent where it is none of them */
  readonly choice?: number;
  /** a pair that is not standing yet and scores less than the policy's `weakScore` */
  readonly weak?: true;
  /**
   * what the coordinator must tick before the pair is released: ids of rules that could not tell, and of those that
   * bind at release; absent where there is nothing to tick
   */
  readonly checks?: readonly string[];
  /** ids of rules that an override sets aside for this pair; absent where there are none */
  readonly overrides?: readonly string[];
  /** ids of what refuses this standing pair today: rules that bind always, and words on it; absent where nothing does */
  readonly breaks?: readonly string[];
}

/** How many mentors a rule refused to one mentee. */
export interface Refusals {
  /** the id of the rule, or of what bars pairs: `"self"`, `"forbid"`, `"avoid"`, `"ended-pair"`, `"minimumScore"` */
  readonly id: string;
  /** mentors who take part and whom it refused to the mentee: 1 or more */
  readonly mentors: number;
  /** those of them whom nothing else refused */
  readonly soleMentors: number;
}

/** A mentee left without a mentor. */
export interface Unmatched {
  /** the id of the mentee, who takes part and asks for at least one mentor */
  readonly menteeId: string;
  /**
   * what bars pairs (`"self"`, `"forbid"`, `"avoid"`, `"ended-pair"`), then the policy's rules in its order, then
   * `"minimumScore"`: only what refuses a mentor who takes part
   */
  readonly refusedBy: readonly Refusals[];
  /** mentors who take part and whom nothing refuses */
  readonly eligible: number;
  /** those of them with no place left after the matching */
  readonly full: number;
}

/** A mentor with places left. */
export interface Reserve {
  /** the id of the mentor, who takes part */
  readonly mentorId: string;
  /** mentees they could still take: 1 or more */
  readonly places: number;
}

/** Somebody a participation rule turned away. */
export interface NotTakingPart {
  /** the id of the mentee or mentor */
  readonly id: string;
  /** the role they were turned away from; they may still take part in the other one */
  readonly role: "mentee" | "mentor";
  /** why: `"withdrawn"`, `"hold"` and `"away"` by their dates, then ids of participation rules in the policy's order */
  readonly refusedBy: readonly string[];
}

/** One objective level: what was reached and the proved bound, an integer for each of its components. */
export interface LevelValue {
  /** the level's name: `"coverage"`, `"score"` …, and `"lottery"` for the last */
  readonly name: string;
  /**
   * what the matches reach, a component each, the most important first; the lottery's are minus sums of tickets and
   * draws
   */
  readonly value: readonly number[];
  /** the most that the prices leave possible, in step with `value` and equal to it where nothing better exists */
  readonly bound: readonly number[];
}

/** The price of one person: an integer for each component of each level, compared lexicographically. */
export interface Price {
  /** the id of the mentee or mentor; of a limit, the limit's id */
  readonly id: string;
  /** the components of all levels in one list, first to last; never all 0, for such a price is left out */
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
  /** ids of the people it is about; absent where the constraint asks one thing only */
  readonly ids?: readonly string[];
}

/** The price of a constraint, never below 0 over all components at once. */
export interface ConstraintPrice extends ConstraintKey {
  /** the components of all levels in one list, first to last; the first that is not 0 is above 0 */
  readonly price: readonly number[];
}

/**
 * Lets anyone check that no better result exists: the bound that these prices give equals the levels' values.
 * People, limits and constraints without a price have a price of zeros. Of an infeasible result it proves that limits, minima
 * and constraints cannot be kept together: prices of one component, with which even nothing at all has a bound below 0.
 */
export interface Proof {
  /** mentees with a price, in order of id */
  readonly mentees: readonly Price[];
  /** mentors with a price, in order of id */
  readonly mentors: readonly Price[];
  /** limits, or groups of them, with a price, in the order of the policy; absent where none has one */
  readonly limits?: readonly LimitPrice[];
  /** what constraints ask, where it has a price; absent where nothing has */
  readonly constraints?: readonly ConstraintPrice[];
}

/** What is needed to repeat a run. */
export interface Run {
  /** the version of this package that ran */
  readonly version: string;
  /** what the lottery's draws were made from: the policy's `lottery` */
  readonly seed: string;
  /** `"flow"`, `"nested"`, `"linear-program"`, `"highs"`, `"deferred-acceptance"`, or `"custom"` for one of your own */
  readonly solver: string;
  /** SHA-256 of the canonical pool, hexadecimal */
  readonly poolHash: string;
  /** SHA-256 of the canonical policy, or `null` where it holds functions */
  readonly policyHash: string | null;
  /** whether the pool and the policy as JSON are all it takes: not where the policy holds functions */
  readonly repeatable: boolean;
}

/** What {@link match} returns: ids only, never a name or an address. */
export interface MatchResult {
  /** the shape of this object; another shape will have another number */
  readonly format: "mentor-match/result/1";
  /** how far the result is proved, or why no pairs were chosen */
  readonly status: Status;
  /**
   * in order of the mentee's id, then of the mentor's; if infeasible or stopped, only standing and locked pairs that
   * nothing could change
   */
  readonly matches: readonly Match[];
  /** mentees who take part, ask for a mentor and have none, in order of id */
  readonly unmatched: readonly Unmatched[];
  /** mentors who take part and have places left, in order of id */
  readonly reserve: readonly Reserve[];
  /** who was turned away: mentees, then mentors, each in order of id */
  readonly notTakingPart: readonly NotTakingPart[];
  /**
   * in the policy's order, the lottery last; `"stable"` alone if that is the objective; empty if infeasible or stopped
   */
  readonly levels: readonly LevelValue[];
  /** prices by which anyone can check `levels`; without any where stopped, or under a stable objective */
  readonly proof: Proof;
  /** what was noticed and is no error, in a fixed order; empty where nothing was */
  readonly findings: readonly Finding[];
  /** what was run on what, by which it can be repeated */
  readonly run: Run;
}
