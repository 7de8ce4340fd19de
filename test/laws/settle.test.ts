/** The laws of going from one round to the next. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { verify } from "../../src/insight/verify.js";
import { settle } from "../../src/lifecycle/settle.js";
import { match } from "../../src/matching/match.js";
import type { Pool } from "../../src/types.js";
import { runs } from "../helpers/counts.js";
import { smallPolicy, smallPools } from "../helpers/pools.js";

const keysOf = (pairs: readonly { readonly menteeId: string; readonly mentorId: string }[]): string[] =>
  pairs.map(({ menteeId, mentorId }) => `${menteeId}-${mentorId}`).sort();

test("settle() makes a pool in which every match stands, no place is given twice and nobody's wait is forgotten", () => {
  let matched = 0;
  fc.assert(
    fc.property(smallPools, (pool) => {
      const first = match(pool, smallPolicy);
      const next = settle(pool, first, "2026-10-01");
      const second = match(next, smallPolicy);
      expect(verify(next, smallPolicy, second)).toMatchObject({ status: "proved", issues: [] });
      expect(keysOf(second.matches)).toEqual(keysOf(first.matches));
      expect(second.matches.every(({ origin }) => origin === "standing")).toBe(true);
      expect(second.unmatched.map(({ menteeId }) => menteeId)).toEqual(first.unmatched.map(({ menteeId }) => menteeId));
      expect(second.reserve).toEqual(first.reserve);
      const later = settle(next, second, "2026-11-01");
      expect(waitingOf(settle(later, match(later, smallPolicy), "2026-12-01"))).toEqual(waitingOf(next));
      matched += first.matches.length;
    }),
    { numRuns: runs(300), seed: 8 },
  );
  expect(matched / runs(300)).toBeGreaterThan(1);
});

const waitingOf = ({ mentees, mentors }: Pool) =>
  [...mentees, ...mentors].map(({ id, waitingSince }) => [id, waitingSince]);
