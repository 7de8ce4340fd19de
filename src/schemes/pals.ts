/** PaLS: a university division's mentoring scheme, from its handbook of 2023. */
import type { PolicyInput } from "../policy/policy.js";

/** The policy of a university division: mentors more senior, from another department and outside the line. */
export const pals: PolicyInput = {
  name: "PaLS",
  ladder: [
    "PhD student before upgrade",
    "PhD student",
    ["Postdoc", "Research Fellow"],
    "Lecturer",
    ["Associate Professor", "Senior Lecturer"],
    "Professor",
  ],
  participation: {
    mentees: [{ rule: "opted-in" }, { rule: "at-least-grade", grade: "PhD student" }],
    mentors: [{ rule: "opted-in" }, { rule: "at-least-grade", grade: "Postdoc" }],
  },
  must: [
    { rule: "different-department" },
    { rule: "more-senior", by: 1 },
    { rule: "more-experienced", by: 1, onUnknown: "confirm" },
    { rule: "outside-reporting-line", onUnknown: "confirm" },
    { rule: "no-conflict" },
  ],
  prefer: [
    { criterion: "shared-areas", weight: 3 },
    { criterion: "seniority-gap", weight: 2, ideal: 2 },
    { criterion: "experience-gap", weight: 1, ideal: 10, within: 15 },
  ],
  capacity: { default: 1 },
  // For every person who asks, first; then who has waited longest; then who is served, before with whom.
  objective: ["coverage", { level: "priority", by: "waiting", step: "month" }, "access", "score"],
  minimumScore: 2000,
  weakScore: 4000,
  standing: { pairs: "fixed" },
  terms: {
    months: 12,
    proposalDays: 28,
    firstMeetingDays: 56,
    agreementDays: 84,
    meetings: { atLeast: 3, perMonths: 12 },
    renewable: 1,
  },
};
