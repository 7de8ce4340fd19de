/** What changed from one result to another, for whom, and why. */
import { byCodeUnit } from "../door.js";
import { canonicalJson } from "../fingerprint.js";
import { levelsOf, type Policy, type PolicyInput } from "../policy/policy.js";
import type { PoolInput } from "../pool.js";
import type { Json, LevelValue, MatchResult, Person, Pool } from "../types.js";
import { type Case, readCase } from "./case.js";
import { type CountUnit, countsBy, inOrder, unitOf } from "./compare/level-counts.js";
import type { Reason } from "./explain/explanation.js";
import { reasonsAgainst } from "./explain/reasons.js";
import { type Sensitive, sensitiveIn } from "./explain/sensitive.js";

/** A result with what it was made of. */
export interface Compared {
  readonly pool: PoolInput;
  readonly policy: PolicyInput;
  readonly result: MatchResult;
}

/** A person in a role. */
export interface PersonInRole {
  readonly id: string;
  readonly role: "mentee" | "mentor";
}

/** A mentor somebody no longer has, or did not have before, and what the rules say of the pair where she is without. */
export interface ChangedPair {
  readonly mentorId: string;
  /**
   * `"absent"`: one of them is not in that pool · `"refused"`: the pair may not be made there · `"possible"`: it may, and what is
   * best is another
   */
  readonly elsewhere: "absent" | "refused" | "possible";
  readonly refusedBy: readonly Reason[];
}

/** A mentee whose mentors are not the same. */
export interface ChangedMentee {
  readonly menteeId: string;
  /** whether she has more mentors than before, fewer, or as many others */
  readonly change: "gains" | "loses" | "moves";
  /** mentors of before, judged by the pool and policy of after */
  readonly lost: readonly ChangedPair[];
  /** mentors of after, judged by the pool and policy of before */
  readonly gained: readonly ChangedPair[];
}

/** A level's value before and after; `null` where the objective has no such level. */
export interface ChangedLevel {
  readonly name: string;
  readonly before: readonly number[] | null;
  readonly after: readonly number[] | null;
  /** of `priority`, `first-choices`, `last-choices` and `worst-off` only */
  readonly counts?: LevelCounts;
}

/** What the values of a level stand for, counted alike in both results. */
export interface LevelCounts {
  /** that of the later policy where both have the level: full months or years waited, tier, number of the choice, tenth of the scale */
  readonly unit: CountUnit;
  /**
   * mentees with a mentor, by how long they waited or their tier; matches, by choice or tenth (0 … 9). The longest wait, the first
   * tier, choice or tenth first; `of` is `null` where they have no tier or the mentor is no choice of theirs, which comes last.
   * Whoever nominates nobody has only first choices
   */
  readonly of: readonly { readonly of: number | null; readonly before: number; readonly after: number }[];
}

/** Everything that differs. */
export interface Comparison {
  /** of the inputs: whether each is another, by its hash, and which parts of it differ */
  readonly pool: {
    readonly isSame: boolean;
    readonly joined: readonly PersonInRole[];
    readonly left: readonly PersonInRole[];
    /** people of both pools, with the fields that differ */
    readonly changed: readonly (PersonInRole & { readonly fields: readonly string[] })[];
    /** parts that are about pairs or dates: `"asOf"`, `"pairs"`, `"locks"` … */
    readonly parts: readonly string[];
  };
  /** parts that differ, as `"must"`; `isSame` is `null`, and `unknown` names the lists, where functions cannot be compared */
  readonly policy: {
    readonly isSame: boolean | null;
    readonly parts: readonly string[];
    readonly unknown: readonly string[];
  };
  readonly seed: { readonly isSame: boolean };
  readonly version: { readonly isSame: boolean };
  /** in order of id; where everything above is the same, nobody */
  readonly mentees: readonly ChangedMentee[];
  readonly levels: readonly ChangedLevel[];
}

/**
 * Compares two results: who has other mentors and what the other pool and policy say of each such pair, what differs in pool,
 * policy and seed, and each level's value.
 *
 * @throws InputError where something of either cannot be read, or where a result is not of its pool and policy or chose no pairs
 * @remarks O(people + matches × rules), and the hashes
 *
 * @example
 * ```ts
 * import { compare, match } from "mentor-match";
 *
 * const policy = { name: "any pair" };
 * const [may, june] = [{ mentees: [{ id: "bo" }], mentors: [] }, { mentees: [{ id: "bo" }], mentors: [{ id: "ada" }] }].map(
 *   (pool) => ({ pool, policy, result: match(pool, policy) }),
 * );
 * const { pool, mentees } = compare(may!, june!);
 * pool.joined; // => [{ id: "ada", role: "mentor" }]
 * mentees.map(({ menteeId, change }) => [menteeId, change]); // => [["bo", "gains"]]
 * ```
 */
export function compare(before: Compared, after: Compared): Comparison {
  const [then, now] = [before, after].map(({ pool, policy, result }) => readCase(pool, policy, result)) as [Case, Case];
  const [run, runNow] = [then.result.run, now.result.run];
  return {
    pool: comparedPools(then, now),
    policy: comparedPolicies(then, now),
    seed: { isSame: run.seed === runNow.seed },
    version: { isSame: run.version === runNow.version },
    mentees: changedMentees(then, now),
    levels: changedLevels(then, now),
  };
}

function comparedPools(then: Case, now: Case): Comparison["pool"] {
  const roles = ["mentee", "mentor"] as const;
  const people = ({ pool }: Case, role: (typeof roles)[number]): ReadonlyMap<string, Person> =>
    new Map((pool[`${role}s`] as readonly Person[]).map((one) => [one.id, one]));
  const missing = (here: Case, there: Case): PersonInRole[] =>
    roles.flatMap((role) => {
      const known = people(there, role);
      return ids(people(here, role))
        .filter((id) => !known.has(id))
        .map((id) => ({ id, role }));
    });
  const changed = roles.flatMap((role) => {
    const other = people(now, role);
    const own = people(then, role);
    return ids(own).flatMap((id) => {
      const fields = other.has(id) ? differing(own.get(id)!, other.get(id)!) : [];
      return fields.length === 0 ? [] : [{ id, role, fields }];
    });
  });
  const rest = ({ mentees: _, mentors: __, ...lists }: Pool) =>
    Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, unordered(list)]));
  return {
    isSame: then.result.run.poolHash === now.result.run.poolHash,
    joined: missing(now, then),
    left: missing(then, now),
    changed,
    parts: differing(rest(then.pool), rest(now.pool)),
  };
}

const ids = (people: ReadonlyMap<string, unknown>): string[] => [...people.keys()].sort(byCodeUnit);

/** Rows in an order that says nothing. */
const unordered = (list: unknown): unknown =>
  Array.isArray(list) ? list.map((row) => canonicalJson(row as Json)).sort() : list;

/** Fields that are not the same on both, in order. */
function differing(one: object, other: object): string[] {
  const text = (record: object, field: string): string =>
    canonicalJson(((record as Record<string, unknown>)[field] ?? null) as Json);
  const fields = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort(byCodeUnit);
  return fields.filter((field) => text(one, field) !== text(other, field));
}

function comparedPolicies(then: Case, now: Case): Comparison["policy"] {
  const [one, other] = [partsOf(then.policy), partsOf(now.policy)];
  const unknown = Object.keys(one).filter((part) => one[part] === null || other[part] === null);
  const parts = differing(one, other).filter((part) => !unknown.includes(part));
  const { policyHash } = then.result.run;
  const isSame =
    policyHash === null || now.result.run.policyHash === null ? null : policyHash === now.result.run.policyHash;
  return { isSame: parts.length > 0 ? false : isSame, parts, unknown };
}

/** The policy by parts as JSON; `null` for a list with a function in it. */
function partsOf(policy: Policy): Readonly<Record<string, Json>> {
  const { participation, must, prefer, objective: _, ...rest } = policy;
  const list = (entries: readonly { readonly json: Json }[]): Json =>
    entries.some(({ json }) => json === null) ? null : entries.map(({ json }) => json);
  return {
    ...(rest as unknown as Record<string, Json>),
    "participation.mentees": list(participation.mentees),
    "participation.mentors": list(participation.mentors),
    must: list(must),
    prefer: list(prefer),
    objective: "stable" in policy.objective ? { stable: policy.objective.stable } : list(levelsOf(policy)),
  };
}

function changedMentees(then: Case, now: Case): ChangedMentee[] {
  const [before, after] = [then, now].map(mentorsBy) as [Mentors, Mentors];
  const [judgedNow, judgedThen] = [judgeOf(now), judgeOf(then)];
  return [...new Set([...before.keys(), ...after.keys()])].sort(byCodeUnit).flatMap((menteeId): ChangedMentee[] => {
    const [had, has] = [before.get(menteeId) ?? [], after.get(menteeId) ?? []];
    const lost = had.filter((id) => !has.includes(id)).map((id) => judgedNow(menteeId, id));
    const gained = has.filter((id) => !had.includes(id)).map((id) => judgedThen(menteeId, id));
    if (lost.length + gained.length === 0) return [];
    const change = lost.length === gained.length ? "moves" : lost.length < gained.length ? "gains" : "loses";
    return [{ menteeId, change, lost, gained }];
  });
}

type Mentors = ReadonlyMap<string, readonly string[]>;

function mentorsBy({ columns, mentorsOf }: Case): Mentors {
  return new Map(
    columns.mentees.map(({ id }, mentee) => [id, mentorsOf[mentee]!.map((mentor) => columns.mentors[mentor]!.id)]),
  );
}

/** What a pool and its policy say of a pair. */
function judgeOf(one: Case): (menteeId: string, mentorId: string) => ChangedPair {
  const { columns } = one;
  const sensitive: Sensitive = sensitiveIn(one.policy);
  return (menteeId, mentorId) => {
    const [mentee, mentor] = [columns.menteeIndex.get(menteeId), columns.mentorIndex.get(mentorId)];
    if (mentee === undefined || mentor === undefined) return { mentorId, elsewhere: "absent", refusedBy: [] };
    const refusedBy = reasonsAgainst(one, sensitive, mentee, mentor);
    return { mentorId, elsewhere: refusedBy.length > 0 ? "refused" : "possible", refusedBy };
  };
}

function changedLevels(then: Case, now: Case): ChangedLevel[] {
  const named = ({ result }: Case) => new Map(result.levels.map((level): [string, LevelValue] => [level.name, level]));
  const [before, after] = [named(then), named(now)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => name !== "lottery")
    .map((name) => {
      const unit = unitOf(name, now.policy) ?? unitOf(name, then.policy);
      return {
        name,
        before: before.get(name)?.value ?? null,
        after: after.get(name)?.value ?? null,
        ...(unit === undefined ? {} : { counts: levelCounts(then, now, unit) }),
      };
    });
}

function levelCounts(then: Case, now: Case, unit: CountUnit): LevelCounts {
  const [before, after] = [countsBy(then, unit), countsBy(now, unit)];
  const all = [...new Set([...before.keys(), ...after.keys()])].sort(inOrder(unit));
  return { unit, of: all.map((of) => ({ of, before: before.get(of) ?? 0, after: after.get(of) ?? 0 })) };
}
