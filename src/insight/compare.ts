/** What changed from one result to another, for whom, and why. */
import { byCodeUnit } from "../door.js";
import { canonicalJson } from "../fingerprint.js";
import { levelsOf, type Policy } from "../policy/policy.js";
import type { Json, LevelValue, Person, Pool } from "../types.js";
import { type Case, readCase } from "./case.js";
import type {
  ChangedLevel,
  ChangedMentee,
  ChangedPair,
  Compared,
  Comparison,
  LevelCounts,
  PersonInRole,
} from "./compare/comparison.js";
import { type CountUnit, countsBy, inOrder, unitOf } from "./compare/level-counts.js";
import { reasonsAgainst } from "./explain/reasons.js";
import { type Sensitive, sensitiveIn } from "./explain/sensitive.js";

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
