/** Small pools with scarce places and long chains, and what can be reached in them by trying everything. */
import {
  InputError,
  type MatchResult,
  match,
  type Policy,
  type Pool,
  parsePolicy,
  parsePool,
} from "../../src/index.js";
import { anyWideCase } from "./any-case.js";
import { withFunctions } from "./any-policy.js";
import { random } from "./problems.js";
import { allMatchings, type TinyPair, type TinyPool, tinyPool } from "./tiny-pools.js";

/** A pool in which everybody asks for one mentor. */
export interface PlainPool {
  readonly mentees: readonly { readonly id: string; readonly department: string }[];
  readonly mentors: readonly { readonly id: string; readonly capacity: number; readonly department: string }[];
  readonly forbids: readonly TinyPair[];
  readonly scores: readonly (readonly [string, string, number])[];
}

const DEPARTMENTS = ["Art", "Law", "Sea"];

/** Up to 7 mentees and 4 mentors of up to two places; half of the pairs are forbidden. */
export function plainPool(seed: number): PlainPool {
  const next = random(seed + 17);
  const below = (n: number): number => Math.floor(next() * n);
  const department = (): string => DEPARTMENTS[below(3)]!;
  const mentors = Array.from({ length: 1 + below(4) }, (_, j) => ({
    id: `r${j}`,
    capacity: below(3),
    department: department(),
  }));
  const mentees = Array.from({ length: 2 + below(6) }, (_, i) => ({ id: `e${i}`, department: department() }));
  const all = mentees.flatMap((mentee) => mentors.map((mentor) => ({ menteeId: mentee.id, mentorId: mentor.id })));
  const share = 0.3 + next() * 0.4;
  return {
    mentees,
    mentors,
    forbids: all.filter(() => next() < share),
    scores: all.map(({ menteeId, mentorId }) => [menteeId, mentorId, below(5) * 1000] as const),
  };
}

/** How many of these mentees can have a mentor at once. */
export function mostServed({ mentors, forbids }: PlainPool, menteeIds: readonly string[]): number {
  const left = new Map(mentors.map(({ id, capacity }) => [id, capacity]));
  const try_ = (at: number): number => {
    if (at === menteeIds.length) return 0;
    let best = try_(at + 1);
    for (const [id, places] of left) {
      const isForbidden = forbids.some((pair) => pair.menteeId === menteeIds[at] && pair.mentorId === id);
      if (places === 0 || isForbidden) continue;
      left.set(id, places - 1);
      best = Math.max(best, 1 + try_(at + 1));
      left.set(id, places);
    }
    return best;
  };
  return try_(0);
}

/** The pool and a policy that scores its pairs as it says. */
export function scored<P extends { readonly scores: unknown }>(
  { scores, ...pool }: P,
  policy: object,
): readonly [never, never] {
  return [
    pool as never,
    { name: "law", prefer: [{ criterion: "pair-scores", scores, max: 10_000 }], ...policy } as never,
  ];
}

/** The mentees of a matching. */
export const servedIn = (matching: readonly TinyPair[]): ReadonlySet<string> =>
  new Set(matching.map(({ menteeId }) => menteeId));

/** The pool of {@link tinyPool} with every way to match it. */
export function tinyWorld(seed: number): { readonly pool: TinyPool; readonly matchings: readonly TinyPair[][] } {
  const pool = tinyPool(seed);
  return { pool, matchings: allMatchings(pool) };
}

/** A limit of {@link limitedWorld}, and one of its groups. */
interface WorldLimit {
  readonly id: string;
  readonly personId?: string;
  readonly group?: string | number | boolean;
}

/** A pool with minima and departments, limits that form a network or cut across, and every set of its pairs that demands allow. */
export function limitedWorld(seed: number) {
  const { pairs: _, ...tiny } = tinyPool(seed);
  const next = random(seed + 5);
  const below = (n: number): number => Math.floor(next() * n);
  const department = (): string => (next() < 0.5 ? "Art" : "Law");
  const mentees = tiny.mentees.map((one) => ({ ...one, department: department(), grade: next() < 0.5 ? "A" : "B" }));
  const mentors = tiny.mentors.map((one) => ({
    ...one,
    department: department(),
    minimum: next() < 0.3 ? Math.min(1, one.capacity) : 0,
  }));
  const limits = [
    { id: "all", atMost: below(4) },
    { id: "art", mentees: { department: "Art" }, atMost: below(3) },
    { id: "law", mentors: { department: "Law" }, atMost: below(3) },
    { id: "own", each: "mentor", groupBy: "department", atMost: 1 },
    { id: "due", mentees: { department: "Law" }, atLeast: 1 },
    { id: "pay", mentors: { department: "Art" }, atLeast: 1 },
    { id: "new", mentees: { grade: "A" }, atMost: below(3) },
    { id: "mix", mentees: { department: "Art" }, mentors: { department: "Law" }, atMost: below(2) },
  ].filter(() => next() < 0.4) as readonly {
    readonly id: string;
    readonly atMost?: number;
    readonly atLeast?: number;
  }[];
  const objective = [["coverage", "score"], ["score"], ["score", "coverage"]][seed % 3];
  const departmentOf = new Map([...mentees, ...mentors].map((one) => [one.id, one.department]));
  const gradeOf = new Map(mentees.map(({ id, grade }) => [id, grade]));
  const counts: { readonly [id: string]: (pair: TinyPair, limit: WorldLimit) => boolean } = {
    all: () => true,
    art: ({ menteeId }) => departmentOf.get(menteeId) === "Art",
    law: ({ mentorId }) => departmentOf.get(mentorId) === "Law",
    due: ({ menteeId }) => departmentOf.get(menteeId) === "Law",
    pay: ({ mentorId }) => departmentOf.get(mentorId) === "Art",
    new: ({ menteeId }) => gradeOf.get(menteeId) === "A",
    mix: ({ menteeId, mentorId }) => departmentOf.get(menteeId) === "Art" && departmentOf.get(mentorId) === "Law",
    own: ({ menteeId, mentorId }, limit) => mentorId === limit.personId && departmentOf.get(menteeId) === limit.group,
  };
  const groups = (limit: WorldLimit): readonly WorldLimit[] =>
    limit.id !== "own" || limit.personId !== undefined
      ? [limit]
      : mentors.flatMap(({ id }) => ["Art", "Law"].map((group) => ({ id: "own", personId: id, group })));
  return {
    people: { ...tiny, mentees, mentors },
    policy: { limits, objective },
    /** no mentor's places, minimum or limit is asked */
    ways: allMatchings({ ...tiny, pairs: [], mentors: tiny.mentors.map((one) => ({ ...one, capacity: 9 })) }),
    /** how many pairs a limit, or one group of it, counts */
    counted: (limit: WorldLimit, way: readonly TinyPair[]): number[] =>
      groups(limit).map((group) => way.filter((pair) => counts[limit.id]!(pair, group)).length),
  };
}

/** Coverage place by place, then the total score: what `["coverage", "score"]` is worth. */
export function worthOf(pool: TinyPool, matching: readonly TinyPair[]): number[] {
  const counts = pool.mentees.map(({ id }) => matching.filter(({ menteeId }) => menteeId === id).length);
  const most = Math.max(1, ...pool.mentees.map(({ id, demand }) => Math.max(demand, standing(pool, id))));
  const score = matching.reduce(
    (sum, pair) => sum + pool.scores.find((row) => row[0] === pair.menteeId && row[1] === pair.mentorId)![2],
    0,
  );
  return [...Array.from({ length: most }, (_, nth) => counts.filter((own) => own > nth).length), score];
}

const standing = ({ pairs }: TinyPool, id: string): number => pairs.filter(({ menteeId }) => menteeId === id).length;

/** The greatest of these, the first place first. */
export function greatest(worths: readonly (readonly number[])[]): readonly number[] | undefined {
  return worths.reduce<readonly number[] | undefined>((best, one) => {
    if (best === undefined) return one;
    const at = one.findIndex((value, place) => value !== best[place]);
    return at >= 0 && one[at]! > best[at]! ? one : best;
  }, undefined);
}

/** A wide case that the doors let in and that can be solved, with its result. */
export function solvedCase(
  seed: number,
): { readonly pool: Pool; readonly policy: Policy; readonly result: MatchResult } | undefined {
  const { pool: input, policy: json } = anyWideCase(seed);
  try {
    const pool = parsePool(input);
    const policy = parsePolicy(withFunctions(json));
    const result = match(pool, policy);
    return result.status === "infeasible" ? undefined : { pool, policy, result };
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
