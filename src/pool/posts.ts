/** Posts with days of their own: what a person's record says of where they work is what holds on the day of the pool. */
import type { Mentee, Mentor, OneOrMore, Person, Pool, Post } from "../types.js";
import { checkOrder, day, oneOrMoreTexts, text } from "./fields.js";
import { fieldsOf, optional, type Reader, readRecord, wrong } from "./reading.js";

const postFields = fieldsOf<Post>({
  organisation: optional(oneOrMoreTexts),
  department: optional(oneOrMoreTexts),
  grade: optional(text),
  from: optional(day),
  until: optional(day),
});

/** Several posts, in the order given; their fields in one order, so that the same posts read alike. */
export const posts: Reader<readonly Post[]> = (value, reading) => {
  if (!Array.isArray(value)) return wrong(reading, "a list", value);
  const list: Post[] = [];
  for (let index = 0; index < value.length; index++) {
    reading.path.push(index);
    const post = readRecord(postFields, [], value[index], reading) as Post | undefined;
    if (post !== undefined) checkOrder(post.from, "from", post.until, reading);
    reading.path.pop();
    if (post !== undefined) list.push(Object.freeze(inOneOrder(post)));
  }
  return Object.freeze(list);
};

const inOneOrder = ({ organisation, department, grade, from, until }: Post): Post => ({
  ...(organisation === undefined ? {} : { organisation }),
  ...(department === undefined ? {} : { department }),
  ...(grade === undefined ? {} : { grade }),
  ...(from === undefined ? {} : { from }),
  ...(until === undefined ? {} : { until }),
});

/**
 * People as their posts of a day have them. A field that any of somebody's posts names comes from the posts that hold on the
 * day, and is missing where none of them says: several organisations or departments all apply, of grades the one that began
 * last. Without a day every post holds.
 */
export function inTheirPosts<P extends Mentee | Mentor>(people: readonly P[], asOf: string | undefined): readonly P[] {
  return people.some((person) => person.posts !== undefined) ? people.map((person) => inPost(person, asOf)) : people;
}

function inPost<P extends Person>(person: P, asOf: string | undefined): P {
  if (person.posts === undefined) return person;
  const holding = person.posts
    .filter(({ from = "", until = "9999-12-31" }) => asOf === undefined || (from <= asOf && asOf <= until))
    .sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : (a.from ?? "") > (b.from ?? "") ? 1 : 0));
  const now = {
    organisation: all(holding.map(({ organisation }) => organisation)),
    department: all(holding.map(({ department }) => department)),
    grade: holding.flatMap((post) => post.grade ?? []).at(-1),
  };
  const result: { -readonly [F in keyof Person]?: Person[F] } = { ...person };
  for (const field of ["organisation", "department", "grade"] as const) {
    if (person.posts.every((post) => post[field] === undefined)) continue;
    delete result[field];
    if (now[field] !== undefined) result[field] = now[field] as string;
  }
  return result as P;
}

/** All that is named, once: one text, or several; `undefined` where nothing is. */
function all(values: readonly (OneOrMore | undefined)[]): OneOrMore | undefined {
  const texts = [...new Set(values.flatMap((value) => value ?? []))];
  return texts.length > 1 ? Object.freeze(texts) : texts[0];
}

/** A pool as it was on another day, for those who ask since when something is so. */
export function onDay(pool: Pool, asOf: string): Pool {
  const { mentees, mentors } = pool;
  return { ...pool, asOf, mentees: inTheirPosts(mentees, asOf), mentors: inTheirPosts(mentors, asOf) };
}
