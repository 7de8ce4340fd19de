/** Rules as sieves: what a rule says of one mentee and many mentors at once, by its index where it has one. */
import { leastAllowed, type OnUnknown, type PairVerdict, type Verdict, type VerdictIndex } from "../rules/rule.js";
import { emptyRow, listMentors, type MentorRow, setMentor } from "./mentor-row.js";

/** Leaves in a row of mentors those whom a rule allows a mentee. What is said of single pairs (overrides …) it does not know. */
export type Sieve = (mentee: number, row: MentorRow) => void;

/** Words of class rows that a rule may keep: 4 MB. Further ones are made again when they are needed. */
const MOST_KEPT = 1 << 20;

/** The sieve of a rule for so many mentors. */
export function sieveOf(verdict: PairVerdict, onUnknown: OnUnknown | undefined, mentors: number): Sieve {
  const least = leastAllowed(onUnknown);
  return verdict.index === undefined
    ? askingSieve(verdict, least, mentors)
    : indexedSieve(verdict, verdict.index, least, mentors);
}

/** Asks about every mentor who is in the row. */
function askingSieve(verdict: PairVerdict, least: Verdict, mentors: number): Sieve {
  const list = new Int32Array(mentors);
  return (mentee, row) => {
    const end = listMentors(row, list, 0);
    for (let k = 0; k < end; k++) if (verdict(mentee, list[k]!) < least) setMentor(row, list[k]!, false);
  };
}

/** Asks about the exceptions only; everybody else goes by class. */
function indexedSieve(verdict: PairVerdict, index: VerdictIndex, least: Verdict, mentors: number): Sieve {
  const { menteeClass, exceptions } = index;
  const rowOfClass = classRows(index, least, mentors);
  const own = emptyRow(mentors);
  return (mentee, row) => {
    let allowed = rowOfClass(menteeClass[mentee]!);
    if (exceptions !== undefined && exceptions.start[mentee]! < exceptions.start[mentee + 1]!) {
      own.set(allowed);
      for (let k = exceptions.start[mentee]!; k < exceptions.start[mentee + 1]!; k++) {
        const mentor = exceptions.item[k]!;
        setMentor(own, mentor, verdict(mentee, mentor) >= least);
      }
      allowed = own;
    }
    for (let word = 0; word < row.length; word++) row[word]! &= allowed[word]!;
  };
}

/** For a class of mentees the mentors whose classes the rule allows them. */
function classRows(
  { mentorClass, ofClasses }: VerdictIndex,
  least: Verdict,
  mentors: number,
): (menteeClass: number) => MentorRow {
  const kept = new Map<number, MentorRow>();
  return (menteeClass) => {
    const known = kept.get(menteeClass);
    if (known !== undefined) return known;
    const row = emptyRow(mentors);
    for (let mentor = 0; mentor < mentors; mentor++) {
      if (ofClasses(menteeClass, mentorClass[mentor]!) >= least) setMentor(row, mentor, true);
    }
    if (kept.size * row.length < MOST_KEPT) kept.set(menteeClass, row);
    return row;
  };
}
