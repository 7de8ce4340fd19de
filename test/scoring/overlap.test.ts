import fc from "fast-check";
import { expect, test } from "vitest";
import { overlap } from "../../src/scoring/overlap.js";
import { runs } from "../helpers/counts.js";

// Few values fit one word of bits, more take several, and the most are kept as lists.
for (const values of [8, 32, 33, 128, 129, 1000]) {
  test(`overlap() counts what two lists share when there are ${values} values`, () => {
    const list = fc.array(fc.nat(values - 1), { maxLength: 40 });
    const everything = Array.from({ length: values }, (_, value) => value);
    fc.assert(
      fc.property(fc.array(list, { maxLength: 4 }), fc.array(list, { maxLength: 4 }), (some, others) => {
        const mentees = [everything, ...some];
        const mentors = [...others, everything];
        const { shared, menteeSize, mentorSize } = overlap(mentees, mentors);
        expect([...menteeSize]).toEqual(mentees.map((mine) => new Set(mine).size));
        expect([...mentorSize]).toEqual(mentors.map((mine) => new Set(mine).size));
        mentees.forEach((mine, mentee) => {
          mentors.forEach((theirs, mentor) => {
            expect(shared(mentee, mentor)).toBe([...new Set(mine)].filter((value) => theirs.includes(value)).length);
          });
        });
      }),
      { numRuns: runs(30) },
    );
  });
}
