/** The statistics of the audit beside published values: each test names where they stand. */
import { expect, test } from "vitest";
import { corrected, rateDifference, rateInterval } from "../../src/insight/audit/exact-rates.js";

/** As the documentation of R prints numbers: so many significant digits. */
const digits = (value: number, count: number): string => value.toPrecision(count);

// Clopper and Pearson (1934), Biometrika 26; the ends for no successes and for all are 1 − 0.025^(1/n) and 0.025^(1/n) in closed form.
test.each([
  [0, 10, 0, 0.3084971],
  [1, 10, 0.002528579, 0.4450161],
  [5, 10, 0.187086, 0.812914],
  [10, 10, 0.6915029, 1],
  [0, 20, 0, 0.1684335],
  [3, 20, 0.03207094, 0.3789268],
  [1, 1, 0.025, 1],
])("rateInterval() of %i of %i is the table's", (count, people, least, most) => {
  const [low, high] = rateInterval(count, people);
  expect(low).toBeCloseTo(least, 6);
  expect(high).toBeCloseTo(most, 6);
});

test("rateInterval() of 682 of 925 is that of R's binom.test, whose example is Conover's (1971), Mendelian inheritance", () => {
  const [least, most] = rateInterval(682, 925);
  expect([digits(least, 7), digits(most, 7)]).toEqual(["0.7076683", "0.7654066"]);
});

test("rateDifference() is that of R's fisher.test in the examples of its documentation", () => {
  // Agresti (1990), p. 61: Fisher's tea drinker, two-sided.
  expect(digits(rateDifference(3, 4, 1, 4), 4)).toBe("0.4857");
  // Fisher (1962, 1970): criminal convictions of like-sex twins, 2 of 17 dizygotic against 10 of 13 monozygotic.
  expect(digits(rateDifference(2, 17, 10, 13), 4)).toBe("0.0005367");
  // Studying and dieting, as Wikipedia's article on Fisher's exact test has it.
  expect(digits(rateDifference(1, 12, 9, 12), 4)).toBe("0.002759");
});

test('corrected() is R\'s p.adjust(method = "holm"), worked by hand from Holm (1979)', () => {
  // 0.01 × 4, 0.02 × 3, 0.03 × 2, then no less than the one before.
  expect(corrected([0.01, 0.04, 0.03, 0.02]).map((one) => digits(one, 6))).toEqual([
    "0.0400000",
    "0.0600000",
    "0.0600000",
    "0.0600000",
  ]);
  expect(corrected([0.01, 0.04, 0.03, 0.005]).map((one) => Number(one.toFixed(6)))).toEqual([0.03, 0.06, 0.06, 0.02]);
  expect(corrected([0.6, 0.5, 0.5])).toEqual([1, 1, 1]);
  expect(corrected([])).toEqual([]);
});

test("rateInterval() and rateDifference() hold where numbers are large and probabilities are small", () => {
  const [least, most] = rateInterval(0, 100_000);
  expect(least).toBe(0);
  expect(most).toBeCloseTo(3.68881e-5, 9);
  expect(rateDifference(0, 500, 500, 500)).toBeLessThan(1e-200);
  expect(rateDifference(0, 0, 3, 9)).toBe(1);
  expect(rateInterval(0, 0)).toEqual([0, 1]);
});
