/** The commands around a round: `init`, `check`, `settle`, `review`. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { match, settle } from "../../src/index.js";
import { command, scratch } from "./command.js";

const SCHEMES = ["pals", "lmic", "accelerate", "hee"];

test.each(SCHEMES)("mentor-match init %s writes sheets and a policy that match as they are", async (scheme) => {
  const { folder } = scratch();
  const { code, out } = await command("init", scheme, "--out", folder);
  expect(code).toBe(0);
  expect(readdirSync(folder)).toEqual(["columns.json", "mentees.csv", "mentors.csv", "policy.json"]);
  // The command that it prints is the command that works.
  const words = out.trimEnd().split("\n").at(-1)!.trim().split(" ").slice(2);
  const matched = await command(...words);
  expect([matched.code, matched.out.includes("Noticed in the sheets")]).toEqual([0, false]);
  const { matches } = JSON.parse(readFileSync(join(folder, "matched", "result.json"), "utf8")) as {
    matches: unknown[];
  };
  expect(matches.length).toBeGreaterThanOrEqual(5);
  const sheets = words.slice(1, words.indexOf("--out"));
  const { mentees, pairs } = JSON.parse((await command("check", ...sheets, "--json")).out).read;
  expect([mentees >= 8, pairs >= matches.length]).toEqual([true, true]);
});

test("mentor-match init puts a folder with blanks into quotes, and match takes the sheets --from there", async () => {
  const folder = join(scratch().folder, "our scheme");
  const { out } = await command("init", "pals", "--out", folder);
  expect(out.endsWith(`  npx mentor-match match --from "${folder}" --out "${join(folder, "matched")}"\n`)).toBe(true);
  expect((await command("check", "--from", folder)).code).toBe(0);
  const own = ["--mentees", join(folder, "mentees.csv"), "--mentors", join(folder, "mentors.csv")];
  const named = await command("check", "--from", folder, ...own, "--json");
  expect(named.out).toBe((await command("check", "--from", folder, "--json")).out);
  // What does not read sheets takes none.
  expect((await command("verify", "--from", folder)).err).toContain("Cannot go on without --pool");
});

test("mentor-match settle --sheets writes what match takes --from there, by the same ids and names", async () => {
  const { folder } = scratch();
  const [start, run, next] = ["start", "run", "next"].map((name) => join(folder, name)) as [string, string, string];
  await command("init", "hee", "--out", start);
  expect((await command("match", "--from", start, "--out", run)).code).toBe(0);
  const settled = ["settle", "--from", run, "--date", "2030-01-01"];
  expect((await command(...settled, "--out", next, "--sheets", "--names")).code).toBe(0);
  expect(readdirSync(next)).toEqual(["columns.json", "mentees.csv", "mentors.csv", "pairs.csv"]);
  const json = join(folder, "json");
  expect((await command(...settled, "--out", json)).code).toBe(0);
  const words = ["--policy", join(start, "policy.json"), "--json"];
  const [ofSheets, ofJson] = [
    await command("match", "--from", next, ...words),
    await command("match", "--from", json, ...words),
  ];
  const matches = (text: string) => (JSON.parse(text) as { matches: unknown }).matches;
  expect(matches(ofSheets.out)).toEqual(matches(ofJson.out));
});

test("mentor-match settle --sheets writes each list of the pool into the sheet that its option is called by", async () => {
  const { folder, file } = scratch();
  const pool = {
    asOf: "2026-10-01",
    mentees: [{ id: "e1" }, { id: "e2" }],
    mentors: [{ id: "r1" }],
    reportingLines: [{ person: "e1", manager: "r1" }],
    forbids: [{ menteeId: "e1", mentorId: "r1", reason: "asked" }],
  };
  const result = file("result.json", match(pool, { name: "Example" }));
  const words = ["--pool", file("pool.json", pool), "--result", result, "--date", "2026-11-01", "--sheets"];
  expect((await command("settle", ...words, "--out", join(folder, "next"))).code).toBe(0);
  const read = (name: string): string => readFileSync(join(folder, "next", name), "utf8").replace(/^\uFEFF/, "");
  expect(read("reporting-lines.csv")).toBe("manager,person\r\nr1,e1\r\n");
  expect(read("forbids.csv")).toBe("menteeId,mentorId,reason\r\ne1,r1,asked\r\n");
  expect(read("pairs.csv")).toBe("menteeId,mentorId,status,since\r\ne2,r1,proposed,2026-11-01\r\n");
});

test("mentor-match init asks for a scheme that it knows, and for a folder", async () => {
  expect(await command("init")).toMatchObject({ code: 2, err: expect.stringContaining("pals, lmic, accelerate, hee") });
  expect(await command("init", "nhs", "--out", "x")).toMatchObject({ code: 2, err: expect.stringContaining('"nhs"') });
  expect(await command("init", "pals")).toMatchObject({ code: 2, err: expect.stringContaining("--out") });
});

const POOL = {
  asOf: "2026-10-01",
  mentees: [{ id: "bo", conflicts: ["ada"] }, { id: "di" }],
  mentors: [{ id: "ada" }, { id: "cy" }],
  pairs: [{ menteeId: "bo", mentorId: "ada", status: "agreed" as const, since: "2026-01-12" }],
};
const POLICY = { name: "Example", must: [{ rule: "no-conflict" }] };

function inputs() {
  const { folder, file } = scratch();
  return { folder, file, words: ["--pool", file("pool.json", POOL), "--policy", file("policy.json", POLICY)] };
}

test("mentor-match check counts what may be, and tells what is wrong", async () => {
  const { words, file } = inputs();
  expect(await command("check", ...words)).toMatchObject({
    code: 0,
    out: expect.stringContaining("Read: 2 mentees, 2 mentors; rules and places allow 1 pair, of 1 mentee\n"),
  });
  const wrong = file("wrong.json", { ...POOL, mentees: [{ id: "bo", garde: 1 }] });
  expect(await command("check", "--pool", wrong, ...words.slice(2))).toMatchObject({
    code: 2,
    err: expect.stringContaining("garde"),
  });
});

test("mentor-match review lists what a rule refuses today, and ends with 3 if there is something", async () => {
  const { words, file } = inputs();
  expect(await command("review", ...words)).toMatchObject({ code: 3, out: "bo  ada  agreed  no-conflict\n" });
  const reportingLines = [{ person: "bo", manager: "ada", from: "2026-06-01" }];
  const dated = file("dated.json", { ...POOL, mentees: [{ id: "bo" }], reportingLines });
  const policy = file("lines.json", { name: "Example", must: [{ rule: "outside-reporting-line" }] });
  expect((await command("review", "--pool", dated, "--policy", policy)).out).toBe(
    "bo  ada  agreed  outside-reporting-line since 2026-06-01\n",
  );
  const fine = file("fine.json", { ...POOL, pairs: [] });
  expect(await command("review", "--pool", fine, ...words.slice(2))).toMatchObject({
    code: 0,
    out: "Every standing pair keeps the rules that bind always.\n",
  });
});

test("mentor-match settle writes the next pool", async () => {
  const { words, folder, file } = inputs();
  const result = match(POOL, POLICY);
  const next = settle(POOL, result, "2026-11-01");
  const given = ["settle", ...words.slice(0, 2), "--result", file("result.json", result), "--date", "2026-11-01"];
  const printed = await command(...given, "--json");
  expect([printed.code, JSON.parse(printed.out)]).toEqual([0, JSON.parse(JSON.stringify(next))]);
  const out = join(folder, "next");
  expect((await command(...given, "--out", out)).out).toBe(`Written: ${join(out, "pool.json")}\n`);
  expect(JSON.parse(readFileSync(join(out, "pool.json"), "utf8"))).toEqual(JSON.parse(printed.out));
  expect(await command(...given.slice(0, 5), "--out", out)).toMatchObject({
    code: 2,
    err: "Cannot go on without --date: expected a day as YYYY-MM-DD\n",
  });
});
