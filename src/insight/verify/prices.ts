/** The prices of a proof, and the bound that they give over all pairs. */
import type { MatchResult } from "../../types.js";
import type { Rule } from "./constraints.js";
import type { Component } from "./levels.js";
import { boundsOf, type Group } from "./limits.js";
import type { Expect, World } from "./terms.js";

/** A price vector for each person and for each group of a limit. */
export interface PriceVectors {
  readonly mentee: readonly (readonly number[])[];
  readonly mentor: readonly (readonly number[])[];
  readonly group: readonly (readonly number[])[];
  readonly row: readonly (readonly number[])[];
}

/** What counts pairs beside people: groups of limits, rows of constraints. */
export interface Counted {
  readonly groups: readonly Group[];
  readonly rows: readonly Rule[];
}

/** What a level is worth, without its value: all that a bound needs of it. */
export type Worth = Pick<Component, "base" | "pair" | "unit" | "mentorUnit">;

/** The prices of a result, each once and in order, with zeros where there is none. */
export function pricesOf(
  { mentees, mentors }: World,
  { groups, rows }: Counted,
  { proof }: MatchResult,
  size: number,
  expect: Expect,
): PriceVectors {
  const none = Array.from({ length: size }, () => 0);
  const vectors = (keys: readonly Key[], prices: readonly (Key & { readonly price: readonly number[] })[]) => {
    const byKey = new Map(prices.map((one) => [nameOf(one), one.price]));
    // Each once, in order, with a price and nothing else; zeros are left out.
    const priced = keys.filter((key) => isNotZero(byKey.get(nameOf(key))));
    expect(
      "price-ids",
      [],
      priced.map((key) => ({ ...key, price: byKey.get(nameOf(key)) })),
      prices,
    );
    return keys.map((key) => {
      const price = byKey.get(nameOf(key)) ?? none;
      const isVector = Array.isArray(price) && price.length === size && price.every(Number.isSafeInteger);
      if (!isVector) expect("price", [key.id], `${size} integers`, price);
      return isVector ? [...price] : none;
    });
  };
  const people = (list: readonly { readonly id: string }[]): Key[] => list.map(({ id }) => ({ id }));
  const group = vectors(
    groups.map(({ key }) => key),
    proof.limits ?? [],
  );
  const isThere = proof.limits !== undefined;
  expect("price-ids", [], isThere && group.some(isNotZero), isThere);
  const row = vectors(
    rows.map(({ key }) => key),
    proof.constraints ?? [],
  );
  const areThere = proof.constraints !== undefined;
  expect("price-ids", [], areThere && row.some(isNotZero), areThere);
  row.forEach((price, at) => {
    // What has no least would bound nothing if it gave back.
    if (isNotZero(price) && !isPositive(price)) expect("price", [rows[at]!.key.id], "0 or more", price);
  });
  return {
    mentee: vectors(people(mentees), proof.mentees),
    mentor: vectors(people(mentors), proof.mentors),
    group,
    row,
  };
}

/** What names a person, a group of a limit, or a row of a constraint. */
type Key = Group["key"] & Rule["key"];

const nameOf = ({ id, personId, group, ids }: Key): string =>
  JSON.stringify([id, personId ?? null, group ?? null, ids ?? null]);

const isNotZero = (price: unknown): boolean =>
  price !== undefined && !(Array.isArray(price) && price.every((value) => value === 0));

/** What no assignment is worth more than, component by component, and whether it was added up exactly. */
export function boundOf(
  world: World,
  { groups, rows }: Counted,
  components: readonly Worth[],
  prices: PriceVectors,
): { readonly bound: readonly number[]; readonly isExact: boolean } {
  const { demand, capacity } = world.usablePlaces();
  const bound = components.map(({ base }) => base);
  // Beyond the safe integers a sum could lose what a better assignment gains.
  let isExact = true;
  const add = (isDue: boolean, component: (at: number) => number): void => {
    const vector = components.map((_, at) => component(at));
    if (isDue || isPositive(vector))
      for (const [at, value] of vector.entries()) {
        bound[at]! += value;
        isExact &&= Number.isSafeInteger(value) && Number.isSafeInteger(bound[at]!);
      }
  };
  world.mentees.forEach((_, mentee) => {
    for (let unit = 0; unit < demand[mentee]!; unit++) {
      add(false, (at) => prices.mentee[mentee]![at]! + components[at]!.unit(mentee, unit));
    }
  });
  world.mentors.forEach((_, mentor) => {
    for (let unit = 0; unit < Math.max(capacity[mentor]!, world.freeMinimum[mentor]!); unit++) {
      add(
        unit < world.freeMinimum[mentor]!,
        (at) => prices.mentor[mentor]![at]! + components[at]!.mentorUnit(mentor, unit),
      );
    }
  });
  groups.forEach((group, g) => {
    const { least, most } = boundsOf(group);
    const price = prices.group[g]!;
    const amount = isPositive(price) ? most : least;
    if (isNotZero(price)) add(true, (at) => (price[at] === 0 ? 0 : price[at]! * amount));
  });
  const priced = rows.map(({ weigh, most }, r) => ({ weigh, most, price: prices.row[r]! }));
  const paidRows = priced.filter(({ price }) => isNotZero(price));
  for (const { most, price } of paidRows) add(true, (at) => (price[at] === 0 ? 0 : price[at]! * most));
  const limited = limitPrices(world, groups, prices);
  world.forEachFreePair((mentee, mentor) => {
    const inGroups = limited(mentee, mentor);
    const inRows = paidRows.map(({ weigh, price }) => ({ weight: weigh(mentee, mentor), price }));
    const paid = (at: number): number =>
      inRows.reduce((sum, { weight, price }) => sum + weight * price[at]!, inGroups(at));
    const left = (at: number): number =>
      components[at]!.pair(mentee, mentor) - prices.mentee[mentee]![at]! - prices.mentor[mentor]![at]! - paid(at);
    // Most pairs are decided by the first component that is not zero.
    for (let at = 0; at < components.length; at++) {
      const first = left(at);
      if (first < 0) return;
      if (first > 0) break;
    }
    add(false, left);
  });
  return { bound, isExact };
}

const isPositive = (vector: readonly number[]): boolean => (vector.find((value) => value !== 0) ?? 0) > 0;

/** What the groups that count a pair are priced at together; a person's own groups are only asked about that person. */
function limitPrices({ mentees, mentors }: World, groups: readonly Group[], prices: PriceVectors) {
  const list = (people: readonly unknown[]): number[][] => people.map(() => []);
  const [general, ofMentee, ofMentor] = [[] as number[], list(mentees), list(mentors)];
  groups.forEach(({ own }, g) => {
    if (!isNotZero(prices.group[g])) return;
    const where = own === undefined ? general : own.role === "mentee" ? ofMentee[own.at]! : ofMentor[own.at]!;
    where.push(g);
  });
  return (mentee: number, mentor: number): ((at: number) => number) => {
    const counting = [general, ofMentee[mentee]!, ofMentor[mentor]!]
      .flat()
      .filter((g) => groups[g]!.counts(mentee, mentor));
    return (at) => counting.reduce((sum, g) => sum + prices.group[g]![at]!, 0);
  };
}
