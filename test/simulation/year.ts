/** A year of a scheme: people join, change and leave, pairs go on or end, and every month there is a round. */

import { monthsAfter } from "../../src/day.js";
import {
  advance,
  endPair,
  type Mentee,
  type Mentor,
  match,
  type PolicyInput,
  type Pool,
  settle,
} from "../../src/index.js";
import { parsePool } from "../../src/pool.js";
import type { MatchResult, PairStatus, SideAnswers, StandingPair } from "../../src/types.js";

/** One round: what was matched, and whom nobody may pair again before both ask. */
export interface Round {
  readonly pool: Pool;
  readonly result: MatchResult;
  readonly next: Pool;
  readonly parted: ReadonlySet<string>;
}

export const keyOf = ({ menteeId, mentorId }: { readonly menteeId: string; readonly mentorId: string }): string =>
  `${menteeId} ${mentorId}`;

/**
 * Twelve rounds, each a month after the other.
 *
 * @param everybody - those who are there at first and those who join later
 * @param next - draws in 0 … 1, of which everything that happens is made
 */
export function* year(everybody: Pool, policy: PolicyInput, next: () => number): Generator<Round> {
  const parted = new Set<string>(
    everybody.pairs.filter(({ status, reopened }) => isParted(status) && reopened !== true).map(keyOf),
  );
  const live = new Set(everybody.pairs.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]));
  const joins = new Map<string, number>();
  for (const { id } of [...everybody.mentees, ...everybody.mentors])
    joins.set(id, live.has(id) || next() < 0.5 ? 0 : 1 + Math.floor(next() * 11));
  let pool = present(everybody, joins, 0);
  for (let month = 0; month < 12; month++) {
    const date = monthsAfter(everybody.asOf ?? "2030-01-01", month + 1);
    pool = advance(joined(pool, everybody, joins, month, date), policy, date);
    for (const pair of pool.pairs) if (isParted(pair.status) && pair.reopened !== true) parted.add(keyOf(pair));
    pool = lived(changed(pool, policy, date, next), date, next, parted);
    const result = match(pool, policy);
    const settled = settle(pool, result, date);
    yield { pool, result, next: settled, parted };
    pool = settled;
  }
}

const isParted = (status: PairStatus): boolean => status === "declined" || status === "dissolved";

/** The pool without those who join later, and without what names them. */
function present(pool: Pool, joins: ReadonlyMap<string, number>, month: number): Pool {
  const isThere = (id: string): boolean => (joins.get(id) ?? 0) <= month;
  const both = ({ menteeId, mentorId }: { readonly menteeId: string; readonly mentorId: string }): boolean =>
    isThere(menteeId) && isThere(mentorId);
  const known = <P extends Mentee | Mentor>(people: readonly P[]): P[] =>
    people
      .filter(({ id }) => isThere(id))
      .map((one) => (one.nominations === undefined ? one : { ...one, nominations: one.nominations.filter(isThere) }));
  return parsePool({
    ...pool,
    mentees: known(pool.mentees),
    mentors: known(pool.mentors),
    locks: pool.locks.filter(both),
    forbids: pool.forbids.filter(both),
    overrides: pool.overrides.filter(both),
  });
}

/** With those who join this month, whose request is of this day. */
function joined(pool: Pool, everybody: Pool, joins: ReadonlyMap<string, number>, month: number, date: string): Pool {
  if (month === 0) return pool;
  const knows = new Set([...pool.mentees, ...pool.mentors].map(({ id }) => id));
  const fresh = present(everybody, joins, month);
  const others = new Set([...fresh.mentees, ...fresh.mentors].map(({ id }) => id));
  const newcomers = <P extends Mentee | Mentor>(people: readonly P[]): P[] =>
    people
      .filter(({ id }) => joins.get(id) === month && !knows.has(id))
      .map((one) => ({
        ...one,
        waitingSince: date,
        ...(one.nominations === undefined ? {} : { nominations: one.nominations.filter((id) => others.has(id)) }),
      }));
  return parsePool({
    ...pool,
    mentees: [...pool.mentees, ...newcomers(fresh.mentees)],
    mentors: [...pool.mentors, ...newcomers(fresh.mentors)],
  });
}

/** People leave, move to another department or organisation, and are promoted; who has two roles changes in both. */
function changed(pool: Pool, { ladder = [] }: PolicyInput, date: string, next: () => number): Pool {
  const departments = pool.mentors.flatMap(({ department }) => (typeof department === "string" ? [department] : []));
  const organisations = pool.mentors.flatMap(({ organisation }) =>
    typeof organisation === "string" ? [organisation] : [],
  );
  const one = (list: readonly string[]): string => list[Math.floor(next() * list.length)]!;
  const changes = new Map<string, Partial<Mentee>>();
  for (const { id, grade, withdrawn, department, organisation } of [...pool.mentees, ...pool.mentors]) {
    if (changes.has(id) || withdrawn !== undefined) continue;
    const draw = next();
    const step = ladder.findIndex((names) => [names].flat().includes(grade ?? ""));
    if (draw < 0.02) changes.set(id, { withdrawn: date });
    else if (draw < 0.05 && department !== undefined && departments.length > 0)
      changes.set(id, { department: one(departments) });
    else if (draw < 0.07 && organisation !== undefined && organisations.length > 0)
      changes.set(id, { posts: [{ organisation: one(organisations), from: date }] });
    else if (draw < 0.1 && step >= 0 && step + 1 < ladder.length)
      changes.set(id, { grade: [ladder[step + 1]!].flat()[0]! });
    else changes.set(id, {});
  }
  const apply = <P extends Mentee | Mentor>(people: readonly P[]): P[] =>
    people.map((person) => ({ ...person, ...changes.get(person.id) }));
  const told = pool.pairs
    .filter(({ status }) => status === "agreed" && next() < 0.06)
    .map(({ menteeId, mentorId }) => {
      const kind = next() < 0.5 ? ("supervisor" as const) : ("conflict" as const);
      return { person: menteeId, kind, other: mentorId, from: date };
    });
  const relations = [...(pool.relations ?? []), ...told];
  return parsePool({ ...pool, mentees: apply(pool.mentees), mentors: apply(pool.mentors), relations });
}

/** Pairs accept, meet and agree; some decline, part, find a conflict or finish early; some want another term. */
function lived(pool: Pool, date: string, next: () => number, parted: Set<string>): Pool {
  let now = pool;
  for (const pair of pool.pairs) {
    const draw = next();
    const reEnters: SideAnswers = { mentee: next() < 0.8, mentor: next() < 0.8 };
    if (isParted(pair.status)) {
      // Rarely both ask to try again.
      if (draw < 0.02 && pair.reopened !== true) {
        now = replaced(now, pair, { reopened: true });
        if (!now.pairs.some((one) => keyOf(one) === keyOf(pair) && isParted(one.status) && one.reopened !== true))
          parted.delete(keyOf(pair));
      }
      continue;
    }
    if (!["proposed", "accepted", "met", "agreed"].includes(pair.status)) continue;
    const reason =
      draw < 0.03
        ? pair.status === "proposed" || pair.status === "accepted"
          ? ("declined" as const)
          : ("dissolved" as const)
        : draw < 0.04
          ? ("conflict" as const)
          : draw < 0.05
            ? ("ended-early" as const)
            : draw < 0.06
              ? ("completed" as const)
              : undefined;
    if (reason !== undefined) {
      now = endPair(now, pair, { reason, date, reEnters });
      if (reason === "declined" || reason === "dissolved" || reason === "conflict") parted.add(keyOf(pair));
    } else if (draw < 0.6) now = replaced(now, pair, { status: after(pair.status) });
    else if (draw < 0.8) now = replaced(now, pair, { renewal: { mentee: true, mentor: next() < 0.7 }, reEnters });
  }
  return parsePool(now);
}

const after = (status: PairStatus): PairStatus =>
  status === "proposed" ? "accepted" : status === "accepted" ? "met" : "agreed";

function replaced(pool: Pool, pair: StandingPair, change: Partial<StandingPair>): Pool {
  const isIt = (one: StandingPair): boolean =>
    keyOf(one) === keyOf(pair) && one.status === pair.status && one.since === pair.since && one.until === pair.until;
  return { ...pool, pairs: pool.pairs.map((one) => (isIt(one) ? { ...one, ...change } : one)) };
}
