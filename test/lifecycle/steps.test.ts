/** What `advance`, `overdue`, `endPair` and `forget` refuse, and what no law is about. */
import { expect, test } from "vitest";
import {
  advance,
  type Ending,
  endPair,
  forget,
  match,
  overdue,
  type PolicyInput,
  type PoolInput,
  parsePolicy,
  parsePool,
  review,
  settle,
  termDates,
  waitingList,
} from "../../src/index.js";
import { issuesOf } from "../helpers/issues-of.js";

const POOL: PoolInput = {
  asOf: "2026-10-01",
  mentees: [{ id: "bo" }, { id: "cy" }],
  mentors: [{ id: "ada", capacity: 2, minimum: 2 }],
  pairs: [
    { menteeId: "bo", mentorId: "ada", status: "met", since: "2026-03-01" },
    { menteeId: "cy", mentorId: "ada", status: "proposed" },
  ],
};
const told = (call: () => unknown): string[] => issuesOf(call).map(({ path, message }) => `${path}: ${message}`);
const BO = { menteeId: "bo", mentorId: "ada" };
const ending = (given: object): Ending => ({ reason: "declined", date: "2026-10-02", ...given }) as Ending;

test("endPair() refuses who is no live pair, a reason or an answer that is none, and a day before the pool's", () => {
  expect(told(() => endPair(POOL, { menteeId: "bo", mentorId: "eve" }, ending({})))).toEqual([
    ': expected a live pair of the pool, got "bo" with "eve", of whom there is none',
  ]);
  expect(told(() => endPair(POOL, { menteeId: 7 } as never, ending({})))).toEqual([
    ": expected a live pair of the pool, got number with undefined, of whom there is none",
  ]);
  const known = '"declined", "dissolved", "conflict", "completed", "ended-early"';
  expect(told(() => endPair(POOL, BO, ending({ reason: "quarrel" })))).toEqual([
    `reason: expected one of ${known}, got "quarrel"`,
  ]);
  expect(told(() => endPair(POOL, BO, ending({ reason: 3 })))).toEqual([
    `reason: expected one of ${known}, got number`,
  ]);
  for (const reEnters of [null, true, { mentee: "yes" }, { coordinator: true }])
    expect(told(() => endPair(POOL, BO, ending({ reEnters })))).toEqual([
      "reEnters: expected true or false for mentee and mentor, got something else",
    ]);
  expect(told(() => endPair(POOL, BO, ending({ date: "2026-09-30" })))).toEqual([
    ": expected 2026-10-01, the day of the pool, or a later one, got 2026-09-30",
  ]);
});

test("endPair() lowers the minimum of a mentor who asks for nobody else", () => {
  const next = endPair(POOL, BO, ending({ reEnters: { mentor: false } }));
  expect(next.mentors).toEqual([{ id: "ada", capacity: 1, minimum: 1 }]);
});

test("forget() refuses an id that nobody has", () => {
  expect(told(() => forget(POOL, "eve"))).toEqual([': expected the id of a mentee or mentor, got "eve"']);
  expect(told(() => forget(POOL, undefined as never))).toEqual([
    ": expected the id of a mentee or mentor, got undefined",
  ]);
});

test("forget() keeps supervisors of whoever stands above others, and no relation of anybody else's with days of theirs", () => {
  const relation = (person: string, kind: "supervisor" | "conflict", other: string) => ({
    person,
    kind,
    other,
    from: "2026-01-01",
  });
  const relations = [
    relation("ada", "supervisor", "max"),
    relation("ada", "conflict", "cy"),
    relation("bo", "supervisor", "ada"),
  ];
  const next = forget({ ...POOL, relations }, "ada");
  expect(next.reportingLines).toEqual([{ person: "ada", manager: "max", from: "2026-01-01" }]);
  expect(next.relations).toEqual([relation("bo", "supervisor", "ada")]);
  expect(forget({ ...POOL, relations: relations.slice(0, 2) }, "ada").reportingLines).toEqual([]);
});

test("overdue() asks for the pool's day, and passes over pairs without one", () => {
  const { asOf: _, ...undated } = POOL;
  expect(told(() => overdue(undated, { name: "n" }))).toEqual(["asOf: expected a day as YYYY-MM-DD, got nothing"]);
  const policy = { name: "n", terms: { agreementDays: 30, proposalDays: 5 } };
  expect(overdue(POOL, policy)).toEqual([
    { ...BO, status: "met", since: "2026-03-01", steps: [{ step: "agree", due: "2026-03-31" }] },
  ]);
});

test("advance() counts proposals to the end of the calendar, and leaves pairs without a day alone", () => {
  const at = (since: string, proposalDays: number) => {
    const pairs = [{ ...BO, status: "proposed" as const, since }];
    const [pair] = advance(
      { mentees: [{ id: "bo" }], mentors: [{ id: "ada" }], pairs },
      { name: "n", terms: { proposalDays } },
      "9999-12-31",
    ).pairs;
    return [pair!.status, pair!.until];
  };
  expect(at("2026-01-31", 28)).toEqual(["declined", "2026-02-28"]);
  expect(at("2024-02-29", 366)).toEqual(["declined", "2025-03-01"]);
  expect(at("2026-12-31", 3650)).toEqual(["declined", "2036-12-28"]);
  expect(at("9999-12-30", 1)).toEqual(["proposed", undefined]);
  expect(at("9999-11-30", 300)).toEqual(["proposed", undefined]);
  expect(at("9999-12-01", 29)).toEqual(["declined", "9999-12-30"]);
  expect(advance(POOL, { name: "n", terms: { proposalDays: 1 } }, "2030-01-01").pairs[1]).toEqual(POOL.pairs![1]);
});

test("termDates() gives the days of the term that a pair is in", () => {
  const terms = { months: 12, meetings: { atLeast: 3, perMonths: 12 }, feedbackMonths: [6] };
  expect(termDates({ name: "n", terms }, { since: "2024-02-29", term: 2 })).toEqual({
    start: "2025-02-28",
    end: "2026-02-28",
    feedback: ["2025-08-29"],
    meetings: [{ by: "2026-02-28", atLeast: 3 }],
  });
  for (const term of [0, 1.5, "2" as never])
    expect(told(() => termDates({ name: "n" }, { since: "2024-02-29", term }))[0]).toContain(
      "term: expected an integer of 1 or more",
    );
});

test("parsePolicy() refuses a limit of days and months at once, a weak score below the least one, and bounds that cross", () => {
  const issues = (policy: Partial<PolicyInput>) => told(() => parsePolicy({ name: "n", ...policy }));
  expect(issues({ waiting: { limitDays: 60, limitMonths: 2 } })).toEqual([
    "waiting: expected limitDays or limitMonths, got both",
  ]);
  expect(issues({ minimumScore: 3000, weakScore: 2000 })).toEqual([
    "weakScore: expected at least the minimumScore of 3000, got 2000",
  ]);
  expect(issues({ nominations: { mentors: { atLeast: 4, atMost: 3 } } })).toEqual([
    "nominations.mentors.atMost: expected atMost to be 4 or more, got 3",
  ]);
  expect(
    parsePolicy({ name: "n", nominations: { mentees: { atLeast: 2, atMost: undefined }, mentors: undefined } })
      .nominations,
  ).toEqual({
    mentees: { atLeast: 2 },
  });
});

test("parsePool() wants a day where posts have days, a post that ends after it begins, and the same posts in both roles", () => {
  const posts = [{ department: "Art", grade: "Postdoc", from: "2026-01-01" }];
  const one = { id: "bo", posts };
  expect(told(() => parsePool({ mentees: [one], mentors: [] }))).toEqual([
    "asOf: expected a day as YYYY-MM-DD, because 1 row has hold, away, withdrawn or posts with days; got nothing",
  ]);
  const asOf = "2026-10-01";
  const late = [{ from: "2026-05-01", until: "2026-04-01" }];
  expect(told(() => parsePool({ asOf, mentees: [{ id: "bo", posts: late }], mentors: [] }))).toEqual([
    "mentees[0].posts[0].until: expected from (2026-05-01) or a later day, got 2026-04-01",
  ]);
  expect(told(() => parsePool({ asOf, mentees: [{ id: "bo", posts: "Art" }], mentors: [] }))).toEqual([
    "mentees[0].posts: expected a list, got text",
  ]);
  const [post] = posts;
  const alike = [{ from: post!.from, grade: post!.grade, department: post!.department }];
  const { mentees, mentors } = parsePool({ asOf, mentees: [one], mentors: [{ id: "bo", posts: alike }] });
  expect([mentees[0], mentors[0]]).toEqual([
    { id: "bo", posts, department: "Art", grade: "Postdoc" },
    { id: "bo", posts, department: "Art", grade: "Postdoc" },
  ]);
  const other = [{ ...post, department: "Law" }];
  expect(told(() => parsePool({ asOf, mentees: [one], mentors: [{ id: "bo", posts: other }] }))).toEqual([
    'mentors[0].posts: expected "bo" to have the same posts in both roles, got another in mentees[0]',
  ]);
});

test("review() says since which post a rule that binds always is broken", () => {
  const posts = [
    { department: "Art", until: "2026-05-31" },
    { department: "Law", from: "2026-06-01" },
  ];
  const pool: PoolInput = {
    ...POOL,
    mentees: [
      { id: "bo", posts },
      { id: "cy", department: "Art" },
    ],
    mentors: [{ id: "ada", department: "Law" }],
    pairs: POOL.pairs!.slice(0, 1),
  };
  const must = [{ rule: "different-department", when: "always" }];
  expect(review(pool, { name: "n", must })[0]?.breaks).toEqual([{ id: "different-department", since: "2026-06-01" }]);
});

test("settle() moves people on into their posts of that day", () => {
  const posts = [
    { department: "Art", grade: "A" },
    { department: "Law", grade: "B", from: "2026-11-01" },
  ];
  const pool: PoolInput = { asOf: "2026-10-01", mentees: [{ id: "bo", posts }], mentors: [] };
  const next = settle(pool, match(pool, { name: "n" }), "2026-11-01");
  expect(next.mentees[0]).toMatchObject({ department: ["Art", "Law"], grade: "B" });
});

test("waitingList() passes over whoever has left, in months as in days", () => {
  const pool: PoolInput = {
    asOf: "2026-10-01",
    mentees: [{ id: "bo", waitingSince: "2026-01-01", withdrawn: "2026-10-01" }],
    mentors: [],
  };
  expect(waitingList(pool, { name: "n", waiting: { limitMonths: 2 } })).toEqual([]);
});
