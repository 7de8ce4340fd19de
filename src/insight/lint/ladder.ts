/** What the lint sees in a ladder: steps that nobody may mentor, grades on no step, steps that nobody stands on. */
import { stepOf } from "../../ladder.js";
import type { Columns } from "../../matching/compile.js";
import { compile } from "../../matching/compile.js";
import { refusalsOf } from "../../matching/eligibility.js";
import type { Policy } from "../../policy/policy.js";
import { parsePolicy } from "../../policy.js";
import { parsePool } from "../../pool.js";
import { aboutPeople, type LintFinding, lintFinding } from "./finding.js";

/**
 * Judges one made-up mentee and one made-up mentor of each step by the rules that read nothing but grades: whom they refuse
 * no data can help.
 */
export function lintLadder(policy: Policy, columns: Columns | undefined): LintFinding[] {
  const { ladder } = policy;
  if (ladder.length === 0) return [];
  const people = (role: string) => ladder.map(([grade = ""], step) => ({ id: `${role}${step}`, grade }));
  const pool = parsePool({ mentees: people("e"), mentors: people("r") });
  const steps = compile(pool, gradesOnly(policy));
  const all = [...ladder.keys()];
  const indexOf = (role: "mentee" | "mentor", step: number): number =>
    role === "mentee" ? steps.menteeIndex.get(`e${step}`)! : steps.mentorIndex.get(`r${step}`)!;
  const may = (part: Columns["menteesPart"], index: number): boolean => part.refusedBy[index]!.length === 0;
  const mentors = all.map((step) => indexOf("mentor", step)).filter((mentor) => may(steps.mentorsPart, mentor));
  const asking = all.filter((step) => may(steps.menteesPart, indexOf("mentee", step)));
  const without = asking.filter((step) =>
    mentors.every((mentor) => refusalsOf(steps, indexOf("mentee", step), mentor).length > 0),
  );
  const impossible =
    without.length === asking.length
      ? [lintFinding("ladder-allows-nobody", "ladder", [], {})]
      : without.flatMap((step) => helpless(policy, columns, step));
  return columns === undefined ? impossible : [...impossible, ...gradesIn(columns)];
}

/** The policy with nothing in it but what grades alone decide. */
function gradesOnly({ name, ladder, must, participation }: Policy): Policy {
  const isGrade = (fields: readonly string[]): boolean => fields.every((field) => field === "grade");
  const alone = {
    name,
    ladder,
    must: must.filter(({ reads: { mentee, mentor, through = [] } }) => isGrade([...mentee, ...mentor, ...through])),
    participation: {
      mentees: participation.mentees.filter(({ reads }) => isGrade(reads)),
      mentors: participation.mentors.filter(({ reads }) => isGrade(reads)),
    },
  };
  return parsePolicy(alone);
}

/** A step that no grade may mentor, with the mentees on it who ask. */
function helpless({ ladder }: Policy, columns: Columns | undefined, step: number): LintFinding[] {
  const path = `ladder[${step}]`;
  if (columns === undefined) return [lintFinding("step-without-mentors", path, [], {})];
  const { mentees, menteesPart, demand } = columns;
  const on = mentees.filter(
    ({ grade }, mentee) =>
      grade !== undefined &&
      ladder[step]!.includes(grade) &&
      menteesPart.refusedBy[mentee]!.length === 0 &&
      demand[mentee]! > 0,
  );
  return aboutPeople(
    "step-without-mentors",
    path,
    on.map(({ id }) => id),
  );
}

function gradesIn({ mentees, mentors, policy: { ladder } }: Columns): LintFinding[] {
  const steps = stepOf(ladder);
  const graded = [...mentees, ...mentors].filter(({ grade }) => grade !== undefined);
  const taken = new Set(graded.map(({ grade }) => steps.get(grade!)));
  const off = graded.filter(({ grade }) => !steps.has(grade!));
  return [
    ...aboutPeople(
      "grade-not-on-ladder",
      "ladder",
      off.map(({ id }) => id),
    ),
    ...[...ladder.keys()]
      .filter((step) => !taken.has(step))
      .map((step) => lintFinding("step-empty", `ladder[${step}]`, [], {})),
  ];
}
