/** Small random problems with limits: nested ones by construction, or any. */
import type { Limit, Problem } from "../../src/matching/solvers/solver.js";
import { random, randomProblem } from "./problems.js";

/** A problem of at most 6 × 6, often without minima, whose limits are nested on each side. */
export function nestedProblem(seed: number): Problem {
  const next = random(seed ^ 0x5bd1e995);
  const below = (n: number) => Math.floor(next() * n);
  const size = 2 + below(5);
  const problem = randomProblem(seed, {
    mentees: size,
    mentors: 1 + below(6),
    row: 3,
    plain: seed % 3 === 0,
    starved: 30,
  });
  const some = problem.capacity.map((places) => (places > 0 && below(3) === 0 ? 1 : 0));
  const minimum = below(3) === 0 ? problem.minimum : below(2) === 0 ? some : new Int32Array(problem.mentors);
  const limits: Limit[] = [];
  const bounds = (greatest: number, count: number) => {
    const most = below(4) === 0 ? Number.POSITIVE_INFINITY : below(greatest + 1);
    const least = below(6) === 0 ? Math.min(most, below(Math.ceil(Math.min(greatest, count) / 1.5) + 1)) : 0;
    return { least, most };
  };
  /** Cuts a list into nested parts, each of which may get a limit. */
  const nest = (members: readonly number[], depth: number, add: (members: Int32Array) => void): void => {
    if (members.length === 0 || depth > 3) return;
    if (below(2) === 0) add(Int32Array.from(members).sort());
    const cut = below(members.length + 1);
    nest(members.slice(0, cut), depth + 1, add);
    nest(members.slice(cut), depth + 1, add);
  };
  const shuffled = (count: number): number[] => {
    const list = Array.from({ length: count }, (_, x) => x);
    for (let x = count - 1; x > 0; x--) {
      const other = below(x + 1);
      [list[x], list[other]] = [list[other]!, list[x]!];
    }
    return list;
  };
  const { mentees, mentors } = problem;
  if (below(2) === 0) limits.push(bounds(mentees, mentees));
  nest(shuffled(mentees), 0, (group) => limits.push({ ...bounds(group.length, group.length), mentees: group }));
  nest(shuffled(mentors), 0, (group) => limits.push({ ...bounds(2 * group.length, group.length), mentors: group }));
  for (let i = 0; i < mentees; i++) {
    if (below(4) === 0)
      nest(shuffled(mentors), 1, (group) =>
        limits.push({ ...bounds(2, 1), mentees: Int32Array.of(i), mentors: group }),
      );
  }
  for (let j = 0; j < mentors; j++) {
    if (below(3) === 0)
      nest(shuffled(mentees), 1, (group) =>
        limits.push({ ...bounds(2, 1), mentees: group, mentors: Int32Array.of(j) }),
      );
  }
  return { ...problem, minimum, limits };
}
