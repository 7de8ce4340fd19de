/** Every rule this package brings: one line each. */
import { allOf } from "./all-of.js";
import { anyOf } from "./any-of.js";
import { differentAttribute } from "./different-attribute.js";
import { differentDepartment } from "./different-department.js";
import { moreSenior } from "./more-senior.js";
import { noConflict } from "./no-conflict.js";
import { not } from "./not.js";
import { notAppraiser } from "./not-appraiser.js";
import { notLineManager } from "./not-line-manager.js";
import { notSupervisor } from "./not-supervisor.js";
import { outsideReportingLine } from "./outside-reporting-line.js";
import { sameAttribute } from "./same-attribute.js";

export const rules = {
  differentDepartment,
  moreSenior,
  outsideReportingLine,
  notLineManager,
  notAppraiser,
  notSupervisor,
  noConflict,
  sameAttribute,
  differentAttribute,
  anyOf,
  allOf,
  not,
};
