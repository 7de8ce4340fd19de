/**
 * Made-up cohorts of any size, for trying things out and for measuring. Nobody in them exists.
 *
 * @module
 */
import * as z from "zod/mini";
import { chance, type Draw, draws, make, popular } from "./cohort/draws.js";
import { type CohortPolicy, cohortPolicy, LADDER } from "./cohort/policy.js";
import { guarded, read, record, showText } from "./door.js";
import { InputError } from "./errors.js";
import type { Mentee, Mentor, Person, ReportingLine } from "./types.js";

/** How large a cohort is to be, and which of all cohorts of that size. */
export interface CohortOptions {
  /** how many mentees are made: an integer of 0 … 1 000 000 */
  readonly mentees: number;
  /** how many mentors are made: an integer of 0 … 1 000 000 */
  readonly mentors: number;
  /** an integer, 0 … 4 294 967 295; the same seed makes the same cohort on every machine */
  readonly seed: number;
  /** what makes it easier or harder to match; the defaults of its fields unless given */
  readonly shape?: CohortShape;
}

/** What makes a cohort easier or harder to match. */
export interface CohortShape {
  /** how many departments there are: 1 … 1000; 12 unless given */
  readonly departments?: number;
  /** how many areas of help there are, and how many interests: 5 … 1000; 24 unless given */
  readonly areas?: number;
  /** places for every 100 mentees, at most: 0 … 400; 90 unless given, so that places are scarce */
  readonly placesPercent?: number;
}

export type { CohortPolicy } from "./cohort/policy.js";

/** Plain data, ready for `match(pool, policy)` or for a file. */
export interface Cohort {
  /** made-up people, before any pair was made */
  readonly pool: {
    /** as many as asked for; one in 20 of the smaller list is in both, with one id */
    readonly mentees: readonly Mentee[];
    /** as many as asked for, with places for 0 … 4 mentees each */
    readonly mentors: readonly Mentor[];
    /** to whom the managers outside the pool report */
    readonly reportingLines: readonly ReportingLine[];
  };
  /** the same scheme for every cohort, a new object each time */
  readonly policy: CohortPolicy;
}

/**
 * Makes a cohort shaped like those of mentoring schemes: eight grades, departments, line managers in the pool and outside
 * it, scarce places, some people in both roles, some who did not opt in, and some facts missing.
 *
 * @throws InputError if an option is out of its range
 * @remarks O(mentees + mentors), in time and memory
 * @example
 * ```ts
 * const { pool, policy } = syntheticCohort({ mentees: 200, mentors: 120, seed: 1 });
 * ```
 */
export function syntheticCohort(options: CohortOptions): Cohort {
  const size = parseOptions(options);
  const draw = draws(size.seed);
  const both = make(Math.floor(Math.min(size.mentees, size.mentors) / 20), (index) =>
    newcomer("both", index, size, draw),
  );
  const onlyMentees = make(size.mentees - both.length, (index) => newcomer("mentee", index, size, draw));
  const onlyMentors = make(size.mentors - both.length, (index) => newcomer("mentor", index, size, draw));
  const seniors = byDepartment([...onlyMentors, ...both], size.departments);
  const asPerson = (one: Newcomer) => person(one, seniors, size, draw);
  // Who is in both roles has one record, which both lists extend; conflicts are kept out of it.
  const inBothRoles = both.map(asPerson);
  const conflicting = onlyMentors.map(({ id }) => id);
  const place = places(size, draw);
  return {
    pool: {
      mentees: [
        ...onlyMentees.map((one) => mentee(asPerson(one), conflicting, size, draw)),
        ...inBothRoles.map((one) => mentee(one, [], size, draw)),
      ],
      mentors: [...onlyMentors.map(asPerson), ...inBothRoles].map((one) => mentor(one, place(), size, draw)),
      reportingLines: outsideLines(size),
    },
    policy: cohortPolicy(),
  };
}

const count = z.int().check(z.gte(0), z.lte(1_000_000));

const optionsSchema = record({
  mentees: count,
  mentors: count,
  seed: z.int().check(z.gte(0), z.lte(0xffffffff)),
  shape: z._default(
    record({
      departments: z._default(z.int().check(z.gte(1), z.lte(1000)), 12),
      areas: z._default(z.int().check(z.gte(5), z.lte(1000)), 24),
      placesPercent: z._default(z.int().check(z.gte(0), z.lte(400)), 90),
    }),
    { departments: 12, areas: 24, placesPercent: 90 },
  ),
});

/** What is to be made, with every default filled in. */
interface Size extends Required<CohortShape> {
  readonly mentees: number;
  readonly mentors: number;
  readonly seed: number;
  /** managers of each department who are not in the pool */
  readonly outsideManagers: number;
  readonly names: { readonly department: string[]; readonly area: string[]; readonly interest: string[] };
}

function parseOptions(options: CohortOptions): Size {
  const result = guarded("cohort options", options, () => read(optionsSchema, options, [], showText));
  if ("issues" in result) throw new InputError("cohort options", result.issues, result.count);
  const { shape, ...rest } = result.value;
  return {
    ...rest,
    ...shape,
    outsideManagers: Math.ceil((rest.mentees + rest.mentors) / (20 * shape.departments)),
    names: {
      department: make(shape.departments, (index) => `Department ${index + 1}`),
      area: make(shape.areas, (index) => `area ${index + 1}`),
      interest: make(shape.areas, (index) => `interest ${index + 1}`),
    },
  };
}

/** What is true of somebody, whether or not their record says so. Departments and steps count from 0. */
interface Newcomer {
  readonly id: string;
  readonly name: string;
  readonly department: number;
  readonly step: number;
}

const TITLES = { mentee: "Mentee", mentor: "Mentor", both: "Both" } as const;

function newcomer(kind: keyof typeof TITLES, index: number, { departments }: Size, draw: Draw): Newcomer {
  // Mentees crowd on the lower steps, mentors on the upper ones, people in both roles between them; they overlap.
  const low = Math.min(draw(6), draw(6));
  const step = kind === "mentee" ? low : kind === "mentor" ? 7 - low : 2 + draw(4);
  return {
    id: numbered(kind, index),
    name: `${TITLES[kind]} ${index + 1}`,
    department: Math.min(draw(departments), draw(departments)),
    step,
  };
}

/** `"mentee-0007"` */
const numbered = (kind: string, index: number): string => `${kind}-${String(index + 1).padStart(4, "0")}`;

/** Those who can manage somebody, department by department. */
function byDepartment(people: readonly Newcomer[], departments: number): readonly (readonly Newcomer[])[] {
  const groups: Newcomer[][] = make(departments, () => []);
  for (const one of people) groups[one.department]!.push(one);
  return groups;
}

/** A record while it is being filled: at a million people, filling one is much faster than spreading several. */
type Draft<T> = { -readonly [F in keyof T]: T[F] };

/** The record of somebody, whichever their role; a few facts are left out. */
function person(one: Newcomer, seniors: readonly (readonly Newcomer[])[], size: Size, draw: Draw): Person {
  const record: Draft<Person> = { id: one.id, name: one.name, optedIn: !chance(6, draw) };
  if (!chance(4, draw)) record.grade = LADDER[one.step]!;
  if (!chance(4, draw)) record.department = size.names.department[one.department]!;
  if (!chance(10, draw)) record.lineManager = lineManagerOf(one, seniors, size, draw);
  if (!chance(10, draw)) record.interests = several(size.names.interest, draw);
  return record;
}

/** A mentor of the same department on a higher step, so that no line is a circle; or somebody outside. */
function lineManagerOf(one: Newcomer, seniors: readonly (readonly Newcomer[])[], size: Size, draw: Draw): string {
  const colleagues = seniors[one.department]!;
  const candidate = colleagues[draw(colleagues.length)];
  if (candidate !== undefined && candidate.step > one.step && chance(70, draw)) return candidate.id;
  return numbered("manager", one.department * size.outsideManagers + draw(size.outsideManagers));
}

/** Managers outside the pool report to the director of their department. */
const outsideLines = ({ departments, outsideManagers }: Size): ReportingLine[] =>
  make(departments * outsideManagers, (index) => ({
    person: numbered("manager", index),
    manager: numbered("director", Math.floor(index / outsideManagers)),
  }));

/** A mentee; `conflicting` are ids of whom a few have a conflict with one. */
function mentee(one: Person, conflicting: readonly string[], size: Size, draw: Draw): Mentee {
  const record: Draft<Mentee> = { ...one };
  if (conflicting.length > 0 && chance(3, draw)) record.conflicts = [conflicting[draw(conflicting.length)]!];
  if (!chance(8, draw)) record.seeks = several(size.names.area, draw);
  if (chance(30, draw)) record.gapPreference = (["near-peer", "broad", "none"] as const)[draw(3)]!;
  return record;
}

function mentor(one: Person, capacity: number, size: Size, draw: Draw): Mentor {
  return { ...one, capacity, ...(chance(4, draw) ? {} : { offers: several(size.names.area, draw) }) };
}

/** Draws capacities from 0 to 4 that come to `placesPercent` of the mentees at most. */
function places({ mentees, mentors, placesPercent }: Size, draw: Draw): () => number {
  let left = Math.floor((mentees * placesPercent) / 100);
  // Four tries a mentor; where mentors are few, some of them take one and a few nobody.
  const percent = Math.min(75, Math.ceil((left * 100) / (4 * Math.max(1, mentors))));
  return () => {
    let capacity = 0;
    for (let attempt = 0; attempt < 4; attempt++) if (chance(percent, draw) && capacity < left) capacity++;
    left -= capacity;
    return capacity;
  };
}

/** Two to five different names; those that stand early are popular. */
const several = (names: readonly string[], draw: Draw): string[] => popular(names, 2 + draw(4), draw);
