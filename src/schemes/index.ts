/**
 * The schemes that this package was made for, as policies, each with a made-up cohort to try it on.
 *
 * @packageDocumentation
 */
export { accelerate } from "./accelerate.js";
export { accelerateCohort } from "./cohorts/accelerate.js";
export { heeCohort } from "./cohorts/hee.js";
export { lmicCohort } from "./cohorts/lmic.js";
export { palsCohort } from "./cohorts/pals.js";
export { hee } from "./hee.js";
export { lmic } from "./lmic.js";
export { pals } from "./pals.js";
