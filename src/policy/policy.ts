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
import type { LimitInput, PolicyLimit } from "./limits.js";
import type { Vocabulary } from "./vocabulary.js";

/** How long a pair lasts, how often it meets and what it does by when: `match` decides nothing by it. */
export interface Terms {
  readonly months?: number;
  /** days after which a proposal that nobody took up is over */
  readonly proposalDays?: number;
  /** days from the pair's first day on by which the two have met */
  readonly firstMeetingDays?: number;
  /** days from the pair's first day on by which the two have signed their agreement */
  readonly agreementDays?: number;
  readonly meetings?: { readonly atLeast: number; readonly perMonths: number };
  /** how often a pair may be renewed; not at all unless given */
  readonly renewable?: number;
  /** months after the start at which feedback is asked */
  readonly feedbackMonths?: readonly number[];
}

/** No two people who are not matched would both rather be; of all such matchings, the best for this side. */
export interface StableObjective {
  readonly stable: "mentees" | "mentors";
}

/** A scheme's rules and wishes, every default filled in. Made by `parsePolicy`. */
export interface Policy {
  readonly name: string;
  /** lowest step first; none unless given */
  readonly ladder: Ladder;
  /** who may take part; everybody unless given */
  readonly participation: {
    readonly mentees: readonly ParticipationRule[];
    readonly mentors: readonly ParticipationRule[];
  };
  /** which pairs may be; all unless given */
  readonly must: readonly Rule[];
  /** which pairs are good; unless given, all are worth the same */
  readonly prefer: readonly Criterion[];
  /** places of a mentor who does not say (1), and the most anybody may have (no ceiling) */
  readonly capacity: { readonly default: number; readonly max?: number };
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
  /**
   * Whether live pairs stay as they are, or those move that are `proposed` or whose both sides are `willingToMove`: at most
   * `maxChanges` of them, and all of them unless given.
   */
  readonly standing:
    | { readonly pairs: "fixed"; readonly maxChanges: 0 }
    | { readonly pairs: "movable"; readonly maxChanges?: number };
  /** days, or months of the calendar, after which somebody has waited too long; no limit unless given, and never both */
  readonly waiting: { readonly limitDays?: number; readonly limitMonths?: number };
  /** attributes that no entry may read without a `positiveAction`: none unless given */
  readonly protected: readonly string[];
  /** the same, for what is no characteristic of a person: performance data, say */
  readonly restricted: readonly string[];
  readonly terms?: Terms;
  /** how many people somebody who nominates may name; any number unless given */
  readonly nominations?: { readonly mentees?: NominationBounds; readonly mentors?: NominationBounds };
}

/** The least and greatest length of a list of nominations. Who gives none takes no part in that, and is never too short. */
export interface NominationBounds {
  readonly atLeast?: number;
  readonly atMost?: number;
}

/**
 * An entry as a caller may write it: JSON that names its kind, or a value made by a factory. Any name has the right type, for
 * JSON's names are no literals and catalogues may know more; `Known` are those that editors offer.
 */
export type EntryInput<Key extends string, Value, Known extends string = never> =
  | ({ readonly [K in Key]: Known | AnyName } & { readonly [param: string]: unknown })
  | Value;

/** Any text, written so that an editor still offers the literals beside it. */
type AnyName = string & Record<never, never>;

/** The JSON names of a list's factories: `moreSenior` makes `"more-senior"`. */
export type NameOf<List> = Kebab<keyof List & string>;

type Kebab<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : "";

/** What a caller may pass for a policy: only `name` is required. */
export interface PolicyInput {
  readonly $schema?: string | undefined;
  readonly name: string;
  readonly ladder?: readonly (string | readonly string[])[] | undefined;
  readonly participation?:
    | {
        readonly mentees?: readonly EntryInput<"rule", ParticipationRule, NameOf<typeof participation>>[] | undefined;
        readonly mentors?: readonly EntryInput<"rule", ParticipationRule, NameOf<typeof participation>>[] | undefined;
      }
    | undefined;
  readonly must?: readonly EntryInput<"rule", Rule, NameOf<typeof rules>>[] | undefined;
  readonly prefer?: readonly EntryInput<"criterion", Criterion, NameOf<typeof criteria>>[] | undefined;
  readonly capacity?: { readonly default?: number | undefined; readonly max?: number | undefined } | undefined;
  readonly limits?: readonly LimitInput[] | undefined;
  readonly constraints?: readonly ConstraintInput[] | undefined;
  readonly vocabulary?: Vocabulary | undefined;
  readonly objective?:
    | readonly (NameOf<typeof levels> | AnyName | EntryInput<"level", Level, NameOf<typeof levels>>)[]
    | { readonly stable: StableObjective["stable"] | AnyName }
    | undefined;
  readonly minimumScore?: number | undefined;
  readonly weakScore?: number | undefined;
  readonly lottery?: string | number | undefined;
  readonly standing?: { readonly pairs?: string | undefined; readonly maxChanges?: number | undefined } | undefined;
  readonly waiting?: { readonly limitDays?: number | undefined; readonly limitMonths?: number | undefined } | undefined;
  readonly protected?: readonly string[] | undefined;
  readonly restricted?: readonly string[] | undefined;
  readonly terms?: { readonly [F in keyof Terms]?: Terms[F] | undefined } | undefined;
  readonly nominations?:
    | {
        readonly [S in "mentees" | "mentors"]?:
          | { readonly [F in keyof NominationBounds]?: number | undefined }
          | undefined;
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
