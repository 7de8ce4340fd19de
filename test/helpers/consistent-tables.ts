/** All tables of people by fate and groups that agree with what is told of them: what linear reasoning makes of a count. */
import { solveLinear } from "../../src/matching/solvers/linear-program.js";

/** So many people in these cells together. */
export interface Equation {
  readonly cells: readonly number[];
  readonly sum: number;
}

/**
 * How far apart the least and the most are that these cells can hold together in tables, none of whose counts is below 0, that
 * satisfy all equations and have somebody in each of `inhabited`. Parts of people are allowed: what is 0 here is known for sure.
 */
export function rangeOf(
  target: readonly number[],
  cells: number,
  equations: readonly Equation[],
  inhabited: readonly (readonly number[])[],
): number {
  const rows = [
    ...equations.map(({ cells: own, sum }) => ({ own, weight: 1, most: sum })),
    ...equations.map(({ cells: own, sum }) => ({ own, weight: -1, most: -sum })),
    ...inhabited.map((own) => ({ own, weight: -1, most: -1 })),
  ];
  const most = (sign: number): number => {
    const columns = Array.from({ length: cells }, (_, cell) => {
      const own = [...rows.keys()].filter((row) => rows[row]!.own.includes(cell));
      return {
        cost: target.includes(cell) ? sign : 0,
        rows: own,
        weights: own.map((row) => rows[row]!.weight),
      };
    });
    const { isFeasible, value } = solveLinear({ most: rows.map((row) => row.most), columns } as never);
    if (!isFeasible) throw new Error("the truth is no longer consistent with itself");
    return target.reduce((sum, cell) => sum + sign * value[cell]!, 0);
  };
  return most(1) + most(-1);
}
