/** Real problems with known optima, as pools and policies. */
import { describe, expect, test } from "vitest";
import { match, verify } from "../src/index.js";
import { type Case, cases, type Grade, isHere, names } from "./helpers/cases.js";

// lap-arrloop7x3 is left out: its scores go up to 2.6·10^11, far beyond the scale of `match`.
const onScale = names.filter((name) => name !== "lap-arrloop7x3");

/** The case as a pool and a policy: scores as affinities computed elsewhere, and a pair without one is not made. */
function asPool({ mentees, mentors, capacities, edges }: Case, objective: readonly string[]) {
  const scores: [string, string, number][] = [];
  for (let k = 0; k < edges.length; k += 3) scores.push([`e${edges[k]}`, `r${edges[k + 1]}`, edges[k + 2]!]);
  return {
    pool: {
      mentees: Array.from({ length: mentees }, (_, i) => ({ id: `e${i}` })),
      mentors: Array.from({ length: mentors }, (_, j) => ({ id: `r${j}`, capacity: capacities[j]! })),
    },
    policy: { name: "case", prefer: [{ criterion: "pair-scores", scores }], minimumScore: 1, objective },
  };
}

/** The mentees of a case with their choices as nominations; a gap in them is somebody who has no place. */
function asWishes({ mentees, mentors, capacities, edges, ranks }: Case, objective: readonly string[]) {
  const wishes = Array.from({ length: mentees }, () => [] as string[]);
  const scores: [string, string, number][] = [];
  ranks!.forEach((rank, k) => {
    wishes[edges[3 * k]!]![rank - 1] = `r${edges[3 * k + 1]}`;
    scores.push([`e${edges[3 * k]}`, `r${edges[3 * k + 1]}`, 1]);
  });
  const most = Math.max(...wishes.map(({ length }) => length));
  return {
    pool: {
      mentees: wishes.map((list, i) => ({
        id: `e${i}`,
        nominations: Array.from(list, (id, at) => id ?? `nobody${at}`),
      })),
      mentors: [
        ...Array.from({ length: mentors }, (_, j) => ({ id: `r${j}`, capacity: capacities[j]! })),
        ...Array.from({ length: most }, (_, at) => ({ id: `nobody${at}`, capacity: 0 })),
      ],
    },
    policy: { name: "case", prefer: [{ criterion: "pair-scores", scores }], minimumScore: 1, objective },
  };
}

/** How many mentees get choice 1, 2, … */
function profile(id: string, objective: readonly string[]): number[] {
  const problem = cases!.load(id);
  const { pool, policy } = asWishes(problem, objective);
  const result = match(pool, policy);
  expect(verify(pool, policy, result)).toMatchObject({ status: "proved", issues: [] });
  const got = problem.expected.profile!.rankMaximal.map(() => 0);
  for (const { menteeId, mentorId } of result.matches)
    got[pool.mentees[Number(menteeId.slice(1))]!.nominations.indexOf(mentorId)]!++;
  return got;
}

function answer(id: string, objective: readonly string[]): Grade {
  const problem = cases!.load(id);
  const { pool, policy } = asPool(problem, objective);
  const result = match(pool, policy);
  expect(verify(pool, policy, result)).toMatchObject({ status: "proved", issues: [] });
  const mentorOf = new Map(result.matches.map(({ menteeId, mentorId }) => [menteeId, Number(mentorId.slice(1))]));
  return cases!.grade(
    id,
    Array.from({ length: problem.mentees }, (_, i) => mentorOf.get(`e${i}`) ?? -1),
  );
}

/** A case in which students choose projects of one place, and each lecturer has places for all of hers together. */
interface NestedCase {
  readonly mentees: number;
  readonly projects: number;
  readonly projectSupervisor: readonly number[];
  readonly supervisorCapacities: readonly number[];
  readonly edges: readonly number[];
  readonly expected: { readonly maxCardinality: number; readonly lexTotal: number };
}

describe.skipIf(!isHere)("real cases", () => {
  test("match() finds the expected matches and total of preflib-spa4, whose lecturers' places are limits over projects", () => {
    const problem = cases!.load("preflib-spa4") as unknown as NestedCase;
    const scores: [string, string, number][] = [];
    const { edges } = problem;
    for (let k = 0; k < edges.length; k += 3) scores.push([`e${edges[k]}`, `r${edges[k + 1]}`, edges[k + 2]!]);
    const pool = {
      mentees: Array.from({ length: problem.mentees }, (_, i) => ({ id: `e${i}` })),
      mentors: problem.projectSupervisor.map((lecturer, j) => ({ id: `r${j}`, attributes: { lecturer } })),
    };
    const policy = {
      name: "case",
      prefer: [{ criterion: "pair-scores", scores, max: 10_000 }],
      minimumScore: 1,
      limits: problem.supervisorCapacities.map((atMost, lecturer) => ({
        id: `${lecturer}`,
        atMost,
        mentors: { "attributes.lecturer": lecturer },
      })),
    };
    const result = match(pool, policy);
    expect(verify(pool, policy, result)).toMatchObject({ status: "proved", issues: [] });
    const { maxCardinality, lexTotal } = problem.expected;
    expect(result.levels.slice(0, 2).map(({ value }) => value)).toEqual([[maxCardinality], [lexTotal]]);
  });

  test.each(onScale)("match() finds the most matches and then the greatest total of %s", { timeout: 600_000 }, (id) => {
    expect(answer(id, ["coverage", "score"])).toMatchObject({ errors: [], lexOptimal: true });
  });
  test.each(onScale)(
    "match() finds the greatest total of %s when the number of matches is free",
    { timeout: 600_000 },
    (id) => {
      expect(answer(id, ["score"])).toMatchObject({ errors: [], weightOptimal: true });
    },
  );
  const ranked = isHere ? names.filter((id) => cases!.load(id).expected.profile !== undefined) : [];
  test("match() is asked for the profiles of five cases", () => expect(ranked).toHaveLength(5));
  test.each(ranked)(
    "match() finds the rank-maximal, greedy and generous profiles of %s",
    { timeout: 600_000 },
    (id) => {
      const { rankMaximal, greedyMaximum, generousMaximum } = cases!.load(id).expected.profile!;
      expect(profile(id, ["first-choices"])).toEqual(rankMaximal);
      expect(profile(id, ["coverage", "first-choices"])).toEqual(greedyMaximum);
      expect(profile(id, ["coverage", "last-choices"])).toEqual(generousMaximum);
    },
  );
});
