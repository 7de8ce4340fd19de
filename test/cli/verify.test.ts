/** The command that checks a result. */
import { expect, test } from "vitest";
import { type MatchResult, match } from "../../src/index.js";
import { VERSION } from "../../src/version.js";
import { command, scratch } from "./command.js";

const POOL = {
  mentees: [{ id: "e07", lineManager: "r12" }, { id: "e09" }, { id: "e11" }],
  mentors: [{ id: "r12" }, { id: "r14" }],
  pairs: [{ menteeId: "e07", mentorId: "r12", status: "met" as const }],
};
const POLICY = { name: "Example", must: [{ rule: "not-line-manager" }] };
const result = match(POOL, POLICY);

function verified(changed: unknown, ...more: string[]) {
  const { file } = scratch();
  const words = ["--pool", file("pool.json", POOL), "--policy", file("policy.json", POLICY)];
  return command("verify", ...words, "--result", file("result.json", changed), ...more);
}

test("mentor-match verify says that a proved result holds, with its levels and standing pairs that break a rule", async () => {
  const { code, out, err } = await verified(result);
  expect([code, err]).toEqual([0, ""]);
  const lines = out.split("\n");
  expect(lines[0]).toBe("proved: matches, reasons, levels, findings and hashes hold");
  expect(lines[1]).toBe("  coverage: value 2, bound 2");
  expect(lines.at(-2)).toBe("  standing pairs that break a rule today: 1");
});

test("mentor-match verify --json prints what verify() returns", async () => {
  const { code, out } = await verified(result, "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ status: "proved", issues: [], standingBreaks: 1 });
  expect(out.endsWith("}\n")).toBe(true);
});

test("mentor-match verify lists what is not so, both sides from a little before they part, and ends with 3", async () => {
  const seed = await verified({ ...result, run: { ...result.run, seed: "other" } });
  expect([seed.code, seed.err]).toEqual([3, ""]);
  expect(seed.out.split("\n").slice(0, 2)).toEqual([
    "refuted: 1 thing is not so",
    '  seed: expected "Example", got "other"',
  ]);
  const long = await verified({ ...result, reserve: [{ mentorId: "x".repeat(300), places: 1 }] });
  expect(long.out.split("\n")[1]).toMatch(/^ {2}reserve: expected .{2,12}, got \[\{"mentorId":"x{80,100}…$/);
  const late = await verified({ ...result, notTakingPart: [{ id: "e", role: "mentee", refusedBy: [] }] });
  expect([late.code, late.out.split("\n")[1]]).toEqual([
    3,
    '  not-taking-part: expected [], got [{"id":"e","refusedBy":[],"role":"mentee"}]',
  ]);
  const score = await verified({ ...result, matches: result.matches.map((one) => ({ ...one, score: 1 })) });
  expect(score.out.split("\n")[1]).toMatch(/^ {2}match e07 r12: expected ….{30,}"score":0\}, got ….{30,}"score":1\}$/);
});

test("mentor-match verify lists twenty things and says how many more there are", async () => {
  const { file } = scratch();
  const pool = {
    mentees: Array.from({ length: 30 }, (_, at) => ({ id: `e${at}` })),
    mentors: [{ id: "r", capacity: 30 }],
  };
  const whole = match(pool, { name: "x" });
  const spoilt: MatchResult = { ...whole, matches: whole.matches.map((one) => ({ ...one, score: 1 })) };
  const words = ["--pool", file("pool.json", pool), "--policy", file("policy.json", { name: "x" })];
  const { out } = await command("verify", ...words, "--result", file("result.json", spoilt));
  const lines = out.split("\n");
  expect(lines[0]).toMatch(/^refuted: \d\d things are not so$/);
  expect(lines.filter((line) => line.startsWith("  match "))).toHaveLength(20);
  expect(lines[21]).toMatch(/^ {2}… and \d+ more$/);
});

test("mentor-match verify does not pass a result that holds and is not proved", async () => {
  const { file } = scratch();
  const pool = { mentees: [{ id: "e07" }], mentors: [{ id: "r12", minimum: 2, capacity: 2 }] };
  const infeasible = match(pool, { name: "x" });
  const words = ["--pool", file("pool.json", pool), "--policy", file("policy.json", { name: "x" })];
  const { code, out } = await command("verify", ...words, "--result", file("result.json", infeasible));
  expect([code, out.split("\n")[0]]).toEqual([3, "infeasible: matches, reasons, levels, findings and hashes hold"]);
});

test("mentor-match verify notes that another version made the result, and still passes it", async () => {
  const { code, out } = await verified({ ...result, run: { ...result.run, version: "0.0.1" } });
  expect([code, out.split("\n").at(-2)]).toEqual([
    0,
    `  note: other-version: made by "0.0.1", checked by "${VERSION}"`,
  ]);
});

test("mentor-match verify refuses a file that is missing or holds no result", async () => {
  const none = await verified({ format: "another" });
  expect([none.code, none.out.split("\n")[0]]).toEqual([3, "refuted: 1 thing is not so"]);
  const { file } = scratch();
  const words = ["--pool", file("pool.json", POOL), "--policy", file("policy.json", POLICY)];
  expect(await command("verify", ...words)).toEqual({
    code: 2,
    out: "",
    err: "Cannot go on without --result: expected a file; see mentor-match --help\n",
  });
});
