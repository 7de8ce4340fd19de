/** What the criteria say of themselves. */
import { expect, test } from "vitest";
import { InputError } from "../../src/errors.js";
import { criteria } from "../../src/scoring/index.js";

const camel = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

const made = [
  criteria.sharedAreas(),
  criteria.sharedInterests(),
  criteria.sameAttribute({ attribute: "jobRole" }),
  criteria.sameAttribute({ attribute: "office", id: "office" }),
  criteria.seniorityGap(),
  criteria.seniorityGap({ ideal: 1, id: "near" }),
  criteria.pairScores({ scores: [] }),
];

test("criteria lists each kind under the camel case of its JSON name", () => {
  expect(Object.keys(criteria)).toEqual(Object.values(criteria).map(({ kind }) => camel(kind.name)));
});

test("criteria say what they prefer in one clause", () => {
  expect(Object.fromEntries(made.map(({ id, words }) => [id, words]))).toEqual({
    "shared-areas": "the mentor offers the areas the mentee seeks",
    "shared-interests": "the mentor shares the mentee's interests",
    "same-attribute": 'the two share a value of "jobRole"',
    office: 'the two share a value of "office"',
    "seniority-gap": "the mentor is about 2 steps above the mentee on the ladder, unless the mentee prefers otherwise",
    near: "the mentor is about 1 step above the mentee on the ladder, unless the mentee prefers otherwise",
    "pair-scores": "the pair scores high in a list that was computed elsewhere",
  });
});

test("criteria say what they read of each side", () => {
  expect(Object.fromEntries(made.map(({ id, reads }) => [id, reads]))).toEqual({
    "shared-areas": { mentee: ["seeks"], mentor: ["offers"] },
    "shared-interests": { mentee: ["interests"], mentor: ["interests"] },
    "same-attribute": { mentee: ["jobRole"], mentor: ["jobRole"] },
    office: { mentee: ["attributes.office"], mentor: ["attributes.office"] },
    "seniority-gap": { mentee: ["grade", "gapPreference"], mentor: ["grade"] },
    near: { mentee: ["grade", "gapPreference"], mentor: ["grade"] },
    "pair-scores": { mentee: ["id"], mentor: ["id"] },
  });
});

test("sameAttribute() and seniorityGap() say which parameters make no sense", () => {
  const told = (act: () => unknown): string => {
    try {
      act();
    } catch (error) {
      if (error instanceof InputError) return error.issues.map(({ path, message }) => `${path}: ${message}`).join("\n");
      throw error;
    }
    return "";
  };
  const names = ["", "attributes.", "attributes", "location", "hold", "away", "seeks", "offers", "capacity", "matters"];
  for (const attribute of names) {
    expect(told(() => criteria.sameAttribute({ attribute }))).toBe(
      `attribute: expected the name of an attribute, or a field of both sides that holds plain values, got ${JSON.stringify(attribute)}`,
    );
  }
  for (const attribute of ["id", "name", "grade", "office", "attributes.seeks"])
    expect(told(() => criteria.sameAttribute({ attribute }))).toBe("");
  expect(told(() => criteria.sameAttribute({ attribute: "x".repeat(201) }))).toContain("at most 200 characters");
  expect(told(() => criteria.seniorityGap({ ideal: -1 }))).toBe("ideal: expected 0 or more, got -1");
  expect(criteria.seniorityGap().check({ ladder: [] })).toBe("expected the policy to have a ladder, got none");
});
