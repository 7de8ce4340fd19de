/** What a level's value has gained or lost, in words: its integers count different things, level by level. */
import type { ChangedLevel } from "../insight/compare.js";
import { plural, points } from "./wording.js";

/** The difference, one thing after another, the most important first; nothing where both are the same. */
export function levelChangeWords({ name, before, after }: ChangedLevel): readonly string[] {
  if (before === null) return ["was not asked for before"];
  if (after === null) return ["is not asked for any more"];
  const length = Math.max(before.length, after.length);
  const changed = Array.from({ length }, (_, at) => at).filter((at) => (before[at] ?? 0) !== (after[at] ?? 0));
  // Groups are each run's own: another day, or other people, make others of them, and their differences count nothing.
  if (name === "priority")
    return changed.map((at) => `${ordinal(at + 1)} most urgent: ${before[at] ?? 0} before, ${after[at] ?? 0} now`);
  // Tickets are weighed by how many people there are.
  if (name === "access") return changed.length === 0 ? [] : ["others are served by order and ticket"];
  const [then, now] = name === "last-choices" ? [byPlace(before, length), byPlace(after, length)] : [before, after];
  return Array.from({ length }, (_, at) => ({ at, more: (now[at] ?? 0) - (then[at] ?? 0) }))
    .filter(({ more }) => more !== 0)
    .map(({ at, more }) => (LEVELS[name] ?? other)(more, at, length));
}

/** Whom nobody named, then the choices from the end of a list of `length`: shorter lists have none of its last places. */
const byPlace = ([unnamed = 0, ...places]: readonly number[], length: number): readonly number[] => [
  unnamed,
  ...Array.from({ length: length - 1 - places.length }, () => 0),
  ...places,
];

type Words = (more: number, at: number, length: number) => string;

/** `2 more first choices`. Levels that shun something count below zero, and more of it is less of them. */
const counted =
  (noun: (at: number, length: number) => readonly [one: string, several: string], sign: 1 | -1 = 1): Words =>
  (more, at, length) => {
    const [one, several] = noun(at, length);
    const way = more * sign > 0 ? "more" : "fewer";
    return `${points(Math.abs(more))} ${way} ${Math.abs(more) === 1 ? one : several}`;
  };

const other: Words = (more, at, length) =>
  `${more > 0 ? "+" : "−"}${points(Math.abs(more))}${length > 1 ? ` in part ${at + 1}` : ""}`;

const people = (rest: string) => [`mentee ${rest}`, `mentees ${rest}`] as const;

const LEVELS: { readonly [name: string]: Words } = {
  coverage: counted((at) => people(at === 0 ? "with a mentor" : `with at least ${at + 1} mentors`)),
  score: (more) => `${points(Math.abs(more))} points ${more > 0 ? "more" : "fewer"}`,
  keep: counted(() => ["standing pair kept", "standing pairs kept"]),
  spread: counted((at) => {
    const has = at === 0 ? "with a mentee" : `with at least ${plural(at + 1, "mentee")}`;
    return [`mentor ${has}`, `mentors ${has}`];
  }),
  "first-choices": counted((at) => [`${ordinal(at + 1)} choice`, `${ordinal(at + 1)} choices`]),
  // The first part counts mentors whom nobody named, the next the end of the longest list, and so on towards the first choice.
  "last-choices": counted((at, length) => {
    if (at === 0) return people("with somebody they did not name");
    const choice = ordinal(length + 1 - at);
    return [`${choice} choice`, `${choice} choices`];
  }, -1),
  "worst-off": counted((at) => {
    const range = `with a score from ${points(at * 1000)} to ${points(at * 1000 + 999)}`;
    return [`match ${range}`, `matches ${range}`];
  }, -1),
};

/** `first`, `second`, …, `11th` */
function ordinal(number: number): string {
  const word = ORDINALS[number - 1];
  if (word !== undefined) return word;
  const ending = number % 100 > 10 && number % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${ending}`;
}

const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
