/** Why a mentee was left without a mentor: counted over every mentor who takes part, every rule, not only the first. */
import type { Refusals, Unmatched } from "../types.js";
import type { Columns } from "./compile.js";
import { isOverridden, refusalsOf } from "./eligibility.js";
import { countOf, emptyRow, hasMentor, listMentors, type MentorRow, setMentor, takeOut } from "./mentor-row.js";
import { rowScores, scoreOf } from "./score.js";

/** What bars a pair whatever the rules say. */
const BARS = ["self", "forbid", "avoid", "ended-pair"];

/**
 * Prepares to give the reasons of mentees, each in the order: what bars pairs, the policy's rules, `"minimumScore"`.
 *
 * @param placesLeft - of each mentor after the matching
 */
export function unmatchedReasons(columns: Columns, placesLeft: Int32Array): (mentee: number) => Unmatched {
  const everybody = presentMentors(columns);
  const hasPlaces = emptyRow(columns.mentors.length);
  for (const [mentor, places] of placesLeft.entries()) setMentor(hasPlaces, mentor, places > 0);
  const refuse = refusedRows(columns, everybody);
  const once = emptyRow(columns.mentors.length);
  const twice = emptyRow(columns.mentors.length);
  const scratch = emptyRow(columns.mentors.length);
  const countWithout = (row: MentorRow, out: MentorRow): number => {
    scratch.set(row);
    takeOut(scratch, out);
    return countOf(scratch);
  };

  return (mentee) => {
    // Most reasons keep nobody from a mentee.
    const refusing = [...refuse(mentee)]
      .map(([id, row]) => ({ id, row, mentors: countOf(row) }))
      .filter(({ mentors }) => mentors > 0);
    once.fill(0);
    twice.fill(0);
    for (const { row } of refusing) {
      for (let word = 0; word < row.length; word++) {
        twice[word]! |= once[word]! & row[word]!;
        once[word]! |= row[word]!;
      }
    }
    const refusedBy = refusing.map(({ id, row, mentors }): Refusals => {
      return { id, mentors, soleMentors: countWithout(row, twice) };
    });
    const eligible = countWithout(everybody, once);
    takeOut(scratch, hasPlaces);
    return {
      menteeId: columns.mentees[mentee]!.id,
      refusedBy,
      eligible,
      full: countOf(scratch),
    };
  };
}

/** The mentors who take part. */
export function presentMentors({ mentors, mentorsPart }: Columns): MentorRow {
  const everybody = emptyRow(mentors.length);
  for (const mentor of mentors.keys()) setMentor(everybody, mentor, mentorsPart.refusedBy[mentor]!.length === 0);
  return everybody;
}

/**
 * The mentors, of those given, whom each reason keeps from a mentee: as {@link pairRefusals} says it pair by pair. The rows are
 * good until the next call.
 */
export function refusedRows(
  columns: Columns,
  everybody: MentorRow,
): (mentee: number) => ReadonlyMap<string, MentorRow> {
  const { mentees, mentors, mentorIndex, rules, barred, overridden, policy } = columns;
  const ids = [...BARS, ...rules.map(({ id }) => id), "minimumScore"];
  const refused = new Map(ids.map((id) => [id, emptyRow(mentors.length)]));
  const isWeak = weakMentors(columns);
  return (mentee) => {
    for (const id of BARS) refused.get(id)!.fill(0);
    const bar = (mentor: number, id: string): void => {
      if (hasMentor(everybody, mentor)) setMentor(refused.get(id)!, mentor, true);
    };
    const self = mentorIndex.get(mentees[mentee]!.id);
    if (self !== undefined) bar(self, "self");
    for (const [mentor, bars] of barred[mentee] ?? []) for (const id of bars) bar(mentor, id);
    for (const { id, sieve } of rules) {
      const row = refused.get(id)!;
      row.set(everybody);
      sieve(mentee, row);
      for (let word = 0; word < row.length; word++) row[word] = everybody[word]! & ~row[word]!;
    }
    if (policy.minimumScore > 0) isWeak(mentee, everybody, refused.get("minimumScore")!);
    for (const [mentor, setAside] of overridden[mentee] ?? []) {
      for (const id of setAside) setMentor(refused.get(id)!, mentor, false);
    }
    return refused;
  };
}

/** Puts those mentors in `row` whose pairs with a mentee are below the least score. */
function weakMentors(columns: Columns): (mentee: number, everybody: MentorRow, row: MentorRow) => void {
  const list = new Int32Array(columns.mentors.length);
  const score = new Int32Array(columns.mentors.length);
  const scoreRow = rowScores(columns);
  return (mentee, everybody, row) => {
    const end = listMentors(everybody, list, 0);
    scoreRow(mentee, list.subarray(0, end), score.subarray(0, end));
    row.fill(0);
    for (let k = 0; k < end; k++) setMentor(row, list[k]!, score[k]! < columns.policy.minimumScore);
  };
}

/** Everything that refuses a pair, the least score included. */
export function pairRefusals(columns: Columns, mentee: number, mentor: number): string[] {
  const refusals = refusalsOf(columns, mentee, mentor);
  const { minimumScore } = columns.policy;
  if (minimumScore === 0 || isOverridden(columns, mentee, mentor, "minimumScore")) return refusals;
  return scoreOf(columns, mentee, mentor) < minimumScore ? [...refusals, "minimumScore"] : refusals;
}
