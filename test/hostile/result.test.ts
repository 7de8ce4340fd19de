/** Bad results, bad sizes of a cohort, and bad columns of numbers. */
import { expect } from "vitest";
import { type CohortOptions, syntheticCohort } from "../../src/cohort.js";
import { type MatchResult, match, verify } from "../../src/index.js";
import { type AssignInput, type AssignOptions, assign } from "../../src/solver.js";
import {
  cyclic,
  type Expected,
  hostile,
  hostileProxy,
  LONG,
  MARKED,
  nested,
  type Row,
  revoked,
  thrower,
} from "../helpers/hostile.js";

const pool = { mentees: [{ id: "bo", ...MARKED }], mentors: [{ id: "ada", ...MARKED }] };
const good = match(pool, { name: "n" });
const but = (rest: object) => ({ ...good, ...rest });
const butMatch = (rest: object) => but({ matches: [{ ...good.matches[0], ...rest }] });
const refuted = (code: string): Expected => ({
  gives: { status: "refuted", issues: expect.arrayContaining([expect.objectContaining({ code })]) },
});
const noResult = refuted("no-result");

const results: readonly (readonly [string, unknown, Expected])[] = [
  ["nothing", undefined, noResult],
  ["null", null, noResult],
  ["a number", 7, noResult],
  ["a name", MARKED.name, noResult],
  ["a list", [good], noResult],
  ["a function", () => good, noResult],
  ["a big integer", 1n, noResult],
  ["an empty object", {}, noResult],
  ["a result that contains itself", Object.assign(cyclic(), good), noResult],
  ["a result that throws when read", Object.assign(thrower("extra"), good), noResult],
  ["a proxy that throws", hostileProxy(), noResult],
  ["a revoked proxy", revoked(), noResult],
  ["100 000 levels of nesting", but({ findings: [nested(100_000)] }), noResult],
  [
    "toJSON that throws",
    but({
      toJSON: () => {
        throw new Error(MARKED.name);
      },
    }),
    noResult,
  ],
  ["another field", but({ names: [MARKED.name] }), noResult],
  ["__proto__ for a field", JSON.parse(`{"__proto__":{"status":"proved"}}`), noResult],
  ["no matches", but({ matches: undefined }), noResult],
  ["text for matches", but({ matches: "bo-ada" }), noResult],
  ["null for a match", but({ matches: [null] }), noResult],
  ["a match of numbers", butMatch({ menteeId: 1, mentorId: 2 }), noResult],
  ["a match with a name", butMatch({ name: MARKED.name }), noResult],
  ["a name for a score", butMatch({ score: MARKED.name }), noResult],
  ["a name for an origin", butMatch({ origin: MARKED.name }), noResult],
  ["names among the parts", butMatch({ parts: [{ id: "x", points: 1, name: MARKED.name }] }), noResult],
  ["a match of people of no pool", butMatch({ menteeId: "eve" }), refuted("unknown-person")],
  ["a match of 100 000 characters", butMatch({ mentorId: LONG }), refuted("unknown-person")],
  ["100 000 matches", but({ matches: new Array(100_000).fill(good.matches[0]) }), refuted("too-many-matches")],
  ["a score of 10^308", butMatch({ score: 1e308 }), refuted("match")],
  ["a negative score", butMatch({ score: -1 }), refuted("match")],
  ["an unmatched mentee with a name", but({ unmatched: [{ menteeId: "bo", name: MARKED.name }] }), noResult],
  ["a reserve with an address", but({ reserve: [{ mentorId: "ada", places: 1, email: MARKED.email }] }), noResult],
  [
    "somebody with a name who takes no part",
    but({ notTakingPart: [{ id: "bo", role: "mentee", refusedBy: [], name: MARKED.name }] }),
    noResult,
  ],
  ["text for a level's value", but({ levels: [{ name: "score", value: MARKED.name, bound: [] }] }), noResult],
  ["a price that is a name", but({ proof: { mentees: [{ id: "bo", price: [MARKED.name] }], mentors: [] } }), noResult],
  [
    "a price of 10^308",
    but({ proof: { mentees: [{ id: "bo", price: [1e308, 0, 0, 0] }], mentors: [] } }),
    refuted("price"),
  ],
  [
    "100 000 prices",
    but({ proof: { mentees: new Array(100_000).fill({ id: "bo", price: [] }), mentors: [] } }),
    refuted("price-ids"),
  ],
  ["no run", but({ run: null }), noResult],
  ["a run with a name", but({ run: { ...good.run, who: MARKED.name } }), noResult],
  ["a number for a seed", but({ run: { ...good.run, seed: 7 } }), refuted("seed")],
  ["an unknown status", but({ status: "best" }), noResult],
];

hostile(
  "verify()",
  results.map(
    ([what, input, expected]): Row => [what, () => verify(pool, { name: "n" }, input as MatchResult), expected],
  ),
);

const cohort = (options: unknown) => () => syntheticCohort(options as CohortOptions);
const size = { mentees: 1, mentors: 1, seed: 1 };

hostile("syntheticCohort()", [
  ["nothing", cohort(undefined), "missing "],
  ["null", cohort(null), "invalid "],
  ["no numbers", cohort({}), "missing mentees"],
  ["-1 mentees", cohort({ ...size, mentees: -1 }), "invalid mentees"],
  ["a billion mentors", cohort({ ...size, mentors: 1e9 }), "invalid mentors"],
  ["a seed of NaN", cohort({ ...size, seed: Number.NaN }), "invalid seed"],
  ["a seed of text", cohort({ ...size, seed: "1" }), "invalid seed"],
  ["no departments", cohort({ ...size, shape: { departments: 0 } }), "invalid shape.departments"],
  ["an unknown option", cohort({ ...size, mentes: 1 }), "unknown-field mentes"],
  [
    "options that throw when read",
    cohort(Object.assign(thrower("seed"), { mentees: 1, mentors: 1 })),
    "unreadable seed",
  ],
  [
    "options that contain themselves",
    cohort(Object.assign(cyclic(), size)),
    "too-deep self.self.self.self.self.self.self.self",
  ],
  ["a proxy that throws", cohort(hostileProxy()), "unreadable "],
  ["nobody", cohort({ ...size, mentees: 0, mentors: 0 }), { gives: { pool: { mentees: [], mentors: [] } } }],
]);

const columns = { mentees: 2, mentors: 2, start: [0, 2, 3], mentor: [0, 1, 0], score: [9, 4, 7], capacity: [1, 1] };
const assigned =
  (rest: object, options: unknown = {}) =>
  () =>
    assign({ ...columns, ...rest } as AssignInput, options as AssignOptions);

hostile("assign()", [
  ["-1 mentees", assigned({ mentees: -1 }), "invalid-value mentees"],
  ["half a mentor", assigned({ mentors: 0.5 }), "invalid-value mentors"],
  ["2^31 mentees", assigned({ mentees: 2 ** 31 }), "invalid-value mentees"],
  ["a million mentees without rows", assigned({ mentees: 1_000_000 }), "invalid-value start"],
  ["text for a number of mentees", assigned({ mentees: "2" }), "invalid-value mentees"],
  ["rows that go back", assigned({ start: [0, 3, 2] }), "invalid-value start[2]"],
  ["rows that start late", assigned({ start: [1, 2, 3] }), "invalid-value start[0]"],
  ["rows beyond the pairs", assigned({ start: [0, 2, 4] }), "invalid-value start[2]"],
  ["too few rows", assigned({ start: [0, 3] }), "invalid-value start"],
  ["no rows", assigned({ start: undefined }), "invalid-value start"],
  ["an unknown mentor", assigned({ mentor: [0, 2, 0] }), "invalid-value mentor[1]"],
  ["a mentor twice in a row", assigned({ mentor: [0, 0, 0] }), "invalid-value mentor[1]"],
  ["a mentor of NaN", assigned({ mentor: [0, Number.NaN, 0] }), "invalid-value mentor[1]"],
  ["a score of NaN", assigned({ score: [9, Number.NaN, 7] }), "invalid-value score[1]"],
  ["an endless score", assigned({ score: [9, Infinity, 7] }), "invalid-value score[1]"],
  ["half a point", assigned({ score: [9, 0.5, 7] }), "invalid-value score[1]"],
  ["a score of 2^53", assigned({ score: [9, 2 ** 53, 7] }), "invalid-value score[1]"],
  ["a name for a score", assigned({ score: [9, MARKED.name, 7] }), "invalid-value score[1]"],
  ["scores too large to be added", assigned({ score: [2 ** 53 - 1, 4, 7] }), { solver: "too-large" }],
  ["a negative capacity", assigned({ capacity: [-1, 1] }), "invalid-value capacity[0]"],
  ["a capacity of 2^31", assigned({ capacity: [2 ** 31, 1] }), "invalid-value capacity[0]"],
  ["a capacity for somebody else", assigned({ capacity: [1, 1, 1] }), "invalid-value capacity"],
  ["a minimum above the capacity", assigned({ minimum: [2, 0] }), "invalid-value minimum[0]"],
  [
    "a minimum that nobody can fill",
    assigned({ minimum: [0, 1], start: [0, 1, 2], mentor: [0, 0], score: [1, 1] }),
    { gives: { stop: "infeasible", coverage: 0 } },
  ],
  ["half a demand", assigned({ demand: [0.5, 1] }), "invalid-value demand[0]"],
  ["no levels", assigned({}, { levels: [] }), "invalid-value levels"],
  ["a level twice", assigned({}, { levels: ["score", "score"] }), "invalid-value levels[1]"],
  ["a name for a level", assigned({}, { levels: [MARKED.name] }), "invalid-value levels[0]"],
  [
    "an earlier answer of another length",
    assigned({}, { from: { mentorOf: [0], prices: [] } }),
    "invalid-value from.mentorOf",
  ],
  [
    "an earlier answer that is nonsense",
    assigned({}, { from: { mentorOf: [99, Number.NaN], prices: [null, null] } }),
    { gives: { stop: "optimal", total: 11 } },
  ],
  [
    "100 000 scores of NaN",
    assigned({
      mentees: 1,
      start: [0, 100_000],
      mentors: 100_000,
      capacity: new Uint8Array(100_000).fill(1),
      mentor: Int32Array.from({ length: 100_000 }, (_, j) => j),
      score: new Float64Array(100_000).fill(Number.NaN),
    }),
    "invalid-value score[0]",
  ],
]);
