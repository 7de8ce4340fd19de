/** The levels: what they come to, and the bound that the prices prove over all pairs. */
import type { Policy } from "../../policy/policy.js";
import type { LevelValue, MatchResult } from "../../types.js";
import { checkSearched } from "./claims.js";
import { componentsOf } from "./levels.js";
import { boundOf, type Counted, type PriceVectors, pricesOf, type Worth } from "./prices.js";
import type { Expect, Made, World } from "./terms.js";

/** The value of each level and the bound that the prices prove, both computed anew. */
export function checkLevels(
  world: World,
  policy: Policy,
  counted: Counted,
  result: MatchResult,
  matches: readonly Made[],
  expect: Expect,
): readonly LevelValue[] {
  if (result.status === "infeasible" || result.status === "stopped") {
    expect("levels", [], [], result.levels);
    if (result.status === "stopped") expect("proof", [], { mentees: [], mentors: [] }, result.proof);
    return [];
  }
  const { demand, capacity } = world.usablePlaces();
  const components = componentsOf(world, policy, demand, capacity);
  const names = [...new Set(components.map(({ name }) => name))];
  const prices = pricesOf(world, counted, result, components.length, expect);
  const { bound, isExact } = boundOf(world, counted, components, prices);
  expect("exact-sums", [], true, isExact);
  if (result.status === "searched") checkSearched(world, policy, counted, components, matches, expect);
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

/** What proves an infeasible result where limits take part: its prices, if even nothing at all has a bound below 0 with them. */
export function refutationOf(
  world: World,
  counted: Counted,
  result: MatchResult,
  expect: Expect,
): PriceVectors | undefined {
  const prices = pricesOf(world, counted, result, 1, expect);
  const { bound, isExact } = boundOf(world, counted, [NOTHING], prices);
  return isExact && bound[0]! < 0 ? prices : undefined;
}

const nothing = (): number => 0;

/** A level at which nothing is worth anything. */
const NOTHING: Worth = { base: 0, pair: nothing, unit: nothing, mentorUnit: nothing };
