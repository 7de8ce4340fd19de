/** The law of stopping: whenever the caller says stop, what comes back keeps every bound that it can. */
import { expect, test, vi } from "vitest";
import type { Meter } from "../../src/matching/solvers/flow/meter.js";
import { flow } from "../../src/matching/solvers/flow.js";
import { linearProgram } from "../../src/matching/solvers/linear-program.js";
import type { Problem, Solver } from "../../src/matching/solvers/solver.js";
import { assign } from "../../src/solver.js";
import { valueOf } from "../helpers/bound.js";
import { runs } from "../helpers/counts.js";
import { families } from "../helpers/families.js";
import { fault } from "../helpers/fault.js";
import { faults } from "../helpers/faults.js";
import { randomProblem } from "../helpers/problems.js";

/** Tells the caller at every count, as if 65 536 were 1, so that small problems have many moments to stop at. */
const meter = vi.hoisted(() => ({ isFine: false }));
vi.mock("../../src/matching/solvers/flow/meter.js", async (original) => {
  const real = await original<typeof import("../../src/matching/solvers/flow/meter.js")>();
  const advance = (counted: Meter, arcs: number): boolean => {
    if (!meter.isFine) return real.advance(counted, arcs);
    counted.arcs += arcs;
    if (!counted.stopped && counted.onProgress?.(counted.arcs) === false) counted.stopped = true;
    return !counted.stopped;
  };
  return { ...real, advance };
});

/** What is wrong with stopping `solve` at its `moment`-th report; `moments` learns how many reports there were. */
function faultAt(solve: Solver, problem: Problem, moment: number, moments: { seen: number }): string | undefined {
  moments.seen = 0;
  let before = -1;
  let isFalling = false;
  const found = solve(problem, (done) => {
    isFalling ||= done < before;
    before = done;
    return ++moments.seen < moment;
  });
  if (isFalling) return "the work done fell";
  if (moments.seen < moment) return found.stop === "stopped" ? "stopped unasked" : fault(problem, found);
  if (moments.seen > moment) return `told ${moments.seen - moment} times more after the caller said stop`;
  if (found.stop !== "stopped") return `${found.stop}, though asked to stop`;
  if (found.prices.length > 0 || found.short.length > 0) return "stopped with a proof";
  // Throws where a place is taken twice; minima may still be open.
  valueOf({ ...problem, minimum: new Int32Array(problem.mentors) }, found.chosen);
  return undefined;
}

/** Stops at the first, the second, … report until there is none left; at the later ones in growing steps. */
function faultAtAll(solve: Solver, problem: Problem, moments: { seen: number; tried: number }): string | undefined {
  for (let moment = 1; ; moment += 1 + (moment >> 4)) {
    const wrong = faultAt(solve, problem, moment, moments);
    moments.tried++;
    if (wrong !== undefined) return `at report ${moment}: ${wrong}`;
    if (moments.seen < moment) return undefined;
  }
}

test("solve() stops at any moment with pairs that keep every capacity and demand, and tells no more", () => {
  meter.isFine = true;
  const moments = { seen: 0, tried: 0 };
  const wrong = faults(runs(150), (seed) => {
    const shape = { mentees: 14, mentors: 9, row: 5, plain: seed % 2 === 0, starved: seed % 3 === 0 ? 60 : 0 };
    const problem = randomProblem(7_000_000 + seed, shape);
    return faultAtAll(flow, problem, moments) ?? faultAtAll(linearProgram, problem, moments);
  });
  expect(wrong).toEqual([]);
  expect(moments.tried / runs(150)).toBeGreaterThan(8);
});

test("solve() stops at any of its own reports on hard families", () => {
  meter.isFine = false;
  const moments = { seen: 0, tried: 0 };
  const wrong = families(0.6).flatMap(({ name, problem }) => {
    const fault = faultAtAll(flow, problem, moments);
    return fault === undefined ? [] : [`${name}: ${fault}`];
  });
  expect(wrong).toEqual([]);
  expect(moments.tried).toBeGreaterThan(1.5 * families(0.6).length);
});

test("assign() passes on what was found before the caller said stop", () => {
  meter.isFine = true;
  let stopped = 0;
  const wrong = faults(runs(60), (seed) => {
    const problem = randomProblem(8_000_000 + seed, { mentees: 14, mentors: 9, row: 5, plain: true });
    const { mentees, mentors, start, mentor, capacity, minimum, demand } = problem;
    const score = Array.from(mentor, (j, p) => (j * 31 + p * 17) % 50);
    let told = 0;
    const onProgress = () => ++told < 1 + (seed % 12);
    const input = { mentees, mentors, start, mentor, score, capacity, minimum, demand };
    const { stop, chosen, proof, prices, ...found } = assign(input, { onProgress, seed });
    if (stop !== "stopped") return told < 1 + (seed % 12) ? undefined : `${stop}, though asked to stop`;
    stopped++;
    valueOf({ ...problem, minimum: new Int32Array(mentors) }, chosen);
    if (prices.length + proof.levels.length + proof.value.length + proof.bound.length > 0)
      return "stopped with a proof";
    const total = chosen.reduce((sum, p) => sum + score[p]!, 0);
    const matched = found.mentorOf.reduce((count, j) => count + (j >= 0 ? 1 : 0), 0);
    return found.total === total && found.coverage === matched ? undefined : "sums do not belong to the pairs";
  });
  expect(wrong).toEqual([]);
  expect(stopped / runs(60)).toBeGreaterThan(0.5);
});
