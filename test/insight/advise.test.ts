/** What advise says of small pools, whom it refuses, and what it looks at where prices cannot tell. */
import { expect, test } from "vitest";
import { advise, InputError, match, type PolicyInput, type PoolInput } from "../../src/index.js";

const ladder = ["Postdoc", "Professor"];
const pool: PoolInput = {
  mentees: [
    { id: "ana", department: "Law", grade: "Postdoc", seeks: ["grants"], name: "Ana Berg" },
    { id: "bo", department: "Law", grade: "Postdoc", seeks: ["grants", "promotion"] },
    { id: "cy", department: "Art", grade: "Postdoc" },
  ],
  mentors: [
    { id: "max", department: "Art", grade: "Professor", offers: ["grants"] },
    { id: "nia", department: "Art", grade: "Professor", capacity: 0 },
  ],
};
const policy: PolicyInput = { name: "PaLS", ladder, must: [{ rule: "different-department" }, { rule: "more-senior" }] };

test("advise() counts a place at a mentor who has none", () => {
  const { places, coverage } = advise(pool, policy);
  expect(coverage).toEqual({ asking: 3, matched: 1, bound: 1 });
  expect(places.map(({ mentorId, gain }) => [mentorId, gain.people])).toEqual([
    ["max", 1],
    ["nia", 1],
  ]);
});

test("advise() opens places beyond a policy's ceiling, for that mentor alone", () => {
  const capped = { ...policy, capacity: { default: 1, max: 1 } };
  const [max, nia] = pool.mentors;
  const { places } = advise({ ...pool, mentors: [{ ...max!, capacity: 5 }, nia!] }, capped);
  expect(places.map(({ gain }) => gain.people)).toEqual([1, 1]);
});

test("advise() finds the kind of mentor that matches most, and how many one to five of them do", () => {
  const { profiles, isFirstProfileBest } = advise(pool, policy);
  expect(isFirstProfileBest).toBe(true);
  expect(profiles[0]).toMatchObject({
    profile: [
      { field: "department", value: "Art" },
      { field: "grade", value: "Professor" },
    ],
  });
  expect(profiles[0]!.gains.map(({ people }) => people)).toEqual([1, 1, 1, 1, 1]);
  expect(profiles.map(({ gains }) => gains[4]!.people)).toEqual([1, 1]);
});

test("advise() lists areas and grades by how far places fall short", () => {
  const { areas, grades } = advise(pool, policy);
  expect(areas).toEqual([
    { area: "grants", mentees: 2, places: 1 },
    { area: "promotion", mentees: 1, places: 0 },
  ]);
  expect(grades).toEqual([{ grade: "Postdoc", mentees: 3, places: 1, unmatched: 2 }]);
});

test("advise() solves again where limits, movable pairs or other objectives keep prices from telling", () => {
  const limited = { ...policy, limits: [{ id: "Art", atMost: 1, mentors: { department: "Art" } }] };
  expect(advise(pool, limited).places).toEqual([]);
  expect(advise(pool, limited).rules.find(({ path }) => path === "limits.Art")?.gain.people).toBe(0);
  const { places, coverage } = advise(pool, { ...policy, objective: ["coverage"] });
  expect([coverage.bound, places.map(({ gain }) => gain.people)]).toEqual([1, [1, 1]]);
  expect(advise(pool, { ...policy, objective: ["score"] }).coverage.bound).toBe(1);
  const stable = { ...policy, objective: { stable: "mentees" as const } };
  expect(advise(pool, stable).places.map(({ gain }) => gain.people)).toEqual([1, 1]);
});

test("advise() finds the best of many profiles under a limit that binds nobody", () => {
  const departments = Array.from({ length: 14 }, (_, at) => `Dept ${String(at).padStart(2, "0")}`);
  const odd = {
    mentees: departments.map((_, at) => ({
      id: `e${at}`,
      department: "Zoo",
      attributes: { site: at < 13 ? "far" : "near" },
    })),
    mentors: departments.map((department, at) => ({
      id: `r${at}`,
      department,
      capacity: 0,
      attributes: { site: "near" },
    })),
  };
  const sited = {
    name: "sites",
    must: [{ rule: "different-department" }, { rule: "same-attribute", attribute: "site" }],
    limits: [{ id: "places", atMost: 10 }],
  };
  const { profiles, isFirstProfileBest } = advise(odd, sited);
  expect(profiles[0]!.profile).toContainEqual({ field: "attributes.site", value: "far" });
  expect(profiles[0]!.gains.map(({ people }) => people)).toEqual([1, 2, 3, 4, 5]);
  expect(isFirstProfileBest).toBe(true);
});

test("advise() asks recruits to offer what is sought where a least score is asked for", () => {
  const scored = { ...policy, prefer: [{ criterion: "shared-areas" }], minimumScore: 4000 };
  expect(advise(pool, scored).profiles[0]!.gains[0]!.people).toBe(1);
});

test("advise() gives recruits ids that nobody has, and tells no names", () => {
  const taken = { ...pool, mentors: [...pool.mentors, { id: "recruit-0", department: "Sea", grade: "Postdoc" }] };
  expect(advise(taken, policy).profiles[0]!.gains[4]!.people).toBe(2);
  expect(JSON.stringify(advise(pool, policy))).not.toContain("Berg");
});

test("advise() refuses the result of another policy", () => {
  expect(() => advise(pool, policy, match(pool, { ...policy, lottery: "other" }))).toThrow(InputError);
  expect(advise(pool, policy, match(pool, policy))).toEqual(advise(pool, policy));
});
