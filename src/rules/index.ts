/** Every rule this package brings: one line each. */
import { allOf } from "./all-of.js";
import { anyOf } from "./any-of.js";
import { differentAttribute } from "./different-attribute.js";
import { differentDepartment } from "./different-department.js";
import { differentOrganisation } from "./different-organisation.js";
import { moreExperienced } from "./more-experienced.js";
import { moreSenior } from "./more-senior.js";
import { noConflict } from "./no-conflict.js";
import { nominated } from "./nominated.js";
import { not } from "./not.js";
import { notAppraiser } from "./not-appraiser.js";
import { notLineManager } from "./not-line-manager.js";
import { notPreviouslyPaired } from "./not-previously-paired.js";
import { notSupervisor } from "./not-supervisor.js";
import { outsideReportingLine } from "./outside-reporting-line.js";
import { sameAttribute } from "./same-attribute.js";
import { sharedLanguage } from "./shared-language.js";
import { timeZoneWithin } from "./time-zone-within.js";
import { withinDistance } from "./within-distance.js";

/** The rules on pairs of this package, as factories: `rules.moreSenior({ by: 1 })` is an entry of `must`. */
export const rules = {
  differentDepartment,
  differentOrganisation,
  moreSenior,
  moreExperienced,
  outsideReportingLine,
  notLineManager,
  notAppraiser,
  notSupervisor,
  noConflict,
  notPreviouslyPaired,
  nominated,
  sharedLanguage,
  timeZoneWithin,
  withinDistance,
  sameAttribute,
  differentAttribute,
  anyOf,
  allOf,
  not,
};
