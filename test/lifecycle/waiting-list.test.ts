/** Who waits, and for whom that is too long. */
import { expect, test } from "vitest";
import { match, type PolicyInput, type PoolInput, waitingList } from "../../src/index.js";

const POLICY: PolicyInput = { name: "test", must: [{ rule: "different-department" }], waiting: { limitDays: 60 } };

const pool: PoolInput = {
  asOf: "2026-10-01",
  mentees: [
    { id: "ann", department: "Art", waitingSince: "2026-07-15" },
    { id: "bo", department: "Law", waitingSince: "2026-08-14" },
    { id: "cy", department: "Law" },
    { id: "di", department: "Sea", waitingSince: "2026-06-01", withdrawn: "2026-09-01" },
    { id: "eve", department: "Sea", waitingSince: "2026-06-02" },
  ],
  mentors: [
    { id: "max", department: "Law", waitingSince: "2026-08-02" },
    { id: "nia", department: "Art", capacity: 2 },
    { id: "ola", department: "Law", waitingSince: "2026-11-05" },
  ],
  pairs: [
    { menteeId: "eve", mentorId: "nia", status: "met", since: "2026-09-10" },
    { menteeId: "di", mentorId: "max", status: "agreed", since: "2026-07-01" },
  ],
};
const limits = (nextRun?: string) =>
  waitingList(pool, POLICY, undefined, nextRun === undefined ? {} : { nextRun }).map(({ id, limit }) => [id, limit]);

test("waitingList() lists both sides, the longest wait first, but nobody in a live pair and nobody who left", () => {
  expect(waitingList(pool, POLICY)).toEqual([
    { id: "ann", role: "mentee", since: "2026-07-15", days: 78, months: 2, limit: "passed" },
    { id: "max", role: "mentor", since: "2026-08-02", days: 60, months: 1, limit: "kept" },
    { id: "bo", role: "mentee", since: "2026-08-14", days: 48, months: 1, limit: "kept" },
    { id: "ola", role: "mentor", since: "2026-11-05", days: 0, months: 0, limit: "kept" },
  ]);
});

test("waitingList() says who will have waited too long on the next run", () => {
  expect(limits("2026-10-13")).toEqual([
    ["ann", "passed"],
    ["max", "passes-before-next-run"],
    ["bo", "kept"],
    ["ola", "kept"],
  ]);
  expect(limits("2026-10-14")[2]).toEqual(["bo", "passes-before-next-run"]);
});

test("waitingList() of a result lists whom it leaves over, with the reasons, and those without a day from today", () => {
  const result = match(pool, { ...POLICY, must: [...POLICY.must!, { rule: "same-attribute", attribute: "country" }] });
  const list = waitingList(pool, POLICY, result);
  expect(list.map(({ id, days }) => [id, days])).toEqual([
    ["ann", 78],
    ["max", 60],
    ["bo", 48],
    ["cy", 0],
    ["ola", 0],
  ]);
  expect(list[2]?.why).toEqual({
    refusedBy: [
      { id: "different-department", mentors: 2, soleMentors: 0 },
      { id: "same-attribute", mentors: 3, soleMentors: 1 },
    ],
    eligible: 0,
    full: 0,
  });
  expect(list[1]?.why).toBeUndefined();
});

test("waitingList() gives no limit where the policy has none", () => {
  expect(waitingList(pool, { name: "no limit" }).every((one) => !("limit" in one))).toBe(true);
});

test("waitingList() refuses a pool without a day, another pool's result, and a next run that is past or no day", () => {
  const { asOf: _, ...undated } = pool;
  const ids = { mentees: [{ id: "bo" }], mentors: [] };
  expect(() => waitingList({ ...undated, mentees: [], pairs: [] }, POLICY)).toThrow(
    "Cannot read the pool: 1 issue\n  asOf: expected a day as YYYY-MM-DD, got nothing",
  );
  expect(() => waitingList(pool, POLICY, match(ids, POLICY))).toThrow("expected the result of this pool");
  const run = (nextRun: string) => () => waitingList(pool, POLICY, undefined, { nextRun });
  expect(run("2026-09-30")).toThrow("expected 2026-10-01, the day of the pool, or a later one, got 2026-09-30");
  expect(run("soon")).toThrow('expected a day as YYYY-MM-DD, got "soon"');
});
