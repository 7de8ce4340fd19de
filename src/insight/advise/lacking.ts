/** Which areas and grades lack mentors, while forms are still open. */
import { byCodeUnit } from "../../door.js";
import type { Columns } from "../../matching/compile.js";
import { fixPairs } from "../../matching/fixed.js";
import { eligiblePairs } from "../../matching/pairs.js";
import type { MatchResult } from "../../types.js";

/** One area that mentees seek. */
export interface AreaLack {
  /** the area as mentees wrote it in `seeks` */
  readonly area: string;
  /** mentees who still want a mentor and seek it */
  readonly mentees: number;
  /** places still free at mentors who offer it */
  readonly places: number;
}

/** The mentees of one grade. */
export interface GradeLack {
  /** `null` for those who have none */
  readonly grade: string | null;
  /** mentees of this grade who still want a mentor */
  readonly mentees: number;
  /** places still free at mentors whom every rule allows to at least one of them */
  readonly places: number;
  /** those of them whom the best matching leaves out */
  readonly unmatched: number;
}

/** Areas and grades, each in order of how many more want something than there are places. */
export function lackingIn(
  columns: Columns,
  best: MatchResult,
): { readonly areas: readonly AreaLack[]; readonly grades: readonly GradeLack[] } {
  const fixed = fixPairs(columns);
  const pairs = eligiblePairs(columns, fixed);
  const asking = [...columns.mentees.keys()].filter((mentee) => fixed.demand[mentee]! > 0);
  const placesOf = (mentors: Iterable<number>): number =>
    [...mentors].reduce((sum, mentor) => sum + fixed.capacity[mentor]!, 0);
  const unmatched = new Set(best.unmatched.map(({ menteeId }) => menteeId));

  const areas = grouped(asking, (mentee) => [...new Set(columns.mentees[mentee]!.seeks ?? [])]).map(
    ([area, mentees]): AreaLack => ({
      area,
      mentees: mentees.length,
      places: placesOf(
        [...columns.mentors.keys()].filter((mentor) => columns.mentors[mentor]!.offers?.includes(area) === true),
      ),
    }),
  );
  const grades = grouped(asking, (mentee) => [columns.mentees[mentee]!.grade ?? null]).map(
    ([grade, mentees]): GradeLack => ({
      grade,
      mentees: mentees.length,
      places: placesOf(
        new Set(
          mentees.flatMap((mentee) =>
            pairs === undefined ? [] : [...pairs.mentor.subarray(pairs.start[mentee]!, pairs.start[mentee + 1]!)],
          ),
        ),
      ),
      unmatched: mentees.filter((mentee) => unmatched.has(columns.mentees[mentee]!.id)).length,
    }),
  );
  return {
    areas: areas.sort(byLack(({ area }) => area)),
    grades: grades.sort(byLack(({ grade }) => grade ?? "")),
  };
}

/** Most wanted first. */
const byLack =
  <T extends { readonly mentees: number; readonly places: number }>(name: (one: T) => string) =>
  (a: T, b: T): number =>
    b.mentees - b.places - (a.mentees - a.places) || byCodeUnit(name(a), name(b));

function grouped<K>(mentees: readonly number[], keysOf: (mentee: number) => readonly K[]): [K, number[]][] {
  const groups = new Map<K, number[]>();
  for (const mentee of mentees) {
    for (const key of keysOf(mentee)) {
      const list = groups.get(key);
      if (list === undefined) groups.set(key, [mentee]);
      else list.push(mentee);
    }
  }
  return [...groups];
}
