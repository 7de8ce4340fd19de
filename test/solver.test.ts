import { describe, expect, test } from "vitest";
import { InputError } from "../src/errors.js";
import { type AssignInput, assign } from "../src/solver.js";
import { bruteForce } from "./helpers/brute-force.js";
import { random, randomProblem } from "./helpers/problems.js";

/** Three reviewers' papers: Ada suits both, Bo only Ann. */
const two: AssignInput = {
  mentees: 2,
  mentors: 2,
  start: [0, 2, 3],
  mentor: [0, 1, 0],
  score: [9, 4, 7],
  capacity: [1, 1],
};

describe("assign", () => {
  test("assign() matches as many as possible before it counts scores", () => {
    const found = assign(two);
    expect(found.stop).toBe("optimal");
    expect(Array.from(found.chosen)).toEqual([1, 2]);
    expect(Array.from(found.mentorOf)).toEqual([1, 0]);
    expect(found).toMatchObject({
      coverage: 2,
      total: 11,
      proof: { levels: ["coverage", "score"], value: [2, 11], bound: [2, 11] },
    });
  });

  test("assign() lets coverage go when the score alone counts", () => {
    const scarce: AssignInput = { ...two, mentor: [0, 1, 0], score: [9, -4, 1] };
    expect(assign(scarce, { levels: ["score"] })).toMatchObject({ coverage: 1, total: 9 });
    expect(assign(scarce)).toMatchObject({ coverage: 2, total: -3 });
  });

  test("assign() takes plain arrays and typed arrays alike", () => {
    const typed = {
      ...two,
      start: Int32Array.from(two.start),
      mentor: Uint16Array.from(two.mentor),
      score: Float64Array.from(two.score),
      capacity: Uint8Array.from(two.capacity),
    };
    expect(assign(typed)).toEqual(assign(two));
  });

  test("assign() gives everyone one mentor before anyone gets two", () => {
    const found = assign({ ...two, demand: [2, 1], capacity: [1, 1] });
    expect(Array.from(found.mentorOf)).toEqual([1, 0]);
    expect(found.proof.levels).toEqual(["coverage", "coverage-2", "score"]);
    expect(assign({ ...two, demand: [2, 1], capacity: [2, 1] }).chosen.length).toBe(3);
  });

  test("assign() names the mentors whose minima cannot be met", () => {
    const found = assign({
      ...two,
      start: [0, 1, 2],
      mentor: [0, 0],
      score: [1, 1],
      capacity: [2, 1],
      minimum: [2, 1],
    });
    expect(found).toMatchObject({ stop: "infeasible", coverage: 0, total: 0, prices: [] });
    expect(Array.from(found.short)).toEqual([1]);
  });

  test("assign() breaks ties by the seed, the same way each time", () => {
    const mentees = 9;
    const tied: AssignInput = {
      mentees,
      mentors: 3,
      start: Array.from({ length: mentees + 1 }, (_, i) => 3 * i),
      mentor: Array.from({ length: 3 * mentees }, (_, p) => p % 3),
      score: new Array(3 * mentees).fill(5),
      capacity: [1, 1, 1],
    };
    const answers = new Set(Array.from({ length: 40 }, (_, seed) => assign(tied, { seed }).chosen.join()));
    expect(answers.size).toBeGreaterThan(30);
    expect(assign(tied, { seed: "PaLS 2026" })).toEqual(assign(tied, { seed: "PaLS 2026" }));
  });

  test("assign() gives exchangeable mentees equal chances over seeds", () => {
    const tied: AssignInput = {
      mentees: 3,
      mentors: 2,
      start: [0, 2, 3, 4],
      mentor: [0, 1, 0, 1],
      score: [5, 5, 5, 5],
      capacity: [1, 1],
    };
    const matched = [0, 0, 0];
    for (let seed = 0; seed < 3000; seed++)
      for (const [i, mentor] of assign(tied, { seed }).mentorOf.entries()) if (mentor >= 0) matched[i]!++;
    for (const count of matched) expect(Math.abs(count / 3000 - 2 / 3)).toBeLessThan(0.03);
  });

  test("assign() starts from an earlier answer and proves as well", () => {
    const next = random(5);
    const mentees = 60;
    const start = Array.from({ length: mentees + 1 }, (_, i) => 20 * i);
    const input: AssignInput = {
      mentees,
      mentors: 20,
      start,
      mentor: Array.from({ length: 20 * mentees }, (_, p) => p % 20),
      score: Array.from({ length: 20 * mentees }, () => Math.floor(next() * 1000)),
      capacity: new Array(20).fill(2),
    };
    const first = assign(input);
    const capacity = [1, ...new Array(19).fill(2)];
    const again = assign({ ...input, capacity }, { from: first });
    expect(again.total).toBe(assign({ ...input, capacity }).total);
    expect(again.proof.value).toEqual(again.proof.bound);
  });

  test("assign() stops when asked", () => {
    const size = 300;
    const product: AssignInput = {
      mentees: size,
      mentors: size,
      start: Array.from({ length: size + 1 }, (_, i) => size * i),
      mentor: Array.from({ length: size * size }, (_, p) => p % size),
      score: Array.from({ length: size * size }, (_, p) => (Math.floor(p / size) + 1) * ((p % size) + 1)),
      capacity: new Array(size).fill(1),
    };
    expect(assign(product, { onProgress: () => false })).toMatchObject({
      stop: "stopped",
      prices: [],
      proof: { levels: [] },
    });
    expect(assign(product)).toMatchObject({ stop: "optimal", coverage: size });
  });

  test("assign() is unmoved by what the caller does with the input afterwards and writes nothing into it", () => {
    const input = {
      ...two,
      start: Int32Array.from(two.start),
      mentor: Int32Array.from(two.mentor),
      score: Int32Array.from(two.score),
      capacity: Int32Array.from(two.capacity),
    };
    const copy = structuredClone(input);
    assign(input, { seed: 1 });
    expect(input).toEqual(copy);
  });

  test("assign() equals brute force on 2 000 problems with any demand and minima", () => {
    for (let seed = 0; seed < 2000; seed++) {
      const { mentees, mentors, start, mentor, capacity, minimum, demand } = randomProblem(seed, {
        mentees: 6,
        mentors: 5,
        row: 3,
        plain: false,
      });
      const next = random(seed);
      const score = Array.from({ length: mentor.length }, () => Math.floor(next() * 20) - 4);
      const found = assign({ mentees, mentors, start, mentor, score, capacity, minimum, demand });
      // No level counts mentors that nobody can have.
      const depth = Math.max(1, ...Array.from(demand, (count, i) => Math.min(count, start[i + 1]! - start[i]!)));
      const units = (k: number) =>
        Array.from(demand).flatMap((count) => Array.from({ length: count }, (_, u) => (u === k ? 1 : 0)));
      const levels = [
        ...Array.from({ length: depth }, (_, k) => ({ name: "", mentee: units(k) })),
        { name: "score", pair: score },
      ];
      const best = bruteForce({ mentees, mentors, start, mentor, capacity, minimum, demand, levels });
      expect(found.stop).toBe(best === undefined ? "infeasible" : "optimal");
      if (best !== undefined) expect([found.proof.value, found.proof.bound]).toEqual([best, best]);
    }
  });
});

describe("assign's door", () => {
  const issuesOf = (input: unknown, options?: unknown): string[] => {
    try {
      assign(input as AssignInput, options as never);
    } catch (error) {
      if (error instanceof InputError) return error.issues.map(({ path }) => path);
      throw error;
    }
    return [];
  };

  test.each([
    ["mentees", { ...two, mentees: -1 }],
    ["mentors", { ...two, mentors: 1.5 }],
    ["start", { ...two, start: [0, 3] }],
    ["start[0]", { ...two, start: [1, 2, 3] }],
    ["start[2]", { ...two, start: [0, 2, 2] }],
    ["start[2]", { ...two, start: [0, 3, 2] }],
    ["mentor[1]", { ...two, mentor: [0, 2, 0] }],
    ["mentor[1]", { ...two, mentor: [0, 0, 0] }],
    ["score", { ...two, score: [1, 2] }],
    ["score[2]", { ...two, score: [1, 2, Number.NaN] }],
    ["score[0]", { ...two, score: [0.5, 2, 3] }],
    ["capacity[1]", { ...two, capacity: [1, -1] }],
    ["capacity[0]", { ...two, capacity: ["1", 1] }],
    ["capacity", { ...two, capacity: undefined }],
    ["minimum[0]", { ...two, minimum: [2, 0] }],
    ["demand", { ...two, demand: [1] }],
  ])("assign() reports %s", (path, input) => {
    expect(issuesOf(input)).toContain(path);
  });

  test.each([
    ["levels", { levels: [] }],
    ["levels[1]", { levels: ["score", "fairness"] }],
    ["levels[1]", { levels: ["score", "score"] }],
    ["from.mentorOf", { from: { mentorOf: [0], prices: [] } }],
  ])("assign() reports the option %s", (path, options) => {
    expect(issuesOf(two, options)).toContain(path);
  });

  test("assign() reports everything at once, in words that quote the value", () => {
    expect(issuesOf({ ...two, score: [Number.NaN, 1, 2], capacity: [-1, 1] })).toEqual(["score[0]", "capacity[0]"]);
    expect(() => assign({ ...two, capacity: [-1, 1] })).toThrow("got -1, expected an integer from 0");
  });

  test("assign() throws too-large with the numbers where sums would not be exact", () => {
    expect(() => assign({ ...two, score: [2 ** 52, 1, 1] })).toThrow(expect.objectContaining({ code: "too-large" }));
  });
});
