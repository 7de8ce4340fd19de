/** `match()` from people to proved pairs on synthetic cohorts, and where its time goes. */
import { syntheticCohort } from "../../src/cohort.js";
import {
  flow,
  linearProgram,
  match as matchPool,
  type PolicyInput,
  parsePolicy,
  parsePool,
  type Solver,
  verify,
} from "../../src/index.js";
import { peakMegabytes, timed } from "../clock.js";
import { ownLeast } from "../own-process.js";
import type { Part } from "../part.js";
import { duration, megabytes, ratio, table } from "../table.js";

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
export const ALLOWED = { solves: 4, nsPerPair: 40 };

export interface Matched {
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
  /** of coverage and score alone, by `flow`, as the first solve of another process */
  readonly twoLevelsMs: number;
  /** CPU time as a share of what is allowed */
  readonly shareOfAllowed: number;
}

export const match: Part<Matched> = () => {
  const rows = RUNS.map(([solver, mentees, mentors]) => {
    const size = [`${mentees}`, `${mentors}`] as const;
    const matched = ownLeast<Matched>("match", solver, ...size);
    const twoLevelsMs = ownLeast<{ readonly cpuMs: number }>("match-two-levels", ...size).cpuMs;
    const allowedMs = ALLOWED.solves * twoLevelsMs + (ALLOWED.nsPerPair / 1e6) * mentees * mentors;
    return { ...matched, twoLevelsMs, shareOfAllowed: matched.cpuMs / allowedMs };
  });
  const lines = rows.map((row) => [
    row.solver,
    row.size,
    `${row.matches}`,
    ...[row.cpuMs, row.readMs, row.pairsMs, row.solveMs, row.resultMs].map(duration),
    megabytes(row.peakMegabytes),
    duration(row.twoLevelsMs),
    row.solver === "flow" ? ratio(row.shareOfAllowed, 1) : "–",
  ]);
  const stages = ["read", "pairs", "solve", "result"];
  const text = [
    `Synthetic cohorts (seed ${SEED}), from people to proved pairs, the lottery included; cold, and checked by \`verify()\`. *Two
levels* is a cold solve of coverage and score alone; *share* is the whole over ${ALLOWED.solves} of those plus
${ALLOWED.nsPerPair} ns for each pair of a mentee and a mentor.`,
    table(["solver", "size", "matches", "CPU", ...stages, "peak", "two levels", "share"], lines),
  ].join("\n\n");
  return { title: "`match()` as a whole", text, rows };
};

type Stages = Omit<Matched, "twoLevelsMs" | "shareOfAllowed">;

export function measureMatch(solverName: string, mentees: string, mentors: string): Stages {
  const { pool, policy } = cohort(mentees, mentors);
  const solver = SOLVERS[solverName]!;
  let solveMs = 0;
  let untilSolveMs = 0;
  const begun = process.cpuUsage();
  const sinceBegun = () => {
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  };
  const people = parsePool(pool);
  const rules = parsePolicy(policy);
  const readMs = sinceBegun();
  const result = matchPool(people, rules, {
    solver: (problem, onProgress) => {
      untilSolveMs = sinceBegun();
      const assignment = solver(problem, onProgress);
      solveMs = sinceBegun() - untilSolveMs;
      return assignment;
    },
  });
  const cpuMs = sinceBegun();
  const peak = peakMegabytes();
  const { status, issues } = verify(pool, policy, result);
  if (status !== "proved") throw new Error(`not proved: ${JSON.stringify(issues[0])}`);
  return {
    solver: solverName,
    size: `${mentees} × ${mentors}`,
    matches: result.matches.length,
    cpuMs,
    readMs,
    pairsMs: untilSolveMs - readMs,
    solveMs,
    resultMs: cpuMs - untilSolveMs - solveMs,
    peakMegabytes: peak,
  };
}

/** The first solve in this process is that of coverage and score; `match()` gets its own answer after it. */
export function measureTwoLevels(mentees: string, mentors: string): { readonly cpuMs: number } {
  const { pool, policy } = cohort(mentees, mentors);
  let twoLevelsMs = 0;
  const result = matchPool(parsePool(pool), parsePolicy(policy), {
    solver: (problem, onProgress) => {
      const run = timed(() => flow({ ...problem, levels: problem.levels.slice(0, 2) }));
      if (run.result.stop !== "optimal") throw new Error(`the solver stopped with "${run.result.stop}"`);
      twoLevelsMs = run.cpuMs;
      return flow(problem, onProgress);
    },
  });
  const { status } = verify(pool, policy, result);
  if (status !== "proved") throw new Error(`not proved: ${status}`);
  return { cpuMs: twoLevelsMs };
}

function cohort(mentees: string, mentors: string) {
  const { pool, policy } = syntheticCohort({ mentees: Number(mentees), mentors: Number(mentors), seed: SEED });
  return { pool, policy: policy as unknown as PolicyInput };
}
