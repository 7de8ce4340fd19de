/** The network core beyond small problems, and how it stops. */
import { describe, expect, test } from "vitest";
import { SolverError } from "../../src/errors.js";
import { flow, flowFrom } from "../../src/matching/solvers/flow.js";
import { linearProgram } from "../../src/matching/solvers/linear-program.js";
import type { Problem } from "../../src/matching/solvers/solver.js";
import { bound, valueOf } from "../helpers/bound.js";
import { bruteForce } from "../helpers/brute-force.js";
import { runs } from "../helpers/counts.js";
import { families, plainProblem } from "../helpers/families.js";
import { fault } from "../helpers/fault.js";
import { faults } from "../helpers/faults.js";
import { random, randomProblem } from "../helpers/problems.js";

test("flow() gives the same answer twice", () => {
  for (let seed = 0; seed < 300; seed++) {
    const problem = randomProblem(seed, { mentees: 7, mentors: 7, row: 3, plain: seed % 2 === 0 });
    expect(flow(problem)).toEqual(flow(problem));
  }
});

test("flow() finds the best where places of mentors, or of mentees, gain or cost something beside what pairs are worth", () => {
  const wrong = faults(runs(600), (seed) => {
    const problem = randomProblem(seed, { mentees: 7, mentors: 5, row: 4, plain: seed % 2 === 0 });
    const next = random(seed);
    const below = (count: number) => Math.floor(next() * count);
    const falling = (places: Int32Array) =>
      [...places].flatMap((count) => Array.from({ length: count }, () => below(25) - 16).sort((a, b) => b - a));
    const pair = Int32Array.from(problem.mentor, () => below(20));
    const units = seed % 3 === 0 ? { mentee: falling(problem.demand) } : { mentor: falling(problem.capacity) };
    const mixed = { ...problem, levels: [{ name: "mixed", pair, ...units }] };
    return fault(mixed, flow(mixed), { value: bruteForce(mixed) });
  });
  expect(wrong).toEqual([]);
});

test("flowFrom() leaves a hint beyond exact arithmetic alone", () => {
  const problem = plainProblem(6, 5, 3, random(1), 60);
  const far = (size: number) => new Float64Array(size).fill(2 ** 60);
  const earlier = {
    mentorOf: new Int32Array(problem.mentees),
    coverage: { mentee: far(problem.mentees), mentor: far(problem.mentors) },
    score: { mentee: far(problem.mentees), mentor: far(problem.mentors) },
  };
  expect(flowFrom(problem, earlier)).toEqual(flow(problem));
});

describe("larger problems", () => {
  test("flow() proves its answer on problems of 40 × 25", () => {
    const wrong = faults(runs(100), (seed) => {
      const problem = randomProblem(seed + 1_000_000, { mentees: 40, mentors: 25, row: 8, plain: seed % 3 !== 0 });
      return fault(problem, flow(problem));
    });
    expect(wrong).toEqual([]);
  });

  test("flow() proves its answer on problems of 400 × 250", () => {
    const wrong = faults(runs(3), (seed) => {
      const problem = randomProblem(seed + 2_000_000, { mentees: 400, mentors: 250, row: 20, plain: seed % 2 === 0 });
      return fault(problem, flow(problem));
    });
    expect(wrong).toEqual([]);
  });

  const named = (scale: number) => families(scale).map(({ name, problem }) => [name, problem] as const);

  test.each(named(1))("flow() proves its answer where %s", (_, problem) => {
    expect(fault(problem, flow(problem))).toBeUndefined();
  });

  test.each(named(0.15))("linearProgram() proves its answer, which flow() shares, where %s", (_, problem) => {
    const value = valueOf(problem, flow(problem).chosen);
    expect(fault(problem, linearProgram(problem), { value })).toBeUndefined();
  });
});

describe("stopping", () => {
  test("flow() throws too-large where a sum might not be a safe integer", () => {
    const problem: Problem = {
      ...plainProblem(2, 2, 2, random(3), 60),
      levels: [{ name: "score", pair: [2 ** 52, 1, 1, 1] }],
    };
    expect(() => flow(problem)).toThrow(SolverError);
    expect(() => flow(problem)).toThrow(/score/);
  });

  test("flow() throws too-large for a value that is no integer", () => {
    const problem: Problem = { ...plainProblem(2, 2, 2, random(3), 60), levels: [{ name: "score", pair: () => 0.5 }] };
    expect(() => flow(problem)).toThrow(/0\.5/);
  });

  test("flow() stops when asked and reports a feasible part", () => {
    const problem = families().find(({ name }) => name.includes("product"))!.problem;
    const told: number[] = [];
    const found = flow(problem, (done) => {
      told.push(done);
      return told.length < 3;
    });
    expect(found.stop).toBe("stopped");
    expect(told.length).toBe(3);
    expect(told[0]).toBeGreaterThanOrEqual(65_536);
    expect(found.prices).toEqual([]);
    expect(() => valueOf(problem, found.chosen)).not.toThrow();
  });

  test("flow() answers a problem without people, pairs or levels", () => {
    const none = {
      start: new Int32Array(1),
      mentor: new Int32Array(0),
      demand: new Int32Array(0),
      capacity: new Int32Array(0),
      minimum: new Int32Array(0),
    };
    const found = flow({ mentees: 0, mentors: 0, ...none, levels: [] });
    expect(found).toEqual({ stop: "optimal", chosen: new Int32Array(0), prices: [], short: new Int32Array(0) });
    expect(bound({ mentees: 0, mentors: 0, ...none, levels: [] }, [])).toEqual([]);
  });
});
