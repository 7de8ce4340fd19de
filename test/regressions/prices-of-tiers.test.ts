/** Prices of tiers: values of `priority` that speak of different groups were once subtracted place by place. */
import { expect, test } from "vitest";
import { ambiguity, explain, interventions, match, type PolicyInput, whatWouldHelp } from "../../src/index.js";

const POLICY: PolicyInput = { name: "n", objective: [{ level: "priority", by: "tier" }, "coverage"] };
const MENTEES = [
  { id: "ana", tier: 1 },
  { id: "bo", tier: 2 },
];
const POOL = { mentees: MENTEES, mentors: [{ id: "max" }] };

test("a lock that keeps out the first tier is dear, though nobody of that tier is left whom anybody could have", () => {
  const why = explain(POOL, POLICY, match(POOL, POLICY), { mentee: "bo", mentor: "max" });
  expect(why).toMatchObject({
    price: [
      { name: "priority", difference: [1, -1] },
      { name: "coverage", difference: [0] },
    ],
  });
  const locked = { ...POOL, locks: [{ menteeId: "bo", mentorId: "max" }] };
  const [word] = interventions(locked, POLICY, match(locked, POLICY));
  expect(word).toMatchObject({ price: [{ difference: [1, -1] }, { difference: [0] }] });
});

test("who has a mentor by their tier has not got one by lot", () => {
  expect(ambiguity(POOL, POLICY, match(POOL, POLICY)).runnerUp?.price).toEqual([
    { name: "priority", difference: [1, -1] },
    { name: "coverage", difference: [0] },
  ]);
  const limited = { ...POLICY, limits: [{ id: "all", atMost: 1 }] };
  expect(ambiguity(POOL, limited, match(POOL, limited)).changeable).toEqual([]);
});

test("an override for somebody of a tier with nobody else is a gain of that tier", () => {
  const policy = { ...POLICY, must: [{ rule: "different-department" }] };
  const pool = {
    mentees: [{ ...MENTEES[0]!, department: "Art" }, MENTEES[1]!].map((one) => ({ department: "Sea", ...one })),
    mentors: [{ id: "max", department: "Art", capacity: 2 }],
  };
  const { changes } = whatWouldHelp(pool, policy, match(pool, policy), "ana");
  expect(changes.map(({ levels }) => levels[0])).toEqual([{ name: "priority", difference: [1, 0] }]);
});

test("a forbid that leaves nobody to anybody costs a tier, though no level of the result counts tiers", () => {
  const pool = { ...POOL, mentees: MENTEES.slice(0, 1), forbids: [{ menteeId: "ana", mentorId: "max" }] };
  const [word] = interventions(pool, POLICY, match(pool, POLICY));
  expect(word?.price).toEqual([
    { name: "priority", difference: [1] },
    { name: "coverage", difference: [1] },
  ]);
});
