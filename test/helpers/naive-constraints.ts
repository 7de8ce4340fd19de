/** Small pools of people in both roles, random constraints on them, and what each constraint asks in the plainest words. */
import { random } from "./problems.js";
import type { TinyPair, TinyPool } from "./tiny-pools.js";

export interface NaiveConstraint {
  readonly id: string;
  readonly totalLoad?: number;
  readonly noReciprocal?: true;
  readonly noCycles?: true;
  readonly bothOrNeither?: readonly string[];
  readonly share?: {
    readonly mentees?: { readonly id: readonly string[] };
    readonly mentors?: { readonly id: readonly string[] };
  };
  readonly atMostPercent?: number;
  readonly atLeastPercent?: number;
}

/** Up to four people, nearly all in both roles, some of whom stand in a pair. */
export function rolesPool(seed: number): TinyPool {
  const next = random(seed ^ 0x1b873593);
  const below = (n: number): number => Math.floor(next() * n);
  const ids = ["p0", "p1", "p2", "p3"].slice(0, 3 + below(2));
  const mentees = ids.filter(() => next() < 0.9).map((id) => ({ id, demand: next() < 0.15 ? 2 : 1, nominations: [] }));
  const mentors = ids.filter(() => next() < 0.9).map((id) => ({ id, capacity: 1 + below(2) }));
  const all = mentees.flatMap(({ id: menteeId }) => mentors.map(({ id: mentorId }) => ({ menteeId, mentorId })));
  const forbids = all.filter(({ menteeId, mentorId }) => menteeId === mentorId || next() < 0.15);
  const isFree = (pair: TinyPair): boolean => !forbids.includes(pair);
  const pairs = all
    .filter((pair) => isFree(pair) && next() < 0.05)
    .map((pair) => ({ ...pair, status: "agreed" as const }));
  const scores = all.map(
    ({ menteeId, mentorId }) => [menteeId, mentorId, [0, 1000, 5000, 9999, 10_000][below(5)]!] as const,
  );
  // Nobody is anybody's own mentor anyway: such a forbid would be told.
  return {
    asOf: "2026-09-30",
    mentees,
    mentors,
    pairs,
    forbids: forbids.filter((one) => one.menteeId !== one.mentorId),
    scores,
  };
}

/** One to three constraints, each of one sort. */
export function someConstraints(seed: number, mentees: readonly { readonly id: string }[]): NaiveConstraint[] {
  const next = random(seed ^ 0x7f4a7c15);
  const below = (n: number): number => Math.floor(next() * n);
  const some = (): readonly string[] => {
    const ids = ["p0", "p1", "p2", "p3"].filter(() => next() < 0.5);
    return ids.length === 0 ? ["p0"] : ids;
  };
  const sorts: (() => Omit<NaiveConstraint, "id"> | undefined)[] = [
    () => ({ totalLoad: 1 + below(2) }),
    () => ({ noReciprocal: true }),
    () => ({ noCycles: true }),
    () => (mentees.length < 2 ? undefined : { bothOrNeither: [mentees[0]!.id, mentees.at(-1)!.id] }),
    () => {
      const share = next() < 0.5 ? { mentees: { id: some() } } : { mentors: { id: some() } };
      return next() < 0.5 ? { share, atMostPercent: 10 * below(11) } : { share, atLeastPercent: 10 * below(11) };
    },
  ];
  const made = Array.from({ length: 1 + below(3) }, () => sorts[below(sorts.length)]!());
  return made.flatMap((one, at): NaiveConstraint[] => (one === undefined ? [] : [{ ...one, id: `c${at}` }]));
}

/** Whether a matching keeps a constraint, or makes what standing pairs break no worse. */
export function keepsConstraint(
  matching: readonly TinyPair[],
  one: NaiveConstraint,
  { mentees, mentors, pairs }: TinyPool,
) {
  const inBoth = mentees.map(({ id }) => id).filter((id) => mentors.some((mentor) => mentor.id === id));
  const isFixed = (pair: TinyPair): boolean =>
    pairs.some(({ menteeId, mentorId }) => menteeId === pair.menteeId && mentorId === pair.mentorId);
  const has = (list: readonly TinyPair[], menteeId: string, mentorId: string): boolean =>
    list.some((pair) => pair.menteeId === menteeId && pair.mentorId === mentorId);
  const isNoWorse = (worth: (list: readonly TinyPair[]) => number, most: number): boolean =>
    worth(matching) <= Math.max(most, worth(pairs));
  if (one.totalLoad !== undefined) {
    const load = (id: string) => (list: readonly TinyPair[]) =>
      list.filter(({ menteeId, mentorId }) => menteeId === id || mentorId === id).length;
    return inBoth.every((id) => isNoWorse(load(id), one.totalLoad!));
  }
  if (one.noReciprocal === true) {
    return matching.every(
      (pair) =>
        !has(matching, pair.mentorId, pair.menteeId) || (isFixed(pair) && has(pairs, pair.mentorId, pair.menteeId)),
    );
  }
  if (one.noCycles === true) {
    const leadsTo = (from: string, to: string, seen: readonly string[]): boolean =>
      from === to ||
      matching.some(
        ({ menteeId, mentorId }) =>
          menteeId === from && !seen.includes(mentorId) && leadsTo(mentorId, to, [...seen, mentorId]),
      );
    return matching.every((pair) => isFixed(pair) || !leadsTo(pair.mentorId, pair.menteeId, [pair.mentorId]));
  }
  if (one.bothOrNeither !== undefined) {
    const count = (list: readonly TinyPair[], id: string): number =>
      list.filter(({ menteeId }) => menteeId === id).length;
    const [first, second] = one.bothOrNeither as readonly [string, string];
    return [
      [first, second],
      [second, first],
    ].every(([own, other]) => {
      const wasBroken = count(pairs, own!) > 0 && count(pairs, other!) === 0;
      const due = wasBroken ? count(matching, own!) > count(pairs, own!) : count(matching, own!) > 0;
      return !due || count(matching, other!) > 0;
    });
  }
  const isIn = ({ menteeId, mentorId }: TinyPair): boolean =>
    (one.share!.mentees?.id.includes(menteeId) ?? true) && (one.share!.mentors?.id.includes(mentorId) ?? true);
  const { atMostPercent, atLeastPercent } = one;
  return isNoWorse((list) => {
    const own = 100 * list.filter(isIn).length;
    return atMostPercent === undefined ? atLeastPercent! * list.length - own : own - atMostPercent * list.length;
  }, 0);
}
