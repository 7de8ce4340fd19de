/** What a column can hold: the fields of people, and a few that a sheet has instead. */
import type { Mentee, Mentor } from "../types.js";

/** How the cells of a field are read. */
export type Kind =
  | "text"
  | "texts"
  | "number"
  | "yes-no"
  | "day"
  /** one other person */
  | "person"
  /** other people */
  | "people"
  /** a time zone's name, which becomes hours east of UTC */
  | "zone"
  /** mentee, mentor or both */
  | "role"
  /** part of who somebody is: id, address or name */
  | "identity";

/** Fields with parts, each of which is a column; posts are lists of such, and have a sheet of their own. */
type Parted = "location" | "hold" | "away" | "posts" | "attributes" | "matters";

/** Complete: a new field of a person does not compile until it stands here. */
const WHOLE: { readonly [F in Exclude<keyof Mentee | keyof Mentor, Parted>]-?: Kind } = {
  id: "identity",
  name: "identity",
  email: "identity",
  organisation: "text",
  department: "text",
  grade: "text",
  experienceYears: "number",
  jobRole: "text",
  profession: "text",
  country: "text",
  utcOffsetHours: "number",
  languages: "texts",
  modes: "texts",
  lineManager: "person",
  appraisers: "people",
  supervisors: "people",
  conflicts: "people",
  interests: "texts",
  optedIn: "yes-no",
  trained: "yes-no",
  approved: "yes-no",
  nominations: "people",
  avoid: "people",
  waitingSince: "day",
  withdrawn: "day",
  tier: "number",
  willingToMove: "yes-no",
  seeks: "texts",
  demand: "number",
  maxDistanceKm: "number",
  gapPreference: "text",
  offers: "texts",
  capacity: "number",
  minimum: "number",
  mentoringExperience: "number",
};

const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...(Object.entries(WHOLE) as [string, Kind][]),
  ["firstName", "identity"],
  ["lastName", "identity"],
  ["role", "role"],
  ["areas", "texts"],
  ["timeZone", "zone"],
  ["location.latitude", "number"],
  ["location.longitude", "number"],
  // Without days of their own they last until somebody says otherwise.
  ["hold", "yes-no"],
  ["away", "yes-no"],
  ["hold.from", "day"],
  ["hold.until", "day"],
  ["away.from", "day"],
  ["away.until", "day"],
]);

/** How the cells of a field are read; `undefined` where there is no such field. */
export function kindOf(field: string): Kind | undefined {
  if (/^attributes\../su.test(field)) return "text";
  if (/^matters\../su.test(field)) return "number";
  return KINDS.get(field);
}

/** Every field by name; the parts of `attributes` and `matters` have any name. */
export const SHEET_FIELDS: readonly string[] = [...KINDS.keys()];

const OF_MENTEES: readonly string[] = ["seeks", "demand", "maxDistanceKm", "gapPreference"];
const OF_MENTORS: readonly string[] = ["offers", "capacity", "minimum", "mentoringExperience"];

export type Role = "mentee" | "mentor";

/** Whether people in this role have the field. */
export function hasField(role: Role, field: string): boolean {
  if (role === "mentee") return !OF_MENTORS.includes(field);
  return !OF_MENTEES.includes(field) && !field.startsWith("matters.");
}

/** The field of a person that a column stands for: "areas" are sought by mentees and offered by mentors. */
export function fieldIn(role: Role, field: string): string {
  if (field === "areas") return role === "mentee" ? "seeks" : "offers";
  return field === "timeZone" ? "utcOffsetHours" : field;
}
