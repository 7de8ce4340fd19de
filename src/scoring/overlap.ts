/** How much two lists share, counted fast enough to be asked for every pair. */
import type { ValueRow } from "./criterion.js";

/** Lists of mentees beside lists of mentors. An empty value in a list counts as no value, a repeated one once. */
export interface Overlap {
  /** how many different values each mentee has */
  readonly menteeSize: Int32Array;
  /** how many different values each mentor has */
  readonly mentorSize: Int32Array;
  /** how many different values the two have in common */
  readonly shared: (mentee: number, mentor: number) => number;
  /** the same for each of several mentors, into `counts` */
  readonly sharedRow: ValueRow;
}

/** Anything that can stand in a list: text, numbers and booleans are equal only to themselves. */
export type Value = string | number | boolean;

/** Words of 32 values up to which bits beat lists: with more, the sets are too empty for bits to pay. */
const MOST_WORDS = 4;

/**
 * Prepares the lists of one field of the mentees and one of the mentors.
 *
 * @remarks Building is linear in the lists' total length. A question costs a few machine words while the mentees have
 * at most 128 different values between them, and otherwise the length of the two lists.
 */
export function overlap(
  menteeLists: readonly (readonly Value[])[],
  mentorLists: readonly (readonly Value[])[],
): Overlap {
  // Only what some mentee has can be shared, so only that is numbered.
  const numbers = new Map<Value, number>();
  for (const list of menteeLists) {
    for (const value of list) if (value !== "" && !numbers.has(value)) numbers.set(value, numbers.size);
  }
  const words = Math.max(1, Math.ceil(numbers.size / 32));
  const sharing =
    words <= MOST_WORDS
      ? sharedBits(bits(menteeLists, numbers, words), bits(mentorLists, numbers, words), words)
      : sharedNumbers(rows(menteeLists, numbers), rows(mentorLists, numbers));
  return { menteeSize: sizes(menteeLists), mentorSize: sizes(mentorLists), ...sharing };
}

type Sharing = Pick<Overlap, "shared" | "sharedRow">;

const sizes = (lists: readonly (readonly Value[])[]): Int32Array =>
  Int32Array.from(lists, (list) => new Set(list).size - (list.includes("") ? 1 : 0));

/** `words` words a person, a bit a value. */
function bits(lists: readonly (readonly Value[])[], numbers: ReadonlyMap<Value, number>, words: number): Int32Array {
  const set = new Int32Array(lists.length * words);
  for (let person = 0; person < lists.length; person++) {
    for (const value of lists[person]!) {
      const number = numbers.get(value);
      if (number !== undefined) set[person * words + (number >>> 5)]! |= 1 << (number & 31);
    }
  }
  return set;
}

function sharedBits(ofMentee: Int32Array, ofMentor: Int32Array, words: number): Sharing {
  const shared = (mentee: number, mentor: number): number => {
    let count = 0;
    for (let word = 0; word < words; word++) {
      count += bitCount(ofMentee[mentee * words + word]! & ofMentor[mentor * words + word]!);
    }
    return count;
  };
  const sharedRow: ValueRow = (mentee, mentors, counts) => {
    counts.fill(0, 0, mentors.length);
    for (let word = 0; word < words; word++) {
      const wanted = ofMentee[mentee * words + word]!;
      for (let k = 0; k < mentors.length; k++) counts[k]! += bitCount(wanted & ofMentor[mentors[k]! * words + word]!);
    }
  };
  return { shared, sharedRow };
}

/** The ones in 32 bits: Warren, Hacker's Delight (2012), fig. 5–2. */
export function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** `values[start[person] … start[person + 1]]` are the numbers of a person's values, rising. */
interface Rows {
  readonly start: Int32Array;
  readonly values: Int32Array;
}

function rows(lists: readonly (readonly Value[])[], numbers: ReadonlyMap<Value, number>): Rows {
  const start = new Int32Array(lists.length + 1);
  const values: number[] = [];
  for (let person = 0; person < lists.length; person++) {
    const own = new Set<number>();
    for (const value of lists[person]!) {
      const number = numbers.get(value);
      if (number !== undefined) own.add(number);
    }
    for (const number of [...own].sort((a, b) => a - b)) values.push(number);
    start[person + 1] = values.length;
  }
  return { start, values: Int32Array.from(values) };
}

function sharedNumbers(ofMentee: Rows, ofMentor: Rows): Sharing {
  const shared = (mentee: number, mentor: number): number => {
    const menteeEnd = ofMentee.start[mentee + 1]!;
    const mentorEnd = ofMentor.start[mentor + 1]!;
    let left = ofMentee.start[mentee]!;
    let right = ofMentor.start[mentor]!;
    let count = 0;
    while (left < menteeEnd && right < mentorEnd) {
      const difference = ofMentee.values[left]! - ofMentor.values[right]!;
      if (difference === 0) count++;
      if (difference <= 0) left++;
      if (difference >= 0) right++;
    }
    return count;
  };
  const sharedRow: ValueRow = (mentee, mentors, counts) => {
    for (let k = 0; k < mentors.length; k++) counts[k] = shared(mentee, mentors[k]!);
  };
  return { shared, sharedRow };
}
