/** Results that seldom occur, and what `verify` says of them. */
import { expect, test } from "vitest";
import { type MatchResult, match, type PoolInput, pairRule, verify } from "../../../src/index.js";
import { levelsKnown } from "../../../src/insight/verify/levels.js";
import { drawsOf } from "../../../src/matching/levels/lottery.js";

const pool: PoolInput = {
  mentees: [{ id: "ann" }, { id: "bo" }],
  mentors: [
    { id: "mo", minimum: 1 },
    { id: "xi", minimum: 1 },
  ],
};
const policy = { name: "Test" };
const result = match(pool, policy);

/** `code ids` of each issue. */
const caught = (change: Partial<MatchResult>) =>
  verify(pool, policy, { ...result, ...change }).issues.map(({ code, ids }) => [code, ...ids].join(" "));

test("verify() catches a match with somebody who is not in the pool, of either role", () => {
  const [first, second] = result.matches;
  expect(caught({ matches: [first!, { ...second!, mentorId: "zed" }] })).toContain(
    `unknown-person ${second!.menteeId} zed`,
  );
  expect(caught({ matches: [first!, { ...second!, menteeId: "zed" }] })).toContain(
    `unknown-person zed ${second!.mentorId}`,
  );
});

test("verify() catches a minimum that is missed, and asks it of no infeasible or stopped result", () => {
  const fewer = { matches: result.matches.slice(1) };
  const left = `under-minimum ${result.matches[0]!.mentorId}`;
  expect(caught(fewer)).toContain(left);
  for (const status of ["infeasible", "stopped"] as const) expect(caught({ ...fewer, status })).not.toContain(left);
});

test("verify() knows that a policy with a function has no hash and cannot be repeated", () => {
  const own = pairRule("own", { reads: { mentee: [], mentor: [] } }, () => true);
  const closed = { name: "Test", must: [own] };
  const made = match(pool, closed);
  expect(made.run).toMatchObject({ policyHash: null, repeatable: false });
  expect(verify(pool, closed, made).status).toBe("proved");
  const claimed = { ...made, run: { ...made.run, policyHash: "0", repeatable: true } };
  expect(verify(pool, closed, claimed).issues.map(({ code }) => code)).toEqual(["policy-hash", "repeatable"]);
});

test("verify() sees no words on pairs with people who are not in the pool", () => {
  const strangers: PoolInput = {
    mentees: [{ id: "ann", avoid: ["zed"] }],
    mentors: [{ id: "mo", avoid: ["kim"] }],
  };
  expect(verify(strangers, policy, match(strangers, policy)).status).toBe("proved");
});

test("verify() reads the levels it knows by name only: they bring nothing to bind", () => {
  expect(levelsKnown.map(({ name }) => name)).toEqual(expect.arrayContaining(["coverage", "score"]));
  for (const { bind } of levelsKnown) expect(bind({} as never, {})).toEqual([]);
});

test("verify() believes that minima cannot be met only of mentors who cannot meet theirs", () => {
  const scarce: PoolInput = { mentees: [{ id: "ann" }], mentors: [...pool.mentors, { id: "zoe" }] };
  const infeasible = match(scarce, policy);
  const [finding, ...nearest] = infeasible.findings;
  expect(finding).toMatchObject({ code: "minimum-unmet", ids: ["mo", "xi"] });
  expect(nearest.map(({ ids }) => ids)).toEqual([["mo"], ["xi"]]);
  const naming = (...ids: string[]) => {
    const findings = [{ ...finding!, ids, numbers: { people: ids.length } }, ...nearest];
    return verify(scarce, policy, { ...infeasible, findings }).issues.map(({ code }) => code);
  };
  expect(naming("mo", "xi")).toEqual([]);
  // One of the two alone can meet it, a stranger and zoe have none, and nobody is nobody.
  for (const ids of [["mo"], ["xi"], ["zed"], ["mo", "xi", "zed"], ["mo", "xi", "zoe"], []])
    expect(naming(...ids)).toContain("findings");
});

test("verify() finds the circles of reporting lines, but not who only stands between two of them", () => {
  const line = (person: string, manager: string) => ({ person, manager });
  const lines: PoolInput = {
    mentees: [{ id: "ann" }],
    mentors: [{ id: "mo" }],
    reportingLines: [
      ...[line("c", "d"), line("d", "c"), line("a", "b"), line("b", "a")],
      ...[line("b", "between"), line("between", "c"), line("ann", "a"), line("d", "mo"), line("ann", "ann")],
    ],
  };
  const made = match(lines, policy);
  expect(made.findings.map(({ ids }) => ids)).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
  expect(verify(lines, policy, made)).toMatchObject({ status: "proved", issues: [] });
  const findings = [...made.findings, { ...made.findings[0]!, ids: ["between"], numbers: { people: 1 } }];
  expect(verify(lines, policy, { ...made, findings }).issues.map(({ code }) => code)).toContain("findings");
});

test("match() and verify() serve the first by id of two mentees who drew the same ticket", () => {
  const ids = ["e10955", "e53432"];
  const { ticket } = drawsOf("Test", ids, []);
  expect(ticket[0]).toBe(ticket[1]);
  const drawn: PoolInput = { mentees: [...ids].reverse().map((id) => ({ id })), mentors: [{ id: "mo" }] };
  const access = { name: "Test", objective: ["coverage", "access"] };
  const made = match(drawn, access);
  expect(made.matches.map(({ menteeId }) => menteeId)).toEqual(["e10955"]);
  expect(verify(drawn, access, made)).toMatchObject({ status: "proved", issues: [] });
});

test("verify() refuses more matches than there are places, before it looks at any", () => {
  const many = Array.from({ length: 3 }, () => result.matches[0]!);
  expect(verify(pool, policy, { ...result, matches: many }).issues).toEqual([
    { code: "too-many-matches", ids: [], expected: "2", got: "3" },
  ]);
});

test("verify() says of what is no result that it is something else", () => {
  const nothing = { code: "no-result", ids: [], expected: '"a result"', got: '"something else"' };
  expect(verify(pool, policy, { ...result, status: "great" as "proved" }).issues).toEqual([nothing]);
  for (const status of ["proved", "searched", "unproved", "infeasible", "stopped"] as const) {
    expect(verify(pool, policy, { ...result, status }).issues).not.toContainEqual(nothing);
  }
});

test("verify() counts the standing pairs that a rule which binds always refuses, and no others", () => {
  const people: PoolInput = {
    mentees: [{ id: "ann", conflicts: ["mo"] }, { id: "bo" }],
    mentors: [{ id: "mo" }, { id: "xi" }],
    pairs: [
      { menteeId: "ann", mentorId: "mo", status: "met" },
      { menteeId: "bo", mentorId: "xi", status: "met" },
    ],
  };
  const closed = { name: "Test", must: [{ rule: "no-conflict" }] };
  expect(verify(people, closed, match(people, closed))).toMatchObject({ status: "proved", standingBreaks: 1 });
});

test("verify() expects findings on locks and overrides in order of mentee, mentor and rule, whatever the rows' order", () => {
  const people: PoolInput = {
    mentees: [
      { id: "ann", department: "Art", demand: 2 },
      { id: "bo", department: "Art", demand: 2 },
    ],
    mentors: [
      { id: "mo", department: "Art", capacity: 9 },
      { id: "xi", department: "Art", capacity: 9 },
    ],
  };
  const strict = { name: "Test", must: [{ rule: "different-department" }, { rule: "no-conflict" }] };
  const ids = [
    ["bo", "xi"],
    ["ann", "xi"],
    ["bo", "mo"],
    ["ann", "mo"],
  ] as const;
  const locks = ids.map(([menteeId, mentorId]) => ({ menteeId, mentorId }));
  const locked = { ...people, locks };
  const refused = match(locked, strict);
  expect(verify(locked, strict, refused)).toMatchObject({ status: "infeasible", issues: [] });
  expect(refused.findings.filter(({ code }) => code === "lock-refused").map((finding) => finding.ids)).toEqual(
    [...ids].map((pair) => [...pair]).sort((a, b) => (a.join() < b.join() ? -1 : 1)),
  );
  const overrides = locks.flatMap((pair) =>
    ["no-conflict", "minimumScore"].map((rule) => ({ ...pair, rule, reason: "asked for" })),
  );
  const idle = { ...people, overrides };
  const found = match(idle, strict);
  expect(verify(idle, strict, found)).toMatchObject({ status: "proved", issues: [] });
  expect(found.findings.filter(({ code }) => code.startsWith("override"))).toHaveLength(8);
});
