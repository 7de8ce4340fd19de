import { expect, test } from "vitest";
import { criteria } from "../../src/scoring/index.js";
import { pairValue } from "./pool.js";

test("sharedInterests() is the share of the mentee's interests that the mentor has", () => {
  const bo = { interests: ["chess", "hiking", "choir", "cooking"] };
  expect(pairValue(criteria.sharedInterests(), bo, { interests: ["choir", "opera"] })).toBe(0.25);
});

test("sharedInterests() finds who names no interest silent", () => {
  expect(pairValue(criteria.sharedInterests(), {}, { interests: ["choir"] })).toBe(-1);
  expect(pairValue(criteria.sharedInterests(), { interests: ["choir"] }, {})).toBe(-2);
});
