/** ACCELERATE: leaders in medical innovation mentor early-career researchers for six months, 2020–21. */
import type { PolicyInput } from "../policy/policy.js";

/** The policy of a scheme in which mentees and mentors meet first, and then nominate each other. */
export const accelerate: PolicyInput = {
  name: "ACCELERATE",
  // One order of steps across a university, a hospital and industry.
  ladder: [
    ["PhD student", "Specialty trainee", "Associate Scientist"],
    ["Postdoc", "Clinical Research Fellow", "Scientist"],
    ["Lecturer", "Clinical Lecturer", "Senior Scientist"],
    ["Senior Lecturer", "Consultant", "Principal Scientist"],
    ["Professor", "Clinical Director", "Vice President"],
  ],
  participation: {
    mentees: [
      { rule: "opted-in" },
      { rule: "at-most-grade", grade: "Lecturer" },
      { rule: "has-attribute", id: "launch", attribute: "attended", value: "launch" },
      { rule: "has-attribute", id: "masterclass", attribute: "attended", value: "masterclass" },
    ],
    mentors: [
      { rule: "opted-in" },
      { rule: "at-least-grade", grade: "Senior Lecturer" },
      { rule: "has-attribute", id: "launch", attribute: "attended", value: "launch" },
      { rule: "has-attribute", id: "masterclass", attribute: "attended", value: "masterclass" },
    ],
  },
  must: [{ rule: "no-conflict" }],
  // Whom somebody did not nominate they rank by these.
  prefer: [
    { criterion: "nominations", by: "both", weight: 2 },
    { criterion: "shared-areas", weight: 1 },
  ],
  capacity: { default: 1, max: 1 },
  objective: { stable: "mentees" },
  terms: { months: 6, meetings: { atLeast: 3, perMonths: 6 }, feedbackMonths: [1] },
};
