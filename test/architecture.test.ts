/** Which file may import which, and which words may not occur: the house of src/, kept in order by a test. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

/** A file of src/; its path is told from there, with forward slashes. */
interface Source {
  readonly path: string;
  readonly text: string;
}

/** One import of a file: where it leads inside src/ (`target`), or the package it names. */
interface Import {
  readonly specifier: string;
  readonly target: string | undefined;
  /** gone when the program runs */
  readonly typeOnly: boolean;
}

/** Lowest first; a file belongs to the first line that knows it. Groups on one line do not see each other. */
const LAYERS: readonly (readonly RegExp[])[] = [
  [/^((types|errors|nearest|version|day|words|apart)\.ts$|cohort\/)/],
  [/^(door|shape|readable|fingerprint|made|entry|entry-json|ladder|level-terms|own-function|records)\.ts$/],
  [/^rules\//, /^scoring\//, /^(level\.ts$|matching\/(levels\/|solvers\/solver\.ts$))/],
  [/^(built-ins|catalogue|pool|policy)\b/],
  [/^matching\//],
  [/^(insight|lifecycle|schemes)\//, /^(solver|highs)\.ts$/],
  [/^report\//, /^sheets\//],
  [/^cli\//],
];
const COHORT_MAY_SEE = 1;
const CONTRACTS = /\/(rule|participation-rule|criterion|level)\.ts$/;
const LISTS = ["rules/index.ts", "rules/participation/index.ts", "scoring/index.ts", "matching/levels/index.ts"];
const PACKAGES: readonly { readonly name: RegExp; readonly in: RegExp }[] = [
  // Half the size of "zod": no methods, no messages of its own.
  { name: /^zod\/mini$/, in: /./ },
  { name: /^@noble\/hashes\//, in: /./ },
  { name: /^javascript-lp-solver$/, in: /^matching\/solvers\/linear-program\.ts$/ },
  { name: /^highs$/, in: /^highs\.ts$/ },
  { name: /^(node:|jsonc-parser$)/, in: /^cli\// },
  { name: /^csv-parse\/sync$/, in: /^sheets\/(table|delimiter)\.ts$/ },
];
const BANNED_NAMES = new Set(["process", "console", "Intl", "Buffer", "performance", "setTimeout", "setInterval"]);
const BANNED_MEMBERS = new Set(["Math.random", "Math.pow", "Date.now"]);
/** Most lines of a file: types.ts only declares, with a sentence for each property, and an algorithm may be one longer file. */
const MOST_LINES: readonly { readonly of: RegExp; readonly lines: number }[] = [
  { of: /^types\.ts$/, lines: 600 },
  { of: /^matching\/solvers\//, lines: 400 },
  { of: /./, lines: 250 },
];

const parse = ({ path, text }: Source): ts.SourceFile => ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);

const walk = (node: ts.Node, visit: (node: ts.Node) => void): void => {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
};

const place = (file: ts.SourceFile, node: ts.Node): string =>
  `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;

/** Every import of a file: declarations, re-exports, `import()`, `require()` and `import("…")` types. */
function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  const add = (name: ts.Node | undefined, typeOnly: boolean): void => {
    if (name === undefined || !ts.isStringLiteralLike(name)) return;
    const target = name.text.startsWith(".")
      ? new URL(name.text.replace(/\.js$/, ".ts"), `src:/${source.path}`).pathname.slice(1)
      : undefined;
    found.push({ specifier: name.text, target, typeOnly });
  };
  walk(parse(source), (node) => {
    if (ts.isImportDeclaration(node)) {
      const clause = node.importClause;
      const names = clause?.namedBindings;
      const onlyTypes =
        names !== undefined &&
        ts.isNamedImports(names) &&
        clause?.name === undefined &&
        names.elements.length > 0 &&
        names.elements.every((element) => element.isTypeOnly);
      add(node.moduleSpecifier, clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || onlyTypes);
    } else if (ts.isExportDeclaration(node)) {
      const names = node.exportClause;
      const onlyTypes =
        names !== undefined && ts.isNamedExports(names) && names.elements.every((element) => element.isTypeOnly);
      add(node.moduleSpecifier, node.isTypeOnly || onlyTypes);
    } else if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
      add(node.moduleReference.expression, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    } else if (ts.isCallExpression(node)) {
      const called = node.expression;
      const loads =
        called.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(called) && called.text === "require");
      if (loads) add(node.arguments[0], false);
    }
  });
  return found;
}

/** Where a file stands: its layer and its group there, or −1 for a file that no layer knows. */
function standing(path: string): { readonly layer: number; readonly group: number } {
  const layer = LAYERS.findIndex((groups) => groups.some((group) => group.test(path)));
  return { layer, group: layer < 0 ? -1 : LAYERS[layer]!.findIndex((group) => group.test(path)) };
}

/** Imports that go up, or across between the groups of one layer; files outside every layer. */
function directionIssues(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const from = standing(source.path);
    if (from.layer < 0 && source.path !== "index.ts" && source.path !== "cohort.ts") {
      return [`${source.path} belongs to no layer`];
    }
    return importsOf(source).flatMap(({ target }) => {
      if (target === undefined) return [];
      const to = standing(target);
      const allowed =
        source.path === "index.ts"
          ? !/^(cli|sheets)\//.test(target)
          : source.path === "cohort.ts"
            ? to.layer >= 0 && to.layer <= COHORT_MAY_SEE
            : source.path.startsWith("cli/") ||
              (to.layer >= 0 && (to.layer < from.layer || (to.layer === from.layer && to.group === from.group)));
      return allowed ? [] : [`${source.path} imports ${target}`];
    });
  });
}

/** Rules, criteria and levels that somebody besides their list imports; they are what the four lists name. */
function plugInIssues(sources: readonly Source[]): string[] {
  const plugIns = new Set(
    sources
      .filter(({ path }) => LISTS.includes(path))
      .flatMap((list) => importsOf(list).map(({ target }) => target))
      .filter((target) => target !== undefined && !CONTRACTS.test(target) && !LISTS.includes(target)),
  );
  return sources.flatMap((source) => {
    const here = LAYERS[2]!.some((group) => group.test(source.path)) && !LISTS.includes(source.path);
    const taken = here ? importsOf(source).filter(({ target }) => plugIns.has(target)) : [];
    return taken.map(({ target }) => `${source.path} imports ${target}`);
  });
}

/** Files that import themselves through others, each cycle once; a type is a reason, too. */
function cycleIssues(sources: readonly Source[]): string[] {
  const next = new Map(sources.map((source) => [source.path, importsOf(source).map(({ target }) => target)]));
  const done = new Set<string>();
  const issues: string[] = [];
  const follow = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) issues.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
    if (trail.includes(path) || done.has(path)) return;
    for (const target of next.get(path) ?? []) if (target !== undefined) follow(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of sources) follow(path, []);
  return issues;
}

/** The files of matching/ that run when `start` is loaded, but the lottery's draws; each with the way to it. */
function matchingReachedFrom(start: string, sources: readonly Source[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const trails = new Map([[start, start]]);
  for (const [path, trail] of trails) {
    const source = byPath.get(path);
    for (const { target, typeOnly } of source === undefined ? [] : importsOf(source)) {
      if (target !== undefined && !typeOnly && !trails.has(target)) trails.set(target, `${trail} → ${target}`);
    }
  }
  return [...trails]
    .filter(([path]) => path.startsWith("matching/") && path !== "matching/levels/lottery.ts")
    .map(([, trail]) => trail);
}

/** Packages that a file needs when it runs, through whatever it imports. */
function packagesReachedFrom(start: string, sources: readonly Source[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const seen = new Set([start]);
  const packages = new Set<string>();
  for (const path of seen) {
    const source = byPath.get(path);
    for (const { target, specifier, typeOnly } of source === undefined ? [] : importsOf(source)) {
      if (typeOnly) continue;
      if (target === undefined) packages.add(specifier);
      else seen.add(target);
    }
  }
  return [...packages].sort();
}

/** Packages that are imported where they may not be, or not at all known. */
function packageIssues(sources: readonly Source[]): string[] {
  return sources.flatMap((source) =>
    importsOf(source)
      .filter(({ target, specifier }) => target === undefined && !mayImport(source.path, specifier))
      .map(({ specifier }) => `${source.path} imports ${specifier}`),
  );
}

const mayImport = (path: string, specifier: string): boolean =>
  PACKAGES.some((allowed) => allowed.name.test(specifier) && allowed.in.test(path));

/** What gives another answer on another machine or day, or needs one kind of machine; only cli/ may. */
function bannedIssues(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => !path.startsWith("cli/"))
    .flatMap((source) => {
      const file = parse(source);
      const issues: string[] = [];
      walk(file, (node) => {
        const word = bannedWord(node);
        if (word !== undefined) issues.push(`${place(file, node)} ${word}`);
      });
      return issues;
    });
}

function bannedWord(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    const member = memberName(node);
    const whole = `${ts.isIdentifier(node.expression) ? node.expression.text : ""}.${member}`;
    if (BANNED_MEMBERS.has(whole) || member === "localeCompare" || member.startsWith("toLocale")) return whole;
    return whole.startsWith("globalThis.") && BANNED_NAMES.has(member) ? whole : undefined;
  }
  if (ts.isIdentifier(node) && BANNED_NAMES.has(node.text)) return isFieldName(node) ? undefined : node.text;
  const isDate = (called: ts.Expression): boolean => ts.isIdentifier(called) && called.text === "Date";
  if (ts.isNewExpression(node) && isDate(node.expression) && !node.arguments?.length) return "new Date()";
  if (ts.isCallExpression(node) && isDate(node.expression)) return "Date()";
  if (node.kind === ts.SyntaxKind.AsteriskAsteriskToken) return "**";
  return node.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken ? "**=" : undefined;
}

const memberName = (node: ts.PropertyAccessExpression | ts.ElementAccessExpression): string => {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  return ts.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : "";
};

/** `x.process` and `{ process: 1 }` name a field; a bare `process` is the global one. */
const isFieldName = (node: ts.Identifier): boolean =>
  ((ts.isPropertyAccessExpression(node.parent) ||
    ts.isPropertyAssignment(node.parent) ||
    ts.isPropertySignature(node.parent)) &&
    node.parent.name === node) ||
  ts.isQualifiedName(node.parent);

/** Files that say too much. */
function lengthIssues(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const lines = text.trimEnd().split("\n").length;
    const most = MOST_LINES.find(({ of }) => of.test(path))!.lines;
    return lines > most ? [`${path} has ${lines} lines of ${most}`] : [];
  });
}

/** What index.ts holds besides `export { … } from` statements. */
function indexIssues(source: Source): string[] {
  const file = parse(source);
  return file.statements
    .filter(
      (statement) =>
        !ts.isExportDeclaration(statement) ||
        statement.moduleSpecifier === undefined ||
        statement.exportClause === undefined ||
        !ts.isNamedExports(statement.exportClause),
    )
    .map((statement) => `${place(file, statement)} ${statement.getText(file).split("\n")[0]}`);
}

/** Classes that are no errors. */
function classIssues(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const file = parse(source);
    const issues: string[] = [];
    walk(file, (node) => {
      if (!ts.isClassLike(node)) return;
      const parent = node.heritageClauses?.[0]?.types[0]?.expression.getText(file) ?? "";
      if (!parent.endsWith("Error")) issues.push(`${place(file, node)} class ${node.name?.text ?? ""}`);
    });
    return issues;
  });
}

const src = fileURLToPath(new URL("../src/", import.meta.url));
const house: readonly Source[] = readdirSync(src, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"))
  .sort()
  .map((path) => ({ path, text: readFileSync(src + path, "utf8") }));

describe("the house", () => {
  test("src/ has the files that these tests are about", () => {
    const paths = house.map(({ path }) => path);
    expect(paths.length).toBeGreaterThanOrEqual(30);
    expect(paths).toEqual(expect.arrayContaining(["index.ts", "cohort.ts", "types.ts", "insight/verify.ts", ...LISTS]));
  });

  test("src/ imports downwards only", () => expect(directionIssues(house)).toEqual([]));
  test("src/ imports a rule, a criterion or a level through its list only", () =>
    expect(plugInIssues(house)).toEqual([]));
  test("src/ has no import cycle", () => expect(cycleIssues(house)).toEqual([]));
  test("insight/verify.ts runs nothing of matching/ but the lottery's draws", () =>
    expect(matchingReachedFrom("insight/verify.ts", house)).toEqual([]));
  test("insight/verify/ runs nothing of matching/ but the lottery's draws, and nothing else of insight/", () => {
    const parts = house.filter(({ path }) => path.startsWith("insight/verify/"));
    expect(parts.length).toBeGreaterThanOrEqual(15);
    expect(parts.flatMap(({ path }) => matchingReachedFrom(path, house))).toEqual([]);
    const others = parts.flatMap(importsOf).flatMap(({ target = "" }) => (target.startsWith("insight/") ? target : []));
    expect(others.filter((target) => !target.startsWith("insight/verify/"))).toEqual([]);
  });
  test("src/solver.ts needs no package at all", () => expect(packagesReachedFrom("solver.ts", house)).toEqual([]));
  test("src/schemes/index.ts needs no package at all", () =>
    expect(packagesReachedFrom("schemes/index.ts", house)).toEqual([]));
  test("src/ imports each package only where it belongs", () => expect(packageIssues(house)).toEqual([]));
  test("src/ outside cli/ asks no clock, no chance, no locale and no machine", () =>
    expect(bannedIssues(house)).toEqual([]));
  test("src/ has no class but errors", () => expect(classIssues(house)).toEqual([]));
  test("src/ has no long file", () => expect(lengthIssues(house)).toEqual([]));
  test("src/index.ts only names exports", () =>
    expect(house.filter(({ path }) => path === "index.ts").flatMap(indexIssues)).toEqual([]));
});

describe("the checks", () => {
  const file = (path: string, ...lines: string[]): Source => ({ path, text: lines.join("\n") });

  test("importsOf() finds every kind of import, and which of them are gone at run time", () => {
    const source = file(
      "matching/match.ts",
      'import z from "zod";',
      'import type { A } from "../types.js";',
      'import { type B } from "./b.js";',
      'import { type C, d } from "./c.js";',
      'import "./e.js";',
      'export type { F } from "./f.js";',
      'export { g } from "./g.js";',
      'const h = import("./h.js"), i = require("./i.js");',
      'type J = import("./j.js").J;',
      '// import "./comment.js";',
      "const text = 'import \"./text.js\"';",
    );
    expect(importsOf(source).map(({ target, specifier, typeOnly }) => [target ?? specifier, typeOnly])).toEqual([
      ["zod", false],
      ["types.ts", true],
      ["matching/b.ts", true],
      ["matching/c.ts", false],
      ["matching/e.ts", false],
      ["matching/f.ts", true],
      ["matching/g.ts", false],
      ["matching/h.ts", false],
      ["matching/i.ts", false],
      ["matching/j.ts", true],
    ]);
  });

  test.each([
    ["types.ts", "./door.js"],
    ["door.ts", "./rules/rule.js"],
    ["rules/not.ts", "../scoring/criterion.js"],
    ["scoring/shared-areas.ts", "../matching/levels/level.js"],
    ["matching/levels/score.ts", "../solvers/flow.js"],
    ["rules/not.ts", "../policy.js"],
    ["pool.ts", "./matching/compile.js"],
    ["matching/match.ts", "../insight/verify.js"],
    ["insight/verify.ts", "../report/markdown.js"],
    ["report/markdown.ts", "../cli/main.js"],
    ["matching/match.ts", "../index.js"],
    ["matching/match.ts", "../cohort.js"],
    ["index.ts", "./cli/main.js"],
    ["index.ts", "./sheets/read.js"],
    ["sheets/read.ts", "../report/csv.js"],
    ["insight/lint.ts", "../sheets/read.js"],
    ["cohort.ts", "./pool.js"],
    ["rules/not.ts", "../../package.json"],
  ])("directionIssues() reports that %s imports %s, even as a type", (path, specifier) => {
    expect(directionIssues([file(path, `import type { A } from "${specifier}";`)])).toHaveLength(1);
  });

  test.each([
    ["rules/not.ts", "../entry.js"],
    ["rules/participation/not.ts", "../rule.js"],
    ["matching/levels/score.ts", "../solvers/solver.js"],
    ["policy-limits.ts", "./catalogue.js"],
    ["matching/match.ts", "./levels/index.js"],
    ["lifecycle/settle.ts", "../pool.js"],
    ["cli/demo.ts", "../cohort.js"],
    ["cohort.ts", "./types.js"],
    ["index.ts", "./report/markdown.js"],
  ])("directionIssues() allows that %s imports %s", (path, specifier) => {
    expect(directionIssues([file(path, `import { a } from "${specifier}";`)])).toEqual([]);
  });

  test("directionIssues() reports a file that belongs to no layer", () => {
    expect(directionIssues([file("utils.ts", "")])).toEqual(["utils.ts belongs to no layer"]);
  });

  test("plugInIssues() reports a rule that imports another rule, but not the contract or a helper", () => {
    const list = file("rules/index.ts", 'import { not } from "./not.js"; import { pairRule } from "./rule.js";');
    expect(plugInIssues([list, file("rules/xor.ts", 'import { not } from "./not.js";')])).toEqual([
      "rules/xor.ts imports rules/not.ts",
    ]);
    const fine = file("rules/not.ts", 'import { pairRule } from "./rule.js"; import { min } from "./composition.js";');
    expect(plugInIssues([list, fine])).toEqual([]);
  });

  test("cycleIssues() reports a cycle of types, and no diamond", () => {
    const to = (...names: string[]): string => names.map((name) => `import type { A } from "./${name}.js";`).join("");
    expect(cycleIssues([file("a.ts", to("b")), file("b.ts", to("c")), file("c.ts", to("a"))])).toEqual([
      "a.ts → b.ts → c.ts → a.ts",
    ]);
    const diamond = [file("a.ts", to("b", "c")), file("b.ts", to("d")), file("c.ts", to("d")), file("d.ts", "")];
    expect(cycleIssues(diamond)).toEqual([]);
  });

  test("packagesReachedFrom() follows values through other files, but no types", () => {
    const solver = file("solver.ts", 'import { a } from "./a.js";', 'import type { Z } from "./z.js";');
    const [a, z] = [file("a.ts", 'import z from "zod";'), file("z.ts", 'import "other";')];
    expect(packagesReachedFrom("solver.ts", [solver, a, z])).toEqual(["zod"]);
  });

  test("matchingReachedFrom() follows values through other files, but neither types nor the lottery", () => {
    const verify = file(
      "insight/verify.ts",
      'import { a } from "../policy.js";',
      'import { draw } from "../matching/levels/lottery.js";',
      'import type { Columns } from "../matching/compile.js";',
    );
    const policy = file("policy.ts", 'import { b } from "./matching/levels/index.js";');
    expect(matchingReachedFrom("insight/verify.ts", [verify])).toEqual([]);
    expect(matchingReachedFrom("insight/verify.ts", [verify, policy])).toEqual([
      "insight/verify.ts → policy.ts → matching/levels/index.ts",
    ]);
  });

  test("packageIssues() reports a package in the wrong place, and one that nobody may import", () => {
    const issues = packageIssues([
      file("matching/solvers/flow.ts", 'import solver from "javascript-lp-solver"; import { readFileSync } from "fs";'),
      file("matching/solvers/linear-program.ts", 'import solver from "javascript-lp-solver";'),
      file("door.ts", 'import * as z from "zod/mini"; import { join } from "node:path";'),
      file("entry.ts", 'import * as z from "zod";'),
      file("cli/main.ts", 'import { join } from "node:path";'),
    ]);
    expect(issues).toEqual([
      "matching/solvers/flow.ts imports javascript-lp-solver",
      "matching/solvers/flow.ts imports fs",
      "door.ts imports node:path",
      "entry.ts imports zod",
    ]);
  });

  test.each([
    "process.exit()",
    "const { env } = process",
    "console.log(1)",
    "globalThis.console",
    "Math.random()",
    'Math["random"]()',
    "Date.now()",
    "new Date()",
    "new Date",
    "Date()",
    "2 ** 3",
    "x **= 2",
    "Math.pow(2, 3)",
    '"a".localeCompare("b")',
    "names.sort(Intl.Collator().compare)",
    "(1).toLocaleString()",
  ])("bannedIssues() reports %s", (code) => {
    expect(bannedIssues([file("door.ts", code)]).length).toBeGreaterThan(0);
    expect(bannedIssues([file("cli/main.ts", code)])).toEqual([]);
  });

  test.each([
    "// process.exit() at Date.now()",
    'const words = "console ** Intl"',
    "type A = { process: number }; const a: A = { process: 1 }; a.process",
    'new Date("2026-10-01")',
    "Math.sqrt(2) * 3",
  ])("bannedIssues() allows %s", (code) => {
    expect(bannedIssues([file("door.ts", code)])).toEqual([]);
  });

  test("lengthIssues() reports a file over its length, which is greater for solvers", () => {
    const text = "a\n".repeat(251);
    expect(lengthIssues([{ path: "door.ts", text }])).toEqual(["door.ts has 251 lines of 250"]);
    expect(lengthIssues([{ path: "matching/solvers/flow.ts", text }])).toEqual([]);
    expect(lengthIssues([{ path: "matching/solvers/flow.ts", text: "a\n".repeat(401) }])).toHaveLength(1);
  });

  test("indexIssues() reports code, star exports and imports", () => {
    const fine = ['export { a } from "./a.js";', 'export type { B } from "./b.js";'];
    expect(indexIssues(file("index.ts", ...fine))).toEqual([]);
    const wrong = [
      'export * from "./a.js";',
      'export * as b from "./b.js";',
      'import "./c.js";',
      "export const d = 1;",
    ];
    expect(indexIssues(file("index.ts", ...fine, ...wrong))).toHaveLength(4);
  });

  test("classIssues() reports a class that is no error", () => {
    const source = file("errors.ts", "class InputError extends Error {}", "class Matcher {}");
    expect(classIssues([source])).toEqual(["errors.ts:2 class Matcher"]);
  });
});
