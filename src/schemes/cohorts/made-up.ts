/** What made-up cohorts share: chance from a seed, ids that say what somebody is, and the gaps of real data. */
import { chance, type Draw, draws, popular } from "../../cohort/draws.js";
import { InputError } from "../../errors.js";
import type { PairStatus, Person, StandingPair } from "../../types.js";

const MOST_SEED = 0xffffffff;

/** Draws from a seed. @throws InputError unless it is an integer from 0 to 4 294 967 295 */
export function seeded(seed: number): Draw {
  if (!Number.isInteger(seed) || seed < 0 || seed > MOST_SEED) {
    const message = `expected an integer from 0 to ${MOST_SEED}, got ${typeof seed === "number" ? seed : typeof seed}`;
    throw new InputError("cohort seed", [{ code: "invalid", path: "", message }]);
  }
  return draws(seed);
}

/** Somebody nobody can take for a real person: `postdoc-007`, "Postdoc 7 (made up)". */
export function madeUp(kind: string, index: number): Required<Pick<Person, "id" | "name" | "email">> {
  const id = `${kind}-${String(index + 1).padStart(3, "0")}`;
  const title = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  return { id, name: `${title} ${index + 1} (made up)`, email: `${id}@example.org` };
}

/** One of them, each as likely. */
export const pick = <T>(list: readonly T[], draw: Draw): T => list[draw(list.length)]!;

/** So many to so many different ones; those that stand early are popular. */
export const several = (names: readonly string[], least: number, most: number, draw: Draw): string[] =>
  popular(names, least + draw(most - least + 1), draw);

/** The fields `percent` times in a hundred, otherwise none: what people did not fill in. */
export const mostly = <T extends object>(percent: number, fields: T, draw: Draw): Partial<T> =>
  chance(percent, draw) ? fields : {};

/** A day of one of these months, `YYYY-MM`. */
export const dayIn = (months: readonly string[], draw: Draw): string =>
  `${pick(months, draw)}-${String(1 + draw(28)).padStart(2, "0")}`;

/** Ids to pair, each with `how`: every one of them once, a mentor whom `suits` allows, in the order of the draws. */
export function earlierPairs<E extends Person, R extends Person>(
  mentees: readonly E[],
  mentors: readonly R[],
  suits: (mentee: E, mentor: R) => boolean,
  how: readonly { readonly status: PairStatus; readonly since: string; readonly until?: string }[],
  draw: Draw,
): StandingPair[] {
  const taken = new Set<string>();
  return how.flatMap((pair) => {
    const free = mentees.filter(({ id }) => !taken.has(id));
    const mentee = pick(free, draw);
    const suitable = mentors.filter((mentor) => !taken.has(mentor.id) && suits(mentee, mentor));
    if (suitable.length === 0) return [];
    const mentor = pick(suitable, draw);
    taken.add(mentee.id).add(mentor.id);
    return [{ menteeId: mentee.id, mentorId: mentor.id, ...pair }];
  });
}
