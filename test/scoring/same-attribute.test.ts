import { expect, test } from "vitest";
import { InputError } from "../../src/errors.js";
import { criteria } from "../../src/scoring/index.js";
import { pairValue } from "./pool.js";

test("sameAttribute() reads a field of both sides before an attribute of the same name", () => {
  const jobRole = criteria.sameAttribute({ attribute: "jobRole" });
  expect(jobRole.reads).toEqual({ mentee: ["jobRole"], mentor: ["jobRole"] });
  expect(pairValue(jobRole, { jobRole: "nurse" }, { jobRole: "nurse", attributes: { jobRole: "midwife" } })).toBe(1);
  expect(pairValue(jobRole, { jobRole: "nurse" }, { jobRole: "midwife" })).toBe(0);
});

test("sameAttribute() reads an attribute when asked for its full name", () => {
  const jobRole = criteria.sameAttribute({ attribute: "attributes.jobRole" });
  expect(jobRole.reads).toEqual({ mentee: ["attributes.jobRole"], mentor: ["attributes.jobRole"] });
  expect(pairValue(jobRole, { jobRole: "nurse" }, { jobRole: "nurse" })).toBe(-1);
});

test("sameAttribute() never reads who somebody is", () => {
  for (const attribute of ["id", "name", "email"]) {
    expect(criteria.sameAttribute({ attribute }).reads.mentor).toEqual([`attributes.${attribute}`]);
  }
});

test("sameAttribute() finds one common value of two lists enough", () => {
  const languages = criteria.sameAttribute({ attribute: "languages" });
  expect(pairValue(languages, { languages: ["Welsh", "English"] }, { languages: ["French", "Welsh"] })).toBe(1);
});

test("sameAttribute() tells a number from its text", () => {
  const site = criteria.sameAttribute({ attribute: "site" });
  expect(pairValue(site, { attributes: { site: 1 } }, { attributes: { site: "1" } })).toBe(0);
  expect(pairValue(site, { attributes: { site: 1 } }, { attributes: { site: 1 } })).toBe(1);
});

test("sameAttribute() finds nobody to have an attribute that every object inherits", () => {
  expect(pairValue(criteria.sameAttribute({ attribute: "constructor" }), { attributes: {} }, { attributes: {} })).toBe(
    -1,
  );
});

test("sameAttribute() refuses fields whose values cannot be shared", () => {
  for (const attribute of ["", "attributes.", "attributes", "location", "away", "seeks", "capacity"]) {
    expect(() => criteria.sameAttribute({ attribute })).toThrow(InputError);
  }
});
