/** The contract of a participation rule: may this *person* take part? */
import * as z from "zod/mini";
import {
  type Entry,
  entryFromCode,
  entrySchema,
  type FactoryArguments,
  type Kind,
  type Ladder,
  type ParamsInput,
  type PositiveAction,
} from "../../entry.js";
import type { Shape } from "../../shape.js";
import type { Mentee, Mentor } from "../../types.js";
import type { OnUnknown, Verdict } from "../rule.js";

/** One role's people as participation rules see them. */
export interface ParticipationContext {
  /** everybody in one role; answers are asked for by their index here */
  readonly people: readonly (Mentee | Mentor)[];
  /** lowest step first; empty where the policy has none */
  readonly ladder: Ladder;
  /** the day the data describes, `YYYY-MM-DD`; `undefined` where the pool does not say */
  readonly asOf: string | undefined;
  /** whether an absent declaration means none, as it does unless given; otherwise a rule cannot tell */
  readonly closedWorld?: boolean;
}

/** The verdict on a person, by index. Pure, and reads nothing but what `bind` prepared. */
export type PersonVerdict = (person: number) => Verdict;

/** When a participation rule binds: when pairs are made, or only before a pair that was made is released to its people. */
export type ParticipationWhen = "pairing" | "release";

/** A participation rule of a policy, with its parameters. `reads` lists the fields of the person. */
export interface ParticipationRule extends Entry<ParticipationContext, readonly string[], PersonVerdict> {
  /** at `"release"` it turns nobody away: pairs of whom it does not allow carry its id as a check until they are accepted */
  readonly when: ParticipationWhen;
  /** what the policy says of people it cannot judge; unless given, they do not take part */
  readonly onUnknown: OnUnknown | undefined;
}

/** A kind of participation rule. */
export type ParticipationKind<S extends Shape = Shape> = Kind<
  ParticipationContext,
  readonly string[],
  PersonVerdict,
  ParticipationRule,
  S
>;

/** A factory that makes participation rules of one kind: `atLeastGrade({ grade: "Postdoc" })`. */
export interface ParticipationFactory<Options = unknown> {
  (...given: FactoryArguments<Options & ParticipationOptions>): ParticipationRule;
  /** the kind of what it makes, as a catalogue lists it */
  readonly kind: ParticipationKind;
}

/** What every participation rule takes beside its own parameters. */
export interface ParticipationOptions {
  /** its name in results: unique in its list, 1 … 120 characters; the name of its kind unless given */
  readonly id?: string | undefined;
  /**
   * `"pairing"` unless given: whom it does not allow gets no pair; at `"release"` their pairs carry it as a check
   * instead
   */
  readonly when?: ParticipationWhen | undefined;
  /** what becomes of people it cannot tell of; they do not take part unless given */
  readonly onUnknown?: OnUnknown | undefined;
  /** why it may read what the policy protects or restricts; nothing is declared unless given */
  readonly positiveAction?: PositiveAction | undefined;
}

const common = {
  when: z.optional(z.enum(["pairing", "release"])),
  onUnknown: z.optional(z.enum(["refuse", "confirm", "allow"])),
};

/** Makes the factory of a kind. */
export function participationFactory<S extends Shape>(
  kind: ParticipationKind<S>,
): ParticipationFactory<ParamsInput<S>> {
  const schema = participationSchema([kind as unknown as ParticipationKind]);
  const make = (options: object = {}): ParticipationRule => entryFromCode(schema, "participation", kind.name, options);
  return Object.assign(make, { kind }) as unknown as ParticipationFactory<ParamsInput<S>>;
}

/** Reads a participation rule: JSON that names one of these kinds, or a value made by a factory. */
export function participationSchema(kinds: readonly ParticipationKind[]): z.ZodMiniType<ParticipationRule> {
  return entrySchema<ParticipationContext, readonly string[], PersonVerdict, ParticipationRule, typeof common>(
    "participation",
    common,
    kinds,
    (entry, _kind, { when, onUnknown }) => ({ ...entry, when: when ?? "pairing", onUnknown }),
  );
}
