import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cohort, syntheticCohort } from "../src/cohort.js";
import { InputError } from "../src/errors.js";
import { runs } from "./helpers/counts.js";

const size = fc.record({ mentees: fc.nat(80), mentors: fc.nat(60), seed: fc.integer({ min: 0, max: 0xffffffff }) });

const digest = (cohort: Cohort): string =>
  createHash("sha256").update(JSON.stringify(cohort)).digest("hex").slice(0, 16);

test("syntheticCohort() makes the same cohort of the same seed, today and on every machine", () => {
  expect(digest(syntheticCohort({ mentees: 200, mentors: 120, seed: 1 }))).toBe("c057119cdacf89a8");
  expect(digest(syntheticCohort({ mentees: 200, mentors: 120, seed: 2 }))).not.toBe("c057119cdacf89a8");
});

test("syntheticCohort() makes as many people as it is asked for, each with one id, in plain JSON", () => {
  fc.assert(
    fc.property(size, (options) => {
      const cohort = syntheticCohort(options);
      expect(JSON.parse(JSON.stringify(cohort))).toEqual(cohort);
      for (const role of ["mentees", "mentors"] as const) {
        expect(cohort.pool[role]).toHaveLength(options[role]);
        expect(new Set(cohort.pool[role].map(({ id }) => id)).size).toBe(options[role]);
      }
    }),
    { numRuns: runs(50) },
  );
});

test("syntheticCohort() says the same of somebody in both roles", () => {
  const shared = ["name", "grade", "department", "lineManager", "interests", "optedIn"] as const;
  fc.assert(
    fc.property(size, (options) => {
      const { mentees, mentors } = syntheticCohort(options).pool;
      const mentorById = new Map(mentors.map((mentor) => [mentor.id, mentor]));
      const both = mentees.filter(({ id }) => mentorById.has(id));
      expect(both).toHaveLength(Math.floor(Math.min(options.mentees, options.mentors) / 20));
      for (const one of both) for (const field of shared) expect(mentorById.get(one.id)![field]).toEqual(one[field]);
    }),
    { numRuns: runs(50) },
  );
});

test("syntheticCohort() has reporting lines that end", () => {
  fc.assert(
    fc.property(size, (options) => {
      const { mentees, mentors, reportingLines } = syntheticCohort(options).pool;
      const manager = new Map<string, string>();
      for (const { person, manager: above } of reportingLines) manager.set(person, above);
      for (const { id, lineManager } of [...mentees, ...mentors]) if (lineManager) manager.set(id, lineManager);
      for (const start of manager.keys()) {
        let steps = 0;
        for (let at: string | undefined = start; at !== undefined && steps < 12; at = manager.get(at)) steps++;
        expect(steps).toBeLessThan(12);
      }
    }),
    { numRuns: runs(50) },
  );
});

test("syntheticCohort() has fewer places than mentees unless asked for more, none of them above four", () => {
  fc.assert(
    fc.property(size, fc.integer({ min: 0, max: 400 }), (options, placesPercent) => {
      const capacities = (cohort: Cohort) => cohort.pool.mentors.map(({ capacity }) => capacity!);
      const total = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0);
      const usual = capacities(syntheticCohort(options));
      expect(10 * total(usual)).toBeLessThanOrEqual(9 * options.mentees);
      expect(usual.every((capacity) => capacity >= 0 && capacity <= 4)).toBe(true);
      const asked = capacities(syntheticCohort({ ...options, shape: { placesPercent } }));
      expect(100 * total(asked)).toBeLessThanOrEqual(placesPercent * options.mentees);
    }),
    { numRuns: runs(50) },
  );
});

test("syntheticCohort() leaves out some facts and some people's consent, and gives most", () => {
  const { mentees, mentors } = syntheticCohort({ mentees: 1000, mentors: 600, seed: 3 }).pool;
  const people = [...mentees, ...mentors];
  const share = (holds: (one: (typeof people)[number]) => boolean) => people.filter(holds).length / people.length;
  for (const part of [
    share(({ grade }) => grade === undefined),
    share(({ department }) => department === undefined),
    share(({ interests }) => interests === undefined),
    share(({ lineManager }) => lineManager === undefined),
    share(({ optedIn }) => optedIn === false),
  ]) {
    expect(part).toBeGreaterThan(0.01);
    expect(part).toBeLessThan(0.2);
  }
  expect(mentees.some(({ conflicts }) => conflicts !== undefined)).toBe(true);
  expect(people.some(({ lineManager }) => lineManager?.startsWith("mentor-"))).toBe(true);
  expect(people.some(({ lineManager }) => lineManager?.startsWith("manager-"))).toBe(true);
});

test("syntheticCohort() refuses sizes and seeds out of range", () => {
  expect(() => syntheticCohort({ mentees: -1, mentors: 1.5, seed: -3 })).toThrow(InputError);
  expect(() => syntheticCohort({ mentees: 1, mentors: 1, seed: 1, shape: { areas: 2 } })).toThrow(/shape\.areas/);
});
