/** The laws of what an audit tells: whoever takes all its figures together, in whole numbers, finds no few people. */
import { expect, test } from "vitest";
import { disclosed } from "../../src/insight/audit/disclosure.js";
import type { Counted, Grouped } from "../../src/insight/audit/exchange.js";
import { type Equation, rangeOf } from "../helpers/consistent-tables.js";
import { areFew, runs } from "../helpers/counts.js";
import { faults } from "../helpers/faults.js";
import { random } from "../helpers/problems.js";

type Fate = readonly (boolean | undefined)[];

/** What can become of people: three stages, each of those whom the one before counts; or two measures that know nothing of each other. */
const STAGES: readonly Fate[] = [
  [false, undefined, undefined],
  [true, false, undefined],
  [true, true, false],
  [true, true, true],
];
const APART: readonly Fate[] = [undefined, false, true].flatMap((one) =>
  [undefined, false, true].map((other): Fate => [one, other]),
);

interface World {
  readonly fates: readonly Fate[];
  /** of each person the place of their fate, and of their group in each grouping */
  readonly fate: readonly number[];
  readonly measures: readonly Counted[];
  readonly groupings: readonly Grouped[];
}

/** A dozen or two people, of whom some groups and fates hold few. */
function worldOf(seed: number, groupings: number): World {
  const next = random(seed + 4321);
  const below = (n: number): number => Math.floor(next() * n);
  const fates = next() < 0.6 ? STAGES : APART;
  const people = 11 + below(groupings === 1 ? 14 : 9);
  const skewed = (n: number): number[] => {
    const weight = Array.from({ length: n }, () => 0.05 + next() * next());
    const all = weight.reduce((sum, one) => sum + one, 0);
    return Array.from({ length: people }, () => {
      let at = 0;
      for (let left = next() * all - weight[0]!; left > 0 && at < n - 1; left -= weight[at]!) at++;
      return at;
    });
  };
  const fate = skewed(fates.length);
  const kind = next() < 0.5 ? ("amount" as const) : ("rate" as const);
  return {
    fates,
    fate,
    measures: fates[0]!.map((_, measure) => ({
      kind: measure === fates[0]!.length - 1 ? kind : "rate",
      of: fate.map((at) => fates[at]![measure]),
    })),
    groupings: Array.from({ length: groupings }, (_, at) => {
      const drawn = skewed(groupings === 1 ? 2 + below(4) : at === 0 ? 2 + below(2) : 2);
      const known = [...new Set(drawn)].sort();
      return { groups: known.length, of: drawn.map((group) => known.indexOf(group)) };
    }),
  };
}

type Told = ReturnType<typeof disclosed>;

/** Cells are `fate × group of the first × group of the second`; what is told, and all totals, as equations between them. */
function readerOf({ fates, fate, groupings }: World, told: Told) {
  const shape = groupings.map(({ groups }) => groups);
  const cells = shape.reduce((product, groups) => product * groups, fates.length);
  const placeOf = (cell: number): number[] => {
    const groups = shape.map((size, at) => {
      const inner = shape.slice(at + 1).reduce((product, one) => product * one, 1);
      return Math.floor(cell / inner) % size;
    });
    return [Math.floor(cell / shape.reduce((product, one) => product * one, 1)), ...groups];
  };
  const places = Array.from({ length: cells }, (_, cell) => placeOf(cell));
  const counts = places.map(
    ([own, ...groups]) =>
      fate.filter((at, person) => at === own && groupings.every(({ of }, g) => of[person] === groups[g])).length,
  );
  const those = (isIn: (fate: Fate, groups: readonly number[]) => boolean): number[] =>
    [...places.keys()].filter((cell) => isIn(fates[places[cell]![0]!]!, places[cell]!.slice(1)));
  const sumOf = (list: readonly number[]): number => list.reduce((sum, cell) => sum + counts[cell]!, 0);
  const equations: Equation[] = [];
  const tell = (list: readonly number[]): void => {
    if (list.length > 0) equations.push({ cells: list, sum: sumOf(list) });
  };
  tell(those(() => true));
  for (const measure of fates[0]!.keys()) {
    for (const isIn of [(is?: boolean) => is !== undefined, (is?: boolean) => is === true]) {
      tell(those((own) => isIn(own[measure])));
      for (const [grouping, of] of told.entries()) {
        for (const group of of[measure]!)
          tell(those((own, groups) => isIn(own[measure]) && groups[grouping] === group));
      }
    }
  }
  const inhabited = groupings.flatMap(({ groups }, g) =>
    Array.from({ length: groups }, (_, group) => those((_own, list) => list[g] === group)),
  );
  /** Whether these cells could hold one person more or fewer, as far as anybody can reckon. */
  const isOpen = (list: readonly number[]): boolean => rangeOf(list, cells, equations, inhabited) > 1 - 1e-6;
  return { those, sumOf, isOpen };
}

const isFew = (people: number): boolean => people > 0 && people < 5;

test("audit() leaves open how many people a group that it does not tell of has, and how many of few are counted", () => {
  const seen = { few: 0, told: 0, withdrawn: 0 };
  const wrong = faults(runs(400), (seed) => {
    const world = worldOf(seed, 1);
    const { measures, groupings, fates } = world;
    // Of everybody nothing but the totals can be told, which are known.
    if (groupings[0]!.groups === 1) return undefined;
    const told = disclosed(measures, groupings);
    const { those, sumOf, isOpen } = readerOf(world, told);
    for (let group = 0; group < groupings[0]!.groups; group++) {
      const size = those((_, [own]) => own === group);
      const isAnywhere = told[0]!.some((of) => of.has(group));
      if (isAnywhere && isFew(sumOf(size))) return `tells of group ${group}`;
      if (told[0]!.some((of) => of.size > 0) && isFew(sumOf(size)) && !isOpen(size))
        return `group ${group} has ${sumOf(size)}`;
      for (const [measure, of] of told[0]!.entries()) {
        const concerned = those((own, [at]) => at === group && own[measure] !== undefined);
        const counted = those((own, [at]) => at === group && own[measure] === true);
        if (of.has(group)) {
          seen.told++;
          if (isFew(sumOf(concerned))) return `tells of ${sumOf(concerned)} at ${measure}`;
          continue;
        }
        if (!isFew(sumOf(concerned))) {
          if (sumOf(concerned) > 0) seen.withdrawn++;
          continue;
        }
        // How many reach a stage is told, where it is, as what the stage before counts.
        const isCount =
          fates === STAGES &&
          told[0]!.some(
            (any, before) =>
              any.has(group) &&
              before < measure &&
              sumOf(those((own) => own[before] === true)) === sumOf(those((own) => own[measure] !== undefined)),
          );
        if (!isCount && told[0]!.some((any) => any.size > 0)) {
          seen.few++;
          if (measure > 0 && !isOpen(concerned)) return `${sumOf(concerned)} of ${group} concerned at ${measure}`;
        }
        const all = those((own) => own[measure] !== undefined);
        const total = sumOf(those((own) => own[measure] === true));
        const isAll = total === 0 || total === sumOf(all);
        if (!isAll && !isOpen(counted)) return `${sumOf(counted)} of ${group} counted at ${measure}`;
      }
    }
    return undefined;
  });
  expect(wrong).toEqual([]);
  if (!areFew()) expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
});

test("audit() leaves open how many people a group of one grouping and a group of another have in common, if they are few", () => {
  const seen = { few: 0, told: 0 };
  const wrong = faults(runs(200), (seed) => {
    const world = worldOf(seed, 2);
    const { measures, groupings, fates } = world;
    const told = disclosed(measures, groupings);
    if (groupings.some(({ groups }) => groups === 1)) return undefined;
    if (told.some((of) => of.every((groups) => groups.size === 0))) return undefined;
    const { those, sumOf, isOpen } = readerOf(world, told);
    for (let one = 0; one < groupings[0]!.groups; one++) {
      for (let other = 0; other < groupings[1]!.groups; other++) {
        for (const measure of fates[0]!.keys()) {
          const parts = [
            (is?: boolean) => is !== undefined,
            (is?: boolean) => is === true,
            (is?: boolean) => is === false,
          ];
          for (const isIn of measures[measure]!.kind === "rate" ? parts : parts.slice(0, 1)) {
            const cells = those((own, groups) => isIn(own[measure]) && groups[0] === one && groups[1] === other);
            if (!isFew(sumOf(cells))) continue;
            seen.few++;
            if (!isOpen(cells)) return `${sumOf(cells)} of ${one} and ${other} at ${measure}`;
          }
        }
      }
    }
    seen.told++;
    return undefined;
  });
  expect(wrong).toEqual([]);
  if (!areFew()) expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
});
