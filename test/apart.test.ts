/** Distances and clocks, held against what is known of the world. */
import { expect, test } from "vitest";
import { clockHoursApart, metresApart } from "../src/apart.js";
import { monthsBefore } from "../src/day.js";
import type { Person } from "../src/types.js";

const at = (id: string, latitude: number, longitude: number): Person => ({ id, location: { latitude, longitude } });

test("metresApart() gives great-circle distances in whole metres, the short way round", () => {
  const places = [at("London", 51.5074, -0.1278), at("Paris", 48.8566, 2.3522), at("pole", 90, 0), at("south", -90, 9)];
  const metres = metresApart(places, places);
  // 343 to 344 km as the crow flies, whatever the ellipsoid.
  expect(metres(0, 1)).toBeGreaterThan(343_000);
  expect(metres(0, 1)).toBeLessThan(344_500);
  expect(metres(1, 0)).toBe(metres(0, 1));
  expect(metres(0, 0)).toBe(0);
  expect(metres(2, 3)).toBe(20_015_114);
  const acrossTheDateLine = metresApart([at("a", 0, 179.5)], [at("b", 0, -179.5)]);
  expect(acrossTheDateLine(0, 0)).toBe(111_195);
});

test("metresApart() gives -1 where a location is missing", () => {
  const metres = metresApart([at("a", 0, 0), { id: "b" }], [{ id: "c" }, at("d", 0, 0)]);
  expect([metres(0, 0), metres(1, 0), metres(1, 1), metres(0, 1)]).toEqual([-1, -1, -1, 0]);
});

test("clockHoursApart() goes round the clock", () => {
  expect([clockHoursApart(0, 3), clockHoursApart(3, -5), clockHoursApart(13, -11), clockHoursApart(14, -12)]).toEqual([
    3, 8, 0, 2,
  ]);
});

test("monthsBefore() clamps to the last day of the month and ends at the first year", () => {
  expect(monthsBefore("2026-08-31", 6)).toBe("2026-02-28");
  expect(monthsBefore("2024-08-31", 6)).toBe("2024-02-29");
  expect(monthsBefore("2026-01-15", 1)).toBe("2025-12-15");
  expect(monthsBefore("2026-01-15", 0)).toBe("2026-01-15");
  expect(monthsBefore("0001-03-10", 100)).toBe("0001-01-01");
});
