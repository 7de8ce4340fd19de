/** The proof, re-derived with plain loops from its definition alone: nothing here is shared with a solver. */

import type { Limit, Prices, Problem, Row } from "../../src/matching/solvers/solver.js";

type Vector = number[];

/** Adds `vector` to `sum` if it is lexicographically positive. */
function addPositive(sum: Vector, vector: Vector): void {
  for (const entry of vector) {
    if (entry > 0) break;
    if (entry < 0) return;
  }
  add(sum, vector);
}

function add(sum: Vector, vector: Vector): void {
  for (let l = 0; l < sum.length; l++) sum[l] = sum[l]! + vector[l]!;
}

/** Whether a limit counts a pair. */
export const isLimited = ({ mentees, mentors }: Limit, i: number, j: number): boolean =>
  (mentees === undefined || mentees.includes(i)) && (mentors === undefined || mentors.includes(j));

function pairVector(problem: Problem, i: number, p: number): Vector {
  return problem.levels.map(({ pair }) =>
    pair === undefined ? 0 : typeof pair === "function" ? pair(i, problem.mentor[p]!) : pair[p]!,
  );
}

/** The dual bound of `prices`, one entry a level; `cuts` are rows that they count on beside those of the problem. */
export function bound(problem: Problem, prices: readonly Prices[], cuts: readonly Row[] = []): Vector {
  const { levels, limits = [] } = problem;
  const rows = [...(problem.constraints?.rows ?? []), ...cuts];
  const sum: Vector = levels.map(() => 0);
  let offset = 0;
  for (let i = 0; i < problem.mentees; i++) {
    for (let k = 0; k < problem.demand[i]!; k++) {
      addPositive(
        sum,
        levels.map((level, l) => prices[l]!.mentee[i]! + (level.mentee === undefined ? 0 : level.mentee[offset + k]!)),
      );
    }
    offset += problem.demand[i]!;
  }
  offset = 0;
  for (let j = 0; j < problem.mentors; j++) {
    for (let k = 0; k < problem.capacity[j]!; k++) {
      const vector = levels.map(
        (level, l) => prices[l]!.mentor[j]! + (level.mentor === undefined ? 0 : level.mentor[offset + k]!),
      );
      if (k < problem.minimum[j]!) add(sum, vector);
      else addPositive(sum, vector);
    }
    offset += problem.capacity[j]!;
  }
  for (let i = 0; i < problem.mentees; i++) {
    for (let p = problem.start[i]!; p < problem.start[i + 1]!; p++) {
      const vector = pairVector(problem, i, p);
      const limited = [...limits.keys()].filter((g) => isLimited(limits[g]!, i, problem.mentor[p]!));
      addPositive(
        sum,
        vector.map(
          (value, l) =>
            limited.reduce((left, g) => left - prices[l]!.limit![g]!, value) -
            paid(rows, prices[l]!, p) -
            prices[l]!.mentee[i]! -
            prices[l]!.mentor[problem.mentor[p]!]!,
        ),
      );
    }
  }
  for (const [r, { most }] of rows.entries()) {
    const price = prices.map(({ row }) => row![r]!);
    if ((price.find((entry) => entry !== 0) ?? 0) < 0) throw new Error(`row ${r} has the price ${price.join()}`);
    add(
      sum,
      price.map((entry) => entry * most),
    );
  }
  for (const [g, { least, most }] of limits.entries()) {
    const price = prices.map(({ limit }) => limit![g]!);
    const isPositive = (price.find((entry) => entry !== 0) ?? 0) > 0;
    add(
      sum,
      price.map((entry) => (entry === 0 ? 0 : entry * (isPositive ? most : least))),
    );
  }
  return sum;
}

/** What the rows that count a pair take from it. */
function paid(rows: readonly Row[], { row }: Prices, pair: number): number {
  return rows.reduce((sum, { pairs, weights }, r) => {
    const at = pairs.indexOf(pair);
    return at < 0 ? sum : sum + row![r]! * weights[at]!;
  }, 0);
}

/** What the chosen pairs are worth, one entry a level; an error where they break a degree. */
export function valueOf(problem: Problem, chosen: ArrayLike<number>): Vector {
  const { levels, limits = [] } = problem;
  const sum: Vector = levels.map(() => 0);
  const counted = limits.map(() => 0);
  const menteeDegree = new Array<number>(problem.mentees).fill(0);
  const mentorDegree = new Array<number>(problem.mentors).fill(0);
  let before = -1;
  for (let x = 0, i = 0; x < chosen.length; x++) {
    const p = chosen[x]!;
    if (p <= before) throw new Error(`position ${p} does not ascend after ${before}`);
    before = p;
    while (p >= problem.start[i + 1]!) i++;
    menteeDegree[i]!++;
    mentorDegree[problem.mentor[p]!]!++;
    for (const [g, limit] of limits.entries()) if (isLimited(limit, i, problem.mentor[p]!)) counted[g]!++;
    add(sum, pairVector(problem, i, p));
  }
  for (const [g, { least, most }] of limits.entries()) {
    if (counted[g]! < least || counted[g]! > most)
      throw new Error(`limit ${g} counts ${counted[g]}, ${least} to ${most} expected`);
  }
  const list = Array.from(chosen);
  for (const [r, { pairs, weights, most }] of (problem.constraints?.rows ?? []).entries()) {
    const has = pairs.reduce((all, pair, x) => all + (list.includes(pair) ? weights[x]! : 0), 0);
    if (has > most) throw new Error(`row ${r} comes to ${has}, at most ${most} expected`);
  }
  if ((problem.constraints?.brokenBy?.(Int32Array.from(list)) ?? []).length > 0)
    throw new Error("a row found later breaks");
  let offset = 0;
  for (let i = 0; i < problem.mentees; i++) {
    if (menteeDegree[i]! > problem.demand[i]!)
      throw new Error(`mentee ${i} has ${menteeDegree[i]} of ${problem.demand[i]}`);
    for (let k = 0; k < menteeDegree[i]!; k++)
      add(
        sum,
        levels.map((level) => (level.mentee === undefined ? 0 : level.mentee[offset + k]!)),
      );
    offset += problem.demand[i]!;
  }
  offset = 0;
  for (let j = 0; j < problem.mentors; j++) {
    if (mentorDegree[j]! > problem.capacity[j]!)
      throw new Error(`mentor ${j} has ${mentorDegree[j]} of ${problem.capacity[j]}`);
    if (mentorDegree[j]! < problem.minimum[j]!)
      throw new Error(`mentor ${j} has ${mentorDegree[j]}, at least ${problem.minimum[j]} expected`);
    for (let k = 0; k < mentorDegree[j]!; k++)
      add(
        sum,
        levels.map((level) => (level.mentor === undefined ? 0 : level.mentor[offset + k]!)),
      );
    offset += problem.capacity[j]!;
  }
  return sum;
}

/** Whether prices prove that no assignment is feasible: where nothing is worth anything, their bound is below 0. */
export function isRefuted(problem: Problem, prices: Prices, cuts: readonly Row[] = []): boolean {
  return bound({ ...problem, levels: [{ name: "nothing" }] }, [prices], cuts)[0]! < 0;
}

/** Whether the minima of `short` exceed the mentors' own places, each of them, or together what the mentees can fill. */
export function isShort(problem: Problem, short: ArrayLike<number>): boolean {
  const mentors = Array.from(short);
  if (mentors.length > 0 && mentors.every((j) => problem.minimum[j]! > problem.capacity[j]!)) return true;
  const inside = new Array<boolean>(problem.mentors).fill(false);
  let needed = 0;
  for (let x = 0; x < short.length; x++) {
    if (inside[short[x]!]) return false;
    inside[short[x]!] = true;
    needed += problem.minimum[short[x]!]!;
  }
  let available = 0;
  for (let i = 0; i < problem.mentees; i++) {
    let pairs = 0;
    for (let p = problem.start[i]!; p < problem.start[i + 1]!; p++) if (inside[problem.mentor[p]!]) pairs++;
    available += Math.min(problem.demand[i]!, pairs);
  }
  return needed > available;
}
