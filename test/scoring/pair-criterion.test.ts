import { expect, test } from "vitest";
import { InputError } from "../../src/errors.js";
import { pairCriterion } from "../../src/scoring/pair-criterion.js";
import { pairValue } from "./pool.js";

const years = { mentee: ["experienceYears"], mentor: ["experienceYears"] } as const;
const always = (value: unknown) => pairCriterion("mine", { reads: years }, () => value as number);
const bo = { experienceYears: 2 };
const ann = { experienceYears: 7 };

test("pairCriterion() makes a criterion with the given id, weight and words, and without JSON", () => {
  const made = pairCriterion("mine", { reads: years, id: "my years", weight: 3, words: "years agree" }, () => 1);
  expect(made).toMatchObject({
    name: "mine",
    id: "my years",
    weight: 3,
    words: "years agree",
    reads: years,
    json: null,
  });
  expect(always(1)).toMatchObject({ id: "mine", weight: 1, json: null });
});

test("pairCriterion() hands over frozen records of the declared fields", () => {
  const seen: unknown[] = [];
  const made = pairCriterion(
    "mine",
    { reads: { mentee: ["seeks"], mentor: ["attributes.site"] } },
    (mentee, mentor) => {
      seen.push(mentee, mentor);
      return Object.isFrozen(mentee) && Object.isFrozen(mentee.seeks) && mentor.attributes.site === "north" ? 1 : 0;
    },
  );
  expect(pairValue(made, { seeks: ["cv"], grade: "Postdoc" }, { attributes: { site: "north", pay: 1 } })).toBe(1);
  expect(seen).toEqual([{ seeks: ["cv"] }, { attributes: { site: "north" } }]);
});

test("pairCriterion() finds a side silent whose declared fact is missing, without asking", () => {
  const asked = pairCriterion("mine", { reads: years }, () => {
    throw new Error("asked");
  });
  expect(pairValue(asked, {}, {})).toBe(-1);
  expect(pairValue(asked, {}, ann)).toBe(-1);
  expect(pairValue(asked, bo, {})).toBe(-2);
});

test("pairCriterion() takes 0 to 1, or -1 for silence, and nothing else", () => {
  for (const value of [0, 0.5, 1, -1]) expect(pairValue(always(value), bo, ann)).toBe(value);
  for (const value of [-2, 1.01, -0.5, Number.NaN, Infinity, "1", undefined, true]) {
    expect(() => pairValue(always(value), bo, ann)).toThrow(/criterion "mine".* for mentee "bo" and mentor "ann"/);
  }
});

test("pairCriterion() refuses an unknown field, an empty name and a wrong weight", () => {
  const with_ = (name: string, options: object) => () => pairCriterion(name, options as never, () => 1);
  expect(with_("mine", { reads: { mentee: ["experienceYear"], mentor: [] } })).toThrow(
    /did you mean "experienceYears"/,
  );
  expect(with_("mine", { reads: { mentee: ["offers"], mentor: [] } })).toThrow(InputError);
  expect(with_("mine", { reads: { mentee: ["name"], mentor: [] } })).toThrow(InputError);
  expect(with_(" ", { reads: years })).toThrow(InputError);
  expect(with_("mine", { reads: years, weight: 0 })).toThrow(InputError);
  expect(with_("mine", {})).toThrow(InputError);
});

test("pairCriterion() asks of somebody who nominates or avoids nobody", () => {
  const reads = { mentee: ["nominations"], mentor: ["avoid"] } as const;
  const none = pairCriterion("none", { reads }, ({ nominations }, { avoid }) => 1 - nominations.length - avoid.length);
  expect(pairValue(none, { nominations: [] }, { avoid: [] })).toBe(1);
  expect(pairValue(none, {}, { avoid: [] })).toBe(-1);
});
