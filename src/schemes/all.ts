/** The schemes by name: the one list that the command line, the tests and the benchmarks go through. */
import type { PolicyInput } from "../policy/policy.js";
import type { Pool } from "../types.js";
import { accelerate } from "./accelerate.js";
import { accelerateCohort } from "./cohorts/accelerate.js";
import { heeCohort } from "./cohorts/hee.js";
import { lmicCohort } from "./cohorts/lmic.js";
import { palsCohort } from "./cohorts/pals.js";
import { hee } from "./hee.js";
import { lmic } from "./lmic.js";
import { pals } from "./pals.js";

/** A policy, and a made-up cohort to try it on. */
export interface Scheme {
  readonly policy: PolicyInput;
  readonly cohort: () => Pool;
}

/** By the name of its policy in lower case. */
export const SCHEMES: ReadonlyMap<string, Scheme> = new Map(
  [
    { policy: pals, cohort: palsCohort },
    { policy: lmic, cohort: lmicCohort },
    { policy: accelerate, cohort: accelerateCohort },
    { policy: hee, cohort: heeCohort },
  ].map((scheme) => [scheme.policy.name.toLowerCase(), scheme]),
);
