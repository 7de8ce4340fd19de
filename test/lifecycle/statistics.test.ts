/** Statistics, workload and feedback: single figures, and what is wrong with what they are asked. */
import { expect, test } from "vitest";
import { InputError, mentorFeedback, parsePool, statistics, workload } from "../../src/index.js";
import { issuesOf } from "../helpers/issues-of.js";

const pair = (menteeId: string, status: "agreed" | "completed" | "declined", since?: string, until?: string) => {
  return { menteeId, mentorId: "ada", status, ...(since ? { since } : {}), ...(until ? { until } : {}) };
};
const COMPLETED = { status: "completed", since: "2025-01-01", until: "2026-01-01" };
const mentees = ["bo", "cy", "di"].map((id) => ({ id, waitingSince: "2026-01-01" }));

test("statistics() counts the days until the first pair, and calls a pair of two who completed one a renewal", () => {
  const pool = {
    asOf: "2026-12-01",
    mentees,
    mentors: [{ id: "ada", capacity: 3 }],
    pairs: [
      pair("bo", "completed", "2026-01-11", "2026-06-30"),
      pair("bo", "agreed", "2026-07-01"),
      pair("cy", "agreed", "2026-02-01"),
      pair("di", "declined", "2026-02-01"),
    ],
  };
  const { pairs, waiting } = statistics(pool, { minimumGroup: 1 });
  expect(pairs).toMatchObject({ made: 4, completed: 1, endedEarly: 0, renewals: 1 });
  expect(waiting.untilPaired).toEqual({ count: 2, lowerQuartile: 10, median: 10, upperQuartile: 31 });
  expect(waiting.stillWaiting).toEqual({ count: 1, lowerQuartile: 334, median: 334, upperQuartile: 334 });
  expect(statistics(pool).waiting).toEqual({ untilPaired: null, stillWaiting: null });
  expect(statistics(pool, { from: "2026-07-01", minimumGroup: 1 }).pairs).toMatchObject({ made: 1, renewals: 1 });
});

test.each<[string, readonly object[], number]>([
  ["that goes on in its first term", [{ since: "2025-01-01" }], 0],
  ["that goes on in its third term", [{ since: "2025-01-01", term: 3 }], 2],
  ["completed after its second term", [{ status: "completed", since: "2024-01-01", until: "2026-01-01", term: 2 }], 1],
  ["completed, and made again on that day", [COMPLETED, { since: "2026-01-01" }], 1],
  ["completed, and made again as the second term", [COMPLETED, { since: "2026-01-01", term: 2 }], 1],
  ["completed in its second term, and made again", [{ ...COMPLETED, term: 2 }, { since: "2026-03-01" }], 2],
  [
    "completed in its second term, and made again as the third",
    [
      { ...COMPLETED, term: 2 },
      { since: "2026-03-01", term: 3 },
    ],
    2,
  ],
  [
    "completed, made again and renewed",
    [
      { ...COMPLETED, term: 2 },
      { since: "2026-03-01", term: 2 },
    ],
    3,
  ],
  ["completed twice in a day", [{ ...COMPLETED, since: "2026-01-01" }], 0],
  ["made again after it was dissolved", [{ ...COMPLETED, status: "dissolved" }, { since: "2026-01-01" }], 0],
  ["completed on a day nobody knows, and made again", [{ status: "completed" }, { since: "2026-01-01" }], 0],
])("statistics() counts the renewals of a pair %s", (_, told, renewals) => {
  const pairs = told.map((one) => ({ menteeId: "bo", mentorId: "ada", status: "agreed" as const, ...one }));
  expect(statistics({ asOf: "2026-12-01", mentees, mentors: [{ id: "ada" }], pairs }).pairs.renewals).toBe(renewals);
});

test("statistics() counts in a period the renewals of the pairs that were made in it", () => {
  const pairs = [
    { ...pair("bo", "agreed", "2025-01-01"), term: 2 },
    { ...pair("cy", "agreed", "2026-01-01"), term: 3 },
  ];
  const pool = { asOf: "2026-12-01", mentees, mentors: [{ id: "ada", capacity: 3 }], pairs };
  expect(statistics(pool).pairs.renewals).toBe(3);
  expect(statistics(pool, { from: "2026-01-01" }).pairs.renewals).toBe(2);
});

test("statistics() lists everything that is wrong with what it is asked", () => {
  const pool = { mentees: [], mentors: [] };
  const wrong = { by: ["jobrole", "id", 3], minimumGroup: 0, from: "2026-02-30", untill: "" };
  expect(issuesOf(() => statistics(pool, wrong as never)).map(({ code, path }) => `${code} ${path}`)).toEqual([
    "unknown-field untill",
    "unknown-field by[0]",
    "unknown-field by[1]",
    "unknown-field by[2]",
    "invalid minimumGroup",
    "invalid from",
  ]);
  expect(() => statistics(pool, { from: "2026-02-01", until: "2026-01-01" })).toThrow("or a later day");
  for (const none of [null, 3, []]) expect(() => statistics(pool, none as never)).toThrow(InputError);
});

test("workload() counts only what lies in the period, and needs a day on which it ends", () => {
  const pairs = [
    pair("bo", "completed", "2025-01-01", "2026-03-01"),
    pair("cy", "agreed"),
    pair("di", "completed", "2024-01-01", "2025-01-01"),
  ];
  const pool = { asOf: "2026-07-01", mentees, mentors: [{ id: "ada", capacity: 3 }], pairs };
  expect(workload(pool, { from: "2026-01-01" })).toEqual([{ mentorId: "ada", mentees: 2, months: 2, undated: 1 }]);
  expect(workload(pool)).toEqual([{ mentorId: "ada", mentees: 3, months: 26, undated: 1 }]);
  const { asOf, ...undated } = pool;
  expect(() => workload(undated)).toThrow("until: expected a day as YYYY-MM-DD, got nothing");
  expect(() => workload(pool, { from: "2026-08-01" })).toThrow("expected 2026-08-01 or a later day");
});

test("mentorFeedback() hears each mentee once, and nobody of fewer than three", () => {
  const told = (menteeId: string, useful: number, until: string) => {
    return { ...pair(menteeId, "completed", "2025-01-01", until), outcome: { useful, objectivesMet: useful > 2 } };
  };
  const pairs = [told("bo", 1, "2025-06-01"), told("bo", 5, "2025-12-01"), told("cy", 4, "2025-06-01")];
  const pool = { mentees, mentors: [{ id: "ada" }], pairs };
  expect(mentorFeedback(pool)).toEqual([]);
  expect(mentorFeedback({ ...pool, pairs: [...pairs, told("di", 2, "2025-06-01")] })).toEqual([
    {
      mentorId: "ada",
      useful: { count: 3, lowerQuartile: 2, median: 4, upperQuartile: 5 },
      objectives: { mentees: 3, met: 2 },
    },
  ]);
});

test("parsePool() reads what came of a pair, and refuses what cannot be", () => {
  const pool = (more: object) => ({ mentees: [], mentors: [], pairs: [{ ...pair("bo", "completed"), ...more }] });
  const outcome = { objectivesMet: true, useful: 5 };
  expect(parsePool(pool({ outcome, eventsChecked: true })).pairs[0]).toMatchObject({ outcome, eventsChecked: true });
  const wrong = pool({ outcome: { useful: 6, objectivesMet: "yes", liked: 1 }, eventsChecked: 1 });
  expect(issuesOf(() => parsePool(wrong)).map(({ path }) => path)).toEqual([
    "pairs[0].outcome.useful",
    "pairs[0].outcome.objectivesMet",
    "pairs[0].outcome.liked",
    "pairs[0].eventsChecked",
  ]);
});
