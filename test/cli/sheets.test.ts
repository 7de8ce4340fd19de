/** The command line on sheets, from the files to the exit code; the pages of docs/from-a-spreadsheet.md among them. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { offsetOf } from "../../src/cli/zones.js";
import { codeBlocks } from "../helpers/code-blocks.js";
import { command } from "./command.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "mentor-match-sheets-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;

/** A folder of its own with these files, and the command line in it. */
function desk(files: { readonly [name: string]: string }) {
  const place = join(folder, String(made++));
  mkdirSync(place);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(place, name), text);
  const run = async (...words: string[]) => {
    const before = process.cwd();
    process.chdir(place);
    try {
      const { code, out, err } = await command(...words);
      return { status: code, stdout: out, stderr: err };
    } finally {
      process.chdir(before);
    }
  };
  const read = (name: string): string => readFileSync(join(place, name), "utf8");
  const json = (name: string): Record<string, unknown> => JSON.parse(read(name)) as Record<string, unknown>;
  return { place, run, read, json, write: (name: string, text: string) => writeFileSync(join(place, name), text) };
}

const POLICY = JSON.stringify({ name: "Test", must: [{ rule: "different-department" }] });
const MENTEES = "Email,Name,Department\nann@example.org,Ann Example,History\nbo@example.org,=Bo Example,Physics\n";
const MENTORS = "Email,Name,Department\ncy@example.org,Cy Example,Physics\ndi@example.org,Di Sample,History\n";
const FILES = { "a.csv": MENTEES, "b.csv": MENTORS, "policy.json": POLICY };
const MATCH = ["match", "--mentees", "a.csv", "--mentors", "b.csv", "--policy", "policy.json", "--out", "out"];

describe("mentor-match match, on sheets", () => {
  test("notices one name under two ids, on one side or on both", async () => {
    const twice = `${MENTEES}ann@elsewhere.example,"Example, Ann",Physics\n`;
    const both = `${MENTORS}bo@elsewhere.example,Dr Bo Sample,History\nann@example.org,Ann Example,History\n`;
    const { run, read } = desk({ ...FILES, "a.csv": twice, "b.csv": both });
    const { stdout, status } = await run(...MATCH);
    expect(status).toBe(0);
    expect(stdout.match(/the same name as in .*/g)).toEqual([
      "the same name as in a.csv, line 2, with another id: if this is one person, give both rows one address",
    ]);
    expect(stdout).toContain("a.csv, line 4: the same name");
    expect(read("out/noticed.csv")).toContain("same-name");
  });

  test("says where the numbers of days stand that should be days", async () => {
    const waiting = "Email,Name,Waiting since\nann@example.org,Ann Example,46180\n";
    const { stderr, status } = await desk({ ...FILES, "a.csv": waiting }).run(...MATCH);
    expect(status).toBe(2);
    expect(stderr).toContain("expected a day shown as a day (format these cells as dates and save again), got ");
  });
  test("writes into noticed.csv what it shows, grades that the ladder does not have among it", async () => {
    const graded = "Email,Name,Grade\ncy@example.org,Cy Example,Proffessor\n";
    const policy = JSON.stringify({ name: "Test", ladder: ["Postdoc", "Professor"], must: [{ rule: "more-senior" }] });
    const { run, read } = desk({ ...FILES, "b.csv": graded, "policy.json": policy });
    expect((await run(...MATCH)).stdout).toContain('b.csv, line 2, column C ("Grade"): the ladder has no such grade');
    expect(read("out/noticed.csv")).toContain("the ladder has no such grade,grade-not-on-ladder,");
  });

  test("does what docs/from-a-spreadsheet.md shows, from the first mistake to the proved matching", async () => {
    const page = "docs/from-a-spreadsheet.md";
    const blocks = codeBlocks(page, readFileSync(join(root, page), "utf8"));
    const of = (language: string) => blocks.filter((block) => block.language === language).map(({ code }) => code);
    const [mentees = "", mentors = ""] = of("csv");
    const [mistakes = "", noticed = ""] = of("text");
    const { run, write } = desk({ "mentees.csv": mentees, "mentors.csv": mentors, "policy.json": of("json")[0]! });
    const command = ["match", "--mentees", "mentees.csv", "--mentors", "mentors.csv", "--policy", "policy.json"];
    const again = () => run(...command, "--out", "matched");

    const { status, stdout, stderr } = await again();
    expect([status, stdout, stderr.replace(/p-[0-9a-f]{12}/g, "p-…")]).toEqual([2, "", `${mistakes}\n`]);
    write("mentors.csv", mentors.replace("two", "2"));
    write("mentees.csv", mentees.replace(/^3,.*$/m, ""));
    expect(await again()).toMatchObject({ status: 0, stdout: expect.stringContaining(noticed) });
    write("mentors.csv", mentors.replace("two", "2").replace("Profesor", "Professor"));
    const last = await run(...command, "--out", "matched", "--force");
    expect(last).toMatchObject({ status: 0, stdout: expect.stringContaining("2 of 2 mentees matched") });
  });

  test("writes a result that holds, and no name or address but in the key", async () => {
    const { run, read, json, place } = desk(FILES);
    expect(await run(...MATCH)).toMatchObject({ status: 0, stderr: "" });
    const verified = await run(
      "verify",
      "--pool",
      "out/pool.json",
      "--policy",
      "policy.json",
      "--result",
      "out/result.json",
    );
    expect(verified).toMatchObject({ status: 0 });
    const telling = readdirSync(join(place, "out")).filter((name) => /example|Ann|Cy/.test(read(`out/${name}`)));
    expect(telling).toEqual(["key.json"]);
    expect((json("out/key.json").people as object[]).length).toBe(4);
    expect(read("out/pairs.csv").split("\r\n")).toHaveLength(4);
  });

  test("gives the same ids again with the key of an earlier run, and others without", async () => {
    const { run, read } = desk(FILES);
    const to = (out: string, ...words: string[]) => run(...MATCH.slice(0, -1), out, ...words);
    await to("first");
    await to("second", "--key", "first/key.json");
    await to("third");
    expect(read("second/pool.json")).toBe(read("first/pool.json"));
    expect(read("second/key.json")).toBe(read("first/key.json"));
    expect(read("third/pool.json")).not.toBe(read("first/pool.json"));
  });

  test("adds names where --names asks for them, as text that is no formula", async () => {
    const { run, read } = desk(FILES);
    expect(await run(...MATCH, "--names")).toMatchObject({ status: 0 });
    expect(read("out/pairs.csv")).toContain(",'=Bo Example,bo@example.org,");
  });

  test("replaces nothing without --force, not even one file of all", async () => {
    const { run, read, place } = desk(FILES);
    mkdirSync(join(place, "out"));
    writeFileSync(join(place, "out", "key.json"), "mine");
    expect(await run(...MATCH)).toMatchObject({ status: 2, stderr: expect.stringContaining("it is there already") });
    expect([readdirSync(join(place, "out")), read("out/key.json")]).toEqual([["key.json"], "mine"]);
    expect(await run(...MATCH, "--force")).toMatchObject({ status: 0 });
  });

  test("keeps the standard output JSON, what was noticed going to the standard error", async () => {
    const { run } = desk({ ...FILES, "b.csv": MENTORS.replace("Name", "Shoe size") });
    const { stdout, stderr } = await run(...MATCH, "--json");
    expect(JSON.parse(stdout)).toMatchObject({ status: "proved" });
    expect(JSON.parse(stderr)).toEqual({ noticed: ['b.csv, line 1, column B ("Shoe size"): this column is not used'] });
  });

  test.each([
    [["--mentees", "a.csv"], "expected --mentees and --mentors, or --people"],
    [["--people", "a.csv", "--mentors", "b.csv"], "expected --mentees and --mentors, or --people"],
    [["--people", "a.csv", "--pool", "p.json"], "expected one of them"],
    [["--people", "none.csv"], "Cannot read the sheet none.csv"],
    [["--people", "a.csv", "--as-of", "tomorrow"], "--as-of"],
    [["--people", "a.csv", "--key", "policy.json"], "expected a key.json"],
    [["--mentees", "a.csv", "--mentors", "b.csv"], "Cannot go on without --out"],
  ])("refuses %j", async (words, message) => {
    const { run } = desk(FILES);
    const refused = await run("match", "--policy", "policy.json", ...words);
    expect(refused).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining(message) });
  });

  test("refuses a map with a slip in a header or a field, and suggests what was meant", async () => {
    const columns = { Email: "email", Departmnt: "department", Name: "nam" };
    const { run, write } = desk({ ...FILES, "columns.json": JSON.stringify({ columns }) });
    expect((await run(...MATCH, "--columns", "columns.json")).stderr).toContain('did you mean "name"?');
    write("columns.json", JSON.stringify({ columns: { ...columns, Name: "name" } }));
    expect((await run(...MATCH, "--columns", "columns.json")).stderr).toContain('did you mean "Department"?');
  });
});

describe("mentor-match match, on the other sheets of a pool", () => {
  const PAIRS = "Mentee,Mentor,Status\nAnn Example,cy@example.org,met\n";
  const BESIDE = ["--pairs", "pairs.csv", "--forbids", "forbids.csv", "--reporting-lines", "lines.csv"];

  test("puts them into the pool, and into the map that is written", async () => {
    const { run, json, place } = desk({
      ...FILES,
      "pairs.csv": PAIRS,
      "forbids.csv": "Mentee,Mentor,Why\nbo@example.org,Di Sample,asked for\n",
      "lines.csv": "Employee;Manager\nbo@example.org;Cy Example\n",
    });
    expect(await run(...MATCH, ...BESIDE)).toMatchObject({ status: 0, stderr: "" });
    const { pairs, forbids, reportingLines } = json("out/pool.json") as Record<string, object[]>;
    expect([pairs, forbids, reportingLines].map((list) => list?.length)).toEqual([1, 1, 1]);
    expect(json("out/columns.json")).toMatchObject({ pairs: { Mentee: "menteeId" }, forbids: { Why: "reason" } });
    expect(await run("columns", "a.csv", "b.csv", ...BESIDE)).toMatchObject({ status: 0, stderr: "" });
    expect(await run(...MATCH, ...BESIDE, "--columns", "columns.json", "--force")).toMatchObject({ status: 0 });
    expect(existsSync(join(place, "out", "result.json"))).toBe(true);
  });

  test("tells with file, line and column what only sheets and policy together show", async () => {
    const overrides = "Mentee,Mentor,Rule,Reason\nAnn Example,Cy Example,different-departmnt,needed\n";
    const { run } = desk({ ...FILES, "overrides.csv": overrides });
    const { status, stderr } = await run(...MATCH, "--overrides", "overrides.csv");
    expect([status, stderr]).toEqual([2, expect.stringContaining('overrides.csv, line 2, column C ("Rule")')]);
    expect(stderr).toContain('did you mean "different-department"?');
  });

  test("refuses them beside a pool, and a file that is not there", async () => {
    const { run } = desk({ ...FILES, "pool.json": "{}", "pairs.csv": PAIRS });
    const beside = await run("match", "--pool", "pool.json", "--policy", "policy.json", "--pairs", "pairs.csv");
    expect(beside).toMatchObject({ status: 2, stderr: expect.stringContaining("beside --pool") });
    expect((await run(...MATCH, "--locks", "none.csv")).stderr).toContain("Cannot read the sheet none.csv");
  });
});

describe("mentor-match columns", () => {
  test("writes a map that match takes, and replaces it only with --force", async () => {
    const { run, json, place } = desk(FILES);
    expect(await run("columns", "a.csv", "b.csv")).toMatchObject({ status: 0, stderr: "" });
    expect(json("columns.json").columns).toEqual({ Email: "email", Name: "name", Department: "department" });
    expect(await run("columns", "a.csv")).toMatchObject({ status: 2, stderr: expect.stringContaining("--force") });
    expect(await run("columns", "a.csv", "--force")).toMatchObject({ status: 0 });
    expect(await run(...MATCH, "--columns", "columns.json")).toMatchObject({ status: 0 });
    expect(existsSync(join(place, "columns.json.tmp"))).toBe(false);
  });

  test("shows what each column stands for, and what of a form's choices is split where", async () => {
    const form = "E-mail,What do you offer?,Shoe size\ncy@example.org,Grants;Teaching,41\n";
    const { run, json } = desk({ "form.csv": form });
    const { stdout, stderr } = await run("columns", "form.csv");
    expect([stdout, stderr]).toEqual([
      [
        "E-mail              email",
        'What do you offer?  {"field":"areas","split":";"}',
        "Shoe size           ignore",
        "",
        "Written: columns.json\n",
      ].join("\n"),
      "",
    ]);
    expect(json("columns.json").columns).toMatchObject({ "What do you offer?": { field: "areas", split: ";" } });
  });

  test("proposes nothing for a sheet that cannot be read, and writes nothing", async () => {
    const { run, place } = desk({ "twice.csv": "Email,Grade,Grade\ncy@example.org,a,b\n" });
    const { status, stdout, stderr } = await run("columns", "twice.csv");
    expect([status, stdout, readdirSync(place)]).toEqual([2, "", ["twice.csv"]]);
    expect(stderr).toBe(
      'Cannot read the sheets: 1 issue\n  twice.csv, line 1, column C ("Grade"): expected each header once, got it as in column 2, too\n',
    );
  });

  test("asks for a file", async () => {
    expect(await desk({}).run("columns")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("expected a file"),
    });
  });
});

test.each([
  ["Europe/London", "2026-07-01", 1],
  ["Europe/London", "2026-12-01", 0],
  ["Asia/Kathmandu", "2026-07-01", 5.75],
  ["America/St_Johns", "2026-12-01", -3.5],
  ["UTC", "2026-12-01", 0],
  ["Mars/Olympus", "2026-12-01", undefined],
])("offsetOf() says that %s has on %s an offset of %j hours", (zone, day, hours) => {
  expect(offsetOf(zone, day)).toBe(hours);
});

describe("mentor-match check, on sheets", () => {
  const people = (count: number, cell: string): string =>
    `ID,Name,Line manager,Capacity\n${Array.from({ length: count }, (_, at) => `r${at},,${cell}\n`).join("")}`;
  const CHECK = ["check", "--mentees", "e.csv", "--mentors", "b.csv", "--policy", "policy.json"];

  test("says in one line what is the same in many rows, and in which of them", async () => {
    const desked = (count: number) => desk({ ...FILES, "e.csv": "ID\ne1\n", "b.csv": people(count, "Some Body,1") });
    const message = "names somebody who is found in no sheet: not used, give an id or an address\n";
    expect((await desked(2).run(...CHECK)).stdout).toContain(
      `b.csv, lines 2, 3, column C ("Line manager"): ${message}`,
    );
    expect((await desked(25).run(...CHECK)).stdout).toMatch(
      new RegExp(`^b\\.csv, lines 2, 3, (\\d+, ){17}21 and 5 more, column C \\("Line manager"\\): ${message}`, "m"),
    );
  });

  test("counts all that is wrong, and lists the first hundred", async () => {
    const { run } = desk({ ...FILES, "e.csv": "ID\ne1\n", "b.csv": people(120, ",many") });
    const { status, stderr } = await run(...CHECK, "--json");
    const { message, issues, count } = JSON.parse(stderr) as {
      message: string;
      issues: { path: string }[];
      count: number;
    };
    expect([status, message, issues.length, count]).toEqual([2, "Cannot read the sheets: 120 issues", 100, 120]);
    expect(issues.at(-1)?.path).toBe('b.csv, line 101, column D ("Capacity")');
  });

  test("leaves what is wrong with the policy where the policy has it", async () => {
    const policy = JSON.stringify({ name: "Test", constraints: [{ bothOrNeither: ["e1", "e7"] }] });
    const { run } = desk({ ...FILES, "e.csv": "ID\ne1\n", "b.csv": "ID\nr1\n", "policy.json": policy });
    const { status, stderr } = await run(...CHECK);
    expect([status, stderr]).toEqual([2, expect.stringContaining("\n  constraints[0].bothOrNeither (e7): ")]);
  });

  test("says in which rows those stand whom it names by an id made from an address", async () => {
    const graded = "Email,Name,Department,Grade\nann@example.org,Ann Example,History,\n";
    const policy = {
      name: "Test",
      ladder: ["Postdoc"],
      participation: { mentees: [{ rule: "at-least-grade", grade: "Postdoc" }] },
    };
    const { run } = desk({ ...FILES, "a.csv": graded, "policy.json": JSON.stringify(policy) });
    const { stdout, status } = await run(
      "check",
      "--mentees",
      "a.csv",
      "--mentors",
      "b.csv",
      "--policy",
      "policy.json",
    );
    const [, rows = ""] = stdout.split("\nWhose rows these are\n");
    expect([status, /^ {2}p-[0-9a-f]{12} {2}a\.csv, line 2$/m.test(rows)]).toEqual([0, true]);
    for (const [id] of rows.matchAll(/p-\w+/g)) expect(stdout.split(id).length).toBeGreaterThan(2);
  });
});

describe("mentor-match assess, on a run from sheets", () => {
  test("takes addresses and names for the ids that were made of them", async () => {
    const list = 'Mentee,Mentor\nANN@example.org,Cy Example\n"=Bo Example",di@example.org\n';
    const { run, json, write } = desk({ ...FILES, "list.csv": list });
    expect((await run(...MATCH)).status).toBe(0);
    const assessed = JSON.parse((await run("assess", "--from", "out", "--list", "list.csv", "--json")).stdout) as {
      pairs: { menteeId: string; mentorId: string }[];
    };
    const people = json("out/key.json").people as { id: string; email: string }[];
    const idOf = (email: string) => people.find((one) => one.email === email)!.id;
    // The salt is new each time, and with it the order of the ids.
    expect(new Map(assessed.pairs.map(({ menteeId, mentorId }) => [menteeId, mentorId]))).toEqual(
      new Map([
        [idOf("ann@example.org"), idOf("cy@example.org")],
        [idOf("bo@example.org"), idOf("di@example.org")],
      ]),
    );

    write("list.csv", "Mentee,Mentor\nann@example.org,Di Simple\n");
    const { stderr, status } = await run("assess", "--from", "out", "--list", "list.csv");
    expect([status, stderr.includes("Simple")]).toEqual([2, false]);
    expect(stderr).toContain('list.csv, line 2, column B ("Mentor"): expected somebody of the pool on this side');
  });
});
