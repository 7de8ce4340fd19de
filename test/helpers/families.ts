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

/** How the places stand to the mentees. */
const DIRECTIONS = [
  { words: "half as many places as mentees", places: 0.5 },
  { words: "as many places as mentees", places: 1 },
  { words: "twice as many places as mentees", places: 2 },
] as const;

/**
 * Families on which assignment solvers are known to be slow or wrong, with the lottery behind, in each direction; `scale` of
 * their usual size.
 */
export function families(scale = 1): { name: string; problem: Problem }[] {
  return DIRECTIONS.flatMap(({ words, places }) =>
    SCORES.map(({ name, isEach, score, ...size }) => {
      const [mentees, mentors] = [Math.round(scale * size.mentees), Math.round(scale * size.mentors)];
      const total = Math.round(mentees * places);
      // Where each mentor has one place there are as many mentors as places.
      const problem = dense(mentees, isEach === true ? total : mentors, total, score);
      return { name: `${name}, ${words}`, problem };
    }),
  ).concat([
    { name: "there are far more mentees than places", problem: dense(300, 60, 20, mixed(10_001)) },
    { name: "there are far more places than mentees", problem: dense(60, 100, 400, mixed(10_001)) },
  ]);
}

/** Everybody may be matched with everybody; `places` are dealt out at random. */
function dense(mentees: number, mentors: number, places: number, score: (i: number, j: number) => number): Problem {
  const next = random(mentees * 31 + mentors);
  const capacity = new Int32Array(mentors);
  if (places === mentors) capacity.fill(1);
  else for (let left = places; left > 0; left--) capacity[Math.floor(next() * mentors)]!++;
  const pairs = mentees * mentors;
  return {
    mentees,
    mentors,
    start: Int32Array.from({ length: mentees + 1 }, (_, i) => i * mentors),
    mentor: Int32Array.from({ length: pairs }, (_, p) => p % mentors),
    demand: new Int32Array(mentees).fill(1),
    capacity,
    minimum: new Int32Array(mentors),
    levels: [
      { name: "coverage", mentee: new Uint8Array(mentees).fill(1) },
      {
        name: "score",
        pair: Int32Array.from({ length: pairs }, (_, p) => score(Math.floor(p / mentors), p % mentors)),
      },
      {
        name: "ticket",
        mentee: Float64Array.from({ length: mentees }, (_, i) => -(Math.imul(i + 7, 0x9e3779b1) >>> 0)),
      },
      { name: "draw", pair: (i, j) => -(Math.imul(i * 4099 + j + 1, 0x85ebca6b) >>> 0) },
    ],
  };
}

const mixed = (range: number) => (i: number, j: number) => (i * 7919 + j * 104_729) % range;

interface Scores {
  readonly name: string;
  readonly mentees: number;
  readonly mentors: number;
  /** one place each */
  readonly isEach?: true;
  readonly score: (i: number, j: number) => number;
}

const next = random(99);
const strength = Array.from({ length: 800 }, next);
const place = Array.from(
  { length: 800 },
  (_, x) => [(x % 5) / 5 + 0.05 * next(), ((x * 3) % 5) / 5 + 0.05 * next()] as const,
);
const near = (i: number, j: number) =>
  Math.round(10_000 * (1.5 - Math.hypot(place[i]![0] - place[j]![0], place[i]![1] - place[j]![1])));

const SCORES: readonly Scores[] = [
  { name: "all scores are equal", mentees: 150, mentors: 80, score: () => 5000 },
  {
    name: "everybody wants the same five mentors",
    mentees: 200,
    mentors: 100,
    score: (i, j) => (j < 5 ? 9000 + ((i * 37 + j) % 1000) : (i * 61 + j * 17) % 1000),
  },
  {
    name: "scores are a product of two random strengths",
    mentees: 240,
    mentors: 120,
    score: (i, j) => Math.round(10_000 * strength[i]! * strength[j]!),
  },
  {
    name: "scores are a product of two ranks",
    mentees: 160,
    mentors: 160,
    isEach: true,
    score: (i, j) => (i + 1) * (j + 1),
  },
  { name: "people live in five towns", mentees: 240, mentors: 120, score: near },
  { name: "people live in five towns, one place a mentor", mentees: 160, mentors: 160, isEach: true, score: near },
  { name: "scores reach a million", mentees: 200, mentors: 120, score: mixed(1_000_001) },
];
