/** What limits cannot stand beside. */
import { expect, test } from "vitest";
import { frontier, InputError, type PolicyInput, parsePolicy } from "../../src/index.js";

const limited: PolicyInput = { name: "test", limits: [{ id: "places", atMost: 1 }] };
const pool = { mentees: [{ id: "ann" }], mentors: [{ id: "mo" }] };

function refusal(act: () => unknown): readonly (readonly [string, string])[] {
  try {
    act();
  } catch (error) {
    if (error instanceof InputError) return error.issues.map(({ code, path }) => [code, path] as const);
    throw error;
  }
  return [];
}

test("parsePolicy() refuses limits beside a stable objective, which knows none", () => {
  const stable = { ...limited, objective: { stable: "mentees" } };
  expect(refusal(() => parsePolicy(stable))).toEqual([["contradiction", "limits"]]);
  expect(refusal(() => parsePolicy({ ...stable, limits: [] }))).toEqual([]);
});

test("frontier() refuses limits, which its steps do not keep", () => {
  expect(refusal(() => frontier(pool, limited))).toEqual([["unsupported", "limits"]]);
  expect(refusal(() => frontier(pool, { name: "test" }))).toEqual([]);
});
