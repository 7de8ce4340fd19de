/** The made-up cohorts of the four schemes: always the same, plain data, and matched to the end whatever the seed. */
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { InputError, match, type Pool, parsePolicy, parsePool, verify } from "../../src/index.js";
import * as schemes from "../../src/schemes/index.js";

const { accelerate, accelerateCohort, hee, heeCohort, lmic, lmicCohort, pals, palsCohort } = schemes;
const all = [
  ["pals", pals, palsCohort, "f8d4d9a8158c354d"],
  ["lmic", lmic, lmicCohort, "669ea9d8025e3095"],
  ["accelerate", accelerate, accelerateCohort, "21eaef7f9215b934"],
  ["hee", hee, heeCohort, "1f417b8e510ad9a7"],
] as const;

const digest = (pool: Pool): string => createHash("sha256").update(JSON.stringify(pool)).digest("hex").slice(0, 16);

test.each(all)(
  "%sCohort() makes the same people of the same seed, in plain JSON, today and on every machine",
  (...scheme) => {
    const [, , cohort, known] = scheme;
    expect(digest(cohort())).toBe(known);
    expect(digest(cohort(1))).toBe(known);
    expect(digest(cohort(2))).not.toBe(known);
    expect(JSON.parse(JSON.stringify(cohort()))).toEqual(cohort());
  },
);

test.each(all)("%sCohort() is read, matched and verified whatever the seed", (_, policy, cohort) => {
  for (const seed of [0, 7, 4_294_967_295]) {
    const pool = cohort(seed);
    expect(parsePool(pool).mentees).toHaveLength(pool.mentees.length);
    expect(verify(pool, policy, match(pool, policy))).toMatchObject({ status: "proved", issues: [] });
  }
});

test.each(all)("%sCohort() has nobody who could be taken for somebody", (_, __, cohort) => {
  for (const { id, name, email } of [...cohort().mentees, ...cohort().mentors]) {
    expect(name).toMatch(/^[A-Z][a-z]+ \d+ \(made up\)$/);
    expect([id, email]).toEqual([expect.stringMatching(/^[a-z]+-\d{3}$/), `${id}@example.org`]);
  }
});

test.each(all)("%sCohort() refuses a seed that is none", (_, __, cohort) => {
  for (const seed of [-1, 0.5, 4_294_967_296, Number.NaN]) expect(() => cohort(seed)).toThrow(InputError);
  expect(() => cohort("7" as unknown as number)).toThrow("expected an integer from 0 to 4294967295, got string");
});

test.each(all)("the policy %s is JSON through and through", (_, policy) => {
  expect(JSON.parse(JSON.stringify(policy))).toEqual(policy);
  expect(parsePolicy(policy).name).toBe(policy.name);
  expect(match({ mentees: [], mentors: [] }, policy).run.repeatable).toBe(true);
});
