import { expect, test } from "vitest";
import { criteria } from "../../src/scoring/index.js";
import { pairValue } from "./pool.js";

const areas = (seeks?: string[], offers?: string[]): number =>
  pairValue(criteria.sharedAreas(), seeks ? { seeks } : {}, offers ? { offers } : {});

test("sharedAreas() is the share of the areas sought that are offered", () => {
  expect(areas(["grants", "promotion"], ["grants", "cv", "teaching"])).toBe(0.5);
  expect(areas(["grants", "promotion"], ["promotion", "grants"])).toBe(1);
  expect(areas(["grants"], ["cv"])).toBe(0);
});

test("sharedAreas() counts an area that is named twice once", () => {
  expect(areas(["grants", "grants", "cv"], ["grants"])).toBe(0.5);
});

test("sharedAreas() finds who names nothing silent, the mentee first", () => {
  expect(areas(undefined, undefined)).toBe(-1);
  expect(areas([], ["grants"])).toBe(-1);
  expect(areas([""], ["grants"])).toBe(-1);
  expect(areas(["grants"], [])).toBe(-2);
  expect(areas(["grants"], undefined)).toBe(-2);
});
