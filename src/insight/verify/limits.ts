/** What limits count, worked out once more in the verifier's own words: each group by the pairs in it, asked one by one. */
import { byCodeUnit } from "../../door.js";
import { type Filter, type GroupValue, groupText, type PolicyLimit } from "../../policy/limits.js";
import type { Policy } from "../../policy/policy.js";
import { fieldValue } from "../../records.js";
import type { Finding, Person } from "../../types.js";
import type { Expect, Made, World } from "./terms.js";

/** A group of a limit, as results name it. */
export interface Group {
  readonly limit: PolicyLimit;
  readonly key: { readonly id: string; readonly personId?: string; readonly group?: GroupValue };
  /** whose own group it is, where the limit holds for each */
  readonly own?: { readonly role: "mentee" | "mentor"; readonly at: number };
  readonly counts: (mentee: number, mentor: number) => boolean;
  /** no pair can be in it */
  readonly isEmpty: boolean;
  /** decided pairs in it, and whether one of them is locked */
  readonly used: number;
  readonly isLocked: boolean;
}

/** Every group: limit after limit, then in order of person, then of value. */
export function groupsOf(world: World, policy: Policy): readonly Group[] {
  return policy.limits.flatMap((limit) => {
    const isMentee = world.mentees.map((person) => fits(person, limit.mentees));
    const isMentor = world.mentors.map((person) => fits(person, limit.mentors));
    const group = (
      { own, ...key }: Omit<Group["key"], "id"> & Pick<Group, "own">,
      mentee: (index: number) => boolean,
      mentor: (index: number) => boolean,
    ): Group => {
      const counts: Group["counts"] = (i, j) => isMentee[i]! && isMentor[j]! && mentee(i) && mentor(j);
      const decided = world.fixed.filter((pair) => counts(pair.mentee, pair.mentor));
      return {
        limit,
        key: { id: limit.id, ...key },
        ...(own === undefined ? {} : { own }),
        counts,
        isEmpty: !isMentee.some((is, i) => is && mentee(i)) || !isMentor.some((is, j) => is && mentor(j)),
        used: decided.length,
        isLocked: decided.some((pair) => !world.isStanding(pair.mentee, pair.mentor)),
      };
    };
    const anybody = (): boolean => true;
    const { each, groupBy } = limit;
    if (each === undefined) return [group({}, anybody, anybody)];
    const [people, others] = each === "mentor" ? [world.mentors, world.mentees] : [world.mentees, world.mentors];
    const [isOne, isOther] = each === "mentor" ? [isMentor, isMentee] : [isMentee, isMentor];
    const away = new Set(world.notTakingPart.filter(({ role }) => role === each).map(({ id }) => id));
    const values =
      groupBy === undefined
        ? []
        : distinct(
            others.filter((_, at) => isOther[at]),
            groupBy,
          );
    return people.flatMap(({ id: personId }, at) => {
      if (!isOne[at] || away.has(personId)) return [];
      const isHers = (index: number): boolean => index === at;
      const own = { role: each, at };
      const one = (key: Parameters<typeof group>[0], other: (index: number) => boolean): Group =>
        each === "mentor" ? group(key, other, isHers) : group(key, isHers, other);
      if (groupBy === undefined) return [one({ personId, own }, anybody)];
      return values.map((value) =>
        one({ personId, group: value, own }, (index) => valuesIn(others[index]!, groupBy).includes(value)),
      );
    });
  });
}

/** What is left of a group's bounds for new pairs. */
export function boundsOf({ limit, used, isLocked }: Group): { readonly least: number; readonly most: number } {
  const { atLeast = 0, atMost = Number.POSITIVE_INFINITY } = limit;
  const most = atMost - used;
  return { least: atLeast > used ? atLeast - used : 0, most: most < 0 && !isLocked ? 0 : most };
}

/** No group holds too many new matches, and none too few in all. */
export function checkLimits(groups: readonly Group[], matches: readonly Made[], isDue: boolean, expect: Expect): void {
  for (const group of groups) {
    const { least, most } = boundsOf(group);
    const made = matches.filter(({ mentee, mentor, isFixed }) => !isFixed && group.counts(mentee, mentor)).length;
    const { id, personId } = group.key;
    const ids = personId === undefined ? [id] : [id, personId];
    if (made > Math.max(0, most)) expect("over-limit", ids, most, made);
    if (isDue && made < least) expect("under-limit", ids, least, made);
    if (isDue && most < 0) expect("over-limit", ids, most, made);
  }
}

/** Limits that count nobody, and those that decided pairs exceed. */
export function limitsNoticed(groups: readonly Group[], { limits }: Policy): Finding[] {
  const isNobody = (limit: PolicyLimit): boolean => groups.every((one) => one.limit !== limit || one.isEmpty);
  return [
    ...limits.filter(isNobody).map(({ id }): Finding => {
      return { code: "limit-counts-nobody", path: `limits.${id}`, ids: [], numbers: {} };
    }),
    ...groups
      .filter(({ limit, used }) => limit.atMost !== undefined && used > limit.atMost)
      .map((group) => noticed("over-limit", group, { matches: group.used })),
  ];
}

export function noticed(code: string, { key }: Group, numbers: Finding["numbers"]): Finding {
  const path = ["limits", key.id, ...(key.group === undefined ? [] : [groupText(key.group)])].join(".");
  return { code, path, ids: key.personId === undefined ? [] : [key.personId], numbers };
}

export function fits(person: Person, filter: Filter = {}): boolean {
  return Object.entries(filter).every(([field, wanted]) =>
    valuesIn(person, field).some((value) => wanted.includes(value)),
  );
}

function valuesIn(person: Person, field: string): readonly GroupValue[] {
  const value = fieldValue(person, field);
  const list = (Array.isArray(value) ? value : [value]) as readonly (GroupValue | null | undefined)[];
  return list.filter((one): one is GroupValue => one !== undefined && one !== null && one !== "");
}

function distinct(people: readonly Person[], field: string): GroupValue[] {
  const values = [...new Set(people.flatMap((person) => valuesIn(person, field)))];
  return values.sort((a, b) => byCodeUnit(String(a), String(b)) || byCodeUnit(typeof a, typeof b));
}
