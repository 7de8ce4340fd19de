/** Somebody's data is removed; what stays keeps old pairs from returning, and other people's rules in force. */
import { quote } from "../door.js";
import { InputError } from "../errors.js";
import { isLive } from "../pool/statements.js";
import { type PoolInput, parsePool } from "../pool.js";
import type { Mentee, Mentor, PairIds, Pool, ReportingLine, StandingPair } from "../types.js";
import { keyOf, liveOn } from "./live-pairs.js";
import { reEntered } from "./re-entry.js";

/**
 * The pool without a person: their rows, what they said and what was said of them, their dates and the dates of their pairs.
 *
 * What stays holds nothing but ids. Pairs that must not return, because they were declined, dissolved, forbidden or live until
 * now, stay as `dissolved`; other ended pairs stay with their status, for rules that look back. What others say of themselves
 * stays: whom they avoid or have a conflict with, who manages, appraises or supervises them. Where somebody reports to the
 * person, the person's own reporting lines stay, too, or `outside-reporting-line` would allow pairs across the gap. Nominations
 * of the person go. Partners of live pairs ask again, and wait from their first request that is known.
 *
 * @returns the next pool, of the same day; copies of earlier pools, results and sheets are yours to delete
 * @throws InputError listing everything that is wrong with the pool, or where nobody has that id
 * @remarks O(people + pairs)
 *
 * @example
 * ```ts
 * import { forget } from "mentor-match";
 *
 * const pairs = [{ menteeId: "bo", mentorId: "ada", status: "declined" as const, since: "2026-03-01", until: "2026-03-20" }];
 * const pool = { mentees: [{ id: "bo", name: "Bo Li" }], mentors: [{ id: "ada" }], pairs };
 * forget(pool, "bo"); // => { mentees: [], mentors: [{ id: "ada" }], pairs: [{ menteeId: "bo", mentorId: "ada", status: "dissolved" }],
 * //   locks: [], forbids: [], overrides: [], reportingLines: [] }
 * ```
 */
export function forget(pool: PoolInput, id: string): Pool {
  const people = parsePool(pool);
  const isTheirs = (pair: PairIds): boolean => pair.menteeId === id || pair.mentorId === id;
  const isOther = (pair: PairIds): boolean => !isTheirs(pair);
  const { mentees, mentors } = people;
  if (![...mentees, ...mentors].some((person) => person.id === id)) {
    const message = `expected the id of a mentee or mentor, got ${typeof id === "string" ? quote(id) : typeof id}`;
    throw new InputError("id", [{ code: "unknown-person", path: "", message }]);
  }
  const pairs = [...people.pairs.filter(isOther), ...bareRecords(people, isTheirs)];
  const left = people.pairs.filter((pair) => isTheirs(pair) && isLive(pair.status));
  const ended = left.map(({ menteeId, mentorId, since, reEnters = {} }) => {
    return { menteeId, mentorId, reEnters, since: since ?? people.asOf, isOver: false };
  });
  const others = reEntered(people, pairs.filter(liveOn(people, people.asOf)), ended);
  const without = <P extends Mentee | Mentor>(list: readonly P[]): P[] =>
    list
      .filter((person) => person.id !== id)
      .map((person) =>
        person.nominations?.includes(id) === true
          ? { ...person, nominations: person.nominations.filter((other) => other !== id) }
          : person,
      );
  return parsePool({
    ...people,
    mentees: without(others.mentees),
    mentors: without(others.mentors),
    pairs,
    locks: people.locks.filter(isOther),
    forbids: people.forbids.filter(isOther),
    overrides: people.overrides.filter(isOther),
    reportingLines: linesWithout(people, id),
    relations: (people.relations ?? []).filter(({ person }) => person !== id),
  });
}

/** One record for each pair of theirs that was: ids and a status, in the order in which they first stand. */
function bareRecords({ pairs, forbids }: Pool, isTheirs: (pair: PairIds) => boolean): StandingPair[] {
  const bare = new Map<string, StandingPair>();
  const keep = ({ menteeId, mentorId }: PairIds, status: StandingPair["status"]): void => {
    const key = status === "dissolved" ? keyOf({ menteeId, mentorId }) : `${menteeId}\n${mentorId}\n${status}`;
    bare.set(key, { menteeId, mentorId, status });
  };
  for (const pair of pairs.filter((one) => isTheirs(one) && (one.reopened !== true || isLive(one.status))))
    keep(pair, pair.status === "completed" || pair.status === "ended-early" ? pair.status : "dissolved");
  for (const pair of forbids.filter(isTheirs)) keep(pair, "dissolved");
  return [...bare.values()];
}

/** Who reports to whom once a person is gone: what leads on from them stays where others lead to them. */
function linesWithout({ mentees, mentors, reportingLines, relations = [] }: Pool, id: string): ReportingLine[] {
  const everybody = [...mentees, ...mentors];
  const isAbove =
    everybody.some(({ lineManager, supervisors }) => lineManager === id || supervisors?.includes(id) === true) ||
    reportingLines.some(({ manager }) => manager === id) ||
    relations.some(({ kind, other }) => kind === "supervisor" && other === id);
  if (!isAbove) return reportingLines.filter(({ person }) => person !== id);
  const said = everybody
    .filter((person) => person.id === id)
    .flatMap(({ lineManager, supervisors }) => [lineManager ?? [], supervisors ?? []].flat());
  const supervised = relations.filter(({ kind, person }) => kind === "supervisor" && person === id);
  return [
    ...reportingLines,
    ...[...new Set(said)].map((manager) => ({ person: id, manager })),
    ...supervised.map(({ kind: _, other, ...span }) => ({ ...span, manager: other })),
  ];
}
