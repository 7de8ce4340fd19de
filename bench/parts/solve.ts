/** One solver on one instance: what most parts are made of. */
import { linearProgram } from "../../src/index.js";
import { assign } from "../../src/solver.js";
import { peakMegabytes, timed } from "../clock.js";
import { type Instance, problemOf } from "../instance.js";
import { makeInstance } from "../instances.js";
import { peers } from "../peers.js";
import { provedAnswer, type Worth, worthOf } from "../proof.js";

export interface Solved extends Worth {
  readonly solver: string;
  readonly instance: string;
  readonly pairs: number;
  /** cold: of the first solve in a fresh process, the compiling of the code included */
  readonly cpuMs: number;
  /** of a second solve in that process, in compiled code, where the first was short */
  readonly againMs?: number;
  /** of the whole process, the instance included, after the first solve */
  readonly peakMegabytes: number;
}

/** `assign()`, its check of the input and its proof included. */
export const OURS = "mentor-match";
/** This package's second solver: javascript-lp-solver with column generation. */
export const OURS_BY_LP = "linearProgram";

const AGAIN_BELOW_MS = 2000;

/** The answer is checked here as far as one answer alone can be; who compares solvers also compares what answers are worth. */
export async function measureSolve(solver: string, name: string): Promise<Solved> {
  const instance = makeInstance(name);
  const solve = await solveOf(solver, instance);
  const { cpuMs, result } = timed(solve);
  const megabytes = peakMegabytes();
  const worth = result();
  let againMs: number | undefined;
  if (cpuMs < AGAIN_BELOW_MS) {
    const again = timed(solve);
    const { coverage, total } = again.result();
    if (coverage !== worth.coverage || total !== worth.total) throw new Error("the second answer is another one");
    againMs = again.cpuMs;
  }
  return {
    solver,
    instance: name,
    pairs: instance.mentor.length,
    cpuMs,
    ...(againMs === undefined ? {} : { againMs }),
    peakMegabytes: megabytes,
    ...worth,
  };
}

/** What the clock sees; what that returns checks the answer. */
async function solveOf(name: string, instance: Instance): Promise<() => () => Worth> {
  const proved = (found: Parameters<typeof provedAnswer>[1]) => () => worthOf(instance, provedAnswer(instance, found));
  if (name === OURS) return () => proved(assign(instance));
  if (name === OURS_BY_LP) {
    const problem = problemOf(instance);
    return () => proved(linearProgram(problem));
  }
  const entry = peers.get(name);
  if (entry === undefined) throw new Error(`Cannot run "${name}": expected one of ${[...peers.keys()].join(", ")}`);
  const solve = await entry.peer(instance);
  return () => {
    const answer = solve();
    return () => worthOf(instance, answer);
  };
}
