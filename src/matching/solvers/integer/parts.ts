/**
 * Rows read as sums over how many pairs whole people have: a share counts a group's matches and all others', a total load
 * somebody's matches in both roles. A bound on such a count is a limit, and limits leave a network.
 */
import type { Limit, Problem, Row } from "../solver.js";

/** A row as `Σ weight × matches of the part ≤ most`; parts are indices into `Parts.limits`. */
export interface PartRow {
  readonly parts: readonly number[];
  readonly weights: readonly number[];
  readonly most: number;
}

export interface Parts {
  /** what each part counts, unbounded */
  readonly limits: readonly Limit[];
  /** aligned with the rows; `undefined` where a row counts more than whole people or a few pairs */
  readonly rows: readonly (PartRow | undefined)[];
  /** no part has more matches */
  readonly most: Float64Array;
}

/** Pairs of a row that are parts by themselves, at most. */
const SINGLE = 8;

/** Parts of rows, each row's own. O(pairs), and all that rows count. */
export function partsOf(problem: Problem, rows: readonly Row[]): Parts {
  const people = peopleOf(problem);
  const limits: Limit[] = [];
  const made = rows.map((row): PartRow | undefined => {
    const byWeight = new Map<number, number[]>();
    row.pairs.forEach((pair, x) => {
      const weight = row.weights[x]!;
      if (weight === 0) return;
      const same = byWeight.get(weight);
      if (same === undefined) byWeight.set(weight, [pair]);
      else same.push(pair);
    });
    const own: { readonly limit: Limit; readonly weight: number }[] = [];
    for (const [weight, pairs] of byWeight) {
      const split = splitOf(problem, people, pairs);
      if (split === undefined) return undefined;
      own.push(...split.map((limit) => ({ limit, weight })));
    }
    const parts = own.map(({ limit }) => limits.push(limit) - 1);
    return { parts, weights: own.map(({ weight }) => weight), most: row.most };
  });
  return { limits, rows: made, most: Float64Array.from(limits, (limit) => mostOf(problem, limit)) };
}

interface People {
  readonly menteeOf: Int32Array;
  readonly menteeDegree: Int32Array;
  readonly mentorDegree: Int32Array;
}

function peopleOf({ mentees, mentors, start, mentor }: Problem): People {
  const menteeOf = new Int32Array(mentor.length);
  const mentorDegree = new Int32Array(mentors);
  for (let i = 0; i < mentees; i++) menteeOf.fill(i, start[i], start[i + 1]);
  for (const j of mentor) mentorDegree[j]!++;
  return {
    menteeOf,
    mentorDegree,
    menteeDegree: Int32Array.from({ length: mentees }, (_, i) => start[i + 1]! - start[i]!),
  };
}

/** Pairs as those of whole mentees, of whole mentors, or of some of both; a few as pairs by themselves. */
function splitOf({ mentor }: Problem, people: People, pairs: readonly number[]): readonly Limit[] | undefined {
  const { menteeOf, menteeDegree, mentorDegree } = people;
  const mentees = wholeOf(pairs, (p) => menteeOf[p]!, menteeDegree);
  if (pairs.every((p) => mentees.has(menteeOf[p]!))) return [unbounded({ mentees: sorted(mentees) })];
  const mentors = wholeOf(pairs, (p) => mentor[p]!, mentorDegree);
  if (pairs.every((p) => mentors.has(mentor[p]!))) return [unbounded({ mentors: sorted(mentors) })];
  // Somebody all of whose pairs are with whole mentors is no part of their own.
  const others = new Set(
    pairs.filter((p) => mentees.has(menteeOf[p]!) && !mentors.has(mentor[p]!)).map((p) => menteeOf[p]!),
  );
  const isSplit = pairs.every((p) => others.has(menteeOf[p]!) !== mentors.has(mentor[p]!));
  if (isSplit) return [unbounded({ mentees: sorted(others) }), unbounded({ mentors: sorted(mentors) })];
  if (pairs.length > SINGLE) return undefined;
  return pairs.map((p) => unbounded({ mentees: Int32Array.of(menteeOf[p]!), mentors: Int32Array.of(mentor[p]!) }));
}

const unbounded = (of: Pick<Limit, "mentees" | "mentors">): Limit => ({
  ...of,
  least: 0,
  most: Number.POSITIVE_INFINITY,
});

const sorted = (set: ReadonlySet<number>): Int32Array => Int32Array.from(set).sort();

/** People all of whose pairs are among these. */
function wholeOf(pairs: readonly number[], personOf: (pair: number) => number, degree: Int32Array): Set<number> {
  const count = new Map<number, number>();
  for (const pair of pairs) count.set(personOf(pair), (count.get(personOf(pair)) ?? 0) + 1);
  return new Set([...count].flatMap(([person, own]) => (own === degree[person] ? [person] : [])));
}

function mostOf({ demand, capacity }: Problem, { mentees, mentors }: Limit): number {
  if (mentees !== undefined && mentors !== undefined) return mentees.length * mentors.length;
  const [members, places] = mentees === undefined ? [mentors!, capacity] : [mentees, demand];
  return members.reduce((sum, member) => sum + places[member]!, 0);
}
