/** From columns to the solvers' terms: indices, places and the levels' values. */
import type { LevelComponent, LevelContext } from "../level.js";
import { levelsOf, type Policy, stableSide } from "../policy/policy.js";
import type { Columns } from "./compile.js";
import { constraintRows } from "./constraint-rows.js";
import type { Fixed } from "./fixed.js";
import { lottery } from "./levels/lottery-level.js";
import { type LimitGroup, limitGroups } from "./limit-groups.js";
import type { ScoredPairs } from "./pair-rows.js";
import type { PolicyConstraints } from "./policy-row.js";
import { scoreOf } from "./score.js";
import type { Problem } from "./solvers/solver.js";

/** A problem whose levels also say what the fixed pairs bring, and whose limits and rows know the policy's. */
export interface PolicyProblem extends Problem {
  readonly limits?: readonly LimitGroup[];
  readonly constraints?: PolicyConstraints;
  readonly levels: readonly LevelComponent[];
}

/** The policy's levels in its order, then the lottery; none where it asks for stability. */
export function formProblem(columns: Columns, fixed: Fixed, pairs: ScoredPairs): PolicyProblem {
  const { mentees, mentors, policy } = columns;
  const { minimum, menteeUsed, mentorUsed } = fixed;
  const { demand, capacity } = usablePlaces(fixed, pairs);
  const fixedPairs = fixed.pairs.map(({ mentee, mentor }) => ({
    mentee,
    mentor,
    score: scoreOf(columns, mentee, mentor),
  }));
  const seed = policy.lottery;
  const constraints = constraintRows(columns, fixed, pairs, demand);
  const context: LevelContext = {
    mentees,
    mentors,
    demand,
    capacity,
    menteeUsed,
    mentorUsed,
    score: pairs.score,
    fixedPairs,
    isMovable: fixed.isMovable,
    asOf: columns.pool.asOf,
    seed,
    isTied: isTied(policy),
  };
  return {
    mentees: mentees.length,
    mentors: mentors.length,
    start: pairs.start,
    mentor: pairs.mentor,
    demand,
    capacity,
    minimum,
    ...(policy.limits.length === 0 ? {} : { limits: limitGroups(columns, fixed) }),
    ...(constraints === undefined ? {} : { constraints }),
    levels:
      stableSide(policy) === undefined
        ? [...levelsOf(policy).flatMap((level) => level.bind(context)), ...lottery(context)]
        : [],
  };
}

/** Whether anything ties pairs of several people together but places. */
const isTied = ({ limits, constraints, standing }: Policy): boolean =>
  limits.length > 0 || constraints.length > 0 || (standing.pairs === "movable" && standing.maxChanges !== undefined);

/** Nobody can fill more places than they have eligible pairs; so "no limit" costs nothing. */
export function usablePlaces(
  { demand, capacity }: Fixed,
  { start, mentor }: ScoredPairs,
): Pick<Fixed, "demand" | "capacity"> {
  const mentorPairs = new Int32Array(capacity.length);
  for (let k = 0; k < mentor.length; k++) mentorPairs[mentor[k]!]!++;
  return {
    demand: demand.map((places, i) => Math.min(places, start[i + 1]! - start[i]!)),
    capacity: capacity.map((places, j) => Math.min(places, mentorPairs[j]!)),
  };
}
