/**
 * Prices that prove an assignment best on one level, from the assignment alone: potentials of its residual graph. A pair out
 * of the assignment may come in, one in it may go out, and the root lends or takes back a person's unit; a cycle of positive
 * value is an improvement and is applied, so what comes back is optimal whatever the backend returned.
 *
 * @remarks Label correcting with a queue (Bellman 1958, Moore 1959) and cycle cancelling (Klein 1967). From a good hint
 * one pass over the pairs; O(people × pairs) in the worst case for each improvement.
 */
import { SolverError } from "../../errors.js";
import type { Face } from "./face.js";
import type { FaceLevel } from "./face-level.js";
import type { Prices } from "./solver.js";

/** An optimal assignment of a face and prices that prove it. `chosen[k]` is 1 where free pair `k` is in it. */
export interface Proved {
  readonly chosen: Uint8Array;
  readonly prices: Prices;
}

/**
 * @param chosen - a feasible assignment of the face, one byte a pair; it is improved in place
 * @param hint - prices believed to be optimal, or zeros
 * @throws SolverError `"no-convergence"` where cycles improve by more than the values allow, or none is found in time
 */
export function prove(face: Face, level: FaceLevel, chosen: Uint8Array, hint: Prices): Proved {
  const mentees = face.side.mentee.least.length;
  const root = mentees + face.side.mentor.least.length;
  const graph = residualGraph(face, level, chosen, mentees, root);
  // Potentials: a mentee's is her price, a mentor's is minus his, the root's is 0. Valid when no arc would raise its head.
  const potential = new Float64Array(root + 1);
  potential.set(hint.mentee);
  for (let mentor = 0; mentor + mentees < root; mentor++) potential[mentees + mentor] = -hint.mentor[mentor]!;
  // Values are integers: every cycle improves the assignment by 1 or more, and all of them by no more than its range.
  const range = rangeOf(level);
  let improved = 0;
  for (;;) {
    const cycle = raisePotentials(graph, potential);
    if (cycle === undefined) break;
    const gain = cycle.reduce((sum, step) => sum + step.gain, 0);
    improved += gain;
    if (!(gain >= 1 && improved <= range)) throw noConvergence("an improvement", { gain, improved, range });
    graph.apply(cycle);
  }
  const base = potential[root]!;
  return {
    chosen,
    prices: {
      mentee: potential.slice(0, mentees).map((value) => value - base),
      mentor: potential.slice(mentees, root).map((value) => base - value),
    },
  };
}

/** A step along the residual graph: `to` must stand at least `gain` above `from`. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly gain: number;
  /** the free pair that comes in or goes out, or −1 for a person's unit */
  readonly pair: number;
}

interface ResidualGraph {
  readonly nodes: number;
  /** calls `visit(to, gain, pair)` for each step out of a node */
  readonly stepsFrom: (node: number, visit: (to: number, gain: number, pair: number) => void) => void;
  readonly apply: (cycle: readonly Step[]) => void;
}

function residualGraph(face: Face, level: FaceLevel, chosen: Uint8Array, mentees: number, root: number): ResidualGraph {
  const pairs = face.mentor.length;
  const menteeOf = new Int32Array(pairs);
  const menteeCount = new Int32Array(mentees);
  const mentorCount = new Int32Array(root - mentees);
  const column = columns(face, mentees, root - mentees, menteeOf);
  for (let k = 0; k < pairs; k++) {
    if (chosen[k] === 1) {
      menteeCount[menteeOf[k]!]!++;
      mentorCount[face.mentor[k]!]!++;
    }
  }
  const menteeUnit = (mentee: number, k: number) => level.menteeUnit?.[level.menteeUnitStart[mentee]! + k] ?? 0;
  const mentorUnit = (mentor: number, k: number) => level.mentorUnit?.[level.mentorUnitStart[mentor]! + k] ?? 0;

  return {
    nodes: root + 1,
    stepsFrom(node, visit) {
      // The conditions, as "head ≥ tail + gain" (price = potential of a mentee, − potential of a mentor):
      //   pair out: price + price ≥ value          pair in: price + price ≤ value
      //   a unit may be added: price ≤ − its value   a unit may be given back: price ≥ − its value
      if (node === root) {
        for (let mentee = 0; mentee < mentees; mentee++) {
          const count = menteeCount[mentee]!;
          if (count > face.side.mentee.least[mentee]!) visit(mentee, -menteeUnit(mentee, count - 1), -1);
        }
        for (let mentor = 0; mentor + mentees < root; mentor++) {
          const count = mentorCount[mentor]!;
          if (count < face.side.mentor.most[mentor]!) visit(mentees + mentor, mentorUnit(mentor, count), -1);
        }
      } else if (node < mentees) {
        for (let k = face.start[node]!; k < face.start[node + 1]!; k++) {
          if (chosen[k] === 1) visit(mentees + face.mentor[k]!, -level.pair[k]!, k);
        }
        const count = menteeCount[node]!;
        if (count < face.side.mentee.most[node]!) visit(root, menteeUnit(node, count), -1);
      } else {
        const mentor = node - mentees;
        for (let at = column.start[mentor]!; at < column.start[mentor + 1]!; at++) {
          const k = column.pair[at]!;
          if (chosen[k] === 0) visit(menteeOf[k]!, level.pair[k]!, k);
        }
        const count = mentorCount[mentor]!;
        if (count > face.side.mentor.least[mentor]!) visit(root, -mentorUnit(mentor, count - 1), -1);
      }
    },
    apply(cycle) {
      for (const { pair } of cycle) {
        if (pair < 0) continue;
        const change = chosen[pair] === 1 ? -1 : 1;
        chosen[pair] = chosen[pair] === 1 ? 0 : 1;
        menteeCount[menteeOf[pair]!]! += change;
        mentorCount[face.mentor[pair]!]! += change;
      }
    },
  };
}

/**
 * Raises potentials until no step asks for more, or returns a cycle along which they would rise for ever. A node is raised in
 * round r only along r nodes raised before it, so from round `nodes` on, which at most nodes² scans precede, every raise closes
 * a cycle: one more round ends the loop.
 */
function raisePotentials({ nodes, stepsFrom }: ResidualGraph, potential: Float64Array): readonly Step[] | undefined {
  const cameFrom = new Int32Array(nodes).fill(-1);
  const cameBy = new Int32Array(nodes).fill(-1);
  const cameGain = new Float64Array(nodes);
  const raised = new Int32Array(nodes);
  const waiting = new Int32Array(nodes);
  const isWaiting = new Uint8Array(nodes).fill(1);
  for (let node = 0; node < nodes; node++) waiting[node] = node;
  let first = 0;
  let count = nodes;
  let scans = 0;
  let cycleAt = -1;
  while (count > 0 && cycleAt < 0) {
    /* v8 ignore next -- a belt: whatever the values, a raise after nodes² scans closes a cycle */
    if (++scans > nodes * (nodes + 1)) throw noConvergence("a price", { scans, nodes });
    const isLate = scans > nodes * nodes;
    const node = waiting[first]!;
    first = first + 1 === nodes ? 0 : first + 1;
    count--;
    isWaiting[node] = 0;
    stepsFrom(node, (to, gain, pair) => {
      const reach = potential[node]! + gain;
      if (reach <= potential[to]!) return;
      if (!Number.isSafeInteger(reach)) {
        throw new SolverError(
          "too-large",
          `Cannot price the assignment exactly: a price of ${reach} is no safe integer`,
          { price: reach },
        );
      }
      potential[to] = reach;
      cameFrom[to] = node;
      cameBy[to] = pair;
      cameGain[to] = gain;
      // Every so often, follow the predecessors: a cycle among them is an improvement.
      if (((++raised[to]! & 7) === 0 || isLate) && onCycle(cameFrom, to)) cycleAt = to;
      if (isWaiting[to] === 0) {
        isWaiting[to] = 1;
        waiting[(first + count++) % nodes] = to;
      }
    });
  }
  return cycleAt < 0 ? undefined : cycleThrough(cameFrom, cameBy, cameGain, cycleAt);
}

/** No two assignments differ by more: the size of all values together. */
function rangeOf({ pair, menteeUnit, mentorUnit }: FaceLevel): number {
  let range = 0;
  for (const values of [pair, menteeUnit ?? [], mentorUnit ?? []]) {
    for (let x = 0; x < values.length; x++) range += Math.abs(values[x]!);
  }
  return range;
}

/** Raised when a loop runs longer than its proof of termination allows: a fault of this library, never of the data. */
function noConvergence(step: string, numbers: { readonly [name: string]: number }): SolverError {
  const found = Object.entries(numbers).map(([name, value]) => `${name} ${value}`);
  return new SolverError(
    "no-convergence",
    `Cannot prove the assignment: ${step} beyond what its values allow (${found.join(", ")})`,
    numbers,
  );
}

function onCycle(cameFrom: Int32Array, start: number): boolean {
  let steps = 0;
  let node = start;
  while (node >= 0 && steps++ <= cameFrom.length) node = cameFrom[node]!;
  return node >= 0;
}

function cycleThrough(cameFrom: Int32Array, cameBy: Int32Array, cameGain: Float64Array, start: number): Step[] {
  let node = start;
  // The cycle may lie ahead of where it was noticed: walk until certainly on it.
  for (let step = 0; step <= cameFrom.length; step++) node = cameFrom[node]!;
  const cycle: Step[] = [];
  const last = node;
  do {
    cycle.push({ from: cameFrom[node]!, to: node, gain: cameGain[node]!, pair: cameBy[node]! });
    node = cameFrom[node]!;
  } while (node !== last);
  return cycle;
}

/** The pairs of each mentor: `pair[start[j]] … pair[start[j + 1] − 1]`. Fills `menteeOf` on the way. */
function columns(face: Face, mentees: number, mentors: number, menteeOf: Int32Array) {
  const start = new Int32Array(mentors + 1);
  for (let k = 0; k < face.mentor.length; k++) start[face.mentor[k]! + 1]!++;
  for (let mentor = 0; mentor < mentors; mentor++) start[mentor + 1]! += start[mentor]!;
  const next = start.slice(0, mentors);
  const pair = new Int32Array(face.mentor.length);
  for (let mentee = 0; mentee < mentees; mentee++) {
    for (let k = face.start[mentee]!; k < face.start[mentee + 1]!; k++) {
      menteeOf[k] = mentee;
      pair[next[face.mentor[k]!]!++] = k;
    }
  }
  return { start, pair };
}
