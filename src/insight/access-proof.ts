/** Why nobody who was not served could have been, and what it costs to settle who before with whom. */
import { InputError } from "../errors.js";
import type { Level } from "../level.js";
import { type Priority, urgencyOf } from "../level-terms.js";
import { drawsOf } from "../matching/levels/lottery.js";
import { match } from "../matching/match.js";
import { levelsOf, type Policy, type PolicyInput } from "../policy/policy.js";
import { parsePolicy } from "../policy.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { MatchResult, Pool } from "../types.js";
import type { World } from "./verify/terms.js";
import { worldOf } from "./verify/world.js";

/**
 * The alternating tree of somebody who was not served: the mentors she may have, the mentees they have, the mentors whom
 * those may have instead, and so on. Only through it could she be served.
 */
export interface AccessTree {
  /** id of a mentee who asks, takes part and has no mentor */
  readonly menteeId: string;
  /** her place in the order of those who ask, 1 being the first */
  readonly place: number;
  /** mentors in her tree */
  readonly mentors: readonly string[];
  /** mentees whom they have */
  readonly mentees: readonly string[];
  /** mentors in her tree with a place left: she could be served beside everybody */
  readonly free: readonly string[];
  /** mentees in her tree who come later than she does, or have another mentor: she could be served in their place */
  readonly later: readonly string[];
}

/** Whether the order of access was kept, with a tree for each mentee who is not served. */
export interface AccessProof {
  /** nobody's tree meets a free place, or anybody but people who come earlier and have no other mentor */
  readonly holds: boolean;
  /** in the order of the level, first come first */
  readonly trees: readonly AccessTree[];
  /** how much greater the total score would be without the level; `null` where the objective has no score besides it */
  readonly scorePrice: number | null;
}

/**
 * Checks that the level `access` did what it says, from pool, policy and result alone: for each mentee who asks and was not
 * served, her alternating tree meets no free place and only mentees who come earlier in the order. If it holds for everybody,
 * no one could be served without leaving out somebody earlier (Edmonds 1971: such sets are a matroid, in which single
 * exchanges suffice).
 *
 * @param result - what `match` returned for this pool and policy
 * @throws InputError where pool or policy cannot be read, or the objective has no `access`, or has other levels before it
 * than `coverage` and `priority`, for then they decide who is served
 * @remarks one search over the pairs for each who was not served, and one run of `match` without the level
 */
export function accessProof(poolInput: PoolInput, policyInput: PolicyInput, result: MatchResult): AccessProof {
  const pool = parsePool(poolInput);
  const policy = parsePolicy(policyInput);
  const levels = levelsOf(policy);
  const turn = orderOf(pool, policy, levels);
  const world = worldOf(pool, policy);
  const trees = treesOf(world, result, turn);
  return {
    holds: trees.every(({ free, later }) => free.length === 0 && later.length === 0),
    trees,
    scorePrice: priceOf(pool, policy, levels, result),
  };
}

/** The place of each mentee, in order of id, in the order of the level. */
function orderOf(pool: Pool, policy: Policy, levels: readonly Level[]): readonly number[] {
  const at = levels.findIndex(({ name }) => name === "access");
  const before = levels.slice(0, Math.max(at, 0));
  const others = before.filter(({ name }) => name !== "coverage" && name !== "priority");
  if (at < 0 || others.length > 0) {
    const got = at < 0 ? "none" : others.map(({ name }) => name).join(", ");
    const message = `expected "access" with no level but coverage and priority before it, got ${got}`;
    throw new InputError("policy", [{ code: "contradiction", path: "objective", message }]);
  }
  const mentees = worldOf(pool, policy).mentees;
  const ids = mentees.map(({ id }) => id);
  const { ticket } = drawsOf(policy.lottery, ids, []);
  const priority = before.find(({ name }) => name === "priority")?.json as unknown as Priority | undefined;
  const urgency =
    priority === undefined
      ? ids.map(() => 0)
      : urgencyOf(mentees, pool.asOf, { by: priority.by ?? "waiting", step: priority.step ?? "month" });
  const turn = ids.map(() => 0);
  const bySooner = (a: number, b: number): number =>
    Number(urgency[a]! < urgency[b]!) - Number(urgency[a]! > urgency[b]!);
  [...ids.keys()]
    .sort((a, b) => bySooner(a, b) || ticket[a]! - ticket[b]! || a - b)
    .forEach((mentee, place) => {
      turn[mentee] = place;
    });
  return turn;
}

function treesOf(world: World, result: MatchResult, turn: readonly number[]): AccessTree[] {
  const { mentees, mentors } = world;
  const menteeAt = new Map(mentees.map(({ id }, index) => [id, index]));
  const mentorAt = new Map(mentors.map(({ id }, index) => [id, index]));
  const count = mentees.map(() => 0);
  const has = mentors.map((): number[] => []);
  for (const { menteeId, mentorId } of result.matches) {
    const [mentee, mentor] = [menteeAt.get(menteeId), mentorAt.get(mentorId)];
    if (mentee === undefined || mentor === undefined) continue;
    count[mentee]! += 1;
    if (!world.isFixed(mentee, mentor)) has[mentor]!.push(mentee);
  }
  const mayHave = mentees.map((): number[] => []);
  world.forEachFreePair((mentee, mentor) => mayHave[mentee]!.push(mentor));
  const order = [...mentees.keys()].filter((mentee) => world.asks(mentee)).sort((a, b) => turn[a]! - turn[b]!);

  return order.flatMap((root, at): AccessTree[] => {
    if (count[root]! > 0) return [];
    const reached = new Set<number>();
    const people = new Set([root]);
    for (const mentee of people) {
      for (const mentor of mayHave[mentee]!) {
        if (!reached.has(mentor)) for (const other of has[mentor]!) people.add(other);
        reached.add(mentor);
      }
    }
    people.delete(root);
    const idsOf = (list: Iterable<number>, from: readonly { readonly id: string }[]): string[] =>
      [...list].sort((a, b) => a - b).map((index) => from[index]!.id);
    return [
      {
        menteeId: mentees[root]!.id,
        place: at + 1,
        mentors: idsOf(reached, mentors),
        mentees: idsOf(people, mentees),
        free: idsOf(
          [...reached].filter((mentor) => has[mentor]!.length < world.freeCapacity[mentor]!),
          mentors,
        ),
        later: idsOf(
          [...people].filter((mentee) => turn[mentee]! > turn[root]! || count[mentee]! > 1),
          mentees,
        ),
      },
    ];
  });
}

function priceOf(pool: Pool, policy: Policy, levels: readonly Level[], result: MatchResult): number | null {
  const without = levels.filter(({ name }) => name !== "access");
  if (!without.some(({ name }) => name === "score")) return null;
  const scoreOf = ({ levels: reached }: MatchResult): number | undefined =>
    reached.find(({ name }) => name === "score")?.value[0];
  const [most, has] = [scoreOf(match(pool, { ...policy, objective: without })), scoreOf(result)];
  return most === undefined || has === undefined ? null : most - has;
}
