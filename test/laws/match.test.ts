/** The laws of `match`, and that `verify` proves every result. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { verify } from "../../src/insight/verify.js";
import { match } from "../../src/matching/match.js";
import { runs } from "../helpers/counts.js";
import { bestMatching, mayPair, type SmallPool, smallPolicy, smallPools } from "../helpers/pools.js";

const coverageOf = (pool: SmallPool): number => match(pool, smallPolicy).levels[0]!.value[0]!;

test("match() equals brute force at every level, and verify() proves it", () => {
  const mix = { all: 0, unmatched: 0, tied: 0, noCapacity: 0, greedyFails: 0 };
  fc.assert(
    fc.property(smallPools, (pool) => {
      const best = bestMatching(pool);
      const result = match(pool, smallPolicy);
      mix.all++;
      if (best.coverage < pool.mentees.length) mix.unmatched++;
      if (best.optima > 1) mix.tied++;
      if (pool.mentors.some(({ capacity }) => capacity === 0)) mix.noCapacity++;
      if (!best.greedyIsBest) mix.greedyFails++;
      expect(result.status).toBe("proved");
      expect(result.levels.slice(0, 2).map(({ value }) => value)).toEqual([[best.coverage], [best.score]]);
      expect(result.matches.map(({ menteeId, mentorId }) => `${menteeId}-${mentorId}`)).toEqual(best.matches);
      expect(verify(pool, smallPolicy, result)).toMatchObject({ status: "proved", issues: [] });
    }),
    { numRuns: runs(1000, 3), seed: 2 },
  );
  console.log(mix);
  expect(mix.unmatched / mix.all).toBeGreaterThan(0.3);
  expect(mix.tied / mix.all).toBeGreaterThan(0.2);
  expect(mix.noCapacity / mix.all).toBeGreaterThan(0.1);
  expect(mix.greedyFails / mix.all).toBeGreaterThan(0.1);
});

test("match() never breaks a rule", () => {
  fc.assert(
    fc.property(smallPools, (pool) => {
      for (const { menteeId, mentorId } of match(pool, smallPolicy).matches) {
        const mentee = pool.mentees.find(({ id }) => id === menteeId)!;
        const mentor = pool.mentors.find(({ id }) => id === mentorId)!;
        expect(mayPair(pool, mentee, mentor)).toBe(true);
      }
    }),
    { numRuns: runs(300, 3), seed: 3 },
  );
});

test("match() never gives a mentor more mentees than places, nor a mentee two mentors", () => {
  fc.assert(
    fc.property(smallPools, (pool) => {
      const { matches } = match(pool, smallPolicy);
      expect(new Set(matches.map(({ menteeId }) => menteeId)).size).toBe(matches.length);
      for (const { id, capacity } of pool.mentors) {
        expect(matches.filter(({ mentorId }) => mentorId === id).length).toBeLessThanOrEqual(capacity ?? 1);
      }
    }),
    { numRuns: runs(300, 3), seed: 4 },
  );
});

test("match() is unchanged by a person whom the rules refuse to everyone", () => {
  fc.assert(
    fc.property(smallPools, (pool) => {
      const before = match(pool, smallPolicy);
      const everyone = pool.mentees.map(({ id }) => id);
      const stranger = { id: "a-stranger", department: "Drama", grade: "Senior", conflicts: everyone, capacity: 3 };
      const newcomer = { id: "a-newcomer", department: "Drama", grade: "Senior", seeks: ["grants"] };
      const after = match(
        { ...pool, mentors: [stranger, ...pool.mentors], mentees: [newcomer, ...pool.mentees] },
        smallPolicy,
      );
      expect(after.matches).toEqual(before.matches);
      expect(after.levels).toEqual(before.levels);
    }),
    { numRuns: runs(300, 3), seed: 5 },
  );
});

test("match() never matches fewer people when a mentor has one more place", () => {
  fc.assert(
    fc.property(smallPools, fc.nat(3), (pool, which) => {
      const mentors = pool.mentors.map((mentor, at) =>
        at === which % pool.mentors.length ? { ...mentor, capacity: (mentor.capacity ?? 1) + 1 } : mentor,
      );
      expect(coverageOf({ ...pool, mentors })).toBeGreaterThanOrEqual(coverageOf(pool));
    }),
    { numRuns: runs(300, 3), seed: 6 },
  );
});

test("match() gives the same bytes whatever the order of rows", () => {
  fc.assert(
    fc.property(smallPools, fc.infiniteStream(fc.nat(1000)), (pool, stream) => {
      const shuffled = <T>(rows: readonly T[]): T[] =>
        rows
          .map((row) => ({ row, key: stream.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row);
      const other = {
        mentees: shuffled(pool.mentees),
        mentors: shuffled(pool.mentors),
        forbids: shuffled(pool.forbids),
      };
      expect(JSON.stringify(match(other, smallPolicy))).toBe(JSON.stringify(match(pool, smallPolicy)));
    }),
    { numRuns: runs(300, 3), seed: 7 },
  );
});
