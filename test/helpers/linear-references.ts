/** Two unrelated solvers on a problem's plain linear programme, level by level: one row a person, one for each level before. */
import highsLoader from "highs";
import lpSolver from "javascript-lp-solver";
import type { Problem } from "../../src/matching/solvers/solver.js";

/** A variable from 0 (or `low`) to 1 with its coefficients; `row` holds the persons' rows, which must be 0. */
interface Variable {
  readonly low: number;
  readonly row: readonly (readonly [string, number])[];
  /** its value at each level */
  readonly value: readonly number[];
}

/** Maximises `level` while each level before it keeps its value in `held`; undefined when infeasible. */
export type Reference = (variables: readonly Variable[], level: number, held: readonly number[]) => number | undefined;

/** The best values, level by level; undefined when infeasible. Values must be far below 2^32: these are floating-point solvers. */
export function referenceValues(problem: Problem, solve: Reference): number[] | undefined {
  if (problem.minimum.some((least, j) => least > problem.capacity[j]!)) return undefined;
  const variables = variablesOf(problem);
  const held: number[] = [];
  for (let level = 0; level < problem.levels.length; level++) {
    const found = solve(variables, level, held);
    if (found === undefined) return undefined;
    held.push(Math.round(found) + 0);
  }
  return held;
}

/** A variable for each pair, and one for each unit of a person, which all pairs of the person together must fill. */
function variablesOf(problem: Problem): Variable[] {
  const { levels, mentor, start } = problem;
  const variables: Variable[] = [];
  const addUnits = (side: "mentee" | "mentor", places: Int32Array, least: (person: number) => number) => {
    let unit = 0;
    for (const [person, size] of places.entries()) {
      for (let k = 0; k < size; k++) {
        const value = levels.map((level) => level[side]?.[unit + k] ?? 0);
        variables.push({ low: k < least(person) ? 1 : 0, row: [[`${side}${person}`, -1]], value });
      }
      unit += size;
    }
  };
  for (let i = 0; i < problem.mentees; i++) {
    for (let p = start[i]!; p < start[i + 1]!; p++) {
      const value = levels.map(({ pair }) =>
        pair === undefined ? 0 : typeof pair === "function" ? pair(i, mentor[p]!) : pair[p]!,
      );
      const row = [[`mentee${i}`, 1] as const, [`mentor${mentor[p]}`, 1] as const];
      variables.push({ low: 0, row, value });
    }
  }
  addUnits("mentee", problem.demand, () => 0);
  addUnits("mentor", problem.capacity, (j) => problem.minimum[j]!);
  return variables;
}

interface Highs {
  solve(model: string, options: object): { Status: string; ObjectiveValue: number };
}

const loaded = (await (highsLoader as unknown as () => Promise<Highs>)()) as Highs;

/** HiGHS, from a model in CPLEX's format. Its presolve has returned wrong optima before. */
export const highs: Reference = (variables, level, held) => {
  const sum = (value: (variable: Variable) => number) => {
    const terms = variables.flatMap((variable, x) => {
      const factor = value(variable);
      return factor === 0 ? [] : [`${factor < 0 ? "-" : "+"} ${Math.abs(factor)} x${x}`];
    });
    return terms.length === 0 ? "0 x0" : terms.join("\n ");
  };
  const rows = [...new Set(variables.flatMap(({ row }) => row.map(([name]) => name)))].map(
    (name) => `${name}: ${sum(({ row }) => row.find(([of]) => of === name)?.[1] ?? 0)} = 0`,
  );
  for (const [l, value] of held.entries()) rows.push(`level${l}: ${sum((variable) => variable.value[l]!)} >= ${value}`);
  const bounds = variables.map(({ low }, x) => `${low} <= x${x} <= 1`);
  const found = loaded.solve(
    `Maximize\n obj: ${sum((variable) => variable.value[level]!)}\nSubject To\n ${rows.join("\n ")}\nBounds\n ${bounds.join("\n ")}\nEnd\n`,
    { presolve: "off" },
  );
  return found.Status === "Infeasible" ? undefined : found.ObjectiveValue;
};

interface PlainSolver {
  Solve(model: object): { feasible: boolean; result: number };
}

/** javascript-lp-solver as its readme shows it, from a model in JSON; without its presolve, which has returned wrong optima. */
export const plainLinearProgram: Reference = (variables, level, held) => {
  const constraints: Record<string, object> = {};
  const columns: Record<string, Record<string, number>> = {};
  for (const [x, { low, row, value }] of variables.entries()) {
    const column: Record<string, number> = { objective: value[level]!, [`most${x}`]: 1 };
    constraints[`most${x}`] = low > 0 ? { min: low, max: 1 } : { max: 1 };
    for (const [name, factor] of row) {
      column[name] = factor;
      constraints[name] = { equal: 0 };
    }
    held.forEach((_, l) => {
      column[`level${l}`] = value[l]!;
    });
    columns[`x${x}`] = column;
  }
  held.forEach((value, l) => {
    constraints[`level${l}`] = { min: value };
  });
  const model = { optimize: "objective", opType: "max", constraints, variables: columns, options: { presolve: false } };
  const found = (lpSolver as unknown as PlainSolver).Solve(model);
  return found.feasible ? found.result : undefined;
};
