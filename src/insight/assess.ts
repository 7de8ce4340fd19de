/** Pairs made by hand, last year's or a spreadsheet's, beside the proved best: what they break, and what each choice costs. */
import { byCodeUnit } from "../door.js";
import { canonicalJson } from "../fingerprint.js";
import { checkTogether } from "../matching/together.js";
import type { Policy, PolicyInput } from "../policy/policy.js";
import { parsePolicy } from "../policy.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { Json, MatchResult, PairIds, Pool } from "../types.js";
import { readPairs } from "./assess/given-pairs.js";
import { checkConstraints, rowsAsked } from "./verify/constraints.js";
import { componentsOf } from "./verify/levels.js";
import { checkLimits, groupsOf } from "./verify/limits.js";
import type { Made, World } from "./verify/terms.js";
import { worldOf } from "./verify/world.js";
import type { Refutation } from "./verify.js";
import { goesBeyond, type LevelDifference, pricesBetween, solvedAnew } from "./what-if.js";

/** One pair of the list. */
export interface AssessedPair extends PairIds {
  /** 0 … 10 000 */
  readonly score: number;
  /**
   * ids of everything that refuses it today: rules on the two people, bars, rules on the pair, `"minimumScore"`; then `"demand"`
   * or `"capacity"` where better pairs of the list have taken the places. Empty for a pair that counts, and for one that stands
   */
  readonly refusedBy: readonly string[];
  /** rules that could not tell and that the coordinator must tick */
  readonly checks: readonly string[];
  /** whether the best matching found has it, too */
  readonly isInBest: boolean;
  /**
   * what the choice costs, however well everybody else is matched: level by level, the best less the best with this pair in it.
   * `null` where the pair cannot be made: something refuses it, or limits, minima or constraints cannot be kept beside it
   */
  readonly cost: readonly LevelDifference[] | null;
}

/** Somebody of whom the list has more pairs than places, those that stand already counted. */
export interface OverPlaces {
  /** id of a mentee or a mentor of the pool */
  readonly id: string;
  /** the role in which there are too many pairs of them */
  readonly role: "mentee" | "mentor";
  /** pairs of the list, those that something refuses among them, and pairs that stand or are locked, listed or not */
  readonly pairs: number;
  /** places that decided pairs take and those that are left; of whoever does not take part none are left */
  readonly places: number;
}

/** A level of the objective: what the list comes to, and what is possible. */
export interface LevelGap {
  /** the level's name in the objective, `"coverage"` */
  readonly name: string;
  /** of the list's pairs that nothing refuses, with those that stand or are locked */
  readonly value: readonly number[];
  /** what the best matching reaches, an integer for each component of the level */
  readonly best: readonly number[];
  /** the best less the value */
  readonly gap: readonly number[];
}

/** What {@link assess} finds. */
export interface Assessment {
  /** in order of the mentee's id and then of the mentor's */
  readonly pairs: readonly AssessedPair[];
  /** mentees and then mentors, each in order of id; empty where the places are enough for the list */
  readonly overPlaces: readonly OverPlaces[];
  /** minima, limits and constraints that the list as a whole does not keep, each with what was asked and what is there */
  readonly broken: readonly Refutation[];
  /** in the objective's order, without the lottery; none under a stable objective */
  readonly levels: readonly LevelGap[];
  /** mentees without a mentor in the list who have one in the best matching */
  readonly leftOut: readonly string[];
  /** the best matching, with its proof */
  readonly best: MatchResult;
}

/**
 * Checks pairs that were made or edited by hand, and compares them with the best there is: which rules each breaks, whose places
 * are too few, how far the list falls behind level by level, and what each choice costs.
 *
 * A pair that something refuses is told of and counts nowhere. Where the list has more pairs of somebody than places, those of
 * the greatest score keep them. Pairs that stand or are locked in the pool are part of both sides, listed or not.
 *
 * @param pairsInput - the list; last year's may be compared once those who left are taken out of it
 * @throws InputError listing everything that is wrong with the pool, the policy or the list
 * @throws SolverError as `match` does
 * @remarks one solve, checked, and one more for each pair of the list that may be made and the best matching lacks
 *
 * @example
 * ```ts
 * import { assess } from "mentor-match";
 *
 * const pool = { mentees: [{ id: "ana" }, { id: "bo" }], mentors: [{ id: "max" }, { id: "nia" }] };
 * const scores: [string, string, number][] = [["ana", "max", 10], ["ana", "nia", 4], ["bo", "max", 3], ["bo", "nia", 1]];
 * const policy = { name: "two", prefer: [{ criterion: "pair-scores", scores, max: 10 }] };
 * const { levels, pairs } = assess(pool, policy, [{ menteeId: "bo", mentorId: "max" }]);
 * levels.map(({ name, gap }) => [name, gap]); // => [["coverage", [1]], ["score", [8000]]]
 * pairs[0]?.cost; // => [{ name: "coverage", difference: [0] }, { name: "score", difference: [4000] }]
 * ```
 */
export function assess(poolInput: PoolInput, policyInput: PolicyInput, pairsInput: readonly PairIds[]): Assessment {
  const pool = parsePool(poolInput);
  const policy = parsePolicy(policyInput);
  checkTogether(pool, policy);
  const world = worldOf(pool, policy);
  const listed = placed(world, readPairs(pool, pairsInput));
  const matches = counted(world, listed);
  const best = solvedAnew(pool, policy);
  const inBest = new Set(best.matches.map(keyOf));
  const has = new Set(matches.map(({ mentee }) => world.mentees[mentee]!.id));
  return {
    pairs: listed.map(({ ids, mentee, mentor, isFixed, refusedBy }): AssessedPair => {
      const isInBest = inBest.has(keyOf(ids));
      // A pair that stands and may move would be held beyond the places that decided pairs left.
      const isRoom = world.freeDemand[mentee]! > 0 && world.freeCapacity[mentor]! > 0;
      const isFree = refusedBy.length === 0 && !isFixed;
      return {
        ...ids,
        score: world.points(mentee, mentor),
        refusedBy,
        checks: isFixed ? [] : world.checks(mentee, mentor),
        isInBest,
        cost: isInBest
          ? pricesBetween(best, best, { pool, policy })
          : isRoom && (isFree || isPlaceless(refusedBy))
            ? forced(pool, policy, best, ids)
            : null,
      };
    }),
    overPlaces: overPlaces(world, listed),
    broken: brokenBy(world, policy, matches),
    levels: gaps(world, policy, matches, best),
    leftOut: [...new Set(best.matches.map(({ menteeId }) => menteeId))].filter((id) => !has.has(id)),
    best,
  };
}

const keyOf = ({ menteeId, mentorId }: PairIds): string => `${menteeId}\n${mentorId}`;

interface Placed extends Made {
  readonly ids: PairIds;
  readonly refusedBy: readonly string[];
}

/** The list in order of ids, each pair with what refuses it; places go to the greatest score first. */
function placed(world: World, pairs: readonly PairIds[]): readonly Placed[] {
  const menteeAt = new Map(world.mentees.map(({ id }, index) => [id, index]));
  const mentorAt = new Map(world.mentors.map(({ id }, index) => [id, index]));
  const judged = pairs
    .map((ids) => ({ ids, mentee: menteeAt.get(ids.menteeId)!, mentor: mentorAt.get(ids.mentorId)! }))
    .sort((a, b) => a.mentee - b.mentee || a.mentor - b.mentor)
    .map((pair) => {
      const isFixed = world.isFixed(pair.mentee, pair.mentor);
      const isStanding = world.isStanding(pair.mentee, pair.mentor);
      const refusedBy = isStanding ? [] : world.refusals(pair.mentee, pair.mentor, "everything");
      return { ...pair, isFixed, refusedBy };
    });
  const demand = [...world.freeDemand];
  const capacity = [...world.freeCapacity];
  const full = new Map<Made, readonly string[]>();
  const byScore = judged
    .filter(({ isFixed, refusedBy }) => !isFixed && refusedBy.length === 0)
    .sort((a, b) => world.points(b.mentee, b.mentor) - world.points(a.mentee, a.mentor));
  for (const pair of byScore) {
    const { mentee, mentor } = pair;
    const taken = [...(demand[mentee] === 0 ? ["demand"] : []), ...(capacity[mentor] === 0 ? ["capacity"] : [])];
    full.set(pair, taken);
    if (taken.length > 0) continue;
    demand[mentee]!--;
    capacity[mentor]!--;
  }
  return judged.map((pair) => ({ ...pair, refusedBy: [...pair.refusedBy, ...(full.get(pair) ?? [])] }));
}

/** Whether nothing but other pairs of the list stands against a pair. */
const isPlaceless = (refusedBy: readonly string[]): boolean =>
  refusedBy.length > 0 && refusedBy.every((id) => id === "demand" || id === "capacity");

/** The pairs that the list comes to: those that count, and those that are decided. */
function counted(world: World, listed: readonly Placed[]): readonly Made[] {
  const refused = new Set(world.refusedLocks.map(({ mentee, mentor }) => `${mentee} ${mentor}`));
  const decided = world.fixed.filter(({ mentee, mentor }) => !refused.has(`${mentee} ${mentor}`));
  const own = listed.filter(({ isFixed, refusedBy }) => !isFixed && refusedBy.length === 0);
  return [...decided.map((pair) => ({ ...pair, isFixed: true })), ...own];
}

/** The cost of a choice, by solving again with the pair locked. */
function forced(pool: Pool, policy: Policy, best: MatchResult, ids: PairIds): readonly LevelDifference[] | null {
  if (best.status === "infeasible") return null;
  const locked = solvedAnew(parsePool({ ...pool, locks: [...pool.locks, ids] }), policy);
  const isBeyond = locked.status === "infeasible" || goesBeyond(best, locked);
  return isBeyond ? null : pricesBetween(best, locked, { pool, policy });
}

function overPlaces(world: World, listed: readonly Placed[]): OverPlaces[] {
  const over = (role: "mentee" | "mentor", places: readonly number[]): OverPlaces[] => {
    const people = role === "mentee" ? world.mentees : world.mentors;
    const counts = people.map(() => 0);
    const fixed = people.map(() => 0);
    for (const pair of listed) if (!pair.isFixed) counts[pair[role]]!++;
    for (const pair of world.fixed) fixed[pair[role]]!++;
    return people.flatMap(({ id }, at) =>
      counts[at]! > places[at]!
        ? [{ id, role, pairs: counts[at]! + fixed[at]!, places: places[at]! + fixed[at]! }]
        : [],
    );
  };
  return [...over("mentee", world.freeDemand), ...over("mentor", world.freeCapacity)].sort(
    (a, b) => byCodeUnit(a.role, b.role) || byCodeUnit(a.id, b.id),
  );
}

function brokenBy(world: World, policy: Policy, matches: readonly Made[]): Refutation[] {
  const broken: Refutation[] = [];
  const expect = (code: string, ids: readonly string[], expected: unknown, got: unknown): void => {
    broken.push({ code, ids, expected: canonicalJson(expected as Json), got: canonicalJson(got as Json) });
  };
  world.mentors.forEach(({ id }, mentor) => {
    const made = matches.filter((pair) => !pair.isFixed && pair.mentor === mentor).length;
    if (made < world.freeMinimum[mentor]!) expect("under-minimum", [id], world.freeMinimum[mentor], made);
  });
  checkLimits(groupsOf(world, policy), matches, true, expect);
  checkConstraints(world, policy, rowsAsked(world, policy), matches, true, expect);
  return broken;
}

function gaps(world: World, policy: Policy, matches: readonly Made[], { levels }: MatchResult): LevelGap[] {
  const { demand, capacity } = world.usablePlaces();
  const components = componentsOf(world, policy, demand, capacity);
  return levels
    .filter(({ name }) => name !== "lottery" && components.some((one) => one.name === name))
    .map(({ name, value: best }): LevelGap => {
      const value = components.filter((one) => one.name === name).map((one) => one.value(matches));
      return { name, value, best, gap: best.map((most, at) => most - value[at]!) };
    });
}
