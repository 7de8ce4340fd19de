/** One use of every kind, as a policy writes it: a new kind does not compile until it has one. */

import type { levels } from "../../src/matching/levels/index.js";
import type { rules } from "../../src/rules/index.js";
import type { participation } from "../../src/rules/participation/index.js";
import type { criteria } from "../../src/scoring/index.js";

type Examples<List> = { readonly [F in keyof List]: { readonly [field: string]: unknown } };

export const ruleExamples: Examples<typeof rules> = {
  differentDepartment: { rule: "different-department" },
  differentOrganisation: { rule: "different-organisation", onUnknown: "confirm" },
  moreSenior: { rule: "more-senior", by: 1, atMost: 3 },
  moreExperienced: { rule: "more-experienced", by: 3 },
  outsideReportingLine: { rule: "outside-reporting-line", levels: 3 },
  notLineManager: { rule: "not-line-manager" },
  notAppraiser: { rule: "not-appraiser", months: 12 },
  notSupervisor: { rule: "not-supervisor", months: 24 },
  noConflict: { rule: "no-conflict" },
  notPreviouslyPaired: { rule: "not-previously-paired", months: 36 },
  nominated: { rule: "nominated", by: "either" },
  sharedLanguage: { rule: "shared-language" },
  timeZoneWithin: { rule: "time-zone-within", hours: 3 },
  withinDistance: { rule: "within-distance", km: 60 },
  sameAttribute: { rule: "same-attribute", attribute: "profession" },
  differentAttribute: { rule: "different-attribute", attribute: "office" },
  anyOf: {
    rule: "any-of",
    id: "far-enough",
    rules: [{ rule: "different-department" }, { rule: "different-organisation" }],
  },
  allOf: {
    rule: "any-of",
    id: "senior-or-asked-for",
    rules: [
      { rule: "nominated" },
      { rule: "all-of", rules: [{ rule: "more-senior" }, { rule: "more-experienced", by: 2 }] },
    ],
  },
  not: { rule: "not", id: "other-profession", of: { rule: "same-attribute", attribute: "profession" } },
};

export const participationExamples: Examples<typeof participation> = {
  optedIn: { rule: "opted-in" },
  trained: { rule: "trained", onUnknown: "confirm" },
  approved: { rule: "approved" },
  atLeastGrade: { rule: "at-least-grade", grade: "Postdoc" },
  atMostGrade: { rule: "at-most-grade", grade: "Lecturer" },
  hasAttribute: { rule: "has-attribute", attribute: "attended", value: "launch" },
  anyOf: {
    rule: "any-of",
    id: "prepared",
    rules: [{ rule: "trained" }, { rule: "has-attribute", attribute: "attended" }],
  },
  allOf: { rule: "all-of", id: "ready", rules: [{ rule: "trained" }, { rule: "approved" }] },
  not: { rule: "not", id: "no-external", of: { rule: "has-attribute", attribute: "external" } },
};

export const criterionExamples: Examples<typeof criteria> = {
  sharedAreas: { criterion: "shared-areas", weight: 3 },
  sharedInterests: { criterion: "shared-interests" },
  sharedLanguage: { criterion: "shared-language", weight: 2 },
  sameAttribute: { criterion: "same-attribute", attribute: "profession" },
  jobRole: { criterion: "job-role", weight: 2 },
  seniorityGap: { criterion: "seniority-gap", ideal: 2 },
  experienceGap: { criterion: "experience-gap", ideal: 8, within: 12 },
  mentoringExperience: { criterion: "mentoring-experience", enough: 2 },
  nominations: { criterion: "nominations", by: "both", weight: 4 },
  distance: { criterion: "distance", km: 80 },
  timeZone: { criterion: "time-zone", workingHours: 7 },
  pairScores: { criterion: "pair-scores", scores: [["e07", "r12", 0.8]], max: 1 },
};

export const levelExamples: Examples<typeof levels> = {
  coverage: { level: "coverage" },
  priority: { level: "priority", by: "waiting", step: "month" },
  access: { level: "access" },
  keep: { level: "keep" },
  score: { level: "score" },
  worstOff: { level: "worst-off" },
  firstChoices: { level: "first-choices" },
  lastChoices: { level: "last-choices" },
  spread: { level: "spread" },
};
