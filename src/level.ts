/** The contract of an objective level: what is optimised, as linear values of pairs and of people's units. */
import * as z from "zod/mini";
import { type Entry, entryFromCode, entrySchema, type FactoryArguments, type Kind, type ParamsInput } from "./entry.js";
import type { LinearLevel } from "./matching/solvers/solver.js";
import type { Shape } from "./shape.js";
import type { Mentee, Mentor } from "./types.js";

/** What levels see once pairs are formed and scored; `mentees` and `mentors` are in order of id. */
export interface LevelContext {
  /** all mentees of the pool, those who take no part included */
  readonly mentees: readonly Mentee[];
  /** all mentors of the pool, likewise */
  readonly mentors: readonly Mentor[];
  /** of each mentee: matches still open, 0 or more, and never more than they have eligible pairs */
  readonly demand: Int32Array;
  /** of each mentor: matches still open, 0 or more, and never more than they have eligible pairs */
  readonly capacity: Int32Array;
  /** of each mentee: standing and locked matches that are decided already */
  readonly menteeUsed: Int32Array;
  /** of each mentor: standing and locked matches that are decided already */
  readonly mentorUsed: Int32Array;
  /** the score of each eligible pair, aligned with the problem's pairs */
  readonly score: Int32Array;
  /** standing and locked matches that are decided already, in order of mentee and then of mentor */
  readonly fixedPairs: readonly {
    /** the index of the mentee */
    readonly mentee: number;
    /** the index of the mentor */
    readonly mentor: number;
    /** its score, 0 … 10 000 */
    readonly score: number;
  }[];
  /** whether a pair stands and may move */
  readonly isMovable: (mentee: number, mentor: number) => boolean;
  /** the day the data describes, `YYYY-MM-DD`; `undefined` where the pool does not say */
  readonly asOf: string | undefined;
  /** the policy's `lottery`, from which whatever is left to chance is drawn */
  readonly seed: string;
  /** whether the policy has limits, constraints or a cap on changes: then who can be served together need not be a matroid */
  readonly isTied: boolean;
}

/** One component of a level: what is maximised over new matches, and what the fixed ones already bring. */
export interface LevelComponent extends LinearLevel {
  /** an integer: what the matches that are decided already bring */
  readonly base: number;
}

/** A level of an objective, with its parameters. */
export interface Level extends Entry<LevelContext, readonly string[], readonly LevelComponent[]> {
  /** the level that has to stand before it in an objective */
  readonly after: string | undefined;
}

/** A kind of level. */
export interface LevelKind<S extends Shape = Shape>
  extends Kind<LevelContext, readonly string[], readonly LevelComponent[], Level, S> {
  /** the name of the level that has to stand before it in an objective; any place will do unless given */
  readonly after?: string;
}

/** A factory that makes levels of one kind: `coverage()`. */
export interface LevelFactory<Options = unknown> {
  (...given: FactoryArguments<Options>): Level;
  /** the kind of what it makes, as a catalogue lists it */
  readonly kind: LevelKind;
}

/** Makes the factory of a kind. */
export function levelFactory<S extends Shape>(kind: LevelKind<S>): LevelFactory<ParamsInput<S>> {
  const schema = levelSchema([kind as unknown as LevelKind]);
  const make = (options: object = {}): Level => entryFromCode(schema, "level", kind.name, options);
  return Object.assign(make, { kind }) as unknown as LevelFactory<ParamsInput<S>>;
}

/** Reads a level: its name, JSON that names it with parameters, or a value made by a factory. */
export function levelSchema(kinds: readonly LevelKind[]): z.ZodMiniType<Level> {
  const entry = entrySchema<LevelContext, readonly string[], readonly LevelComponent[], Level, Record<never, never>>(
    "level",
    {},
    kinds,
    (made, kind) => ({ ...made, after: (kind as LevelKind).after }),
  );
  return z.pipe(
    z.transform((value) => (typeof value === "string" ? { level: value } : value)),
    entry,
  ) as z.ZodMiniType<Level>;
}
