/** Counting what lists share, a row of mentors at once. */
import { expect, test } from "vitest";
import { bitCount, overlap } from "../../src/scoring/overlap.js";
import { sharedPart } from "../../src/scoring/shared-part.js";

const values = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, at) => `v${from + at}`);

// One word of bits, several, and lists.
for (const most of [20, 100, 300]) {
  test(`overlap() counts a row of mentors as it counts each, with ${most} values`, () => {
    const mentees = [values(0, most), values(0, 3), [], ["v1", "v1", ""]];
    const mentors = [values(2, most), ["v0", "nobody's"], [], values(0, most), ["", "v2"]];
    const { shared, sharedRow, menteeSize, mentorSize } = overlap(mentees, mentors);
    expect([...menteeSize]).toEqual([most, 3, 0, 1]);
    expect([...mentorSize]).toEqual([most - 2, 2, 0, most, 1]);
    const wanted = [
      [most - 2, 1, 0, most, 1],
      [1, 1, 0, 3, 1],
      [0, 0, 0, 0, 0],
      [0, 0, 0, 1, 0],
    ];
    const asked = Int32Array.of(4, 0, 3, 1, 2);
    wanted.forEach((counts, mentee) => {
      expect(mentors.map((_, mentor) => shared(mentee, mentor))).toEqual(counts);
      const row = new Float64Array(7).fill(9);
      sharedRow(mentee, asked, row);
      expect([...row]).toEqual([...[...asked].map((mentor) => counts[mentor]!), 9, 9]);
    });
  });

  test(`sharedPart() gives a row of mentors what it gives each, with ${most} values`, () => {
    const value = sharedPart([values(0, most), undefined], [values(0, most / 2), undefined, values(most, most + 9)]);
    const all = Int32Array.of(0, 1, 2);
    expect([0, 1, 2].map((mentor) => value(0, mentor))).toEqual([0.5, -2, 0]);
    expect([0, 1, 2].map((mentor) => value(1, mentor))).toEqual([-1, -1, -1]);
    for (const mentee of [0, 1]) {
      const row = new Float64Array(3).fill(9);
      value.row!(mentee, all, row);
      expect([...row]).toEqual([0, 1, 2].map((mentor) => value(mentee, mentor)));
    }
  });
}

test("bitCount() counts the ones in 32 bits", () => {
  expect([0, 1, -1, 0x80000000 | 0, 0x55555555, 0x0f0f0f0f, 0x7fffffff].map(bitCount)).toEqual([
    0, 1, 32, 1, 16, 16, 31,
  ]);
});
