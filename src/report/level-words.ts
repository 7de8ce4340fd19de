/** What a level's value has gained or lost, in words: its integers count different things, level by level. */
import type { ChangedLevel } from "../insight/compare/comparison.js";
import type { CountUnit } from "../insight/compare/level-counts.js";
import { plural, points } from "./wording.js";

/** The difference, one thing after another, the most important first; nothing where both are the same. */
export function levelChangeWords({ name, before, after, counts }: ChangedLevel): readonly string[] {
  if (before === null) return ["was not asked for before"];
  if (after === null) return ["is not asked for any more"];
  if (counts !== undefined)
    return counts.of
      .filter((count) => count.before !== count.after)
      .map((count) => COUNTED[counts.unit](count.of)(count.after - count.before, 0, 1));
  // Tickets are weighed by how many people there are.
  if (name === "access") return before.join() === after.join() ? [] : ["others are served by order and ticket"];
  const length = Math.max(before.length, after.length);
  return Array.from({ length }, (_, at) => ({ at, more: (after[at] ?? 0) - (before[at] ?? 0) }))
    .filter(({ more }) => more !== 0)
    .map(({ at, more }) => (LEVELS[name] ?? other)(more, at, length));
}

type Words = (more: number, at: number, length: number) => string;

/** `2 more first choices` */
const counted =
  (noun: (at: number) => readonly [one: string, several: string]): Words =>
  (more, at) => {
    const [one, several] = noun(at);
    const way = more > 0 ? "more" : "fewer";
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
};

/** The same of a unit that `compare` counts by. */
const COUNTED: { readonly [unit in CountUnit]: (of: number | null) => Words } = {
  months: (of) => counted(() => people(`with a mentor who waited ${plural(of ?? 0, "month")}`)),
  years: (of) => counted(() => people(`with a mentor who waited ${plural(of ?? 0, "year")}`)),
  tier: (of) => counted(() => people(of === null ? "of no tier with a mentor" : `of tier ${of} with a mentor`)),
  choice: (of) =>
    counted(() =>
      of === null ? people("with somebody they did not name") : [`${ordinal(of)} choice`, `${ordinal(of)} choices`],
    ),
  tenth: (of) =>
    counted(() => {
      const range = `with a score from ${points(1000 * (of ?? 0))}`;
      return [`match ${range}`, `matches ${range}`];
    }),
};

/** `first`, `second`, …, `11th` */
function ordinal(number: number): string {
  const word = ORDINALS[number - 1];
  if (word !== undefined) return word;
  const ending = number % 100 > 10 && number % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${ending}`;
}

const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
