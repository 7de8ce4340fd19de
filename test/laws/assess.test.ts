/** The laws of assess: gaps and costs are those between matchings, all of which are gone through. */
import { expect, test } from "vitest";
import { type Assessment, assess, type PolicyInput } from "../../src/index.js";
import { runs } from "../helpers/counts.js";
import { faults } from "../helpers/faults.js";
import { random } from "../helpers/problems.js";
import { allMatchings, type TinyPair, type TinyPool, tinyPool } from "../helpers/tiny-pools.js";

interface Case {
  readonly pool: Omit<TinyPool, "scores">;
  readonly policy: PolicyInput;
  readonly list: readonly TinyPair[];
  readonly matchings: readonly (readonly TinyPair[])[];
  /** coverage by first and second mentor, and score */
  readonly valueOf: (matching: readonly TinyPair[]) => number[];
}

/** A tiny pool, and a list of pairs of which some are forbidden and some too many. */
function caseOf(seed: number): Case {
  const next = random(seed + 77);
  const { scores, ...pool } = tinyPool(seed);
  const policy = { name: "all", prefer: [{ criterion: "pair-scores", scores, max: 10_000 }] } as unknown as PolicyInput;
  const list = pool.mentees.flatMap(({ id: menteeId }) =>
    pool.mentors.filter(() => next() < 0.4).map(({ id: mentorId }) => ({ menteeId, mentorId })),
  );
  const valueOf = (matching: readonly TinyPair[]): number[] => {
    const counts = pool.mentees.map(({ id }) => matching.filter(({ menteeId }) => menteeId === id).length);
    const score = matching.reduce(
      (sum, pair) => sum + scores.find((row) => row[0] === pair.menteeId && row[1] === pair.mentorId)![2],
      0,
    );
    return [1, 2, 3].map((nth) => counts.filter((count) => count >= nth).length).concat(score);
  };
  return { pool, policy, list: list.reverse(), matchings: allMatchings({ ...pool, scores }), valueOf };
}

const bestOf = (values: readonly (readonly number[])[]): readonly number[] | undefined =>
  [...values].sort((a, b) => {
    const first = a.findIndex((value, at) => value !== b[at]);
    return first < 0 ? 0 : b[first]! - a[first]!;
  })[0];

/** Differences as `coverage 1, 2 and 3, then score`, whatever the number of components. */
const vector = (levels: readonly { readonly name: string; readonly difference: readonly number[] }[]): number[] => {
  const of = (name: string): readonly number[] => levels.find((level) => level.name === name)?.difference ?? [];
  return [0, 1, 2].map((nth) => of("coverage")[nth] ?? 0).concat(of("score")[0] ?? 0);
};

const holds = (matching: readonly TinyPair[], { menteeId, mentorId }: TinyPair): boolean =>
  matching.some((pair) => pair.menteeId === menteeId && pair.mentorId === mentorId);

const less = (a: readonly number[], b: readonly number[]): number[] => a.map((value, at) => value - b[at]!);

test("assess() costs each pair what the best matching has over the best with that pair in it", () => {
  const seen = { free: 0, dear: 0, impossible: 0 };
  const wrong = faults(runs(500, 4), (seed) => {
    const { pool, policy, list, matchings, valueOf } = caseOf(seed);
    const best = bestOf(matchings.map(valueOf))!;
    for (const pair of assess(pool as never, policy, list).pairs) {
      const with_ = bestOf(matchings.filter((matching) => holds(matching, pair)).map(valueOf));
      const naive = with_ === undefined ? null : less(best, with_);
      const said = pair.cost === null ? null : vector(pair.cost);
      if (JSON.stringify(said) !== JSON.stringify(naive))
        return `${pair.menteeId} ${pair.mentorId} costs ${said}, not ${naive}`;
      seen[naive === null ? "impossible" : naive.some((value) => value !== 0) ? "dear" : "free"]++;
    }
    return undefined;
  });
  expect(wrong).toEqual([]);
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
});

test("assess() counts the pairs that may be, as many as there are places, and says how far they fall behind", () => {
  let behind = 0;
  const wrong = faults(runs(500, 4), (seed) => {
    const { pool, policy, list, matchings, valueOf } = caseOf(seed);
    const given: Assessment = assess(pool as never, policy, list);
    const kept = given.pairs.filter(({ refusedBy }) => refusedBy.length === 0);
    const others = pool.pairs.filter((pair) => !holds(kept, pair));
    const counted = [...kept, ...others];
    const isOne = matchings.some(
      (matching) => matching.length === counted.length && matching.every((pair) => holds(counted, pair)),
    );
    if (!isOne) return "counts what is no matching";
    for (const pair of given.pairs) {
      const isForbidden = holds(pool.forbids, pair) && !holds(pool.pairs, pair);
      if (pair.refusedBy.includes("forbid") !== isForbidden) return `${pair.refusedBy} refuse what is forbidden or not`;
      if (pair.refusedBy.length === 0 || isForbidden) continue;
      // It would not fit beside those that count.
      const more = [...counted, pair];
      if (matchings.some((matching) => matching.length === more.length && matching.every((one) => holds(more, one))))
        return `${pair.menteeId} ${pair.mentorId} had a place`;
    }
    const gap = less(bestOf(matchings.map(valueOf))!, valueOf(counted));
    const said = vector(given.levels.map(({ name, gap }) => ({ name, difference: gap })));
    behind += Number(gap.some((value) => value !== 0));
    const left = given.leftOut.filter((id) => counted.some(({ menteeId }) => menteeId === id));
    if (left.length > 0) return `${left} are left out and have a mentor`;
    return JSON.stringify(said) === JSON.stringify(gap) ? undefined : `${said} behind, not ${gap}`;
  });
  expect(wrong).toEqual([]);
  expect(behind).toBeGreaterThan(0);
});
