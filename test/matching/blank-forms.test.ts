/** Leaving a form blank must not pay: neither for mentees, who compete for places, nor for mentors. */
import { expect, test } from "vitest";
import { match } from "../../src/index.js";

const AREAS = ["grants", "teaching", "writing", "careers", "leading", "methods", "networks", "balance"];
const policy = {
  name: "blank forms",
  prefer: [{ criterion: "shared-areas", weight: 3 }, { criterion: "shared-interests" }],
};

/** Three areas out of eight, different from person to person. */
const some = (index: number, step: number): string[] =>
  [0, 1, 2].map((k) => AREAS[(index * step + k * (1 + (index % 2))) % AREAS.length]!);
const form = (index: number, step: number, isBlank: boolean) =>
  isBlank ? {} : { seeks: some(index, step), offers: some(index, step), interests: some(index, step + 2) };

/** Forty mentees for twenty places, every second form of that side blank. */
function poolOf(blank: "mentees" | "mentors", round: number) {
  const side = (prefix: string, count: number, step: number, isBlankSide: boolean, seeksOrOffers: "seeks" | "offers") =>
    Array.from({ length: count }, (_, index) => {
      const { interests, ...areas } = form(index + round * 7, step, isBlankSide && index % 2 === 1);
      const mine = areas[seeksOrOffers];
      return {
        id: `${prefix}${round}-${index}`,
        ...(interests === undefined ? {} : { interests }),
        ...(mine === undefined ? {} : { [seeksOrOffers]: mine }),
      };
    });
  return {
    mentees: side("e", 40, 3, blank === "mentees", "seeks"),
    mentors: side("r", blank === "mentees" ? 20 : 60, 5, blank === "mentors", "offers"),
  };
}

const isBlank = (id: string): boolean => Number(id.split("-")[1]) % 2 === 1;

test("match() matches no more mentees with blank forms than with full ones when places are scarce", () => {
  const matched = { blank: 0, full: 0 };
  for (let round = 0; round < 10; round++) {
    for (const { menteeId } of match(poolOf("mentees", round), policy).matches)
      matched[isBlank(menteeId) ? "blank" : "full"]++;
  }
  expect(matched.blank + matched.full).toBe(200);
  expect(matched.blank).toBeLessThanOrEqual(matched.full);
});

test("match() gives mentors with blank forms no more mentees than mentors with full ones", () => {
  const matched = { blank: 0, full: 0 };
  for (let round = 0; round < 10; round++) {
    for (const { mentorId } of match(poolOf("mentors", round), policy).matches)
      matched[isBlank(mentorId) ? "blank" : "full"]++;
  }
  expect(matched.blank + matched.full).toBe(400);
  expect(matched.blank).toBeLessThanOrEqual(matched.full);
});

test("match() scores a blank form by the same denominator, and says how much was answered", () => {
  const pool = {
    mentees: [{ id: "silent" }, { id: "full", seeks: ["grants"], interests: ["jazz"] }],
    mentors: [{ id: "both", offers: ["grants"], interests: ["jazz"], capacity: 2 }],
  };
  const { matches } = match(pool, policy);
  expect(matches.map(({ menteeId, score, answered }) => [menteeId, score, answered])).toEqual([
    ["full", 10_000, 1],
    ["silent", 5000, 0],
  ]);
  const mute = match({ ...pool, mentors: [{ id: "mute", capacity: 2, offers: ["grants"] }] }, policy).matches;
  expect(mute.map(({ menteeId, score, answered }) => [menteeId, score, answered])).toEqual([
    ["full", 7500, 0.75],
    ["silent", 5000, 0],
  ]);
});
