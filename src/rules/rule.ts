/** The contract of a rule: may this *pair* be? */
import * as z from "zod/mini";
import {
  type Entry,
  entryFromCode,
  entrySchema,
  type FactoryArguments,
  type Kind,
  type Ladder,
  type Params,
  type ParamsInput,
  type PositiveAction,
} from "../entry.js";
import type { Shape } from "../shape.js";
import type { Mentee, Mentor, Relation, ReportingLine, StandingPair } from "../types.js";
import type { ReportingLines } from "./reporting-lines.js";
import type { Rows } from "./rows.js";

/** 0 refuses, 1 cannot tell, 2 holds: Kleene's three values, so that `any-of` is max, `all-of` min and `not` is 2 − v. */
export type Verdict = 0 | 1 | 2;

export const REFUSES = 0;
export const CANNOT_TELL = 1;
export const HOLDS = 2;

/** The verdict on a pair, by index. Pure, and reads nothing but what `bind` prepared. */
export interface PairVerdict {
  (mentee: number, mentor: number): Verdict;
  /**
   * Says the same of many pairs at once, so that hopeless ones are never asked about; without it every pair is.
   *
   * @internal
   */
  readonly index?: VerdictIndex;
}

/**
 * People of one class are alike to a rule: it says the same of every mentee of a class with every mentor of a class, but for
 * the exceptions. Classes of values make an index of equality, classes of steps one of order.
 */
export interface VerdictIndex {
  /** the class of each person, from 0 */
  readonly menteeClass: Int32Array;
  readonly mentorClass: Int32Array;
  /** what the rule says of two classes that have members */
  readonly ofClasses: (menteeClass: number, mentorClass: number) => Verdict;
  /** for each mentee the mentors of whom only the verdict itself can tell; none unless given */
  readonly exceptions?: Rows;
}

/** What becomes of a pair of which a rule cannot tell. */
export type OnUnknown = "refuse" | "confirm" | "allow";

/** When a rule binds: only when a pair is made, or for as long as it lasts. */
export type When = "pairing" | "always";

/** The fields a rule reads of each side: `"department"`, `"attributes.site"`. */
export interface PairReads {
  /** fields of the mentee: none, one or several */
  readonly mentee: readonly string[];
  /** fields of the mentor: none, one or several */
  readonly mentor: readonly string[];
  /** what it reads beyond the two: fields it follows from person to person, through either side, and parts of the pool */
  readonly through?: readonly string[];
}

/** A pool as rules see it. People are referred to by their index in these lists. */
export interface RuleContext {
  /** the mentees of the pool, whether or not they take part */
  readonly mentees: readonly Mentee[];
  /** the mentors of the pool, whether or not they take part */
  readonly mentors: readonly Mentor[];
  /** who manages whom beyond what `lineManager` says, in force or not */
  readonly reportingLines: readonly ReportingLine[];
  /** pairs made earlier, in any state; none unless given */
  readonly pairs?: readonly StandingPair[];
  /** relations with dates; none unless given */
  readonly relations?: readonly Relation[];
  /** lowest step first; empty where the policy has none */
  readonly ladder: Ladder;
  /** the day the data describes, `YYYY-MM-DD`; `undefined` where the pool does not say */
  readonly asOf: string | undefined;
  /** whether an absent declaration (line manager, appraisers …) means none; otherwise a rule cannot tell */
  readonly closedWorld: boolean;
  /**
   * The reporting lines of all these people, where they are known already.
   *
   * @internal
   */
  readonly lines?: ReportingLines;
}

/** A rule of a policy, with its parameters. */
export interface Rule extends Entry<RuleContext, PairReads, PairVerdict> {
  /** whether it is asked only where a pair is made, or of pairs that stand, too */
  readonly when: When;
  /** what the policy says of pairs it cannot judge; unless given, missing facts refuse and absent declarations mean none */
  readonly onUnknown: OnUnknown | undefined;
}

/** A kind of rule. */
export interface RuleKind<S extends Shape = Shape> extends Kind<RuleContext, PairReads, PairVerdict, Rule, S> {
  /** when rules of this kind bind, unless the policy says otherwise */
  readonly when: When | ((params: Params<S>) => When);
}

/** A factory that makes rules of one kind: `moreSenior({ by: 1 })`. */
export interface RuleFactory<Options = unknown> {
  (...given: FactoryArguments<Options & RuleOptions>): Rule;
  /** the kind of what it makes, as a catalogue lists it */
  readonly kind: RuleKind;
}

/** What every rule takes beside its own parameters. */
export interface RuleOptions {
  /** its name in results and overrides: unique in its list, 1 … 120 characters; the name of its kind unless given */
  readonly id?: string | undefined;
  /** whether it is asked only where a pair is made, or of pairs that stand, too; as its kind says unless given */
  readonly when?: When | undefined;
  /**
   * what becomes of pairs it cannot tell of. Unless given, missing facts refuse and absent declarations mean none; with
   * any of the three, absent declarations are unknown, too
   */
  readonly onUnknown?: OnUnknown | undefined;
  /** why it may read what the policy protects or restricts; nothing is declared unless given */
  readonly positiveAction?: PositiveAction | undefined;
}

const common = {
  when: z.optional(z.enum(["pairing", "always"])),
  onUnknown: z.optional(z.enum(["refuse", "confirm", "allow"])),
};

/** Makes the factory of a kind. */
export function ruleFactory<S extends Shape>(kind: RuleKind<S>): RuleFactory<ParamsInput<S>> {
  const schema = ruleSchema([kind as unknown as RuleKind]);
  const make = (options: object = {}): Rule => entryFromCode(schema, "rule", kind.name, options);
  return Object.assign(make, { kind }) as unknown as RuleFactory<ParamsInput<S>>;
}

/** Reads a rule: JSON that names one of these kinds, or a value made by a factory. */
export function ruleSchema(kinds: readonly RuleKind[]): z.ZodMiniType<Rule> {
  return entrySchema<RuleContext, PairReads, PairVerdict, Rule, typeof common>(
    "rule",
    common,
    kinds,
    (entry, kind, { when, onUnknown }, params) => {
      const usual = (kind as RuleKind).when;
      return {
        ...entry,
        when: when ?? (typeof usual === "function" ? usual(params as Params<Shape>) : usual),
        onUnknown,
      };
    },
  );
}

/** The least verdict that lets a pair be made under a rule's `onUnknown`. */
export const leastAllowed = (onUnknown: OnUnknown | undefined): Verdict =>
  onUnknown === "allow" || onUnknown === "confirm" ? CANNOT_TELL : HOLDS;

/** What a verdict comes to under a rule's `onUnknown`: refused, to be confirmed, or allowed. */
export function judge(verdict: Verdict, onUnknown: OnUnknown | undefined): "refused" | "check" | "allowed" {
  if (verdict === HOLDS) return "allowed";
  if (verdict === REFUSES) return "refused";
  return onUnknown === "allow" ? "allowed" : onUnknown === "confirm" ? "check" : "refused";
}
