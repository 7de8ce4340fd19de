/** The best value of a small problem by going through all assignments, mentee by mentee; undefined if none is feasible. */

import type { Limit, Problem } from "../../src/matching/solvers/solver.js";

export function bruteForce(problem: Problem): number[] | undefined {
  const { levels, mentors, limits = [] } = problem;
  // What each limit has is counted behind the mentors' loads.
  const isCounted = (limit: Limit, i: number, j: number): boolean =>
    (limit.mentees?.includes(i) ?? true) && (limit.mentors?.includes(j) ?? true);
  let states = new Map<string, { loads: number[]; value: number[] }>();
  states.set("", { loads: new Array<number>(mentors + limits.length).fill(0), value: levels.map(() => 0) });
  let offset = 0;
  for (let i = 0; i < problem.mentees; i++) {
    const next = new Map<string, { loads: number[]; value: number[] }>();
    const row: number[] = [];
    for (let p = problem.start[i]!; p < problem.start[i + 1]!; p++) row.push(p);
    for (const { loads, value } of states.values()) {
      for (let subset = 0; subset < 1 << row.length; subset++) {
        const picked = row.filter((_, x) => (subset >> x) & 1);
        if (picked.length > problem.demand[i]!) continue;
        if (picked.some((p) => loads[problem.mentor[p]!]! >= problem.capacity[problem.mentor[p]!]!)) continue;
        const newLoads = loads.slice();
        const newValue = value.slice();
        picked.forEach((p, k) => {
          newLoads[problem.mentor[p]!]!++;
          limits.forEach((limit, g) => {
            if (isCounted(limit, i, problem.mentor[p]!)) newLoads[mentors + g]!++;
          });
          levels.forEach(({ pair, mentee }, l) => {
            newValue[l]! +=
              (pair === undefined ? 0 : typeof pair === "function" ? pair(i, problem.mentor[p]!) : pair[p]!) +
              (mentee?.[offset + k] ?? 0);
          });
        });
        keepBetter(next, newLoads, newValue);
      }
    }
    states = next;
    offset += problem.demand[i]!;
  }
  let best: number[] | undefined;
  for (const { loads, value } of states.values()) {
    if (problem.minimum.some((least, j) => loads[j]! < least)) continue;
    if (limits.some(({ least, most }, g) => loads[mentors + g]! < least || loads[mentors + g]! > most)) continue;
    const total = value.slice();
    let unit = 0;
    for (let j = 0; j < mentors; j++) {
      for (let k = 0; k < loads[j]!; k++)
        for (const [l, { mentor }] of levels.entries()) total[l]! += mentor?.[unit + k] ?? 0;
      unit += problem.capacity[j]!;
    }
    if (best === undefined || greater(total, best)) best = total;
  }
  return best;
}

function keepBetter(states: Map<string, { loads: number[]; value: number[] }>, loads: number[], value: number[]): void {
  const key = loads.join();
  const known = states.get(key);
  if (known === undefined || greater(value, known.value)) states.set(key, { loads, value });
}

function greater(a: number[], b: number[]): boolean {
  for (let l = 0; l < a.length; l++) if (a[l] !== b[l]) return a[l]! > b[l]!;
  return false;
}
