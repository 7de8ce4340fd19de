/** Peers that take a linear programme: one variable a pair, one limit a person. Making it counts: it is part of using them. */
import type { Instance } from "../instance.js";
import type { Peer } from "../peers.js";
import { bonus } from "./bonus.js";

export const yalps: Peer = async (instance) => {
  const { solve } = await import("yalps");
  const { mentees, mentors, capacity, mentor, score } = instance;
  const extra = bonus(instance);
  return () => {
    const constraints: [string, { max: number }][] = [];
    for (let i = 0; i < mentees; i++) constraints.push([`mentee ${i}`, { max: 1 }]);
    for (let j = 0; j < mentors; j++) constraints.push([`mentor ${j}`, { max: capacity[j]! }]);
    const variables: [string, Record<string, number>][] = [];
    eachPair(instance, (i, p) => {
      variables.push([`${p}`, { value: score[p]! + extra, [`mentee ${i}`]: 1, [`mentor ${mentor[p]}`]: 1 }]);
    });
    const found = solve(
      { direction: "maximize", objective: "value", constraints, variables },
      { maxPivots: 1e9, timeout: Number.POSITIVE_INFINITY, precision: 1e-8 },
    );
    const chosen = new Set(found.variables.filter(([, value]) => value > 0.5).map(([name]) => Number(name)));
    return answerOf(instance, (p) => chosen.has(p));
  };
};

/** Its Model with full pricing, which is 15 to 30 times as fast as its JSON models with the pricing it comes with. */
export const javascriptLpSolver: Peer = async (instance) => {
  const { Model } = (await import("javascript-lp-solver")).default as unknown as { readonly Model: new () => LpModel };
  const { mentees, mentors, capacity, mentor, score } = instance;
  const extra = bonus(instance);
  return () => {
    const model = new Model();
    model.usePresolve = false;
    model.maximize();
    model.tableau.pricingBatchSize = Number.POSITIVE_INFINITY;
    const menteeLimit = Array.from({ length: mentees }, () => model.smallerThan(1));
    const mentorLimit = Array.from({ length: mentors }, (_, j) => model.smallerThan(capacity[j]!));
    const variables: LpVariable[] = [];
    eachPair(instance, (i, p) => {
      const variable = model.addVariable(score[p]! + extra);
      menteeLimit[i]!.addTerm(1, variable);
      mentorLimit[mentor[p]!]!.addTerm(1, variable);
      variables.push(variable);
    });
    model.solve();
    return answerOf(instance, (p) => variables[p]!.value > 0.5);
  };
};

/** What is used of the package, whose own types do not resolve under every module setting. */
interface LpModel {
  usePresolve: boolean;
  readonly maximize: () => void;
  readonly smallerThan: (bound: number) => { readonly addTerm: (coefficient: number, variable: LpVariable) => unknown };
  readonly addVariable: (cost: number) => LpVariable;
  readonly solve: () => unknown;
  readonly tableau: { pricingBatchSize: number };
}

interface LpVariable {
  readonly value: number;
}

export const highs: Peer = async (instance) => {
  // Its types describe a module of CommonJS, which this is not here.
  const load = (await import("highs")).default as unknown as () => Promise<Highs>;
  const solver = await load();
  return () => {
    const { Columns: columns } = solver.solve(lpFile(instance), { presolve: "off", solver: "simplex" });
    return answerOf(instance, (p) => (columns[`x${p}`]?.Primal ?? 0) > 0.5);
  };
};

interface Highs {
  readonly solve: (
    lpFile: string,
    options: { readonly presolve: "off"; readonly solver: "simplex" },
  ) => { readonly Columns: { readonly [name: string]: { readonly Primal: number } } };
}

/** The programme in CPLEX's LP format. */
function lpFile(instance: Instance): string {
  const extra = bonus(instance);
  const objective: string[] = [];
  const ofMentee: string[][] = Array.from({ length: instance.mentees }, () => []);
  const ofMentor: string[][] = Array.from({ length: instance.mentors }, () => []);
  eachPair(instance, (i, p) => {
    objective.push(`${instance.score[p]! + extra} x${p}`);
    ofMentee[i]!.push(`x${p}`);
    ofMentor[instance.mentor[p]!]!.push(`x${p}`);
  });
  const limits = (name: string, rows: readonly string[][], most: (row: number) => number) =>
    rows.flatMap((terms, r) => (terms.length > 0 ? [`${name}${r}: ${terms.join("\n + ")} <= ${most(r)}`] : []));
  return [
    "Maximize",
    `obj: ${objective.join("\n + ")}`,
    "Subject To",
    ...limits("e", ofMentee, () => 1),
    ...limits("o", ofMentor, (j) => instance.capacity[j]!),
    "End",
  ].join("\n");
}

function eachPair({ mentees, start }: Instance, visit: (mentee: number, pair: number) => void): void {
  for (let i = 0; i < mentees; i++) for (let p = start[i]!; p < start[i + 1]!; p++) visit(i, p);
}

function answerOf(instance: Instance, isChosen: (pair: number) => boolean): Int32Array {
  const answer = new Int32Array(instance.mentees).fill(-1);
  eachPair(instance, (i, p) => {
    if (isChosen(p)) answer[i] = instance.mentor[p]!;
  });
  return answer;
}
