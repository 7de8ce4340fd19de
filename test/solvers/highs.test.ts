/** Medium problems against HiGHS, an unrelated solver: every level value equal, every proof checked. */

import highsLoader from "highs";
import { expect, test } from "vitest";
import { flow } from "../../src/matching/solvers/flow.js";
import { linearProgram } from "../../src/matching/solvers/linear-program.js";
import type { LinearLevel, Problem } from "../../src/matching/solvers/solver.js";
import { runs } from "../helpers/counts.js";
import { fault } from "../helpers/fault.js";
import { randomProblem } from "../helpers/problems.js";

interface Highs {
  solve(model: string, options: object): { Status: string; ObjectiveValue: number };
}

const highs = (await (highsLoader as unknown as () => Promise<Highs>)()) as Highs;

/** Terms of one level over the variables `v` (pairs) and `a`, `b` (units); as rows and objective of an LP. */
function terms(problem: Problem, level: LinearLevel): string {
  const parts: string[] = [];
  const term = (value: number, name: string) =>
    value !== 0 && parts.push(`${value < 0 ? "-" : "+"} ${Math.abs(value)} ${name}`);
  for (let i = 0; i < problem.mentees; i++) {
    for (let p = problem.start[i]!; p < problem.start[i + 1]!; p++) {
      const { pair } = level;
      if (pair !== undefined) term(typeof pair === "function" ? pair(i, problem.mentor[p]!) : pair[p]!, `v${p}`);
    }
  }
  if (level.mentee !== undefined) for (let u = 0; u < level.mentee.length; u++) term(level.mentee[u]!, `a${u}`);
  if (level.mentor !== undefined) for (let u = 0; u < level.mentor.length; u++) term(level.mentor[u]!, `b${u}`);
  return parts.join("\n ");
}

/** The best values, level by level, each held by a row when the next is solved; undefined when infeasible. */
function reference(problem: Problem): number[] | undefined {
  const rows: string[] = [];
  const bounds: string[] = [];
  const degree = (names: string[], size: number, first: number, letter: string, least: number, name: string) => {
    const units = Array.from({ length: size }, (_, k) => `${letter}${first + k}`);
    for (let k = 0; k < size; k++) bounds.push(`${k < least ? 1 : 0} <= ${units[k]} <= 1`);
    const left = [...names.map((v) => `+ ${v}`), ...units.map((u) => `- ${u}`)];
    if (left.length > 0) rows.push(`${name}: ${left.join("\n ")} = 0`);
  };
  const columns: string[][] = Array.from({ length: problem.mentors }, () => []);
  let first = 0;
  for (let i = 0; i < problem.mentees; i++) {
    const names: string[] = [];
    for (let p = problem.start[i]!; p < problem.start[i + 1]!; p++) {
      names.push(`v${p}`);
      columns[problem.mentor[p]!]!.push(`v${p}`);
      bounds.push(`0 <= v${p} <= 1`);
    }
    degree(names, problem.demand[i]!, first, "a", 0, `e${i}`);
    first += problem.demand[i]!;
  }
  first = 0;
  for (let j = 0; j < problem.mentors; j++) {
    if (columns[j]!.length === 0 && problem.minimum[j]! > 0) return undefined;
    degree(columns[j]!, problem.capacity[j]!, first, "b", problem.minimum[j]!, `o${j}`);
    first += problem.capacity[j]!;
  }
  const values: number[] = [];
  for (const level of problem.levels) {
    const objective = terms(problem, level);
    const model = `Maximize\n obj: ${objective === "" ? "0 v0" : objective}\nSubject To\n ${rows.join("\n ")}\nBounds\n ${bounds.join("\n ")}\nEnd\n`;
    const found = highs.solve(model, { presolve: "off" });
    if (found.Status === "Infeasible") return undefined;
    const value = Math.round(found.ObjectiveValue) + 0;
    values.push(value);
    if (objective !== "") rows.push(`level${values.length}: ${objective} >= ${value}`);
  }
  return values;
}

test("flow() and linearProgram() equal HiGHS at every level on medium problems", () => {
  const wanted = runs(200);
  const wrong: string[] = [];
  let compared = 0;
  for (let seed = 0; compared < wanted && wrong.length < 5; seed++) {
    const problem = randomProblem(3_000_000 + seed, { mentees: 30, mentors: 20, row: 6, plain: seed % 3 === 0 });
    // Ticket and draw reach 2^32, beyond the tolerances of floating-point simplex: exact proofs cover them.
    const levels = problem.levels.filter(({ name }) => name !== "ticket" && name !== "draw");
    if (levels.length === 0 || problem.mentor.length === 0) continue;
    compared++;
    const shown = { ...problem, levels };
    const value = reference(shown);
    for (const solve of [flow, linearProgram]) {
      const why = fault(shown, solve(shown), { value });
      if (why !== undefined) wrong.push(`seed ${seed}: ${why}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(compared).toBe(wanted);
});
