/** A made-up cohort of 20 mentees and 25 mentors who have met, and who nominate each other. */
import { type Draw, make } from "../../cohort/draws.js";
import type { Mentee, Mentor, Person, Pool } from "../../types.js";
import { madeUp, mostly, pick, seeded, several } from "./made-up.js";

/**
 * 20 mentees and 25 mentors of an ACCELERATE scheme on 2 November 2020, after their event. Nobody in it exists.
 *
 * @param seed - an integer, 0 … 4 294 967 295; the same seed makes the same cohort on every machine
 * @throws InputError if the seed is out of its range
 * @example
 * ```ts
 * import { match } from "mentor-match";
 * import { accelerate, accelerateCohort } from "mentor-match/schemes";
 *
 * match(accelerateCohort(), accelerate).reserve.length; // => 5
 * ```
 */
export function accelerateCohort(seed = 1): Pool {
  const draw = seeded(seed);
  const menteeIds = make(20, (index) => madeUp("mentee", index).id);
  const mentorIds = make(25, (index) => madeUp("mentor", index).id);
  return {
    asOf: "2020-11-02",
    mentees: menteeIds.map((_, index) => mentee(person("mentee", index, draw), mentorIds, draw)),
    mentors: mentorIds.map((_, index) => mentor(person("mentor", index, draw), menteeIds, draw)),
    pairs: [],
    locks: [],
    forbids: [],
    overrides: [],
    reportingLines: [],
  };
}

/** Where people work, with their grades: those of mentees, lowest first, and then those of mentors. */
const PLACES = [
  {
    organisation: "University",
    mentee: ["PhD student", "Postdoc", "Lecturer"],
    mentor: ["Senior Lecturer", "Professor"],
  },
  {
    organisation: "Hospital",
    mentee: ["Specialty trainee", "Clinical Research Fellow", "Clinical Lecturer"],
    mentor: ["Consultant", "Clinical Director"],
  },
  {
    organisation: "Industry partner",
    mentee: ["Associate Scientist", "Scientist", "Senior Scientist"],
    mentor: ["Principal Scientist", "Vice President"],
  },
];

const AREAS = ["devices", "diagnostics", "digital health", "regulation", "spin-outs", "clinical trials", "funding"];

function person(role: "mentee" | "mentor", index: number, draw: Draw): Person {
  const place = pick(PLACES, draw);
  return {
    ...madeUp(role, index),
    organisation: place.organisation,
    grade: pick(place[role], draw),
    optedIn: true,
    attributes: { attended: ["launch", "masterclass"] },
  };
}

/** Some nominate nobody; the first mentors made an impression on many. */
function mentee(one: Person, mentorIds: readonly string[], draw: Draw): Mentee {
  return {
    ...one,
    ...mostly(85, { nominations: several(mentorIds, 2, 5, draw) }, draw),
    ...mostly(90, { seeks: several(AREAS, 1, 3, draw) }, draw),
    ...mostly(10, { conflicts: [pick(mentorIds, draw)] }, draw),
  };
}

function mentor(one: Person, menteeIds: readonly string[], draw: Draw): Mentor {
  return {
    ...one,
    ...mostly(80, { nominations: several(menteeIds, 1, 5, draw) }, draw),
    ...mostly(92, { offers: several(AREAS, 1, 4, draw) }, draw),
  };
}
