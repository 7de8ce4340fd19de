/** Distances, clocks and months once more, by other formulas than the ones in src. */
import type { Person } from "../../src/types.js";

/** By the haversine formula. */
export function naiveMetres({ location: a }: Person, { location: b }: Person): number | undefined {
  if (a === undefined || b === undefined) return undefined;
  const radians = (degrees: number): number => (degrees / 180) * Math.PI;
  const haversine = (angle: number): number => (1 - Math.cos(angle)) / 2;
  const share =
    haversine(radians(b.latitude - a.latitude)) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * haversine(radians(b.longitude - a.longitude));
  return Math.round(6_371_008.8 * 2 * Math.atan2(Math.sqrt(share), Math.sqrt(1 - share)));
}

/** The fewest hours by which one clock has to be turned, either way, to show what the other does. */
export const naiveClockHours = (one: number, other: number): number =>
  Math.min(...[-48, -24, 0, 24, 48].map((days) => Math.abs(one - other + days)));

/** A calendar of UTC, turned back month by month and then day by day until the month is right. */
export function naiveMonthsBefore(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  for (let last = date; ; last--) {
    const found = new Date(Date.UTC(year, month - 1 - months, last));
    if (found.getUTCMonth() === (((month - 1 - months) % 12) + 12) % 12) return found.toISOString().slice(0, 10);
  }
}
