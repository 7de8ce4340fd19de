/** `mentor-match demo`: a made-up cohort, matched. */
import { syntheticCohort } from "../cohort.js";
import type { PolicyInput } from "../policy/policy.js";
import type { PoolInput } from "../pool.js";
import type { Flags } from "./flags.js";
import { show } from "./match.js";

/** Forty mentees and twenty-five mentors, some in both roles, with too few places for all. */
export function demoCommand(flags: Flags): number {
  const { pool, policy } = syntheticCohort({ mentees: 40, mentors: 25, seed: 2026 });
  return show(pool as PoolInput, policy as unknown as PolicyInput, flags);
}
