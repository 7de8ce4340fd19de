/** From one round to the next. */
import { describe, expect, test } from "vitest";
import { InputError, type MatchResult, match, type PoolInput, settle } from "../../src/index.js";

const POLICY = { name: "test", must: [{ rule: "different-department" }] };
const POOL: PoolInput = {
  asOf: "2026-10-01",
  mentees: [
    { id: "ann", department: "Art" },
    { id: "bo", department: "Law" },
    { id: "cy", department: "Law", waitingSince: "2026-04-01" },
    { id: "di", department: "Law", withdrawn: "2026-01-01" },
  ],
  mentors: [
    { id: "mo", department: "Art" },
    { id: "xi", department: "Art", waitingSince: "2026-05-01" },
    { id: "yo", department: "Law", capacity: 2 },
    { id: "zu", department: "Art" },
  ],
  pairs: [
    { menteeId: "bo", mentorId: "mo", status: "met", since: "2026-03-01" },
    { menteeId: "cy", mentorId: "xi", status: "declined", since: "2026-05-01" },
  ],
  locks: [{ menteeId: "ann", mentorId: "yo", by: "coordinator" }],
  forbids: [{ menteeId: "cy", mentorId: "zu" }],
};

describe("settle()", () => {
  const next = settle(POOL, match(POOL, POLICY), "2026-10-08");

  test("proposes what was matched, and leaves standing and ended pairs as they are", () => {
    expect(next.pairs).toEqual([
      ...POOL.pairs!,
      { menteeId: "ann", mentorId: "yo", status: "proposed", since: "2026-10-08" },
    ]);
    expect(next.asOf).toBe("2026-10-08");
  });

  test("forgets a lock that was made, and keeps every other word", () => {
    expect(next.locks).toEqual([]);
    expect(next.forbids).toEqual(POOL.forbids);
  });

  test("counts waiting from the first request, for those who ask and take part", () => {
    const waiting = [...next.mentees, ...next.mentors].map(({ id, waitingSince }) => [id, waitingSince]);
    expect(Object.fromEntries(waiting)).toEqual({
      ann: undefined,
      bo: undefined,
      cy: "2026-04-01",
      di: undefined,
      mo: undefined,
      xi: "2026-05-01",
      // One of two places is taken: nobody waits.
      yo: undefined,
      zu: "2026-10-01",
    });
  });

  test("makes a pool in which the next round moves nobody", () => {
    const again = match(next, POLICY);
    expect(again.matches.map(({ menteeId, mentorId, origin }) => [menteeId, mentorId, origin])).toEqual([
      ["ann", "yo", "standing"],
      ["bo", "mo", "standing"],
    ]);
    expect(settle(next, again, "2026-10-08")).toEqual(next);
  });

  test("leaves the pool it was given alone", () => {
    const before = structuredClone(POOL);
    settle(POOL, match(POOL, POLICY), "2026-12-01");
    expect(POOL).toEqual(before);
  });

  test("ends a pair that was moved or left, and forgets one that was only proposed", () => {
    const willing = { willingToMove: true };
    const people: PoolInput = {
      asOf: "2026-10-01",
      mentees: [
        { id: "ann", nominations: ["xi"], ...willing },
        { id: "bo", nominations: ["yo"] },
        { id: "cy", withdrawn: "2026-09-01" },
      ],
      mentors: [{ id: "mo", ...willing }, { id: "xi" }, { id: "yo" }, { id: "zu" }],
      pairs: [
        { menteeId: "ann", mentorId: "mo", status: "met", since: "2026-03-01" },
        { menteeId: "bo", mentorId: "zu", status: "proposed", since: "2026-09-01" },
        { menteeId: "cy", mentorId: "zu", status: "agreed", since: "2026-03-01" },
      ],
    };
    const policy = { name: "test", standing: { pairs: "movable" }, objective: ["coverage", "first-choices"] };
    expect(settle(people, match(people, policy), "2026-10-08").pairs).toEqual([
      { menteeId: "ann", mentorId: "mo", status: "ended-early", since: "2026-03-01", until: "2026-10-08" },
      { menteeId: "cy", mentorId: "zu", status: "ended-early", since: "2026-03-01", until: "2026-10-08" },
      { menteeId: "ann", mentorId: "xi", status: "proposed", since: "2026-10-08" },
      { menteeId: "bo", mentorId: "yo", status: "proposed", since: "2026-10-08" },
    ]);
  });

  test("proposes a reopened pair again", () => {
    const pairs = [{ menteeId: "bo", mentorId: "mo", status: "dissolved" as const, reopened: true }];
    const people = { mentees: [{ id: "bo" }], mentors: [{ id: "mo" }], pairs };
    const settled = settle(people, match(people, { name: "test" }), "2026-10-01");
    expect(settled.pairs.map(({ status }) => status)).toEqual(["dissolved", "proposed"]);
  });
});

describe("settle() refuses", () => {
  const code = (settled: () => unknown): string => {
    try {
      settled();
    } catch (error) {
      if (error instanceof InputError) return `${error.subject}: ${error.issues.map((issue) => issue.code).join()}`;
    }
    return "nothing";
  };
  const result = match(POOL, POLICY);

  test("a result of another pool", () => {
    expect(code(() => settle({ ...POOL, asOf: "2026-10-02" }, result, "2026-10-08"))).toBe("result: other-pool");
  });

  test("a result that chose nothing", () => {
    const locks = [{ menteeId: "bo", mentorId: "yo" }];
    const people = { ...POOL, locks };
    expect(code(() => settle(people, match(people, POLICY), "2026-10-08"))).toBe("result: nothing-chosen");
  });

  test("what is no result, and what is no day", () => {
    expect(code(() => settle(POOL, {} as MatchResult, "2026-10-08"))).toBe("result: invalid");
    for (const date of ["2026-02-30", "tomorrow", "2026-09-30", 7 as unknown as string]) {
      expect(code(() => settle(POOL, result, date))).toBe("date: invalid");
    }
  });
});
