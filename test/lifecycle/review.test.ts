/** Standing pairs against today's rules. */
import { expect, test } from "vitest";
import { match, type PolicyInput, type PoolInput, review } from "../../src/index.js";

const POLICY: PolicyInput = {
  name: "test",
  ladder: ["Postdoc", "Professor"],
  must: [{ rule: "more-senior" }, { rule: "outside-reporting-line" }, { rule: "not-supervisor" }],
};

const pool = (rest: Partial<PoolInput>): PoolInput => ({
  asOf: "2026-10-01",
  mentees: [{ id: "bo", grade: "Postdoc" }],
  mentors: [{ id: "ada", grade: "Professor" }],
  pairs: [{ menteeId: "bo", mentorId: "ada", status: "agreed", since: "2026-01-12" }],
  ...rest,
});
const line = (from?: string) => ({ person: "bo", manager: "ada", ...(from === undefined ? {} : { from }) });
const breaks = (rest: Partial<PoolInput>) => review(pool(rest), POLICY).flatMap((pair) => pair.breaks);

test("review() finds nothing where nothing is broken", () => {
  expect(review(pool({}), POLICY)).toEqual([]);
});

test("review() names pair, status, day and rule, and since when, where dates tell", () => {
  expect(review(pool({ reportingLines: [line("2026-06-01")] }), POLICY)).toEqual([
    {
      menteeId: "bo",
      mentorId: "ada",
      status: "agreed",
      since: "2026-01-12",
      breaks: [{ id: "outside-reporting-line", since: "2026-06-01" }],
    },
  ]);
});

test("review() breaks no pair by a promotion, for seniority binds at pairing only", () => {
  expect(review(pool({ mentees: [{ id: "bo", grade: "Professor" }] }), POLICY)).toEqual([]);
});

test("review() does not guess since when", () => {
  const id = "outside-reporting-line";
  // Undated; begun before the pair; dated and undated at once; a pair of which nobody knows when it was made.
  expect(breaks({ reportingLines: [line()] })).toEqual([{ id }]);
  expect(breaks({ reportingLines: [line("2025-06-01")] })).toEqual([{ id }]);
  expect(breaks({ mentees: [{ id: "bo", lineManager: "ada" }], reportingLines: [line("2026-06-01")] })).toEqual([
    { id },
  ]);
  const pairs = [{ menteeId: "bo", mentorId: "ada", status: "agreed" as const }];
  expect(breaks({ pairs, reportingLines: [line("2026-06-01")] })).toEqual([{ id }]);
});

test("review() counts from the last time something began anew", () => {
  const relations = [
    { person: "bo", kind: "supervisor" as const, other: "ada", from: "2026-02-01", until: "2026-03-01" },
    { person: "bo", kind: "supervisor" as const, other: "ada", from: "2026-07-01" },
    { person: "bo", kind: "supervisor" as const, other: "xan", from: "2026-05-01" },
  ];
  const since = "2026-07-01";
  expect(breaks({ relations })).toEqual([
    { id: "outside-reporting-line", since },
    { id: "not-supervisor", since },
  ]);
  expect(breaks({ relations: relations.slice(0, 1) })).toEqual([]);
});

test("review() tells forbids and vetoes, and passes over pairs that have ended", () => {
  expect(breaks({ forbids: [{ menteeId: "bo", mentorId: "ada" }] })).toEqual([{ id: "forbid" }]);
  expect(breaks({ mentors: [{ id: "ada", avoid: ["bo"] }] })).toEqual([{ id: "avoid" }]);
  const pairs = [{ menteeId: "bo", mentorId: "ada", status: "completed" as const, since: "2025-01-12" }];
  expect(breaks({ pairs, reportingLines: [line()] })).toEqual([]);
  expect(breaks({ mentees: [{ id: "bo", withdrawn: "2026-09-01" }], reportingLines: [line()] })).toEqual([]);
});

test("review() lists the pairs whose matches carry breaks, with the same ids", () => {
  const people = pool({
    mentees: [{ id: "bo" }, { id: "cy", lineManager: "eve" }, { id: "di" }],
    mentors: [{ id: "ada", capacity: 2 }, { id: "eve" }],
    pairs: [
      { menteeId: "bo", mentorId: "ada", status: "met", since: "2026-01-12" },
      { menteeId: "cy", mentorId: "eve", status: "proposed", since: "2026-01-12" },
      { menteeId: "di", mentorId: "ada", status: "accepted", since: "2026-01-12" },
    ],
    relations: [{ person: "di", kind: "supervisor", other: "ada", from: "2026-09-01" }],
  });
  const policy = { name: "test", must: [{ rule: "outside-reporting-line" }, { rule: "not-supervisor" }] };
  const told = review(people, policy).map(({ menteeId, mentorId, breaks }) => [
    menteeId,
    mentorId,
    breaks.map(({ id }) => id),
  ]);
  const carried = match(people, policy)
    .matches.filter(({ breaks }) => breaks !== undefined)
    .map(({ menteeId, mentorId, breaks }) => [menteeId, mentorId, breaks]);
  expect(told).toEqual([
    ["cy", "eve", ["outside-reporting-line"]],
    // A supervisor counts as line management.
    ["di", "ada", ["outside-reporting-line", "not-supervisor"]],
  ]);
  expect(carried).toEqual(told);
});
