/** Ended pairs that once came back unasked, each kept so that it stays mended. */
import { expect, test } from "vitest";
import { advance, endPair, forget, match, type Pool, settle } from "../../src/index.js";

const POLICY = { name: "n", terms: { months: 6, proposalDays: 14 } };
const BO = { menteeId: "bo", mentorId: "ada" };
const PEOPLE = { asOf: "2026-10-01", mentees: [{ id: "bo" }], mentors: [{ id: "ada" }] };
const made = (pool: Pool): readonly string[] => match(pool, POLICY).matches.map(({ origin }) => origin);

test("a pair that was reopened, and ends once more, needs another word to come back", () => {
  const again = (status: "proposed" | "met") => ({
    ...PEOPLE,
    pairs: [{ ...BO, status, since: "2026-09-01", reopened: true }],
  });
  for (const reason of ["declined", "dissolved", "conflict"] as const)
    expect(made(endPair(again("met"), BO, { reason, date: "2026-10-02" }))).toEqual([]);
  expect(made(advance(again("proposed"), POLICY, "2026-10-02"))).toEqual([]);
  expect(forget(again("met"), "bo").pairs).toEqual([{ ...BO, status: "dissolved" }]);
});

test("a pair that moved on, though it had been reopened, counts as one that ended", () => {
  const policy = { name: "n", must: [{ rule: "not-previously-paired" }], standing: { pairs: "movable" } };
  const pool = {
    asOf: "2026-10-01",
    mentees: [{ id: "bo", willingToMove: true }, { id: "cy" }],
    mentors: [{ id: "ada", willingToMove: true }, { id: "max" }],
    pairs: [{ ...BO, status: "met" as const, since: "2026-03-01", reopened: true }],
    forbids: [{ menteeId: "cy", mentorId: "max" }],
  };
  const next = settle(pool, match(pool, policy), "2026-10-02");
  expect(next.pairs[0]).toEqual({ ...BO, status: "ended-early", since: "2026-03-01", until: "2026-10-02" });
});

test("a lock that held a pair while it stood does not make it again", () => {
  const locked = { ...PEOPLE, pairs: [{ ...BO, status: "met" as const, since: "2026-03-01" }], locks: [BO] };
  for (const reason of ["declined", "dissolved", "conflict", "completed", "ended-early"] as const) {
    const next = endPair(locked, BO, { reason, date: "2026-10-02" });
    expect(next.locks).toEqual([]);
    expect(match(next, POLICY).status).toBe("proved");
  }
  const over = advance(locked, POLICY, "2026-10-02");
  expect(over.pairs[0]?.status).toBe("completed");
  expect(over.locks).toEqual([]);
  const running = { ...locked, pairs: [{ ...locked.pairs[0]!, since: "2026-09-01" }] };
  expect(advance(running, POLICY, "2026-10-02").locks).toEqual([BO]);
});

test("forget() asks again for no partner who said no, though nobody knows a day", () => {
  const pool = {
    mentees: [{ id: "bo" }],
    mentors: [{ id: "ada" }, { id: "max" }],
    pairs: [{ ...BO, status: "met" as const, reEnters: { mentee: false } }],
  };
  expect(forget(pool, "ada").mentees).toEqual([{ id: "bo", demand: 0 }]);
});
