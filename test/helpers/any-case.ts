/** A pool and a policy that fit together, all from one seed. */
import type { PoolInput } from "../../src/index.js";
import { anyConstraints } from "./any-constraints.js";
import { anyLimits } from "./any-objective.js";
import { anyPolicy, type JsonRecord } from "./any-policy.js";
import { anyPool, anyWords, type Size, withMatters } from "./any-pool.js";
import { chanceOf } from "./chance.js";

/** Plain JSON, so that a case can be printed and made smaller; {@link withFunctions} makes the policy runnable. */
export interface AnyCase {
  readonly pool: PoolInput;
  readonly policy: JsonRecord;
}

/** The case of a seed with every kind of level, limit, rule and criterion: mostly small, so that all kinds of trouble come often. */
export const anyWideCase = (seed: number): AnyCase => anyCase(seed, undefined, true);

/** The case of a seed; a plain one has the objectives and rules whose results look the same whoever solved it. */
export function anyCase(seed: number, size?: Size, isWide = false): AnyCase {
  const chance = chanceOf(seed);
  const people = anyPool(
    chance,
    size ?? (chance.once(40) ? { mentees: 40, mentors: 25 } : { mentees: 7, mentors: 5 }),
    isWide,
  );
  const idsOf = (list: unknown): string[] => (list as { id: string }[]).map(({ id }) => id);
  const policy = anyPolicy(chance, idsOf(people.mentees), idsOf(people.mentors), isWide);
  const words = anyWords(chance, people, [...idsOf(policy.must), "minimumScore"]);
  const pool = withMatters(chance, { ...people, ...words }, idsOf(policy.prefer));
  return { pool: pool as unknown as PoolInput, policy };
}

/** A plain case of a seed under limits, constraints or both. */
export function anyCrossingCase(seed: number): AnyCase {
  const { pool, policy } = anyCase(seed, { mentees: 7, mentors: 5 });
  const chance = chanceOf(seed ^ 0x5bd1e995);
  const ids = (pool.mentees as readonly { readonly id: string }[]).map(({ id }) => id);
  const limits = chance.once(2) ? { limits: anyLimits(chance) } : {};
  return { pool, policy: { ...policy, ...limits, ...(chance.once(5) ? {} : anyConstraints(chance, ids)) } };
}
