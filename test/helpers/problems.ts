/** Random problems from a seed, small enough to solve by brute force, shaped to be awkward. */

import type { LinearLevel, Problem } from "../../src/matching/solvers/solver.js";
import { starve } from "./minima.js";

/** A 32-bit generator (mulberry32): the same numbers on every machine. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Shape {
  readonly mentees: number;
  readonly mentors: number;
  /** most pairs of a mentee */
  readonly row: number;
  /** unit levels and several of them, or coverage and score alone */
  readonly plain: boolean;
  /** ask for more than there is, or for nearly all of it, in so many of a hundred problems */
  readonly starved?: number;
}

/** One random problem. */
export function randomProblem(seed: number, shape: Shape): Problem {
  const next = random(seed);
  const below = (n: number) => Math.floor(next() * n);
  const mentees = 1 + below(shape.mentees);
  const mentors = 1 + below(shape.mentors);
  const rows: number[][] = [];
  const popular = below(mentors);
  for (let i = 0; i < mentees; i++) {
    const row = new Set<number>();
    const count = below(Math.min(shape.row, mentors) + 1);
    while (row.size < count) row.add(next() < 0.3 ? popular : below(mentors));
    rows.push([...row].sort((a, b) => a - b));
  }
  const many = below(2) === 0 && !shape.plain;
  const demand = Int32Array.from({ length: mentees }, () => (many ? below(4) : below(12) === 0 ? 0 : 1));
  const most = 1 + below(4);
  const capacity = Int32Array.from({ length: mentors }, () => below(most + 1));
  const needs = below(2) === 0;
  const minimum = Int32Array.from(capacity, (c) => (needs && below(2) === 0 ? below(Math.min(c, 2) + 1) : 0));
  if (shape.starved !== undefined && below(100) < shape.starved) starve({ rows, demand, capacity, minimum }, next);
  const start = new Int32Array(mentees + 1);
  for (const [i, row] of rows.entries()) start[i + 1] = start[i]! + row.length;
  const mentor = rows.flat();
  const sizes = { mentees, mentors, pairs: mentor.length, demand, capacity };
  return {
    mentees,
    mentors,
    start,
    mentor: Int32Array.from(mentor),
    demand,
    capacity,
    minimum,
    levels: randomLevels(sizes, shape.plain, next),
  };
}

interface Sizes {
  readonly mentees: number;
  readonly mentors: number;
  readonly pairs: number;
  readonly demand: Int32Array;
  readonly capacity: Int32Array;
}

/** Levels in any order; units fall, compared over all levels at once. */
function randomLevels(sizes: Sizes, plain: boolean, next: () => number): LinearLevel[] {
  const below = (n: number) => Math.floor(next() * n);
  const { demand, capacity, pairs } = sizes;
  const kth = (size: Int32Array, k: number, value: (x: number) => number) => {
    const unit: number[] = [];
    size.forEach((count, x) => {
      for (let u = 0; u < count; u++) unit.push(u === k ? value(x) : 0);
    });
    return unit;
  };
  const each = (size: Int32Array, value: (x: number) => number) => {
    const unit: number[] = [];
    size.forEach((count, x) => {
      const v = value(x);
      for (let u = 0; u < count; u++) unit.push(v);
    });
    return unit;
  };
  const falling = (size: Int32Array) => {
    const unit: number[] = [];
    size.forEach((count) => {
      const values = Array.from({ length: count }, () => below(9) - 4).sort((a, b) => b - a);
      unit.push(...values);
    });
    return unit;
  };
  const range = [1, 2, 3, 10, 1000][below(5)]!;
  const shift = below(3) === 0 ? -below(range + 1) : 0;
  const score = (): LinearLevel => ({
    name: "score",
    pair: Int32Array.from({ length: pairs }, () => shift + below(range)),
  });
  const coverage = [0, 1, 2]
    .slice(0, Math.max(1, ...demand))
    .map((k): LinearLevel => ({ name: `coverage ${k}`, mentee: kth(demand, k, () => 1) }));
  const seed = below(1 << 30);
  const draw: LinearLevel = { name: "draw", pair: (i, j) => -(Math.imul(seed ^ (i * 8191 + j), 0x9e3779b1) >>> 0) };
  const ticket: LinearLevel = { name: "ticket", mentee: each(demand, (i) => -(Math.imul(seed ^ i, 0x85ebca6b) >>> 0)) };
  if (plain) {
    const levels = [[...coverage, score()], [score()], [...coverage, score(), ticket, draw]][below(3)]!;
    return levels;
  }
  const shapes: (() => LinearLevel[])[] = [
    () => [...coverage, score(), ticket, draw],
    () => [score()],
    () => [score(), ...coverage],
    () => [score(), score(), score(), draw],
    () => [
      ...coverage,
      { name: "spread", mentor: kth(capacity, 0, () => 1) },
      { name: "spread 1", mentor: kth(capacity, 1, () => 1) },
      score(),
      ticket,
      draw,
    ],
    () => [{ name: "spread", mentor: kth(capacity, 0, () => 1) }, ...coverage, score()],
    () => [{ name: "priority", mentee: kth(demand, 0, (i) => 1 + (i % 3)) }, score(), ticket, draw],
    () => [...coverage, { name: "access", mentee: each(demand, (i) => (i * 7) % 5) }, score(), draw],
    () => [
      { name: "falling", mentee: falling(demand) },
      { name: "loads", mentor: falling(capacity) },
      score(),
      ticket,
      draw,
    ],
    () => [
      { name: "mixed", pair: score().pair!, mentee: falling(demand), mentor: falling(capacity) },
      score(),
      ticket,
      draw,
    ],
    () => [],
    () => [
      { name: "dislike", mentee: each(demand, () => -1) },
      { name: "unload", mentor: each(capacity, (j) => -(j % 3)) },
      score(),
    ],
  ];
  const chosen = shapes[below(shapes.length)]!();
  return chosen;
}
