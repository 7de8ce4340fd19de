/** Real problems with known optima through the low-level door: every number as it stands, every answer with its proof. */
import { describe, expect, test } from "vitest";
import { type AssignInput, type AssignOptions, assign } from "../src/solver.js";
import { type Case, cases, isHere, names } from "./helpers/cases.js";

/** The case's pairs in compressed rows; they come in any order. */
function asColumns({ mentees, mentors, capacities, edges }: Case): AssignInput {
  const rows: [number, number][][] = Array.from({ length: mentees }, () => []);
  for (let k = 0; k < edges.length; k += 3) rows[edges[k]!]!.push([edges[k + 1]!, edges[k + 2]!]);
  const start = [0];
  for (const row of rows) start.push(start.at(-1)! + row.sort(([a], [b]) => a - b).length);
  const pairs = rows.flat();
  const mentor = pairs.map(([j]) => j);
  return { mentees, mentors, start, mentor, score: pairs.map(([, score]) => score), capacity: capacities };
}

function answer(id: string, levels: AssignOptions["levels"] & object) {
  const problem = cases!.load(id);
  const found = assign(asColumns(problem), { levels });
  expect(found.stop).toBe("optimal");
  expect(found.proof).toMatchObject({ levels, value: found.proof.bound });
  const grade = cases!.grade(id, Array.from(found.mentorOf));
  expect(grade).toMatchObject({ errors: [], cardinality: found.coverage, total: found.total });
  return { found, grade, expected: problem.expected };
}

describe.skipIf(!isHere)("real cases", () => {
  test("assign() is given every assignment case of the folder", () => {
    expect(cases!.ids().filter((id) => cases!.load(id).kind === "assignment")).toEqual(names);
  });

  test.each(names)("assign() finds the most matches and then the greatest total of %s", (id) => {
    const { found, grade, expected } = answer(id, ["coverage", "score"]);
    expect(found.proof.value).toEqual([expected.maxCardinality, expected.lexTotal]);
    expect(grade).toMatchObject({ cardinalityOptimal: true, lexOptimal: true });
  });

  test.each(names)("assign() finds the most matches of %s when scores do not count", (id) => {
    const { found, grade, expected } = answer(id, ["coverage"]);
    expect(found.proof.value).toEqual([expected.maxCardinality]);
    expect(grade).toMatchObject({ cardinalityOptimal: true });
  });

  test.each(names)("assign() finds the greatest total of %s when the number of matches is free", (id) => {
    const { found, grade, expected } = answer(id, ["score"]);
    expect(found.proof.value).toEqual([expected.maxWeight]);
    expect(grade).toMatchObject({ weightOptimal: true });
  });
});
