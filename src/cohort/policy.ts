/** The scheme that made-up cohorts belong to. */

/** The policy that goes with a cohort. */
export interface CohortPolicy {
  /** `"Synthetic scheme"`, from which the lottery's draws are made, too */
  readonly name: string;
  /** eight grades, lowest first */
  readonly ladder: readonly string[];
  /** who may take part: those who opted in */
  readonly participation: {
    /** rules that all have to let a mentee in */
    readonly mentees: readonly {
      /** the name of a participation rule */
      readonly rule: string;
    }[];
    /** rules that all have to let a mentor in */
    readonly mentors: readonly {
      /** the name of a participation rule */
      readonly rule: string;
    }[];
  };
  /** rules that all have to allow a pair */
  readonly must: readonly {
    /** the name of a rule */
    readonly rule: string;
    /** of `more-senior`: fewest steps above the mentee */
    readonly by?: number;
    /** what becomes of pairs it cannot tell of; absent leaves it at the default */
    readonly onUnknown?: string;
  }[];
  /** criteria that score a pair */
  readonly prefer: readonly {
    /** the name of a criterion */
    readonly criterion: string;
    /** how much it counts beside the others */
    readonly weight: number;
  }[];
  /** names of levels, the most important first */
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
