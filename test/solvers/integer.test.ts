import { expect, test } from "vitest";
import { SolverError } from "../../src/errors.js";
import { match, verify } from "../../src/index.js";
import { onlyThese } from "../../src/matching/solvers/integer/conflict.js";
import type { LinearSolver } from "../../src/matching/solvers/integer/linear-programme.js";
import { integerProgramme } from "../../src/matching/solvers/integer.js";
import { solveLinear } from "../../src/matching/solvers/linear-program.js";
import { runs } from "../helpers/counts.js";
import { bestOfAll, crossingProblem } from "../helpers/crossing-problems.js";
import { faults } from "../helpers/faults.js";
import { random } from "../helpers/problems.js";

/** Gives up after so many programmes, once or from then on. */
function solvingOnly(programmes: number, isForGood: boolean): LinearSolver {
  let left = programmes;
  return (programme) => {
    if (--left === -1 || (left < 0 && isForGood))
      throw new SolverError("too-long", "Cannot go on: the search grew too long");
    return solveLinear(programme);
  };
}

test("integerProgramme() says infeasible, with bounds that are in conflict, where the search for the fewest grows too long", () => {
  const seen = { thrown: 0, larger: 0, same: 0 };
  const wrong = faults(runs(400), (seed) => {
    const problem = crossingProblem(seed);
    if (problem.limits === undefined && problem.constraints === undefined) return undefined;
    if (bestOfAll(problem) !== undefined) return undefined;
    const fewest = integerProgramme(problem, solveLinear).conflicts?.length;
    if (fewest === undefined) return undefined;
    for (const programmes of [1, 2, 3, 5, 8, 13, -1, -2, -3, -5, -8, -13]) {
      let found: ReturnType<typeof integerProgramme>;
      try {
        found = integerProgramme(problem, solvingOnly(Math.abs(programmes), programmes < 0));
      } catch (error) {
        // Nothing was known yet.
        if (!(error instanceof SolverError)) return `threw ${error}`;
        seen.thrown++;
        continue;
      }
      const { stop, conflicts = [] } = found;
      if (stop !== "infeasible" || conflicts.length < 1) return `${stop} with ${conflicts.length} conflicts`;
      if (bestOfAll(onlyThese(problem, conflicts)) !== undefined) return "what it names can be kept";
      seen[conflicts.length > fewest ? "larger" : "same"]++;
    }
    return undefined;
  });
  expect(wrong).toEqual([]);
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
});

/** A cohort of 120 mentees and 80 mentors in twelve departments, whose scores differ. */
function cohort() {
  const next = random(1);
  const below = (count: number) => Math.floor(next() * count);
  const areas = () => Array.from("abcdefghij").filter(() => next() < 0.3);
  const person = (id: string) => ({ id, department: `D${below(12)}`, grade: `G${below(6)}` });
  return {
    mentees: Array.from({ length: 120 }, (_, i) => ({ ...person(`e${i}`), seeks: areas() })),
    mentors: Array.from({ length: 80 }, (_, j) => ({ ...person(`r${j}`), offers: areas(), capacity: 1 + below(2) })),
  };
}

test("match() finds the most that a share allows over 120 × 80, and the best of those", () => {
  const pool = cohort();
  const policy = {
    name: "share",
    must: [{ rule: "different-department" }],
    prefer: [{ criterion: "shared-areas", weight: 1 }],
    objective: ["coverage", "access", "score"],
  };
  const isIn = (list: readonly { readonly id: string; readonly grade: string }[], id: string) =>
    list.find((one) => one.id === id)!.grade === "G5";
  const group = pool.mentors.filter(({ grade }) => grade === "G5");
  const others = pool.mentors.filter(({ grade }) => grade !== "G5").reduce((sum, { capacity }) => sum + capacity, 0);
  const atMost = match(pool, {
    ...policy,
    constraints: [{ share: { mentors: { grade: "G5" } }, atMostPercent: 5 }],
  } as never);
  expect(atMost.status).toBe("searched");
  const inGroup = atMost.matches.filter(({ mentorId }) => isIn(pool.mentors, mentorId)).length;
  expect(group.length).toBeGreaterThan(10);
  // Nineteen of others allow one of the group: so many others as there are places, and not one less.
  expect(inGroup).toBe(Math.floor(others / 19));
  expect(atMost.matches).toHaveLength(Math.min(120, others + inGroup));
  // With so many of the group as a limit instead, nothing is better.
  const limited = match(pool, {
    ...policy,
    limits: [
      { id: "group", mentors: { grade: "G5" }, atMost: inGroup },
      { id: "all", atLeast: atMost.matches.length },
    ],
  } as never);
  expect(atMost.levels.map(({ value }) => value)).toEqual(limited.levels.map(({ value }) => value));
});

test("match() keeps a share of some mentees among some mentors over 120 × 80 without giving up most matches", () => {
  const pool = cohort();
  const policy = {
    name: "share of both",
    must: [{ rule: "different-department" }],
    prefer: [{ criterion: "shared-areas", weight: 1 }],
    constraints: [
      { share: { mentees: { grade: ["G0", "G1", "G2"] }, mentors: { grade: ["G4", "G5"] } }, atMostPercent: 10 },
    ],
  };
  const result = match(pool, policy as never);
  expect(verify(pool, policy as never, result)).toMatchObject({ status: result.status, issues: [] });
  const free = match(pool, { ...policy, constraints: [] } as never);
  expect(result.matches.length).toBe(free.matches.length);
});
