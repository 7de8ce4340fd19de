/** The door for people: whatever a caller passes becomes a {@link Pool}, or an error that lists all that is wrong with it. */
import { byCodeUnit, guarded } from "./door.js";
import { InputError } from "./errors.js";
import { canonicalJson } from "./fingerprint.js";
import { crossCheck } from "./pool/cross-checks.js";
import { type Draft, poolFields, REQUIRED } from "./pool/draft.js";
import { inTheirPosts } from "./pool/posts.js";
import { newReading, readRecord } from "./pool/reading.js";
import type { Json, Mentee, Mentor, Override, Pool, Relation, ReportingLine, StandingPair, Word } from "./types.js";

/** A record as a caller may write it: whatever is optional may also be `null`. */
export type Nullable<T> = { readonly [F in keyof T]: undefined extends T[F] ? T[F] | null | undefined : T[F] };

/** What a caller may pass for a pool: only `mentees` and `mentors` are required. */
export interface PoolInput {
  /** the day the data describes, `YYYY-MM-DD`; required where somebody has `hold`, `away` or `withdrawn`, and by relations with dates */
  readonly asOf?: string | null | undefined;
  /** who asks for a mentor, in any order; each id once */
  readonly mentees: readonly Nullable<Mentee>[];
  /** who offers to be one, in any order; each id once, and somebody may be in both lists */
  readonly mentors: readonly Nullable<Mentor>[];
  /** pairs made earlier, whether live or ended; none unless given */
  readonly pairs?: readonly Nullable<StandingPair>[] | null | undefined;
  /** pairs that must be made; none unless given */
  readonly locks?: readonly Nullable<Word>[] | null | undefined;
  /** pairs that must not be made; none unless given */
  readonly forbids?: readonly Nullable<Word>[] | null | undefined;
  /** rules set aside for single pairs; none unless given */
  readonly overrides?: readonly Nullable<Override>[] | null | undefined;
  /** who manages whom beyond what `lineManager` says; nothing unless given */
  readonly reportingLines?: readonly Nullable<ReportingLine>[] | null | undefined;
  /** appraisers, supervisors and conflicts with dates; none unless given */
  readonly relations?: readonly Nullable<Relation>[] | null | undefined;
}

/**
 * Reads a pool. Ids and texts are compared after NFC and trimming; a blank text, an empty list of facts and `null` are the
 * same as absent, but `null` for a line manager, appraisers, supervisors or conflicts is kept: "known to have none". What
 * one person's row in one role leaves out is filled in from the row in the other.
 *
 * @param input - plain data as it comes out of `JSON.parse`, or a pool; it is never written to
 * @returns a frozen pool that shares nothing with the input; parsing it again gives itself, at no cost
 * @throws InputError listing every issue of every row, and of rows against each other; no message quotes anything but ids,
 * numbers and names of fields
 * @remarks O(size). Only own, enumerable properties of plain objects are read: class instances, maps and dates are issues.
 *
 * @example
 * ```ts
 * const pool = parsePool({ mentees: [{ id: "bo" }], mentors: [{ id: "ada", capacity: 2 }] });
 * pool.locks; // => []
 * ```
 */
export function parsePool(input: unknown): Pool {
  if (PARSED.has(input as object)) return input as Pool;
  const reading = newReading();
  const draft = guarded("pool", input, () => readRecord(poolFields, REQUIRED, input, reading)) as Draft | undefined;
  if (draft !== undefined) crossCheck(draft, reading);
  if (draft === undefined || reading.count > 0) throw new InputError("pool", reading.issues, reading.count);
  const pool = whole(draft);
  PARSED.add(pool);
  return pool;
}

/** The pools that came out of this door. They are frozen to their last list, so there is nothing to read in them again. */
const PARSED = new WeakSet<object>();

/** A draft in which nothing was wrong. */
function whole({
  asOf,
  mentees,
  mentors,
  pairs,
  locks,
  forbids,
  overrides,
  reportingLines,
  relations = [],
}: Draft): Pool {
  return Object.freeze({
    ...(asOf === undefined ? {} : { asOf }),
    mentees: frozen(inTheirPosts(mentees as readonly Mentee[], asOf)),
    mentors: frozen(inTheirPosts(mentors as readonly Mentor[], asOf)),
    pairs: frozen((pairs ?? []) as readonly StandingPair[]),
    locks: frozen((locks ?? []) as readonly Word[]),
    forbids: frozen((forbids ?? []) as readonly Word[]),
    overrides: frozen((overrides ?? []) as readonly Override[]),
    reportingLines: frozen((reportingLines ?? []) as readonly ReportingLine[]),
    ...(relations.length === 0 ? {} : { relations: frozen(relations as readonly Relation[]) }),
  });
}

function frozen<T>(rows: readonly T[]): readonly T[] {
  for (const row of rows) Object.freeze(row);
  return Object.freeze(rows);
}

/** A pool as JSON in which the order of rows means nothing: people by id, the other lists by what they say. */
export function canonicalPool(pool: Pool): Json {
  return {
    ...(pool.asOf === undefined ? {} : { asOf: pool.asOf }),
    mentees: sorted(pool.mentees, ["id"]),
    mentors: sorted(pool.mentors, ["id"]),
    pairs: sorted(pool.pairs, [
      "menteeId",
      "mentorId",
      "status",
      "since",
      "until",
      "reopened",
      "eventsChecked",
      "outcome",
      "term",
      "renewal",
      "reEnters",
    ]),
    locks: sorted(pool.locks, ["menteeId", "mentorId"]),
    forbids: sorted(pool.forbids, ["menteeId", "mentorId", "by", "on", "reason", "reasonClass"]),
    overrides: sorted(pool.overrides, ["menteeId", "mentorId", "rule"]),
    reportingLines: sorted(pool.reportingLines, ["person", "manager", "from", "until"]),
    ...(pool.relations === undefined
      ? {}
      : { relations: sorted(pool.relations, ["person", "kind", "other", "from", "until"]) }),
  };
}

const textOf = (value: unknown): string =>
  typeof value === "object" && value !== null ? canonicalJson(value as Json) : String(value ?? "");

/** A copy in the order of these fields, the first one first; an absent field comes first. */
function sorted<T>(rows: readonly T[], fields: readonly (keyof T)[]): Json {
  const order = (a: T, b: T): number => {
    for (const field of fields) {
      const difference = byCodeUnit(textOf(a[field]), textOf(b[field]));
      if (difference !== 0) return difference;
    }
    return 0;
  };
  return [...rows].sort(order) as unknown as Json;
}
