/** What `match` does with single facts of a pool and single lines of a policy. */
import { expect, test } from "vitest";
import { InputError, match, type PolicyInput, type PoolInput, SolverError, verify } from "../../src/index.js";

/** Matches, and lets the verifier check everything in the result. */
function matched(pool: PoolInput, policy: Partial<PolicyInput> = {}) {
  const whole = { name: "test", ...policy } as PolicyInput;
  const result = match(pool, whole);
  expect(verify(pool, whole, result)).toMatchObject({ status: result.status, issues: [] });
  return result;
}

const pairsOf = (result: ReturnType<typeof match>): string[] =>
  result.matches.map(({ menteeId, mentorId }) => `${menteeId}-${mentorId}`);
const people = (...ids: string[]) => ids.map((id) => ({ id }));

test("match() of nobody is a proved result that says so", () => {
  const result = matched({ mentees: [], mentors: [] });
  expect(result).toMatchObject({ status: "proved", matches: [], unmatched: [], reserve: [] });
  expect(result.findings.map(({ code }) => code)).toEqual(["no-mentees", "no-mentors"]);
});

test("match() leaves a mentee unmatched when every eligible mentor is full", () => {
  const result = matched({ mentees: people("ann", "bo"), mentors: people("mo") });
  expect(result.matches).toHaveLength(1);
  expect(result.unmatched).toMatchObject([{ eligible: 1, full: 1, refusedBy: [] }]);
});

test("match() lists mentors with places left in reserve", () => {
  const result = matched({
    mentees: people("ann"),
    mentors: [
      { id: "mo", capacity: 3 },
      { id: "xi", capacity: 0 },
    ],
  });
  expect(result.reserve).toEqual([{ mentorId: "mo", places: 2 }]);
});

test("match() is proved when no mentor has a place, and finds it", () => {
  const result = matched({ mentees: people("ann"), mentors: [{ id: "mo", capacity: 0 }] });
  expect(result).toMatchObject({
    status: "proved",
    matches: [],
    unmatched: [{ menteeId: "ann", eligible: 1, full: 1 }],
  });
  expect(result.findings).toMatchObject([{ code: "no-places" }]);
});

test("match() counts every rule that refuses, and those that refuse alone", () => {
  const result = matched(
    {
      mentees: [{ id: "ann", department: "Art", grade: "Senior" }],
      mentors: [
        { id: "mo", department: "Art", grade: "Senior" },
        { id: "xi", department: "Law", grade: "Senior" },
      ],
    },
    { ladder: ["Junior", "Senior"], must: [{ rule: "different-department" }, { rule: "more-senior" }] },
  );
  expect(result.unmatched).toEqual([
    {
      menteeId: "ann",
      refusedBy: [
        { id: "different-department", mentors: 1, soleMentors: 0 },
        { id: "more-senior", mentors: 2, soleMentors: 1 },
      ],
      eligible: 0,
      full: 0,
    },
  ]);
});

test("match() never pairs people with themselves", () => {
  const result = matched({ mentees: people("ann"), mentors: people("ann") });
  expect(result.unmatched).toMatchObject([{ refusedBy: [{ id: "self", mentors: 1, soleMentors: 1 }] }]);
});

test("match() keeps a forbid and a veto of either side", () => {
  const pool = {
    mentees: [{ id: "ann", avoid: ["mo"] }, { id: "bo" }, { id: "cy" }],
    mentors: [{ id: "mo", avoid: ["bo"] }],
    forbids: [{ menteeId: "cy", mentorId: "mo" }],
  };
  expect(matched(pool).unmatched.flatMap(({ refusedBy }) => refusedBy.map(({ id }) => id))).toEqual([
    "avoid",
    "avoid",
    "forbid",
  ]);
});

test("match() never brings back a declined or dissolved pair, unless both asked", () => {
  const pool = (more: object) => ({
    mentees: people("ann"),
    mentors: people("mo"),
    pairs: [{ menteeId: "ann", mentorId: "mo", status: "dissolved" as const, ...more }],
  });
  expect(matched(pool({})).unmatched).toMatchObject([{ refusedBy: [{ id: "ended-pair" }] }]);
  expect(pairsOf(matched(pool({ reopened: true })))).toEqual(["ann-mo"]);
});

test("match() keeps live pairs, which use up places, and says which rule that binds always they break", () => {
  const result = matched(
    {
      mentees: [
        { id: "ann", grade: "Senior", conflicts: ["mo"] },
        { id: "bo", grade: "Junior" },
      ],
      mentors: [{ id: "mo", grade: "Junior" }],
      pairs: [{ menteeId: "ann", mentorId: "mo", status: "agreed" }],
    },
    { ladder: ["Junior", "Senior"], must: [{ rule: "no-conflict" }, { rule: "more-senior" }] },
  );
  expect(result.matches).toMatchObject([{ menteeId: "ann", origin: "standing", breaks: ["no-conflict"] }]);
  expect(result.unmatched).toMatchObject([{ menteeId: "bo" }]);
  expect(result.levels[0]).toEqual({ name: "coverage", value: [1], bound: [1] });
});

test("match() frees the place of a live pair when one of them has withdrawn", () => {
  const result = matched({
    asOf: "2026-10-01",
    mentees: [{ id: "ann", withdrawn: "2026-09-01" }, { id: "bo" }],
    mentors: people("mo"),
    pairs: [{ menteeId: "ann", mentorId: "mo", status: "met" }],
  });
  expect(pairsOf(result)).toEqual(["bo-mo"]);
  expect(result.notTakingPart).toEqual([{ id: "ann", role: "mentee", refusedBy: ["withdrawn"] }]);
  expect(result.findings).toMatchObject([{ code: "ended-by-withdrawal", ids: ["ann", "mo"] }]);
});

test("match() leaves out people on hold or away on the day of the data", () => {
  const result = matched({
    asOf: "2026-10-01",
    mentees: [
      { id: "ann", hold: { from: "2026-09-01" } },
      { id: "bo", away: { until: "2026-10-01" } },
      { id: "cy", away: { until: "2026-09-30" } },
    ],
    mentors: people("mo"),
  });
  expect(pairsOf(result)).toEqual(["cy-mo"]);
  expect(result.notTakingPart.map(({ refusedBy }) => refusedBy)).toEqual([["hold"], ["away"]]);
});

test("match() makes a locked pair even where another would score more", () => {
  const result = matched(
    {
      mentees: [
        { id: "ann", seeks: ["grants"] },
        { id: "bo", seeks: ["law"] },
      ],
      mentors: [{ id: "mo", offers: ["grants"] }],
      locks: [{ menteeId: "bo", mentorId: "mo" }],
    },
    { prefer: [{ criterion: "shared-areas" }] },
  );
  expect(result.matches).toMatchObject([{ menteeId: "bo", origin: "locked", score: 0 }]);
});

test("match() is infeasible where a rule refuses a locked pair, and says which", () => {
  const pool = {
    mentees: [{ id: "ann", department: "Art" }],
    mentors: [{ id: "mo", department: "Art", capacity: 0 }],
    locks: [{ menteeId: "ann", mentorId: "mo" }],
  };
  const result = matched(pool, { must: [{ rule: "different-department" }] });
  expect(result.status).toBe("infeasible");
  expect(result.findings.filter(({ code }) => code === "lock-refused").map(({ path }) => path)).toEqual([
    "locks.different-department",
    "locks.capacity",
  ]);
});

test("match() makes a pair that an override allows, and labels it", () => {
  const pool = {
    mentees: [{ id: "ann", department: "Art" }],
    mentors: [{ id: "mo", department: "Art" }],
    overrides: [
      { menteeId: "ann", mentorId: "mo", rule: "different-department", reason: "only specialist in the field" },
    ],
  };
  const result = matched(pool, { must: [{ rule: "different-department" }] });
  expect(result.matches).toMatchObject([{ overrides: ["different-department"] }]);
});

test("match() finds overrides that nothing needed", () => {
  const pool = {
    mentees: [{ id: "ann", department: "Art" }],
    mentors: [{ id: "mo", department: "Law" }],
    overrides: [{ menteeId: "ann", mentorId: "mo", rule: "different-department", reason: "asked for" }],
  };
  const result = matched(pool, { must: [{ rule: "different-department" }] });
  expect(result.findings).toMatchObject([{ code: "override-not-needed", ids: ["ann", "mo"] }]);
  expect(result.matches[0]).not.toHaveProperty("overrides");
});

test("match() refuses an override of a rule that the policy does not have, naming the nearest", () => {
  const pool = {
    mentees: people("ann"),
    mentors: people("mo"),
    overrides: [{ menteeId: "ann", mentorId: "mo", rule: "diferent-department", reason: "x" }],
  };
  const run = () => match(pool, { name: "test", must: [{ rule: "different-department" }] });
  expect(run).toThrow(InputError);
  expect(run).toThrow('did you mean "different-department"?');
});

test("match() does not make pairs below the least score, unless an override says so", () => {
  const pool = {
    mentees: [{ id: "ann", seeks: ["law"] }],
    mentors: [{ id: "mo", offers: ["grants"] }],
  };
  const policy = { prefer: [{ criterion: "shared-areas" }], minimumScore: 1 };
  expect(matched(pool, policy).unmatched).toMatchObject([
    { refusedBy: [{ id: "minimumScore", mentors: 1, soleMentors: 1 }] },
  ]);
  const overrides = [{ menteeId: "ann", mentorId: "mo", rule: "minimumScore", reason: "nobody else" }];
  expect(pairsOf(matched({ ...pool, overrides }, policy))).toEqual(["ann-mo"]);
});

test("match() makes pairs of which a rule cannot tell only under confirm or allow, and asks for a check under confirm", () => {
  const pool = { mentees: people("ann"), mentors: [{ id: "mo", department: "Law" }] };
  const under = (onUnknown: "refuse" | "confirm" | "allow") =>
    matched(pool, { must: [{ rule: "different-department", onUnknown }] });
  expect(under("refuse").matches).toEqual([]);
  expect(under("confirm").matches).toMatchObject([{ checks: ["different-department"] }]);
  expect(under("allow").matches[0]).not.toHaveProperty("checks");
});

test("match() takes an absent line manager for none, and asks for a check where the policy wants to be told", () => {
  const pool = { mentees: people("ann"), mentors: people("mo") };
  expect(matched(pool, { must: [{ rule: "outside-reporting-line" }] }).matches[0]).not.toHaveProperty("checks");
  expect(matched(pool, { must: [{ rule: "outside-reporting-line", onUnknown: "confirm" }] }).matches).toMatchObject([
    { checks: ["outside-reporting-line"] },
  ]);
});

test("match() lists who was turned away by a participation rule", () => {
  const result = matched(
    { mentees: [{ id: "ann", optedIn: true }, { id: "bo", optedIn: false }, { id: "cy" }], mentors: people("mo") },
    { participation: { mentees: [{ rule: "opted-in" }] } },
  );
  expect(result.notTakingPart).toEqual([
    { id: "bo", role: "mentee", refusedBy: ["opted-in"] },
    { id: "cy", role: "mentee", refusedBy: ["opted-in"] },
  ]);
  expect(pairsOf(result)).toEqual(["ann-mo"]);
});

test("match() says which nomination a mentee got", () => {
  const result = matched({
    mentees: [{ id: "ann", nominations: ["xi", "mo"] }],
    mentors: [{ id: "mo" }, { id: "xi", capacity: 0 }],
  });
  expect(result.matches).toMatchObject([{ mentorId: "mo", choice: 2 }]);
});

test("match() gives a mentor no more places than the policy's ceiling", () => {
  const result = matched(
    { mentees: people("ann", "bo", "cy"), mentors: [{ id: "mo", capacity: 3 }] },
    { capacity: { default: 1, max: 2 } },
  );
  expect(result.matches).toHaveLength(2);
});

test("match() gives everyone one mentor before anyone two", () => {
  const result = matched({ mentees: [{ id: "ann", demand: 2 }, { id: "bo" }], mentors: people("mo", "xi") });
  expect(result.levels[0]).toEqual({ name: "coverage", value: [2, 0], bound: [2, 0] });
});

test("match() meets every minimum, or is infeasible and names the mentors", () => {
  const mentors = [
    { id: "mo", capacity: 2, minimum: 1, offers: ["law"] },
    { id: "xi", capacity: 2, offers: ["grants"] },
  ];
  const policy = { prefer: [{ criterion: "shared-areas" }] };
  const result = matched(
    {
      mentees: [
        { id: "ann", seeks: ["grants"] },
        { id: "bo", seeks: ["grants"] },
      ],
      mentors,
    },
    policy,
  );
  expect(result.reserve).toEqual([
    { mentorId: "mo", places: 1 },
    { mentorId: "xi", places: 1 },
  ]);
  const short = matched({ mentees: [{ id: "ann", avoid: ["mo"] }], mentors }, policy);
  expect(short).toMatchObject({ status: "infeasible", matches: [], levels: [] });
  expect(short.findings).toMatchObject([
    { code: "minimum-unmet", ids: ["mo"] },
    { code: "minimum-nearest", ids: ["mo"], numbers: { minimum: 1, nearest: 0 } },
  ]);
});

test("match() takes parts of a score apart to whole points that add up", () => {
  const result = matched(
    {
      mentees: [{ id: "ann", seeks: ["a", "b", "c"], interests: ["x", "y", "z"] }],
      mentors: [{ id: "mo", offers: ["a"], interests: ["x", "y"] }],
    },
    { prefer: [{ criterion: "shared-areas", weight: 3 }, { criterion: "shared-interests" }] },
  );
  expect(result.matches[0]).toMatchObject({
    score: 4167,
    parts: [
      { id: "shared-areas", points: 2500 },
      { id: "shared-interests", points: 1667 },
    ],
    answered: 1,
  });
});

test("match() counts a criterion as much as it matters to the mentee", () => {
  const prefer = [{ criterion: "shared-areas" }, { criterion: "shared-interests" }];
  const person = { seeks: ["a"], interests: ["x"] };
  const mentors = [{ id: "mo", offers: ["a"], interests: ["y"] }];
  const score = (matters: object) =>
    matched({ mentees: [{ id: "ann", ...person, matters }] as never, mentors }, { prefer }).matches[0]!.score;
  expect(score({})).toBe(5000);
  expect(score({ "shared-areas": 3 })).toBe(7500);
  expect(score({ "shared-areas": 0, "shared-interests": 0 })).toBe(0);
});

test("match() stops when the caller says so", () => {
  const crowd = (prefix: string) => Array.from({ length: 300 }, (_, index) => ({ id: `${prefix}${index}` }));
  const pool = { mentees: crowd("e"), mentors: crowd("r") };
  expect(match(pool, { name: "test" }, { onProgress: () => true }).status).toBe("proved");
  const result = match(pool, { name: "test" }, { onProgress: () => false });
  expect(result).toMatchObject({ status: "stopped", matches: [], levels: [] });
  expect(verify(pool, { name: "test" }, result)).toMatchObject({ status: "stopped", issues: [] });
});

test("match() works on deep-frozen input and writes nothing to it", () => {
  const freeze = <T>(value: T): T => {
    if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) freeze(inner);
    return Object.freeze(value);
  };
  const pool = freeze({
    mentees: [{ id: "ann", seeks: ["a"], attributes: { site: "North" } }],
    mentors: [{ id: "mo", offers: ["a"] }],
  });
  const policy = freeze({ name: "test", prefer: [{ criterion: "shared-areas" }] });
  expect(pairsOf(match(pool, policy))).toEqual(["ann-mo"]);
});

test("match() finds cycles in the reporting lines and grades on no step", () => {
  const result = matched(
    {
      mentees: [
        { id: "ann", lineManager: "bo", grade: "Junior" },
        { id: "bo", lineManager: "cy", grade: "Jnior" },
        { id: "dot", lineManager: "dot" },
      ],
      mentors: people("mo"),
      reportingLines: [{ person: "cy", manager: "ann" }],
    },
    { ladder: ["Junior"] },
  );
  expect(result.findings).toEqual([
    { code: "grade-not-on-ladder", path: "grade", ids: ["bo"], numbers: { people: 1 } },
    { code: "reporting-line-cycle", path: "lineManager", ids: ["ann", "bo", "cy"], numbers: { people: 3 } },
  ]);
});

test("match() refuses a solver's prices that are no exact integers, even of people without places", () => {
  const pool = {
    mentees: [...people("ann"), { id: "bo", demand: 0 }],
    mentors: [{ id: "mo" }, { id: "xi", capacity: 0 }],
  };
  const priced = (price: (side: "mentee" | "mentor", person: number) => number) => () =>
    match(
      pool,
      { name: "test" },
      {
        solver: ({ levels }) => ({
          stop: "optimal",
          chosen: Int32Array.of(0),
          prices: levels.map(() => ({
            mentee: Float64Array.of(price("mentee", 0), price("mentee", 1)),
            mentor: Float64Array.of(price("mentor", 0), price("mentor", 1)),
          })),
          short: new Int32Array(0),
        }),
      },
    );
  const tooLarge = expect.objectContaining({ name: "SolverError", code: "too-large" });
  // Safe prices that prove nothing are no fault: the answer keeps the places, and is called unproved.
  const unproved = priced(() => -1)();
  expect(unproved).toMatchObject({ status: "unproved", matches: [{ menteeId: "ann", mentorId: "mo" }] });
  expect(JSON.parse(JSON.stringify(unproved))).toEqual(unproved);
  for (const wrong of [Number.NaN, Infinity, -Infinity, 0.5, 2 ** 53, -(2 ** 60)]) {
    for (const side of ["mentee", "mentor"] as const) {
      for (const person of [0, 1]) {
        const act = priced((at, who) => (at === side && who === person ? wrong : 0));
        expect(act).toThrow(tooLarge);
        expect(act).toThrow(`expected prices that are safe integers, got ${wrong}`);
      }
    }
  }
  // Each price is safe, and what a pair is worth beyond them is not.
  const apart = priced((_, who) => (who === 1 ? 0 : -9e15));
  expect(apart).toThrow(tooLarge);
  expect(apart).toThrow("Cannot add up the bound exactly: NaN is no safe integer");
});

test("match() refuses a solver's claim that the minima of nobody cannot be met", () => {
  const claiming =
    (...short: number[]) =>
    () =>
      match(
        { mentees: people("ann"), mentors: [{ id: "mo" }, { id: "xi" }] },
        { name: "test" },
        {
          solver: () => ({
            stop: "infeasible",
            chosen: new Int32Array(0),
            prices: [],
            short: Int32Array.from(short),
          }),
        },
      );
  expect(claiming(1)()).toMatchObject({ status: "infeasible", findings: [{ ids: ["xi"] }] });
  for (const nobody of [[2], [-1], [0, 99]])
    expect(claiming(...nobody)).toThrow(expect.objectContaining({ name: "SolverError", code: "not-feasible" }));
});

test("match() refuses the answer of a solver that keeps no places, minima or pairs", () => {
  const pool = { mentees: people("ann", "bo"), mentors: [{ id: "mo" }, { id: "xi", minimum: 1 }] };
  const answering = (...chosen: number[]) => {
    const zeros = { mentee: new Float64Array(2), mentor: new Float64Array(2) };
    return () =>
      match(
        pool,
        { name: "test" },
        {
          solver: ({ levels }) => ({
            stop: "optimal",
            chosen: Int32Array.from(chosen),
            prices: levels.map(() => zeros),
            short: new Int32Array(0),
          }),
        },
      );
  };
  // Pairs stand in order of mentee and mentor: ann–mo, ann–xi, bo–mo, bo–xi.
  expect(answering(0, 3)().matches).toHaveLength(2);
  expect(answering(0, 2)).toThrow(SolverError);
  expect(answering(0, 1)).toThrow(SolverError);
  expect(answering(0)).toThrow(SolverError);
  expect(answering(3, 0)).toThrow(SolverError);
  expect(answering(0, 3, 9)).toThrow(SolverError);
});
