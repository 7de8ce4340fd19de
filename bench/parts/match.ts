/** `match()` from people to proved pairs on synthetic cohorts, and where its time goes. */
import { syntheticCohort } from "../../src/cohort.js";
import {
  flow,
  linearProgram,
  match as matchPool,
  type PolicyInput,
  type Problem,
  parsePolicy,
  parsePool,
  type Solver,
  verify,
} from "../../src/index.js";
import { peakMegabytes, timed } from "../clock.js";
import { ownRow } from "../own-process.js";
import type { Part } from "../part.js";
import { duration, ratio, table } from "../table.js";

const SOLVERS: { readonly [name: string]: Solver } = { flow, "linear-program": linearProgram };
const RUNS: readonly (readonly [solver: string, mentees: number, mentors: number])[] = [
  ["flow", 20, 25],
  ["flow", 200, 120],
  ["flow", 1000, 600],
  ["flow", 3000, 1500],
  ["linear-program", 200, 120],
  ["linear-program", 1000, 600],
];
const SEED = 1;
/** Most that `match` may cost: so many solves of coverage and score, and so much for each examined pair. */
const TARGET = { solves: 4, msPerPair: 40e-6 };

interface Matched {
  readonly solver: string;
  readonly size: string;
  readonly matches: number;
  readonly cpuMs: number;
  /** reading pool and policy */
  readonly readMs: number;
  /** rules and scores of all pairs */
  readonly pairsMs: number;
  /** all levels, the lottery included */
  readonly solveMs: number;
  /** proof, reasons, the result itself */
  readonly resultMs: number;
  readonly peakMegabytes: number;
  /** CPU time as a share of the target */
  readonly shareOfTarget: number;
}

export const match: Part = () => {
  const rows = RUNS.map(([solver, mentees, mentors]) => ownRow<Matched>("match", solver, `${mentees}`, `${mentors}`));
  const lines = rows.map((row) => [
    row.solver,
    row.size,
    `${row.matches}`,
    ...[row.cpuMs, row.readMs, row.pairsMs, row.solveMs, row.resultMs].map(duration),
    `${row.peakMegabytes} MB`,
    row.solver === "flow" ? ratio(row.shareOfTarget, 1) : "–",
  ]);
  const head = ["solver", "size", "matches", "CPU", "read", "pairs", "solve", "result", "peak", "share of the target"];
  const text = [
    `match() on synthetic cohorts (seed ${SEED}), first run in a fresh process, verified; the target is`,
    `${TARGET.solves} solves of coverage and score plus ${TARGET.msPerPair * 1e6} ns an examined pair`,
    "",
    table(head, lines),
  ].join("\n");
  return { text, rows };
};

export function measureMatch(solverName: string, mentees: string, mentors: string): Matched {
  const { pool, policy } = syntheticCohort({ mentees: Number(mentees), mentors: Number(mentors), seed: SEED });
  const terms = policy as unknown as PolicyInput;
  const solver = SOLVERS[solverName]!;
  let problem: Problem | undefined;
  let solveMs = 0;
  let untilSolveMs = 0;
  const begun = process.cpuUsage();
  const sinceBegun = () => {
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  };
  const people = parsePool(pool);
  const rules = parsePolicy(terms);
  const readMs = sinceBegun();
  const result = matchPool(people, rules, {
    solver: (given, onProgress) => {
      problem = given;
      untilSolveMs = sinceBegun();
      const assignment = solver(given, onProgress);
      solveMs = sinceBegun() - untilSolveMs;
      return assignment;
    },
  });
  const cpuMs = sinceBegun();
  const megabytes = peakMegabytes();

  const { status, issues } = verify(pool, terms, result);
  if (status !== "proved") throw new Error(`not proved: ${JSON.stringify(issues[0])}`);
  const twoLevels = { ...problem!, levels: problem!.levels.slice(0, 2) };
  const allowedMs =
    TARGET.solves * timed(() => flow(twoLevels)).cpuMs + TARGET.msPerPair * Number(mentees) * Number(mentors);
  return {
    solver: solverName,
    size: `${mentees} × ${mentors}`,
    matches: result.matches.length,
    cpuMs,
    readMs,
    pairsMs: untilSolveMs - readMs,
    solveMs,
    resultMs: cpuMs - untilSolveMs - solveMs,
    peakMegabytes: megabytes,
    shareOfTarget: cpuMs / allowedMs,
  };
}
