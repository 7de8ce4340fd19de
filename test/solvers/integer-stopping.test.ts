/** Stopping a search: at whatever moment the caller says so, nothing is claimed. */
import { expect, test, vi } from "vitest";
import type { Meter } from "../../src/matching/solvers/flow/meter.js";
import { linearProgram } from "../../src/matching/solvers/linear-program.js";
import { runs } from "../helpers/counts.js";
import { crossingProblem } from "../helpers/crossing-problems.js";
import { faults } from "../helpers/faults.js";

// Tells the caller at every count, as if 65 536 were 1, so that small problems have many moments to stop at.
vi.mock("../../src/matching/solvers/flow/meter.js", async (original) => {
  const real = await original<typeof import("../../src/matching/solvers/flow/meter.js")>();
  const advance = (counted: Meter, arcs: number): boolean => {
    counted.arcs += arcs;
    if (!counted.stopped && counted.onProgress?.(counted.arcs) === false) counted.stopped = true;
    return !counted.stopped;
  };
  return { ...real, advance };
});

test("linearProgram() stops at any moment of a search, or of asking why nothing is feasible, and claims nothing", () => {
  const seen = { searched: 0, conflicts: 0, moments: 0 };
  const wrong = faults(runs(150), (seed) => {
    const problem = crossingProblem(seed);
    const whole = linearProgram(problem);
    if (whole.isSearched === true) seen.searched++;
    if (whole.conflicts !== undefined) seen.conflicts++;
    for (let moment = 1; ; moment += 1 + (moment >> 3)) {
      let told = 0;
      const found = linearProgram(problem, () => ++told < moment);
      if (told < moment) return found.stop === whole.stop ? undefined : `${found.stop}, ${whole.stop} if not asked`;
      seen.moments++;
      if (told > moment) return `told ${told - moment} times more after the caller said stop`;
      const isClaimed = found.prices.length > 0 || found.short.length > 0 || found.conflicts !== undefined;
      if (found.stop !== "stopped" || isClaimed) return `at report ${moment}: ${found.stop}`;
    }
  });
  expect(wrong).toEqual([]);
  expect(Math.min(seen.searched, seen.conflicts)).toBeGreaterThan(0);
  expect(seen.moments).toBeGreaterThan(runs(150));
});
