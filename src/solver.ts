/**
 * The low-level door: the network core on plain columns of numbers, for people with pairs and scores of their own
 * (reviewers to papers, students to projects). Knows no people, policies or rules.
 *
 * @module
 */

import { InputError, ISSUES_LISTED, type Issue } from "./errors.js";
import { unitValues } from "./matching/levels/units.js";
import { type Proof, prove } from "./matching/solvers/bound.js";
import type { Earlier } from "./matching/solvers/flow/hint.js";
import { flowFrom } from "./matching/solvers/flow.js";
import type { LinearLevel, Prices, Problem, Progress } from "./matching/solvers/solver.js";

export { InputError, type Issue, SolverError } from "./errors.js";
export type { Proof } from "./matching/solvers/bound.js";
export type { Prices, Progress } from "./matching/solvers/solver.js";

/** Pairs in compressed rows: those of mentee `i` stand from `start[i]` to `start[i + 1]`. */
export interface AssignInput {
  /** how many there are: an integer of 0 … 2 147 483 647; their indices start at 0 */
  readonly mentees: number;
  /** how many there are: an integer of 0 … 2 147 483 647; their indices start at 0 */
  readonly mentors: number;
  /** mentees + 1 ascending offsets, from 0 */
  readonly start: ArrayLike<number>;
  /** the mentor of each pair, ascending within a row, none twice */
  readonly mentor: ArrayLike<number>;
  /** the score of each pair: a safe integer, higher is better */
  readonly score: ArrayLike<number>;
  /** most mentees of each mentor: an integer of 0 … 2 147 483 647 */
  readonly capacity: ArrayLike<number>;
  /** fewest mentees of each mentor, hard: an integer from 0 to the capacity; default 0 */
  readonly minimum?: ArrayLike<number>;
  /** most mentors of each mentee; default 1. Everyone gets one before anyone gets two: coverage is one level for each mentor anybody can have */
  readonly demand?: ArrayLike<number>;
}

/** What a caller may add to an assignment. */
export interface AssignOptions {
  /** what matters, in strict order; default `["coverage", "score"]`. `["score"]` lets coverage go */
  readonly levels?: readonly ("coverage" | "score")[];
  /** breaks ties by lot, the same way for the same seed and indices; without it ties fall as they fall, yet the same way each time */
  readonly seed?: number | string;
  /** an earlier answer, in the indices of this input (−1 and prices 0 for who is new): a hint that saves time, never trusted */
  readonly from?: {
    /** what `Assigned.mentorOf` was: an entry for each mentee */
    readonly mentorOf: ArrayLike<number>;
    /** what `Assigned.prices` was; the second entry counts, the score's: a hint under the default levels with demands of 1 */
    readonly prices: readonly Prices[];
  };
  /** told every 65 536 scanned arcs; `false` stops */
  readonly onProgress?: Progress;
}

/** An assignment, and why the solver stopped. */
export interface Assigned {
  /**
   * `"optimal"`: proved the best; `"infeasible"`: the minima cannot be met; `"stopped"`: `onProgress` said so, and what
   * is chosen is not the best of anything
   */
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
 * @remarks Memory: at most 8 bytes a pair beyond the input, where rows are long about one. Time: near-linear in the pairs on ordinary data; see docs/how-it-works.md
 */
export function assign(input: AssignInput, options: AssignOptions = {}): Assigned {
  const problem = problemOf(input, checked(input, options), options);
  const found = flowFrom(problem, earlierOf(options), options.onProgress);
  const { stop, chosen, prices, short } = found;
  const mentorOf = new Int32Array(problem.mentees).fill(-1);
  let coverage = 0;
  let total = 0;
  for (let x = 0, i = 0; x < chosen.length; x++) {
    const p = chosen[x]!;
    while (problem.start[i + 1]! <= p) i++;
    total += input.score[p]!;
    if (mentorOf[i]! >= 0) continue;
    mentorOf[i] = problem.mentor[p]!;
    coverage++;
  }
  const proof = stop === "optimal" ? prove(problem, { chosen, prices }) : { levels: [], value: [], bound: [] };
  return { stop, chosen, mentorOf, coverage, total, prices, proof, short };
}

function problemOf(input: AssignInput, pairsOf: Int32Array, options: AssignOptions): Problem {
  const { mentees, mentors, score } = input;
  const start = integers(input.start);
  const mentor = integers(input.mentor);
  // One place more than there are pairs is never taken, and says that further ones would not be either.
  const demand = start.subarray(1).map((end, i) => Math.min(end - start[i]! + 1, input.demand?.[i] ?? 1));
  const capacity = pairsOf.map((pairs, j) => Math.min(pairs + 1, input.capacity[j]!));
  const minimum = integers(input.minimum ?? new Int32Array(mentors));
  const levels: LinearLevel[] = [];
  for (const name of options.levels ?? DEFAULT) {
    if (name === "score") levels.push({ name, pair: score });
    else levels.push(...coverageLevels(demand, start));
  }
  if (options.seed !== undefined) levels.push(...lottery(String(options.seed), demand));
  return { mentees, mentors, start, mentor, demand, capacity, minimum, levels };
}

const DEFAULT = ["coverage", "score"] as const;

function integers(values: ArrayLike<number>): Int32Array {
  return values instanceof Int32Array ? values : Int32Array.from(values);
}

/** As many mentees as possible with one mentor, then with two, … as far as anybody's pairs go. */
function coverageLevels(demand: Int32Array, start: Int32Array): LinearLevel[] {
  const most = demand.reduce((high, wanted, i) => Math.max(high, Math.min(wanted, start[i + 1]! - start[i]!)), 1);
  return Array.from({ length: most }, (_, k) => ({
    name: k === 0 ? "coverage" : `coverage-${k + 1}`,
    mentee: unitValues(demand, (_, unit) => (unit === k ? 1 : 0)),
  }));
}

/** A ticket of 32 bits per mentee, the least sum first, and then a draw of 32 bits per pair. */
function lottery(seed: string, demand: Int32Array): LinearLevel[] {
  let key = 0;
  for (let x = 0; x < seed.length; x++) key = mix(key, seed.charCodeAt(x));
  return [
    { name: "ticket", mentee: unitValues(demand, (i) => -mix(key, i)) },
    { name: "draw", pair: (i, j) => -mix(mix(~key, i), j) },
  ];
}

/** The finaliser of MurmurHash3 over `hash` and one more number. */
function mix(hash: number, value: number): number {
  let h = Math.imul(hash ^ value, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The hint, copied: whatever is wrong with it makes it useless, never the answer. */
function earlierOf({ from }: AssignOptions): Earlier | undefined {
  if (from === undefined) return undefined;
  const column = (side: "mentee" | "mentor") => Float64Array.from(from.prices?.[1]?.[side] ?? []);
  return { mentorOf: from.mentorOf, score: { mentee: column("mentee"), mentor: column("mentor") } };
}

type Limit = (x: number) => number;

const none: Limit = () => 0;
const most: Limit = () => 0x7fff_ffff;

type Report = (path: string, got: unknown, expected: string) => void;

/** Mentors ascend within a row, none twice. Returns how many pairs each has; a plain loop, because pairs are many. */
function pairsOfMentors({ start, mentor, mentors }: AssignInput, report: Report): Int32Array {
  const pairs = new Int32Array(mentors);
  for (let p = 0, i = 0, end = 0, low = 0; p < mentor.length; p++) {
    for (; end <= p; end = start[++i]!) low = 0;
    const j = mentor[p]!;
    if (j >= low && j < mentors && j === (j | 0)) pairs[j]!++;
    else report(`mentor[${p}]`, j, `an integer from ${low} to ${mentors - 1}`);
    low = j + 1;
  }
  return pairs;
}

/** Throws one error with all issues. Returns how many pairs each mentor has. */
function checked(input: AssignInput, { levels = DEFAULT, from }: AssignOptions): Int32Array {
  const issues: Issue[] = [];
  let count = 0;
  const report: Report = (path, got, expected) => {
    const message = `got ${typeof got === "number" ? got : typeof got}, expected ${expected}`;
    if (count++ < ISSUES_LISTED) issues.push({ code: "invalid-value", path, message });
  };
  /** Reports what is no integer from `low` to `high`, which may differ from place to place. */
  const integers = (values: ArrayLike<number>, path: (x: number) => string, low: Limit, high: Limit): void => {
    for (let x = 0; x < values.length; x++) {
      const value = values[x]!;
      if (!(value >= low(x) && value <= high(x) && Number.isInteger(value)))
        report(path(x), value, `an integer from ${low(x)} to ${high(x)}`);
    }
  };
  const hasLength = (path: string, values: ArrayLike<number> | undefined, length: number): boolean => {
    if (values?.length === length) return true;
    report(path, values?.length, `${length} entries`);
    return false;
  };
  const column = (name: Exclude<keyof AssignInput, "mentees" | "mentors">, length: number, low = none, high = most) => {
    const values = input[name];
    // Pairs are many: scores of 32 bits, which cannot be wrong, are not looked at one by one.
    if (hasLength(name, values, length) && !(name === "score" && values instanceof Int32Array))
      integers(values!, (x) => `${name}[${x}]`, low, high);
  };
  const { mentees, mentors, start, mentor, capacity } = input;
  integers([mentees, mentors], (x) => ["mentees", "mentors"][x]!, none, most);
  if (count === 0) {
    const pairs = mentor?.length;
    const bound = (i: number, inside: number) => (i === mentees ? pairs : i && inside);
    column(
      "start",
      mentees + 1,
      (i) => bound(i, start[i - 1]!),
      (i) => bound(i, pairs),
    );
    column(
      "score",
      pairs,
      () => -Number.MAX_SAFE_INTEGER,
      () => Number.MAX_SAFE_INTEGER,
    );
    column("capacity", mentors);
    if (input.minimum !== undefined) column("minimum", mentors, none, (j) => capacity[j]!);
    if (input.demand !== undefined) column("demand", mentees);
  }
  const pairsOf = count === 0 ? pairsOfMentors(input, report) : new Int32Array(0);
  if (levels.length === 0) report("levels", 0, "1 or 2 entries");
  levels.forEach((name, x) => {
    if (!DEFAULT.includes(name) || levels.indexOf(name) < x)
      report(`levels[${x}]`, name, "coverage or score, each once");
  });
  if (from !== undefined) hasLength("from.mentorOf", from.mentorOf, mentees);
  if (count > 0) throw new InputError("assignment", issues, count);
  return pairsOf;
}
