/** A pair that stands and may move has no place where decided pairs have taken the places: to hold it there wins nothing fairly. */
import { expect, test } from "vitest";
import { assess, explain, interventions, match, type PolicyInput } from "../../src/index.js";

const policy: PolicyInput = {
  name: "one place",
  standing: { pairs: "movable" },
  objective: ["coverage", "keep", "score"],
};
/** Max has cut a place: of two pairs that stand there is room for one, and `cy` may not move. */
const pool = {
  mentees: [
    { id: "ana", willingToMove: true },
    { id: "cy", willingToMove: false },
  ],
  mentors: [{ id: "max", capacity: 1, willingToMove: true }],
  pairs: ["ana", "cy"].map((menteeId) => ({ menteeId, mentorId: "max", status: "agreed" as const })),
};
const lock = { menteeId: "ana", mentorId: "max" };

test("interventions() says of a lock that it holds a pair beyond the places, so that what it wins is a place nobody gave", () => {
  const locked = { ...pool, locks: [lock] };
  const [told] = interventions(locked, policy, match(locked, policy));
  expect(told).toMatchObject({ kind: "lock", isBeyondPlaces: true, helps: ["ana"], displaces: [] });
  expect(told?.price?.[0]).toEqual({ name: "coverage", difference: [-1] });
});

test("interventions() says nothing of the kind where the lock holds a pair that has a place", () => {
  const roomy = { ...pool, mentors: [{ id: "max", capacity: 2, willingToMove: true }], locks: [lock] };
  const [told] = interventions(roomy, policy, match(roomy, policy));
  expect(told).not.toHaveProperty("isBeyondPlaces");
  expect(told?.price?.every(({ difference }) => difference.every((lost) => lost === 0))).toBe(true);
});

test("interventions() and assess() treat a pair held beyond a limit alike", () => {
  const limited = { ...policy, limits: [{ id: "none", atMost: 0 }] };
  const one = { ...pool, mentees: pool.mentees.slice(0, 1), pairs: pool.pairs.slice(0, 1) };
  const locked = { ...one, locks: [lock] };
  expect(interventions(locked, limited, match(locked, limited))).toMatchObject([{ isBeyondPlaces: true }]);
  expect(assess(one, limited, [lock]).pairs).toMatchObject([{ ...lock, cost: null }]);
});

test("assess() gives no price to a standing pair for which no place is left, and no gain", () => {
  const { pairs } = assess(pool, policy, [lock]);
  expect(pairs).toMatchObject([{ ...lock, refusedBy: ["capacity"], cost: null }]);
});

test("explain() says that places refuse a standing pair that may move, and offers no lock on it", () => {
  const told = explain(pool, policy, match(pool, policy), { mentee: "ana", mentor: "max" } as never);
  expect(told).toMatchObject({ kind: "refused", refusedBy: [{ id: "capacity", of: "mentor" }] });
});
