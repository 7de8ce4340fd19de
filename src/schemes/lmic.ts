/** LMIC: an international clinical-trials mentoring scheme, from its strategy and guide of 2022–23. */
import type { PolicyInput } from "../policy/policy.js";

/** The policy of a scheme across twelve countries and their time zones, with requests at any time. */
export const lmic: PolicyInput = {
  name: "LMIC",
  ladder: [
    ["Trial assistant", "Junior data manager"],
    ["Trial coordinator", "Data manager", "Research nurse"],
    ["Trial manager", "Statistician", "Senior research nurse"],
    ["Senior trial manager", "Senior statistician"],
    ["Head of trials", "Principal investigator"],
  ],
  participation: {
    mentees: [{ rule: "opted-in" }, { rule: "trained" }],
    mentors: [{ rule: "opted-in" }, { rule: "trained" }],
  },
  must: [
    { rule: "shared-language" },
    { rule: "time-zone-within", hours: 6 },
    { rule: "outside-reporting-line" },
    { rule: "no-conflict" },
  ],
  // The mentor is normally the more senior: a wish, no rule. `matters` lets a mentee say which of the first two counts.
  prefer: [
    { criterion: "job-role", weight: 2 },
    { criterion: "shared-areas", weight: 2 },
    { criterion: "seniority-gap", weight: 1, ideal: 1 },
    { criterion: "time-zone", weight: 1, workingHours: 8 },
  ],
  capacity: { default: 1, max: 3 },
  objective: ["coverage", { level: "priority", by: "waiting", step: "month" }, "access", "score"],
  standing: { pairs: "fixed" },
  waiting: { limitMonths: 2 },
  terms: { months: 12, proposalDays: 30, meetings: { atLeast: 2, perMonths: 12 }, feedbackMonths: [3, 6] },
};
