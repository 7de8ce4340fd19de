/** Whenever the caller stops nested(), also while it looks for what conflicts, it stops and claims nothing. */
import { expect, test, vi } from "vitest";
import type { Meter } from "../../src/matching/solvers/flow/meter.js";
import { nested } from "../../src/matching/solvers/nested.js";
import { runs } from "../helpers/counts.js";
import { fault } from "../helpers/fault.js";
import { faults } from "../helpers/faults.js";
import { nestedProblem } from "../helpers/limited-problems.js";

/** Tells the caller at every count, as if 65 536 were 1, so that small problems have many moments to stop at. */
vi.mock("../../src/matching/solvers/flow/meter.js", async (original) => ({
  ...(await original<object>()),
  advance: (meter: Meter, arcs: number): boolean => {
    meter.arcs += arcs;
    if (!meter.stopped && meter.onProgress?.(meter.arcs) === false) meter.stopped = true;
    return !meter.stopped;
  },
}));

test("nested() stops at any moment, and claims nothing then", () => {
  const seen = { whole: 0, stopped: 0, inConflict: 0 };
  const wrong = faults(runs(60), (seed) => {
    const problem = nestedProblem(seed);
    const whole = nested(problem);
    for (let moment = 1; ; moment++) {
      let told = 0;
      const found = nested(problem, () => ++told < moment);
      if (told < moment) {
        seen.whole++;
        return found.stop === whole.stop ? fault(problem, found) : `${found.stop} instead of ${whole.stop}`;
      }
      seen.stopped++;
      if (whole.conflicts !== undefined) seen.inConflict++;
      if (told > moment) return `told ${told - moment} times more after the caller said stop`;
      if (found.stop !== "stopped") return `${found.stop} at moment ${moment}, though asked to stop`;
      const { chosen, prices, short, refutation, conflicts } = found;
      if (chosen.length + prices.length + short.length > 0) return "stopped with an answer";
      if (refutation !== undefined || conflicts !== undefined) return "stopped with a proof";
    }
  });
  expect(wrong).toEqual([]);
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
});
