import { expect, test } from "vitest";
import { flow } from "../../src/matching/solvers/flow.js";
import type { LinearLevel, Problem } from "../../src/matching/solvers/solver.js";
import { bound, valueOf } from "../helpers/bound.js";
import { random } from "../helpers/problems.js";

test("flow() solves twelve levels over 10 000 people, tickets and draws of 32 bits among them, and never overflows", () => {
  const [mentees, mentors, row] = [7000, 3000, 4];
  const next = random(1);
  const below = (count: number) => Math.floor(next() * count);
  const rows = Array.from({ length: mentees }, () => {
    const own = new Set<number>();
    while (own.size < row) own.add(below(mentors));
    return [...own].sort((a, b) => a - b);
  });
  const pairs = mentees * row;
  const capacity = Int32Array.from({ length: mentors }, () => below(4));
  const perMentee = (value: () => number) => Float64Array.from({ length: mentees }, value);
  const perPair = (value: () => number) => Float64Array.from({ length: pairs }, value);
  const ticket = () => -Math.floor(next() * 4_294_967_296);
  const first = Array.from(capacity).flatMap((places) => Array.from({ length: places }, (_, k) => Number(k === 0)));
  const levels: LinearLevel[] = [
    { name: "coverage", mentee: perMentee(() => 1) },
    { name: "longest", mentee: perMentee(() => Number(below(10) === 0)) },
    { name: "long", mentee: perMentee(() => Number(below(5) === 0)) },
    { name: "access", mentee: perMentee(() => below(mentees)) },
    { name: "keep", pair: perPair(() => Number(below(5) === 0)) },
    { name: "first", pair: perPair(() => Number(below(4) === 0)) },
    { name: "second", pair: perPair(() => Number(below(4) === 0)) },
    { name: "spread", mentor: first },
    { name: "worst-off", pair: perPair(() => -Number(below(10) === 0)) },
    { name: "score", pair: perPair(() => below(10_001)) },
    { name: "ticket", mentee: perMentee(ticket) },
    { name: "draw", pair: perPair(ticket) },
  ];
  const problem: Problem = {
    ...{ mentees, mentors, capacity, levels },
    start: Int32Array.from({ length: mentees + 1 }, (_, i) => row * i),
    mentor: Int32Array.from(rows.flat()),
    demand: new Int32Array(mentees).fill(1),
    minimum: new Int32Array(mentors),
  };
  const found = flow(problem);
  const value = valueOf(problem, found.chosen);
  expect(value).toHaveLength(12);
  expect(value.every(Number.isSafeInteger)).toBe(true);
  expect(bound(problem, found.prices)).toEqual(value);
  // No number of 2^53 could hold them together: the last two alone come near to it.
  expect(Math.abs(value[11]!)).toBeGreaterThan(2 ** 40);
});
