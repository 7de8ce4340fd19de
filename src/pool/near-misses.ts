/** Values that look alike and are compared as different: "Dept of Linguistics" and "Linguistics". */
import { byCodeUnit, quote } from "../door.js";
import { nearId } from "../nearest.js";
import type { Policy } from "../policy/policy.js";
import { fieldValue, isAttribute } from "../records.js";
import type { Finding, Mentee, Mentor } from "../types.js";

/** Most findings for one field. */
const MOST_LISTED = 20;

/** Values of one field, beyond which only those that say the same are found, not those with one letter wrong. */
const MOST_COMPARED = 1000;

/** Letters of a word in which one may be wrong. */
const SHORTEST = 4;

/** Words that a name can have or leave out. */
const IDLE = new Set(
  [
    "a",
    "an",
    "and",
    "of",
    "for",
    "the",
    "in",
    "dept",
    "department",
    "school",
    "faculty",
    "division",
    "institute",
  ].concat(["unit", "centre", "center", "section", "group", "university", "college", "nhs", "trust"]),
);

const FIELDS = ["organisation", "department", "grade", "jobRole", "profession", "country", "languages", "modes"];

/**
 * Pairs of values of a field that some entry of the policy reads and that say the same once case, accents, punctuation, the
 * order of words and idle words ("department", "of") are taken away, or differ in one letter of a word of four or more.
 * Numbers are never alike: "Ward 3" and "Ward 4" are two wards. What seeks and offers hold is one field, `areas`, and grades
 * are compared with the ladder's, too.
 *
 * @remarks O(people) and, for each field, a bounded sum over its different values
 */
export function nearMisses(mentees: readonly Mentee[], mentors: readonly Mentor[], policy: Policy): readonly Finding[] {
  const read = new Set(fieldsRead(policy));
  const found = [...read]
    .filter((field) => FIELDS.includes(field) || isAttribute(field) || field === "interests")
    .sort();
  const people = [...mentees, ...mentors];
  const findings = found.flatMap((field) => {
    const counts = countsOf(people, [field]);
    if (field === "grade") for (const name of policy.ladder.flat()) counts.set(name, counts.get(name) ?? 0);
    return among(field, counts);
  });
  const hasAreas = read.has("seeks") || read.has("offers");
  return hasAreas ? [...findings, ...among("areas", countsOf(people, ["seeks", "offers"]))] : findings;
}

function fieldsRead({ participation, must, prefer }: Policy): readonly string[] {
  const ofPairs = [...must, ...prefer].flatMap(({ reads }) => [...reads.mentee, ...reads.mentor]);
  const ofPeople = [...participation.mentees, ...participation.mentors].flatMap(({ reads }) => reads);
  return [...ofPairs, ...ofPeople];
}

/** How many people have each text. */
function countsOf(people: readonly (Mentee | Mentor)[], fields: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (text: unknown): void => {
    if (typeof text === "string" && text !== "") counts.set(text, (counts.get(text) ?? 0) + 1);
  };
  for (const person of people) {
    for (const field of fields) {
      const value = fieldValue(person, field);
      if (Array.isArray(value)) for (const text of value) count(text);
      else count(value);
    }
  }
  return counts;
}

/** The first value of each form against every further one, then forms that differ in a letter. */
function among(field: string, counts: ReadonlyMap<string, number>): Finding[] {
  const findings: Finding[] = [];
  const tell = (one: string, other: string): void => {
    const numbers = { first: counts.get(one)!, second: counts.get(other)! };
    const path = `${field}[${quote(one)}][${quote(other)}]`;
    if (findings.length < MOST_LISTED) findings.push({ code: "near-miss", path, ids: [], numbers });
  };
  const first = new Map<string, string>();
  for (const value of [...counts.keys()].sort(byCodeUnit)) {
    const form = formOf(value);
    const known = first.get(form);
    if (known === undefined) first.set(form, value);
    else if (form !== "") tell(known, value);
  }
  if (first.size > MOST_COMPARED) return findings;
  // Forms by each word that they could be without, and then by that word.
  const others = new Map<string, Map<string, string>>();
  for (const [form, value] of first) {
    const words = form.split(" ");
    let near: string | undefined;
    words.forEach((word, at) => {
      // An abbreviation is no slip of another one.
      if (word.length < SHORTEST) return;
      const rest = words.filter((_, other) => other !== at).join(" ");
      const same = others.get(rest) ?? new Map<string, string>();
      const other = nearId(word, same);
      // A word may stand twice in one form.
      if (other !== form) near ??= other;
      others.set(rest, same.set(word, form));
    });
    if (near !== undefined) tell(first.get(near)!, value);
  }
  return findings;
}

/** What is left of a value without what says nothing: words in order, without accents, capitals and idle words. */
function formOf(value: string): string {
  const plain = value.slice(0, 200).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("&", " and ");
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const telling = words.filter((word) => !IDLE.has(word));
  return (telling.length === 0 ? words : telling).sort(byCodeUnit).join(" ");
}
