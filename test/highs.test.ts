/** `loadHighs`: a solver like `linearProgram`, under a name of its own. */
import { expect, onTestFinished, test, vi } from "vitest";
import { loadHighs } from "../src/highs.js";
import { linearProgram, match, verify } from "../src/index.js";
import type { LinearSolver } from "../src/matching/solvers/integer/linear-programme.js";

const people = ["ann", "bo", "cy", "dot"].map((id) => ({ id }));
const pool = { mentees: people, mentors: people.map((one) => ({ ...one, capacity: 2 })) };
const policy = { name: "peers", constraints: [{ noCycles: true }, { totalLoad: 2 }] };

test("loadHighs() gives a solver whose result says who solved it, and holds", async () => {
  const solver = await loadHighs();
  const result = match(pool, policy, { solver });
  expect(result.run.solver).toBe("highs");
  expect(verify(pool, policy, result)).toMatchObject({ status: result.status, issues: [] });
  expect(result.matches).toEqual(match(pool, policy, { solver: linearProgram }).matches);
  expect(result.levels.map(({ value }) => value)).toEqual(match(pool, policy).levels.map(({ value }) => value));
});

test("loadHighs() solves policies without constraints as well", async () => {
  const solver = await loadHighs();
  const plain = { name: "plain", limits: [{ id: "places", atMost: 3 }] };
  expect(match(pool, plain, { solver }).matches).toEqual(match(pool, plain).matches);
  expect(match(pool, { name: "plain" }, { solver })).toMatchObject({ status: "proved" });
});

test("loadHighs() looks for its WebAssembly where it is told", async () => {
  await expect(loadHighs({ locateFile: () => "/nowhere/highs.wasm" })).rejects.toThrow();
});

test("loadHighs() refuses a programme of more entries than its memory holds, before it makes one", async () => {
  // The programme alone: a problem with so many pairs would take a minute.
  vi.doMock("../src/matching/solvers/programme-solver.js", () => ({
    programmeSolver: (_: string, solve: LinearSolver) => solve,
  }));
  vi.resetModules();
  onTestFinished(() => {
    vi.doUnmock("../src/matching/solvers/programme-solver.js");
    vi.resetModules();
  });
  const { loadHighs: load } = await import("../src/highs.js");
  const solve = (await load()) as unknown as LinearSolver;
  const rows = { length: 10_000_001 } as readonly number[];
  const column = { cost: 1, rows, weights: rows };
  expect(() => solve({ most: [], columns: [column, column] })).toThrow(
    expect.objectContaining({ name: "SolverError", code: "too-large", numbers: { entries: 20_000_002 } }),
  );
});
