/** What alternating paths from an unmatched mentee reach: she takes a place, whoever had it takes another, and so on. */
import { hasMentor, listMentors, type MentorRow, setMentor, takeOut } from "../matching/mentor-row.js";
import { presentMentors, refusedRows } from "../matching/refusals.js";
import type { Case } from "./case.js";
import { shortBySolving } from "./reach/by-solving.js";
import { networkOf, networkReach } from "./reach/network.js";
import { withRoom } from "./reach/opened.js";
import type { Reached, Short } from "./reach/reached.js";
import { tightest } from "./reach/tightest.js";

/** Whom she can reach, and who could take one more mentee. */
export interface Reach {
  /** `undefined` where constraints, or limits that cut across, leave no paths to follow */
  readonly from: (mentee: number) => Reached | undefined;
  /**
   * What keeps her and those who have a mentor from all having one; `"open"` where nothing does, and `undefined` where
   * constraints, or too many pairs under limits that cut across, do not let it be told
   */
  readonly shortage: (mentee: number) => Short | "open" | undefined;
  /** the mentors whom a mentee may have: places or none, everybody whom nothing refuses and who is not decided for her */
  readonly allowed: (mentee: number) => MentorRow;
  /** the mentors who could take one more mentee if others moved, and nobody lost theirs; limits are not asked */
  readonly roomy: () => MentorRow;
}

/** Prepares the paths of a case. Rows of mentors are worked out when asked for, once a mentee. */
export function reachOf(one: Case): Reach {
  const { columns, fixed, policy } = one;
  const everybody = presentMentors(columns);
  const refused = refusedRows(columns, everybody);
  const rows: (MentorRow | undefined)[] = [];
  const movable = mentorsByMentee(fixed.movable);
  const decided = mentorsByMentee(fixed.pairs);
  const allowed = (mentee: number): MentorRow => {
    const known = rows[mentee];
    if (known !== undefined) return known;
    const row = everybody.slice();
    for (const out of refused(mentee).values()) takeOut(row, out);
    for (const mentor of movable.get(mentee) ?? []) setMentor(row, mentor, true);
    for (const mentor of decided.get(mentee) ?? []) setMentor(row, mentor, false);
    rows[mentee] = row;
    return row;
  };
  const isCapped = policy.standing.pairs === "movable" && policy.standing.maxChanges !== undefined;
  const isPlain = policy.limits.length === 0 && policy.constraints.length === 0 && !isCapped;
  const network = once(() => networkOf(one));
  const roomyNetwork = once(() => networkOf(one, withRoom(one)));
  const from = (mentee: number): Reached | undefined => {
    if (isPlain) return plainReach(one, allowed, mentee);
    const limited = network();
    return limited === undefined ? undefined : networkReach(limited, mentee);
  };
  return {
    allowed,
    roomy: () => roomyMentors(one, allowed),
    from,
    shortage: (mentee) => {
      const reached = from(mentee);
      if (reached?.isOpen === true) return "open";
      // Beside places nothing is in the way: all who were reached need them, and nobody of them could be left out.
      if (isPlain) return { ...reached!, limits: [], minima: [] };
      const limited = reached === undefined ? undefined : roomyNetwork();
      return limited === undefined ? shortBySolving(one, mentee) : tightest(limited, mentee);
    },
  };
}

/** Works something out when it is first asked for. */
function once<T>(work: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: work() };
    return known.value;
  };
}

function mentorsByMentee(
  pairs: readonly { readonly mentee: number; readonly mentor: number }[],
): ReadonlyMap<number, readonly number[]> {
  const mentors = new Map<number, number[]>();
  for (const { mentee, mentor } of pairs) mentors.set(mentee, [...(mentors.get(mentee) ?? []), mentor]);
  return mentors;
}

/** Breadth first over mentors; a mentor's mentees are looked at when the mentor is reached. */
function plainReach(
  { columns, mentorsOf, menteesOf, isFixed, placesLeft }: Case,
  allowed: (mentee: number) => MentorRow,
  start: number,
): Reached {
  const mentees = [start];
  const mentors: number[] = [];
  const seenMentee = new Uint8Array(columns.mentees.length);
  seenMentee[start] = 1;
  const seen = new Int32Array((columns.mentors.length + 31) >>> 5);
  const list = new Int32Array(columns.mentors.length);
  const fresh = seen.slice();
  let isOpen = false;
  for (const mentee of mentees) {
    fresh.set(allowed(mentee));
    takeOut(fresh, seen);
    const end = listMentors(fresh, list, 0);
    for (let at = 0; at < end; at++) {
      const mentor = list[at]!;
      setMentor(seen, mentor, true);
      mentors.push(mentor);
      if (placesLeft[mentor]! > 0) isOpen = true;
      for (const other of menteesOf[mentor]!) {
        if (seenMentee[other] === 1 || isFixed(other, mentor)) continue;
        seenMentee[other] = 1;
        mentees.push(other);
        if (mentorsOf[other]!.length > 1) isOpen = true;
      }
    }
  }
  return { mentees, mentors, isOpen, limits: [] };
}

/** Those with places left, and whoever has a mentee who could move to one of these or has another mentor besides. */
function roomyMentors(
  { columns, mentorsOf, menteesOf, isFixed, placesLeft }: Case,
  allowed: (mentee: number) => MentorRow,
): MentorRow {
  const roomy = new Int32Array((columns.mentors.length + 31) >>> 5);
  for (const [mentor, places] of placesLeft.entries()) setMentor(roomy, mentor, places > 0);
  const canLeave = (mentee: number, mentor: number): boolean =>
    !isFixed(mentee, mentor) &&
    (mentorsOf[mentee]!.length > 1 || allowed(mentee).some((word, at) => (word & roomy[at]!) !== 0));
  for (let hasGrown = true; hasGrown; ) {
    hasGrown = false;
    for (const mentor of columns.mentors.keys()) {
      if (hasMentor(roomy, mentor) || !menteesOf[mentor]!.some((mentee) => canLeave(mentee, mentor))) continue;
      setMentor(roomy, mentor, true);
      hasGrown = true;
    }
  }
  return roomy;
}
