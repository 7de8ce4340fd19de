/** Every instance by its name, so that a process of its own can make it again. */
import { type FamilyName, familyNames, hard } from "./families.js";
import type { Instance } from "./instance.js";
import { dense, topLists } from "./mentoring.js";

/** All places as a share of the mentees. */
const SCARCE = 0.9;
const BALANCED = 1.02;
/** Mentors on each list of a sparse instance. */
const TOP = 30;

const makers: ReadonlyMap<string, () => Instance> = new Map([
  ["20 × 25", () => dense(20, 25, 1.2, 1)],
  ["200 × 120", () => dense(200, 120, SCARCE, 2)],
  ["1000 × 600", () => dense(1000, 600, SCARCE, 3)],
  ["3000 × 1500", () => dense(3000, 1500, SCARCE, 4)],
  ["3000 × 1500, balanced", () => dense(3000, 1500, BALANCED, 5)],
  ["10 000 × 4000", () => dense(10_000, 4000, SCARCE, 6)],
  ["12 500 × 5000, top 30", () => topLists(12_500, 5000, 0.85, 1, TOP)],
  ["25 000 × 10 000, top 30", () => topLists(25_000, 10_000, 0.85, 1, TOP)],
  ["50 000 × 20 000, top 30", () => topLists(50_000, 20_000, 0.85, 1, TOP)],
  ["30 000 × 12 000, top 30", () => topLists(30_000, 12_000, 0.85, 8, TOP)],
  ["30 000 × 12 000, top 30, balanced", () => topLists(30_000, 12_000, BALANCED, 9, TOP)],
  ["100 000 × 40 000, top 30", () => topLists(100_000, 40_000, 0.85, 10, TOP)],
  ["100 000 × 40 000, top 30, balanced", () => topLists(100_000, 40_000, BALANCED, 11, TOP)],
  ...familyNames.map((name): [string, () => Instance] => [familyInstance(name), () => hard(name, 1000, 600, 1)]),
]);

/** The name of a hard family's instance. */
export function familyInstance(family: FamilyName): string {
  return `1000 × 600, ${family}`;
}

export function makeInstance(name: string): Instance {
  const make = makers.get(name);
  if (make === undefined) throw new Error(`Cannot make "${name}": expected one of ${[...makers.keys()].join("; ")}`);
  return make();
}
