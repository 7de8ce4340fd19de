/** A made-up cohort of an international scheme: twelve countries, their clocks and languages, and requests over six months. */
import { chance, type Draw, make } from "../../cohort/draws.js";
import type { Mentee, Mentor, Person, Pool } from "../../types.js";
import { dayIn, earlierPairs, madeUp, mostly, pick, seeded, several } from "./made-up.js";

/**
 * 60 mentees and 40 mentors of an LMIC scheme on 1 April 2023. Nobody in it exists.
 *
 * @param seed - an integer, 0 … 4 294 967 295; the same seed makes the same cohort on every machine
 * @throws InputError if the seed is out of its range
 * @example
 * ```ts
 * import { match } from "mentor-match";
 * import { lmic, lmicCohort } from "mentor-match/schemes";
 *
 * match(lmicCohort(), lmic).status; // => "proved"
 * ```
 */
export function lmicCohort(seed = 1): Pool {
  const draw = seeded(seed);
  const mentors = make(40, (index) => mentor(person("mentor", index, draw), draw));
  const mentees = make(60, (index) => mentee(person("mentee", index, draw), mentors, draw));
  const pairs = earlierPairs(mentees, mentors, suits, EARLIER, draw);
  const [first, second] = [mentees[50]!.id, mentees[51]!.id];
  return {
    asOf: "2023-04-01",
    mentees,
    mentors,
    pairs,
    locks: [],
    forbids: [],
    overrides: [],
    reportingLines: [],
    // A job application that was found out at a first meeting, and one that is over.
    relations: [
      { person: first, kind: "conflict", other: mentors[5]!.id, from: "2023-02-10" },
      { person: second, kind: "conflict", other: mentors[6]!.id, from: "2022-09-01", until: "2022-12-31" },
    ],
  };
}

interface Country {
  readonly country: string;
  readonly utcOffsetHours: number;
  readonly languages: readonly string[];
}

const COUNTRIES: readonly Country[] = [
  { country: "Kenya", utcOffsetHours: 3, languages: ["English", "Swahili"] },
  { country: "Uganda", utcOffsetHours: 3, languages: ["English"] },
  { country: "South Africa", utcOffsetHours: 2, languages: ["English"] },
  { country: "Malawi", utcOffsetHours: 2, languages: ["English"] },
  { country: "Nigeria", utcOffsetHours: 1, languages: ["English"] },
  { country: "Ghana", utcOffsetHours: 0, languages: ["English", "French"] },
  { country: "Senegal", utcOffsetHours: 0, languages: ["French"] },
  { country: "Burkina Faso", utcOffsetHours: 0, languages: ["French"] },
  { country: "India", utcOffsetHours: 5.5, languages: ["English", "Hindi"] },
  { country: "Nepal", utcOffsetHours: 5.75, languages: ["English"] },
  { country: "Vietnam", utcOffsetHours: 7, languages: ["English", "Vietnamese"] },
  { country: "Peru", utcOffsetHours: -5, languages: ["Spanish", "English"] },
];

/** A role, and its grades from the lowest step up. */
const ROLES = [
  {
    jobRole: "trial management",
    grades: ["Trial assistant", "Trial coordinator", "Trial manager", "Senior trial manager"],
  },
  { jobRole: "data management", grades: ["Junior data manager", "Data manager", "Data manager", "Head of trials"] },
  { jobRole: "statistics", grades: ["Junior data manager", "Data manager", "Statistician", "Senior statistician"] },
  {
    jobRole: "nursing",
    grades: ["Trial assistant", "Research nurse", "Senior research nurse", "Principal investigator"],
  },
];

const AREAS = [
  "protocol writing",
  "data quality",
  "ethics approval",
  "sample size",
  "site monitoring",
  "grant writing",
  "leading a team",
  "publishing",
];

/** October to March. */
const MONTHS = ["2022-10", "2022-11", "2022-12", "2023-01", "2023-02", "2023-03"];

function person(kind: "mentee" | "mentor", index: number, draw: Draw): Person {
  const { country, utcOffsetHours, languages } = COUNTRIES[index % COUNTRIES.length]!;
  const { jobRole, grades } = pick(ROLES, draw);
  // Mentors stand higher, yet not always: being senior is the rule in the word's other sense.
  const step = kind === "mentee" ? draw(3) : 1 + draw(3);
  const unit = `Trial unit ${country} ${1 + draw(2)}`;
  return {
    ...madeUp(kind, index),
    country,
    jobRole,
    organisation: unit,
    ...mostly(97, { utcOffsetHours }, draw),
    ...mostly(96, { languages }, draw),
    ...mostly(95, { grade: grades[step]! }, draw),
    ...mostly(96, { optedIn: true }, draw),
    ...mostly(93, { trained: !chance(7, draw) }, draw),
  };
}

function mentee(one: Person, mentors: readonly Mentor[], draw: Draw): Mentee {
  const colleagues = mentors.filter(({ organisation }) => organisation === one.organisation);
  const manager = colleagues.length === 0 ? madeUp("manager", draw(9)).id : pick(colleagues, draw).id;
  // Which of the two should decide: the same job, or the area asked for.
  const matters = pick(
    [
      { "job-role": 3, "shared-areas": 0.5 },
      { "job-role": 0, "shared-areas": 2 },
    ],
    draw,
  );
  return {
    ...one,
    waitingSince: dayIn(MONTHS, draw),
    ...mostly(60, { lineManager: manager }, draw),
    ...mostly(90, { seeks: several(AREAS, 1, 3, draw) }, draw),
    ...mostly(50, { matters }, draw),
  };
}

function mentor(one: Person, draw: Draw): Mentor {
  const capacity = pick([0, 2, 2, 2, 3], draw);
  return {
    ...one,
    ...mostly(60, { waitingSince: dayIn(MONTHS, draw) }, draw),
    ...mostly(93, { offers: several(AREAS, 2, 4, draw) }, draw),
    ...mostly(25, { capacity }, draw),
  };
}

const EARLIER = [
  ...make(7, () => ({ status: "agreed" as const, since: "2022-12-05" })),
  ...make(3, () => ({ status: "proposed" as const, since: "2023-03-20" })),
  ...make(3, () => ({ status: "declined" as const, since: "2023-01-10", until: "2023-01-24" })),
  ...make(2, () => ({ status: "ended-early" as const, since: "2022-05-01", until: "2022-10-31" })),
];

/** Whether a pair might have been made: both trained, with a language in common and elsewhere. */
const suits = (one: Mentee, other: Mentor): boolean =>
  one.trained === true &&
  other.trained === true &&
  one.organisation !== other.organisation &&
  (one.languages ?? []).some((language) => other.languages?.includes(language));
