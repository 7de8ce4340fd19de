/** Small random problems in which something cuts across places and groups, and their best value by going through everything. */
import type { Constraints, Limit, Problem, Row } from "../../src/matching/solvers/solver.js";
import { random, randomProblem } from "./problems.js";

/** A problem of at most 5 × 5. Mentee `i` and mentor `i` are one person where circles are forbidden. */
export function crossingProblem(seed: number): Problem {
  const next = random(seed ^ 0x2545f491);
  const below = (n: number) => Math.floor(next() * n);
  const problem = randomProblem(seed, {
    mentees: 2 + below(4),
    mentors: 2 + below(4),
    row: 3,
    plain: seed % 2 === 0,
    starved: 10,
  });
  const minimum = below(4) === 0 ? problem.minimum : new Int32Array(problem.mentors);
  const menteeOf = menteesOf(problem);
  const pairs = Array.from(problem.mentor.keys());
  const rows: Row[] = [];
  const add = (weightOf: (pair: number) => number, most: number): void => {
    // Now and then with pairs that weigh nothing.
    const own = pairs.filter((pair) => weightOf(pair) !== 0 || seed % 4 === 1);
    rows.push({ pairs: Int32Array.from(own), weights: Int32Array.from(own, weightOf), most });
  };
  const isOf = (person: number) => (pair: number) =>
    Number(menteeOf[pair] === person) + Number(problem.mentor[pair] === person);
  if (below(2) === 0) for (let person = 0; person < problem.mentees; person++) add(isOf(person), 1 + below(2));
  if (below(3) === 0) {
    // A share of a group, at most or at least.
    const members = new Set(pairs.filter(() => below(2) === 0));
    const sign = below(2) === 0 ? 1 : -1;
    const percent = 25 * below(5);
    add((pair) => sign * ((members.has(pair) ? 100 : 0) - percent), 0);
  }
  if (below(3) === 0) {
    const [one, other] = [below(problem.mentees), below(problem.mentees)];
    const each = (of: number, pair: number) => Number(menteeOf[pair] === of);
    add((pair) => each(one, pair) - problem.demand[one]! * each(other, pair), 0);
    add((pair) => each(other, pair) - problem.demand[other]! * each(one, pair), 0);
  }
  if (below(3) === 0) {
    const weights = pairs.map(() => below(7) - 3);
    add((pair) => weights[pair]!, below(6) - 1);
  }
  const limits: Limit[] = [];
  while (below(3) === 0) {
    const some = (count: number) => Int32Array.from({ length: count }, (_, x) => x).filter(() => below(2) === 0);
    const most = below(4);
    const least = below(4) === 0 ? below(most + 1) : 0;
    limits.push({
      least,
      most: seed % 5 === 1 && least > 0 ? Number.POSITIVE_INFINITY : most,
      mentees: some(problem.mentees),
      mentors: some(problem.mentors),
    });
  }
  const constraints: Constraints =
    below(2) === 0 ? { rows } : { rows, brokenBy: (chosen) => circlesAmong(problem, chosen) };
  return {
    ...problem,
    minimum,
    ...(limits.length > 0 ? { limits } : {}),
    ...(rows.length > 0 || constraints.brokenBy !== undefined ? { constraints } : {}),
  };
}

export function menteesOf({ mentees, start, mentor }: Problem): Int32Array {
  const menteeOf = new Int32Array(mentor.length);
  for (let i = 0; i < mentees; i++) menteeOf.fill(i, start[i], start[i + 1]);
  return menteeOf;
}

/** A row for a circle of chosen pairs: somebody's mentor's mentor … is they themselves. */
function circlesAmong(problem: Problem, chosen: ArrayLike<number>): Row[] {
  const menteeOf = menteesOf(problem);
  const list = Array.from(chosen);
  const walk = (path: number[]): number[] | undefined => {
    const person = problem.mentor[path.at(-1)!]!;
    const from = path.findIndex((pair) => menteeOf[pair] === person);
    if (from >= 0) return path.slice(from);
    for (const pair of list) {
      const circle = menteeOf[pair] === person ? walk([...path, pair]) : undefined;
      if (circle !== undefined) return circle;
    }
    return undefined;
  };
  for (const pair of list) {
    const circle = walk([pair]);
    if (circle === undefined) continue;
    const pairs = Int32Array.from(circle).sort();
    return [{ pairs, weights: new Int32Array(pairs.length).fill(1), most: pairs.length - 1 }];
  }
  return [];
}

/** The best value of all assignments that keep everything; undefined if none does. */
export function bestOfAll(problem: Problem): number[] | undefined {
  const { mentees, start, mentor, demand, capacity, minimum, limits = [], constraints, levels } = problem;
  const menteeOf = menteesOf(problem);
  let best: number[] | undefined;
  const loads = new Array<number>(problem.mentors).fill(0);
  const chosen: number[] = [];
  const keepsAll = (): boolean =>
    loads.every((load, j) => load >= minimum[j]!) &&
    limits.every((limit) => {
      const count = chosen.filter(
        (p) => limit.mentees!.includes(menteeOf[p]!) && limit.mentors!.includes(mentor[p]!),
      ).length;
      return count >= limit.least && count <= limit.most;
    }) &&
    (constraints?.rows ?? []).every(
      ({ pairs, weights, most }) =>
        pairs.reduce((sum, pair, x) => sum + (chosen.includes(pair) ? weights[x]! : 0), 0) <= most,
    ) &&
    (constraints?.brokenBy?.(Int32Array.from(chosen)) ?? []).length === 0;
  const worth = (): number[] =>
    levels.map(({ pair, mentee, mentor: ofMentor }) => {
      const own = chosen.reduce(
        (sum, p) => sum + (typeof pair === "function" ? pair(menteeOf[p]!, mentor[p]!) : (pair?.[p] ?? 0)),
        0,
      );
      const degree = Array.from(demand, (_, i) => chosen.filter((p) => menteeOf[p] === i).length);
      return own + units(mentee, demand, degree) + units(ofMentor, capacity, loads);
    });
  const visit = (i: number): void => {
    if (i === mentees) {
      if (!keepsAll()) return;
      const value = worth();
      if (best === undefined || isGreater(value, best)) best = value;
      return;
    }
    const row = Array.from({ length: start[i + 1]! - start[i]! }, (_, x) => start[i]! + x);
    for (let subset = 0; subset < 1 << row.length; subset++) {
      const picked = row.filter((_, x) => (subset >> x) & 1);
      if (picked.length > demand[i]!) continue;
      if (picked.some((p) => loads[mentor[p]!]! >= capacity[mentor[p]!]!)) continue;
      for (const p of picked) loads[mentor[p]!]!++;
      chosen.push(...picked);
      visit(i + 1);
      chosen.length -= picked.length;
      for (const p of picked) loads[mentor[p]!]!--;
    }
  };
  visit(0);
  return best;
}

function units(list: ArrayLike<number> | undefined, places: Int32Array, taken: readonly number[]): number {
  if (list === undefined) return 0;
  let first = 0;
  let sum = 0;
  taken.forEach((count, person) => {
    for (let k = 0; k < count; k++) sum += list[first + k]!;
    first += places[person]!;
  });
  return sum;
}

function isGreater(a: readonly number[], b: readonly number[]): boolean {
  for (let l = 0; l < a.length; l++) if (a[l] !== b[l]) return a[l]! > b[l]!;
  return false;
}
