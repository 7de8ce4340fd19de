/** Why nothing keeps every bound: bounds that cannot be kept together, though any of them could be given up for the others. */
import { limitedPairs } from "../limited-pairs.js";
import type { Assignment, Conflict, LinearLevel, Problem, Row } from "../solver.js";

/** A bound that could be given up: of a limit, a mentor's minimum, a row, or all that `brokenBy` finds (row −1). */
type Bound = Omit<Conflict, "nearest">;

/** Solves a problem, or says nothing where the search grew too long. */
export type SolveOnce = (part: Problem) => Assignment | undefined;

/** Searches that may grow too long before no more are tried. */
const MOST_UNKNOWN = 2;

/**
 * An irreducible set of bounds by halving (Junker 2004, QuickXplain), and for each the count nearest to it while all that is
 * not in conflict, and the rest of the set, is kept; `undefined` where the caller stopped. Where it cannot be told whether
 * some bounds can be kept together they are taken to be: then the set may be larger than it need be, but is in conflict still.
 *
 * @param problem - one that nothing keeps
 * @remarks about k × log(n / k) searches for k of n bounds
 */
export function conflictsOf(problem: Problem, solve: SolveOnce): readonly Conflict[] | undefined {
  const all = boundsOf(problem);
  const kept = new Set<Bound>();
  let isStopped = false;
  let unknown = 0;
  const asked = (part: Problem): Assignment | undefined => {
    if (unknown === MOST_UNKNOWN) return undefined;
    const found = solve(part);
    if (found === undefined) unknown++;
    isStopped ||= found?.stop === "stopped";
    return found;
  };
  const holds = (bounds: readonly Bound[]): boolean =>
    asked({ ...without(problem, all, new Set([...kept, ...bounds])), levels: [NOTHING] })?.stop !== "infeasible";
  // Each round finds one more bound without which the rest would do: the last of the shortest beginning that is too much.
  let candidates: readonly Bound[] = all;
  while (candidates.length > 0 && !isStopped && holds([])) {
    let [low, high] = [0, candidates.length];
    while (high - low > 1 && !isStopped) {
      const middle = (low + high) >> 1;
      if (holds(candidates.slice(0, middle))) low = middle;
      else high = middle;
    }
    kept.add(candidates[high - 1]!);
    candidates = candidates.slice(0, high - 1);
  }
  const conflicts = all.filter((bound) => kept.has(bound));
  const nearest = conflicts.map((bound): Conflict => {
    const level = countOf(problem, bound);
    if (level === undefined || isStopped) return bound;
    const others = new Set(conflicts.filter((other) => other !== bound));
    const found = asked({ ...without(problem, all, others), levels: [level] });
    if (found?.stop !== "optimal" || found.isSearched === false) return bound;
    const count = found.chosen.reduce((sum, pair) => sum + (level.pair as Int32Array)[pair]!, 0);
    return { ...bound, nearest: bound.bound === "least" ? count : -count };
  });
  return isStopped ? undefined : nearest;
}

/** A row that asks for nothing: indices stay as they are. */
const EMPTY: Row = { pairs: new Int32Array(0), weights: new Int32Array(0), most: 0 };

/** The problem with the bounds of a conflict, and no others but places. */
export function onlyThese(problem: Problem, conflicts: readonly Conflict[]): Problem {
  const all = boundsOf(problem);
  const isIn = (bound: Bound): boolean =>
    conflicts.some(
      ({ limit, mentor, row, bound: side }) =>
        limit === bound.limit && mentor === bound.mentor && row === bound.row && side === bound.bound,
    );
  return { ...without(problem, all, new Set(all.filter(isIn))), levels: [NOTHING] };
}

const NOTHING: LinearLevel = { name: "nothing" };

function boundsOf({ limits = [], minimum, constraints }: Problem): Bound[] {
  const bounds: Bound[] = [];
  limits.forEach(({ least, most }, limit) => {
    if (least > 0) bounds.push({ limit, bound: "least" });
    if (most < Number.POSITIVE_INFINITY) bounds.push({ limit, bound: "most" });
  });
  minimum.forEach((least, mentor) => {
    if (least > 0) bounds.push({ mentor, bound: "least" });
  });
  for (const row of constraints?.rows.keys() ?? []) bounds.push({ row, bound: "most" });
  if (constraints?.brokenBy !== undefined) bounds.push({ row: -1, bound: "most" });
  return bounds;
}

/** The problem with these bounds alone; places stay. */
function without(problem: Problem, all: readonly Bound[], kept: ReadonlySet<Bound>): Problem {
  const gone = all.filter((bound) => !kept.has(bound));
  const { limits, minimum, constraints } = problem;
  const isGone = (of: "limit" | "row" | "mentor", at: number, bound: Bound["bound"]): boolean =>
    gone.some((one) => one[of] === at && one.bound === bound);
  return {
    ...problem,
    minimum: minimum.map((least, mentor) => (isGone("mentor", mentor, "least") ? 0 : least)),
    ...(limits === undefined
      ? {}
      : {
          limits: limits.map((limit, at) => ({
            ...limit,
            least: isGone("limit", at, "least") ? 0 : limit.least,
            most: isGone("limit", at, "most") ? Number.POSITIVE_INFINITY : limit.most,
          })),
        }),
    ...(constraints === undefined
      ? {}
      : {
          constraints: {
            rows: constraints.rows.map((row, at) => (isGone("row", at, "most") ? EMPTY : row)),
            ...(constraints.brokenBy === undefined || isGone("row", -1, "most")
              ? {}
              : { brokenBy: constraints.brokenBy }),
          },
        }),
  };
}

/** A level that counts towards a bound: as much as can be of a least, as little as can be of a most. */
function countOf(problem: Problem, { limit, mentor, row, bound }: Bound): LinearLevel | undefined {
  const pair = new Int32Array(problem.mentor.length);
  const sign = bound === "least" ? 1 : -1;
  if (limit !== undefined) for (const p of limitedPairs(problem, problem.limits![limit]!)) pair[p] = sign;
  else if (mentor !== undefined) for (const [p, j] of problem.mentor.entries()) pair[p] = j === mentor ? 1 : 0;
  else if (row === -1) return undefined;
  else {
    const { pairs, weights } = problem.constraints!.rows[row!]!;
    for (const [x, p] of pairs.entries()) pair[p] = -weights[x]!;
  }
  return { name: "count", pair };
}
