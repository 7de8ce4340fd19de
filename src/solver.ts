/**
 * The low-level door: the network core on plain columns of numbers, for people with pairs and scores of their own
 * (reviewers to papers, students to projects). Knows no people, policies or rules.
 *
 * @module
 */

import { InputError, ISSUES_LISTED, type Issue } from "./errors.js";
import { degreesOf, type Proof, prove } from "./matching/solvers/flow/bound.js";
import type { Earlier } from "./matching/solvers/flow/hint.js";
import { flowFrom } from "./matching/solvers/flow.js";
import type { LinearLevel, Prices, Problem, Progress } from "./matching/solvers/solver.js";

export { InputError, type Issue, SolverError } from "./errors.js";
export type { Proof } from "./matching/solvers/flow/bound.js";
export type { Prices, Progress } from "./matching/solvers/solver.js";

/** Pairs in compressed rows: those of mentee `i` stand from `start[i]` to `start[i + 1]`. */
export interface AssignInput {
  readonly mentees: number;
  readonly mentors: number;
  /** mentees + 1 ascending offsets, from 0 */
  readonly start: ArrayLike<number>;
  /** the mentor of each pair, ascending within a row, none twice */
  readonly mentor: ArrayLike<number>;
  /** the score of each pair: a safe integer, higher is better */
  readonly score: ArrayLike<number>;
  /** most mentees of each mentor */
  readonly capacity: ArrayLike<number>;
  /** fewest mentees of each mentor, hard; default 0 */
  readonly minimum?: ArrayLike<number>;
  /** most mentors of each mentee; default 1. Everyone gets one before anyone gets two */
  readonly demand?: ArrayLike<number>;
}

export interface AssignOptions {
  /** what matters, in strict order; default `["coverage", "score"]`. `["score"]` lets coverage go */
  readonly levels?: readonly ("coverage" | "score")[];
  /** breaks ties by lot, the same way for the same seed and indices; without it ties fall as they fall, yet the same way each time */
  readonly seed?: number | string;
  /** an earlier answer, in the indices of this input (−1 and prices 0 for who is new): a hint that saves time, never trusted */
  readonly from?: { readonly mentorOf: ArrayLike<number>; readonly prices: readonly Prices[] };
  /** told every 65 536 scanned arcs; `false` stops */
  readonly onProgress?: Progress;
}

export interface Assigned {
  readonly stop: "optimal" | "stopped" | "infeasible";
  /** positions of the chosen pairs, ascending */
  readonly chosen: Int32Array;
  /** the first chosen mentor of each mentee, or −1 */
  readonly mentorOf: Int32Array;
  /** mentees with at least one mentor */
  readonly coverage: number;
  /** sum of the scores of the chosen pairs */
  readonly total: number;
  /** one entry a level; empty unless optimal */
  readonly prices: readonly Prices[];
  /** value and dual bound of every level, equal when optimal; empty otherwise */
  readonly proof: Proof;
  /** when infeasible: mentors whose minima together exceed what the mentees eligible for them can fill */
  readonly short: Int32Array;
}

/**
 * Finds the assignment that is best at the first level, then at the second, and so on, with its proof.
 *
 * @example
 * ```ts
 * const { chosen, total } = assign({ mentees: 2, mentors: 2, start: [0, 2, 3], mentor: [0, 1, 0], score: [9, 4, 7], capacity: [1, 1] });
 * // chosen is [1, 2]: total 11, both matched
 * ```
 * @throws InputError listing all that is wrong with the input
 * @throws SolverError `"too-large"` if (2·matches + 3) × the greatest score is not a safe integer
 * @remarks Memory: about 8 bytes a pair beyond the input. Time: near-linear in the pairs on ordinary data; see docs/how-it-works.md
 */
export function assign(input: AssignInput, options: AssignOptions = {}): Assigned {
  check(input, options);
  const problem = problemOf(input, options);
  const found = flowFrom(problem, earlierOf(problem, options), options.onProgress);
  const mentorOf = new Int32Array(problem.mentees).fill(-1);
  for (let i = 0, x = 0; i < problem.mentees; i++) {
    if (x < found.chosen.length && found.chosen[x]! < problem.start[i + 1]!)
      mentorOf[i] = problem.mentor[found.chosen[x]!]!;
    while (x < found.chosen.length && found.chosen[x]! < problem.start[i + 1]!) x++;
  }
  let total = 0;
  for (let x = 0; x < found.chosen.length; x++) total += input.score[found.chosen[x]!]!;
  const { mentee } = degreesOf(problem, found.chosen);
  const proof =
    found.stop === "optimal" ? prove(problem, found.chosen, found.prices) : { levels: [], value: [], bound: [] };
  const coverage = mentee.reduce((count, degree) => count + Math.min(1, degree), 0);
  return {
    stop: found.stop,
    chosen: found.chosen,
    mentorOf,
    coverage,
    total,
    prices: found.prices,
    proof,
    short: found.short,
  };
}

function problemOf(input: AssignInput, options: AssignOptions): Problem {
  const { mentees, mentors } = input;
  const start = integers(input.start);
  const mentor = integers(input.mentor);
  const demand = input.demand === undefined ? new Int32Array(mentees).fill(1) : integers(input.demand);
  const capacity = integers(input.capacity);
  const minimum = input.minimum === undefined ? new Int32Array(mentors) : integers(input.minimum);
  const levels: LinearLevel[] = [];
  for (const name of options.levels ?? ["coverage", "score"]) {
    if (name === "score") levels.push({ name, pair: input.score });
    else levels.push(...coverageLevels(demand));
  }
  if (options.seed !== undefined) levels.push(...lottery(options.seed, demand));
  return { mentees, mentors, start, mentor, demand, capacity, minimum, levels };
}

function integers(values: ArrayLike<number>): Int32Array {
  return values instanceof Int32Array ? values : Int32Array.from(values);
}

/** As many mentees as possible with one mentor, then with two, … */
function coverageLevels(demand: Int32Array): LinearLevel[] {
  let most = 1;
  let units = 0;
  for (let i = 0; i < demand.length; i++) {
    most = Math.max(most, demand[i]!);
    units += demand[i]!;
  }
  const levels: LinearLevel[] = [];
  for (let k = 0; k < most; k++) {
    const mentee = new Uint8Array(units);
    for (let i = 0, first = 0; i < demand.length; first += demand[i++]!) if (demand[i]! > k) mentee[first + k] = 1;
    levels.push({ name: k === 0 ? "coverage" : `coverage-${k + 1}`, mentee });
  }
  return levels;
}

/** A ticket of 32 bits per mentee, the least sum first, and then a draw of 32 bits per pair. */
function lottery(seed: number | string, demand: Int32Array): LinearLevel[] {
  const key = mix(
    0x9e3779b9,
    [...String(seed)].reduce((hash, letter) => mix(hash, letter.codePointAt(0)!), 0),
  );
  const ticket: number[] = [];
  for (let i = 0; i < demand.length; i++) for (let k = 0; k < demand[i]!; k++) ticket.push(-mix(key, i));
  return [
    { name: "ticket", mentee: Float64Array.from(ticket) },
    { name: "draw", pair: (i, j) => -mix(mix(key ^ 0x7f4a7c15, i), j) },
  ];
}

/** The finaliser of MurmurHash3 over `hash` and one more number. */
function mix(hash: number, value: number): number {
  let h = Math.imul(hash ^ value, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function earlierOf(problem: Problem, { from }: AssignOptions): Earlier | undefined {
  const [coverage, score] = from?.prices ?? [];
  if (from === undefined || coverage === undefined || score === undefined || problem.levels[0]!.pair !== undefined)
    return undefined;
  return { mentorOf: integers(from.mentorOf), coverage, score };
}

/** Throws one error with all issues. */
function check(input: AssignInput, options: AssignOptions): void {
  const issues: Issue[] = [];
  let count = 0;
  const report = (path: string, message: string) => {
    if (count++ < ISSUES_LISTED) issues.push({ code: "invalid-value", path, message });
  };
  const integer = (path: string, value: unknown, low: number, high: number) => {
    if (Number.isInteger(value) && (value as number) >= low && (value as number) <= high) return true;
    report(path, `got ${String(value)}, expected an integer from ${low} to ${high}`);
    return false;
  };
  const column = (name: keyof AssignInput, length: number, low: number, high: number) => {
    const values = input[name] as ArrayLike<number> | undefined | null;
    if (values === undefined || values === null || values.length !== length)
      return report(name, `got ${values?.length ?? "no"} entries, expected ${length}`);
    for (let x = 0; x < length; x++) {
      const value = values[x]!;
      if (!(Number.isInteger(value) && value >= low && value <= high)) integer(`${name}[${x}]`, value, low, high);
    }
  };
  const most = 0x7fff_ffff;
  if (integer("mentees", input.mentees, 0, most - 1) && integer("mentors", input.mentors, 0, most - 1)) {
    const { mentees, mentors } = input;
    const pairs = input.mentor?.length ?? 0;
    column("start", mentees + 1, 0, pairs);
    column("mentor", pairs, 0, mentors - 1);
    column("score", pairs, -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
    column("capacity", mentors, 0, most);
    if (input.minimum !== undefined) column("minimum", mentors, 0, most);
    if (input.demand !== undefined) column("demand", mentees, 0, most);
    if (count === 0) checkRows(input, report);
  }
  const levels = options.levels ?? ["score"];
  if (levels.length === 0) report("levels", "got none, expected at least one of coverage and score");
  levels.forEach((name, x) => {
    if (name !== "coverage" && name !== "score")
      report(`levels[${x}]`, `got ${JSON.stringify(name)}, expected coverage or score`);
    else if (levels.indexOf(name) < x) report(`levels[${x}]`, `got ${JSON.stringify(name)} twice`);
  });
  if (options.from !== undefined && options.from.mentorOf?.length !== input.mentees) {
    report("from.mentorOf", `got ${options.from.mentorOf?.length ?? "no"} entries, expected ${input.mentees}`);
  }
  if (count > 0) throw new InputError("assignment", issues, count);
}

/** What one entry alone cannot tell. */
function checkRows(
  { mentees, mentors, start, mentor, capacity, minimum }: AssignInput,
  report: (path: string, message: string) => void,
): void {
  if (start[0] !== 0) report("start[0]", `got ${start[0]}, expected 0`);
  if (start[mentees] !== mentor.length)
    report(`start[${mentees}]`, `got ${start[mentees]}, expected the number of pairs, ${mentor.length}`);
  for (let i = 0; i < mentees; i++) {
    if (start[i + 1]! < start[i]!) report(`start[${i + 1}]`, `got ${start[i + 1]}, expected at least ${start[i]}`);
    for (let p = start[i]! + 1; p < start[i + 1]!; p++) {
      if (mentor[p]! <= mentor[p - 1]!)
        report(
          `mentor[${p}]`,
          `got ${mentor[p]}, expected more than ${mentor[p - 1]}: ascending within a row, none twice`,
        );
    }
  }
  for (let j = 0; minimum !== undefined && j < mentors; j++) {
    if (minimum[j]! > capacity[j]!)
      report(`minimum[${j}]`, `got ${minimum[j]}, expected at most the capacity, ${capacity[j]}`);
  }
}
