/**
 * Assignment problems with known optima, read from the folder that MENTOR_MATCH_CASES names. They are not part of this
 * project; without the folder each case is skipped by name.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { match, verify } from "../src/index.js";

interface Case {
  readonly kind: string;
  readonly mentees: number;
  readonly mentors: number;
  readonly capacities: readonly number[];
  readonly edges: readonly number[];
  readonly expected: { readonly maxCardinality: number; readonly lexTotal: number; readonly maxWeight: number };
}

interface Grade {
  readonly errors: readonly string[];
  readonly lexOptimal: boolean;
  readonly weightOptimal: boolean;
}

interface Folder {
  readonly load: (id: string) => Case;
  readonly grade: (id: string, menteeToMentor: readonly number[]) => Grade;
}

// lap-arrloop7x3 is left out: its scores go up to 2.6·10^11, far beyond the scale of `match`.
const names = [
  "civilservice-small-cap1",
  "civilservice-small-cap2",
  "civilservice-small-cap3",
  "glpk-assign-christofides",
  "glpk-sample-asn",
  "glpk-transp-dantzig",
  "orlib-assign100",
  "orlib-assign200",
  "orlib-assign300",
  "orlib-assign400",
  "orlib-assignp1500",
  "orlib-assignp800",
  "ortools-4x4-265",
  "ortools-transport-55",
  "preflib-agh1",
  "preflib-project1",
  "preflib-project2",
  "preflib-project3",
  "preflib-supervisor4",
];

const folder = process.env.MENTOR_MATCH_CASES ?? "";
const isHere = folder !== "" && existsSync(resolve(folder, "grade.mjs"));
const cases = isHere ? ((await import(pathToFileURL(resolve(folder, "grade.mjs")).href)) as Folder) : undefined;

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

describe.skipIf(!isHere)("real cases", () => {
  test.each(names)("match() finds the most matches and then the greatest total of %s", { timeout: 600_000 }, (id) => {
    expect(answer(id, ["coverage", "score"])).toMatchObject({ errors: [], lexOptimal: true });
  });
  test.each(names)(
    "match() finds the greatest total of %s when the number of matches is free",
    { timeout: 600_000 },
    (id) => {
      expect(answer(id, ["score"])).toMatchObject({ errors: [], weightOptimal: true });
    },
  );
});
