/** A made-up cohort of trainees across a region: distances, appraisers and supervisors old and new, exams, and pairs that stand. */
import { chance, type Draw, make } from "../../cohort/draws.js";
import type { Location, Mentee, Mentor, Person, Pool, Relation } from "../../types.js";
import { dayIn, earlierPairs, madeUp, mostly, pick, seeded, several } from "./made-up.js";

/**
 * 200 mentees and 90 mentors of an HEE scheme on 1 September 2026. Nobody in it exists, and it holds no equality data.
 *
 * @param seed - an integer, 0 … 4 294 967 295; the same seed makes the same cohort on every machine
 * @throws InputError if the seed is out of its range
 * @example
 * ```ts
 * import { match } from "mentor-match";
 * import { hee, heeCohort } from "mentor-match/schemes";
 *
 * match(heeCohort(), hee).status; // => "proved"
 * ```
 */
export function heeCohort(seed = 1): Pool {
  const draw = seeded(seed);
  const mentors = make(90, (index) => mentor(person("mentor", index, draw), draw));
  const mentees = make(200, (index) => mentee(person("mentee", index, draw), mentors, draw));
  const pairs = earlierPairs(mentees, mentors, suits, EARLIER, draw);
  const moved = pairs[0]!;
  return {
    asOf: "2026-09-01",
    mentees,
    mentors,
    pairs,
    locks: [],
    forbids: [],
    overrides: [],
    reportingLines: [],
    relations: [
      ...mentees.filter((_, index) => index % 9 === 4).map(({ id }): Relation => formerly(id, pick(mentors, draw).id)),
      // Who changed post in August, and has a supervisor now who has been the mentor since January.
      { person: moved.menteeId, kind: "supervisor", other: moved.mentorId, from: "2026-08-05" },
    ],
  };
}

/** A supervisor of last year's post. */
const formerly = (person: string, other: string): Relation => {
  return { person, kind: "supervisor", other, from: "2025-08-06", until: "2026-08-04" };
};

/** Hospitals of the region, under names that none has. */
const TRUSTS: readonly { readonly organisation: string; readonly location: Location }[] = [
  [52.62, 1.22],
  [52.18, 0.14],
  [52.06, 1.2],
  [51.91, 0.9],
  [52.14, -0.47],
  [52.58, -0.28],
  [51.89, -0.47],
  [52.76, 0.44],
  [51.77, 0.09],
  [51.55, 0.69],
  [52.57, 1.72],
  [52.23, 0.71],
].map(([latitude, longitude], index) => {
  return { organisation: `Trust ${"ABCDEFGHIJKL"[index]}`, location: { latitude: latitude!, longitude: longitude! } };
});

/** Professions, with the grades of mentees and mentors; doctors are commoner. */
const DOCTOR = {
  profession: "medicine",
  mentee: ["Foundation doctor", "Core trainee", "Specialty registrar"],
  mentor: ["Specialty registrar", "Consultant", "Consultant"],
  specialties: ["anaesthetics", "general practice", "paediatrics", "psychiatry", "surgery"],
};
const PHARMACIST = {
  profession: "pharmacy",
  mentee: ["Pharmacist"],
  mentor: ["Lead pharmacist"],
  specialties: ["clinical pharmacy", "community pharmacy"],
};
const PROFESSIONS = [DOCTOR, DOCTOR, DOCTOR, PHARMACIST];

const AREAS = ["exams", "career choice", "well-being", "research", "returning to work", "leadership"];
const INTERESTS = ["running", "choir", "chess", "gardening", "cycling", "cinema", "cooking", "football"];

function person(role: "mentee" | "mentor", index: number, draw: Draw): Person {
  const { organisation, location } = pick(TRUSTS, draw);
  const { profession, specialties, [role]: grades } = pick(PROFESSIONS, draw);
  const near = { latitude: beside(location.latitude, draw), longitude: beside(location.longitude, draw) };
  const setting = chance(70, draw) ? "hospital" : "community";
  return {
    ...madeUp(role, index),
    profession,
    grade: pick(grades, draw),
    ...mostly(97, { organisation }, draw),
    ...mostly(96, { location: near }, draw),
    ...mostly(94, { modes: pick(MODES, draw) }, draw),
    ...mostly(96, { optedIn: true }, draw),
    ...mostly(85, { interests: several(INTERESTS, 1, 4, draw) }, draw),
    attributes: { setting, ...mostly(93, { specialty: pick(specialties, draw) }, draw), ...training(role, draw) },
  };
}

/** Within some eleven kilometres of the hospital, to a hundredth of a degree. */
const beside = (degrees: number, draw: Draw): number => Math.round(degrees * 100 + draw(21) - 10) / 100;

const MODES = [["in-person"], ["in-person"], ["in-person", "online"], ["in-person", "online"], ["online"]];

const training = (role: "mentee" | "mentor", draw: Draw): { postgraduateTraining?: boolean } =>
  role === "mentee" ? {} : mostly(95, { postgraduateTraining: !chance(5, draw) }, draw);

function mentee(one: Person, mentors: readonly Mentor[], draw: Draw): Mentee {
  const peers = mentors.filter(({ profession }) => profession === one.profession).map(({ id }) => id);
  const nearby = mentors.filter(({ organisation }) => organisation === one.organisation).map(({ id }) => id);
  const assessors = (): string[] => [chance(60, draw) ? pick([...nearby, ...peers], draw) : pick(peers, draw)];
  return {
    ...one,
    waitingSince: dayIn(["2026-04", "2026-05", "2026-06", "2026-07", "2026-08"], draw),
    ...mostly(80, { appraisers: [...assessors(), ...assessors()] }, draw),
    ...mostly(85, { supervisors: assessors() }, draw),
    ...mostly(60, { maxDistanceKm: 20 + 10 * draw(6) }, draw),
    ...mostly(55, { nominations: several(peers, 1, 3, draw) }, draw),
    ...mostly(85, { seeks: several(AREAS, 1, 3, draw) }, draw),
    // Exams or a new post.
    ...mostly(25, { tier: 1 }, draw),
    ...mostly(2, { hold: { from: "2026-08-15" } }, draw),
    ...mostly(2, { away: { from: "2026-06-01", until: "2026-12-31" } }, draw),
    ...mostly(1, { withdrawn: "2026-08-20" }, draw),
  };
}

function mentor(one: Person, draw: Draw): Mentor {
  return {
    ...one,
    ...mostly(95, { trained: !chance(4, draw) }, draw),
    ...mostly(96, { approved: !chance(3, draw) }, draw),
    ...mostly(92, { offers: several(AREAS, 2, 4, draw) }, draw),
    ...mostly(45, { capacity: 2 + Math.min(draw(3), draw(3)) }, draw),
    ...mostly(80, { mentoringExperience: Math.min(draw(7), draw(7)) }, draw),
  };
}

const EARLIER = [
  ...make(18, () => ({ status: "agreed" as const, since: "2026-01-12" })),
  ...make(4, () => ({ status: "accepted" as const, since: "2026-08-24" })),
  ...make(12, () => ({ status: "completed" as const, since: "2025-01-13", until: "2026-01-12" })),
  ...make(5, () => ({ status: "ended-early" as const, since: "2025-09-01", until: "2026-02-15" })),
  ...make(4, () => ({ status: "dissolved" as const, since: "2026-01-12", until: "2026-05-30" })),
];

/** Whether a pair might have been made: one profession, two hospitals, and neither stands over the other. */
const suits = (one: Mentee, other: Mentor): boolean =>
  one.profession === other.profession &&
  one.organisation !== other.organisation &&
  other.trained === true &&
  one.withdrawn === undefined &&
  ![...(one.appraisers ?? []), ...(one.supervisors ?? [])].includes(other.id);
