/** What the solvers refuse, and say so instead of running out of memory or of exact numbers. */
import { expect, test } from "vitest";
import { InputError, SolverError } from "../../src/errors.js";
import { linearProgram } from "../../src/matching/solvers/linear-program.js";
import { assign } from "../../src/solver.js";
import { plainProblem } from "../helpers/families.js";
import { random } from "../helpers/problems.js";

function thrown(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}

test("linearProgram() refuses a programme whose tableau would not fit", () => {
  const error = thrown(() => linearProgram(plainProblem(4000, 4000, 8, random(1), 60))) as SolverError;
  expect(error).toBeInstanceOf(SolverError);
  expect(error.code).toBe("too-large");
  const { rows, columns } = error.numbers;
  expect((rows! + 1) * (columns! + 1)).toBeGreaterThan(2 ** 27);
  expect(error.message).toMatch(
    /^Cannot solve the linear programme: \d+ rows by \d+ columns need \d+ MiB, at most 1024 are used. Match fewer people at once, drop what cuts across, or take loadHighs\(\)$/,
  );
});

test("assign() lists a hundred issues and counts them all", () => {
  const error = thrown(() =>
    assign({ mentees: 1, mentors: 150, start: [0, 0], mentor: [], score: [], capacity: new Array(150).fill(-1) }),
  ) as InputError;
  expect(error).toBeInstanceOf(InputError);
  expect([error.issues.length, error.count]).toEqual([100, 150]);
  expect(error.issues[99]!.path).toBe("capacity[99]");
});
