/** From a policy's constraints to rows over the eligible pairs, with the ids by which results name them. */
import { byCodeUnit } from "../door.js";
import { MAX_CHANGES, type PolicyConstraint } from "../policy/constraints.js";
import { circlesIn } from "./circles.js";
import type { Columns } from "./compile.js";
import type { Fixed } from "./fixed.js";
import { membersOf } from "./limit-groups.js";
import type { ScoredPairs } from "./pair-rows.js";
import {
  type Made,
  madeFrom,
  type PolicyConstraints,
  type PolicyRow,
  positionsOf,
  rowOf,
  type Weigh,
} from "./policy-row.js";

/** The rows of all constraints in the policy's order, then of a cap on changes; `undefined` where there is nothing to keep. */
export function constraintRows(
  columns: Columns,
  fixed: Fixed,
  pairs: ScoredPairs,
  demand: Int32Array,
): PolicyConstraints | undefined {
  const { policy } = columns;
  const { pairs: standing, maxChanges } = policy.standing;
  const mostChanges = standing === "movable" ? maxChanges : undefined;
  if (policy.constraints.length === 0 && mostChanges === undefined) return undefined;
  const made = madeFrom(columns, fixed, pairs);
  const rows = policy.constraints.flatMap((constraint, at) => rowsOf(made, constraint, at, demand));
  if (mostChanges !== undefined) {
    const weigh: Weigh = (mentee, mentorAt) => (fixed.isMovable(mentee, mentorAt) ? -1 : 0);
    const most = mostChanges - fixed.movable.length;
    rows.push(rowOf(made, { at: -1, key: { id: MAX_CHANGES }, most }, weigh));
  }
  const circles = policy.constraints.findIndex(({ noCycles }) => noCycles === true);
  const later = circles < 0 ? undefined : circlesIn(made, circles);
  return rows.length === 0 && later === undefined ? undefined : { rows, ...later };
}

function rowsOf(made: Made, constraint: PolicyConstraint, at: number, demand: Int32Array): PolicyRow[] {
  const { id, totalLoad, noReciprocal, bothOrNeither, share } = constraint;
  const { menteeIndex, mentorIndex, mentees, mentors } = made.columns;
  const inBoth = mentees.map((one) => one.id).filter((person) => mentorIndex.has(person));
  if (totalLoad !== undefined) {
    return inBoth.map((person) => {
      const [i, j] = [menteeIndex.get(person)!, mentorIndex.get(person)!];
      const weigh: Weigh = (mentee, mentor) => (mentee === i || mentor === j ? 1 : 0);
      return rowOf(made, { at, key: { id, ids: [person] }, most: totalLoad }, weigh, positionsOf(made, [i], [j]));
    });
  }
  if (noReciprocal === true) return reciprocals(made, inBoth, id, at);
  if (bothOrNeither !== undefined) {
    return bothOrNeither.map((one, place) => {
      const other = bothOrNeither[(place + 1) % bothOrNeither.length]!;
      const [i, i2] = [menteeIndex.get(one)!, menteeIndex.get(other)!];
      const places = demand[i]! + made.fixed.menteeUsed[i]!;
      // As many of the one as there can be, for each of the other: none for none.
      const weigh: Weigh = (mentee) => (mentee === i ? 1 : mentee === i2 ? -places : 0);
      return rowOf(made, { at, key: { id, ids: [one, other] }, most: 0 }, weigh, positionsOf(made, [i, i2], []));
    });
  }
  if (share === undefined) return [];
  const isMentee = marks(mentees.length, membersOf(mentees, share.mentees));
  const isMentor = marks(mentors.length, membersOf(mentors, share.mentors));
  const { atMostPercent, atLeastPercent = 0 } = constraint;
  const weigh: Weigh = (mentee, mentor) => {
    const own = isMentee(mentee) && isMentor(mentor) ? 100 : 0;
    return atMostPercent === undefined ? atLeastPercent - own : own - atMostPercent;
  };
  return [rowOf(made, { at, key: { id }, most: 0 }, weigh)];
}

/** A row for each two people who could mentor one another. */
function reciprocals(made: Made, inBoth: readonly string[], id: string, at: number): PolicyRow[] {
  const { columns, fixed, pairs } = made;
  const mayBe = new Set<number>();
  const keyOf: Weigh = (mentee, mentor) => mentee * columns.mentors.length + mentor;
  for (const [p, j] of pairs.mentor.entries()) mayBe.add(keyOf(made.menteeOf[p]!, j));
  for (const { mentee, mentor } of fixed.pairs) mayBe.add(keyOf(mentee, mentor));
  const both = [...inBoth].sort(byCodeUnit).map((person) => ({
    person,
    mentee: columns.menteeIndex.get(person)!,
    mentor: columns.mentorIndex.get(person)!,
  }));
  return both.flatMap((one, place) =>
    both.slice(place + 1).flatMap((other) => {
      if (!mayBe.has(keyOf(one.mentee, other.mentor)) || !mayBe.has(keyOf(other.mentee, one.mentor))) return [];
      const among = positionsOf(made, [one.mentee, other.mentee], []);
      const weigh: Weigh = (mentee, mentor) =>
        (mentee === one.mentee && mentor === other.mentor) || (mentee === other.mentee && mentor === one.mentor)
          ? 1
          : 0;
      return [rowOf(made, { at, key: { id, ids: [one.person, other.person] }, most: 1 }, weigh, among)];
    }),
  );
}

function marks(size: number, members: Int32Array | undefined): (person: number) => boolean {
  if (members === undefined) return () => true;
  const is = new Uint8Array(size);
  for (const member of members) is[member] = 1;
  return (person) => is[person] === 1;
}
