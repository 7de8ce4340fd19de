/** The laws of the frontier: every point is the best of its number of matches, and each match adds at most what the last one did. */
import { expect, test } from "vitest";
import { syntheticCohort } from "../../src/cohort.js";
import { frontier, match } from "../../src/index.js";
import { runs } from "../helpers/counts.js";
import { faults } from "../helpers/faults.js";
import { random } from "../helpers/problems.js";
import { allMatchings, tinyPool } from "../helpers/tiny-pools.js";

/** Points as `matches:score`. */
const told = (points: readonly { readonly matches: number; readonly score: number }[]): string =>
  points.map(({ matches, score }) => `${matches}:${score}`).join(" ");

test("frontier() gives the greatest total of each number of matches, as going through all matchings does", () => {
  let costs = 0;
  let impossible = 0;
  const wrong = faults(runs(800), (seed) => {
    const next = random(seed + 3);
    const { scores, ...pool } = tinyPool(seed);
    const isNeedy = next() < 0.3;
    const mentors = pool.mentors.map((mentor) => ({
      ...mentor,
      minimum: isNeedy ? Math.min(mentor.capacity, Math.floor(next() * 3)) : 0,
    }));
    const policy = { name: "all", prefer: [{ criterion: "pair-scores", scores, max: 10_000 }] };
    const points = frontier({ ...pool, mentors } as never, policy as never);
    const best = new Map<number, number>();
    for (const matching of allMatchings({ ...pool, scores })) {
      const isMet = mentors.every(
        ({ id, minimum }) => matching.filter(({ mentorId }) => mentorId === id).length >= minimum,
      );
      const score = matching.reduce(
        (sum, pair) => sum + scores.find((row) => row[0] === pair.menteeId && row[1] === pair.mentorId)![2],
        0,
      );
      if (isMet) best.set(matching.length, Math.max(score, best.get(matching.length) ?? 0));
    }
    const naive = [...best].map(([matches, score]) => ({ matches, score })).sort((a, b) => a.matches - b.matches);
    if (naive.length === 0) impossible++;
    if (points.some(({ gain }) => gain !== null && gain < 0)) costs++;
    return told(points) === told(naive) ? undefined : `${told(points)}, not ${told(naive)}`;
  });
  expect(wrong).toEqual([]);
  expect(costs).toBeGreaterThan(0);
  expect(impossible).toBeGreaterThan(0);
});

test("frontier() never gains more from a match than from the one before, and ends where match() does", () => {
  const wrong = faults(runs(20), (seed) => {
    const { pool, policy } = syntheticCohort({ mentees: 60, mentors: 25, seed });
    const points = frontier(pool, policy);
    const gains = points.map(({ gain }) => gain).filter((gain) => gain !== null);
    if (gains.some((gain, at) => at > 0 && gain > gains[at - 1]!)) return `gains rise: ${gains}`;
    const reached = (objective: readonly string[]): string => {
      const { matches } = match(pool, { ...policy, objective });
      return `${matches.length}:${matches.reduce((sum, { score }) => sum + score, 0)}`;
    };
    const last = points.at(-1)!;
    if (told([last]) !== reached(["coverage", "score"])) return `ends at ${told([last])}`;
    const most = Math.max(...points.map(({ score }) => score));
    return reached(["score"]).endsWith(`:${most}`) ? undefined : `at most ${most}`;
  });
  expect(wrong).toEqual([]);
});
