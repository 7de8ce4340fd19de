/** What every exact solver's answer must satisfy, whoever gave it. */

import type { Assignment, Problem } from "../../src/matching/solvers/solver.js";
import { bound, isRefuted, isShort, valueOf } from "./bound.js";

/** What is wrong with an answer, in one line; undefined when nothing is. `best` is the known optimum, if there is one. */
export function fault(
  problem: Problem,
  found: Assignment,
  best?: { readonly value: readonly number[] | undefined },
): string | undefined {
  if (found.stop === "stopped") return "stopped unasked";
  if (found.stop === "infeasible") {
    if (found.chosen.length > 0 || found.prices.length > 0) return "an infeasible problem came with an answer";
    const { refutation } = found;
    if (refutation !== undefined ? !isRefuted(problem, refutation) : !isShort(problem, found.short))
      return `mentors ${found.short.join()} are no certificate`;
    return best === undefined || best.value === undefined
      ? undefined
      : `infeasible, though ${best.value.join()} can be had`;
  }
  const value = valueOf(problem, found.chosen);
  const proved = bound(problem, found.prices);
  if (value.join() !== proved.join()) return `value ${value.join()}, bound ${proved.join()}`;
  if (best === undefined) return undefined;
  if (best.value === undefined) return `value ${value.join()} for an infeasible problem`;
  return value.join() === best.value.join() ? undefined : `value ${value.join()}, best ${best.value.join()}`;
}
