/** What each criterion means, one pair at a time, written from its description and without the criterion's columns. */
import type { CriterionContext } from "../../src/scoring/criterion.js";
import type { Mentee, Mentor, Person } from "../../src/types.js";
import { naiveClockHours, naiveMetres } from "./naive-measures.js";

export const MENTEE = -1;
export const MENTOR = -2;

/** The value of one pair: 0 … 1, or one of the two silences. */
export type Naive = (
  params: { readonly [name: string]: unknown },
  context: CriterionContext,
  mentee: Mentee,
  mentor: Mentor,
) => number;

/** By the criterion's JSON name. */
export const naiveCriteria: { readonly [name: string]: Naive } = {
  "shared-areas": (_params, _context, mentee, mentor) => share(mentee.seeks, mentor.offers),

  "shared-interests": (_params, _context, mentee, mentor) => share(mentee.interests, mentor.interests),

  "same-attribute": ({ attribute }, _context, mentee, mentor) => {
    const mine = attributeOf(mentee, attribute as string);
    const theirs = attributeOf(mentor, attribute as string);
    if (mine.length === 0) return MENTEE;
    if (theirs.length === 0) return MENTOR;
    return mine.some((value) => theirs.includes(value)) ? 1 : 0;
  },

  "seniority-gap": ({ ideal = 2 }, { ladder }, mentee, mentor) => {
    if (mentee.gapPreference === "none") return 0.5;
    const step = (person: Person) => ladder.findIndex((names) => names.includes(person.grade ?? ""));
    if (step(mentee) === -1) return MENTEE;
    if (step(mentor) === -1) return MENTOR;
    const gap = step(mentor) - step(mentee);
    const steps = Math.max(1, ladder.length - 1);
    if (mentee.gapPreference === "broad") return gap > 0 ? gap / steps : 0;
    const wanted = mentee.gapPreference === "near-peer" ? 1 : (ideal as number);
    const value = 1 - Math.abs(gap - wanted) / steps;
    return value > 0 ? value : 0;
  },

  "job-role": (_params, _context, { jobRole: mine }, { jobRole: theirs }) =>
    mine ? (theirs ? (mine === theirs ? 1 : 0) : MENTOR) : MENTEE,

  "experience-gap": ({ ideal = 10, within = 10 }, _context, { experienceYears: few }, { experienceYears: many }) => {
    if (few === undefined) return MENTEE;
    if (many === undefined) return MENTOR;
    const beside = Math.abs(many - few - (ideal as number));
    return beside < (within as number) ? 1 - beside / (within as number) : 0;
  },

  "shared-language": (_params, _context, mentee, mentor) => {
    const part = share(mentee.languages, mentor.languages);
    return part > 0 ? 1 : part;
  },

  "time-zone": ({ workingHours = 8 }, _context, { utcOffsetHours: one }, { utcOffsetHours: other }) => {
    if (one === undefined) return MENTEE;
    if (other === undefined) return MENTOR;
    const apart = naiveClockHours(one, other);
    return apart < (workingHours as number) ? ((workingHours as number) - apart) / (workingHours as number) : 0;
  },

  distance: ({ km = 100 }, _context, mentee, mentor) => {
    if (mentee.location === undefined) return MENTEE;
    const metres = naiveMetres(mentee, mentor);
    if (metres === undefined) return MENTOR;
    return metres < (km as number) * 1000 ? 1 - metres / ((km as number) * 1000) : 0;
  },

  "mentoring-experience": ({ enough = 1 }, _context, _mentee, { mentoringExperience: pairs }) =>
    pairs === undefined ? MENTOR : pairs >= (enough as number) ? 1 : pairs / (enough as number),

  nominations: ({ by = "mentee" }, _context, mentee, mentor) => {
    const hers = place(mentee, mentor.id);
    const his = place(mentor, mentee.id);
    if (by === "either") return Math.max(hers ?? 0, his ?? 0);
    if (by !== "mentor" && hers === undefined) return MENTEE;
    if (by !== "mentee" && his === undefined) return MENTOR;
    return by === "mentee" ? hers! : by === "mentor" ? his! : (hers! + his!) / 2;
  },

  "pair-scores": ({ scores, max }, _context, mentee, mentor) => {
    const rows = (scores as readonly unknown[]).map(rowOf);
    const row = rows.find(([menteeId, mentorId]) => menteeId === textOf(mentee.id) && mentorId === textOf(mentor.id));
    if (row === undefined || row[2] === 0) return 0;
    return (
      row[2] / ((max as number | undefined) ?? rows.reduce((most, [, , value]) => (value > most ? value : most), 0))
    );
  },
};

/** What a place in somebody's list is worth; nothing can be said without a list. */
function place({ nominations = [] }: Person, id: string): number | undefined {
  const list = nominations.filter((one, at) => nominations.indexOf(one) === at);
  const at = list.indexOf(id);
  return list.length === 0 ? undefined : at === -1 ? 0 : (list.length - at) / list.length;
}

/** Mentee's part of what both have; an empty text is no value. */
function share(wanted: readonly string[] = [], given: readonly string[] = []): number {
  const mine = new Set(wanted.filter((text) => text !== ""));
  const theirs = new Set(given.filter((text) => text !== ""));
  if (mine.size === 0) return MENTEE;
  if (theirs.size === 0) return MENTOR;
  return [...mine].filter((text) => theirs.has(text)).length / mine.size;
}

const FIELDS = ["department", "organisation", "jobRole", "languages", "experienceYears", "trained", "lineManager"];

/** The values under a name: of a field where the samples use one, otherwise of an attribute. */
function attributeOf(person: Person, name: string): unknown[] {
  const asAttribute = name.startsWith("attributes.") ? name.slice("attributes.".length) : name;
  const attributes = new Map<string, unknown>(Object.entries(person.attributes ?? {}));
  const value = FIELDS.includes(name) ? person[name as keyof Person] : attributes.get(asAttribute);
  return [value].flat().filter((one) => one !== undefined && one !== null && one !== "");
}

const textOf = (id: string): string => id.normalize("NFC").trim();

function rowOf(row: unknown): [string, string, number] {
  const [menteeId, mentorId, value] = (
    Array.isArray(row)
      ? row
      : [
          (row as { menteeId: string }).menteeId,
          (row as { mentorId: string }).mentorId,
          (row as { value: number }).value,
        ]
  ) as [string, string, number];
  return [textOf(menteeId), textOf(mentorId), value];
}
