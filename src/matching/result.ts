/** From indices back to ids: what the caller gets. */

import { SolverError } from "../errors.js";
import { fingerprint } from "../fingerprint.js";
import { canonicalPolicy, stableSide } from "../policy/policy.js";
import { canonicalPool } from "../pool.js";
import type {
  LevelValue,
  Match,
  MatchResult,
  NotTakingPart,
  Proof,
  Reserve,
  Run,
  Status,
  Unmatched,
} from "../types.js";
import { VERSION } from "../version.js";
import type { Columns } from "./compile.js";
import { constraintFindings } from "./constraint-findings.js";
import { bindingRefusals, checksOf, overridesOf, releaseChecksOf } from "./eligibility.js";
import { findingsOf } from "./findings.js";
import type { Fixed, FixedPair } from "./fixed.js";
import { limitFindings } from "./limit-findings.js";
import { type LimitGroup, limitGroups, limitKey } from "./limit-groups.js";
import type { ScoredPairs } from "./pair-rows.js";
import type { PolicyConstraints, PolicyRow } from "./policy-row.js";
import type { PolicyProblem } from "./problem.js";
import { unmatchedReasons } from "./refusals.js";
import { scoreParts } from "./score.js";
import { prove } from "./solvers/bound.js";
import type { Assignment, Prices, Row } from "./solvers/solver.js";

/** What was solved; absent where the pairs were never formed because the caller stopped. */
export interface Solved {
  readonly pairs: ScoredPairs;
  readonly problem: PolicyProblem;
}

/** The result of a run. Everything in it is in order of id. */
export function resultOf(
  columns: Columns,
  fixed: Fixed,
  solved: Solved | undefined,
  assignment: Assignment,
  solver: string,
): MatchResult {
  const refused = new Set(fixed.refusedLocks.map(({ pair }) => pair));
  const decided = fixed.pairs.filter((pair) => !refused.has(pair));
  const free = chosenPairs(solved, assignment, fixed);
  const made = [...decided, ...free].sort((a, b) => a.mentee - b.mentee || a.mentor - b.mentor);
  const left = placesLeft(columns, fixed, free);
  const levels = levelsOf(solved, assignment, stableSide(columns.policy) !== undefined);
  const limits = solved?.problem.limits ?? limitGroups(columns, fixed);
  return {
    format: "mentor-match/result/1",
    status: statusOf(fixed, assignment, levels),
    matches: made.map((pair) => matchOf(columns, fixed, pair)),
    unmatched: unmatchedOf(columns, made, left),
    reserve: reserveOf(columns, left),
    notTakingPart: notTakingPart(columns),
    levels,
    proof: proofOf(columns, limits, solved?.problem.constraints, assignment),
    findings: [
      ...findingsOf(columns, fixed, solved?.pairs, assignment.short),
      ...limitFindings(columns, fixed.mentorUsed, limits, assignment),
      ...constraintFindings(columns, fixed, solved?.problem.constraints, assignment),
    ],
    run: runOf(columns, solver),
  };
}

type MadePair = Omit<FixedPair, "origin"> & { readonly origin: Match["origin"] };

function statusOf({ refusedLocks }: Fixed, { stop, isSearched }: Assignment, levels: readonly LevelValue[]): Status {
  if (refusedLocks.length > 0) return "infeasible";
  if (stop !== "optimal") return stop;
  return levels.every(({ value, bound }) => value.every((reached, at) => reached === bound[at]))
    ? "proved"
    : isSearched === true
      ? "searched"
      : "unproved";
}

function chosenPairs(solved: Solved | undefined, { stop, chosen }: Assignment, { isMovable }: Fixed): MadePair[] {
  // What a solver held when it was stopped is nobody's best match.
  if (solved === undefined || stop !== "optimal") return [];
  const { start, mentor } = solved.pairs;
  let mentee = 0;
  return Array.from(chosen, (position): MadePair => {
    while (start[mentee + 1]! <= position) mentee++;
    const own = mentor[position]!;
    return { mentee, mentor: own, origin: isMovable(mentee, own) ? "standing" : "new" };
  });
}

function matchOf(columns: Columns, { isProposed }: Fixed, { mentee, mentor, origin }: MadePair): Match {
  const menteeId = columns.mentees[mentee]!.id;
  const mentorId = columns.mentors[mentor]!.id;
  const isStanding = origin === "standing";
  const scored = scoreParts(columns, mentee, mentor);
  const choice = (columns.mentees[mentee]!.nominations ?? []).indexOf(mentorId) + 1;
  const held = isProposed(mentee, mentor) ? releaseChecksOf(columns, mentee, mentor) : [];
  const checks = isStanding ? held : checksOf(columns, mentee, mentor);
  const overrides = overridesOf(columns, mentee, mentor);
  const breaks = isStanding ? bindingRefusals(columns, mentee, mentor) : [];
  return {
    menteeId,
    mentorId,
    ...scored,
    origin,
    ...(choice > 0 ? { choice } : {}),
    ...(!isStanding && scored.score < (columns.policy.weakScore ?? 0) ? { weak: true as const } : {}),
    ...(checks.length > 0 ? { checks } : {}),
    ...(overrides.length > 0 ? { overrides } : {}),
    ...(breaks.length > 0 ? { breaks } : {}),
  };
}

function placesLeft(columns: Columns, fixed: Fixed, free: readonly MadePair[]): Int32Array {
  const left = fixed.capacity.slice();
  for (const { mentor } of free) left[mentor]!--;
  // People who do not take part have none.
  return left.map((places, mentor) => (columns.mentorsPart.refusedBy[mentor]!.length > 0 ? 0 : places));
}

function unmatchedOf(columns: Columns, made: readonly MadePair[], left: Int32Array): Unmatched[] {
  const isMatched = new Uint8Array(columns.mentees.length);
  for (const { mentee } of made) isMatched[mentee] = 1;
  const reasonsOf = unmatchedReasons(columns, left);
  return columns.mentees.flatMap((_, mentee) => {
    const asks = columns.demand[mentee]! > 0 && columns.menteesPart.refusedBy[mentee]!.length === 0;
    return asks && isMatched[mentee] === 0 ? [reasonsOf(mentee)] : [];
  });
}

function reserveOf(columns: Columns, left: Int32Array): Reserve[] {
  return columns.mentors.flatMap(({ id }, mentor) =>
    left[mentor]! > 0 ? [{ mentorId: id, places: left[mentor]! }] : [],
  );
}

function notTakingPart({ mentees, mentors, menteesPart, mentorsPart }: Columns): NotTakingPart[] {
  const turnedAway = (
    people: readonly { readonly id: string }[],
    part: Columns["menteesPart"],
    role: NotTakingPart["role"],
  ) =>
    people.flatMap(({ id }, index): NotTakingPart[] => {
      const refusedBy = part.refusedBy[index]!;
      return refusedBy.length > 0 ? [{ id, role, refusedBy }] : [];
    });
  return [...turnedAway(mentees, menteesPart, "mentee"), ...turnedAway(mentors, mentorsPart, "mentor")];
}

/** What each component of each level reached, and the bound that the prices prove. */
function levelsOf(solved: Solved | undefined, assignment: Assignment, isStable: boolean): LevelValue[] {
  if (solved === undefined || assignment.stop !== "optimal") return [];
  // Deferred acceptance leaves no blocking pair, which is what `verify` counts again.
  if (isStable) return [{ name: "stable", value: [0], bound: [0] }];
  const { levels } = solved.problem;
  const proof = prove(solved.problem, assignment);
  const value = proof.value.map((sum, at) => exact(sum + levels[at]!.base));
  const bound = proof.bound.map((sum, at) => exact(sum + levels[at]!.base));
  const names = [...new Set(proof.levels)];
  return names.map((name) => {
    const isIts = (_: number, at: number): boolean => levels[at]!.name === name;
    return { name, value: value.filter(isIts), bound: bound.filter(isIts) };
  });
}

/** Whatever solver the prices came from. */
function exact(sum: number): number {
  if (Number.isSafeInteger(sum)) return sum;
  throw new SolverError("too-large", `Cannot add up the bound exactly: ${sum} is no safe integer`, { bound: sum });
}

function proofOf(
  { mentees, mentors }: Columns,
  groups: readonly LimitGroup[],
  constraints: PolicyConstraints | undefined,
  { prices, refutation, cuts = [] }: Assignment,
): Proof {
  const all = refutation === undefined ? prices : [refutation];
  const priced = <T extends object>(list: readonly T[], of: (level: Prices) => Float64Array | undefined) =>
    list.flatMap((one, index) => {
      const price = all.map((level) => (of(level)?.[index] ?? 0) + 0);
      return price.some((component) => component !== 0) ? [{ ...one, price }] : [];
    });
  const people = (list: readonly { readonly id: string }[]) => list.map(({ id }) => ({ id }));
  const isPolicyRow = (row: Row): row is PolicyRow => constraints?.isOneOf?.(row) === true;
  const rows = [...(constraints?.rows ?? []), ...cuts.filter(isPolicyRow)];
  const ofRows = priced(
    rows.map(({ key }) => key),
    ({ row }) => row,
  );
  const limits = priced(groups.map(limitKey), ({ limit }) => limit);
  return {
    mentees: priced(people(mentees), ({ mentee }) => mentee),
    mentors: priced(people(mentors), ({ mentor }) => mentor),
    ...(limits.length > 0 ? { limits } : {}),
    ...(ofRows.length > 0 ? { constraints: ofRows } : {}),
  };
}

function runOf({ pool, policy }: Columns, solver: string): Run {
  const canonical = canonicalPolicy(policy);
  return {
    version: VERSION,
    seed: policy.lottery,
    solver,
    poolHash: fingerprint(canonicalPool(pool)),
    policyHash: canonical === null ? null : fingerprint(canonical),
    repeatable: canonical !== null,
  };
}
