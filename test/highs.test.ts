/** `loadHighs`: a solver like `linearProgram`, under a name of its own. */
import { expect, test } from "vitest";
import { loadHighs } from "../src/highs.js";
import { linearProgram, match, verify } from "../src/index.js";

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
