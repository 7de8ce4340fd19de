/** The contract of a criterion: how good is this pair? */
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
} from "../entry.js";
import type { Shape } from "../shape.js";
import type { Mentee, Mentor } from "../types.js";

/** The mentee did not say: counts half for every mentor, so that a blank form changes nothing about whom she gets. */
export const MENTEE_SILENT = -1;

/** The mentor did not say: counts 0, so that a blank form never beats an answer. */
export const MENTOR_SILENT = -2;

/** How good a pair is, by index: 0 … 1, or {@link MENTEE_SILENT} (for every mentor alike), or {@link MENTOR_SILENT}. */
export interface PairValue {
  (mentee: number, mentor: number): number;
  /**
   * The same for many mentors of one mentee at once: a loop of a kind's own is several times faster than calls.
   *
   * @internal
   */
  readonly row?: ValueRow;
}

/** Writes a mentee's value with each of `mentors` to the same place in `values`. */
export type ValueRow = (mentee: number, mentors: Int32Array, values: Float64Array) => void;

/** The fields a criterion reads of each side. */
export interface CriterionReads {
  /** fields of the mentee: `"seeks"`, `"attributes.site"` */
  readonly mentee: readonly string[];
  /** fields of the mentor */
  readonly mentor: readonly string[];
}

/** A pool as criteria see it. People are referred to by their index in these lists. */
export interface CriterionContext {
  /** the mentees of the pool, whether or not they take part */
  readonly mentees: readonly Mentee[];
  /** the mentors of the pool, whether or not they take part */
  readonly mentors: readonly Mentor[];
  /** lowest step first; empty where the policy has none */
  readonly ladder: Ladder;
  /** the day the data describes, `YYYY-MM-DD`; `undefined` where the pool does not say */
  readonly asOf: string | undefined;
}

/** A criterion of a policy, with its parameters. */
export interface Criterion extends Entry<CriterionContext, CriterionReads, PairValue> {
  /** how much it counts beside the others: 0.000001 … 1 000 000 */
  readonly weight: number;
}

/** A kind of criterion. */
export type CriterionKind<S extends Shape = Shape> = Kind<CriterionContext, CriterionReads, PairValue, Criterion, S>;

/** A factory that makes criteria of one kind: `sharedAreas({ weight: 3 })`. */
export interface CriterionFactory<Options = unknown> {
  (...given: FactoryArguments<Options & CriterionOptions>): Criterion;
  /** the kind of what it makes, as a catalogue lists it */
  readonly kind: CriterionKind;
}

/** What every criterion takes beside its own parameters. */
export interface CriterionOptions {
  /** its name in results and in `matters`: unique in its list, 1 … 120 characters; the name of its kind unless given */
  readonly id?: string | undefined;
  /** how much it counts beside the others: 0.000001 … 1 000 000, 1 unless given */
  readonly weight?: number | undefined;
  /** why it may read what the policy protects or restricts; nothing is declared unless given */
  readonly positiveAction?: PositiveAction | undefined;
}

const common = { weight: z._default(z.number().check(z.gte(1e-6), z.lte(1e6)), 1) };

/** Makes the factory of a kind. */
export function criterionFactory<S extends Shape>(kind: CriterionKind<S>): CriterionFactory<ParamsInput<S>> {
  const schema = criterionSchema([kind as unknown as CriterionKind]);
  const make = (options: object = {}): Criterion => entryFromCode(schema, "criterion", kind.name, options);
  return Object.assign(make, { kind }) as unknown as CriterionFactory<ParamsInput<S>>;
}

/** Reads a criterion: JSON that names one of these kinds, or a value made by a factory. */
export function criterionSchema(kinds: readonly CriterionKind[]): z.ZodMiniType<Criterion> {
  return entrySchema<CriterionContext, CriterionReads, PairValue, Criterion, typeof common>(
    "criterion",
    common,
    kinds,
    (entry, _kind, { weight }) => ({ ...entry, weight }),
  );
}
