/** What the tests of the schemes share: a policy or a pool without one line, and who came to be with whom. */

import type { Match, MatchResult, Mentee, Mentor, PolicyInput, Pool } from "../../src/index.js";
import { match } from "../../src/index.js";

const results = new WeakMap<object, WeakMap<object, MatchResult>>();

/** The result of a pool under a policy, found once. */
export function matched(pool: Pool, policy: PolicyInput): MatchResult {
  const ofPool = results.get(pool) ?? new WeakMap<object, MatchResult>();
  results.set(pool, ofPool);
  const result = ofPool.get(policy) ?? match(pool, policy);
  ofPool.set(policy, result);
  return result;
}

/**
 * A policy without one of its lines: a field (`"minimumScore"`), or the entry of a list that has this id (`"must.more-senior"`,
 * `"participation.mentors.trained"`).
 */
export function without(policy: PolicyInput, path: string): PolicyInput {
  const cut = (value: unknown, [step = "", ...rest]: readonly string[]): unknown => {
    if (Array.isArray(value)) {
      const left = value.filter((entry) => idOf(entry) !== step);
      if (left.length !== value.length - 1) throw new Error(`Cannot leave out ${path}: there is no such entry`);
      return left;
    }
    const record = value as { readonly [field: string]: unknown };
    if (!(step in record)) throw new Error(`Cannot leave out ${path}: there is no field ${step}`);
    const others = Object.fromEntries(Object.entries(record).filter(([field]) => field !== step));
    return rest.length === 0 ? others : { ...others, [step]: cut(record[step], rest) };
  };
  return cut(policy, path.split(".")) as PolicyInput;
}

function idOf(entry: unknown): unknown {
  if (typeof entry !== "object" || entry === null) return entry;
  const { id, rule, criterion, level } = entry as { readonly [field: string]: unknown };
  return id ?? rule ?? criterion ?? level;
}

/** People of a list, each changed; those whom `change` says nothing about stay as they are. */
export const changed = <P extends Mentee | Mentor>(list: readonly P[], change: (person: P) => Partial<P>): P[] =>
  list.map((person) => ({ ...person, ...change(person) }));

/** People of a list without a field. */
export const lacking = <P extends Mentee | Mentor>(list: readonly P[], field: keyof P & string): P[] =>
  list.map((person) => Object.fromEntries(Object.entries(person).filter(([name]) => name !== field)) as unknown as P);

/** A match with the records of its two people. */
export interface Pairing extends Match {
  readonly mentee: Mentee;
  readonly mentor: Mentor;
}

/** The matches that a run made itself, standing pairs left out, each with its people. */
export function madeBy(pool: Pool, policy: PolicyInput): Pairing[] {
  const mentees = new Map(pool.mentees.map((one) => [one.id, one]));
  const mentors = new Map(pool.mentors.map((one) => [one.id, one]));
  return matched(pool, policy)
    .matches.filter(({ origin }) => origin === "new")
    .map((one) => ({ ...one, mentee: mentees.get(one.menteeId)!, mentor: mentors.get(one.mentorId)! }));
}

/** How many steps of the ladder the mentor stands above the mentee; nothing where a grade is on none. */
export function stepsUp({ ladder = [] }: PolicyInput, { mentee, mentor }: Pairing): number[] {
  const step = (grade: string | undefined): number => ladder.findIndex((names) => [names].flat().includes(grade ?? ""));
  const [from, to] = [step(mentee.grade), step(mentor.grade)];
  return from < 0 || to < 0 ? [] : [to - from];
}

/** Ids of those who take no part in a role because of a rule. */
export const turnedAway = (pool: Pool, policy: PolicyInput, role: "mentee" | "mentor", rule: string): string[] =>
  matched(pool, policy)
    .notTakingPart.filter((one) => one.role === role && one.refusedBy.includes(rule))
    .map(({ id }) => id);

/** `"mentee mentor"`, as tests write pairs. */
export const namesOf = (pairs: readonly { readonly menteeId: string; readonly mentorId: string }[]): string[] =>
  pairs.map(({ menteeId, mentorId }) => `${menteeId} ${mentorId}`);

export const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);

/** Whether two lists, or values, have one in common. */
export const share = (one: string | readonly string[] = [], other: string | readonly string[] = []): boolean =>
  [one].flat().some((value) => [other].flat().includes(value));
