/** The scheme that made-up cohorts belong to. */

/** The policy that goes with a cohort. */
export interface CohortPolicy {
  readonly name: string;
  readonly ladder: readonly string[];
  readonly participation: { readonly [role in "mentees" | "mentors"]: readonly { readonly rule: string }[] };
  readonly must: readonly { readonly rule: string; readonly by?: number; readonly onUnknown?: string }[];
  readonly prefer: readonly { readonly criterion: string; readonly weight: number }[];
  readonly objective: readonly string[];
}

/** The cohort's grades, lowest first. */
export const LADDER: readonly string[] = [
  "Grade 1",
  "Grade 2",
  "Grade 3",
  "Grade 4",
  "Grade 5",
  "Grade 6",
  "Grade 7",
  "Grade 8",
];

/** A policy like a university scheme's, made anew each time. */
export const cohortPolicy = (): CohortPolicy => ({
  name: "Synthetic scheme",
  ladder: [...LADDER],
  participation: { mentees: [{ rule: "opted-in" }], mentors: [{ rule: "opted-in" }] },
  must: [
    { rule: "different-department" },
    { rule: "more-senior", by: 1 },
    { rule: "outside-reporting-line", onUnknown: "confirm" },
    { rule: "no-conflict" },
  ],
  prefer: [
    { criterion: "shared-areas", weight: 3 },
    { criterion: "shared-interests", weight: 1 },
    { criterion: "seniority-gap", weight: 1 },
  ],
  objective: ["coverage", "score"],
});
