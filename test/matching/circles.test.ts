import { expect, test } from "vitest";
import { match, verify } from "../../src/index.js";

const people = [
  { id: "ann", grade: "Lecturer" },
  { id: "bo", grade: "Reader" },
  { id: "cy", grade: "Professor" },
];
const pool = { mentees: people, mentors: people };
const policy = {
  name: "Circles",
  ladder: ["Lecturer", "Reader", "Professor"],
  constraints: [{ noCycles: true as const }],
};

test("match() looks for no circles where strict seniority leaves none", () => {
  const strict = { ...policy, must: [{ rule: "more-senior", by: 1 }] };
  const result = match(pool, strict);
  expect(result).toMatchObject({ status: "proved", run: { solver: "flow" } });
  expect(verify(pool, strict, result)).toMatchObject({ status: "proved", issues: [] });
});

test("match() keeps circles out where nothing else does", () => {
  const result = match(pool, policy);
  expect(result.run.solver).toBe("linear-program");
  // Of three with one place each, two pairs are all that make no circle.
  expect(result.matches).toHaveLength(2);
  expect(verify(pool, policy, result)).toMatchObject({ status: result.status, issues: [] });
});
