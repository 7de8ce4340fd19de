/** Tiny random pools with wishes on both sides, and what stability means in the plainest words. */
import { drawsOf } from "../../src/matching/levels/lottery.js";
import { random } from "./problems.js";
import { allMatchings, type TinyPair, type TinyPool } from "./tiny-pools.js";

type Wisher = { readonly id: string; readonly nominations: readonly string[] };

export interface StablePool extends TinyPool {
  readonly mentors: readonly (TinyPool["mentors"][number] & Wisher)[];
  readonly locks: readonly TinyPair[];
}

/** Up to 5 mentees and 4 mentors, mostly fewer; wishes often go round in circles, so that several matchings are stable. */
export function stablePool(seed: number): StablePool {
  const next = random(seed);
  const below = (n: number): number => Math.floor(next() * n);
  const size = next() < 0.2 ? 4 : 2 + below(2);
  const mentorIds = Array.from({ length: size }, (_, j) => `r${j}`);
  const menteeIds = Array.from({ length: size + below(2) }, (_, i) => `e${i}`);
  const wishes = (ids: readonly string[]): string[] => {
    const left = ids.filter(() => next() < 0.9);
    const list: string[] = [];
    while (left.length > 0) list.push(...left.splice(below(left.length), 1));
    return list;
  };
  const mentees = menteeIds.map((id) => ({
    id,
    demand: next() < 0.05 ? 0 : 1,
    nominations: next() < 0.8 ? wishes(mentorIds) : [],
    ...(next() < 0.5 ? { tier: 1 + below(2) } : {}),
  }));
  // In half of the pools the sides disagree: who likes a mentor least is liked most.
  const opposed = next() < 0.5;
  const mentors = mentorIds.map((id) => {
    const liking = ({ nominations }: (typeof mentees)[number]): number => (nominations.indexOf(id) + 99) % 99;
    const contrary = [...mentees].sort((a, b) => liking(b) - liking(a)).map((mentee) => mentee.id);
    return {
      id,
      capacity: next() < (opposed ? 0.8 : 0.6) ? 1 : below(3),
      nominations: opposed ? contrary : next() < 0.8 ? wishes(menteeIds) : [],
    };
  });
  const all = menteeIds.flatMap((menteeId) => mentorIds.map((mentorId) => ({ menteeId, mentorId })));
  const forbids = all.filter(() => next() < 0.1);
  const scores = all.map(({ menteeId, mentorId }) => [menteeId, mentorId, [0, 5000, 9000][below(3)]!] as const);
  const pool = { asOf: "2026-09-30", mentees, mentors, pairs: [], locks: [], forbids, scores };
  const some = <T>(list: readonly T[]): T => list[below(list.length)]!;
  // A decided pair in some pools: standing whatever the rules say, or locked where it may be.
  const kind = next();
  if (kind < 0.15) return { ...pool, pairs: [{ ...some(all), status: "agreed" }] };
  const possible = allMatchings(pool).flat();
  return kind < 0.3 && possible.length > 0 ? { ...pool, locks: [some(possible)] } : pool;
}

export const keyOf = (pairs: readonly TinyPair[]): string =>
  pairs
    .map(({ menteeId, mentorId }) => `${menteeId}-${mentorId}`)
    .sort()
    .join();

const isIn = (pairs: readonly TinyPair[], { menteeId, mentorId }: TinyPair): boolean =>
  pairs.some((pair) => pair.menteeId === menteeId && pair.mentorId === mentorId);

/** Every matching with all decided pairs in it, as the pool's places allow. */
export const matchingsOf = (pool: StablePool): TinyPair[][] =>
  allMatchings({
    ...pool,
    pairs: [...pool.pairs, ...pool.locks.map((lock) => ({ ...lock, status: "agreed" as const }))],
  });

/** Lists once made are asked for again and again. */
const made = new WeakMap<StablePool, Map<string, string[]>>();

function once(pool: StablePool, key: string, make: () => string[]): string[] {
  const lists = made.get(pool) ?? new Map<string, string[]>();
  made.set(pool, lists);
  const list = lists.get(key) ?? make();
  lists.set(key, list);
  return list;
}

/** The whole list of a mentee, best first: all mentors there are. */
export const menteeList = (pool: StablePool, id: string, seed: string): string[] =>
  once(pool, `${id} ${seed}`, () => listOfMentee(pool, id, seed));

/** The whole list of a mentor. */
export const mentorList = (pool: StablePool, id: string, seed: string): string[] =>
  once(pool, `${id} ${seed}`, () => listOfMentor(pool, id, seed));

function listOfMentee({ mentees, mentors, scores }: StablePool, id: string, seed: string): string[] {
  const { nominations } = mentees.find((mentee) => mentee.id === id)!;
  const { draw } = drawsOf(
    seed,
    [id],
    mentors.map((mentor) => mentor.id),
  );
  const scoreOf = (mentorId: string): number => scores.find((row) => row[0] === id && row[1] === mentorId)![2];
  const others = mentors.map((mentor, at) => ({ id: mentor.id, score: scoreOf(mentor.id), draw: draw(0, at) }));
  others.sort((a, b) => b.score - a.score || a.draw - b.draw);
  return [...new Set([...nominations, ...others.map((other) => other.id)])];
}

function listOfMentor({ mentees, mentors }: StablePool, id: string, seed: string): string[] {
  const { nominations } = mentors.find((mentor) => mentor.id === id)!;
  const { ticket } = drawsOf(
    seed,
    mentees.map((mentee) => mentee.id),
    [],
  );
  const others = mentees.map((mentee, at) => ({ id: mentee.id, tier: mentee.tier ?? 99, ticket: ticket[at]! }));
  others.sort((a, b) => a.tier - b.tier || a.ticket - b.ticket);
  return [...new Set([...nominations, ...others.map((other) => other.id)])];
}

/** Pairs that would both rather be together; `isAlike` says which two mentors are alike to a mentee. */
export function naiveBlocking(
  pool: StablePool,
  matching: readonly TinyPair[],
  seed: string,
  isAlike: (menteeId: string, one: string, other: string) => boolean = () => false,
): TinyPair[] {
  const decided = [...pool.pairs, ...pool.locks];
  return pool.mentees.flatMap(({ id: menteeId, demand }) => {
    const hers = matching.filter((pair) => pair.menteeId === menteeId);
    const list = menteeList(pool, menteeId, seed);
    return pool.mentors
      .filter(({ id: mentorId, capacity }) => {
        const pair = { menteeId, mentorId };
        if (isIn(matching, pair) || isIn(pool.forbids, pair)) return false;
        const his = matching.filter((one) => one.mentorId === mentorId);
        const order = mentorList(pool, mentorId, seed);
        const menteeWould =
          hers.length < demand ||
          hers.some(
            (own) =>
              hers.length <= demand &&
              !isIn(decided, own) &&
              list.indexOf(mentorId) < list.indexOf(own.mentorId) &&
              !isAlike(menteeId, mentorId, own.mentorId),
          );
        const mentorWould =
          his.length < capacity ||
          his.some(
            (own) =>
              his.length <= capacity && !isIn(decided, own) && order.indexOf(menteeId) < order.indexOf(own.menteeId),
          );
        return menteeWould && mentorWould;
      })
      .map(({ id: mentorId }) => ({ menteeId, mentorId }));
  });
}

/** What `match` takes. */
export function asked({ scores, ...people }: StablePool, objective: unknown, seed: string) {
  const policy = { name: seed, prefer: [{ criterion: "pair-scores", scores, max: 10_000 }], objective };
  return [people as never, policy as never] as const;
}
