/** Small random cohorts for the laws of `match`, and their best matching by trying everything. */
import fc from "fast-check";
import { drawsOf } from "../../src/matching/levels/lottery.js";

export interface SmallMentee {
  readonly id: string;
  readonly department?: string;
  readonly grade?: string;
  readonly lineManager?: string | null;
  readonly conflicts?: readonly string[];
  readonly seeks?: readonly string[];
}

export interface SmallMentor extends SmallMentee {
  readonly offers?: readonly string[];
  readonly capacity?: number;
}

export interface SmallPool {
  readonly mentees: readonly SmallMentee[];
  readonly mentors: readonly SmallMentor[];
  readonly forbids: readonly { readonly menteeId: string; readonly mentorId: string }[];
}

export const ladder = ["Junior", "Middle", "Senior"];

/** A policy that every small pool is matched under: four rules, one criterion, coverage before score. */
export const smallPolicy = {
  name: "small",
  ladder,
  must: [
    { rule: "different-department" },
    { rule: "more-senior", by: 1 },
    { rule: "outside-reporting-line" },
    { rule: "no-conflict" },
  ],
  prefer: [{ criterion: "shared-areas" }],
  capacity: { default: 1 },
};

const oneOf = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const department = oneOf(
  ...["Art", "Biology", "Chemistry", "Drama", "Economics", "French"].flatMap((name) => [name, name, name]),
  undefined,
);
const areas = fc.subarray(["grants", "teaching", "writing", "careers", "leading"]);
const sometimes = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 4 }, { arbitrary: value, weight: 1 });

const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;

/** Up to 6 mentees and 4 mentors with capacities 0–3, scarce places, gaps and ties. */
export const smallPools: fc.Arbitrary<SmallPool> = fc
  .record({
    mentees: fc.array(
      fc.record({
        department,
        grade: oneOf("Junior", "Junior", "Junior", "Junior", "Junior", "Middle", undefined),
        seeks: areas,
        conflicts: sometimes(fc.constantFrom("r0", "r1")),
        lineManager: sometimes(fc.constantFrom("r0", "r2", "outside")),
      }),
      { minLength: 2, maxLength: 6, size: "max" },
    ),
    mentors: fc.array(
      fc.record({
        department,
        grade: oneOf("Middle", "Senior", "Senior"),
        offers: areas,
        capacity: oneOf(0, 1, 1, 2, 2, 3, undefined),
        lineManager: sometimes(fc.constantFrom("r0", "r1", "e0")),
      }),
      { minLength: 2, maxLength: 4, size: "max" },
    ),
    forbids: fc.uniqueArray(fc.tuple(fc.nat(5), fc.nat(3)), { maxLength: 3, selector: ([i, j]) => i * 4 + j }),
  })
  .map(({ mentees, mentors, forbids }) => ({
    mentees: mentees.map(({ conflicts, ...mentee }, i) =>
      defined({ id: `e${i}`, ...mentee, conflicts: conflicts === undefined ? undefined : [conflicts] }),
    ) as SmallMentee[],
    mentors: mentors.map((mentor, j) => defined({ id: `r${j}`, ...mentor })) as SmallMentor[],
    forbids: forbids
      .filter(([i, j]) => i < mentees.length && j < mentors.length)
      .map(([i, j]) => ({ menteeId: `e${i}`, mentorId: `r${j}` })),
  }));

/** Whether a pair may be, by the words of the rules alone. */
export function mayPair(pool: SmallPool, mentee: SmallMentee, mentor: SmallMentor): boolean {
  if (pool.forbids.some(({ menteeId, mentorId }) => menteeId === mentee.id && mentorId === mentor.id)) return false;
  if (mentee.conflicts?.includes(mentor.id) || mentor.conflicts?.includes(mentee.id)) return false;
  if (mentee.department === undefined || mentor.department === undefined || mentee.department === mentor.department)
    return false;
  if (mentee.grade === undefined || mentor.grade === undefined) return false;
  if (ladder.indexOf(mentor.grade) <= ladder.indexOf(mentee.grade)) return false;
  const managerOf = (id: string): string | null | undefined =>
    [...pool.mentees, ...pool.mentors].find((person) => person.id === id)?.lineManager;
  const isAbove = (top: string, id: string): boolean => {
    const seen = new Set<string>();
    for (let at = managerOf(id); at !== undefined && at !== null && !seen.has(at); at = managerOf(at)) {
      if (at === top) return true;
      seen.add(at);
    }
    return false;
  };
  return !isAbove(mentor.id, mentee.id) && !isAbove(mentee.id, mentor.id);
}

/** The score of a pair under {@link smallPolicy}. */
export function pairScore(mentee: SmallMentee, mentor: SmallMentor): number {
  const seeks = mentee.seeks ?? [];
  if (seeks.length === 0) return 5000;
  return Math.round((10_000 * seeks.filter((area) => (mentor.offers ?? []).includes(area)).length) / seeks.length);
}

/** Everything there is to say about the best matching: its value, its pairs, and how many share coverage and score. */
export interface Best {
  readonly coverage: number;
  readonly score: number;
  readonly matches: readonly string[];
  readonly optima: number;
  readonly greedyIsBest: boolean;
}

/** The best matching by trying every assignment: coverage, then score, then least tickets, then least draws. */
export function bestMatching(pool: SmallPool): Best {
  const { ticket, draw } = drawsOf(
    smallPolicy.name,
    pool.mentees.map(({ id }) => id),
    pool.mentors.map(({ id }) => id),
  );
  const left = pool.mentors.map(({ capacity }) => capacity ?? 1);
  const allowed = pool.mentees.map((mentee) =>
    pool.mentors.flatMap((mentor, j) => (mayPair(pool, mentee, mentor) ? [j] : [])),
  );
  const score = (i: number, j: number): number => pairScore(pool.mentees[i]!, pool.mentors[j]!);
  let best: { vector: number[]; pairs: [number, number][] } | undefined;
  let optima = 0;
  const pairs: [number, number][] = [];
  const visit = (i: number): void => {
    if (i === pool.mentees.length) {
      const sum = (value: (i: number, j: number) => number): number =>
        pairs.reduce((total, [a, b]) => total + value(a, b), 0);
      const vector = [pairs.length, sum(score), -sum((a) => ticket[a]!), -sum(draw)];
      const [coverage, points] = vector;
      if (
        best === undefined ||
        coverage! > best.vector[0]! ||
        (coverage === best.vector[0] && points! > best.vector[1]!)
      )
        optima = 1;
      else if (coverage === best.vector[0] && points === best.vector[1]) optima++;
      const first = vector.findIndex((value, at) => value !== best?.vector[at]);
      if (best === undefined || (first >= 0 && vector[first]! > best.vector[first]!))
        best = { vector, pairs: pairs.slice() };
      return;
    }
    visit(i + 1);
    for (const j of allowed[i]!) {
      if (left[j] === 0) continue;
      left[j]!--;
      pairs.push([i, j]);
      visit(i + 1);
      pairs.pop();
      left[j]!++;
    }
  };
  visit(0);
  const [coverage, points] = best!.vector;
  const greedy = greedyMatching(pool, allowed, score);
  return {
    coverage: coverage!,
    score: points!,
    matches: best!.pairs.map(([i, j]) => `${pool.mentees[i]!.id}-${pool.mentors[j]!.id}`).sort(),
    optima,
    greedyIsBest: greedy.count === coverage && greedy.score === points,
  };
}

/** What a hand-made matching often is: the best pair first, then the next. */
function greedyMatching(
  pool: SmallPool,
  allowed: readonly (readonly number[])[],
  score: (i: number, j: number) => number,
) {
  const left = pool.mentors.map(({ capacity }) => capacity ?? 1);
  const free = new Set(pool.mentees.keys());
  const all = allowed.flatMap((mentors, i) => mentors.map((j) => ({ i, j, value: score(i, j) })));
  let count = 0;
  let total = 0;
  for (const { i, j, value } of all.sort((a, b) => b.value - a.value || a.i - b.i || a.j - b.j)) {
    if (!free.has(i) || left[j] === 0) continue;
    free.delete(i);
    left[j]!--;
    count++;
    total += value;
  }
  return { count, score: total };
}
