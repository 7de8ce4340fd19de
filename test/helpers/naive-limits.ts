/** Random limits of a policy, and what they mean in the plainest words. */
import { random } from "./problems.js";
import type { TinyPair, TinyPool } from "./tiny-pools.js";

/** What limits ask of a person. */
export interface Facts {
  readonly id: string;
  readonly department: string | readonly string[];
  readonly tier?: number;
  readonly attributes: { readonly site?: string; readonly day: boolean };
}

type Value = string | number | boolean;

export interface NaiveLimit {
  readonly id: string;
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly mentees?: { readonly [field: string]: Value | readonly Value[] };
  readonly mentors?: { readonly [field: string]: Value | readonly Value[] };
  readonly each?: "mentee" | "mentor";
  readonly groupBy?: string;
}

/** Facts for the people of a pool: some are in two departments, and of some the site is not known. */
export function withFacts<P extends { readonly id: string }>(people: readonly P[], seed: number): (P & Facts)[] {
  const next = random(seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  return people.map((person) => {
    const department = one(["Art", "Art", "Law", "Law", ["Art", "Law"], "Sea"] as const);
    const site = next() < 0.2 ? {} : { site: one(["N", "S"]) };
    return { ...person, department, attributes: { ...site, day: next() < 0.5 } };
  });
}

const FILTERS = [
  { department: "Art" },
  { department: ["Art", "Sea"] },
  { department: "Law", "attributes.day": true },
  { "attributes.site": "N" },
  { "attributes.day": [false] },
  { tier: 1 },
  { department: "Nowhere" },
] as const;

/** One to three limits, most of them of one side or for each person, so that they are nested as a rule. */
export function someLimits(seed: number): NaiveLimit[] {
  const next = random(seed);
  const below = (n: number): number => Math.floor(next() * n);
  const one = <T>(list: readonly T[]): T => list[below(list.length)]!;
  return Array.from({ length: 1 + below(3) }, (_, at): NaiveLimit => {
    const kind = below(8);
    const most = below(4);
    const bounds = one([{ atMost: most }, { atMost: most }, { atLeast: below(3) }, { atMost: most + 1, atLeast: 1 }]);
    const each = one(["mentee", "mentor"] as const);
    const groupBy = one(["department", "attributes.site", "attributes.day", "tier"]);
    const scope = one([{}, {}, {}, each === "mentor" ? { mentees: one(FILTERS) } : { mentors: one(FILTERS) }]);
    const own = { id: `${at}`, ...bounds };
    if (kind === 0) return own;
    if (kind < 3) return { ...own, mentees: one(FILTERS) };
    if (kind < 5) return { ...own, mentors: one(FILTERS) };
    if (kind < 7) return { ...own, each, groupBy, ...scope };
    return { ...own, each, ...scope };
  });
}

/** Whether a matching keeps a limit: group by group, each asked about all pairs. */
export function keeps(matching: readonly TinyPair[], limit: NaiveLimit, people: People): boolean {
  const { atMost = 99, atLeast = 0 } = limit;
  return groups(limit, people).every((isIn) => {
    const count = matching.filter(isIn).length;
    const standing = people.pairs.filter(isIn).length;
    // Standing pairs may be too many already; locks may not make them so.
    const most = people.locks.some(isIn) ? atMost : Math.max(atMost, standing);
    return count <= most && count >= atLeast;
  });
}

export interface People {
  readonly mentees: readonly Facts[];
  readonly mentors: readonly Facts[];
  readonly pairs: TinyPool["pairs"];
  /** pairs that are locked and do not stand */
  readonly locks: readonly TinyPair[];
}

function groups({ mentees, mentors, each, groupBy }: NaiveLimit, people: People): ((pair: TinyPair) => boolean)[] {
  const menteeOf = ({ menteeId }: TinyPair): Facts => people.mentees.find(({ id }) => id === menteeId)!;
  const mentorOf = ({ mentorId }: TinyPair): Facts => people.mentors.find(({ id }) => id === mentorId)!;
  const isIn = (pair: TinyPair): boolean => has(menteeOf(pair), mentees) && has(mentorOf(pair), mentors);
  if (each === undefined) return [isIn];
  const [own, other] = each === "mentor" ? [mentorOf, menteeOf] : [menteeOf, mentorOf];
  const [ones, others] =
    each === "mentor"
      ? [people.mentors.filter((person) => has(person, mentors)), people.mentees.filter((one) => has(one, mentees))]
      : [people.mentees.filter((person) => has(person, mentees)), people.mentors.filter((one) => has(one, mentors))];
  return ones.flatMap(({ id }) => {
    const isOwn = (pair: TinyPair): boolean => own(pair).id === id && isIn(pair);
    if (groupBy === undefined) return [isOwn];
    const values = new Set(others.flatMap((person) => valuesOf(person, groupBy)));
    return [...values].map(
      (value) => (pair: TinyPair) => isOwn(pair) && valuesOf(other(pair), groupBy).includes(value),
    );
  });
}

function has(person: Facts, filter: NaiveLimit["mentees"] = {}): boolean {
  return Object.entries(filter).every(([field, wanted]) =>
    valuesOf(person, field).some((value) => [wanted].flat().includes(value)),
  );
}

function valuesOf({ department, tier, attributes }: Facts, field: string): Value[] {
  const value = { department, tier, "attributes.site": attributes.site, "attributes.day": attributes.day }[field];
  return value === undefined ? [] : ([value].flat() as Value[]);
}
