/** The TypeScript blocks of a Markdown page, as modules that can be run and typechecked, and as `// =>` lines to compare. */
import ts from "typescript";

/** A fenced block; `line` is the line of its first line of code on the page, counted from 1. */
export interface CodeBlock {
  readonly page: string;
  readonly line: number;
  readonly language: string;
  /** what stands behind the language: the name of the file that the block is */
  readonly file?: string;
  readonly code: string;
}

/** Every fenced block of a page. */
export function codeBlocks(page: string, markdown: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: (Omit<CodeBlock, "page" | "code"> & { fence: string; indent: number; code: string[] }) | undefined;
  for (const [index, text] of markdown.split(/\r?\n/).entries()) {
    const [, indent = "", fence = "", language = "", file] =
      /^(\s*)(`{3,}|~{3,})\s*([\w-]*)(?: +(\S+))?/.exec(text) ?? [];
    if (open === undefined) {
      if (fence !== "")
        open = { fence, indent: indent.length, language, line: index + 2, code: [], ...(file && { file }) };
    } else if (fence.startsWith(open.fence) && text.trim() === fence) {
      const { fence: _, indent: __, code, ...block } = open;
      blocks.push({ page, ...block, code: code.join("\n") });
      open = undefined;
    } else {
      open.code.push(text.slice(Math.min(open.indent, text.search(/\S|$/))));
    }
  }
  if (open !== undefined) throw new Error(`Cannot read ${page}: the block before line ${open.line} has no end`);
  return blocks;
}

export const isTypeScript = ({ language }: CodeBlock): boolean => language === "ts" || language === "typescript";

/** A block with those that it continues; every line of the module stands where it stands on the page. */
export interface Program {
  readonly name: string;
  readonly page: string;
  readonly line: number;
  readonly code: string;
}

/** The programs of a page: each TypeScript block alone, or after the one before it where it begins with `// continues`. */
export function programs(blocks: readonly CodeBlock[]): Program[] {
  let before: Program | undefined;
  return blocks.filter(isTypeScript).map((block) => {
    const continues = /^\/\/ continues\b/.test(block.code.trimStart());
    if (continues && before === undefined) {
      throw new Error(`Cannot continue at ${block.page}:${block.line}: there is no TypeScript block before it`);
    }
    const start = continues ? before!.code : "";
    const blank = "\n".repeat(block.line - 1 - (start.match(/\n/g)?.length ?? 0));
    const name = `${block.page.replace(/\W+/g, "-")}-${block.line}.ts`;
    before = { name, page: block.page, line: block.line, code: start + blank + block.code };
    return before;
  });
}

/** Something a page promises: the value of what stands on a line. */
export interface Promised {
  readonly line: number;
  readonly text: string;
}

/** The name under which a program reports values; a global of the test. */
export const REPORT = "__promised";

/**
 * The program with every promised value handed to `__promised(line, value)`, and the list of what is promised. A promise is a
 * `// => value` at the end of an expression, of a `console.log(expression)` or of a `const name = …`, or on lines of its own
 * under it; further `// =>` lines go on with it, and so do plain comment lines until the value is complete.
 */
export function withReports(program: Program): { readonly code: string; readonly promised: readonly Promised[] } {
  const file = ts.createSourceFile(program.name, program.code, ts.ScriptTarget.ES2022, true);
  const lines = program.code.split("\n");
  const lineOf = (position: number): number => file.getLineAndCharacterOfPosition(position).line;
  const statements = new Map<number, ts.Statement>();
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node) || ts.isVariableStatement(node)) statements.set(lineOf(node.getEnd()), node);
    ts.forEachChild(node, visit);
  };
  visit(file);

  const promised: Promised[] = [];
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  for (let line = 0; line < lines.length; line++) {
    const first = promiseOn(lines[line]!);
    if (first === undefined) continue;
    const alone = lines[line]!.trimStart().startsWith("//");
    let owner = line;
    while (alone && owner > 0 && /^\s*(\/\/.*)?$/.test(lines[owner]!)) owner--;
    const statement = statements.get(owner);
    if (statement === undefined) {
      throw new Error(`Cannot compare ${program.page}:${line + 1}: "// =>" stands behind no expression, log or const`);
    }
    const at = line + 1;
    let text = first;
    for (;;) {
      const next = lines[line + 1]?.trimStart() ?? "";
      const more = next.startsWith("//") ? promiseOn(next) : undefined;
      const open = more === undefined && /^[[{]/.test(first) && literal(text) === undefined && next.startsWith("//");
      if (more === undefined && !open) break;
      text += `\n${more ?? next.slice(2)}`;
      line++;
    }
    // What an earlier block of a page promises was compared there.
    if (at < program.line) continue;
    promised.push({ line: at, text });
    edits.push(report(statement, at));
  }
  let code = program.code;
  for (const { start, end, text } of edits.sort((a, b) => b.start - a.start)) {
    code = code.slice(0, start) + text + code.slice(end);
  }
  return { code, promised };
}

const promiseOn = (line: string): string | undefined => /(?:^|\s)\/\/ =>(?: (.*))?$/.exec(line)?.slice(1)[0]?.trim();

/** Hands over what a statement says: the logged value, the new constant, or the expression itself. */
function report(statement: ts.Statement, line: number): { start: number; end: number; text: string } {
  if (ts.isVariableStatement(statement)) {
    const name = statement.declarationList.declarations.at(-1)!.name.getText();
    return { start: statement.end, end: statement.end, text: ` ${REPORT}(${line}, ${name});` };
  }
  const whole = (statement as ts.ExpressionStatement).expression;
  const logs =
    ts.isCallExpression(whole) && whole.expression.getText() === "console.log" && whole.arguments.length === 1;
  const value = logs ? (whole as ts.CallExpression).arguments[0]! : whole;
  return { start: statement.getStart(), end: statement.end, text: `${REPORT}(${line}, ${value.getText()});` };
}

/** A value written down in a comment; `undefined` when the text is not the literal of one. */
export function literal(text: string): { readonly value: unknown } | undefined {
  const file = ts.createSourceFile("value.ts", `(${text}\n)`, ts.ScriptTarget.ES2022, true);
  const { parseDiagnostics } = file as unknown as { readonly parseDiagnostics: readonly unknown[] };
  const statement = file.statements[0];
  if (
    parseDiagnostics.length > 0 ||
    file.statements.length !== 1 ||
    !statement ||
    !ts.isExpressionStatement(statement)
  ) {
    return undefined;
  }
  try {
    return { value: literalValue(statement.expression) };
  } catch {
    return undefined;
  }
}

function literalValue(node: ts.Expression): unknown {
  if (ts.isParenthesizedExpression(node)) return literalValue(node.expression);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
    return -(literalValue(node.operand) as number);
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (node.kind === ts.SyntaxKind.NullKeyword) return null;
  if (ts.isIdentifier(node) && node.text === "undefined") return undefined;
  if (ts.isIdentifier(node) && node.text === "Infinity") return Number.POSITIVE_INFINITY;
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(literalValue);
  if (ts.isObjectLiteralExpression(node)) return Object.fromEntries(node.properties.map(fieldOf));
  throw new SyntaxError(node.getText());
}

function fieldOf(property: ts.ObjectLiteralElementLike): [string, unknown] {
  if (!ts.isPropertyAssignment(property)) throw new SyntaxError(property.getText());
  const { name } = property;
  if (!ts.isIdentifier(name) && !ts.isStringLiteralLike(name) && !ts.isNumericLiteral(name)) {
    throw new SyntaxError(name.getText());
  }
  return [name.text, literalValue(property.initializer)];
}

/** A value as a comment can write it: typed arrays, sets and maps are lists, and absent fields are left out. */
export function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value) || value instanceof Set || value instanceof Map) {
    return Array.from(value as unknown as Iterable<unknown>, plain);
  }
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([key, field]) => [key, plain(field)]),
  );
}

/** What a program promised, beside what it gave: equal pairs keep the promise. A text may be written without quotes. */
export function promise(text: string, actual: unknown): { readonly wanted: unknown; readonly got: unknown } {
  const written = literal(text);
  const quoted = written === undefined || (typeof actual === "string" && typeof written.value !== "string");
  return { wanted: quoted ? text : plain(written.value), got: plain(actual) };
}

/** What is wrong with the types of these files, each as `file:line message`. */
export function typeIssues(paths: readonly string[], options: ts.CompilerOptions): string[] {
  const program = ts.createProgram(paths, options);
  return paths.flatMap((path) => {
    const file = program.getSourceFile(path)!;
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map((diagnostic) => {
      const { line } = file.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
      return `${path}:${line + 1} ${ts.flattenDiagnosticMessageText(diagnostic.messageText, " ")}`;
    });
  });
}

/** A command of a page: `npm run build` is `{ program: "npm", words: ["run", "build"] }`. */
export interface Command {
  readonly page: string;
  readonly program: "npm" | "mentor-match";
  readonly words: readonly string[];
}

/** Every `npm …` and `mentor-match …` command of a page: in the lines of its shell blocks and in its code spans. */
export function commands(page: string, markdown: string): Command[] {
  const blocks = codeBlocks(page, markdown);
  const shell = blocks.filter(({ language }) => /^(sh|bash|shell|console)$/.test(language));
  const prose = markdown.replace(/^(\s*)(`{3,}|~{3,})[\s\S]*?^\s*\2\s*$/gm, "");
  const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map((span) => span[1]!);
  return [...shell.flatMap(({ code }) => code.replace(/\\\n/g, " ").split("\n")), ...spans]
    .flatMap((line) => line.replace(/(^|\s)#.*$/, "").split(/&&|\|\||[;|]/))
    .flatMap((part) => {
      const words = part.trim().replace(/^\$ /, "").replace(/^npx /, "").split(/\s+/);
      const program = words.shift();
      return program === "npm" || program === "mentor-match" ? [{ page, program, words } as const] : [];
    });
}
