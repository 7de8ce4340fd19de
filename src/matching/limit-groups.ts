/** From a policy's limits to groups of people: one group, or one for each mentor or mentee, or for each with each value. */
import { byCodeUnit } from "../door.js";
import type { Filter, GroupValue, PolicyLimit } from "../policy/limits.js";
import { valuesOf } from "../rules/values.js";
import type { Person } from "../types.js";
import type { Columns } from "./compile.js";
import type { Fixed, FixedPair } from "./fixed.js";
import type { Limit } from "./solvers/solver.js";

/** One group of a limit. Its bounds are what decided pairs leave of them. */
export interface LimitGroup extends Limit {
  /** the limit's place in the policy */
  readonly at: number;
  readonly id: string;
  /** whose own limit it is, where the limit holds for each */
  readonly personId?: string;
  /** the value of the other side, where the limit groups by a field */
  readonly group?: GroupValue;
  /** decided pairs that it counts, and how many of them are locked */
  readonly used: number;
  readonly locked: number;
}

/** What names a group in a result. */
export function limitKey({ id, personId, group }: LimitGroup): Pick<LimitGroup, "id" | "personId" | "group"> {
  return { id, ...(personId === undefined ? {} : { personId }), ...(group === undefined ? {} : { group }) };
}

/** The groups of all limits: in the policy's order, then of person, then of value. Mentors and mentees that take no part have none of their own. */
export function limitGroups(columns: Columns, fixed: Fixed): readonly LimitGroup[] {
  const { policy, mentees, mentors, menteesPart, mentorsPart } = columns;
  return policy.limits.flatMap((limit, at) => {
    const ofMentees = membersOf(mentees, limit.mentees);
    const ofMentors = membersOf(mentors, limit.mentors);
    const group = (own: Partial<LimitGroup>): LimitGroup => bounded(limit, at, own, fixed);
    if (limit.each === undefined) return [group({ ...sideOf("mentees", ofMentees), ...sideOf("mentors", ofMentors) })];
    const isMentor = limit.each === "mentor";
    const [people, part, members, side] = isMentor
      ? [mentors, mentorsPart, ofMentors, "mentors" as const]
      : [mentees, menteesPart, ofMentees, "mentees" as const];
    const [others, otherMembers, otherSide] = isMentor
      ? [mentees, ofMentees, "mentees" as const]
      : [mentors, ofMentors, "mentors" as const];
    const parts = partsOf(others, otherMembers, limit.groupBy, otherSide);
    const each = Int32Array.from(members ?? people.keys()).filter((person) => part.refusedBy[person]!.length === 0);
    return Array.from(each).flatMap((person) =>
      parts.map((of) => group({ ...of, [side]: Int32Array.of(person), personId: people[person]!.id })),
    );
  });
}

/** Those who have one of the values in each field, ascending; `undefined` stands for everybody. */
export function membersOf(people: readonly Person[], filter: Filter | undefined): Int32Array | undefined {
  if (filter === undefined) return undefined;
  const wanted = Object.entries(filter).map(([field, values]) => [field, new Set<unknown>(values)] as const);
  const isMember = (person: Person): boolean =>
    wanted.every(([field, values]) => valuesOf(person, field).some((value) => values.has(value)));
  return Int32Array.from(people.keys()).filter((index) => isMember(people[index]!));
}

type OtherSide = "mentees" | "mentors";

const sideOf = (side: OtherSide, members: Int32Array | undefined): Partial<LimitGroup> =>
  members === undefined ? {} : { [side]: members };

/** The other side whole, or in its groups; the lists are shared by all people who have such a limit. */
function partsOf(
  people: readonly Person[],
  members: Int32Array | undefined,
  field: string | undefined,
  side: OtherSide,
): readonly Partial<LimitGroup>[] {
  if (field === undefined) return [sideOf(side, members)];
  const byValue = new Map<GroupValue, number[]>();
  for (const index of members ?? people.keys()) {
    for (const value of new Set(valuesOf(people[index]!, field) as readonly GroupValue[])) {
      const same = byValue.get(value);
      if (same === undefined) byValue.set(value, [index]);
      else same.push(index);
    }
  }
  return [...byValue]
    .sort(([a], [b]) => byCodeUnit(String(a), String(b)) || byCodeUnit(typeof a, typeof b))
    .map(([group, indices]) => ({ group, ...sideOf(side, Int32Array.from(indices)) }));
}

/** What decided pairs leave: standing ones may be too many, and then nothing more is allowed; a lock never bends a limit. */
function bounded(limit: PolicyLimit, at: number, own: Partial<LimitGroup>, { pairs }: Fixed): LimitGroup {
  const { id, atLeast = 0, atMost = Number.POSITIVE_INFINITY } = limit;
  const counted = pairs.filter((pair) => isCounted(own, pair));
  const used = counted.length;
  const locked = counted.filter(({ origin }) => origin === "locked").length;
  const left = atMost - used;
  return {
    ...own,
    at,
    id,
    least: Math.max(0, atLeast - used),
    most: locked > 0 ? left : Math.max(0, left),
    used,
    locked,
  };
}

function isCounted({ mentees, mentors }: Partial<LimitGroup>, { mentee, mentor }: FixedPair): boolean {
  // Somebody's own limit names one mentor or mentee, and there are many such limits: the mentor is asked about first.
  return (mentors?.includes(mentor) ?? true) && (mentees?.includes(mentee) ?? true);
}
