/** One solver on one instance: what all parts but `match` and `warm` are made of. */
import { flow, linearProgram, type Solver } from "../../src/index.js";
import { peakMegabytes, timed } from "../clock.js";
import { type Answer, type Instance, problemOf } from "../instance.js";
import { makeInstance } from "../instances.js";
import { peers } from "../peers.js";
import { provedAnswer, type Worth, worthOf } from "../proof.js";

export interface Solved extends Worth {
  readonly solver: string;
  readonly instance: string;
  readonly pairs: number;
  /** of the first solve in a fresh process */
  readonly cpuMs: number;
  /** of the whole process, the instance included */
  readonly peakMegabytes: number;
}

export const OURS = "mentor-match";
/** This package's second solver, by column generation. */
export const OURS_BY_LP = "linearProgram";

const OWN: ReadonlyMap<string, Solver> = new Map([
  [OURS, flow],
  [OURS_BY_LP, linearProgram],
]);

/** The answer is checked here as far as one answer alone can be; who compares solvers also compares what answers are worth. */
export async function measureSolve(solver: string, name: string): Promise<Solved> {
  const instance = makeInstance(name);
  const own = OWN.get(solver);
  const { cpuMs, megabytes, answer } =
    own === undefined ? await solvedByPeer(solver, instance) : solvedByUs(own, instance);
  return {
    solver,
    instance: name,
    pairs: instance.mentor.length,
    cpuMs,
    peakMegabytes: megabytes,
    ...worthOf(instance, answer),
  };
}

interface Run {
  readonly cpuMs: number;
  readonly megabytes: number;
  readonly answer: Answer;
}

function solvedByUs(solver: Solver, instance: Instance): Run {
  const problem = problemOf(instance);
  const { cpuMs, result } = timed(() => solver(problem));
  const megabytes = peakMegabytes();
  return { cpuMs, megabytes, answer: provedAnswer(instance, result) };
}

async function solvedByPeer(name: string, instance: Instance): Promise<Run> {
  const entry = peers.get(name);
  if (entry === undefined) throw new Error(`Cannot run "${name}": expected one of ${[...peers.keys()].join(", ")}`);
  const { cpuMs, result } = timed(await entry.peer(instance));
  return { cpuMs, megabytes: peakMegabytes(), answer: result };
}
