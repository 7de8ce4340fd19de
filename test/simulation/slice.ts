/** A small part of a cohort, so that many years can be lived through. */
import { parsePool } from "../../src/pool.js";
import type { Mentee, Mentor, PairIds, Pool } from "../../src/types.js";

/** So many people of a pool, with what names nobody else. */
export function slice(pool: Pool, mentees: number, mentors: number, next: () => number): Pool {
  const draw = <P extends Mentee | Mentor>(people: readonly P[], count: number): P[] =>
    people
      .map((person) => ({ person, key: next() }))
      .sort((a, b) => a.key - b.key)
      .slice(0, count)
      .map(({ person }) => person);
  const [some, others] = [draw(pool.mentees, mentees), draw(pool.mentors, mentors)];
  const [menteeIds, mentorIds] = [some, others].map((people) => new Set(people.map(({ id }) => id)));
  const both = ({ menteeId, mentorId }: PairIds): boolean => menteeIds!.has(menteeId) && mentorIds!.has(mentorId);
  const known = <P extends Mentee | Mentor>(people: readonly P[], named: ReadonlySet<string>): P[] =>
    people.map((one) =>
      one.nominations === undefined ? one : { ...one, nominations: one.nominations.filter((id) => named.has(id)) },
    );
  return parsePool({
    ...pool,
    mentees: known(some, mentorIds!),
    mentors: known(others, menteeIds!),
    pairs: pool.pairs.filter(both),
    reportingLines: pool.reportingLines.filter(({ person }) => menteeIds!.has(person) || mentorIds!.has(person)),
    relations: (pool.relations ?? []).filter(({ person }) => menteeIds!.has(person) || mentorIds!.has(person)),
    locks: pool.locks.filter(both),
    forbids: pool.forbids.filter(both),
    overrides: pool.overrides.filter(both),
  });
}
