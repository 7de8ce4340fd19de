/** What all commands have in common: their examples run, --json is one value, errors are, too, and the help is whole. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands.js";
import { FLAGS, type FlagName } from "../../src/cli/flags.js";
import { type Built, built, wordsOf } from "./built.js";
import { command, scratch } from "./command.js";

const ALL = Object.entries(COMMANDS);

let cli: Built;
beforeAll(async () => {
  cli = await built();
}, 120_000);
afterAll(() => cli.remove());

/** One JSON value and nothing else, two blanks a step and one line feed at the end. */
function value(text: string): unknown {
  const parsed: unknown = JSON.parse(text);
  expect(text).toBe(`${JSON.stringify(parsed, null, 2)}\n`);
  return parsed;
}

describe("the example in the help of every command", () => {
  // In the order in which a scheme meets them: each stands on what those before have written.
  test.each(ALL)(
    "mentor-match %s runs, and with --json prints one JSON value that names what is written",
    (_, { example, flags, ends3 }) => {
      const { status, stdout, stderr } = cli.run(wordsOf(example));
      expect([stderr, status === 0 || (status === 3 && ends3 !== undefined)], stdout).toEqual(["", true]);
      const paths = [...stdout.matchAll(/^Written: (.*)$/gm)].map(([, path]) => path!);
      for (const path of paths) expect(existsSync(join(cli.desk, path))).toBe(true);
      const again = cli.run([...wordsOf(example), "--json", ...(flags.includes("force") ? ["--force"] : [])]);
      expect(again.status).toBe(status);
      const told = value(again.stdout) as { readonly written?: readonly { file: string; holds: string }[] };
      if (again.stderr !== "") expect(Object.keys(value(again.stderr) as object)).toEqual(["noticed"]);
      if (told.written !== undefined) {
        expect(told.written.map(({ file }) => file)).toEqual(paths);
        expect(told.written.filter(({ holds }) => holds === "a part of the result")).toEqual([]);
      }
    },
  );

  test("leaves nothing behind that is not whole", () => {
    const { stdout } = cli.run(["match", ...wordsOf(COMMANDS.match!.example).slice(1), "--force", "--json"]);
    expect(value(readFileSync(join(cli.desk, "matched", "result.json"), "utf8"))).toMatchObject({ status: "proved" });
    expect(value(stdout)).toMatchObject({ format: "mentor-match/result/1" });
  });
});

test("mentor-match init and letters print with --json which files are written and what they hold", async () => {
  const { folder } = scratch();
  const [named, run, letters] = ["named", "run", "letters"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const written = async (...words: string[]) =>
    (value((await command(...words, "--json")).out) as { written: { file: string; holds: string }[] }).written;
  const begun = await written("init", "hee", "--out", named);
  expect(begun).toContainEqual({ file: join(named, "policy.json"), holds: "the scheme's rules and criteria" });
  expect(begun).toContainEqual({ file: join(named, "mentees.csv"), holds: "the mentees" });
  await command("match", "--from", named, "--out", run);
  const sent = await written("letters", "--from", run, "--date", "2026-10-15", "--out", letters);
  expect(sent).toContainEqual({ file: join(letters, "letters-mentees.csv"), holds: "a mail merge for the mentees" });
  const causes = sent.filter(({ file }) => file.includes("letters-left-out-"));
  expect([causes.length > 0, new Set(causes.map(({ holds }) => holds))]).toEqual([
    true,
    new Set(["a letter to begin with, for one cause"]),
  ]);
});

describe("an error under --json", () => {
  test.each(ALL)("mentor-match %s tells it as one JSON value on the standard error", (name) => {
    const { status, stdout, stderr } = cli.run([name, ...(name === "demo" ? ["nobody"] : []), "--json"]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(value(stderr)).toEqual({
      code: "usage",
      message: expect.stringMatching(/^Cannot [^\n]+$/) as string,
      issues: [],
      count: 0,
      exitCode: 2,
    });
  });

  test("lists the issues of an input, and tells a file that cannot be read or is there already from a wrong call", async () => {
    const code = (words: readonly string[]) => (value(cli.run([...words, "--json"]).stderr) as { code: string }).code;
    const { stderr } = cli.run(["match", "--pool", "matched/policy.json", "--policy", "pals", "--json"]);
    expect(value(stderr)).toMatchObject({
      code: "invalid-input",
      message: expect.stringMatching(/^Cannot read the pool: \d+ issues$/) as string,
      issues: expect.arrayContaining([expect.objectContaining({ code: "unknown-field", path: "name" })]) as object[],
      exitCode: 2,
    });
    expect(code(["match", "--pool", "nowhere.json", "--policy", "pals"])).toBe("unreadable");
    expect(code(["init", "pals", "--out", "start"])).toBe("exists");
    expect(code(["init", "pals", "--out", "start/policy.json"])).toBe("unwritable");
    expect(code(["marry"])).toBe("usage");
    expect(code(["demo", "--poool", "x"])).toBe("usage");
  });
});

describe("the help", () => {
  test.each(ALL)(
    "of %s has its usage, options, exit codes and example, and is the same with -h and help",
    async (name, given) => {
      const { code, out, err } = await command(name, "--help");
      expect([code, err]).toEqual([0, ""]);
      expect(out.startsWith(`mentor-match ${given.usage}\n\n${given.about[0]}\n`)).toBe(true);
      for (const flag of given.flags)
        expect(out).toMatch(new RegExp(`^  --${flag} .*${FLAGS[flag].about.slice(0, 9)}`, "m"));
      for (const flag of Object.keys(FLAGS) as FlagName[])
        if (![...given.flags, "json", "quiet", "no-color", "help", "version"].includes(flag))
          expect(out).not.toMatch(new RegExp(`^  --${flag} `, "m"));
      for (const exit of ["0", "2", "3", "130"]) expect(out).toMatch(new RegExp(`^  ${exit} +\\S`, "m"));
      expect(out).toContain(`Example\n  mentor-match ${given.example}\n`);
      expect((await command(name, "-h")).out).toBe(out);
      expect((await command("help", name)).out).toBe(out);
      expect(out.split("\n").filter((line) => / $/.test(line) || line.length > 130)).toEqual([]);
    },
  );

  test("uses in usages and examples only options that the command takes", () => {
    for (const [name, { usage, example, flags, words }] of ALL) {
      const named = `${usage} ${example}`.match(/--[a-z-]+/g) ?? [];
      expect(
        named.filter((flag) => !flags.includes(flag.slice(2) as FlagName)),
        name,
      ).toEqual([]);
      expect(example.split(" ")[0]).toBe(name);
      expect(words).toBeGreaterThanOrEqual(0);
    }
  });

  test("is JSON with --json, and so is the version", async () => {
    const told = value((await command("--help", "--json")).out) as { commands: Record<string, object> };
    expect(Object.keys(told.commands)).toEqual(Object.keys(COMMANDS));
    expect(value((await command("--version", "--json")).out)).toEqual({ version: expect.any(String) as string });
  });
});

describe("what is not known", () => {
  test.each([
    [["mach"], 'Cannot run "mach": did you mean "match"?; see mentor-match --help\n'],
    [["verfiy", "--from", "x"], 'Cannot run "verfiy": did you mean "verify"?; see mentor-match --help\n'],
    [
      ["demo", "--jsno"],
      "Cannot read the arguments: unknown option --jsno; did you mean --json?; see mentor-match --help\n",
    ],
    [["demo", "-x"], "Cannot read the arguments: unknown option -x; see mentor-match --help\n"],
    [
      ["demo", "--json=yes"],
      "Cannot read the arguments: expected --json alone, got a value with it; see mentor-match --help\n",
    ],
    [
      ["match", "--pool"],
      "Cannot read the arguments: expected --pool FILE, got nothing behind it; see mentor-match --help\n",
    ],
    [
      ["match", "--pool", "--json"],
      "Cannot read the arguments: expected --pool FILE, got nothing behind it; see mentor-match --help\n",
    ],
    [
      ["match", "--out", "a", "--out", "b"],
      "Cannot read the arguments: expected --out once, got it twice; see mentor-match --help\n",
    ],
    [
      ["demo", "--rounds", "3"],
      "Cannot run demo with --rounds: demo takes no such option; see mentor-match demo --help\n",
    ],
  ])("mentor-match %j is refused with a hint", async (words, message) => {
    const { code, out, err } = await command(...words);
    expect([code, out]).toEqual([2, ""]);
    expect(words.includes("--json") ? (value(err) as { message: string }).message : err).toBe(
      words.includes("--json") ? message.trimEnd() : message,
    );
  });

  test("a path may begin with a dash behind an equals sign", () => {
    expect(cli.run(["match", "--pool=-x.json"]).stderr).toContain("from -x.json");
  });
});
