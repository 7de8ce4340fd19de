/** Deferred acceptance on problems too large for all matchings: no pair blocks, and every place is kept. */
import { expect, test } from "vitest";
import { stable } from "../../src/matching/solvers/stable.js";
import { runs } from "../helpers/counts.js";
import { faults } from "../helpers/faults.js";
import { random, randomProblem } from "../helpers/problems.js";

/** Strict ranks that agree or not, by chance. */
function ranked(seed: number) {
  const problem = randomProblem(seed, { mentees: 30, mentors: 8, row: 8, plain: false });
  const next = random(seed);
  const of = (pairs: number) => {
    const keys = Array.from({ length: pairs }, () => next());
    const order = [...keys.keys()].sort((a, b) => keys[a]! - keys[b]!);
    const rank = new Int32Array(pairs);
    order.forEach((pair, at) => {
      rank[pair] = at;
    });
    return rank;
  };
  return { ...problem, menteeRank: of(problem.mentor.length), mentorRank: of(problem.mentor.length) };
}

test("stable() leaves no blocking pair and keeps every place, with several places on both sides", () => {
  const wrong = faults(runs(400), (seed) => {
    const problem = ranked(seed);
    const { mentor, demand, capacity, menteeRank, mentorRank } = problem;
    const mentee = Int32Array.from(mentor, (_, pair) => problem.start.findIndex((start) => start > pair) - 1);
    for (const side of ["mentees", "mentors"] as const) {
      const chosen = new Set(stable(problem, side));
      const hasRoom = (of: Int32Array, places: Int32Array, rank: Int32Array, pair: number): boolean => {
        const own = [...chosen].filter((other) => of[other] === of[pair]);
        if (own.length > places[of[pair]!]!) throw new Error(`too many for ${of[pair]}`);
        return (
          places[of[pair]!]! > 0 && (own.length < places[of[pair]!]! || own.some((one) => rank[one]! > rank[pair]!))
        );
      };
      for (let pair = 0; pair < mentor.length; pair++) {
        const mentees = hasRoom(mentee, demand, menteeRank, pair);
        const mentors = hasRoom(mentor, capacity, mentorRank, pair);
        if (!chosen.has(pair) && mentees && mentors) return `${side}: ${pair} blocks`;
      }
    }
    return undefined;
  });
  expect(wrong).toEqual([]);
});

test("stable() stops when it is told to", () => {
  const size = 300;
  const start = Int32Array.from({ length: size + 1 }, (_, i) => i * size);
  const mentor = Int32Array.from({ length: size * size }, (_, k) => k % size);
  const ones = new Int32Array(size).fill(1);
  // Everybody wants the last of their list's mentors to want them: as many proposals as there can be.
  const menteeRank = Int32Array.from(mentor);
  const mentorRank = Int32Array.from(mentor, (_, k) => size - Math.floor(k / size));
  const problem = { start, mentor, demand: ones, capacity: ones, menteeRank, mentorRank };
  expect(stable(problem, "mentees")).toHaveLength(size);
  let told = 0;
  const many = { ...problem, capacity: new Int32Array(size) };
  expect(stable(many, "mentees", () => ++told < 1)).toBeUndefined();
  expect(told).toBe(1);
});
