/** Falsified results that `verify` once let pass, or fell over. */
import { expect, test } from "vitest";
import { type MatchResult, match, verify } from "../../src/index.js";

const policy = { name: "n" };
const pool = { mentees: [{ id: "a" }, { id: "b" }], mentors: [{ id: "x", avoid: ["gone"] }] };
const result = match(pool, policy);
const codes = (change: object): string[] =>
  verify(pool, policy, { ...result, ...change } as MatchResult).issues.map(({ code }) => code);

test("verify() refutes a stopped result that made new matches", () => {
  expect(codes({ status: "stopped", levels: [], proof: { mentees: [], mentors: [] } })).toEqual(["stopped-matches"]);
});

test("verify() refutes findings that are missing or made up", () => {
  expect(result.findings.map(({ code }) => code)).toEqual(["avoid-unknown"]);
  expect(codes({ findings: [] })).toEqual(["findings"]);
  expect(codes({ findings: [...result.findings, ...result.findings] })).toEqual(["findings"]);
});

test("verify() refutes a price that says more than it should, or nothing", () => {
  const [first] = result.proof.mentors;
  const priced = (mentors: object[]): string[] => codes({ proof: { ...result.proof, mentors } });
  expect(priced([{ ...first, name: "Ann Example" }])).toEqual(["no-result"]);
  const none = { id: "a", price: first!.price.map(() => 0) };
  const mentees = [none, ...result.proof.mentees.filter(({ id }) => id !== "a")];
  expect(codes({ proof: { ...result.proof, mentees } })).toContain("price-ids");
});

test("verify() refutes an unknown solver and what is no version, and notes another version", () => {
  const run = (change: object): object => ({ run: { ...result.run, ...change } });
  expect(codes(run({ solver: "by hand" }))).toEqual(["solver"]);
  expect(codes(run({ version: "latest" }))).toEqual(["version"]);
  const older = verify(pool, policy, { ...result, ...run({ version: "0.0.1" }) } as MatchResult);
  expect(older).toMatchObject({ status: "proved", issues: [], notes: [{ code: "other-version", got: '"0.0.1"' }] });
});

test("verify() refutes a mentor named among unmet minima whose own can be met", () => {
  const short = { mentees: [{ id: "a" }], mentors: [{ id: "x", minimum: 2, capacity: 2 }, { id: "y" }] };
  const infeasible = match(short, policy);
  const [unmet, ...others] = infeasible.findings;
  expect(unmet).toMatchObject({ code: "minimum-unmet", ids: ["x"] });
  const findings = [{ ...unmet!, ids: ["x", "y"], numbers: { people: 2 } }, ...others];
  expect(verify(short, policy, { ...infeasible, findings }).status).toBe("refuted");
});

test("verify() refutes what is nested too deep to be compared", () => {
  let deep: unknown = [];
  for (let level = 0; level < 4_000; level++) deep = { parts: [deep] };
  expect(codes({ matches: [{ ...result.matches[0], parts: deep }] })).toEqual(["no-result"]);
});
