/** The fields of a mentee and of a mentor, and how each is read. */
import type { GapPreference, Mentee, Mentor, Person } from "../types.js";
import {
  attributes,
  day,
  flag,
  id,
  idList,
  integer,
  location,
  MOST_PLACES,
  multipliers,
  number,
  oneOf,
  oneOrMoreTexts,
  period,
  text,
  texts,
  wanted,
} from "./fields.js";
import { posts } from "./posts.js";
import { declared, type FieldTable, fieldsOf, optional, type Reader } from "./reading.js";

/** From here on, issues of this row carry the id. */
const ownId: Reader<string> = (value, reading) => {
  reading.id = id(value, reading);
  return reading.id;
};

const person: FieldTable<Person> = {
  id: ownId,
  name: optional(text),
  email: optional(text),
  organisation: optional(oneOrMoreTexts),
  department: optional(oneOrMoreTexts),
  grade: optional(text),
  experienceYears: optional(number(0)),
  jobRole: optional(text),
  profession: optional(text),
  country: optional(text),
  utcOffsetHours: optional(number(-14, 14)),
  languages: optional(texts),
  location: optional(location),
  modes: optional(texts),
  lineManager: declared(id),
  appraisers: declared(idList),
  supervisors: declared(idList),
  conflicts: declared(idList),
  interests: optional(texts),
  optedIn: optional(flag),
  trained: optional(flag),
  approved: optional(flag),
  nominations: optional(idList),
  avoid: optional(idList),
  waitingSince: optional(day),
  hold: optional(period),
  away: optional(period),
  withdrawn: optional(day),
  tier: optional(integer(1)),
  willingToMove: optional(flag),
  posts: optional(posts),
  attributes: optional(attributes),
};

const places = integer(0, MOST_PLACES);

export const menteeFields = fieldsOf<Mentee>({
  ...person,
  seeks: optional(texts),
  demand: optional(wanted),
  maxDistanceKm: optional(number(0)),
  gapPreference: optional(oneOf<GapPreference>(["near-peer", "broad", "none"])),
  matters: optional(multipliers),
});

export const mentorFields = fieldsOf<Mentor>({
  ...person,
  offers: optional(texts),
  capacity: optional(places),
  minimum: optional(places),
  mentoringExperience: optional(number(0)),
});

/** What belongs to a role, not to the person: it may differ between the two roles of one person. */
const PER_ROLE: ReadonlySet<keyof Person> = new Set<keyof Person>([
  "id",
  "nominations",
  "avoid",
  "optedIn",
  "trained",
  "approved",
  "waitingSince",
  "tier",
  "willingToMove",
]);

/** What one person has in both roles; attributes are compared one by one. */
export const SHARED_FACTS = (Object.keys(person) as (keyof Person)[]).filter(
  (field) => field !== "attributes" && !PER_ROLE.has(field),
);
