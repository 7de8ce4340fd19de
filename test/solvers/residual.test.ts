/** The proof on the residual graph: what it mends, and that it raises an error rather than run forever. */
import { expect, test } from "vitest";
import { SolverError } from "../../src/errors.js";
import { wholeFace } from "../../src/matching/solvers/face.js";
import { type FaceLevel, levelOnFace } from "../../src/matching/solvers/face-level.js";
import { prove } from "../../src/matching/solvers/residual.js";
import type { Prices, Problem } from "../../src/matching/solvers/solver.js";
import { bruteForce } from "../helpers/brute-force.js";
import { runs } from "../helpers/counts.js";
import { plainProblem } from "../helpers/families.js";
import { fault } from "../helpers/fault.js";
import { faults } from "../helpers/faults.js";
import { random } from "../helpers/problems.js";

function noPrices({ mentees, mentors }: Problem): Prices {
  return { mentee: new Float64Array(mentees), mentor: new Float64Array(mentors) };
}

test("prove() reaches the best assignment from none, or from any, whatever the prices say", () => {
  const wrong = faults(runs(200), (seed) => {
    const next = random(seed);
    const plain = plainProblem(7, 5, 3, next, 20);
    const problem = { ...plain, levels: plain.levels.slice(seed % 2, (seed % 2) + 1) };
    const face = wholeFace(problem);
    const hint = noPrices(problem);
    for (let i = 0; seed % 3 > 0 && i < problem.mentees; i++) hint.mentee[i] = Math.floor((next() - 0.5) * 60);
    for (let j = 0; seed % 3 > 1 && j < problem.mentors; j++) hint.mentor[j] = Math.floor((next() - 0.5) * 60);
    const start = new Uint8Array(problem.mentor.length);
    const left = problem.capacity.slice();
    for (let i = 0; i < problem.mentees; i++) {
      const p = problem.start[i]!;
      const mentor = problem.mentor[p]!;
      if (next() < 0.3 || p === problem.start[i + 1]! || left[mentor] === 0) continue;
      start[p] = 1;
      left[mentor]!--;
    }
    const { chosen, prices } = prove(face, levelOnFace(face, problem.levels[0]!), start, hint);
    const positions = [...chosen.keys()].filter((k) => chosen[k] === 1);
    const found = {
      stop: "optimal",
      chosen: Int32Array.from(positions),
      prices: [prices],
      short: new Int32Array(0),
    } as const;
    return fault(problem, found, { value: bruteForce(problem) });
  });
  expect(wrong).toEqual([]);
});

/** Values that break what the proof of termination rests on: each is read through `value`, which may lie. */
function proveLying(value: (chosen: Uint8Array, k: number) => number): () => void {
  const problem = plainProblem(12, 8, 4, random(5), 60);
  const face = wholeFace({ ...problem, capacity: problem.capacity.map(() => 2) });
  const level = levelOnFace(face, problem.levels[1]!);
  const chosen = new Uint8Array(problem.mentor.length);
  const pair = new Proxy(level.pair, {
    get: (values, key) =>
      typeof key === "string" && /^\d+$/.test(key) ? value(chosen, Number(key)) : Reflect.get(values, key, values),
  });
  const lying: FaceLevel = { ...level, pair };
  return () => prove(face, lying, chosen, noPrices(problem));
}

test("prove() throws no-convergence where every exchange seems to improve", () => {
  const lie = proveLying((chosen, k) => (chosen[k] === 1 ? -1 : 1));
  expect(lie).toThrow(SolverError);
  expect(lie).toThrow(expect.objectContaining({ code: "no-convergence" }));
});

test("prove() throws an error rather than run forever where values rise as they are read", () => {
  let read = 0;
  expect(proveLying(() => ++read)).toThrow(SolverError);
  expect(proveLying(() => (++read % 7) - 3)).toThrow(SolverError);
});
