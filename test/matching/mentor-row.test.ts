import { expect, test } from "vitest";
import { countOf, emptyRow, hasMentor, listMentors, setMentor, takeOut } from "../../src/matching/mentor-row.js";

const MENTORS = 100;
const rowOf = (mentors: readonly number[]) => {
  const row = emptyRow(MENTORS);
  for (const mentor of mentors) setMentor(row, mentor, true);
  return row;
};
const listOf = (row: Int32Array): number[] => {
  const list = new Int32Array(MENTORS + 1);
  return [...list.subarray(1, listMentors(row, list, 1))];
};
/** Both ends of words among them. */
const SOME = [0, 1, 30, 31, 32, 33, 62, 63, 64, 95, 96, 99];

test("listMentors() lists exactly the mentors that setMentor() put in, ascending", () => {
  expect(listOf(emptyRow(MENTORS))).toEqual([]);
  expect(listOf(rowOf([...SOME].reverse()))).toEqual(SOME);
  const everybody = [...Array(MENTORS).keys()];
  expect(listOf(rowOf(everybody))).toEqual(everybody);
});

test("setMentor() takes out one mentor and nobody else", () => {
  for (const mentor of SOME) {
    const row = rowOf(SOME);
    setMentor(row, mentor, false);
    expect(hasMentor(row, mentor)).toBe(false);
    expect(listOf(row)).toEqual(SOME.filter((other) => other !== mentor));
  }
});

test("countOf() and hasMentor() agree with the list", () => {
  const row = rowOf(SOME);
  expect(countOf(row)).toBe(SOME.length);
  expect([...Array(MENTORS).keys()].filter((mentor) => hasMentor(row, mentor))).toEqual(SOME);
});

test("takeOut() leaves those who are not in the other row", () => {
  const row = rowOf(SOME);
  takeOut(row, rowOf([1, 31, 32, 50, 99]));
  expect(listOf(row)).toEqual([0, 30, 33, 62, 63, 64, 95, 96]);
});
