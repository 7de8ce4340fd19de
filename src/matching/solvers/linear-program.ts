/**
 * One level on a face as a linear programme, by the simplex method of javascript-lp-solver with column generation
 * (Dantzig and Wolfe 1960): start with the best pairs of each person, read the duals, add pairs that they undervalue, repeat.
 * The constraint matrix is a network's, so vertices are integral and every number is an integer below 2^53.
 *
 * This is the only file that knows the package: generated indices only, presolve off, full pricing, no equalities. What it
 * returns is a candidate; `levelByLevel` proves it.
 */
import lpSolver from "javascript-lp-solver";
import { SolverError } from "../../errors.js";
import { bestPairs } from "./best-pairs.js";
import type { Face } from "./face.js";
import type { FaceLevel } from "./face-level.js";
import { type Candidate, levelByLevel } from "./level-by-level.js";
import type { Assignment, Prices, Problem, Progress, Solver } from "./solver.js";

/** Solves a problem level by level with linear programmes. For a few hundred people; exact or a {@link SolverError}. */
export const linearProgram: Solver = /* @__PURE__ */ Object.assign(
  (problem: Problem, onProgress?: Progress): Assignment => levelByLevel(problem, solveLevel, onProgress),
  { label: "linear-program" as const },
);

/** Pairs that each person starts with, by value. */
const BEST = 8;
/** Pairs that each mentee may add in a round. */
const ADDED = 4;
/** Largest tableau, in numbers of 8 bytes: 1 GiB. */
const LARGEST_TABLEAU = 134_217_728;
/** Rounds of column generation; two to four are usual, and the proof finishes what is left. */
const ROUNDS = 40;

function solveLevel(face: Face, level: FaceLevel): Candidate {
  const costs = restatedCosts(face, level);
  let columns = startColumns(face, costs);
  for (let round = 1; ; round++) {
    const solution = solveRestricted(face, costs, columns);
    const added = undervalued(face, costs, solution.duals);
    const grown = merged(columns, added);
    if (round === ROUNDS || grown.length === columns.length) {
      return { chosen: solution.chosen, prices: pricesFrom(face, costs, solution.duals) };
    }
    columns = grown;
  }
}

/** The level restated with upper bounds only: a unit that must be taken earns a bonus that nothing else can outweigh. */
interface Costs {
  /** value of each free pair, with what the last unit of either person is worth and its bonus */
  readonly pair: Float64Array;
  /** for each person (mentees first), what was added to the values of their pairs */
  readonly added: Float64Array;
  /** units that are worth more than a person's last: `count` of them, each `extra` more */
  readonly extras: readonly { readonly person: number; readonly extra: number; readonly count: number }[];
}

function restatedCosts(face: Face, level: FaceLevel): Costs {
  const mentees = face.side.mentee.least.length;
  const people = mentees + face.side.mentor.least.length;
  const least = (p: number) => (p < mentees ? face.side.mentee.least[p]! : face.side.mentor.least[p - mentees]!);
  const most = (p: number) => (p < mentees ? face.side.mentee.most[p]! : face.side.mentor.most[p - mentees]!);
  const unit = (p: number, k: number) =>
    p < mentees
      ? (level.menteeUnit?.[level.menteeUnitStart[p]! + k] ?? 0)
      : (level.mentorUnit?.[level.mentorUnitStart[p - mentees]! + k] ?? 0);

  let greatest = 0;
  for (const value of level.pair) greatest = Math.max(greatest, Math.abs(value));
  let greatestUnit = 0;
  const places = [0, 0];
  for (let p = 0; p < people; p++) {
    for (let k = 0; k < most(p); k++) greatestUnit = Math.max(greatestUnit, Math.abs(unit(p, k)));
    places[p < mentees ? 0 : 1]! += most(p);
  }
  const matches = Math.min(places[0]!, places[1]!);
  const greatestWorth = greatest + 2 * greatestUnit;
  // An exchange that takes up one more demanded unit changes at most every match and two units. Where that bonus would
  // leave the safe integers a smaller one nearly always does, and the proof mends the rest.
  const bonus = Math.min(
    (2 * matches + 3) * greatestWorth + 1,
    Math.floor(Number.MAX_SAFE_INTEGER / (4 * (matches + 1)) - greatestWorth),
  );

  const added = new Float64Array(people);
  const extras: { person: number; extra: number; count: number }[] = [];
  for (let p = 0; p < people; p++) {
    const worth = (k: number): number => unit(p, k) + (k < least(p) ? bonus : 0);
    if (most(p) === 0) continue;
    added[p] = worth(most(p) - 1);
    for (let k = 0; k < most(p); ) {
      const extra = worth(k) - added[p]!;
      let count = 1;
      while (k + count < most(p) && worth(k + count) - added[p]! === extra) count++;
      if (extra > 0) extras.push({ person: p, extra, count });
      k += count;
    }
  }
  const pair = Float64Array.from(level.pair);
  for (let mentee = 0; mentee < mentees; mentee++) {
    for (let k = face.start[mentee]!; k < face.start[mentee + 1]!; k++) {
      pair[k] = pair[k]! + added[mentee]! + added[mentees + face.mentor[k]!]!;
    }
  }
  return { pair, added, extras };
}

/** What the restricted programme says: its pairs, and a dual for each person and each extra. */
interface Solution {
  readonly chosen: Uint8Array;
  readonly duals: { readonly person: Float64Array; readonly link: Float64Array };
}

function solveRestricted(face: Face, costs: Costs, columns: Int32Array): Solution {
  const mentees = face.side.mentee.least.length;
  const people = costs.added.length;
  const menteeOf = rowOf(face);
  const model = new LpModel();
  model.usePresolve = false;
  model.checkForCycles = false;
  model.maximize();
  model.tableau.pricingBatchSize = Number.POSITIVE_INFINITY;

  const touched = new Uint8Array(people);
  for (const k of columns) {
    touched[menteeOf[k]!] = 1;
    touched[mentees + face.mentor[k]!] = 1;
  }
  const rows = touched.reduce((sum, one) => sum + one, 0) + 2 * costs.extras.length;
  refuseTooLarge(rows, columns.length + costs.extras.length);

  const most = (p: number) => (p < mentees ? face.side.mentee.most[p]! : face.side.mentor.most[p - mentees]!);
  const limit: (LpConstraint | undefined)[] = Array.from({ length: people }, (_, p) =>
    touched[p] === 1 ? model.smallerThan(most(p)) : undefined,
  );
  const link = new Map<number, LpConstraint>();
  for (const { person } of costs.extras) {
    if (touched[person] === 1 && !link.has(person)) link.set(person, model.smallerThan(0));
  }
  const variables = Array.from(columns, (k) => {
    const mentee = menteeOf[k]!;
    const mentor = mentees + face.mentor[k]!;
    const variable = model.addVariable(costs.pair[k]!);
    limit[mentee]!.addTerm(1, variable);
    limit[mentor]!.addTerm(1, variable);
    link.get(mentee)?.addTerm(-1, variable);
    link.get(mentor)?.addTerm(-1, variable);
    // Elsewhere one of the two limits already keeps a pair from being chosen twice.
    if (most(mentee) > 1 && most(mentor) > 1) model.smallerThan(1).addTerm(1, variable);
    return variable;
  });
  for (const { person, extra, count } of costs.extras) {
    if (touched[person] === 0) continue;
    const variable = model.addVariable(extra);
    model.smallerThan(count).addTerm(1, variable);
    link.get(person)!.addTerm(1, variable);
  }
  model.solve();

  // Nothing chosen keeps every limit, so there always is a vertex.
  const chosen = new Uint8Array(face.mentor.length);
  variables.forEach((variable, at) => {
    chosen[columns[at]!] = valueOf(model, variable);
  });
  const person = Float64Array.from(limit, (row) => (row === undefined ? 0 : dualOf(model, row)));
  const links = new Float64Array(people);
  for (const [p, row] of link) links[p] = dualOf(model, row);
  return { chosen, duals: { person, link: links } };
}

/** The price that a dual solution gives each person, in the level's own values. */
function pricesFrom(face: Face, costs: Costs, { person, link }: Solution["duals"]): Prices {
  const mentees = face.side.mentee.least.length;
  const price = person.map((dual, p) => Math.round(dual - link[p]! - costs.added[p]!));
  return { mentee: price.slice(0, mentees), mentor: price.slice(mentees) };
}

/** Pairs that the duals undervalue, at most {@link ADDED} a mentee, the most undervalued first. */
function undervalued(face: Face, costs: Costs, { person, link }: Solution["duals"]): Int32Array {
  const mentees = face.side.mentee.least.length;
  const price = person.map((dual, p) => dual - link[p]!);
  const best = bestPairs(mentees, ADDED);
  for (let mentee = 0; mentee < mentees; mentee++) {
    for (let k = face.start[mentee]!; k < face.start[mentee + 1]!; k++) {
      const reduced = costs.pair[k]! - price[mentee]! - price[mentees + face.mentor[k]!]!;
      if (reduced > 0.5) best.offer(mentee, k, reduced);
    }
  }
  return best.pairs();
}

/** The best pairs of each person, whose duals tell which others matter. */
function startColumns(face: Face, costs: Costs): Int32Array {
  const mentees = face.side.mentee.least.length;
  const best = bestPairs(costs.added.length, BEST);
  for (let mentee = 0; mentee < mentees; mentee++) {
    for (let k = face.start[mentee]!; k < face.start[mentee + 1]!; k++) {
      best.offer(mentee, k, costs.pair[k]!);
      best.offer(mentees + face.mentor[k]!, k, costs.pair[k]!);
    }
  }
  return best.pairs();
}

/** Columns that were there, in their order, then the new ones. */
function merged(columns: Int32Array, added: Int32Array): Int32Array {
  return Int32Array.from(new Set([...columns, ...added]));
}

/** The mentee of each free pair. */
function rowOf(face: Face): Int32Array {
  const mentee = new Int32Array(face.mentor.length);
  for (let i = 0; i + 1 < face.start.length; i++) mentee.fill(i, face.start[i]!, face.start[i + 1]!);
  return mentee;
}

function refuseTooLarge(rows: number, columns: number): void {
  const numbers = (rows + 1) * (columns + 1);
  if (numbers <= LARGEST_TABLEAU) return;
  throw new SolverError(
    "too-large",
    `Cannot solve the linear programme: ${rows} rows by ${columns} columns need ${Math.ceil(numbers / 131_072)} MiB, at most ${LARGEST_TABLEAU / 131_072} are used`,
    { rows, columns },
  );
}

// What is used of the package's model, whose published types do not resolve under every module setting.

interface LpVariable {
  readonly index: number;
}

interface LpConstraint {
  readonly index: number;
  readonly addTerm: (coefficient: number, variable: LpVariable) => LpConstraint;
}

interface LpModel {
  usePresolve: boolean;
  checkForCycles: boolean;
  readonly maximize: () => void;
  readonly smallerThan: (bound: number) => LpConstraint;
  readonly addVariable: (cost: number) => LpVariable;
  readonly solve: () => unknown;
  readonly tableau: {
    pricingBatchSize: number;
    readonly matrix: Float64Array;
    readonly width: number;
    readonly rhsColumn: number;
    readonly rowByVarIndex: readonly number[];
    readonly colByVarIndex: readonly number[];
  };
}

const LpModel = (lpSolver as unknown as { readonly Model: new () => LpModel }).Model;

/** A variable's value at the vertex, from its row of the tableau; variables outside the basis are 0. */
function valueOf({ tableau }: LpModel, { index }: LpVariable): number {
  const row = tableau.rowByVarIndex[index]!;
  return row < 0 ? 0 : Math.round(tableau.matrix[row * tableau.width + tableau.rhsColumn]!);
}

/** The dual of an upper bound, from its slack's entry in the cost row. */
function dualOf({ tableau }: LpModel, { index }: LpConstraint): number {
  const column = tableau.colByVarIndex[index]!;
  return column < 0 ? 0 : Math.round(-tableau.matrix[column]!);
}
