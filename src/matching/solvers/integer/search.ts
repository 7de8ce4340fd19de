/**
 * Branch and bound on one level (Land & Doig 1960): relax, and where somebody's matches are no whole number, look at both: at most
 * so many, and at least one more. Where everybody's are whole and a pair is chosen in part: without it, and with it.
 */
import { SolverError } from "../../../errors.js";
import { advance, type Meter } from "../flow/meter.js";
import { addRow, type Model, valueOf } from "./model.js";
import { addBest, addToPool, CHOSEN, FREE, leftOf, type Objective, OUT, type Relaxed, relax } from "./relaxation.js";

/** The best that was found, and whether nothing better is left. */
export interface Found {
  /** positions, ascending; `undefined` where nothing that keeps the rows was found */
  readonly chosen: Int32Array | undefined;
  readonly value: number;
  /** false where it gave up or was stopped */
  readonly isWhole: boolean;
  /** the relaxation with nothing decided, and all rows that were added on the way */
  readonly root: Relaxed;
}

/** Rows × columns of all programmes of one level, beyond which the search gives up: the best so far need not be the best. */
const MOST_CELLS = 20_000_000;

/** A decision, and those before it: a pair is chosen or out, or a row has another bound. */
type Decision = {
  readonly before: Decision | undefined;
  /** what nothing under it is worth more than */
  readonly bound: number;
} & (
  | { readonly pair: number; readonly state: typeof CHOSEN | typeof OUT }
  | { readonly row: number; readonly most: number }
);

/** The best assignment at a level that keeps the rows and the levels before it, beginning with one that is known. */
export function search(objective: Objective, known: Int32Array | undefined, meter: Meter): Found {
  const { model, level } = objective;
  let chosen = known;
  let value = known === undefined || level < 0 ? 0 : valueOf(model, level, known);
  if (known !== undefined) addToPool(objective.pool, known);
  addBest(objective);
  let root: Relaxed | undefined;
  let rootRows = 0;
  const most = objective.pool.cells + MOST_CELLS;
  const open: (Decision | undefined)[] = [undefined];
  const rootRelaxed = (): Relaxed => {
    const { rows } = model;
    if (root !== undefined && rootRows === rows.length) return root;
    rootRows = rows.length;
    root = relaxedRoot(objective);
    return root;
  };
  const isNoBetter = (bound: number): boolean => chosen !== undefined && Math.floor(bound + noise(bound)) <= value;
  while (open.length > 0) {
    const decision = open.pop();
    if (objective.pool.cells > most || !advance(meter, model.menteeOf.length))
      return { chosen, value, isWhole: false, root: rootRelaxed() };
    if (decision !== undefined && isNoBetter(decision.bound)) continue;
    const { state, bounds } = decided(objective, decision);
    const left = leftOf(model, state, bounds);
    if (left === undefined) continue;
    const relaxed = decision === undefined ? rootRelaxed() : relax({ ...objective, state }, left);
    const bound = Math.min(relaxed.bound, decision?.bound ?? Number.POSITIVE_INFINITY);
    if (bound === Number.NEGATIVE_INFINITY) continue;
    if (isNoBetter(bound)) continue;
    const person = mostDividedPerson(model, relaxed, state);
    if (person !== undefined) {
      open.push(...person.map((one) => ({ ...one, bound, before: decision })));
      continue;
    }
    const part = mostDivided(relaxed);
    if (part === undefined) {
      const candidate = candidateOf(relaxed, state);
      if (keeps(objective, candidate)) {
        const cuts = model.problem.constraints?.brokenBy?.(candidate) ?? [];
        if (cuts.length > 0) {
          addCuts(model, cuts);
          open.push(decision);
          continue;
        }
        const worth = level < 0 ? 0 : valueOf(model, level, candidate);
        if (chosen === undefined || worth > value) [chosen, value] = [candidate, worth];
        if (level < 0) break;
        // Nothing is known of what a package denied: a bound without end closes nothing.
        if (bound < Infinity && bound - worth <= noise(bound)) continue;
      }
    }
    // Whole, but not worth what its bound says, or off by what a package takes for nothing: all that is left is looked at.
    const pair = part ?? firstFree(relaxed, state);
    if (pair === undefined) continue;
    open.push({ pair, state: OUT, bound, before: decision }, { pair, state: CHOSEN, bound, before: decision });
  }
  return { chosen, value, isWhole: true, root: rootRelaxed() };
}

/**
 * What {@link search} would say of an assignment that is known to be the best: only the relaxation is solved, for its duals, and
 * where nobody asks for those it says nothing.
 */
export function certified(objective: Objective, chosen: Int32Array, isAsked: boolean): Found {
  const { model, level } = objective;
  const value = valueOf(model, level, chosen);
  const unknown: Relaxed = { ...nothing(model.rows.length), bound: Number.POSITIVE_INFINITY };
  if (!isAsked) return { chosen, value, isWhole: true, root: unknown };
  addToPool(objective.pool, chosen);
  addBest(objective);
  try {
    return { chosen, value, isWhole: true, root: relaxedRoot(objective) };
  } catch (error) {
    if (error instanceof SolverError && error.code === "too-large")
      return { chosen, value, isWhole: true, root: unknown };
    throw error;
  }
}

function relaxedRoot(objective: Objective): Relaxed {
  const { model } = objective;
  const state = objective.state.slice();
  const left = leftOf(model, state, new Map());
  return left === undefined ? nothing(model.rows.length) : relax({ ...objective, state }, left);
}

/** What sums of so great numbers cannot tell apart. */
export const noise = (value: number): number => 1e-6 + 1e-11 * Math.abs(value);

const nothing = (rows: number): Relaxed => ({
  bound: Number.NEGATIVE_INFINITY,
  share: new Map(),
  row: new Float64Array(rows),
  keptDual: [],
});

/** What is decided of pairs and rows; of several bounds of a row the last one, which is the narrowest. */
function decided(objective: Objective, decision: Decision | undefined) {
  const state = objective.state.slice();
  const bounds = new Map<number, number>();
  for (let one = decision; one !== undefined; one = one.before) {
    if ("pair" in one) state[one.pair] = one.state;
    else if (!bounds.has(one.row)) bounds.set(one.row, one.most);
  }
  return { state, bounds };
}

/** At most, and at least, so many matches for whose number is nearest to half a one; `undefined` where all are whole. */
function mostDividedPerson({ problem, menteeOf, mostRow, leastRow }: Model, { share }: Relaxed, state: Uint8Array) {
  const count = new Float64Array(mostRow.length);
  const add = (pair: number, part: number): void => {
    count[menteeOf[pair]!]! += part;
    count[problem.mentees + problem.mentor[pair]!]! += part;
  };
  for (const [pair, part] of share) add(pair, part);
  let best = -1;
  let least = 0.5 - 1e-6;
  count.forEach((parts, at) => {
    const off = Math.abs(parts - Math.floor(parts) - 0.5);
    if (off >= least) return;
    best = at;
    least = off;
  });
  if (best < 0) return undefined;
  let most = Math.floor(count[best]!);
  const isOf = (pair: number): boolean => menteeOf[pair] === best || problem.mentees + problem.mentor[pair]! === best;
  state.forEach((one, pair) => {
    if (one === CHOSEN && isOf(pair)) most++;
  });
  return [
    { row: mostRow[best]!, most },
    { row: leastRow[best]!, most: -most - 1 },
  ];
}

/** The free pair nearest to half chosen, the first of equals; `undefined` where all are whole. */
function mostDivided({ share }: Relaxed): number | undefined {
  let best: number | undefined;
  let least = 0.5 - 1e-6;
  for (const [pair, part] of share) {
    const off = Math.abs(part - 0.5);
    if (off < least || (off === least && best !== undefined && pair < best)) {
      best = pair;
      least = off;
    }
  }
  return best;
}

/** A pair that is not decided yet: a chosen one first. */
function firstFree({ share }: Relaxed, state: Uint8Array): number | undefined {
  for (const [pair, part] of share) if (part > 0.5) return pair;
  const free = state.indexOf(FREE);
  return free < 0 ? undefined : free;
}

function candidateOf({ share }: Relaxed, state: Uint8Array): Int32Array {
  const chosen: number[] = [];
  state.forEach((one, pair) => {
    if (one === CHOSEN || (one === FREE && (share.get(pair) ?? 0) > 0.5)) chosen.push(pair);
  });
  return Int32Array.from(chosen);
}

/** Whether an assignment keeps every row and what the levels before are worth, in whole numbers. */
function keeps({ model, kept }: Objective, chosen: Int32Array): boolean {
  const isChosen = new Uint8Array(model.menteeOf.length);
  for (const pair of chosen) isChosen[pair] = 1;
  const isKept = model.rows.every(
    ({ pairs, weights, most }) => pairs.reduce((sum, pair, x) => sum + isChosen[pair]! * weights[x]!, 0) <= most,
  );
  return isKept && kept.every((value, level) => valueOf(model, level, chosen) >= value);
}

function addCuts(model: Model, cuts: readonly Parameters<typeof addRow>[1][]): void {
  for (const cut of cuts) addRow(model, cut, { of: "row", row: rowsKnown(model) });
}

const rowsKnown = ({ rows }: Model): number => rows.filter(({ origin }) => origin.of === "row").length;
