/** The laws of waiting lists and of terms: days of the calendar, counted once more. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { monthsBetween } from "../../src/day.js";
import { match, termDates, waitingList } from "../../src/index.js";
import { runs } from "../helpers/counts.js";
import { smallPolicy, smallPools } from "../helpers/pools.js";

const DAY = 86_400_000;
const asDay = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);

/** Days of several centuries, counted from 1970, with the ends of months and of Februaries as often as all others. */
const dayNumber = fc.oneof(
  fc.integer({ min: -60_000, max: 60_000 }),
  fc
    .tuple(fc.integer({ min: 1896, max: 2104 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: -1, max: 1 }))
    .map(([year, month, beside]) => Date.UTC(year, month, 1) / DAY + beside),
);

test("termDates() ends a term on the first day on which its months are full", () => {
  fc.assert(
    fc.property(dayNumber, fc.integer({ min: 1, max: 1200 }), (number, months) => {
      const since = asDay(number);
      const { end = "" } = termDates({ name: "law", terms: { months } }, { since });
      const before = asDay(Date.parse(end) / DAY - 1);
      expect([monthsBetween(since, end), monthsBetween(since, before)]).toEqual([months, months - 1]);
      // The same day of the month wherever there is one.
      expect(end.slice(8) === since.slice(8) || asDay(Date.parse(end) / DAY + 1).endsWith("-01")).toBe(true);
    }),
    { numRuns: runs(500), seed: 11 },
  );
});

/** How many days a wait is short of the limit: often none or one. */
const anySlack = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -500, max: 500 }));

test("waitingList() counts days as a calendar does, and passes a limit on the day after it", () => {
  fc.assert(
    fc.property(dayNumber, dayNumber, dayNumber, anySlack, (a, b, c, slack) => {
      const [since = 0, today = 0, next = 0] = [a, b, c].sort((one, other) => one - other);
      const limitDays = Math.max(0, today - since + slack);
      const pool = { asOf: asDay(today), mentees: [{ id: "bo", waitingSince: asDay(since) }], mentors: [] };
      const policy = { name: "law", waiting: { limitDays } };
      const [one] = waitingList(pool, policy, undefined, { nextRun: asDay(next) });
      const limit = today > since + limitDays ? "passed" : next > since + limitDays ? "passes-before-next-run" : "kept";
      expect([one?.days, one?.limit]).toEqual([today - since, limit]);
    }),
    { numRuns: runs(500), seed: 12 },
  );
});

test("waitingList() passes a limit in months on the day after its months are full", () => {
  fc.assert(
    fc.property(
      dayNumber,
      fc.integer({ min: 1, max: 24 }),
      anySlack,
      fc.nat(40),
      (number, limitMonths, slack, more) => {
        const since = asDay(number);
        let full = number;
        while (monthsBetween(since, asDay(full)) < limitMonths) full++;
        const [today, next] = [Math.max(number, full + slack), Math.max(number, full + slack) + more];
        const pool = { asOf: asDay(today), mentees: [], mentors: [{ id: "ada", waitingSince: since }] };
        const [one] = waitingList(pool, { name: "law", waiting: { limitMonths } }, undefined, { nextRun: asDay(next) });
        expect(one?.limit).toBe(today > full ? "passed" : next > full ? "passes-before-next-run" : "kept");
      },
    ),
    { numRuns: runs(300), seed: 14 },
  );
});

test("waitingList() of a result lists every mentee it leaves unmatched and every mentor with places and no mentee, once", () => {
  let listed = 0;
  fc.assert(
    fc.property(smallPools, (pool) => {
      const dated = { asOf: "2026-10-01", ...pool };
      const result = match(dated, smallPolicy);
      const list = waitingList(dated, smallPolicy, result);
      const mentors = result.reserve.filter(({ mentorId: id }) =>
        result.matches.every(({ mentorId }) => mentorId !== id),
      );
      expect(list.map(({ role, id }) => `${role} ${id}`).sort()).toEqual(
        [
          ...result.unmatched.map(({ menteeId }) => `mentee ${menteeId}`),
          ...mentors.map(({ mentorId }) => `mentor ${mentorId}`),
        ].sort(),
      );
      for (const { role, id, why } of list) {
        const { menteeId: _, ...reasons } = result.unmatched.find(({ menteeId }) => menteeId === id) ?? {
          menteeId: id,
        };
        expect(why).toEqual(role === "mentee" ? reasons : undefined);
      }
      expect(list.map(({ days }) => days)).toEqual(list.map(({ days }) => days).sort((a, b) => b - a));
      listed += list.length;
    }),
    { numRuns: runs(200), seed: 13 },
  );
  expect(listed / runs(200)).toBeGreaterThan(1);
});
