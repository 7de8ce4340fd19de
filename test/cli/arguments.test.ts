/** What the command line makes of its arguments. */
import { expect, test } from "vitest";
import { VERSION } from "../../src/version.js";
import { command } from "./command.js";

const HINT = "; see mentor-match --help\n";

test("mentor-match without arguments, and with --help, says how it is used", async () => {
  const help = await command("--help");
  expect(help).toMatchObject({ code: 0, err: "" });
  expect(help.out.startsWith(`mentor-match ${VERSION}: matches mentors with mentees`)).toBe(true);
  for (const word of [
    "match",
    "verify",
    "demo",
    "init",
    "report",
    "--pool",
    "--policy",
    "--result",
    "--out",
    "--force",
    "--json",
  ])
    expect(help.out).toContain(`  ${word} `);
  expect(help.out).toContain("Exit codes\n  0 ");
  expect(await command()).toEqual(help);
});

test("mentor-match COMMAND --help says what there is to say of that command", async () => {
  for (const name of [
    "init",
    "columns",
    "check",
    "match",
    "verify",
    "report",
    "explain",
    "compare",
    "audit",
    "evidence",
    "assess",
    "advise",
    "rota",
    "review",
    "settle",
    "letters",
    "overdue",
    "statistics",
    "demo",
  ]) {
    const { code, out } = await command(name, "--help");
    expect(code).toBe(0);
    expect(out.startsWith(`mentor-match ${name}`)).toBe(true);
    expect(out).toContain("Exit codes\n  0 ");
  }
});

test("mentor-match --version prints the version and nothing else", async () => {
  expect(await command("--version")).toEqual({ code: 0, out: `${VERSION}\n`, err: "" });
  expect(await command("demo", "--version", "--help")).toEqual({ code: 0, out: `${VERSION}\n`, err: "" });
});

test("mentor-match names the commands it has where it is given another, none or two", async () => {
  const known = `expected one command of init, columns, check, match, verify, report, explain, compare, audit, evidence, assess, advise, rota, review, settle, letters, overdue, statistics, demo${HINT}`;
  const refused = (words: string) => ({ code: 2, out: "", err: `Cannot run "${words}": ${known}` });
  expect(await command("marry")).toEqual(refused("marry"));
  for (const [words, expected] of [
    ["match match", "no word behind match, got 1; usage: mentor-match match PEOPLE --policy"],
    ["demo pals hee", "one word at most behind demo, got 2; usage: mentor-match demo ["],
    ["compare a b c", "2 words at most behind compare, got 3; usage: mentor-match compare folder folder\n"],
  ] as const) {
    const { code, out, err } = await command(...words.split(" "));
    expect([code, out, err.startsWith(`Cannot run "${words}": expected ${expected}`)]).toEqual([2, "", true]);
  }
  expect(await command("--quiet")).toEqual(refused(""));
  for (const inherited of ["toString", "__proto__", "constructor"])
    expect(await command(inherited)).toEqual(refused(inherited));
});

test("mentor-match refuses options it does not know, and values where there is none", async () => {
  for (const words of [
    ["demo", "--jsno"],
    ["match", "--pool"],
    ["demo", "--json=yes"],
    ["demo", "-x"],
  ]) {
    const { code, out, err } = await command(...words);
    expect([code, out]).toEqual([2, ""]);
    expect(err.startsWith("Cannot read the arguments: ")).toBe(true);
    expect(err.endsWith(HINT)).toBe(true);
  }
});
