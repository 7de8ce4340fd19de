/** Every TypeScript block of the documentation runs, typechecks and gives what its `// =>` lines say; every command exists. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsup";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  codeBlocks,
  commands,
  type Program,
  programs,
  promise,
  REPORT,
  typeIssues,
  withReports,
} from "./helpers/code-blocks.js";
import { readDocument } from "./helpers/json-blocks.js";
import { follow, missingIn, stepsOf } from "./helpers/shell-page.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const docs = existsSync(join(root, "docs"))
  ? readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
  : [];
const pages = ["README.md", "CONTRIBUTING.md", ...docs.map((path) => `docs/${path.replaceAll("\\", "/")}`)]
  .filter((path) => path.endsWith(".md") && !path.startsWith("docs/api/"))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
const all = pages.flatMap(({ path, text }) => programs(codeBlocks(path, text)));

// Inside the checkout, so that the blocks are modules of this package; each run has its own folder.
mkdirSync(join(root, ".code-blocks"), { recursive: true });
const folder = mkdtempSync(join(root, ".code-blocks", "run-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program and compares what it promised. */
async function run(program: Program): Promise<void> {
  const { code, promised } = withReports(program);
  const path = join(folder, program.name);
  writeFileSync(path, code);
  const given = new Map<number, unknown>();
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  vi.stubGlobal(REPORT, (line: number, value: unknown) => given.set(line, value));
  try {
    await import(/* @vite-ignore */ path);
  } finally {
    vi.unstubAllGlobals();
    log.mockRestore();
  }
  for (const { line, text } of promised) {
    const place = `${program.page}:${line}`;
    expect(given.has(line), `${place} was never reached`).toBe(true);
    const { wanted, got } = promise(text, given.get(line));
    expect(got, place).toEqual(wanted);
  }
}

describe("the documentation", () => {
  test("README.md has an example and no placeholder", () => {
    expect(all.some(({ page }) => page === "README.md")).toBe(true);
    expect(pages.filter(({ text }) => /\bTODO\b/.test(text)).map(({ path }) => path)).toEqual([]);
  });

  const data = pages.flatMap(({ path, text }) => codeBlocks(path, text)).filter(({ language }) => language === "json");
  test.each(data)("$page:$line is read as what it is", ({ code }) => {
    expect(readDocument(JSON.parse(code))).not.toBe("unknown");
  });

  test("every block is of a language that a test reads", () => {
    const known = ["ts", "json", "csv", "sh", "text"];
    const others = pages
      .flatMap(({ path, text }) => codeBlocks(path, text))
      // The two files of the worker run in a browser: test/package/browser.mjs.
      .filter(({ page, language }) => !known.includes(language) && page !== "docs/web-worker.md");
    expect(others.map(({ page, line }) => `${page}:${line}`)).toEqual([]);
  });

  for (const program of all) {
    test(`${program.page}:${program.line} runs and gives what it says`, () => run(program));
  }

  test("every block typechecks", () => {
    const config = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile).config as object;
    const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
    const paths = all.map(({ name, code }) => {
      const path = join(folder, `types-${name}`);
      writeFileSync(path, code);
      return path;
    });
    const issues = typeIssues(paths, {
      ...options,
      moduleDetection: ts.ModuleDetectionKind.Force,
      noUnusedLocals: false,
      noUnusedParameters: false,
      paths: {
        "mentor-match": [join(root, "src/index.ts")],
        "mentor-match/cohort": [join(root, "src/cohort.ts")],
        "mentor-match/schemes": [join(root, "src/schemes/index.ts")],
        "mentor-match/report": [join(root, "src/report/index.ts")],
        "mentor-match/solver": [join(root, "src/solver.ts")],
        "mentor-match/highs": [join(root, "src/highs.ts")],
      },
    });
    expect(issues.map((issue) => issue.replace(`${folder}/types-`, ""))).toEqual([]);
  });
});

describe("the commands of the documentation", () => {
  const named = pages.flatMap(({ path, text }) => commands(path, text));

  test("every npm script that is named exists", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: object };
    const wanted = named
      .filter(({ program }) => program === "npm")
      .map(({ words }) => (words[0] === "run" ? words[1]! : words[0]!))
      .filter((word) => !["ci", "install", "i", "pack"].includes(word));
    expect(wanted).toContain("demo");
    expect(wanted.filter((word) => !(word in scripts))).toEqual([]);
  });

  describe("the command line", () => {
    const out = join(folder, "cli");
    const followed = pages
      .map(({ path, text }) => ({ path, steps: stepsOf(path, text) }))
      .filter(({ steps }) => steps.length > 0);
    const help = (...words: string[]): string =>
      execFileSync(process.execPath, [join(out, "cli.js"), ...words, "--help"], { encoding: "utf8" });
    beforeAll(() =>
      build({
        config: false,
        silent: true,
        entry: { cli: join(root, "src/cli/main.ts") },
        outDir: out,
        format: "esm",
        platform: "node",
        noExternal: [/^@noble\/hashes/, /^csv-parse/],
      }),
    );

    test.each(followed)("$path can be followed to the letter", { timeout: 120_000 }, ({ path, steps }) => {
      const own = join(folder, path.replaceAll(/\W/g, "-"));
      mkdirSync(own);
      expect(follow(steps, own, join(out, "cli.js"))).toEqual([]);
    });

    test("README.md and the guides for newcomers are among them", () => {
      const wanted = ["README.md", "docs/five-minutes.md", "docs/from-a-spreadsheet.md"];
      expect(followed.map(({ path }) => path)).toEqual(expect.arrayContaining(wanted));
    });

    test("every command and option that is named stands in its help", () => {
      const overview = help();
      const issues = named
        .filter(({ program, words }) => program === "mentor-match" && words.length > 0)
        .flatMap(({ page, words }) => {
          const command = words.find((word) => /^[a-z]/.test(word) && overview.includes(word));
          if (command === undefined && /^[a-z]/.test(words[0]!)) return [`${page}: mentor-match ${words.join(" ")}`];
          const text = overview + (command === undefined ? "" : help(command));
          const options = words.filter((word) => word.startsWith("-")).map((word) => word.replace(/=.*$/, ""));
          return options.filter((option) => !text.includes(option)).map((option) => `${page}: ${command} ${option}`);
        });
      expect(issues).toEqual([]);
    });
  });
});

describe("the checks", () => {
  const fence = "```";
  const page = (...lines: string[]): Program[] => programs(codeBlocks("page.md", lines.join("\n")));
  const block = (...lines: string[]): Program => page(`${fence}ts`, ...lines, fence)[0]!;
  let written = 0;
  const runCode = (code: string): Promise<void> =>
    run({ ...block(...code.split("\n")), name: `check-${written++}.ts` });

  test("codeBlocks() finds fences of any length and language, where they stand", () => {
    const blocks = codeBlocks("a.md", ["x", `${fence}json`, "{}", fence, "````ts", fence, "1", "````"].join("\n"));
    expect(blocks.map(({ line, language, code }) => [line, language, code])).toEqual([
      [3, "json", "{}"],
      [6, "ts", `${fence}\n1`],
    ]);
    expect(() => codeBlocks("a.md", `${fence}ts\n1`)).toThrow("has no end");
  });

  test("codeBlocks() reads the name of a file behind the language", () => {
    const [named] = codeBlocks("a.md", [`${fence}csv a.csv`, "x", fence].join("\n"));
    expect(named).toEqual({ page: "a.md", line: 2, language: "csv", file: "a.csv", code: "x" });
  });

  test("stepsOf() finds files, commands of the package and what they print", () => {
    const lines = [`${fence}json a/p.json`, "{}", fence, `${fence}sh`, "npm install mentor-match"];
    lines.push('npx mentor-match match --sign-off "A. B"  # exit 2', fence, `${fence}text`, "x", "…", "y", fence);
    lines.push(`${fence}text`, "not printed", fence);
    expect(stepsOf("a.md", lines.join("\n"))).toEqual([
      { kind: "file", line: 2, file: "a/p.json", text: "{}\n" },
      { kind: "run", line: 6, words: ["match", "--sign-off", "A. B"], exit: 2 },
      { kind: "printed", line: 9, text: "x\n…\ny" },
    ]);
    expect(stepsOf("a.md", `${fence}sh\nnpm ci\n${fence}`)).toEqual([]);
    expect(() => stepsOf("a.md", `${fence}sh\ncat a | mentor-match match\n${fence}`)).toThrow("expected npx");
  });

  test.each([
    ["a\nb\nc\n", "a\n…\nc", undefined],
    ["a\nb\nc\n", "b\nc", undefined],
    ["a\nb\nc\n", "c\n…\na", "c\n…\na"],
    ["a\nb\nc\n", "a\nc", "a\nc"],
    ["aa\n", "a", "a"],
  ])("missingIn(%j, %j) is %j", (printed, text, missing) => expect(missingIn(printed, text)).toBe(missing));

  test("follow() says what ends otherwise than promised", () => {
    const cli = join(folder, "ends.mjs");
    writeFileSync(cli, "console.log('said'); process.exitCode = 3;");
    const run = { kind: "run", line: 4, words: [], exit: 0 } as const;
    const printed = { kind: "printed", line: 9, text: "said" } as const;
    expect(follow([run, printed], folder, cli)).toEqual(["4: expected exit 0, got 3: "]);
    expect(
      follow(
        [
          { ...run, exit: 3 },
          { ...printed, text: "else" },
        ],
        folder,
        cli,
      ),
    ).toEqual(["9: expected\nelse\nin\nsaid\n"]);
  });

  test("programs() puts a block behind the one it continues, every line in its place", () => {
    const [first, second] = page(`${fence}ts`, "const a = 1;", fence, "", `${fence}ts`, "// continues", "a;", fence);
    expect(first!.code).toBe("\nconst a = 1;");
    expect(second!.code.split("\n")).toEqual(["", "const a = 1;", "", "", "", "// continues", "a;"]);
    expect(() => page(`${fence}ts`, "// continues", fence)).toThrow("no TypeScript block before it");
  });

  test("withReports() finds promises behind expressions, logs and constants, and below them", () => {
    const { promised } = withReports(
      block(
        "1 + 1; // => 2",
        "console.log('a'); // => a",
        "const b = [",
        "  1];",
        "// => [",
        "//   1",
        "// ]",
        "b; // no",
      ),
    );
    expect(promised.map(({ line, text }) => [line, text.replace(/\s/g, "")])).toEqual([
      [2, "2"],
      [3, "a"],
      [6, "[1]"],
    ]);
    expect(() => withReports(block("if (1) {", "} // => 2"))).toThrow("behind no expression");
  });

  test.each([
    ["1 + 1; // => 2"],
    ["({ a: [1, -2], 'b-c': null, d: undefined }); // => { a: [1, -2], \"b-c\": null }"],
    ["Int32Array.of(1, 2) // => [1, 2]"],
    ["console.log('7 pairs, proved'); // => 7 pairs, proved"],
    ["console.log('a\\nb');\n// => a\n// => b"],
    ["console.log('12'); // => 12"],
    ["const type: string = 'x'; // => \"x\""],
    ["await Promise.resolve(3); // => 3"],
    ["for (const a of [1, 2]) {\n  console.log(a < 3); // => true\n}"],
  ])("run() accepts %j", (code) => runCode(code));

  test.each([
    ["1 + 1; // => 3", "page.md:2"],
    ["({ a: 1, b: 2 }); // => { a: 1 }", "page.md:2"],
    ["console.log('7 pairs'); // => 8 pairs", "page.md:2"],
    ["if (Date.now() < 0) {\n  console.log(1); // => 1\n}", "page.md:3 was never reached"],
    ["throw new Error('broken'); // nothing", "broken"],
  ])("run() refuses %j", async (code, message) => {
    await expect(runCode(code)).rejects.toThrow(message);
  });

  test("typeIssues() reports a wrong type with its line", () => {
    const path = join(folder, "wrong.ts");
    writeFileSync(path, "export const a = 1;\nexport const b: string = a;\n");
    expect(typeIssues([path], { noEmit: true, types: [] })).toEqual([
      `${path}:2 Type 'number' is not assignable to type 'string'.`,
    ]);
  });

  test("commands() finds commands in shell blocks and code spans", () => {
    const text = ["Use `npm run demo`; mentor-match is a name, `mentor-match verify` a command.", `${fence}sh`];
    text.push("npm ci && npm test # twice", "$ npx mentor-match match --json", "cd mentor-match", fence);
    expect(commands("a.md", text.join("\n")).map(({ program, words }) => [program, ...words].join(" "))).toEqual([
      "npm ci",
      "npm test",
      "mentor-match match --json",
      "npm run demo",
      "mentor-match verify",
    ]);
  });
});
