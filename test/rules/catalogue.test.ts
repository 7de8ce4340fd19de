/** What the lists of rules say of themselves. */
import { expect, test } from "vitest";
import { rules } from "../../src/rules/index.js";
import { participation } from "../../src/rules/participation/index.js";
import type { Rule } from "../../src/rules/rule.js";

const camel = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

test("rules and participation list each kind under the camel case of its JSON name", () => {
  for (const list of [rules, participation]) {
    const names = Object.values(list).map(({ kind }) => kind.name);
    expect(Object.keys(list)).toEqual(names.map(camel));
  }
});

const attribute = { attribute: "office" };
const made: readonly Rule[] = [
  rules.differentDepartment(),
  rules.moreSenior(),
  rules.outsideReportingLine({ levels: 1 }),
  rules.notLineManager(),
  rules.notAppraiser(),
  rules.notSupervisor(),
  rules.noConflict(),
  rules.sameAttribute(attribute),
  rules.differentAttribute({ attribute: "organisation" }),
  rules.differentOrganisation(),
  rules.moreExperienced({ by: 2.5 }),
  rules.notPreviouslyPaired({ months: 24 }),
  rules.nominated(),
  rules.sharedLanguage(),
  rules.timeZoneWithin({ hours: 3 }),
  rules.withinDistance({ km: 40 }),
];

test("rules bind at pairing where the world may move on, and always where a relation stands", () => {
  expect(Object.fromEntries(made.map(({ name, when }) => [name, when]))).toEqual({
    "different-department": "pairing",
    "more-senior": "pairing",
    "outside-reporting-line": "always",
    "not-line-manager": "always",
    "not-appraiser": "always",
    "not-supervisor": "always",
    "no-conflict": "always",
    "same-attribute": "pairing",
    "different-attribute": "pairing",
    "different-organisation": "pairing",
    "more-experienced": "pairing",
    "not-previously-paired": "pairing",
    nominated: "pairing",
    "shared-language": "pairing",
    "time-zone-within": "pairing",
    "within-distance": "pairing",
  });
  expect(rules.noConflict({ when: "pairing" }).when).toBe("pairing");
  expect(rules.anyOf({ rules: [rules.noConflict()], when: "pairing" }).when).toBe("pairing");
});

test("rules say what they read of each side", () => {
  const lines = ["lineManager", "supervisors"];
  const dated = ["relations", "asOf"];
  expect(Object.fromEntries(made.map(({ name, reads }) => [name, reads]))).toEqual({
    "different-department": { mentee: ["department"], mentor: ["department"] },
    "more-senior": { mentee: ["grade"], mentor: ["grade"] },
    "outside-reporting-line": { mentee: lines, mentor: lines, through: [...lines, "reportingLines", ...dated] },
    "not-line-manager": { mentee: ["lineManager"], mentor: [] },
    "not-appraiser": { mentee: ["appraisers"], mentor: [], through: dated },
    "not-supervisor": { mentee: ["supervisors"], mentor: [], through: dated },
    "no-conflict": { mentee: ["conflicts"], mentor: ["conflicts"], through: dated },
    "same-attribute": { mentee: ["attributes.office"], mentor: ["attributes.office"] },
    "different-attribute": { mentee: ["organisation"], mentor: ["organisation"] },
    "different-organisation": { mentee: ["organisation"], mentor: ["organisation"] },
    "more-experienced": { mentee: ["experienceYears"], mentor: ["experienceYears"] },
    "not-previously-paired": { mentee: [], mentor: [], through: ["pairs", "asOf"] },
    nominated: { mentee: ["nominations"], mentor: [] },
    "shared-language": { mentee: ["languages"], mentor: ["languages"] },
    "time-zone-within": { mentee: ["utcOffsetHours"], mentor: ["utcOffsetHours"] },
    "within-distance": { mentee: ["location", "maxDistanceKm", "modes"], mentor: ["location", "modes"] },
  });
});

test("rules say what they demand in one clause", () => {
  expect(made.map(({ words }) => words)).toEqual([
    "the two belong to different departments",
    "the mentor is at least 1 step above the mentee on the ladder",
    "neither stands above the other in the reporting line within 1 step",
    "the mentor is not the mentee's line manager",
    "the mentor has no part in the mentee's appraisal",
    "the mentor does not supervise the mentee",
    "neither has declared a conflict of interest with the other",
    "the two have the same office",
    "the two differ in organisation",
    "the two belong to different organisations",
    "the mentor has at least 2.5 years more experience than the mentee",
    "the two have not been a pair in the last 24 months",
    "the mentee has nominated the mentor",
    "the two have a language in common",
    "the two clocks differ by at most 3 hours",
    "the two are within 40 km and the mentee's maximum distance of each other, unless they can meet otherwise",
  ]);
});
