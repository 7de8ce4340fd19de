/** Every participation rule this package brings: one line each. */
import { allOf } from "./all-of.js";
import { anyOf } from "./any-of.js";
import { approved } from "./approved.js";
import { atLeastGrade } from "./at-least-grade.js";
import { atMostGrade } from "./at-most-grade.js";
import { hasAttribute } from "./has-attribute.js";
import { not } from "./not.js";
import { optedIn } from "./opted-in.js";
import { trained } from "./trained.js";

/** The rules on people of this package, as factories: `participation.optedIn()` is an entry of `participation`. */
export const participation = {
  optedIn,
  trained,
  approved,
  atLeastGrade,
  atMostGrade,
  hasAttribute,
  anyOf,
  allOf,
  not,
};
