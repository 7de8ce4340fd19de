/** `mentor-match demo`: a made-up cohort shaped like a university scheme's, matched; or the story of a scheme. */
import { syntheticCohort } from "../cohort.js";
import type { PolicyInput } from "../policy/policy.js";
import type { PoolInput } from "../pool.js";
import type { Flags } from "./flags.js";
import { show } from "./match.js";
import type { Outcome } from "./outcome.js";
import { schemeNamed } from "./schemes.js";
import { story } from "./story.js";

const LADDER = [
  "PhD student before upgrade",
  "PhD student",
  "Postdoc",
  "Senior Postdoc",
  "Lecturer",
  "Senior Lecturer",
  "Associate Professor",
  "Professor",
];

const POLICY: PolicyInput = {
  name: "Demo scheme",
  ladder: LADDER,
  participation: {
    mentees: [{ rule: "opted-in" }, { rule: "at-least-grade", grade: "PhD student" }],
    mentors: [{ rule: "opted-in" }, { rule: "at-least-grade", grade: "Postdoc" }],
  },
  must: [
    { rule: "different-department" },
    { rule: "more-senior", by: 1 },
    { rule: "outside-reporting-line", onUnknown: "confirm" },
    { rule: "no-conflict" },
  ],
  prefer: [
    { criterion: "shared-areas", weight: 3 },
    { criterion: "shared-interests" },
    { criterion: "seniority-gap", ideal: 2 },
  ],
};

/** Forty mentees and twenty-five mentors, some in both roles, with too few places for all; or the scheme that is named. */
export function demoCommand(flags: Flags, [name]: readonly string[]): Outcome {
  if (name !== undefined) return tell(name, flags);
  const { pool } = syntheticCohort({ mentees: 40, mentors: 25, seed: 7, shape: { departments: 5, placesPercent: 60 } });
  return show(
    { ...pool, mentees: pool.mentees.map(graded), mentors: pool.mentors.map(graded) } as PoolInput,
    POLICY,
    flags,
  );
}

/** The story of a scheme; as JSON, or written into a folder, the result of its first round. */
function tell(name: string, flags: Flags): Outcome {
  const scheme = schemeNamed(name);
  if (flags.json === true || flags.out !== undefined) return show(scheme.cohort(), scheme.policy, flags);
  const { text, isProved } = story(scheme);
  return { code: isProved ? 0 : 3, text };
}

/** The cohort's grades are numbered from the lowest step up: "Grade 3" is the third. */
function graded<P extends { readonly grade?: string }>(person: P): P {
  return person.grade === undefined ? person : { ...person, grade: LADDER[Number(person.grade.slice(6)) - 1]! };
}
