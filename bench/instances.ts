/** Every instance by its name, so that a process of its own can make it again. */
import { type FamilyName, familyNames, hard } from "./families.js";
import { crowdedPlaces, type Instance } from "./instance.js";
import { dense, topLists } from "./mentoring.js";

/** All places as a share of the mentees. */
const SCARCE = 0.9;
const SCARCE_IN_LISTS = 0.85;
const BALANCED = 1.02;
/** Mentors on each list of a sparse instance. */
const TOP = 30;

type Maker = readonly [name: string, make: () => Instance];

/** Over-subscribed and, from the next seed, nearly balanced. */
function both(name: string, scarce: number, seed: number, make: (share: number, seed: number) => Instance): Maker[] {
  return [
    [name, () => make(scarce, seed)],
    [`${name}, balanced`, () => make(BALANCED, seed + 1)],
  ];
}

function lists(name: string, mentees: number, mentors: number, seed: number, top = TOP): Maker[] {
  return both(`${name}, top ${top}`, SCARCE_IN_LISTS, seed, (share, from) =>
    topLists(mentees, mentors, share, from, top),
  );
}

const CROWDED = "20 000 × 100, hundreds of places";

const makers: ReadonlyMap<string, () => Instance> = new Map([
  ["20 × 25", () => dense(20, 25, 1.2, 1)],
  ["200 × 120", () => dense(200, 120, SCARCE, 2)],
  ["1000 × 600", () => dense(1000, 600, SCARCE, 3)],
  ...both("2000 × 1000", SCARCE, 12, (share, seed) => dense(2000, 1000, share, seed)),
  ...both("3000 × 1500", SCARCE, 4, (share, seed) => dense(3000, 1500, share, seed)),
  ["10 000 × 4000", () => dense(10_000, 4000, SCARCE, 6)],
  ...lists("5000 × 2000", 5000, 2000, 14),
  ...lists("10 000 × 4000", 10_000, 4000, 32),
  ...lists("12 500 × 5000", 12_500, 5000, 16),
  ...lists("20 000 × 8000", 20_000, 8000, 18),
  ...lists("25 000 × 10 000", 25_000, 10_000, 20),
  ...lists("30 000 × 12 000", 30_000, 12_000, 8),
  ...lists("50 000 × 20 000", 50_000, 20_000, 22),
  ...lists("100 000 × 40 000", 100_000, 40_000, 10),
  ...lists("200 000 × 80 000", 200_000, 80_000, 24),
  ...lists("1 000 000 × 300 000", 1_000_000, 300_000, 26, 20),
  ...both(CROWDED, SCARCE, 28, (share, seed) => crowdedPlaces(dense(20_000, 100, 1, seed), share, seed)),
  ...both(`${CROWDED}, top ${TOP}`, SCARCE, 30, (share, seed) =>
    crowdedPlaces(topLists(20_000, 100, 1, seed, TOP), share, seed),
  ),
  ...familyNames.flatMap((family): Maker[] => [
    [familyInstance(family, "1000 × 600"), () => hard(family, 1000, 600, 1)],
    [familyInstance(family, "3000 × 1500"), () => hard(family, 3000, 1500, 1)],
  ]),
]);

export type FamilySize = "1000 × 600" | "3000 × 1500";

/** The name of a hard family's instance. */
export function familyInstance(family: FamilyName, size: FamilySize): string {
  return `${size}, ${family}`;
}

export function makeInstance(name: string): Instance {
  const make = makers.get(name);
  if (make === undefined) throw new Error(`Cannot make "${name}": expected one of ${[...makers.keys()].join("; ")}`);
  return make();
}
