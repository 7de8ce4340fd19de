/** A scheme's policy: what the door for policies returns, and what a caller may write. */
import type { Ladder } from "../entry.js";
import type { Level } from "../level.js";
import type { levels } from "../matching/levels/index.js";
import type { rules } from "../rules/index.js";
import type { participation } from "../rules/participation/index.js";
import type { ParticipationRule } from "../rules/participation/participation-rule.js";
import type { Rule } from "../rules/rule.js";
import type { Criterion } from "../scoring/criterion.js";
import type { criteria } from "../scoring/index.js";
import type { Json } from "../types.js";
import type { ConstraintInput, PolicyConstraint } from "./constraints.js";
import type { AnyName, EntryInput, NameOf } from "./entry-input.js";
import type { LimitInput, PolicyLimit } from "./limits.js";
import type { Vocabulary } from "./vocabulary.js";

/** How long a pair lasts, how often it meets and what it does by when: `match` decides nothing by it. */
export interface Terms {
  /** how long a term lasts: months of the calendar, 1 … 1200; without an end unless given */
  readonly months?: number;
  /** days after which a proposal that nobody took up is over: 1 … 3650; never unless given */
  readonly proposalDays?: number;
  /** days from the pair's first day on by which the two have met: 1 … 3650; no such day unless given */
  readonly firstMeetingDays?: number;
  /**
   * days from the pair's first day on by which the two have signed their agreement: 1 … 3650; no such day unless given
   */
  readonly agreementDays?: number;
  /** how often the two meet; not told unless given */
  readonly meetings?: {
    /** fewest meetings in each period: an integer of 1 … 10 000 */
    readonly atLeast: number;
    /** how long a period is: months of the calendar, 1 … 1200 */
    readonly perMonths: number;
  };
  /** how often a pair may be renewed: an integer of 0 … 100; 0 unless given */
  readonly renewable?: number;
  /** months after the start at which feedback is asked, 1 … 1200 each, in any order; never unless given */
  readonly feedbackMonths?: readonly number[];
}

/** No two people who are not matched would both rather be; of all such matchings, the best for this side. */
export interface StableObjective {
  /** the side that proposes */
  readonly stable: "mentees" | "mentors";
}

/** A scheme's rules and wishes, every default filled in. Made by `parsePolicy`. */
export interface Policy {
  /** the scheme's name: 1 … 200 characters */
  readonly name: string;
  /** lowest step first; none unless given */
  readonly ladder: Ladder;
  /** who may take part; everybody unless given */
  readonly participation: {
    /** rules that all have to let a mentee in */
    readonly mentees: readonly ParticipationRule[];
    /** rules that all have to let a mentor in */
    readonly mentors: readonly ParticipationRule[];
  };
  /** which pairs may be; all unless given */
  readonly must: readonly Rule[];
  /** which pairs are good; unless given, all are worth the same */
  readonly prefer: readonly Criterion[];
  /** how many mentees mentors take */
  readonly capacity: {
    /** places of a mentor who does not say: an integer of 0 … 1 000 000, `max` at most; 1 unless given */
    readonly default: number;
    /** the most places anybody may have, whatever they say: an integer of 0 … 1 000 000; no ceiling unless given */
    readonly max?: number;
  };
  /** the most or fewest matches of groups; none unless given */
  readonly limits: readonly PolicyLimit[];
  /** what cuts across places and groups; nothing unless given */
  readonly constraints: readonly PolicyConstraint[];
  /** for each field the names that count, each with the others that mean the same; absent where there are none */
  readonly vocabulary?: Vocabulary;
  /**
   * Levels in strict order of importance, `["coverage", "score"]` unless given, with the lottery always last and not listed; or
   * stability, with the side that proposes.
   */
  readonly objective: readonly Level[] | StableObjective;
  /** pairs that score less are not made: an integer 0 … 10 000, 0 unless given */
  readonly minimumScore: number;
  /** new pairs that score less are made, and flagged as weak: an integer from `minimumScore` to 10 000; none is unless given */
  readonly weakScore?: number;
  /** what the lottery's draws are made from; the policy's name unless given */
  readonly lottery: string;
  /** what may become of live pairs when a pool is matched again; fixed unless given */
  readonly standing:
    | {
        /** live pairs stay as they are */
        readonly pairs: "fixed";
        /** none of them is given up */
        readonly maxChanges: 0;
      }
    | {
        /** live pairs may be given up that are `proposed`, or whose both sides are `willingToMove` */
        readonly pairs: "movable";
        /** the most of these that are given up: an integer of 0 or more; all of them unless given */
        readonly maxChanges?: number;
      };
  /** after how long somebody has waited too long: by one of the two, never both; no limit unless given */
  readonly waiting: {
    /** in days: whoever waits longer waits too long; an integer of 0 or more */
    readonly limitDays?: number;
    /** in months of the calendar: whoever waits longer waits too long; 1 … 1200 */
    readonly limitMonths?: number;
  };
  /** attributes that no entry may read without a `positiveAction`: none unless given */
  readonly protected: readonly string[];
  /** the same, for what is no characteristic of a person: performance data, say */
  readonly restricted: readonly string[];
  /** how pairs of the scheme run; absent where the policy says nothing of it */
  readonly terms?: Terms;
  /** how many people somebody who nominates may name; any number unless given */
  readonly nominations?: {
    /** of mentees, who name mentors; any number unless given */
    readonly mentees?: NominationBounds;
    /** of mentors, who name mentees; any number unless given */
    readonly mentors?: NominationBounds;
  };
}

/** The least and greatest length of a list of nominations. Who gives none takes no part in that, and is never too short. */
export interface NominationBounds {
  /** fewest people on a list that is not empty: an integer of 1 … 1 000 000; 1 unless given */
  readonly atLeast?: number;
  /** most people on a list: an integer from `atLeast` to 1 000 000; any number unless given */
  readonly atMost?: number;
}

/** What a caller may pass for a policy: only `name` is required. */
export interface PolicyInput {
  /** where editors find the JSON Schema of policies; dropped when the policy is read */
  readonly $schema?: string | undefined;
  /** the scheme's name: 1 … 200 characters after NFC and trimming */
  readonly name: string;
  /** grades, lowest step first: a name, or several of one step; each name once, 1000 steps at most; none unless given */
  readonly ladder?: readonly (string | readonly string[])[] | undefined;
  /** who may take part; everybody unless given */
  readonly participation?:
    | {
        /** rules that all have to let a mentee in; none unless given */
        readonly mentees?: readonly EntryInput<"rule", ParticipationRule, NameOf<typeof participation>>[] | undefined;
        /** rules that all have to let a mentor in; none unless given */
        readonly mentors?: readonly EntryInput<"rule", ParticipationRule, NameOf<typeof participation>>[] | undefined;
      }
    | undefined;
  /** rules that all have to allow a pair; none unless given: then any pair may be */
  readonly must?: readonly EntryInput<"rule", Rule, NameOf<typeof rules>>[] | undefined;
  /** criteria that score a pair, by their weights; none unless given: then every pair scores 0 */
  readonly prefer?: readonly EntryInput<"criterion", Criterion, NameOf<typeof criteria>>[] | undefined;
  /** how many mentees mentors take */
  readonly capacity?:
    | {
        /** places of a mentor who does not say: an integer of 0 … 1 000 000, `max` at most; 1 unless given */
        readonly default?: number | undefined;
        /** the most places anybody may have, whatever they say: an integer of 0 … 1 000 000; no ceiling unless given */
        readonly max?: number | undefined;
      }
    | undefined;
  /** the most or fewest matches of groups; none unless given, and none beside a stable objective */
  readonly limits?: readonly LimitInput[] | undefined;
  /** what cuts across places and groups; nothing unless given, and nothing beside a stable objective */
  readonly constraints?: readonly ConstraintInput[] | undefined;
  /** for each field the names that count, each with the others that mean the same; none unless given */
  readonly vocabulary?: Vocabulary | undefined;
  /** levels in strict order of importance, each once, `["coverage", "score"]` unless given; or stability */
  readonly objective?:
    | readonly (NameOf<typeof levels> | AnyName | EntryInput<"level", Level, NameOf<typeof levels>>)[]
    | {
        /** the side that proposes: `"mentees"` or `"mentors"` */
        readonly stable: StableObjective["stable"] | AnyName;
      }
    | undefined;
  /** pairs that score less are not made: an integer of 0 … 10 000; 0 unless given */
  readonly minimumScore?: number | undefined;
  /** new pairs that score less are made, and flagged as weak: an integer from `minimumScore` to 10 000; none is unless given */
  readonly weakScore?: number | undefined;
  /** what the lottery's draws are made from: text, or a number, which is read as its text; the name unless given */
  readonly lottery?: string | number | undefined;
  /** what may become of live pairs when a pool is matched again */
  readonly standing?:
    | {
        /** `"movable"`: some may be given up, as `Policy` tells; `"fixed"`: they stay, as they do unless given */
        readonly pairs?: string | undefined;
        /** the most that are given up: an integer of 0 or more, 0 where they are fixed; any number unless given */
        readonly maxChanges?: number | undefined;
      }
    | undefined;
  /** after how long somebody has waited too long: by one of the two, never both; no limit unless given */
  readonly waiting?:
    | {
        /** in days: whoever waits longer waits too long; an integer of 0 or more */
        readonly limitDays?: number | undefined;
        /** in months of the calendar: whoever waits longer waits too long; 1 … 1200 */
        readonly limitMonths?: number | undefined;
      }
    | undefined;
  /** attributes that no entry may read without a `positiveAction`; none unless given */
  readonly protected?: readonly string[] | undefined;
  /** the same, for what is no characteristic of a person: performance data, say; none unless given */
  readonly restricted?: readonly string[] | undefined;
  /** how long pairs last and what they do by when; `match` decides nothing by it */
  readonly terms?: { readonly [F in keyof Terms]?: Terms[F] | undefined } | undefined;
  /** how many people somebody who nominates may name; other numbers are findings, no errors */
  readonly nominations?:
    | {
        /** of mentees, who name mentors; any number unless given */
        readonly mentees?: { readonly [F in keyof NominationBounds]?: number | undefined } | undefined;
        /** of mentors, who name mentees; any number unless given */
        readonly mentors?: { readonly [F in keyof NominationBounds]?: number | undefined } | undefined;
      }
    | undefined;
}

/** The side that proposes under a stable objective; `undefined` where levels are listed. */
export const stableSide = ({ objective }: Pick<Policy, "objective">): StableObjective["stable"] | undefined =>
  "stable" in objective ? objective.stable : undefined;

/** The levels of an objective; none where it asks for stability. */
export const levelsOf = ({ objective }: Pick<Policy, "objective">): readonly Level[] =>
  "stable" in objective ? [] : objective;

/** A policy as JSON, or `null` where an entry holds a function: nobody could repeat such a run from paper. */
export function canonicalPolicy(policy: Policy): Json | null {
  const { participation, must, prefer, objective } = policy;
  const lists = [participation.mentees, participation.mentors, must, prefer, levelsOf(policy)].map((list) =>
    list.map(({ json }) => json),
  );
  if (lists.some((list) => list.includes(null))) return null;
  const [mentees = [], mentors = [], rules = [], criteria = [], levels = []] = lists;
  return {
    ...(policy as unknown as { readonly [field: string]: Json }),
    participation: { mentees, mentors },
    must: rules,
    prefer: criteria,
    objective: "stable" in objective ? { stable: objective.stable } : levels,
  };
}
