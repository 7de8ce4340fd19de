/** The levels: what they come to, and the bound that the prices prove over all pairs. */
import type { Policy } from "../policy/policy.js";
import type { LevelValue, MatchResult } from "../types.js";
import { componentsOf } from "./verify-levels.js";
import type { Expect, Made, World } from "./verify-terms.js";

/** The value of each level and the bound that the prices prove, both computed anew. */
export function checkLevels(
  world: World,
  policy: Policy,
  result: MatchResult,
  matches: readonly Made[],
  expect: Expect,
): readonly LevelValue[] {
  if (result.status === "infeasible" || result.status === "stopped") {
    expect("levels", [], [], result.levels);
    expect("proof", [], { mentees: [], mentors: [] }, result.proof);
    return [];
  }
  const { demand, capacity } = world.usablePlaces();
  const components = componentsOf(world, policy, demand, capacity);
  const names = [...new Set(components.map(({ name }) => name))];
  const priceOf = (prices: MatchResult["proof"]["mentees"], people: readonly { readonly id: string }[]): number[][] => {
    const byId = new Map(prices.map(({ id, price }) => [id, price]));
    // Each once, in order of id, with a price and nothing else; zeros are left out.
    const isPriced = people.filter(({ id }) => isNotZero(byId.get(id)));
    expect(
      "price-ids",
      [],
      isPriced.map(({ id }) => ({ id, price: byId.get(id) })),
      prices,
    );
    return people.map(({ id }) => {
      const price = byId.get(id) ?? components.map(() => 0);
      const isVector = Array.isArray(price) && price.length === components.length && price.every(Number.isSafeInteger);
      if (!isVector) expect("price", [id], `${components.length} integers`, price);
      return isVector ? [...price] : components.map(() => 0);
    });
  };
  const menteePrice = priceOf(result.proof.mentees, world.mentees);
  const mentorPrice = priceOf(result.proof.mentors, world.mentors);

  const bound = components.map(({ base }) => base);
  // Beyond the safe integers a sum could lose what a better assignment gains.
  let isExact = true;
  const add = (isDue: boolean, component: (at: number) => number): void => {
    const vector = components.map((_, at) => component(at));
    if (isDue || (vector.find((value) => value !== 0) ?? 0) > 0)
      for (const [at, value] of vector.entries()) {
        bound[at]! += value;
        isExact &&= Number.isSafeInteger(value) && Number.isSafeInteger(bound[at]!);
      }
  };
  world.mentees.forEach((_, mentee) => {
    for (let unit = 0; unit < demand[mentee]!; unit++) {
      add(false, (at) => menteePrice[mentee]![at]! + components[at]!.unit(mentee, unit));
    }
  });
  world.mentors.forEach((_, mentor) => {
    for (let unit = 0; unit < Math.max(capacity[mentor]!, world.freeMinimum[mentor]!); unit++) {
      add(
        unit < world.freeMinimum[mentor]!,
        (at) => mentorPrice[mentor]![at]! + components[at]!.mentorUnit(mentor, unit),
      );
    }
  });
  world.forEachFreePair((mentee, mentor) => {
    // Most pairs are decided by the first component that is not zero.
    for (let at = 0; at < components.length; at++) {
      const first = components[at]!.pair(mentee, mentor) - menteePrice[mentee]![at]! - mentorPrice[mentor]![at]!;
      if (first < 0) return;
      if (first > 0) break;
    }
    add(false, (at) => components[at]!.pair(mentee, mentor) - menteePrice[mentee]![at]! - mentorPrice[mentor]![at]!);
  });

  expect("exact-sums", [], true, isExact);
  const levels = names.map((name): LevelValue => {
    const its = components
      .map((component, at) => ({ component, at }))
      .filter(({ component }) => component.name === name);
    return {
      name,
      value: its.map(({ component }) => component.value(matches)),
      bound: its.map(({ at }) => bound[at]!),
    };
  });
  expect("levels", [], levels, result.levels);
  return levels;
}

const isNotZero = (price: unknown): boolean =>
  price !== undefined && !(Array.isArray(price) && price.every((value) => value === 0));
