/** What the coordinator's words did: each lock, forbid and override, and its exact price. */
import { byCodeUnit } from "../door.js";
import { compile } from "../matching/compile.js";
import { fixPairs } from "../matching/fixed.js";
import type { Policy, PolicyInput } from "../policy/policy.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { MatchResult, Override, PairIds, Pool, Source, Word } from "../types.js";
import { readCase } from "./case.js";
import { goesBeyond, type LevelDifference, pricesBetween, solvedAnew, whoChanges } from "./what-if.js";

/** A word and what the result would be without it. */
export interface Intervention extends PairIds, Source {
  /** in which of the pool's lists the word stands */
  readonly kind: "lock" | "forbid" | "override";
  /** of an override: the id of the rule it sets aside */
  readonly rule?: string;
  /** the reason as it was written; absent where none was, which no override lacks */
  readonly reason?: string;
  /** mentees who would have a mentor more without it */
  readonly displaces: readonly string[];
  /** mentees who would have one less without it */
  readonly helps: readonly string[];
  /**
   * what each level before the lottery loses by the word; below 0 is won: by an override, which only allows, and by a lock with
   * `isBeyondPlaces`. `null` where without it limits, minima or locks could not be kept, as a lock may need its override
   */
  readonly price: readonly LevelDifference[] | null;
  /**
   * of a lock on a standing pair that else might move: it holds the pair although others that are decided have taken the places
   * of one of the two, or what limits and constraints allow. What it wins is a place that nobody gave
   */
  readonly isBeyondPlaces?: true;
}

/**
 * States of every lock, forbid and override who gave it, when and why, whom it displaced, and what it cost, by solving again
 * without it. Each is taken alone: two words that have the same effect may both be free.
 *
 * @param resultInput - what `match` returned for this pool and policy
 * @returns locks, forbids and overrides, each in order of the mentee's id and then of the mentor's
 * @throws InputError where one of them cannot be read, or where the result is of another pool or policy or chose no pairs
 * @remarks a solve and a check for each word
 *
 * @example
 * ```ts
 * import { interventions, match } from "mentor-match";
 *
 * const pool = {
 *   mentees: [{ id: "ana" }, { id: "bo" }],
 *   mentors: [{ id: "max" }, { id: "nia" }],
 *   forbids: [{ menteeId: "bo", mentorId: "nia" }],
 *   locks: [{ menteeId: "ana", mentorId: "max", by: "coordinator", on: "2026-09-30", reasonClass: "asked for" }],
 * };
 * const policy = { name: "any pair" };
 * const [lock] = interventions(pool, policy, match(pool, policy));
 * lock?.displaces; // => ["bo"]
 * lock?.price; // => [{ name: "coverage", difference: [1] }, { name: "score", difference: [0] }]
 * ```
 */
export function interventions(
  poolInput: PoolInput,
  policyInput: PolicyInput,
  resultInput: MatchResult,
): readonly Intervention[] {
  const one = readCase(poolInput, policyInput, resultInput);
  const { pool, policy, result } = one;
  const told = (kind: Intervention["kind"], word: Word | Override, without: Partial<Pool>): Intervention => {
    const after = solvedAnew(parsePool({ ...pool, ...without }), policy);
    const isPossible = after.status !== "infeasible";
    const { gains, loses } = isPossible ? whoChanges(result, after) : { gains: [], loses: [] };
    return {
      kind,
      ...word,
      displaces: gains,
      helps: loses,
      price: isPossible ? pricesBetween(after, result, one) : null,
      ...(kind === "lock" &&
      (isBeyondPlaces(parsePool({ ...pool, ...without }), policy, word) || (isPossible && goesBeyond(after, result)))
        ? { isBeyondPlaces: true as const }
        : {}),
    };
  };
  return [
    ...ordered(pool.locks).map((word) => told("lock", word, { locks: pool.locks.filter((one) => one !== word) })),
    ...ordered(pool.forbids).map((word) =>
      told("forbid", word, { forbids: pool.forbids.filter((one) => one !== word) }),
    ),
    ...ordered(pool.overrides).map((word) =>
      told("override", word, { overrides: pool.overrides.filter((one) => one !== word) }),
    ),
  ];
}

/** Whether a pair that may move without its lock has no place then beside what is decided. */
function isBeyondPlaces(pool: Pool, policy: Policy, { menteeId, mentorId }: PairIds): boolean {
  const columns = compile(pool, policy);
  const { isMovable, demand, capacity } = fixPairs(columns);
  const [mentee, mentor] = [columns.menteeIndex.get(menteeId)!, columns.mentorIndex.get(mentorId)!];
  return isMovable(mentee, mentor) && (demand[mentee] === 0 || capacity[mentor] === 0);
}

const ordered = <W extends PairIds & { readonly rule?: string }>(words: readonly W[]): W[] =>
  [...words].sort(
    (a, b) =>
      byCodeUnit(a.menteeId, b.menteeId) ||
      byCodeUnit(a.mentorId, b.mentorId) ||
      byCodeUnit(a.rule ?? "", b.rule ?? ""),
  );
