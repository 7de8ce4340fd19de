/** What every answer of `assign` must satisfy, judged from the input alone. */
import type { LinearLevel, Problem } from "../../src/matching/solvers/solver.js";
import type { Assigned, AssignInput, AssignOptions } from "../../src/solver.js";
import { fault } from "./fault.js";

type LevelName = (AssignOptions["levels"] & object)[number];

/** The input as a problem of the levels by name, coverage being one level for each mentor that anyone may have. */
export function problemOf(input: AssignInput, levels: readonly LevelName[]): Problem {
  const { mentees, mentors } = input;
  const demand = Int32Array.from(input.demand ?? new Array<number>(mentees).fill(1));
  const kth = (k: number) => Array.from(demand).flatMap((count) => Array.from({ length: count }, (_, u) => +(u === k)));
  const most = Math.max(1, ...demand.map((wanted, i) => Math.min(wanted, input.start[i + 1]! - input.start[i]!)));
  const coverage = Array.from({ length: most }, (_, k) => ({ name: "coverage", mentee: kth(k) }));
  return {
    mentees,
    mentors,
    start: Int32Array.from(input.start),
    mentor: Int32Array.from(input.mentor),
    demand,
    capacity: Int32Array.from(input.capacity),
    minimum: Int32Array.from(input.minimum ?? new Array<number>(mentors).fill(0)),
    levels: levels.flatMap((name): LinearLevel[] => (name === "score" ? [{ name, pair: input.score }] : coverage)),
  };
}

/** What is wrong with an answer up to the levels by name, in one line; undefined when nothing is. */
export function assignFault(input: AssignInput, levels: readonly LevelName[], found: Assigned): string | undefined {
  const problem = problemOf(input, levels);
  const wrong = fault(problem, found);
  if (wrong !== undefined || found.stop !== "optimal") return wrong;
  const { value, bound } = found.proof;
  if (value.join() !== bound.join()) return `its own proof: value ${value.join()}, bound ${bound.join()}`;
  const first = new Int32Array(problem.mentees).fill(-1);
  let total = 0;
  let mentee = 0;
  for (const p of found.chosen) {
    while (p >= problem.start[mentee + 1]!) mentee++;
    if (first[mentee] === -1) first[mentee] = problem.mentor[p]!;
    total += input.score[p]!;
  }
  if (first.join() !== found.mentorOf.join()) return `mentorOf ${found.mentorOf.join()}, chosen ${first.join()}`;
  if (total !== found.total) return `total ${found.total}, chosen ${total}`;
  const covered = first.filter((mentor) => mentor >= 0).length;
  return covered === found.coverage ? undefined : `coverage ${found.coverage}, chosen ${covered}`;
}
