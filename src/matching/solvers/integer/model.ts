/**
 * A problem as rows over its pairs, `Σ weight × chosen ≤ most`: everybody's places, minima, limits, what cuts across them, and
 * the values that the levels solved so far must keep.
 */
import { limitedPairs } from "../limited-pairs.js";
import type { LinearLevel, Problem, Row } from "../solver.js";

/** Whose bound a row is: its price goes there. People's own, minima among them, are priced as a network. */
export type Origin =
  | { readonly of: "places" }
  | { readonly of: "limit"; readonly limit: number; readonly bound: "least" | "most" }
  | { readonly of: "row"; readonly row: number };

export interface ModelRow extends Row {
  /** as it was given */
  readonly row: Row;
  readonly origin: Origin;
  /** no weight is below 0, so that the row is full once nothing is left of it */
  readonly isPacking: boolean;
}

/** So many of a person's first places that are worth the same, and more than their last: columns beside the pairs. */
export interface Step {
  /** the row that allows no more of them than the person has matches */
  readonly link: number;
  readonly count: number;
  /** what each is worth above the last place, one value a level */
  readonly extra: readonly number[];
}

/** What a level is worth: the pair with the last place of both people, and the steps above that. */
export interface Model {
  readonly problem: Problem;
  readonly menteeOf: Int32Array;
  readonly rows: ModelRow[];
  /** rows of each pair, and the pair's weight in them */
  readonly rowsOf: number[][];
  readonly weightsOf: number[][];
  readonly steps: readonly Step[];
  /** for each person, mentees first, the row of their most and that of their fewest matches; −1 without pairs */
  readonly mostRow: Int32Array;
  readonly leastRow: Int32Array;
  /** value of each pair at each level */
  readonly value: readonly Float64Array[];
}

/** O(pairs × levels), and all that limits and rows count. */
export function modelOf(problem: Problem): Model {
  const { mentees, mentors, start, mentor, demand, capacity, levels } = problem;
  const menteeOf = new Int32Array(mentor.length);
  for (let i = 0; i < mentees; i++) menteeOf.fill(i, start[i], start[i + 1]);
  const value = levels.map(({ pair }) =>
    typeof pair === "function"
      ? Float64Array.from(mentor, (j, p) => pair(menteeOf[p]!, j))
      : Float64Array.from(pair ?? new Float64Array(mentor.length)),
  );
  const steps: Step[] = [];
  const model: Model = {
    problem,
    menteeOf,
    rows: [],
    rowsOf: Array.from(mentor, () => []),
    weightsOf: Array.from(mentor, () => []),
    steps,
    mostRow: new Int32Array(mentees + mentors).fill(-1),
    leastRow: new Int32Array(mentees + mentors).fill(-1),
    value,
  };
  addPlaces(model, "mentee", menteeOf, demand, steps);
  addPlaces(model, "mentor", mentor, capacity, steps);
  addLimits(model);
  for (const [at, row] of problem.constraints?.rows.entries() ?? []) addRow(model, row, { of: "row", row: at });
  return model;
}

/** Adds a row; pairs without weight in it are no part of it. */
export function addRow({ rows, rowsOf, weightsOf }: Model, row: Row, origin: Origin): void {
  const { pairs, weights, most } = row;
  const at = rows.length;
  rows.push({ row, pairs, weights, most, origin, isPacking: weights.every((weight) => weight >= 0) });
  pairs.forEach((pair, x) => {
    if (weights[x] === 0) return;
    rowsOf[pair]!.push(at);
    weightsOf[pair]!.push(weights[x]!);
  });
}

/** What an assignment is worth at a level, exactly. */
export function valueOf(
  { problem, menteeOf }: Pick<Model, "problem" | "menteeOf">,
  at: number,
  chosen: Int32Array,
): number {
  const { pair, mentee, mentor } = problem.levels[at]!;
  const [ofMentee, ofMentor] = [new Int32Array(problem.mentees), new Int32Array(problem.mentors)];
  let sum = 0;
  for (const p of chosen) {
    const [i, j] = [menteeOf[p]!, problem.mentor[p]!];
    ofMentee[i]!++;
    ofMentor[j]!++;
    sum += typeof pair === "function" ? pair(i, j) : (pair?.[p] ?? 0);
  }
  return sum + unitsOf(mentee, problem.demand, ofMentee) + unitsOf(mentor, problem.capacity, ofMentor);
}

function unitsOf(units: ArrayLike<number> | undefined, places: Int32Array, taken: Int32Array): number {
  if (units === undefined) return 0;
  let sum = 0;
  let first = 0;
  taken.forEach((count, person) => {
    for (let k = 0; k < count; k++) sum += units[first + k]!;
    first += places[person]!;
  });
  return sum;
}

/** A row for each person, and steps for those whose places are not all worth the same. */
function addPlaces(
  model: Model,
  side: "mentee" | "mentor",
  personOf: Int32Array,
  places: Int32Array,
  steps: Step[],
): void {
  const pairsOf: number[][] = Array.from(places, () => []);
  for (const [p, person] of personOf.entries()) pairsOf[person]!.push(p);
  const { levels, mentees, minimum } = model.problem;
  let first = 0;
  places.forEach((most, person) => {
    const own = Int32Array.from(pairsOf[person]!);
    const isMentor = side === "mentor";
    const least = isMentor ? minimum[person]! : 0;
    if (own.length > 0 || least > 0) {
      const at = isMentor ? mentees + person : person;
      model.mostRow[at] = model.rows.length;
      addRow(model, evenly(own, 1, most), { of: "places" });
      model.leastRow[at] = model.rows.length;
      // A search may ask for more than a minimum does.
      addRow(model, evenly(own, -1, -least), { of: "places" });
    }
    if (most > 0) addUnits(model, levels, side, own, first, most, steps);
    first += most;
  });
}

function addUnits(
  model: Model,
  levels: readonly LinearLevel[],
  side: "mentee" | "mentor",
  own: Int32Array,
  first: number,
  most: number,
  steps: Step[],
): void {
  const worth = (level: number, k: number): number => levels[level]![side]?.[first + k] ?? 0;
  levels.forEach((_, level) => {
    const last = worth(level, most - 1);
    if (last !== 0) for (const p of own) model.value[level]![p]! += last;
  });
  const extras = (k: number): number[] => levels.map((_, level) => worth(level, k) - worth(level, most - 1));
  const isSame = (a: readonly number[], b: readonly number[]): boolean => a.every((extra, level) => extra === b[level]);
  let link = -1;
  for (let k = 0; k < most; ) {
    const extra = extras(k);
    let count = 1;
    while (k + count < most && isSame(extra, extras(k + count))) count++;
    k += count;
    if (extra.every((one) => one === 0)) continue;
    if (link < 0) {
      link = model.rows.length;
      addRow(model, evenly(own, -1, 0), { of: "places" });
    }
    steps.push({ link, count, extra });
  }
}

function addLimits(model: Model): void {
  model.problem.limits?.forEach((limit, at) => {
    const own = limitedPairs(model.problem, limit);
    if (limit.most < own.length) addRow(model, evenly(own, 1, limit.most), { of: "limit", limit: at, bound: "most" });
    if (limit.least > 0) addRow(model, evenly(own, -1, -limit.least), { of: "limit", limit: at, bound: "least" });
  });
}

function evenly(pairs: Int32Array, weight: number, most: number): Row {
  return { pairs, weights: new Int32Array(pairs.length).fill(weight), most };
}
