/** Colours: on a terminal only, off where anybody says so, and never another text. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { coloured, colouredError, isColoured } from "../../src/cli/colour.js";
import { runs } from "../helpers/counts.js";
import { type Built, built } from "./built.js";
import { command, scratch } from "./command.js";

const ESCAPE = "\u001b[";
const STYLE = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, "g");

describe("isColoured()", () => {
  test.each<[boolean | undefined, object, { readonly [name: string]: string }, boolean]>([
    [true, {}, {}, true],
    [true, {}, { TERM: "xterm-256color" }, true],
    [false, {}, { TERM: "xterm" }, false],
    [undefined, {}, {}, false],
    [true, {}, { TERM: "dumb" }, false],
    [true, {}, { NO_COLOR: "1" }, false],
    [true, {}, { NO_COLOR: "0" }, false],
    [true, {}, { NO_COLOR: "" }, true],
    [true, { "no-color": true }, {}, false],
    [true, { json: true }, {}, false],
    [false, {}, { FORCE_COLOR: "1" }, true],
    [true, {}, { FORCE_COLOR: "0" }, false],
    [true, {}, { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
    [true, { "no-color": true }, { FORCE_COLOR: "1" }, false],
    [false, { json: true }, { FORCE_COLOR: "1" }, false],
  ])("of a terminal %j with %j and %j is %j", (isTerminal, flags, env, expected) => {
    expect(isColoured(isTerminal, flags, env)).toBe(expected);
  });
});

test("coloured() changes no text, whatever it is", () => {
  const line = fc.oneof(
    fc.string().map((text) => text.replaceAll("\u001b", "")),
    fc.constantFrom("Noticed", "  proved", "x; proved: y", "refuted: 2 things", "Matches", ""),
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.join("\n");
      const bare = (painted: string): string => painted.replace(STYLE, "");
      expect(bare(coloured(text))).toBe(text);
      expect(bare(colouredError(text))).toBe(text);
    }),
    { numRuns: runs(200) },
  );
});

test("coloured() makes headings bold, statuses red, yellow or green, and findings yellow", () => {
  const text =
    "A: 1 of 2; proved: nothing better\n\nMatches\n  a  b\n\nNoticed\n  a grade\n\nrefuted: 1 thing is not so\n";
  expect(coloured(text)).toBe(
    [
      "A: 1 of 2; \u001b[32mproved\u001b[39m: nothing better",
      "",
      "\u001b[1mMatches\u001b[22m",
      "  a  b",
      "",
      "\u001b[1mNoticed\u001b[22m",
      "\u001b[33m  a grade\u001b[39m",
      "",
      "\u001b[31mrefuted\u001b[39m: 1 thing is not so",
      "",
    ].join("\n"),
  );
  expect(coloured("S: 0 of 1; not proved best\n")).toBe("S: 0 of 1; \u001b[33mnot proved best\u001b[39m\n");
});

/** Both streams as terminals, and nothing in the environment that speaks of colours, for one test. */
function onTerminal(env: { readonly [name: string]: string } = {}): void {
  const before = { out: process.stdout.isTTY, err: process.stderr.isTTY };
  const names = ["NO_COLOR", "FORCE_COLOR", "TERM"] as const;
  const kept = names.map((name) => [name, process.env[name]] as const);
  for (const name of names) delete process.env[name];
  Object.assign(process.env, env);
  process.stdout.isTTY = true;
  process.stderr.isTTY = true;
  onTestFinished(() => {
    process.stdout.isTTY = before.out;
    process.stderr.isTTY = before.err;
    for (const [name, value] of kept) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });
}

const POOL = { mentees: [{ id: "e07" }, { id: "e09" }], mentors: [{ id: "r12" }] };

function words() {
  const { folder, file } = scratch();
  const given = ["match", "--pool", file("pool.json", POOL), "--policy", file("policy.json", { name: "Example" })];
  return { folder, given };
}

test("mentor-match is coloured on a terminal, and the same text without the colours; errors and help, too", async () => {
  const { given } = words();
  const plain = await command(...given);
  const [error, help] = [await command("marry"), await command("--help")];
  onTerminal();
  const painted = await command(...given, "--quiet");
  expect(painted.out).toContain(`${ESCAPE}32mproved${ESCAPE}39m`);
  expect(stripVTControlCharacters(painted.out)).toBe(plain.out);
  const wrong = await command("marry");
  expect([wrong.err.startsWith(`${ESCAPE}31mCannot run`), stripVTControlCharacters(wrong.err)]).toEqual([
    true,
    error.err,
  ]);
  const told = await command("--help");
  expect([told.out.includes(`${ESCAPE}1mUsage`), stripVTControlCharacters(told.out)]).toEqual([true, help.out]);
});

test.each([
  ["NO_COLOR", { NO_COLOR: "1" }, []],
  ["a terminal without colours", { TERM: "dumb" }, []],
  ["--no-color", {}, ["--no-color"]],
  ["--json", {}, ["--json"]],
])("mentor-match is not coloured on a terminal with %s", async (_, env, more) => {
  const { given } = words();
  onTerminal(env);
  const { out, err } = await command(...given, ...more, "--quiet");
  expect([out.includes("\u001b"), err]).toEqual([false, ""]);
  expect((await command("marry", ...more)).err).not.toContain("\u001b");
});

test("mentor-match writes no colours into files", async () => {
  const { folder, given } = words();
  onTerminal({ FORCE_COLOR: "1" });
  const out = join(folder, "run");
  const { out: said } = await command(...given, "--out", out, "--quiet");
  const written = [...stripVTControlCharacters(said).matchAll(/^Written: (.*)$/gm)].map(([, path]) => path!);
  expect(written.length).toBeGreaterThan(5);
  for (const path of written) expect(readFileSync(path, "utf8")).not.toContain("\u001b");
});

test("mentor-match says on a terminal that it is at work, and wipes it away; not with --quiet, not in a pipe", async () => {
  const { given } = words();
  expect((await command(...given)).err).toBe("");
  onTerminal();
  const many = (letter: string) => Array.from({ length: 300 }, (_, at) => ({ id: `${letter}${at}` }));
  const pool = scratch().file("many.json", { mentees: many("e"), mentors: many("r") });
  const { err } = await command("match", "--pool", pool, ...given.slice(3));
  expect(err.startsWith("match …")).toBe(true);
  expect(err).toContain(" looked at");
  expect(err.endsWith(`\r${" ".repeat(40)}\r`)).toBe(true);
  expect((await command(...given, "--quiet")).err).toBe("");
});

describe("on a real terminal", () => {
  let cli: Built;
  beforeAll(async () => {
    cli = await built();
  }, 120_000);
  afterAll(() => cli.remove());
  // util-linux has -e and -c; other systems' script knows neither.
  const isThere = spawnSync("script", ["-qec", "true", "/dev/null"], { stdio: "ignore" }).status === 0;
  if (!isThere) console.warn("colour.test.ts: no util-linux script(1) here: the real terminal is not tested");

  test.skipIf(!isThere)("mentor-match is coloured, and with NO_COLOR it is not", () => {
    const run = (env: string): string => {
      const line = `env -u NO_COLOR -u FORCE_COLOR TERM=xterm ${env} ${process.execPath} ${cli.path} demo --quiet`;
      const { stdout, status } = spawnSync("script", ["-qec", line, "/dev/null"], { encoding: "utf8" });
      expect(status).toBe(0);
      return stdout.replaceAll("\r\n", "\n");
    };
    const [painted, plain] = [run(""), run("NO_COLOR=1")];
    expect([painted.includes(`${ESCAPE}32mproved`), plain.includes("\u001b")]).toEqual([true, false]);
    expect(stripVTControlCharacters(painted)).toBe(plain);
    expect(plain).toBe(cli.run(["demo"]).stdout);
  });
});
