/** What limits cannot stand beside. */

import { expect, test } from "vitest";
import { frontier, type PolicyInput, parsePolicy } from "../../src/index.js";
import { codesOf } from "../helpers/issues-of.js";

const limited: PolicyInput = { name: "test", limits: [{ id: "places", atMost: 1 }] };
const pool = { mentees: [{ id: "ann" }], mentors: [{ id: "mo" }] };

test("parsePolicy() refuses limits beside a stable objective, which knows none", () => {
  const stable = { ...limited, objective: { stable: "mentees" } };
  expect(codesOf(() => parsePolicy(stable))).toEqual([["contradiction", "limits"]]);
  expect(codesOf(() => parsePolicy({ ...stable, limits: [] }))).toEqual([]);
});

test("frontier() refuses limits, which its steps do not keep", () => {
  expect(codesOf(() => frontier(pool, limited))).toEqual([["unsupported", "limits"]]);
  expect(codesOf(() => frontier(pool, { name: "test" }))).toEqual([]);
});
