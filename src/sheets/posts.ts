/** Posts from a sheet of their own: whoever has some has them in both roles. */
import type { PoolInput } from "../pool.js";
import type { Statement } from "./statements.js";

/** The rows of the sheet by whose they are, in its order. */
export function postsOf(rows: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> {
  const posts = new Map<string, Statement[]>();
  for (const row of rows) {
    const { person } = row.value as { readonly person: string };
    posts.set(person, [...(posts.get(person) ?? []), row]);
  }
  return posts;
}

/** The people of a pool with their posts. */
export function withPosts(pool: PoolInput, posts: ReadonlyMap<string, readonly Statement[]>): PoolInput {
  const withOwn = <P extends { readonly id: string }>(person: P): P => {
    const own = posts.get(person.id)?.map(({ value }) => {
      const { person: _, ...post } = value as { readonly person: string };
      return post;
    });
    return own === undefined ? person : { ...person, posts: own };
  };
  return { ...pool, mentees: pool.mentees.map(withOwn), mentors: pool.mentors.map(withOwn) };
}
