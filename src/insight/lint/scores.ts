/** What the lint sees in the scores of the pairs that may be: criteria that never vary, and one that outweighs all others. */
import type { Columns } from "../../matching/compile.js";
import { fixPairs } from "../../matching/fixed.js";
import { eligiblePairs } from "../../matching/pairs.js";
import { MENTEE_SILENT, MENTOR_SILENT } from "../../scoring/criterion.js";
import { type LintFinding, lintFinding } from "./finding.js";

/** Findings in the order of the criteria, those that never vary first. */
export function lintScores(columns: Columns): LintFinding[] {
  const { criteria, weight, mentees } = columns;
  const pairs = eligiblePairs(columns, fixPairs(columns));
  if (pairs === undefined || pairs.mentor.length === 0) return [];
  const { start, mentor } = pairs;
  const first = criteria.map(() => Number.NaN);
  const varies = criteria.map(() => false);
  /** the smallest step a criterion makes among one mentee's mentors, and whether all others together can make up for it */
  const drowns = criteria.map(() => true);
  const steps = criteria.map(() => 0);
  for (let i = 0; i < mentees.length; i++) {
    const [from, to] = [start[i]!, start[i + 1]!];
    if (from === to) continue;
    const values = criteria.map(({ value }) =>
      Float64Array.from(mentor.subarray(from, to), (j) => counted(value(i, j))),
    );
    const share = criteria.map((_, at) => weight[i * criteria.length + at]!);
    const ranges = values.map((list, at) => share[at]! * rangeOf(list));
    values.forEach((list, at) => {
      if (Number.isNaN(first[at]!)) first[at] = list[0]!;
      varies[at] ||= list.some((value) => value !== first[at]);
      const step = share[at]! * leastStep(list);
      if (step === 0) return;
      steps[at]!++;
      drowns[at] &&= step > ranges.reduce((sum, range, other) => (other === at ? sum : sum + range), 0);
    });
  }
  // Criteria that are the same for all are told of as such; who stands alone has nobody to drown.
  const others = varies.filter(Boolean).length;
  return [
    ...criteria.flatMap(({ id }, at) =>
      varies[at]
        ? []
        : [
            lintFinding("criterion-never-varies", `prefer.${id}`, [], {
              pairs: mentor.length,
              points: Math.round(10_000 * first[at]!),
            }),
          ],
    ),
    ...criteria.flatMap(({ id }, at) =>
      others > 1 && steps[at]! > 0 && drowns[at]
        ? [lintFinding("weight-drowns-others", `prefer.${id}`, [], { mentees: steps[at]! })]
        : [],
    ),
  ];
}

const counted = (value: number): number => (value === MENTEE_SILENT ? 0.5 : value === MENTOR_SILENT ? 0 : value);

function rangeOf(list: Float64Array): number {
  let [least, most] = [list[0]!, list[0]!];
  for (const value of list) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return most - least;
}

/** The least difference of two values that differ; 0 where none do. */
function leastStep(list: Float64Array): number {
  const sorted = list.slice().sort();
  let least = 0;
  for (let at = 1; at < sorted.length; at++) {
    const step = sorted[at]! - sorted[at - 1]!;
    if (step > 0 && (least === 0 || step < least)) least = step;
  }
  return least;
}
