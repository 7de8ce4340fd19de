/** Whether two people have a value of one field in common, as a verdict. */
import { fieldValue, isMissing, isUnknown } from "../records.js";
import type { Person } from "../types.js";
import { type Rows, rowsMeet, toRows } from "./rows.js";
import {
  CANNOT_TELL,
  HOLDS,
  type PairVerdict,
  REFUSES,
  type RuleContext,
  type Verdict,
  type VerdictIndex,
} from "./rule.js";

/**
 * Holds for pairs whose values of a field share at least one, refuses where they share none, and cannot tell where a
 * side's value is missing. An absent declaration has no value in a closed world and is missing in an open one.
 *
 * @param field - `"department"`, `"attributes.office"`; text, numbers and truth values are the same only within their type
 */
export function sharedValue({ mentees, mentors, closedWorld }: RuleContext, field: string): PairVerdict {
  const codes = new Map<unknown, number>();
  const ofMentee = encode(mentees, field, codes);
  const ofMentor = encode(mentors, field, codes);
  const menteeUnknown = unknown(mentees, field, closedWorld);
  const mentorUnknown = unknown(mentors, field, closedWorld);
  const verdict = (mentee: number, mentor: number): Verdict => {
    if (menteeUnknown[mentee] === 1 || mentorUnknown[mentor] === 1) return CANNOT_TELL;
    return rowsMeet(ofMentee, mentee, ofMentor, mentor) ? HOLDS : REFUSES;
  };
  const menteeAlike = alike(ofMentee, menteeUnknown);
  const mentorAlike = alike(ofMentor, mentorUnknown);
  const index: VerdictIndex = {
    menteeClass: menteeAlike.classOf,
    mentorClass: mentorAlike.classOf,
    ofClasses: (mentee, mentor) => verdict(menteeAlike.member[mentee]!, mentorAlike.member[mentor]!),
  };
  return Object.assign(verdict, { index });
}

/** People with the same values, and all whose values are unknown, form a class; `member` is somebody of each. */
function alike(
  { start, item }: Rows,
  isUnknown: Uint8Array,
): { readonly classOf: Int32Array; readonly member: number[] } {
  const classes = new Map<string, number>();
  const member: number[] = [];
  const classOf = new Int32Array(isUnknown.length);
  for (let person = 0; person < classOf.length; person++) {
    const values = isUnknown[person] === 1 ? "unknown" : item.subarray(start[person], start[person + 1]).join();
    let known = classes.get(values);
    if (known === undefined) {
      known = member.push(person) - 1;
      classes.set(values, known);
    }
    classOf[person] = known;
  }
  return { classOf, member };
}

/** The values a field holds: those of a list, or the one; empty texts are none. */
export function valuesOf(person: Person, field: string): readonly unknown[] {
  const value = fieldValue(person, field);
  return (Array.isArray(value) ? value : [value]).filter((one) => !isMissing(one));
}

/** Gives each value a number, the same on both sides. */
function encode(people: readonly Person[], field: string, codes: Map<unknown, number>): Rows {
  const codeOf = (value: unknown): number => {
    const known = codes.get(value);
    if (known !== undefined) return known;
    codes.set(value, codes.size);
    return codes.size - 1;
  };
  return toRows(people.map((person) => valuesOf(person, field).map(codeOf)));
}

function unknown(people: readonly Person[], field: string, closedWorld: boolean): Uint8Array {
  return Uint8Array.from(people, (person) => (isUnknown(person, field, closedWorld) ? 1 : 0));
}
