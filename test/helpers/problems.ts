/** Small random assignment problems, their best answer by trying everything, and the bound that prices prove. */
import fc from "fast-check";
import type { LinearLevel, Prices, Problem } from "../../src/matching/solvers/solver.js";

/** What one shape of level may look like: every kind that a policy can ask for. */
type LevelShape = "coverage" | "pairs" | "mentees" | "mentors" | "draws";

/** Problems of up to 5 × 5 with capacities 0–4, demands 0–3, minima, ties and random levels. */
export const problems: fc.Arbitrary<Problem> = fc
  .record({
    mentees: fc.integer({ min: 0, max: 5 }),
    mentors: fc.integer({ min: 0, max: 5 }),
    shapes: fc.array(fc.constantFrom<LevelShape>("coverage", "pairs", "mentees", "mentors", "draws"), {
      minLength: 1,
      maxLength: 4,
    }),
    density: fc.constantFrom(30, 60, 100),
    many: fc.boolean(),
    minima: fc.boolean(),
    range: fc.constantFrom(0, 1, 1, 2, 9, 10000),
    bits: fc.array(fc.nat(1_000_000), { minLength: 200, maxLength: 200 }),
  })
  .map(({ mentees, mentors, shapes, density, many, minima, range, bits }) => {
    let at = 0;
    const draw = (below: number): number => bits[at++ % bits.length]! % below;
    const start = [0];
    const mentor: number[] = [];
    for (let i = 0; i < mentees; i++) {
      for (let j = 0; j < mentors; j++) if (draw(100) < density && mentor.length < 12) mentor.push(j);
      start.push(mentor.length);
    }
    const demand = Int32Array.from({ length: mentees }, () => (many ? draw(4) : 1));
    const capacity = Int32Array.from({ length: mentors }, () => draw(many ? 5 : 3));
    const minimum = capacity.map((places) => (minima ? draw(places + 1) : 0));
    const eachUnit = (places: Int32Array, value: (person: number, k: number) => number): Float64Array =>
      Float64Array.from(
        [...places].flatMap((many, person) => Array.from({ length: many }, (_, k) => value(person, k))),
      );
    const make: { readonly [shape in LevelShape]: () => LinearLevel[] } = {
      coverage: () =>
        [0, 1, 2]
          .slice(0, Math.max(1, ...demand))
          .map((nth) => ({ name: "coverage", mentee: eachUnit(demand, (_, k) => (k === nth ? 1 : 0)) })),
      pairs: () => [{ name: "score", pair: Float64Array.from(mentor, () => draw(range + 1)) }],
      draws: () => [{ name: "draw", pair: (i, j) => -((i * 7919 + j * 104729 + 12345) % 4294967291) }],
      mentees: () => {
        const worth = Array.from({ length: mentees }, () => draw(2 * range + 1) - range);
        return [{ name: "ticket", mentee: eachUnit(demand, (i) => worth[i]!) }];
      },
      mentors: () => {
        const worth = Array.from(capacity, (places) => Array.from({ length: places }, () => draw(range + 1)));
        for (const units of worth) units.sort((one, other) => other - one);
        return [{ name: "spread", mentor: eachUnit(capacity, (j, k) => worth[j]![k]!) }];
      },
    };
    const levels = shapes.flatMap((shape) => make[shape]());
    return {
      mentees,
      mentors,
      start: Int32Array.from(start),
      mentor: Int32Array.from(mentor),
      demand,
      capacity,
      minimum,
      levels,
    };
  });

/** The value of a set of pairs at every level. */
export function valueOf(problem: Problem, chosen: Iterable<number>): number[] {
  const menteeCount = new Int32Array(problem.mentees);
  const mentorCount = new Int32Array(problem.mentors);
  const menteeUnit = firstUnits(problem.demand);
  const mentorUnit = firstUnits(problem.capacity);
  const value = problem.levels.map(() => 0);
  for (const k of chosen) {
    const i = menteeOf(problem, k);
    const j = problem.mentor[k]!;
    problem.levels.forEach((level, l) => {
      value[l]! += pairValue(level, i, j, k);
      value[l]! += level.mentee?.[menteeUnit[i]! + menteeCount[i]!] ?? 0;
      value[l]! += level.mentor?.[mentorUnit[j]! + mentorCount[j]!] ?? 0;
    });
    menteeCount[i]!++;
    mentorCount[j]!++;
  }
  return value.map((sum) => sum + 0);
}

/** Whether a set of pairs keeps demands, capacities and minima. */
export function isFeasible(problem: Problem, chosen: Iterable<number>): boolean {
  const menteeCount = new Int32Array(problem.mentees);
  const mentorCount = new Int32Array(problem.mentors);
  const seen = new Set<number>();
  for (const k of chosen) {
    if (seen.has(k)) return false;
    seen.add(k);
    menteeCount[menteeOf(problem, k)]!++;
    mentorCount[problem.mentor[k]!]!++;
  }
  return (
    menteeCount.every((count, i) => count <= problem.demand[i]!) &&
    mentorCount.every((count, j) => count <= problem.capacity[j]! && count >= problem.minimum[j]!)
  );
}

/** The best value over all assignments, how many reach it, or `undefined` where none keeps the minima. */
export function bruteForce(problem: Problem): { value: number[]; optima: number } | undefined {
  let best: number[] | undefined;
  let optima = 0;
  const pairs = problem.mentor.length;
  for (let mask = 0; mask < 1 << pairs; mask++) {
    const chosen: number[] = [];
    for (let k = 0; k < pairs; k++) if ((mask >> k) & 1) chosen.push(k);
    if (!isFeasible(problem, chosen)) continue;
    const value = valueOf(problem, chosen);
    const order = best === undefined ? 1 : lexicographic(value, best);
    if (order > 0) {
      best = value;
      optima = 1;
    } else if (order === 0) optima++;
  }
  return best === undefined ? undefined : { value: best, optima };
}

/** The bound that prices prove, by the formula of the solvers' contract and nothing else. */
export function boundOf(problem: Problem, prices: readonly Prices[]): number[] {
  const levels = problem.levels.length;
  const total = new Array<number>(levels).fill(0);
  const add = (vector: number[]): void => {
    for (const [l, value] of vector.entries()) total[l]! += value;
  };
  const positive = (vector: number[]): boolean => (vector.find((value) => value !== 0) ?? 0) > 0;
  const menteeUnit = firstUnits(problem.demand);
  const mentorUnit = firstUnits(problem.capacity);
  for (let i = 0; i < problem.mentees; i++) {
    for (let k = 0; k < problem.demand[i]!; k++) {
      const term = problem.levels.map((level, l) => prices[l]!.mentee[i]! + (level.mentee?.[menteeUnit[i]! + k] ?? 0));
      if (positive(term)) add(term);
    }
  }
  for (let j = 0; j < problem.mentors; j++) {
    for (let k = 0; k < problem.capacity[j]!; k++) {
      const term = problem.levels.map((level, l) => prices[l]!.mentor[j]! + (level.mentor?.[mentorUnit[j]! + k] ?? 0));
      if (k < problem.minimum[j]! || positive(term)) add(term);
    }
  }
  for (let k = 0; k < problem.mentor.length; k++) {
    const i = menteeOf(problem, k);
    const j = problem.mentor[k]!;
    const term = problem.levels.map(
      (level, l) => pairValue(level, i, j, k) - prices[l]!.mentee[i]! - prices[l]!.mentor[j]!,
    );
    if (positive(term)) add(term);
  }
  return total.map((sum) => sum + 0);
}

/** Whether the unit values never rise along a person, which solvers may rely on. */
export function isConcave({ demand, capacity, levels }: Problem): boolean {
  const falls = (places: Int32Array, values: (l: number, unit: number) => number): boolean => {
    const first = firstUnits(places);
    return places.every((many, person) => {
      for (let k = 1; k < many; k++) {
        const here = levels.map((_, l) => values(l, first[person]! + k));
        const before = levels.map((_, l) => values(l, first[person]! + k - 1));
        if (lexicographic(here, before) > 0) return false;
      }
      return true;
    });
  };
  return (
    falls(demand, (l, unit) => levels[l]!.mentee?.[unit] ?? 0) &&
    falls(capacity, (l, unit) => levels[l]!.mentor?.[unit] ?? 0)
  );
}

/** Above 0 where `a` is better than `b`. */
export function lexicographic(a: readonly number[], b: readonly number[]): number {
  for (let l = 0; l < a.length; l++) if (a[l] !== b[l]) return a[l]! - b[l]!;
  return 0;
}

function menteeOf(problem: Problem, position: number): number {
  let i = 0;
  while (problem.start[i + 1]! <= position) i++;
  return i;
}

function pairValue(level: LinearLevel, i: number, j: number, k: number): number {
  return typeof level.pair === "function" ? level.pair(i, j) : (level.pair?.[k] ?? 0);
}

function firstUnits(places: Int32Array): number[] {
  return [...places].map((_, person) => places.slice(0, person).reduce((sum, many) => sum + many, 0));
}
