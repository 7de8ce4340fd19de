/** Counts the work done, tells the caller now and then, and raises an error rather than run forever. */

import { SolverError } from "../../../errors.js";
import type { Progress } from "../solver.js";

/** The caller is told each time this many more arcs have been scanned. */
const ARCS_PER_REPORT = 65_536;

export interface Meter {
  /** arcs scanned so far */
  arcs: number;
  /** whether the caller asked to stop */
  stopped: boolean;
  readonly onProgress: Progress | undefined;
}

export function newMeter(onProgress: Progress | undefined): Meter {
  return { arcs: 0, stopped: false, onProgress };
}

/** Adds to the count; false when the caller wants to stop. */
export function advance(meter: Meter, arcs: number): boolean {
  const reports = Math.floor(meter.arcs / ARCS_PER_REPORT);
  meter.arcs += arcs;
  const isDue = Math.floor(meter.arcs / ARCS_PER_REPORT) > reports;
  if (isDue && meter.onProgress?.(meter.arcs) === false) meter.stopped = true;
  return !meter.stopped;
}

/** Raised when a loop ran longer than its proof of termination allows: a fault of this library, never of the data. */
export function noConvergence(what: string, count: number): SolverError {
  return new SolverError("no-convergence", `Cannot solve the level: ${count} ${what}, fewer were expected`, { count });
}
