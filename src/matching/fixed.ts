/** Pairs that are decided before anything is optimised: those that stand, and those that the coordinator locked. */
import type { Mentee, Mentor, StandingPair } from "../types.js";
import type { Columns } from "./compile.js";
import { movablePairs } from "./movable.js";
import { pairRefusals } from "./refusals.js";
import { hasWithdrawn } from "./taking-part.js";

/** A decided pair, by index. */
export interface FixedPair {
  readonly mentee: number;
  readonly mentor: number;
  readonly origin: "standing" | "locked";
}

/** What is decided, and what it leaves. */
export interface Fixed {
  /** in order of mentee, then of mentor */
  readonly pairs: readonly FixedPair[];
  /** standing pairs that may move, in the same order: not decided, but always to be had */
  readonly movable: readonly Omit<FixedPair, "origin">[];
  readonly isMovable: (mentee: number, mentor: number) => boolean;
  /** whether a pair stands and is no more than proposed */
  readonly isProposed: (mentee: number, mentor: number) => boolean;
  /** decided pairs of each person */
  readonly menteeUsed: Int32Array;
  readonly mentorUsed: Int32Array;
  /** places left; 0 for those who do not take part */
  readonly demand: Int32Array;
  readonly capacity: Int32Array;
  /** what a mentor's minimum still demands */
  readonly minimum: Int32Array;
  /** locked pairs that cannot be: each with the ids of what refuses it */
  readonly refusedLocks: readonly { readonly pair: FixedPair; readonly refusedBy: readonly string[] }[];
}

/** The statuses of pairs that stand. */
export const LIVE: ReadonlySet<StandingPair["status"]> = new Set(["proposed", "accepted", "met", "agreed"]);

/** Collects the decided pairs. A lock on a pair that stands already adds nothing. */
export function fixPairs(columns: Columns): Fixed {
  const { pool, mentees, mentors, menteeIndex, mentorIndex } = columns;
  const seen = new Set<number>();
  const pairs: FixedPair[] = [];
  const decide = (menteeId: string, mentorId: string, origin: FixedPair["origin"]): void => {
    const mentee = menteeIndex.get(menteeId)!;
    const mentor = mentorIndex.get(mentorId)!;
    const key = mentee * mentors.length + mentor;
    if (seen.has(key)) return;
    seen.add(key);
    pairs.push({ mentee, mentor, origin });
  };
  const standing = pool.pairs.filter((pair) => isStanding(pair, columns));
  const { movable, isMovable } = movablePairs(columns, standing);
  for (const { menteeId, mentorId } of standing) {
    if (!isMovable(menteeIndex.get(menteeId)!, mentorIndex.get(mentorId)!)) decide(menteeId, mentorId, "standing");
  }
  for (const { menteeId, mentorId } of pool.locks) decide(menteeId, mentorId, "locked");
  pairs.sort((a, b) => a.mentee - b.mentee || a.mentor - b.mentor);

  const menteeUsed = new Int32Array(mentees.length);
  const mentorUsed = new Int32Array(mentors.length);
  for (const { mentee, mentor } of pairs) {
    menteeUsed[mentee]!++;
    mentorUsed[mentor]!++;
  }
  const left = (places: Int32Array, used: Int32Array, refusedBy: readonly (readonly string[])[]): Int32Array =>
    places.map((most, person) => (refusedBy[person]!.length > 0 ? 0 : Math.max(0, most - used[person]!)));
  const proposed = new Set(
    standing
      .filter(({ status }) => status === "proposed")
      .map(({ menteeId, mentorId }) => menteeIndex.get(menteeId)! * mentors.length + mentorIndex.get(mentorId)!),
  );
  const { demand, capacity, minimum, menteesPart, mentorsPart } = columns;
  return {
    pairs,
    movable,
    isMovable,
    isProposed: (mentee, mentor) => proposed.has(mentee * mentors.length + mentor),
    menteeUsed,
    mentorUsed,
    demand: left(demand, menteeUsed, menteesPart.refusedBy),
    capacity: left(capacity, mentorUsed, mentorsPart.refusedBy),
    minimum: left(minimum, mentorUsed, mentorsPart.refusedBy),
    refusedLocks: pairs
      .filter(({ origin }) => origin === "locked")
      .map((pair) => ({ pair, refusedBy: lockRefusals(columns, pair, menteeUsed, mentorUsed) }))
      .filter(({ refusedBy }) => refusedBy.length > 0),
  };
}

/** Whether a pair of the pool is live today: nobody of it has withdrawn. */
function isStanding({ status, menteeId, mentorId }: StandingPair, { pool, ...columns }: Columns): boolean {
  const left = (person: Mentee | Mentor): boolean => hasWithdrawn(person, pool.asOf);
  return (
    LIVE.has(status) &&
    !left(columns.mentees[columns.menteeIndex.get(menteeId)!]!) &&
    !left(columns.mentors[columns.mentorIndex.get(mentorId)!]!)
  );
}

/** A lock never bends a rule: it needs an override for each rule that refuses its pair, and a place on both sides. */
function lockRefusals(
  columns: Columns,
  { mentee, mentor }: FixedPair,
  menteeUsed: Int32Array,
  mentorUsed: Int32Array,
): string[] {
  const refusals = [
    ...columns.menteesPart.refusedBy[mentee]!,
    ...columns.mentorsPart.refusedBy[mentor]!,
    ...pairRefusals(columns, mentee, mentor),
  ];
  if (menteeUsed[mentee]! > columns.demand[mentee]!) refusals.push("demand");
  if (mentorUsed[mentor]! > columns.capacity[mentor]!) refusals.push("capacity");
  return refusals;
}
