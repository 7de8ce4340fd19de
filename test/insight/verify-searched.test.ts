/** What verify() makes of results that rest on a search: what no price shows. */
import { expect, test } from "vitest";
import { match, verify } from "../../src/index.js";

/** Two mentees, of whom both or neither have a mentor, where one match is asked for and no more: half of each keeps all that. */
const pool = {
  mentees: [{ id: "ann" }, { id: "bo" }],
  mentors: [
    { id: "cy", capacity: 2 },
    { id: "di", capacity: 2 },
  ],
};
const policy = {
  name: "one of two",
  limits: [{ id: "one", atLeast: 1, atMost: 1 }],
  constraints: [{ bothOrNeither: ["ann", "bo"] }],
};

test("verify() confirms what a search says of a limit that cannot be kept, and refuses a count that is within it", () => {
  const result = match(pool, policy as never);
  expect(result.status).toBe("infeasible");
  const unmet = result.findings.filter(({ code }) => code === "limit-unmet");
  expect(unmet.map(({ numbers }) => numbers)).toEqual([
    expect.objectContaining({ atMost: 1, nearest: 2 }),
    expect.objectContaining({ atLeast: 1, nearest: 0 }),
  ]);
  expect(verify(pool, policy as never, result)).toMatchObject({ status: "infeasible", issues: [] });
  for (const nearest of [0, 1]) {
    const findings = result.findings.map((one) =>
      one.numbers.atMost === undefined ? one : { ...one, numbers: { ...one.numbers, nearest } },
    );
    expect(verify(pool, policy as never, { ...result, findings } as never).issues).not.toEqual([]);
  }
});
