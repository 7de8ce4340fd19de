/** Who takes part, as `verify` works it out. */
import { expect, test } from "vitest";
import { match, verify } from "../../../src/index.js";

test("verify() takes an absent declaration for none, and for unknown where the rule says what then", () => {
  const pool = { mentees: [{ id: "ann" }, { id: "bo", lineManager: "mo" }], mentors: [{ id: "mo", capacity: 2 }] };
  const managed = { rule: "has-attribute", attribute: "lineManager" };
  const unmanaged = { rule: "not", of: managed };
  const away = (rule: object): readonly string[] => {
    const policy = { name: "Test", participation: { mentees: [rule as typeof managed] } };
    const result = match(pool, policy);
    expect(verify(pool, policy, result)).toMatchObject({ status: "proved", issues: [] });
    return result.notTakingPart.map(({ id }) => id);
  };
  expect(away(managed)).toEqual(["ann"]);
  expect(away({ ...managed, onUnknown: "allow" })).toEqual([]);
  expect(away(unmanaged)).toEqual(["bo"]);
  expect(away({ ...unmanaged, onUnknown: "refuse" })).toEqual(["ann", "bo"]);
});

test("verify() takes the days of absence to the day, and as open where one is not given", () => {
  const asOf = "2026-06-15";
  const isAway = (period: { from?: string; until?: string }): boolean => {
    const pool = {
      asOf,
      mentees: [
        { id: "ann", away: period },
        { id: "bo", hold: period },
      ],
      mentors: [{ id: "mo" }],
    };
    const result = match(pool, { name: "Test" });
    expect(verify(pool, { name: "Test" }, result)).toMatchObject({ status: "proved", issues: [] });
    const told = result.notTakingPart.map(({ id, refusedBy }) => [id, ...refusedBy].join(" "));
    expect([[], ["ann away", "bo hold"]]).toContainEqual(told);
    return told.length > 0;
  };
  for (const period of [{ from: asOf }, { until: asOf }, { from: "2026-06-14", until: "2026-06-16" }])
    expect(isAway(period)).toBe(true);
  for (const period of [{ from: "2026-06-16" }, { until: "2026-06-14" }]) expect(isAway(period)).toBe(false);
});

test("verify() takes those who left for gone from their last day on", () => {
  const gone = (withdrawn: string): number => {
    const pool = { asOf: "2026-06-15", mentees: [{ id: "ann", withdrawn }], mentors: [{ id: "mo" }] };
    const result = match(pool, { name: "Test" });
    expect(verify(pool, { name: "Test" }, result)).toMatchObject({ status: "proved", issues: [] });
    return result.notTakingPart.length;
  };
  expect([gone("2026-06-14"), gone("2026-06-15"), gone("2026-06-16")]).toEqual([1, 1, 0]);
});
