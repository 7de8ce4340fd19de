/** What each level counts, said once more in the verifier's own words. */

import type { LevelKind } from "../level.js";
import { drawsOf } from "../matching/levels/lottery.js";
import type { Policy } from "../policy/policy.js";
import type { World } from "./verify-terms.js";

/** The levels that the verifier can re-derive, as names that a policy may use. */
export const levelsKnown: readonly LevelKind[] = ["coverage", "score"].map((name) => ({
  name,
  shape: () => ({}),
  reads: () => [],
  words: () => name,
  bind: () => [],
}));

/** One component of a level. */
export interface Component {
  readonly name: string;
  /** what decided pairs bring */
  readonly base: number;
  readonly pair: (mentee: number, mentor: number) => number;
  /** what a mentee's further match is worth, counted from 0 */
  readonly unit: (mentee: number, unit: number) => number;
  readonly value: (
    matches: readonly { readonly mentee: number; readonly mentor: number; readonly isFixed: boolean }[],
  ) => number;
}

/**
 * The components of the policy's levels in its order, then the lottery's. Levels that it does not know have none.
 *
 * @param demand - places of each mentee that can be filled at all
 */
export function componentsOf(world: World, policy: Policy, demand: readonly number[]): readonly Component[] {
  const { mentees, mentors, fixed, menteeUsed, points } = world;
  const nothing = (): number => 0;
  const most = Math.max(1, ...new Set(demand.map((free, mentee) => free + menteeUsed[mentee]!)));
  const coverage = Array.from({ length: most }, (_, nth): Component => {
    return {
      name: "coverage",
      base: menteeUsed.filter((used) => used > nth).length,
      pair: nothing,
      unit: (mentee, unit) => (menteeUsed[mentee]! + unit === nth ? 1 : 0),
      value: (matches) => {
        const has = mentees.map(() => 0);
        for (const { mentee } of matches) has[mentee]!++;
        return has.filter((count) => count > nth).length;
      },
    };
  });
  const score: Component = {
    name: "score",
    base: fixed.reduce((sum, { mentee, mentor }) => sum + points(mentee, mentor), 0),
    pair: points,
    unit: nothing,
    value: (matches) => matches.reduce((sum, { mentee, mentor }) => sum + points(mentee, mentor), 0),
  };
  const ids = (people: readonly { readonly id: string }[]): string[] => people.map(({ id }) => id);
  const { ticket, draw } = drawsOf(policy.lottery, ids(mentees), ids(mentors));
  const fresh =
    (value: (mentee: number, mentor: number) => number): Component["value"] =>
    (matches) =>
      matches.reduce((sum, { mentee, mentor, isFixed }) => (isFixed ? sum : sum - value(mentee, mentor)), 0);
  const lottery: Component[] = [
    {
      name: "lottery",
      base: 0,
      pair: nothing,
      unit: (mentee) => -ticket[mentee]!,
      value: fresh((mentee) => ticket[mentee]!),
    },
    { name: "lottery", base: 0, pair: (mentee, mentor) => -draw(mentee, mentor), unit: nothing, value: fresh(draw) },
  ];
  const known: { readonly [level: string]: readonly Component[] } = { coverage, score: [score] };
  return [...policy.objective.flatMap(({ name }) => known[name] ?? []), ...lottery];
}
