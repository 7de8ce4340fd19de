/** Results that seldom occur, and what `verify` says of them. */
import { expect, test } from "vitest";
import { type MatchResult, match, type PoolInput, pairRule, verify } from "../../src/index.js";
import { levelsKnown } from "../../src/insight/verify-levels.js";

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
