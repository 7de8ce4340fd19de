/** How long mentees have waited, counted by the verifier month by month and by match() at once. */
import { expect, test } from "vitest";
import { match, verify } from "../../../src/index.js";

/** How many have been waiting for as many full steps, the longest first. */
function groups(asOf: string, step: "month" | "year", since: readonly (string | undefined)[]): readonly number[] {
  const pool = {
    asOf,
    mentees: since.map((day, at) => ({ id: `e${at}`, ...(day === undefined ? {} : { waitingSince: day }) })),
    mentors: [{ id: "mo", capacity: since.length }],
  };
  const policy = { name: "Test", objective: [{ level: "priority", step }, "coverage"] };
  const result = match(pool, policy);
  expect(verify(pool, policy, result)).toMatchObject({ status: "proved", issues: [] });
  return result.levels[0]!.value;
}

test("verify() counts full months to the day, or to the last day of a month that lacks it", () => {
  // Of 31 January, February has its 28th: two months on 31 March, and one a day before.
  const days = ["2026-01-31", "2026-01-30", "2026-01-01"];
  expect(groups("2026-03-31", "month", days)).toEqual([3]);
  expect(groups("2026-03-30", "month", days)).toEqual([2, 1]);
  expect(groups("2026-02-28", "month", days)).toEqual([3]);
  expect(groups("2026-02-27", "month", days)).toEqual([1, 2]);
  expect(groups("2026-04-30", "month", ["2026-03-31", "2026-03-30", "2026-04-01"])).toEqual([2, 1]);
  // From one year into the next.
  expect(groups("2026-01-15", "month", ["2025-12-15", "2025-12-16", "2025-11-15"])).toEqual([1, 1, 1]);
});

test("verify() counts full years, and a leap day's in other years on 28 February", () => {
  expect(groups("2026-02-28", "year", ["2024-02-29", "2024-02-28", "2024-03-01", "2025-02-28"])).toEqual([2, 2]);
  expect(groups("2026-02-27", "year", ["2024-02-29", "2024-02-28", "2024-02-27"])).toEqual([1, 2]);
  expect(groups("2026-12-31", "year", ["2025-12-31", "2026-01-01", "2026-12-31"])).toEqual([1, 2]);
});

test("verify() takes those who do not say since when, or say a later day, for those who have just come", () => {
  expect(groups("2026-03-31", "month", [undefined, "2026-03-31", "2026-03-01", "2027-01-01"])).toEqual([4]);
  expect(groups("2026-04-01", "month", [undefined, "2026-03-01"])).toEqual([1, 1]);
});

test("verify() takes mentees by tier, 1 first and those without one last, and by tier alone where that is asked", () => {
  const pool = {
    asOf: "2026-03-31",
    mentees: [
      { id: "ann", waitingSince: "2020-01-01" },
      { id: "bo", tier: 2, waitingSince: "2021-01-01" },
      { id: "cy", tier: 1 },
      { id: "dot", tier: 2 },
      { id: "eve", demand: 0, tier: 3 },
    ],
    mentors: [{ id: "mo", capacity: 2 }],
  };
  const policy = { name: "Test", objective: [{ level: "priority", by: "tier" }, "coverage"] };
  const result = match(pool, policy);
  expect(result.levels[0]).toEqual({ name: "priority", value: [1, 1, 0], bound: [1, 1, 0] });
  expect(verify(pool, policy, result)).toMatchObject({ status: "proved", issues: [] });
  const waiting = { name: "Test", objective: ["priority", "coverage"] };
  const byWaiting = match(pool, waiting);
  expect(byWaiting.matches.map(({ menteeId }) => menteeId)).toEqual(["ann", "bo"]);
  expect(verify(pool, waiting, byWaiting)).toMatchObject({ status: "proved", issues: [] });
});
