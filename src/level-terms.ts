/** What levels speak of, told once: how urgent a mentee is, which choice a mentor is, which tenth of the scale a score is in. */
import * as z from "zod/mini";
import { monthsBetween } from "./day.js";
import type { Mentee } from "./types.js";

/** The names that levels of a user's own may not have. */
export const LEVEL_NAMES: readonly string[] = [
  "coverage",
  "priority",
  "access",
  "keep",
  "score",
  "worst-off",
  "first-choices",
  "last-choices",
  "spread",
  "lottery",
];

/** How `priority` tells who comes first. */
export const priorityShape = {
  /** `"waiting"`: since `waitingSince`, longest first; `"tier"`: by `tier`, 1 first, no tier last */
  by: z._default(z.enum(["waiting", "tier"]), "waiting"),
  /** how finely waiting counts: people with equally many full steps wait equally long */
  step: z._default(z.enum(["month", "year"]), "month"),
};

export type Priority = z.output<z.ZodMiniObject<typeof priorityShape>>;

/** How urgent each mentee is, the higher the sooner; equal numbers are one group. */
export function urgencyOf(mentees: readonly Mentee[], asOf: string | undefined, { by, step }: Priority): number[] {
  return mentees.map(({ waitingSince, tier }) => {
    if (by === "tier") return tier === undefined ? Number.NEGATIVE_INFINITY : -tier;
    if (waitingSince === undefined || asOf === undefined || waitingSince > asOf) return 0;
    const months = monthsBetween(waitingSince, asOf);
    return step === "month" ? months : Math.floor(months / 12);
  });
}

/** The number of the choice that a mentor is for a mentee: 1 for the first, 0 for somebody not nominated. Who nominates nobody is indifferent: everybody is a first choice. */
export type Choice = (mentee: number, mentorId: string) => number;

export function choicesOf(mentees: readonly Mentee[]): Choice {
  const lists = mentees.map(({ nominations = [] }) => new Map(nominations.map((id, at) => [id, at + 1])));
  return (mentee, mentorId) => (lists[mentee]!.size === 0 ? 1 : (lists[mentee]!.get(mentorId) ?? 0));
}

/** The length of the longest list of nominations, at least 1. */
export function mostChoices(mentees: readonly Mentee[]): number {
  return mentees.reduce((most, { nominations = [] }) => Math.max(most, nominations.length), 1);
}

/** Tenths of the scale of scores, 0 … 9; the last one includes the full score. */
export const TENTHS = 10;

export function tenthOf(score: number): number {
  return Math.min(TENTHS - 1, Math.floor(score / 1000));
}
