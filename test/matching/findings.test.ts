/** What `match` notices, and what it says of decided pairs that cannot be. */

import { expect, test } from "vitest";
import { match, type PolicyInput, type PoolInput, verify } from "../../src/index.js";
import { issuesOf } from "../helpers/issues-of.js";

const run = (pool: PoolInput, policy: Partial<PolicyInput> = {}) => {
  const whole = { name: "Test", ...policy };
  const result = match(pool, whole);
  // Whatever is noticed, the verifier comes to the same result.
  expect(verify(pool, whole, result)).toMatchObject({ status: result.status, issues: [] });
  return result;
};

const told = (pool: PoolInput, policy: Partial<PolicyInput>): string[] =>
  issuesOf(() => match(pool, { name: "Test", ...policy })).map(({ code, message }) => `${code}: ${message}`);

test("match() notices who is to be avoided and is nobody, each once, in order", () => {
  const { findings } = run({
    mentees: [{ id: "bo", avoid: ["zed", "ada"] }],
    mentors: [{ id: "ada", avoid: ["kim", "zed"] }, { id: "cy" }],
  });
  expect(findings).toEqual([{ code: "avoid-unknown", path: "avoid", ids: ["kim", "zed"], numbers: { people: 2 } }]);
});

test("match() notices overrides that nothing needed, in order of their pairs", () => {
  const override = (menteeId: string, mentorId: string, rule: string) => ({ menteeId, mentorId, rule, reason: "x" });
  const { findings } = run(
    {
      mentees: [{ id: "bo" }, { id: "ann" }],
      mentors: [{ id: "xi" }, { id: "mo" }],
      overrides: [
        override("bo", "xi", "no-conflict"),
        override("ann", "mo", "no-conflict"),
        override("ann", "mo", "apart"),
      ],
    },
    { must: [{ rule: "no-conflict" }, { rule: "not-line-manager", id: "apart" }] },
  );
  expect(findings.map(({ code, path, ids }) => `${code} ${path} ${ids}`)).toEqual([
    "override-not-needed overrides.apart ann,mo",
    "override-not-needed overrides.no-conflict ann,mo",
    "override-not-needed overrides.no-conflict bo,xi",
  ]);
});

test("match() notices each circle of reporting lines, by the first of its people", () => {
  const { findings } = run({
    mentees: [
      { id: "d", lineManager: "c" },
      { id: "b", lineManager: "a" },
    ],
    mentors: [
      { id: "c", lineManager: "d" },
      { id: "a", lineManager: "b" },
    ],
  });
  expect(findings.filter(({ code }) => code === "reporting-line-cycle").map(({ ids }) => ids)).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
});

test("match() refuses locks that ask for more than a mentee's demand or a mentor's capacity", () => {
  const locks = [
    { menteeId: "bo", mentorId: "ada" },
    { menteeId: "bo", mentorId: "cy" },
  ];
  const demand = run({ mentees: [{ id: "bo" }], mentors: [{ id: "ada" }, { id: "cy" }], locks });
  expect(demand.status).toBe("infeasible");
  expect(demand.findings.map(({ code, path, ids }) => `${code} ${path} ${ids}`)).toEqual([
    "no-places mentors.capacity ",
    "lock-refused locks.demand bo,ada",
    "lock-refused locks.demand bo,cy",
  ]);
  const capacity = run({
    mentees: [{ id: "bo" }, { id: "di" }],
    mentors: [{ id: "ada" }],
    locks: ["bo", "di"].map((menteeId) => ({ menteeId, mentorId: "ada" })),
  });
  expect(capacity.status).toBe("infeasible");
  expect(capacity.findings.some(({ path }) => path === "locks.capacity")).toBe(true);
});

test("match() orders a mentee's matches by mentor, and offers no places of who does not take part", () => {
  const result = run(
    {
      mentees: [{ id: "bo", demand: 3, optedIn: true }],
      mentors: [
        { id: "xi", optedIn: true },
        { id: "ada", optedIn: true },
        { id: "cy", optedIn: true, capacity: 3 },
        { id: "di", optedIn: false, capacity: 5 },
      ],
      pairs: [{ menteeId: "bo", mentorId: "xi", status: "agreed" }],
    },
    { participation: { mentors: [{ rule: "opted-in" }] } },
  );
  expect(result.matches.map(({ mentorId }) => mentorId)).toEqual(["ada", "cy", "xi"]);
  expect(result.reserve).toEqual([{ mentorId: "cy", places: 2 }]);
  expect(result.notTakingPart).toEqual([{ id: "di", role: "mentor", refusedBy: ["opted-in"] }]);
});

test("match() refuses overrides and multipliers of what the policy does not have, and suggests what it has", () => {
  const pool = {
    mentees: [{ id: "bo", matters: { "shared-area": 2, zzz: 3, "shared-areas": 1 } }],
    mentors: [{ id: "ada" }],
  };
  expect(told(pool, { prefer: [{ criterion: "shared-areas" }] })).toEqual([
    'unknown-criterion: the policy has no criterion "shared-area"; did you mean "shared-areas"?',
    'unknown-criterion: the policy has no criterion "zzz"; the policy has "shared-areas"',
  ]);
  expect(told(pool, {})[1]).toBe('unknown-criterion: the policy has no criterion "zzz"; the policy has none');
  const overrides = [{ menteeId: "bo", mentorId: "ada", rule: "no-conflic", reason: "x" }];
  expect(
    told({ mentees: [{ id: "bo" }], mentors: [{ id: "ada" }], overrides }, { must: [{ rule: "no-conflict" }] }),
  ).toEqual(['unknown-rule: the policy has no rule "no-conflic"; did you mean "no-conflict"?']);
});

test("match() tells groups apart whose values look alike: true and the word, a number and its digits", () => {
  const pathOf = (house: string | number | boolean): string => {
    const limits = [{ id: "all", each: "mentor" as const, groupBy: "attributes.house", atLeast: 2 }];
    const pool = { mentees: [{ id: "ann", attributes: { house } }], mentors: [{ id: "mo", capacity: 2 }] };
    return run(pool, { limits }).findings.find(({ code }) => code === "limit-unmet")!.path;
  };
  const values = [true, "true", 1, "1", '"1"', "yes"];
  const names = ["true", '"true"', "1", '"1"', '"\\"1\\""', "yes"];
  expect(values.map(pathOf)).toEqual(names.map((name) => `limits.all.${name}`));
});

test("match() names limits on groups that match nobody, and keeps on", () => {
  const pool: PoolInput = { mentees: [{ id: "ann", department: "Art" }], mentors: [{ id: "mo", department: "Law" }] };
  const limits = [
    { id: "nobody", atMost: 1, mentees: { department: "Music" } },
    { id: "no mentor", atMost: 1, mentors: { department: ["Art", "Music"] } },
    { id: "nobody's places", atMost: 1, each: "mentor" as const, mentors: { grade: "X" }, groupBy: "department" },
    { id: "some", atMost: 1, mentees: { department: "Art" } },
  ];
  const { findings, status } = run(pool, { limits });
  expect(status).toBe("proved");
  expect(findings.filter(({ code }) => code === "limit-counts-nobody")).toEqual(
    ["nobody", "no mentor", "nobody's places"].map((id) => ({
      code: "limit-counts-nobody",
      path: `limits.${id}`,
      ids: [],
      numbers: {},
    })),
  );
  // Fewest matches of nobody is more than can be.
  const least = run(pool, { limits: [{ id: "nobody", atLeast: 1, mentees: { department: "Music" } }] });
  expect(least.status).toBe("infeasible");
  expect(least.findings.map(({ code }) => code)).toEqual(["limit-counts-nobody", "limit-unmet"]);
});
