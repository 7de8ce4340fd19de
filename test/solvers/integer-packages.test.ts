/** What a search makes of a package that tells it little, or denies what it said before. */
import { expect, test } from "vitest";
import type { LinearProgramme, LinearSolver } from "../../src/matching/solvers/integer/linear-programme.js";
import { integerProgramme } from "../../src/matching/solvers/integer.js";
import { solveLinear } from "../../src/matching/solvers/linear-program.js";
import { valueOf } from "../helpers/bound.js";
import { runs } from "../helpers/counts.js";
import { bestOfAll, crossingProblem } from "../helpers/crossing-problems.js";
import { faults } from "../helpers/faults.js";

const nothing = ({ most, columns }: LinearProgramme) => {
  return { isFeasible: true, value: new Float64Array(columns.length), dual: new Float64Array(most.length) };
};

const everything = (programme: LinearProgramme) => {
  const { isFeasible, value, dual } = nothing(programme);
  return { isFeasible, value: value.fill(1), dual };
};

/** Denies every third programme, whatever is in it. */
function forgetful(): LinearSolver {
  let asked = 0;
  return (programme) => ({ ...solveLinear(programme), ...(++asked % 3 === 0 ? { isFeasible: false } : {}) });
}

const denying = (programme: LinearProgramme) => ({ ...nothing(programme), isFeasible: false });

test.each<[string, () => LinearSolver]>([
  ["says nothing of any programme", () => nothing],
  ["says that all is chosen", () => everything],
  ["denies every third programme", forgetful],
  ["denies every programme", () => denying],
])("integerProgramme() finds the best of all assignments though its package %s", (_, make) => {
  const wrong = faults(runs(120), (seed) => {
    const problem = crossingProblem(seed);
    if (problem.limits === undefined && problem.constraints === undefined) return undefined;
    const best = bestOfAll(problem);
    const found = integerProgramme(problem, make());
    const value = found.stop === "optimal" ? valueOf(problem, found.chosen) : undefined;
    return value?.join() === best?.join() ? undefined : `${found.stop} ${value?.join()}, best ${best?.join()}`;
  });
  expect(wrong).toEqual([]);
});
