/** Years of the four schemes: after every round the result is proved, and nothing has happened that nobody asked for. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parsePolicy } from "../../src/index.js";
import { SCHEMES } from "../../src/schemes/all.js";
import { accelerate } from "../../src/schemes/index.js";
import { areFew, runs } from "../helpers/counts.js";
import { random } from "../helpers/problems.js";
import { checkRound, nothing } from "./kept.js";
import { slice } from "./slice.js";
import { year } from "./year.js";

const ALL = [...SCHEMES.values()];

test.each(ALL)("a year of $policy.name is proved in every round, and keeps what was decided", ({ policy, cohort }) => {
  const lived = nothing();
  const parsed = parsePolicy({ ...policy, terms: { ...policy.terms, months: 6, renewable: 1, proposalDays: 75 } });
  for (const round of year(cohort(), parsed, random(7))) checkRound(round, parsed, lived);
  console.log(lived);
  for (const often of [lived.matched, lived.ended, lived.renewed]) expect(often).toBeGreaterThan(0);
});

/** Five hundred in the full suite. */
const YEARS = runs(50) > 50 ? 500 : 12;

/** How the standing pairs of a small scheme may move. */
const STANDING = [
  {},
  {},
  { standing: { pairs: "movable" } },
  { standing: { pairs: "movable", maxChanges: 1 } },
] as const;

test("any year of a small scheme brings no pair back unasked, makes none that breaks a rule, and moves no more than the policy allows", () => {
  const lived = nothing();
  const cohorts = ALL.map(({ policy, cohort }) => ({ policy, pool: cohort() }));
  const setting = fc.record({
    scheme: fc.nat(ALL.length - 1),
    standing: fc.constantFrom(...STANDING),
    mentees: fc.integer({ min: 3, max: 12 }),
    mentors: fc.integer({ min: 2, max: 8 }),
    seed: fc.nat(1_000_000),
  });
  fc.assert(
    fc.property(setting, ({ scheme, standing, mentees, mentors, seed }) => {
      const { policy, pool } = cohorts[scheme]!;
      const isStable = policy === accelerate;
      const next = random(seed);
      const small = parsePolicy({
        ...policy,
        ...(isStable ? {} : standing),
        terms: { ...policy.terms, months: 4, renewable: 1, proposalDays: 45 },
      });
      for (const round of year(slice(pool, mentees, mentors, next), small, next)) checkRound(round, small, lived);
    }),
    { numRuns: YEARS, seed: 17 },
  );
  console.log(lived);
  // What is rare happens in many years only.
  const rare = YEARS < 500 ? [] : [lived.moved, lived.broken];
  for (const often of areFew() ? [] : [lived.matched, lived.ended, lived.renewed, ...rare])
    expect(often).toBeGreaterThan(0);
});
