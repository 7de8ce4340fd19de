/** HEE: the standards of Health Education East of England for setting up a mentoring scheme, as one scheme might fill them in. */
import type { PolicyInput } from "../policy/policy.js";

/** A policy that keeps the standards: nobody's appraiser or supervisor, within reach, and blind to what is protected. */
export const hee: PolicyInput = {
  name: "HEE",
  ladder: [
    "Foundation doctor",
    ["Core trainee", "Pharmacist"],
    "Specialty registrar",
    ["Consultant", "Lead pharmacist"],
  ],
  participation: {
    mentees: [{ rule: "opted-in" }],
    mentors: [
      { rule: "opted-in" },
      { rule: "trained" },
      { rule: "approved" },
      { rule: "has-attribute", id: "knows-training", attribute: "postgraduateTraining" },
    ],
  },
  must: [
    { rule: "not-appraiser", months: 12 },
    { rule: "not-supervisor", months: 12 },
    { rule: "no-conflict" },
    { rule: "same-attribute", id: "same-profession", attribute: "profession" },
    { rule: "different-organisation", onUnknown: "confirm" },
    { rule: "within-distance" },
  ],
  prefer: [
    { criterion: "nominations", by: "mentee", weight: 3 },
    { criterion: "same-attribute", id: "same-specialty", attribute: "specialty", weight: 2 },
    { criterion: "same-attribute", id: "same-setting", attribute: "setting", weight: 1 },
    { criterion: "shared-areas", weight: 2 },
    { criterion: "shared-interests", weight: 1 },
    { criterion: "mentoring-experience", enough: 3, weight: 1 },
    { criterion: "distance", km: 120, weight: 1 },
  ],
  capacity: { default: 1, max: 3 },
  limits: [
    { id: "places", atMost: 110 },
    { id: "foundation-places", atMost: 45, mentees: { grade: "Foundation doctor" } },
    { id: "two-of-one-trust", atMost: 2, each: "mentor", groupBy: "organisation" },
  ],
  // Tier 1 are those facing exams or a transition: they come first, and nobody is shut out for not being one.
  objective: ["coverage", { level: "priority", by: "tier" }, "access", "score"],
  standing: { pairs: "fixed" },
  waiting: { limitDays: 90 },
  protected: [
    "age",
    "disability",
    "ethnicity",
    "gender",
    "gender reassignment",
    "marriage and civil partnership",
    "pregnancy and maternity",
    "race",
    "religion or belief",
    "sex",
    "sexual orientation",
  ],
  restricted: ["performance", "appraisal outcome", "exam results"],
  terms: { months: 12, proposalDays: 28, renewable: 1, feedbackMonths: [6, 12] },
};
