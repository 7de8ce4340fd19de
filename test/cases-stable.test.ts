/** Real problems whose stable matchings are known, as pools and policies. */
import { describe, expect, test } from "vitest";
import { blockingPairs, match, verify } from "../src/index.js";
import { cases, isHere, type StableCase, stableNames } from "./helpers/cases.js";

/** Preferences as nominations of both sides; only who stands on both lists may be matched. */
function asWishes({ menteePrefs, mentorPrefs, capacities }: StableCase, stable: "mentees" | "mentors") {
  return {
    pool: {
      mentees: menteePrefs.map((list, i) => ({ id: `e${i}`, nominations: list.map((j) => `r${j}`) })),
      mentors: mentorPrefs.map((list, j) => ({
        id: `r${j}`,
        capacity: capacities[j]!,
        nominations: list.map((i) => `e${i}`),
      })),
    },
    policy: { name: "case", must: [{ rule: "nominated", by: "both" }], objective: { stable } },
  };
}

describe.skipIf(!isHere)("real cases of stability", () => {
  test.each(stableNames)("match() finds both stable matchings of %s", (id) => {
    const problem = cases!.load(id) as unknown as StableCase;
    for (const side of ["mentees", "mentors"] as const) {
      const { pool, policy } = asWishes(problem, side);
      const result = match(pool, policy);
      expect(verify(pool, policy, result)).toMatchObject({ status: "proved", issues: [] });
      expect(blockingPairs(pool, policy, result)).toEqual([]);
      const mentorOf = new Map(result.matches.map(({ menteeId, mentorId }) => [menteeId, Number(mentorId.slice(1))]));
      expect(problem.menteePrefs.map((_, i) => mentorOf.get(`e${i}`) ?? -1)).toEqual(
        side === "mentees" ? problem.expected.menteeOptimal : problem.expected.mentorOptimal,
      );
    }
  });
});
