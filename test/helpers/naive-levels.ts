/** What each level is after, in the plainest words: of a list of matchings, those that are best at it. */
import { drawsOf } from "../../src/matching/levels/lottery.js";
import type { TinyPair, TinyPool } from "./tiny-pools.js";

type Matching = readonly TinyPair[];
type Keep = (matchings: readonly Matching[], pool: TinyPool, seed: string) => readonly Matching[];

/** Those with the most; a vector counts place by place. */
function most(matchings: readonly Matching[], worth: (matching: Matching) => readonly number[]): readonly Matching[] {
  let best: readonly number[] | undefined;
  let kept: Matching[] = [];
  for (const matching of matchings) {
    const value = worth(matching);
    const order = best === undefined ? 1 : compare(value, best);
    if (order > 0) {
      best = value;
      kept = [];
    }
    if (order >= 0) kept.push(matching);
  }
  return kept;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, place) => value !== b[place]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

const ofMentee = (matching: Matching, id: string): number => matching.filter(({ menteeId }) => menteeId === id).length;
const ofMentor = (matching: Matching, id: string): number => matching.filter(({ mentorId }) => mentorId === id).length;

const atLeast = (counts: readonly number[]): number[] => [1, 2, 3, 4].map((n) => counts.filter((c) => c >= n).length);

function scoreOf({ scores }: TinyPool, { menteeId, mentorId }: TinyPair): number {
  return scores.find(([mentee, mentor]) => mentee === menteeId && mentor === mentorId)![2];
}

/** 1 for the first nomination, 0 for nobody's; who nominates nobody has only first choices. */
function choiceOf({ mentees }: TinyPool, { menteeId, mentorId }: TinyPair): number {
  const { nominations } = mentees.find(({ id }) => id === menteeId)!;
  return nominations.length === 0 ? 1 : nominations.indexOf(mentorId) + 1;
}

/** Months waited on the last day of September 2026, by hand for the days that the pools use. */
const MONTHS: { readonly [day: string]: number } = {
  "2025-09-30": 12,
  "2026-07-31": 2,
  "2026-08-31": 1,
  "2026-08-30": 1,
  "2026-09-01": 0,
  "2026-09-30": 0,
  "2026-11-01": 0,
};

const byGroups =
  (urgency: (mentee: TinyPool["mentees"][number]) => number): Keep =>
  (matchings, { mentees }) => {
    const groups = [...new Set(mentees.map(urgency))].sort((a, b) => b - a);
    return most(matchings, (matching) =>
      groups.map((group) => mentees.filter((one) => urgency(one) === group && ofMentee(matching, one.id) > 0).length),
    );
  };

export const naiveLevels: { readonly [level: string]: Keep } = {
  coverage: (matchings, { mentees }) =>
    most(matchings, (matching) => atLeast(mentees.map(({ id }) => ofMentee(matching, id)))),
  waiting: byGroups(({ waitingSince }) => (waitingSince === undefined ? 0 : MONTHS[waitingSince]!)),
  years: byGroups(({ waitingSince }) => (waitingSince === "2025-09-30" ? 1 : 0)),
  tier: byGroups(({ tier }) => -(tier ?? 99)),
  access: (matchings, { mentees }, seed) => {
    const sorted = mentees.map(({ id }) => id).sort();
    const { ticket } = drawsOf(seed, sorted, []);
    const order = [...sorted].sort((a, b) => ticket[sorted.indexOf(a)]! - ticket[sorted.indexOf(b)]!);
    // Each in turn, if she and all served before her can be served together.
    return order.reduce((left, id) => {
      const served = left.filter((matching) => ofMentee(matching, id) > 0);
      return served.length > 0 ? served : left;
    }, matchings);
  },
  score: (matchings, pool) =>
    most(matchings, (matching) => [matching.reduce((sum, pair) => sum + scoreOf(pool, pair), 0)]),
  "worst-off": (matchings, pool) =>
    most(matchings, (matching) =>
      [0, 1, 2, 3, 4, 5, 6, 7, 8].map(
        (tenth) => -matching.filter((pair) => Math.min(9, Math.floor(scoreOf(pool, pair) / 1000)) === tenth).length,
      ),
    ),
  "first-choices": (matchings, pool) =>
    most(matchings, (matching) =>
      [1, 2, 3].map((choice) => matching.filter((pair) => choiceOf(pool, pair) === choice).length),
    ),
  "last-choices": (matchings, pool) =>
    most(matchings, (matching) =>
      [0, 3, 2].map((choice) => -matching.filter((pair) => choiceOf(pool, pair) === choice).length),
    ),
  spread: (matchings, { mentors }) =>
    most(matchings, (matching) => atLeast(mentors.map(({ id }) => ofMentor(matching, id)))),
  own: (matchings) => most(matchings, (matching) => [matching.reduce((sum, pair) => sum + ownWorth(pair), 0)]),
};

/** The worth of a pair at the level `own` of the law: something no other level says. */
export function ownWorth({ menteeId, mentorId }: TinyPair): number {
  return ((menteeId.charCodeAt(1) * 7 + mentorId.charCodeAt(1) * 5) % 4) - 1;
}

/** The matchings that are best at the first level, then at the second, … */
export function bestMatchings(
  matchings: readonly Matching[],
  levels: readonly string[],
  pool: TinyPool,
  seed: string,
): readonly Matching[] {
  return levels.reduce<readonly Matching[]>((left, level) => naiveLevels[level]!(left, pool, seed), matchings);
}
