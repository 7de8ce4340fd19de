/** The laws of statistics: counts are counts, and no small group can be told, not even by subtraction. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { statistics } from "../../src/lifecycle/statistics.js";
import { runs } from "../helpers/counts.js";

const country = fc.constantFrom("Ghana", "Ghana", "Ghana", "Kenya", "Kenya", "Peru", "Nepal", undefined);
const cohorts = fc.array(fc.record({ country, isPaired: fc.boolean() }), { maxLength: 30, size: "max" });

test("statistics() shows no group under the minimum, and what it hides is nobody or as many people of several groups", () => {
  let hiding = 0;
  fc.assert(
    fc.property(cohorts, fc.integer({ min: 2, max: 6 }), (cohort, minimumGroup) => {
      const people = cohort.map((one, at) => ({
        id: `e${at}`,
        ...(one.country === undefined ? {} : { country: one.country }),
      }));
      const pairs = cohort.flatMap(({ isPaired }, at) =>
        isPaired ? [{ menteeId: `e${at}`, mentorId: "ada", status: "completed" as const }] : [],
      );
      const pool = { mentees: people, mentors: [{ id: "ada" }], pairs };
      const { requests, by } = statistics(pool, { by: ["country"], minimumGroup });
      const { groups, others } = by[0]!.mentees;
      expect(requests).toBe(cohort.length);
      for (const group of groups) {
        const own = cohort.filter((one) => (one.country ?? null) === group.value);
        expect(group).toEqual({
          value: group.value,
          people: own.length,
          paired: own.filter((one) => one.isPaired).length,
        });
        expect(group.people).toBeGreaterThanOrEqual(minimumGroup);
      }
      const hidden = requests - groups.reduce((sum, group) => sum + group.people, 0);
      const kinds = new Set(cohort.map((one) => one.country)).size - groups.length;
      expect(others?.groups ?? 0).toBe(kinds);
      if (kinds > 0 && groups.length > 0) {
        expect(kinds).toBeGreaterThanOrEqual(2);
        expect(hidden).toBeGreaterThanOrEqual(minimumGroup);
      }
      if (kinds > 0) expect(others!.people).toBe(hidden >= minimumGroup ? hidden : null);
      if (groups.length > 0 && kinds > 0) hiding++;
    }),
    { numRuns: runs(300), seed: 31 },
  );
  expect(hiding).toBeGreaterThan(30);
});
