/** A set of mentors as bits, 32 to a word: mentor `j` is bit `j & 31` of word `j >>> 5`. */
import { bitCount } from "../scoring/overlap.js";

export type MentorRow = Int32Array;

/** A row without anybody in it, for so many mentors. */
export const emptyRow = (mentors: number): MentorRow => new Int32Array((mentors + 31) >>> 5);

export const hasMentor = (row: MentorRow, mentor: number): boolean => (row[mentor >>> 5]! & (1 << (mentor & 31))) !== 0;

/** Puts a mentor in or takes one out. */
export function setMentor(row: MentorRow, mentor: number, isIn: boolean): void {
  if (isIn) row[mentor >>> 5]! |= 1 << (mentor & 31);
  else row[mentor >>> 5]! &= ~(1 << (mentor & 31));
}

/** Takes out of a row whoever is in another. */
export function takeOut(row: MentorRow, other: MentorRow): void {
  for (let word = 0; word < row.length; word++) row[word]! &= ~other[word]!;
}

/** How many mentors are in a row. */
export function countOf(row: MentorRow): number {
  let count = 0;
  for (let word = 0; word < row.length; word++) count += bitCount(row[word]!);
  return count;
}

/** Writes the mentors of a row to `list`, ascending from position `at`; returns the position after the last. */
export function listMentors(row: MentorRow, list: Int32Array, at: number): number {
  let end = at;
  for (let word = 0; word < row.length; word++) {
    // The lowest bit is taken off until none is left.
    for (let bits = row[word]!; bits !== 0; bits &= bits - 1) list[end++] = word * 32 + (31 - Math.clz32(bits & -bits));
  }
  return end;
}
