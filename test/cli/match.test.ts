/** The commands that match: `match` and `demo`. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { match, parsePolicy, verify } from "../../src/index.js";
import { textReport } from "../../src/report/text.js";
import { accelerate, accelerateCohort } from "../../src/schemes/index.js";
import { command, scratch } from "./command.js";

const POOL = { mentees: [{ id: "e07" }, { id: "e09", name: "Kim Secret" }], mentors: [{ id: "r12" }] };
const POLICY = { name: "Example" };
const RESULT = `${JSON.stringify(match(POOL, POLICY), null, 2)}\n`;

/** A folder with a pool and a policy, and the words that name them. */
function inputs(pool: unknown = POOL, policy: unknown = POLICY) {
  const { folder, file } = scratch();
  return { folder, file, words: ["match", "--pool", file("pool.json", pool), "--policy", file("policy.json", policy)] };
}

test("mentor-match match prints the report, and with --json the result itself", async () => {
  const { words } = inputs();
  const text = textReport(parsePolicy(POLICY), match(POOL, POLICY));
  expect(await command(...words)).toEqual({ code: 0, out: text, err: "" });
  expect(await command(...words, "--json")).toEqual({ code: 0, out: RESULT, err: "" });
});

const FILES = [
  "pairs.csv",
  "policy.json",
  "pool.json",
  "report.html",
  "report.md",
  "reserve.csv",
  "result.json",
  "unmatched.csv",
];

test("mentor-match match --out writes the result into a folder that it makes, and says where", async () => {
  const { folder, words } = inputs();
  const out = join(folder, "a", "b");
  const { code, out: said } = await command(...words, "--out", out);
  expect(code).toBe(0);
  for (const name of FILES) expect(said).toContain(join(out, name));
  expect(readFileSync(join(out, "result.json"), "utf8")).toBe(RESULT);
  expect(readdirSync(out)).toEqual(FILES);
});

test("mentor-match match --out --json prints JSON and nothing else", async () => {
  const { folder, words } = inputs();
  expect((await command(...words, "--out", join(folder, "new"), "--json")).out).toBe(RESULT);
});

test("mentor-match match replaces a result only with --force", async () => {
  const { folder, file, words } = inputs();
  const path = file("result.json", "mine");
  expect(await command(...words, "--out", folder)).toEqual({
    code: 2,
    out: "",
    err: `Cannot write ${path}: it is there already; --force replaces it\n`,
  });
  expect(readFileSync(path, "utf8")).toBe("mine");
  expect((await command(...words, "--out", folder, "--force")).code).toBe(0);
  expect(readFileSync(path, "utf8")).toBe(RESULT);
});

test("mentor-match match says when it cannot write", async () => {
  const { file, words, folder } = inputs();
  const { code, err } = await command(...words, "--out", file("taken", "a file"));
  expect(code).toBe(2);
  expect(err).toMatch(/^Cannot write .*result\.json: .*taken is a file, expected a folder\n$/);
  mkdirSync(join(folder, "full", "report.md"), { recursive: true });
  expect((await command(...words, "--out", join(folder, "full"), "--force")).err).toMatch(
    /^Cannot write .*report\.md: there is a folder of that name\n$/,
  );
  expect(readdirSync(join(folder, "full"))).toEqual(["report.md"]);
  expect(await command(...words, "--out", "")).toMatchObject({
    code: 2,
    err: "Cannot write into --out: expected a folder, got nothing\n",
  });
});

test("mentor-match match says which file it lacks or cannot read", async () => {
  const { folder, words } = inputs();
  const missing = join(folder, "no.json");
  expect(await command("match")).toMatchObject({
    code: 2,
    err: "Cannot go on without --pool: expected a file; see mentor-match --help\n",
  });
  expect((await command(...words.slice(0, 3))).err).toMatch(/^Cannot go on without --policy: /);
  const { code, err } = await command("match", "--pool", missing);
  expect(code).toBe(2);
  expect(err).toBe(`Cannot read the pool from ${missing}: there is no such file or folder (ENOENT)\n`);
  expect((await command("match", "--pool", folder)).err).toContain("EISDIR");
});

test.skipIf(process.platform === "win32")(
  "mentor-match match leaves a rare reason to the system's own words",
  async () => {
    const loop = join(scratch().folder, "loop.json");
    symlinkSync(loop, loop);
    const { code, err } = await command("match", "--pool", loop);
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^Cannot read the pool from .*loop\.json: ELOOP: too many /),
    ]);
  },
);

test("mentor-match match says where a file stops being JSON, without quoting it", async () => {
  const broken = (text: string) =>
    command(...inputs(text).words).then(({ code, err }) => [code, err.replace(/from \S+: /, "")]);
  const stops = (place: string) => [2, `Cannot read the pool expected JSON, which it stops being at ${place}\n`];
  expect(await broken('{\n  "mentees": [\n    Kim Secret')).toEqual(stops("line 3, column 5"));
  expect(await broken("")).toEqual(stops("line 1, column 1"));
  expect(await broken('{ "a": 1, // no\n}')).toEqual(stops("line 1, column 11"));
  const deep = "got brackets nested too deep to say where it stops being JSON";
  expect(await broken("[".repeat(200_000))).toEqual([2, `Cannot read the pool expected JSON, ${deep}\n`]);
});

test("mentor-match match passes over a byte order mark", async () => {
  const { code, out } = await command(...inputs(`\uFEFF${JSON.stringify(POOL)}`).words, "--json");
  expect([code, out]).toEqual([0, RESULT]);
});

test("mentor-match match lists all that is wrong with a pool or a policy, naming people by id", async () => {
  const wrong = {
    ...POOL,
    mentees: [
      { id: "e07", garde: "x" },
      { id: "e09", name: "Kim Secret", capacity: "one" },
    ],
  };
  const { code, out, err } = await command(...inputs(wrong).words);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toMatch(
    /^Cannot read the pool: 2 issues\n {2}mentees\[0\]\.garde \(e07\): .*\n {2}mentees\[1\]\.capacity/,
  );
  expect(err).not.toContain("Secret");
  const policy = await command(...inputs(POOL, { name: "x", must: [{ rule: "no-conflct" }] }).words);
  expect([policy.code, policy.err.split("\n")[0]]).toEqual([2, "Cannot read the policy: 1 issue"]);
});

test("mentor-match match ends with 3 where the result is not proved, and still prints and writes it", async () => {
  const short = { mentees: [{ id: "e07" }], mentors: [{ id: "r12", minimum: 2, capacity: 2 }] };
  const { folder, words } = inputs(short);
  const { code, out } = await command(...words, "--out", join(folder, "new"));
  expect(code).toBe(3);
  expect(out).toContain("infeasible");
  expect(readdirSync(join(folder, "new"))).toEqual(FILES);
});

test("mentor-match demo matches a made-up cohort, the same each time, and proves it", async () => {
  const { code, out } = await command("demo");
  expect(code).toBe(0);
  expect(out).toMatch(/^Demo scheme: \d+ of \d+ mentees matched, mean score .*; proved: nothing better exists\n/);
  const again = await command("demo", "--json");
  expect(again.code).toBe(0);
  expect(JSON.parse(again.out)).toMatchObject({ status: "proved" });
  expect((await command("demo", "--json")).out).toBe(again.out);
});

const NAMES = "pals, lmic, accelerate, hee";

test.each(["pals", "lmic", "accelerate", "hee"])(
  "mentor-match demo %s tells the scheme's story, and proves it",
  async (name) => {
    const { code, out } = await command("demo", name);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^[A-Za-z]+: a made-up cohort of \d+ mentees and \d+ mentors on \d{4}-\d\d-\d\d\n\nThe round\n/,
    );
    expect(out.match(/checked from scratch: proved/g)).toHaveLength(2);
    expect(out).toMatch(/The next round, on .* declined after their first meeting\n/);
    expect(out).not.toMatch(/undefined|NaN|\[object/);
  },
);

test("mentor-match demo gives a scheme's result as JSON, and names the schemes it has", async () => {
  const json = await command("demo", "accelerate", "--json");
  expect([json.code, (JSON.parse(json.out) as { matches: object[] }).matches.length]).toEqual([0, 20]);
  expect(await command("demo", "toString")).toEqual({
    code: 2,
    out: "",
    err: `Cannot show the scheme "toString": expected one of ${NAMES}\n`,
  });
});

test("mentor-match match and verify take a scheme's policy by its name, unless there is such a file", async () => {
  const { folder, file } = scratch();
  const pool = ["--pool", file("pool.json", accelerateCohort())];
  const run = await command("match", ...pool, "--policy", "accelerate", "--json");
  expect([run.code, JSON.parse(run.out)]).toEqual([
    0,
    JSON.parse(JSON.stringify(match(accelerateCohort(), accelerate))),
  ]);
  const result = file("result.json", run.out);
  expect((await command("verify", ...pool, "--policy", "accelerate", "--result", result)).code).toBe(0);
  expect((await command("verify", ...pool, "--policy", "pals", "--result", result)).code).toBe(3);
  const own = file("accelerate", POLICY);
  expect(JSON.parse((await command("match", ...pool, "--policy", own, "--json")).out)).toMatchObject({
    run: { seed: "Example" },
  });
  const missing = join(folder, "pasl");
  expect((await command("match", ...pool, "--policy", missing)).err).toBe(
    `Cannot read the policy from ${missing}: there is no such file; expected a file, or a scheme's name of ${NAMES}\n`,
  );
});

test("verify() proves what match writes", () => {
  expect(verify(POOL, POLICY, JSON.parse(RESULT)).status).toBe("proved");
});
