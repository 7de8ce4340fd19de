/** A made-up cohort of a university division, with what such data is like: joint posts, circles, gaps and people in both roles. */
import { chance, type Draw, make } from "../../cohort/draws.js";
import type { Mentee, Mentor, Person, Pool, ReportingLine } from "../../types.js";
import { dayIn, earlierPairs, madeUp, mostly, pick, seeded, several } from "./made-up.js";

/**
 * About 120 mentees and 80 mentors of a PaLS scheme on 1 October 2026. Nobody in it exists.
 *
 * @param seed - an integer, 0 … 4 294 967 295; the same seed makes the same cohort on every machine
 * @throws InputError if the seed is out of its range
 * @example
 * ```ts
 * import { match } from "mentor-match";
 * import { pals, palsCohort } from "mentor-match/schemes";
 *
 * match(palsCohort(), pals).status; // => "proved"
 * ```
 */
export function palsCohort(seed = 1): Pool {
  const draw = seeded(seed);
  const staff = KINDS.flatMap(({ kind, people }) => make(people, (index) => newcomer(kind, index, draw)));
  const records = new Map(staff.map((one) => [one.id, person(one, staff, draw)]));
  const asked = (role: "mentees" | "mentors"): Person[] =>
    KINDS.flatMap(({ kind, [role]: list }) => list.map((index) => records.get(madeUp(kind, index).id)!));
  const mentorIds = asked("mentors").map(({ id }) => id);
  const mentees = asked("mentees").map((one) => mentee(one, mentorIds, draw));
  const mentors = asked("mentors").map((one) => mentor(one, draw));
  return {
    asOf: "2026-10-01",
    mentees,
    mentors,
    pairs: earlierPairs(mentees.slice(LEAST_PAIRED), mentors, suits, EARLIER, draw),
    locks: [],
    forbids: [
      { menteeId: mentees[40]!.id, mentorId: mentors[60]!.id, by: "coordinator", reason: "asked for in confidence" },
    ],
    overrides: [],
    reportingLines: outsideLines(),
  };
}

const DEPARTMENTS = [
  "Anthropology",
  "Economics",
  "Geography",
  "History",
  "Law",
  "Linguistics",
  "Psychology",
  "Sociology",
];

const AREAS = [
  "promotion",
  "grants",
  "CV",
  "work–life balance",
  "teaching",
  "publishing",
  "leadership",
  "leaving academia",
];

const range = (from: number, until: number): number[] => make(until - from, (index) => from + index);

/** How many there are of each, and which of them ask or offer; those in both lists do both. Lowest step first. */
const KINDS = [
  { kind: "newstudent", step: 0, people: 10, mentees: range(0, 10), mentors: [] },
  { kind: "student", step: 1, people: 28, mentees: range(0, 28), mentors: [5, 17] },
  { kind: "postdoc", step: 2, people: 40, mentees: range(0, 34), mentors: range(24, 40) },
  { kind: "lecturer", step: 3, people: 40, mentees: range(0, 28), mentors: range(14, 40) },
  { kind: "reader", step: 4, people: 26, mentees: range(0, 14), mentors: range(6, 24) },
  { kind: "professor", step: 5, people: 24, mentees: range(0, 6), mentors: range(4, 22) },
] as const satisfies readonly { readonly [field: string]: unknown }[];

/** What each step is called, the commonest name first. */
const GRADES = [
  ["PhD student before upgrade"],
  ["PhD student"],
  ["Postdoc", "Postdoc", "Research Fellow"],
  ["Lecturer"],
  ["Associate Professor", "Senior Lecturer"],
  ["Professor"],
];

/** What is true of somebody, whether or not their record says so. */
interface Newcomer {
  readonly id: string;
  readonly kind: string;
  readonly index: number;
  readonly step: number;
  readonly department: string;
}

function newcomer(kind: string, index: number, draw: Draw): Newcomer {
  const step = KINDS.findIndex((one) => one.kind === kind);
  return { id: madeUp(kind, index).id, kind, index, step, department: pick(DEPARTMENTS, draw) };
}

/** The record of somebody, whichever their role. */
function person(one: Newcomer, staff: readonly Newcomer[], draw: Draw): Person {
  const { kind, index, step, department } = one;
  // One visitor has a grade that is on no ladder, and every fiftieth department is misspelt.
  const grade = kind === "lecturer" && index === 39 ? "Visiting Lecturer" : pick(GRADES[step]!, draw);
  const spelt = chance(2, draw) ? `${department.slice(0, -1)}${department.slice(-1).repeat(2)}` : department;
  const joint = chance(6, draw)
    ? [
        department,
        pick(
          DEPARTMENTS.filter((other) => other !== department),
          draw,
        ),
      ]
    : spelt;
  const years = [1, 2, 5, 9, 15, 22][step]! + draw(6);
  return {
    ...madeUp(kind, index),
    ...mostly(98, { grade }, draw),
    ...mostly(98, { department: joint }, draw),
    ...mostly(93, { experienceYears: years }, draw),
    ...mostly(6, { conflicts: [pick(staff, draw).id] }, draw),
    ...above(one, staff, draw),
  };
}

/** Who stands above somebody: supervisors of students, and line managers of all others, a few of them in other departments. */
function above({ id, kind, step, department }: Newcomer, staff: readonly Newcomer[], draw: Draw): Partial<Person> {
  const elsewhere = chance(25, draw);
  const seniors = staff.filter(
    (other) => other.step > Math.max(step, 2) && (elsewhere || other.department === department),
  );
  if (step < 2) {
    const supervisors = several(seniors.map((other) => other.id).concat(HEADS), 1, 2, draw);
    return { supervisors, ...mostly(85, { lineManager: null }, draw) };
  }
  // Two manage themselves, and the first three readers each other in a circle.
  if (id === "professor-003" || id === "professor-009") return { lineManager: id };
  const circle = ["reader-001", "reader-002", "reader-003"].indexOf(id);
  if (kind === "reader" && circle >= 0) return { lineManager: madeUp("reader", (circle + 1) % 3).id };
  const head = HEADS[DEPARTMENTS.indexOf(department)]!;
  const manager = seniors.length === 0 || step === 5 ? head : pick([...seniors.map((other) => other.id), head], draw);
  return mostly(92, { lineManager: manager }, draw);
}

/** Heads of departments, who take no part. */
const HEADS = DEPARTMENTS.map((_, index) => madeUp("head", index).id);

/** They report to two deans. */
const outsideLines = (): ReportingLine[] =>
  HEADS.map((head, index) => ({ person: head, manager: madeUp("dean", index % 2).id }));

function mentee(one: Person, mentorIds: readonly string[], draw: Draw): Mentee {
  return {
    ...one,
    ...mostly(97, { optedIn: true }, draw),
    ...mostly(92, { seeks: several(AREAS, 1, 4, draw) }, draw),
    ...mostly(45, { gapPreference: pick(["near-peer", "broad", "none"] as const, draw) }, draw),
    ...mostly(40, { waitingSince: dayIn(["2026-04", "2026-06", "2026-07", "2026-08", "2026-09"], draw) }, draw),
    ...mostly(
      5,
      {
        avoid: [
          pick(
            mentorIds.filter((id) => id !== one.id),
            draw,
          ),
        ],
      },
      draw,
    ),
  };
}

/** One in five takes two, and a few take three or nobody this year. */
function mentor(one: Person, draw: Draw): Mentor {
  const capacity = pick([0, 2, 2, 2, 2, 2, 3], draw);
  return {
    ...one,
    ...mostly(98, { optedIn: true }, draw),
    ...mostly(94, { offers: several(AREAS, 2, 5, draw) }, draw),
    ...mostly(30, { capacity }, draw),
  };
}

/** What became of earlier pairs; students before their upgrade had none. */
const LEAST_PAIRED = 10;
const EARLIER = [
  ...make(6, () => ({ status: "agreed" as const, since: "2026-01-15" })),
  ...make(2, () => ({ status: "met" as const, since: "2026-09-01" })),
  ...make(9, () => ({ status: "completed" as const, since: "2025-10-01", until: "2026-09-30" })),
  ...make(3, () => ({ status: "dissolved" as const, since: "2026-01-15", until: "2026-06-30" })),
  ...make(2, () => ({ status: "declined" as const, since: "2026-05-01", until: "2026-05-20" })),
];

const stepOf = ({ grade }: Person): number => GRADES.findIndex((names) => grade !== undefined && names.includes(grade));

/** Whether a pair might have been made: a step below, and in another department. */
const suits = (one: Person, other: Person): boolean =>
  stepOf(one) >= 0 && stepOf(other) > stepOf(one) && [one.department].flat()[0] !== [other.department].flat()[0];
