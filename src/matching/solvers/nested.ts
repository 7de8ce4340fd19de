/**
 * The solver of problems with limits: a network simplex on nested groups. docs/how-it-works.md has the mathematics.
 *
 *   nested/families.ts   the limits, split into a family of groups on each side
 *   nested/network.ts    the circulation they make, and prices from its potentials
 *   nested/simplex.ts    one objective after another on one basis
 *   nested/conflict.ts   why nothing is feasible
 */
import { SolverError } from "../../errors.js";
import { type Meter, newMeter } from "./flow/meter.js";
import { impossibleMinima } from "./minima.js";
import { irreducible, withNearest } from "./nested/conflict.js";
import { type Families, familiesOf, isCrossing } from "./nested/families.js";
import { arcValues, type Network, networkOf, pricesOf } from "./nested/network.js";
import { artificialBasis, type Basis, gainOf, optimise, refine, unmet } from "./nested/simplex.js";
import type { Assignment, LinearLevel, Prices, Problem, Progress, Solver } from "./solver.js";

/**
 * Solves a problem exactly, level by level, when its limits are nested.
 *
 * @throws SolverError `"not-nested"` where limits or constraints cut across, `"too-large"` where prices might leave the safe integers
 * @remarks 40 bytes a pair; see docs/how-it-works.md for the time
 */
export const nested: Solver = /* @__PURE__ */ Object.assign(
  (problem: Problem, onProgress?: Progress): Assignment => solveNested(problem, onProgress, whyNot),
  { label: "nested" as const },
);

/** The same, without asking why where nothing is feasible: prices refute it, but no conflict is named. */
export const nestedOrNot = (problem: Problem, onProgress?: Progress): Assignment =>
  solveNested(problem, onProgress, notAsked);

type Why = (problem: Problem, families: Families, refutation: Prices, meter: Meter) => Assignment;

const notAsked: Why = (_problem, _families, refutation) => ({ ...STOPPED, stop: "infeasible", refutation });

function solveNested(problem: Problem, onProgress: Progress | undefined, why: Why): Assignment {
  if (problem.constraints !== undefined) {
    const rows = problem.constraints.rows.length;
    throw new SolverError("not-nested", "Cannot solve the problem as a network: constraints cut across", { rows });
  }
  const families = familiesOf(problem);
  if (isCrossing(families)) {
    const { limit, other } = families;
    const message = "Cannot solve the problem as a network: its limits cut across";
    throw new SolverError("not-nested", message, { limit, other });
  }
  const impossible = impossibleMinima(problem);
  if (impossible.length > 0) return { ...STOPPED, stop: "infeasible", short: impossible };
  const meter = newMeter(onProgress);
  const start = feasibleBasis(problem, families, meter);
  if (start === undefined) return STOPPED;
  return "refutation" in start
    ? why(problem, families, start.refutation, meter)
    : solveLevels(problem, families, start, meter);
}

const STOPPED: Assignment = { stop: "stopped", chosen: new Int32Array(0), prices: [], short: new Int32Array(0) };

/** A basis that keeps every bound, prices that say that there is none, or nothing where the caller stopped it. */
function feasibleBasis(
  problem: Problem,
  families: Families,
  meter: Meter,
): Basis | { readonly refutation: Prices } | undefined {
  const bare = barred(problem);
  if (bare !== undefined) return { refutation: bare };
  const network = networkOf(problem, families);
  const basis = artificialBasis(network);
  if (!optimise(basis, meter)) return undefined;
  return unmet(basis) > 0 ? { refutation: pricesOf(network, families, basis.potential) } : basis;
}

/** An infeasible answer: bounds that cannot be kept together, prices that prove it, and what comes nearest to each. */
function whyNot(problem: Problem, families: Families, refutation: Prices, meter: Meter): Assignment {
  const refute = (part: Problem): Prices | undefined | "stopped" => {
    const start = feasibleBasis({ ...part, levels: [] }, families, meter);
    if (start === undefined) return "stopped";
    return "refutation" in start ? start.refutation : undefined;
  };
  const greatest = (part: Problem): number | undefined => {
    const start = feasibleBasis(part, families, meter);
    if (start === undefined || "refutation" in start) return undefined;
    const { pair } = part.levels[0]!;
    const { chosen } = solveLevels(part, families, start, meter);
    return chosen.reduce((sum, position) => sum + (pair as Int32Array)[position]!, 0);
  };
  const { prices, conflicts } = irreducible(problem, refutation, refute);
  const nearest = withNearest(problem, conflicts, greatest);
  if (meter.stopped) return STOPPED;
  const short = Int32Array.from(conflicts.flatMap(({ mentor }) => (mentor === undefined ? [] : [mentor])));
  return { ...STOPPED, stop: "infeasible", short, refutation: prices, conflicts: nearest };
}

/** Optimises one level after another, from a basis that is feasible. */
function solveLevels(problem: Problem, families: Families, basis: Basis, meter: Meter): Assignment {
  const { network } = basis;
  // Artificial arcs are empty now, and stay so: whatever would fill one is not free.
  basis.value.fill(0, network.from.length);
  const useless = uselessArcs(basis);
  const prices: Prices[] = [];
  for (const level of problem.levels) {
    refine(basis);
    const isFirst = prices.length === 0;
    arcValues(problem, network, level, isFirst ? everyArc(network) : basis.free, basis.value);
    checkRange(basis, level);
    if (!optimise(basis, meter)) return STOPPED;
    prices.push(pricesOf(network, families, isFirst ? outweighed(basis, useless) : basis.potential));
  }
  const chosen = Int32Array.from(problem.mentor.keys()).filter((p) => basis.flow[p] === 1);
  return { ...STOPPED, stop: "optimal", chosen, prices };
}

/** Arcs that every feasible flow keeps as they are, with what they gain where only feasibility counts, and its potentials. */
interface Useless {
  readonly arcs: Int32Array;
  readonly gain: Float64Array;
  readonly potential: Float64Array;
}

function uselessArcs(basis: Basis): Useless {
  const arcs = basis.free.filter((arc) => gainOf(basis, arc) !== 0);
  return { arcs, gain: Float64Array.from(arcs, (arc) => gainOf(basis, arc)), potential: basis.potential.slice() };
}

/**
 * The first level's potentials must say of those arcs, too, that they stay as they are: so many times the potentials of
 * feasibility are added, whose bound is 0, that these have the last word.
 */
function outweighed(basis: Basis, { arcs, gain, potential }: Useless): Float64Array {
  let times = 0;
  arcs.forEach((arc, x) => {
    const now = gainOf(basis, arc);
    if (Math.sign(now) !== Math.sign(gain[x]!)) times = Math.max(times, Math.floor(Math.abs(now / gain[x]!)) + 1);
  });
  return basis.potential.map((own, node) => own + times * potential[node]!);
}

const everyArc = ({ from }: Network): Int32Array => Int32Array.from(from.keys());

/** Prices that refute limits which nothing can keep: those whose most is below 0. */
function barred({ mentees, mentors, limits = [] }: Problem): Prices | undefined {
  const at = limits.findIndex(({ most }) => most < 0);
  if (at < 0) return undefined;
  const limit = new Float64Array(limits.length);
  limit[at] = 1;
  return { mentee: new Float64Array(mentees), mentor: new Float64Array(mentors), limit };
}

/** No potential is the sum of more values than there are nodes. */
function checkRange({ network, free, value }: Basis, { name }: LinearLevel): void {
  let greatest = 0;
  const fail = (why: string, got: number) => {
    throw new SolverError("too-large", `Cannot solve level "${name}" exactly: values up to ${why}`, { value: got });
  };
  for (const arc of free) {
    const size = Math.abs(value[arc]!);
    if (!Number.isSafeInteger(size)) fail(`${value[arc]!} are no safe integers`, value[arc]!);
    if (size > greatest) greatest = size;
  }
  const bound = (network.nodes + 2) * greatest;
  if (bound > Number.MAX_SAFE_INTEGER) fail(`${greatest} along ${network.nodes} groups reach ${bound}`, bound);
}
