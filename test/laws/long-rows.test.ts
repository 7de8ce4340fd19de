/** The law of mentors whose pairs are so many that only the best of them are read at first. */
import { expect, test } from "vitest";
import { type AssignInput, assign } from "../../src/solver.js";
import { assignFault } from "../helpers/assign-fault.js";
import { runs } from "../helpers/counts.js";
import { faults } from "../helpers/faults.js";
import { random } from "../helpers/problems.js";

const LEVELS = [["coverage", "score"], ["score"], ["score", "coverage"]] as const;

/** 600 to 900 mentees for up to 30 mentors who have fewer places, eligible for most of them. */
function crowd(seed: number, next: () => number): AssignInput {
  const up = (most: number) => Math.floor(next() * (most + 1));
  const mentees = 600 + up(300);
  const mentors = 1 + up(29);
  const density = [1, 0.95, 0.9][seed % 3]!;
  const strength = Array.from({ length: mentees + mentors }, () => 1 + up(300));
  const score: readonly ((i: number, j: number) => number)[] = [
    () => up(1000),
    () => up(3),
    () => 7,
    // Everybody wants the same mentees.
    (i) => strength[i]!,
    (i, j) => strength[i]! * strength[mentees + j]!,
    (i, j) => -Math.abs(strength[i]! - strength[mentees + j]!),
  ];
  const start = [0];
  const mentor: number[] = [];
  const scores: number[] = [];
  for (let i = 0; i < mentees; i++) {
    for (let j = 0; j < mentors; j++) {
      if (next() > density) continue;
      mentor.push(j);
      scores.push(score[seed % score.length]!(i, j));
    }
    start.push(mentor.length);
  }
  const capacity = Array.from({ length: mentors }, () => up(Math.floor((1.8 * mentees) / mentors)));
  const minimum = capacity.map((places) => (next() < 0.2 ? Math.min(places, up(5)) : 0));
  return { mentees, mentors, start, mentor, score: scores, capacity, minimum };
}

test("assign() is right where mentors have so many pairs that only their best are read", () => {
  const wrong = faults(runs(30, 5), (seed) => {
    const next = random(seed);
    const input = crowd(seed, next);
    const levels = LEVELS[seed % 7 < 5 ? 0 : (seed % 7) - 4]!;
    const cold = assign(input, { levels });
    const parted = { ...input, capacity: Array.from(input.capacity, (places) => (next() < 0.1 ? places + 1 : places)) };
    return assignFault(input, levels, cold) ?? assignFault(parted, levels, assign(parted, { levels, from: cold }));
  });
  expect(wrong).toEqual([]);
});
