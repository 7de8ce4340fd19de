/** Bad files and arguments through the command line, each in a process of its own. */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "tsup";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MARKED, MARKS } from "../helpers/hostile.js";

const folder = join("node_modules", ".cache", "hostile", String(process.pid));
const program = join(folder, "cli.js");
const file = (name: string): string => join(folder, name);

const person = (id: string) => ({ id, ...MARKED });
const GOOD = JSON.stringify({ mentees: [person("bo")], mentors: [person("ada")] });
const files: { readonly [name: string]: string | Uint8Array } = {
  "good.json": GOOD,
  "policy.json": '{ "name": "n" }',
  "empty.json": "",
  "half.json": GOOD.slice(0, -20),
  "comma.json": GOOD.replace("]", ",]"),
  "single-quotes.json": GOOD.replaceAll('"', "'"),
  "bytes.json": new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0x7b]),
  "deep.json": "[".repeat(200_000),
  "deep-and-whole.json": `${"[".repeat(200_000)}${"]".repeat(200_000)}`,
  "null.json": "null",
  "table.json": `id,name,email\nbo,${MARKED.name},${MARKED.email}\n`,
  "number.json": GOOD.replace('"bo"', "1e999"),
  "proto.json": '{ "mentees": [], "mentors": [], "__proto__": { "mentees": [] } }',
  "rows.json": JSON.stringify({ mentees: new Array(100_000).fill(MARKED.name), mentors: [] }),
};

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(file(name), content);
  await build({
    config: false,
    silent: true,
    entry: { cli: "src/cli/main.ts" },
    outDir: folder,
    format: "esm",
    platform: "node",
    target: "es2022",
    define: { __VERSION__: '"0.0.0"' },
    noExternal: [/^@noble\/hashes/, "jsonc-parser"],
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each<readonly [what: string, command: string, pool: string, message: RegExp]>([
  ["a file that is not there", "match", "nowhere.json", /ENOENT/],
  ["a folder for a file", "match", "", /EISDIR/],
  ["an empty file", "match", "empty.json", /expected JSON, which it stops being at line 1, column 1/],
  ["half a file", "match", "half.json", /expected JSON, which it stops being at line 1/],
  ["a comma too many", "match", "comma.json", /expected JSON, which it stops being at line 1/],
  ["single quotes", "verify", "single-quotes.json", /expected JSON, which it stops being at line 1, column 2/],
  ["bytes that are no text", "match", "bytes.json", /expected JSON, which it stops being at line 1, column 1/],
  ["200 000 brackets that are never closed", "match", "deep.json", /expected JSON/],
  ["200 000 levels of nesting", "match", "deep-and-whole.json", /at most 64 levels of nesting/],
  ["null for a pool", "verify", "null.json", /expected an object, got null/],
  ["a table for JSON", "match", "table.json", /expected JSON, which it stops being at line 1, column 1/],
  ["a number for an id", "match", "number.json", /mentees\[0\]\.id/],
  ["__proto__ for a field", "match", "proto.json", /unknown field "__proto__"/],
  ["100 000 rows that are nobody", "match", "rows.json", /100000 issues/],
  ["a command called constructor", "constructor", "good.json", /expected one command of/],
  ["an unknown option", "match --pools x", "good.json", /unknown option --pools; did you mean --pool\?/],
])("mentor-match withstands %s", (_, command, pool, message) => {
  const inputs = ["--pool", file(pool), "--policy", file("policy.json")];
  if (command === "verify") inputs.push("--result", file("good.json"));
  const options = { encoding: "utf8", timeout: 60_000 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...command.split(" "), ...inputs], options);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(stdout + stderr).not.toMatch(MARKS);
  expect(status).toBe(2);
});
