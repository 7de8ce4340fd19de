/** The commands that look at a whole cohort: `advise`, `assess`, `rota`, and what `check` finds. */
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { advise, assess, lint, match, planRota } from "../../src/index.js";
import { command, scratch } from "./command.js";

const POOL = {
  mentees: [
    { id: "ana", department: "Law" },
    { id: "bo", department: "Law" },
    { id: "cy", department: "Art" },
  ],
  mentors: [
    { id: "max", department: "Art" },
    { id: "nia", department: "Law" },
  ],
};
const POLICY = { name: "Example", must: [{ rule: "different-department" }], prefer: [{ criterion: "shared-areas" }] };

function inputs() {
  const { folder, file } = scratch();
  return { folder, file, words: ["--pool", file("pool.json", POOL), "--policy", file("policy.json", POLICY)] };
}

test("mentor-match check tells what the lint finds, with what may be done", async () => {
  const { words } = inputs();
  const { code, out } = await command("check", ...words);
  const found = lint(POLICY, POOL);
  expect([code, found.length > 0]).toEqual([0, true]);
  for (const { path, suggestion } of found) {
    expect(out).toContain(`${path}: `);
    expect(out).toContain(`  ${suggestion}\n`);
  }
  expect(JSON.parse((await command("check", ...words, "--json")).out).lint).toEqual(JSON.parse(JSON.stringify(found)));
});

test("mentor-match advise says whom one more place would help", async () => {
  const { words, file } = inputs();
  const { code, out } = await command("advise", ...words);
  expect(code).toBe(0);
  expect(out).toMatch(/^2 of 3 mentees who ask have a mentor; no matching gives more of them one\n/);
  expect(out).toContain("One more place at one of these mentors gains\n  max  +1 mentee, +");
  const result = match(POOL, POLICY);
  const given = await command("advise", ...words, "--result", file("result.json", result), "--json");
  expect(JSON.parse(given.out)).toEqual(JSON.parse(JSON.stringify(advise(POOL, POLICY, result))));
});

test("mentor-match assess reads a list as CSV or JSON, and says what may not be made and what is lost", async () => {
  const { words, file } = inputs();
  const list = file("list.csv", "Mentee,Mentor,Note\nana,nia,friends\ncy,nia,\n");
  const { code, out } = await command("assess", ...words, "--list", list);
  expect(code).toBe(3);
  expect(out).toContain("2 pairs: 1 may not be made, 1 are in the best matching, too\n");
  expect(out).toContain("May not be made\n  ana  nia  different-department");
  expect(out).toMatch(/coverage +1 +best 2 +short by 1/);
  const pairs = [{ menteeId: "cy", mentorId: "nia" }];
  const json = await command("assess", ...words, "--list", file("list.json", pairs), "--json");
  expect([json.code, JSON.parse(json.out)]).toEqual([0, JSON.parse(JSON.stringify(assess(POOL, POLICY, pairs)))]);
});

test("mentor-match assess says where a list is not one", async () => {
  const { words, file } = inputs();
  const refused = async (text: string) => (await command("assess", ...words, "--list", file("list.csv", text))).err;
  expect(await refused("Who,Whom\na,b\n")).toContain(
    "list.csv, line 1: expected a column for mentees and one for mentors",
  );
  expect(await refused("mentee,mentor\nana,\n")).toContain(
    'list.csv, line 2, column B ("mentor"): expected an id, got nothing',
  );
  expect(await refused("PK\u0003\u0004")).toContain("list.csv, line 1: got an Excel or zip file; ");
  const namesakes = { ...POOL, mentees: POOL.mentees.map((one) => ({ ...one, name: "Sam Twin" })) };
  const named = ["--pool", file("named.json", namesakes), ...words.slice(2)];
  const twins = await command("assess", ...named, "--list", file("list.csv", "mentee,mentor\nSam Twin,max\n"));
  expect(twins.err).toContain(
    'list.csv, line 2, column A ("mentee"): expected one person, got a name that several people have',
  );
  expect(await command("assess", ...words)).toMatchObject({
    code: 2,
    err: "Cannot go on without --list: expected a file; see mentor-match --help\n",
  });
});

test("mentor-match rota plans an event and writes it as a page, a sheet and JSON", async () => {
  const { words, folder } = inputs();
  const out = join(folder, "event");
  const printed = await command("rota", ...words, "--rounds", "2", "--out", out);
  const rota = planRota(POOL, POLICY, { rounds: 2 });
  expect(printed.code).toBe(0);
  expect(printed.out).toContain("Round 1\n  table 1");
  expect(readdirSync(out)).toEqual(["rota.csv", "rota.html", "rota.json"]);
  const rows = readFileSync(join(out, "rota.csv"), "utf8").trimEnd().split("\r\n");
  expect(rows.length - 1).toBe(rota.rounds.flatMap(({ meetings }) => meetings).length);
  const page = readFileSync(join(out, "rota.html"), "utf8");
  for (const { meetings } of rota.rounds)
    for (const { table, mentorId, menteeIds } of meetings) {
      expect(page).toContain(`<td>${table}: ${menteeIds.join(", ")}</td>`);
      expect(page).toContain(`<td>${table}: ${mentorId}</td>`);
    }
  expect(JSON.parse((await command("rota", ...words, "--rounds", "2", "--json")).out)).toEqual(
    JSON.parse(JSON.stringify(rota)),
  );
});

test("mentor-match rota needs rounds that are a number", async () => {
  const { words } = inputs();
  expect(await command("rota", ...words)).toMatchObject({ code: 2, err: expect.stringContaining("--rounds") });
  expect(await command("rota", ...words, "--rounds", "two")).toMatchObject({
    code: 2,
    err: "Cannot read --rounds: expected a number\n",
  });
});

test("mentor-match takes pals for the scheme beside a folder of that name, too", async () => {
  const { folder, file } = scratch();
  mkdirSync(join(folder, "pals"));
  const pool = file("pool.json", POOL);
  const before = process.cwd();
  try {
    process.chdir(folder);
    expect((await command("match", "--pool", pool, "--policy", "pals")).out).toMatch(/^PaLS: /);
  } finally {
    process.chdir(before);
  }
});
