/** What a rule made of others says of many pairs at once, where each of its parts does. */
import { toRows } from "./rows.js";
import type { PairVerdict, Verdict, VerdictIndex } from "./rule.js";

/** Most classes of mentees: with more, rows of mentors are made again and again, and asking about each pair is as fast. */
const MOST_CLASSES = 4096;

/**
 * Gives a composition an index where every part has one: people are alike to it who are alike to each of its parts, and an
 * exception of one part is one of the whole. Where a part has none, or people are alike too rarely, it has none either.
 *
 * @param verdict - what the composition says of a pair
 * @param fold - the least of the parts' verdicts, or the greatest
 * @remarks O(people × parts); as many classes as combinations that occur
 */
export function withComposedIndex(
  verdict: PairVerdict,
  parts: readonly PairVerdict[],
  fold: (one: Verdict, other: Verdict) => Verdict,
): PairVerdict {
  const indexes = parts.flatMap(({ index }) => index ?? []);
  if (indexes.length < parts.length) return verdict;
  const mentee = combined(indexes.map(({ menteeClass }) => menteeClass));
  if (mentee.member.length > MOST_CLASSES) return verdict;
  const mentor = combined(indexes.map(({ mentorClass }) => mentorClass));
  const ofClasses = (ofMentee: number, ofMentor: number): Verdict => {
    const [i, j] = [mentee.member[ofMentee]!, mentor.member[ofMentor]!];
    let folded: Verdict | undefined;
    for (const { menteeClass, mentorClass, ofClasses } of indexes) {
      const own = ofClasses(menteeClass[i]!, mentorClass[j]!);
      folded = folded === undefined ? own : fold(folded, own);
    }
    return folded!;
  };
  const exceptions = allExceptions(indexes, mentee.classOf.length);
  const index = { menteeClass: mentee.classOf, mentorClass: mentor.classOf, ofClasses, ...exceptions };
  return Object.assign(verdict, { index });
}

/** Classes of people who are in the same class everywhere, and somebody of each. */
function combined(classes: readonly Int32Array[]): {
  readonly classOf: Int32Array;
  readonly member: readonly number[];
} {
  let classOf = new Int32Array(classes[0]!.length);
  let member: number[] = [];
  for (const own of classes) {
    const known = new Map<number, Map<number, number>>();
    const next = new Int32Array(own.length);
    member = [];
    for (let person = 0; person < own.length; person++) {
      const inner = known.get(classOf[person]!) ?? new Map<number, number>();
      known.set(classOf[person]!, inner);
      const found = inner.get(own[person]!) ?? member.length;
      inner.set(own[person]!, found);
      if (found === member.length) member.push(person);
      next[person] = found;
    }
    classOf = next;
  }
  return { classOf, member };
}

/** The mentors whom some part cannot judge by their class, for each mentee. */
function allExceptions(indexes: readonly VerdictIndex[], mentees: number): Pick<VerdictIndex, "exceptions"> {
  const rows = indexes.flatMap(({ exceptions }) => exceptions ?? []);
  if (rows.length === 0) return {};
  if (rows.length === 1) return { exceptions: rows[0]! };
  const lists = Array.from({ length: mentees }, (_, mentee) =>
    rows.flatMap(({ start, item }) => [...item.subarray(start[mentee], start[mentee + 1])]),
  );
  return { exceptions: toRows(lists) };
}
