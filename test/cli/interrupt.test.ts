/** What is left behind where a run is interrupted or cannot write: whole files or none, and nothing under another name. */
import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { save } from "../../src/cli/save.js";
import { type Built, built } from "./built.js";
import { command, scratch } from "./command.js";

let cli: Built;
beforeAll(async () => {
  cli = await built();
}, 120_000);
afterAll(() => cli.remove());

const many = (letter: string) => Array.from({ length: 40 }, (_, at) => ({ id: `${letter}${at}` }));
const POOL = JSON.stringify({ mentees: many("e"), mentors: many("r") });

/** Runs a match into a folder and interrupts it then, or as it writes; how it ended. */
function interrupted(out: string, signal: NodeJS.Signals, afterMs?: number): Promise<number | NodeJS.Signals | null> {
  const words = ["match", "--pool", "pool.json", "--policy", "policy.json", "--out", out];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli.path, ...words], { cwd: cli.desk, stdio: "ignore" });
    const timer = afterMs === undefined ? undefined : setTimeout(() => child.kill(signal), afterMs);
    // The folder is made when the writing begins.
    const watch =
      afterMs === undefined ? setInterval(() => existsSync(join(cli.desk, out)) && child.kill(signal), 0) : undefined;
    child.on("close", (code, ended) => {
      clearTimeout(timer);
      clearInterval(watch);
      resolve(ended ?? code);
    });
  });
}

/** The same run left alone: what each file should hold. */
async function whole(): Promise<{ readonly files: ReadonlyMap<string, string>; readonly ms: number }> {
  writeFileSync(join(cli.desk, "pool.json"), POOL);
  writeFileSync(join(cli.desk, "policy.json"), '{ "name": "Example" }');
  const before = performance.now();
  expect(await interrupted("whole", "SIGINT", 100_000)).toBe(0);
  const ms = performance.now() - before;
  const names = readdirSync(join(cli.desk, "whole"));
  return { files: new Map(names.map((name) => [name, readFileSync(join(cli.desk, "whole", name), "utf8")])), ms };
}

test.skipIf(process.platform === "win32")(
  "mentor-match match --out leaves all of its files or none when Ctrl-C ends it, whenever that is",
  async () => {
    const { files, ms } = await whole();
    expect(files.size).toBeGreaterThan(5);
    const ends = new Set<unknown>();
    for (let round = 0; round < 10; round++) {
      const out = `round-${round}`;
      // From the start of the process to a little after its end.
      ends.add(await interrupted(out, "SIGINT", round % 2 === 0 ? (ms * (round + 1)) / 8 : undefined));
      const folder = join(cli.desk, out);
      const left = existsSync(folder) ? readdirSync(folder).sort() : [];
      expect([[], [...files.keys()].sort()]).toContainEqual(left);
      for (const name of left) expect(readFileSync(join(folder, name), "utf8")).toBe(files.get(name));
    }
    expect(ends).toContain("SIGINT");
  },
  240_000,
);

test("save() waits with Ctrl-C until all files are whole, and listens no longer than that", () => {
  const { folder } = scratch();
  const before = process.listenerCount("SIGINT");
  const during: number[] = [];
  const files = {
    get "a.txt"(): string {
      return "a";
    },
    "b.txt": "b",
  };
  const on = vi.spyOn(process, "on");
  const written = save({ out: join(folder, "new") }, files);
  during.push(on.mock.calls.filter(([event]) => event === "SIGINT").length);
  on.mockRestore();
  expect([during, process.listenerCount("SIGINT") - before]).toEqual([[1], 0]);
  expect(written.map((path) => readFileSync(path, "utf8"))).toEqual(["a", "b"]);
  expect(readdirSync(join(folder, "new"))).toEqual(["a.txt", "b.txt"]);
});

test("save() leaves what was there, and nothing else, when a file in the middle cannot be written", () => {
  const { folder } = scratch();
  writeFileSync(join(folder, "a.txt"), "before");
  const tooLong = `${"b".repeat(300)}.txt`;
  expect(() => save({ out: folder, force: true }, { "a.txt": "after", [tooLong]: "b" })).toThrow(
    /^Cannot write .*b\.txt: the name is too long \(ENAMETOOLONG\)$/,
  );
  expect([readdirSync(folder), readFileSync(join(folder, "a.txt"), "utf8")]).toEqual([["a.txt"], "before"]);
});

test("save() replaces no file without --force, and no folder with it", () => {
  const { folder } = scratch();
  writeFileSync(join(folder, "b.txt"), "before");
  mkdirSync(join(folder, "c.txt"));
  expect(() => save({ out: folder }, { "a.txt": "a", "b.txt": "b" })).toThrow(
    "it is there already; --force replaces it",
  );
  expect(() => save({ out: folder, force: true }, { "a.txt": "a", "c.txt": "c" })).toThrow(
    "there is a folder of that name",
  );
  expect(readdirSync(folder)).toEqual(["b.txt", "c.txt"]);
});

const isRoot = process.getuid?.() === 0;

test.skipIf(process.platform === "win32" || isRoot)(
  "mentor-match says before it begins that it may not write there",
  async () => {
    const { folder, file } = scratch();
    const shut = join(folder, "shut");
    mkdirSync(shut);
    chmodSync(shut, 0o500);
    const words = ["match", "--pool", file("pool.json", { mentees: [], mentors: [] }), "--policy", "pals"];
    const { code, out, err } = await command(...words, "--out", join(shut, "new"));
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^Cannot write .*result\.json: it is not permitted \(EACCES\)\n$/);
  },
);

test.skipIf(!existsSync("/dev/full"))("mentor-match ends with 2 and says so where the disk is full", async () => {
  const { folder, file } = scratch();
  const out = join(folder, "new");
  mkdirSync(out);
  // Whatever is written first goes where there is no room.
  symlinkSync("/dev/full", join(out, `result.json.${process.pid}.tmp`));
  const words = ["match", "--pool", file("pool.json", { mentees: [], mentors: [] }), "--policy", "pals", "--out", out];
  const { code, err } = await command(...words);
  expect([code, err]).toEqual([2, `Cannot write ${join(out, "result.json")}: the disk is full (ENOSPC)\n`]);
  expect(readdirSync(out)).toEqual([]);
});

test("mentor-match says which path is not there, or is a folder, for every kind of file", async () => {
  const { folder, file } = scratch();
  const policy = file("policy.json", { name: "n" });
  const sheet = file("a.csv", "ID\n1\n");
  const gone = join(folder, "no", "such.csv");
  for (const words of [
    ["match", "--pool", gone, "--policy", policy],
    ["match", "--mentees", gone, "--mentors", sheet, "--policy", policy, "--out", join(folder, "x")],
    [
      "match",
      "--mentees",
      sheet,
      "--mentors",
      sheet,
      "--columns",
      gone,
      "--policy",
      policy,
      "--out",
      join(folder, "x"),
    ],
    ["columns", gone, "--out", join(folder, "x")],
    ["verify", "--pool", gone, "--policy", policy, "--result", gone],
  ]) {
    const { code, out, err } = await command(...words);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(`${gone}: there is no such file or folder (ENOENT)`);
  }
  expect((await command("columns", folder, "--out", join(folder, "x"))).err).toContain(
    `${folder}: it is a folder (EISDIR)`,
  );
  expect((await command("match", "--pool", folder, "--policy", policy)).err).toContain(
    `${folder}: it is a folder (EISDIR)`,
  );
});

test("mentor-match reads JSON as a Windows shell writes it, in UTF-16 and with line breaks of its own", async () => {
  const { folder, file } = scratch();
  const path = join(folder, "pool.json");
  const pool = JSON.stringify({ mentees: [{ id: "é1" }], mentors: [{ id: "r1" }] }, null, 1).replaceAll("\n", "\r\n");
  writeFileSync(path, Buffer.from(`\uFEFF${pool}`, "utf16le"));
  const { code, out } = await command(
    "match",
    "--pool",
    path,
    "--policy",
    file("policy.json", { name: "n" }),
    "--json",
  );
  expect([code, (JSON.parse(out) as { matches: { menteeId: string }[] }).matches[0]?.menteeId]).toEqual([0, "é1"]);
});

const ROWS = "Email,Name\nann@example.org,Ann Özil\n";
const BOM = "\uFEFF";

test.each<[string, string | Uint8Array, string | undefined]>([
  ["CRLF and a byte order mark", BOM + ROWS.replaceAll("\n", "\r\n"), undefined],
  ["semicolons", ROWS.replaceAll(",", ";"), undefined],
  ["UTF-16 with its mark", Buffer.from(BOM + ROWS, "utf16le"), undefined],
  ["nothing", "", "mentees.csv, line 1: expected a header, got an empty file"],
  ["blank rows alone", "\r\n\r\n", "mentees.csv, line 1: expected a header, got an empty file"],
  ["a header twice", "Email,Email\na@example.org,b\n", "expected each header once, got it as in column 1, too"],
])("mentor-match match reads, or refuses by its place, a sheet with %s", async (_, content, refused) => {
  const { folder, file } = scratch();
  const mentees = join(folder, "mentees.csv");
  writeFileSync(mentees, content);
  const sheets = ["--mentees", mentees, "--mentors", file("mentors.csv", "Email\ncy@example.org\n")];
  const policy = file("policy.json", { name: "n" });
  const { code, err } = await command("match", ...sheets, "--policy", policy, "--out", join(folder, "out"));
  if (refused === undefined) expect([code, err]).toEqual([0, ""]);
  else expect([code, err.includes(refused), existsSync(join(folder, "out"))]).toEqual([2, true, false]);
});
