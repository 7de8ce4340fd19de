import { expect, test } from "vitest";
import { match, verify } from "../../src/index.js";
import { shortMinima } from "../../src/matching/solvers/short-minima.js";
import { randomProblem } from "../helpers/problems.js";

test("match() names the fewest mentors whose minima are in conflict, and how near each can come", () => {
  // Three mentors share two mentees; a fourth has one of its own.
  const pool = {
    mentees: [{ id: "ann" }, { id: "bo" }, { id: "cy" }],
    mentors: ["mo", "xi", "zoe"].map((id) => ({ id, minimum: 1 })).concat([{ id: "own", minimum: 1 }]),
    forbids: ["mo", "xi", "zoe"]
      .map((mentorId) => ({ menteeId: "cy", mentorId }))
      .concat(["ann", "bo"].map((menteeId) => ({ menteeId, mentorId: "own" }))),
  };
  const result = match(pool, { name: "minima" });
  expect(result.status).toBe("infeasible");
  const nearest = (id: string) => ({
    code: "minimum-nearest",
    path: "mentors.minimum",
    ids: [id],
    numbers: { minimum: 1, nearest: 0 },
  });
  expect(result.findings).toEqual([
    { code: "minimum-unmet", path: "mentors.minimum", ids: ["mo", "xi", "zoe"], numbers: { people: 3 } },
    nearest("mo"),
    nearest("xi"),
    nearest("zoe"),
  ]);
  expect(verify(pool, { name: "minima" }, result)).toMatchObject({ status: "infeasible", issues: [] });
});

test("shortMinima() says nothing of how near a mentor can come where others cannot meet theirs even so", () => {
  const problem = randomProblem(1, { mentees: 2, mentors: 2, row: 2, plain: true });
  const two = { ...problem, mentees: 1, mentors: 2, start: Int32Array.of(0, 2), mentor: Int32Array.of(0, 1) };
  const asked = { ...two, demand: Int32Array.of(1), capacity: Int32Array.of(1, 1), minimum: Int32Array.of(2, 3) };
  expect(shortMinima(asked)).toEqual([
    { mentor: 0, bound: "least" },
    { mentor: 1, bound: "least" },
  ]);
  expect(shortMinima({ ...asked, minimum: Int32Array.of(2, 0) })).toEqual([{ mentor: 0, bound: "least", nearest: 1 }]);
  expect(shortMinima({ ...asked, minimum: Int32Array.of(1, 0) })).toBeUndefined();
});

test("shortMinima() takes little longer than the pairs are many where thousands of mentors share too few mentees", () => {
  const mentors = 2000;
  const mentees = mentors - 1;
  const row = (i: number) => [i, i + 1];
  const problem = {
    ...{ mentees, mentors, levels: [] },
    start: Int32Array.from({ length: mentees + 1 }, (_, i) => 2 * i),
    mentor: Int32Array.from(Array.from({ length: mentees }, (_, i) => row(i)).flat()),
    demand: new Int32Array(mentees).fill(1),
    capacity: new Int32Array(mentors).fill(1),
    minimum: new Int32Array(mentors).fill(1),
  };
  const conflicts = shortMinima(problem)!;
  // A path of mentees between them: each is needed, and each can be left out.
  expect(conflicts).toHaveLength(mentors);
  expect(conflicts.every(({ nearest }) => nearest === 0)).toBe(true);
});
