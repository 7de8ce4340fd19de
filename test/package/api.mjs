// The public API as text: what each entry of the package exports, as its declarations say it, without comments. Compares
// with api/<entry>.txt; --update writes them. Needs dist.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";
import { root } from "./checks.mjs";

const folder = join(dirname(fileURLToPath(import.meta.url)), "api");
const ENTRIES = ["index", "cohort", "schemes", "report", "solver", "highs"];

/** What a declaration file exports, sorted by name, and then what these declarations refer to without exporting it. */
export function report(path) {
  const program = ts.createProgram([path], { strict: true, types: [], lib: ["lib.es2022.d.ts"], noEmit: true });
  const checker = program.getTypeChecker();
  const printer = ts.createPrinter({ removeComments: true });
  const resolve = (symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
  const home = dirname(path);
  const own = (symbol) => (symbol.declarations ?? []).filter((node) => isOurs(node, home));

  const module = checker.getSymbolAtLocation(program.getSourceFile(path));
  const exported = new Map(checker.getExportsOfModule(module).map((symbol) => [symbol.name, resolve(symbol)]));
  const names = new Map([...exported].map(([name, symbol]) => [symbol, name]));
  const referred = new Map();
  const visit = (node) => {
    const found = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined;
    const symbol = found && resolve(found);
    if (
      symbol &&
      !names.has(symbol) &&
      own(symbol).some((at) => ts.isSourceFile(topOf(at).parent) && topOf(at) === statementOf(at))
    ) {
      names.set(symbol, symbol.name);
      referred.set(symbol.name, symbol);
      for (const declaration of own(symbol)) visit(declaration);
    }
    ts.forEachChild(node, visit);
  };
  for (const symbol of exported.values()) for (const declaration of own(symbol)) visit(declaration);

  const print = (symbol) =>
    own(symbol)
      .map((node) => printer.printNode(ts.EmitHint.Unspecified, statementOf(node), node.getSourceFile()))
      .join("\n");
  const section = (symbols) =>
    [...symbols].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, symbol]) => `// ${name}\n${print(symbol)}`);
  return `${[...section(exported), "// Not exported:", ...section(referred)].join("\n\n")}\n`;
}

const isOurs = (node, home) => dirname(node.getSourceFile().fileName) === home.replaceAll("\\", "/");

/** The statement of its file that a declaration is, or stands in as a variable. */
function statementOf(node) {
  return ts.isVariableDeclaration(node) ? node.parent.parent : node;
}

function topOf(node) {
  let top = node;
  while (top.parent && !ts.isSourceFile(top.parent)) top = top.parent;
  return top;
}

/** Throws where the declarations in dist differ from the committed text; ESM and CommonJS have to say the same. */
export function compareApi() {
  for (const entry of ENTRIES) {
    const now = report(join(root, "dist", `${entry}.d.ts`));
    if (report(join(root, "dist", `${entry}.d.cts`)) !== now)
      throw new Error(`${entry}.d.cts differs from ${entry}.d.ts`);
    const path = join(folder, `${entry}.txt`);
    const before = existsSync(path) ? readFileSync(path, "utf8").replaceAll("\r\n", "\n") : "";
    if (before !== now)
      throw new Error(`${difference(before, now)}\nIf that is meant: npm run api:update, and tell it in CHANGELOG.md`);
  }
}

/** The lines that only one of two texts has. */
function difference(before, now) {
  const lines = (text) => text.split("\n");
  const only = (text, other, sign) => {
    const known = new Set(lines(other));
    return lines(text)
      .filter((line) => !known.has(line))
      .map((line) => `${sign} ${line}`);
  };
  return ["the public API has changed", ...only(before, now, "-"), ...only(now, before, "+")].slice(0, 60).join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes("--update")) {
    mkdirSync(folder, { recursive: true });
    for (const entry of ENTRIES)
      writeFileSync(join(folder, `${entry}.txt`), report(join(root, "dist", `${entry}.d.ts`)));
  } else {
    try {
      compareApi();
    } catch (error) {
      console.error(error.message);
      process.exitCode = 1;
    }
  }
}
