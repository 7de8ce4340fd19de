/** The mentors each mentee may get, before scores are asked about. */
import type { BoundRule, Columns } from "./compile.js";
import { isAllowed } from "./eligibility.js";
import type { Fixed } from "./fixed.js";
import { emptyRow, hasMentor, type MentorRow, setMentor } from "./mentor-row.js";

/**
 * Says whom a mentee may get: mentors with a place left whom the given rules allow; where somebody has spoken on a pair,
 * {@link isAllowed} decides.
 *
 * @returns a row that is good until the next call; empty for mentees who ask for nobody
 */
export function candidates(columns: Columns, fixed: Fixed, rules: readonly BoundRule[]): (mentee: number) => MentorRow {
  const { mentees, mentors, mentorIndex, barred, overridden } = columns;
  const nobody = emptyRow(mentors.length);
  const open = emptyRow(mentors.length);
  for (const mentor of mentors.keys()) setMentor(open, mentor, fixed.capacity[mentor]! > 0);
  const decided = new Map<number, number[]>();
  const movable = new Map<number, number[]>();
  for (const { mentee, mentor } of fixed.movable) movable.set(mentee, [...(movable.get(mentee) ?? []), mentor]);
  for (const { mentee, mentor } of fixed.pairs) decided.set(mentee, [...(decided.get(mentee) ?? []), mentor]);
  const row = emptyRow(mentors.length);

  return (mentee) => {
    if (fixed.demand[mentee] === 0) return nobody;
    row.set(open);
    for (const { sieve } of rules) sieve(mentee, row);
    const ask = (mentor: number): void =>
      setMentor(row, mentor, hasMentor(open, mentor) && isAllowed(columns, mentee, mentor));
    const self = mentorIndex.get(mentees[mentee]!.id);
    if (self !== undefined) ask(self);
    for (const mentor of barred[mentee]?.keys() ?? []) ask(mentor);
    for (const mentor of overridden[mentee]?.keys() ?? []) ask(mentor);
    // A pair that stands is not asked again what binds at pairing only.
    for (const mentor of movable.get(mentee) ?? []) setMentor(row, mentor, hasMentor(open, mentor));
    for (const mentor of decided.get(mentee) ?? []) setMentor(row, mentor, false);
    return row;
  };
}
