/** What further levels cost: six beside coverage and score alone, and twelve. */

import { flow, type LinearLevel, type Problem } from "../../src/index.js";
import { checkFeasible } from "../../src/matching/feasible.js";
import { prove } from "../../src/matching/solvers/bound.js";
import { timed } from "../clock.js";
import { type Instance, problemOf } from "../instance.js";
import { makeInstance } from "../instances.js";
import { ownLeast } from "../own-process.js";
import type { Part } from "../part.js";
import { random } from "../random.js";
import { duration, table } from "../table.js";

const INSTANCES = ["10 000 × 4000, top 30", "10 000 × 4000, top 30, balanced"];
const COUNTS = [2, 6, 12] as const;

/** What is asked for, in its order; two levels are coverage and score. */
const NAMES: { readonly [count: number]: readonly string[] } = {
  2: ["coverage", "score"],
  6: ["coverage", "access", "spread", "score", "ticket", "draw"],
  12: [
    ...["coverage", "waiting longest", "waiting long", "access", "keep", "first choices", "second choices"],
    ...["spread", "worst-off", "score", "ticket", "draw"],
  ],
};

export interface Levelled {
  readonly instance: string;
  readonly levels: number;
  readonly pairs: number;
  readonly cpuMs: number;
  /** CPU time over that of coverage and score */
  readonly times: number;
}

type Measured = Omit<Levelled, "times">;

export const levels: Part<Levelled> = () => {
  const rows = INSTANCES.flatMap((instance) => {
    const measured = COUNTS.map((count) => ownLeast<Measured>("levels", instance, `${count}`));
    return measured.map((row): Levelled => ({ ...row, times: row.cpuMs / measured[0]!.cpuMs }));
  });
  const lines = rows.map((row) => [
    row.instance,
    `${row.pairs}`,
    `${row.levels}`,
    duration(row.cpuMs),
    row.times.toFixed(1),
  ]);
  const text = [
    `\`flow\`, cold. Two levels are ${said(2)}; six are ${said(6)}; twelve ${said(12)}. Each level's bound equals its value.`,
    table(["instance", "pairs", "levels", "CPU", "times the two"], lines),
  ].join("\n\n");
  return { title: "Levels", text, rows };
};

const said = (count: number): string => NAMES[count]!.join(", ");

export function measureLevels(name: string, count: string): Measured {
  const instance = makeInstance(name);
  const problem: Problem = { ...problemOf(instance), levels: levelsOf(instance, NAMES[Number(count)]!) };
  const { cpuMs, result } = timed(() => flow(problem));
  if (result.stop !== "optimal") throw new Error(`the solver stopped with "${result.stop}"`);
  checkFeasible(problem, result);
  const { value, bound } = prove(problem, result);
  if (value.join() !== bound.join()) throw new Error(`${value.join()} was found, ${bound.join()} is the bound`);
  return { instance: name, levels: problem.levels.length, pairs: instance.mentor.length, cpuMs };
}

function levelsOf(instance: Instance, names: readonly string[]): LinearLevel[] {
  const { mentees, mentors, start, mentor, score, capacity } = instance;
  const next = random(1);
  const draw = () => -Math.floor(next() * 4_294_967_296);
  const perMentee = (value: (mentee: number) => number) => Float64Array.from({ length: mentees }, (_, i) => value(i));
  const perPair = (value: (pair: number) => number) => Float64Array.from(mentor, (_, p) => value(p));
  // A tenth wait longest, two tenths long; of each list the best and the second by score are nominations; a fifth of all pairs stood.
  const rank = new Int32Array(mentor.length);
  for (let i = 0; i < mentees; i++) {
    const row = Array.from({ length: start[i + 1]! - start[i]! }, (_, x) => start[i]! + x);
    row
      .sort((a, b) => score[b]! - score[a]!)
      .forEach((pair, place) => {
        rank[pair] = place + 1;
      });
  }
  const first = new Float64Array(capacity.reduce((sum, places) => sum + places, 0));
  for (let j = 0, unit = 0; j < mentors; unit += capacity[j]!, j++) if (capacity[j]! > 0) first[unit] = 1;
  const made: { readonly [name: string]: () => Omit<LinearLevel, "name"> } = {
    coverage: () => ({ mentee: perMentee(() => 1) }),
    "waiting longest": () => ({ mentee: perMentee((i) => Number(i % 10 === 0)) }),
    "waiting long": () => ({ mentee: perMentee((i) => Number(i % 10 === 1 || i % 10 === 2)) }),
    access: () => ({ mentee: perMentee(draw) }),
    keep: () => ({ pair: perPair((p) => Number(p % 5 === 0)) }),
    "first choices": () => ({ pair: perPair((p) => Number(rank[p] === 1)) }),
    "second choices": () => ({ pair: perPair((p) => Number(rank[p] === 2)) }),
    spread: () => ({ mentor: first }),
    "worst-off": () => ({ pair: perPair((p) => -Number(score[p]! < 1000)) }),
    score: () => ({ pair: score }),
    ticket: () => ({ mentee: perMentee(draw) }),
    draw: () => ({ pair: perPair(draw) }),
  };
  return names.map((name) => ({ name, ...made[name]!() }));
}
