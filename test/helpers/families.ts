/** Problems of given shapes for the solvers' tests. */
import type { Problem } from "../../src/matching/solvers/solver.js";
import { random } from "./problems.js";

/** Coverage and score, everybody wanting one. */
export function plainProblem(
  mentees: number,
  mentors: number,
  row: number,
  next: () => number,
  range: number,
): Problem {
  const start = new Int32Array(mentees + 1);
  const mentor: number[] = [];
  for (let i = 0; i < mentees; i++) {
    const mentors_ = new Set(Array.from({ length: row }, () => Math.floor(next() * mentors)));
    mentor.push(...[...mentors_].sort((a, b) => a - b));
    start[i + 1] = mentor.length;
  }
  const scarce = next() < 0.5 ? 2 : 3;
  const capacity = Int32Array.from({ length: mentors }, () => Math.floor(next() * scarce));
  return {
    mentees,
    mentors,
    start,
    mentor: Int32Array.from(mentor),
    demand: new Int32Array(mentees).fill(1),
    capacity,
    minimum: new Int32Array(mentors),
    levels: [
      { name: "coverage", mentee: new Uint8Array(mentees).fill(1) },
      { name: "score", pair: Int32Array.from(mentor, () => Math.floor(next() * range)) },
    ],
  };
}

/** Families on which assignment solvers are known to be slow or wrong, with the lottery behind. */
export function families(): { name: string; problem: Problem }[] {
  const dense = (
    name: string,
    mentees: number,
    mentors: number,
    places: number,
    score: (i: number, j: number) => number,
  ) => {
    const next = random(mentees * 31 + mentors);
    const capacity = new Int32Array(mentors);
    for (let left = places; left > 0; left--) capacity[Math.floor(next() * mentors)]!++;
    const problem: Problem = {
      mentees,
      mentors,
      start: Int32Array.from({ length: mentees + 1 }, (_, i) => i * mentors),
      mentor: Int32Array.from({ length: mentees * mentors }, (_, p) => p % mentors),
      demand: new Int32Array(mentees).fill(1),
      capacity,
      minimum: new Int32Array(mentors),
      levels: [
        { name: "coverage", mentee: new Uint8Array(mentees).fill(1) },
        {
          name: "score",
          pair: Int32Array.from({ length: mentees * mentors }, (_, p) => score(Math.floor(p / mentors), p % mentors)),
        },
        {
          name: "ticket",
          mentee: Float64Array.from({ length: mentees }, (_, i) => -(Math.imul(i + 7, 0x9e3779b1) >>> 0)),
        },
        { name: "draw", pair: (i, j) => -(Math.imul(i * 4099 + j + 1, 0x85ebca6b) >>> 0) },
      ],
    };
    return { name, problem };
  };
  const next = random(99);
  const strength = Array.from({ length: 400 }, next);
  const place = Array.from(
    { length: 400 },
    (_, x) => [(x % 5) / 5 + 0.05 * next(), ((x * 3) % 5) / 5 + 0.05 * next()] as const,
  );
  return [
    dense("all scores are equal", 150, 80, 100, () => 5000),
    dense("everybody wants the same five mentors", 200, 100, 180, (i, j) =>
      j < 5 ? 9000 + ((i * 37 + j) % 1000) : (i * 61 + j * 17) % 1000,
    ),
    dense("there are far more mentees than places", 300, 60, 20, (i, j) => (i * 7919 + j * 104729) % 10001),
    dense("there are far more places than mentees", 60, 100, 400, (i, j) => (i * 7919 + j * 104729) % 10001),
    dense("scores are product of two strengths and places are short", 300, 150, 300, (i, j) =>
      Math.round(10_000 * strength[i]! * strength[j]!),
    ),
    dense("scores are a product of two strengths, each place once", 250, 250, 250, (i, j) => (i + 1) * (j + 1)),
    dense("people live in five towns", 300, 150, 300, (i, j) =>
      Math.round(10_000 * (1.5 - Math.hypot(place[i]![0] - place[j]![0], place[i]![1] - place[j]![1]))),
    ),
    dense("scores reach a million", 200, 120, 200, (i, j) => (i * 7919 + j * 104729) % 1_000_001),
  ];
}
