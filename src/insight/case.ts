/** A result together with its pool and policy, read once and by index: what every question about it starts from. */
import { quote, showKind } from "../door.js";
import { InputError } from "../errors.js";
import { fingerprint } from "../fingerprint.js";
import { resultOf } from "../lifecycle/given.js";
import { type Columns, compile } from "../matching/compile.js";
import { type Fixed, fixPairs } from "../matching/fixed.js";
import { checkTogether } from "../matching/together.js";
import { canonicalPolicy, type Policy, type PolicyInput } from "../policy/policy.js";
import { parsePolicy } from "../policy.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { MatchResult, Pool } from "../types.js";

/** People are referred to by index, in order of id. */
export interface Case {
  readonly pool: Pool;
  readonly policy: Policy;
  readonly result: MatchResult;
  readonly columns: Columns;
  readonly fixed: Fixed;
  /** all mentors of each mentee, and all mentees of each mentor */
  readonly mentorsOf: readonly (readonly number[])[];
  readonly menteesOf: readonly (readonly number[])[];
  /** whether a pair was decided before anything was optimised */
  readonly isFixed: (mentee: number, mentor: number) => boolean;
  /** places of each mentor that nobody has; 0 for those who do not take part */
  readonly placesLeft: Int32Array;
}

/**
 * Reads all three.
 *
 * @throws InputError where one cannot be read, or where the result is of another pool or policy or chose no pairs
 * @remarks O(people + matches), and the hashes
 */
export function readCase(poolInput: PoolInput, policyInput: PolicyInput, resultInput: MatchResult): Case {
  const pool = parsePool(poolInput);
  const policy = parsePolicy(policyInput);
  checkTogether(pool, policy);
  const result = resultOf(pool, resultInput);
  const canonical = canonicalPolicy(policy);
  const hash = canonical === null ? null : fingerprint(canonical);
  if (result.run.policyHash !== hash) {
    const message = `expected the result of this policy, whose hash is ${hash}, got that of another`;
    throw new InputError("result", [{ code: "other-policy", path: "run.policyHash", message }]);
  }
  return caseOf(pool, policy, result);
}

/** The same of what is known to fit together. */
function caseOf(pool: Pool, policy: Policy, result: MatchResult): Case {
  const columns = compile(pool, policy);
  const fixed = fixPairs(columns);
  const mentorsOf = columns.mentees.map((): number[] => []);
  const menteesOf = columns.mentors.map((): number[] => []);
  const decided = new Set(fixed.pairs.map(({ mentee, mentor }) => mentee * columns.mentors.length + mentor));
  const isFixed = (mentee: number, mentor: number): boolean => decided.has(mentee * columns.mentors.length + mentor);
  const placesLeft = fixed.capacity.slice();
  for (const { menteeId, mentorId } of result.matches) {
    const mentee = columns.menteeIndex.get(menteeId);
    const mentor = columns.mentorIndex.get(mentorId);
    if (mentee === undefined || mentor === undefined) {
      const message = "expected matches of people of the pool, got others";
      throw new InputError("result", [{ code: "unknown-person", path: "matches", message }]);
    }
    mentorsOf[mentee]!.push(mentor);
    menteesOf[mentor]!.push(mentee);
    if (!isFixed(mentee, mentor)) placesLeft[mentor]!--;
  }
  return { pool, policy, result, columns, fixed, mentorsOf, menteesOf, isFixed, placesLeft };
}

/** The index of a mentee. @throws InputError where the pool has none of that id */
export function menteeAt({ columns }: Case, id: unknown): number {
  return found(columns.menteeIndex, "mentee", id);
}

/** The index of a mentor. @throws InputError where the pool has none of that id */
export function mentorAt({ columns }: Case, id: unknown): number {
  return found(columns.mentorIndex, "mentor", id);
}

function found(index: ReadonlyMap<string, number>, role: "mentee" | "mentor", id: unknown): number {
  const at = index.get(id as string);
  if (at !== undefined) return at;
  const got = typeof id === "string" ? `${quote(id)}, which the pool does not have` : showKind(id);
  const message = `expected the id of a ${role}, got ${got}`;
  throw new InputError("question", [{ code: "unknown-person", path: role, message }]);
}

/** Whether somebody asks for a mentor and takes part. */
export function asks({ columns }: Case, mentee: number): boolean {
  return columns.demand[mentee]! > 0 && columns.menteesPart.refusedBy[mentee]!.length === 0;
}
