/** How far apart two people are: on the ground, and by the clock. */
import type { Location, Person } from "./types.js";

/** The Earth's mean radius in metres: (2a + b) / 3 of the WGS 84 ellipsoid. */
const EARTH = 6_371_008.8;

/** The distance between two people in whole metres, or −1 where the location of either is missing. */
export type Metres = (one: number, other: number) => number;

/**
 * Great-circle distances between people of two lists, within 0.6 % of those on the ellipsoid.
 *
 * Sine and cosine are asked once a person, and each distance is rounded to a metre, once: not every engine agrees on their
 * last digits.
 */
export function metresApart(people: readonly Person[], others: readonly Person[]): Metres {
  const ofPeople = directions(people);
  const ofOthers = directions(others);
  return (one, other) => {
    const [a, b] = [3 * one, 3 * other];
    const x = ofPeople[a]! - ofOthers[b]!;
    if (Number.isNaN(x)) return -1;
    const y = ofPeople[a + 1]! - ofOthers[b + 1]!;
    const z = ofPeople[a + 2]! - ofOthers[b + 2]!;
    // Half the chord through a sphere of radius 1; rounding could take that of antipodes beyond it.
    const half = Math.min(1, Math.sqrt(x * x + y * y + z * z) / 2);
    return Math.round(2 * EARTH * Math.asin(half));
  };
}

/** Points on a sphere of radius 1, three numbers a person; not numbers where the location is missing. */
function directions(people: readonly Person[]): Float64Array {
  const points = new Float64Array(3 * people.length).fill(Number.NaN);
  people.forEach(({ location }, person) => {
    if (location !== undefined) points.set(direction(location), 3 * person);
  });
  return points;
}

function direction({ latitude, longitude }: Location): [number, number, number] {
  const north = (latitude * Math.PI) / 180;
  const east = (longitude * Math.PI) / 180;
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}

/**
 * How far two clocks differ, in hours, 0 … 12: at UTC+13 and UTC−11 they show the same time, of two days.
 *
 * @param one - hours east of UTC, −14 … 14
 */
export function clockHoursApart(one: number, other: number): number {
  const hours = Math.abs(one - other) % 24;
  return Math.min(hours, 24 - hours);
}
