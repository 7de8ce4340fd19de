/** What was noticed of constraints: those that concern nobody, those that decided pairs break, those that cannot be kept. */
import { MAX_CHANGES, type PolicyConstraint } from "../policy/constraints.js";
import type { Finding } from "../types.js";
import { peopleOnCircles } from "./circles.js";
import type { Columns } from "./compile.js";
import type { Fixed } from "./fixed.js";
import { membersOf } from "./limit-groups.js";
import type { PolicyConstraints, PolicyRow } from "./policy-row.js";
import type { Assignment } from "./solvers/solver.js";

/** Findings in the order of the constraints and their rows. */
export function constraintFindings(
  columns: Columns,
  fixed: Fixed,
  constraints: PolicyConstraints | undefined,
  { refutation, conflicts = [], cuts = [] }: Assignment,
): readonly Finding[] {
  const { policy } = columns;
  const rows = constraints?.rows ?? [];
  const isUnmet = (r: number): boolean =>
    refutation === undefined ? conflicts.some(({ row }) => row === r) : (refutation.row?.[r] ?? 0) !== 0;
  const nearest = ({ at, decided }: PolicyRow, r: number): Finding["numbers"] => {
    const count = conflicts.find(({ row }) => row === r)?.nearest;
    const { totalLoad } = policy.constraints[at] ?? {};
    if (totalLoad !== undefined)
      return { atMost: totalLoad, ...(count === undefined ? {} : { nearest: count + decided }) };
    if (at >= 0) return {};
    const { maxChanges = 0 } = policy.standing;
    return { atMost: maxChanges, ...(count === undefined ? {} : { nearest: count + fixed.movable.length }) };
  };
  const noCycles = policy.constraints.find((one) => one.noCycles === true);
  const onCircles = noCycles === undefined ? [] : peopleOnCircles(columns, fixed);
  const hasCircle =
    refutation === undefined
      ? conflicts.some(({ row }) => row === -1)
      : cuts.some((_, c) => (refutation.row?.[rows.length + c] ?? 0) !== 0);
  return [
    ...policy.constraints
      .filter((constraint) => concernsNobody(columns, constraint))
      .map(({ id }) => about("constraint-counts-nobody", { id })),
    ...rows.filter(({ isBroken }) => isBroken).map(({ key }) => about("over-constraint", key)),
    ...(onCircles.length > 0 ? [about("over-constraint", { id: noCycles!.id, ids: onCircles })] : []),
    ...rows.flatMap((row, r) => (isUnmet(r) ? [about("constraint-unmet", row.key, nearest(row, r))] : [])),
    ...(hasCircle && noCycles !== undefined ? [about("constraint-unmet", { id: noCycles.id })] : []),
  ];
}

/** Constraints on people in both roles where there are none, and shares of a group that is empty. */
function concernsNobody({ mentees, mentors, mentorIndex }: Columns, constraint: PolicyConstraint): boolean {
  const { share, bothOrNeither } = constraint;
  if (bothOrNeither !== undefined) return false;
  if (share === undefined) return !mentees.some(({ id }) => mentorIndex.has(id));
  return [membersOf(mentees, share.mentees), membersOf(mentors, share.mentors)].some(
    (members) => members?.length === 0,
  );
}

function about(code: string, { id, ids = [] }: PolicyRow["key"], numbers: Finding["numbers"] = {}): Finding {
  return { code, path: id === MAX_CHANGES ? id : `constraints.${id}`, ids, numbers };
}
