/** The shell blocks of a page, followed to the letter: its files are written, its commands run, what they print compared. */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type CodeBlock, codeBlocks } from "./code-blocks.js";

/** One thing that a reader does, in the order of the page. */
export type Step =
  | { readonly kind: "file"; readonly line: number; readonly file: string; readonly text: string }
  | { readonly kind: "run"; readonly line: number; readonly words: readonly string[]; readonly exit: number }
  | { readonly kind: "printed"; readonly line: number; readonly text: string };

/** What a page has its reader do with the command line; none where it has no command of it. */
export function stepsOf(page: string, markdown: string): readonly Step[] {
  const blocks = codeBlocks(page, markdown);
  const steps = blocks.flatMap((block, at): readonly Step[] => {
    const { line, file, code, language } = block;
    if (file !== undefined) return [{ kind: "file", line, file, text: `${code}\n` }];
    if (isShell(block)) return runs(block);
    const isPrinted = language === "text" && at > 0 && isShell(blocks[at - 1]!);
    return isPrinted ? [{ kind: "printed", line, text: code }] : [];
  });
  return steps.some(({ kind }) => kind === "run") ? steps : [];
}

export const isShell = ({ language }: CodeBlock): boolean => /^(sh|bash|shell|console)$/.test(language);

/** The commands of a block that are the package's own; `# exit 2` behind one says how it ends. */
function runs({ page, line, code }: CodeBlock): Step[] {
  return code.split("\n").flatMap((text, at): Step[] => {
    const [command = "", comment = ""] = text.split(/\s+#\s+/);
    if (!/^(\$ )?npx mentor-match /.test(command)) {
      if (/mentor-match /.test(command))
        throw new Error(`Cannot run ${page}:${line + at}: expected npx mentor-match …`);
      return [];
    }
    const exit = Number(/^exit (\d+)$/.exec(comment)?.[1] ?? 0);
    return [{ kind: "run", line: line + at, words: wordsOf(command).slice(2), exit }];
  });
}

const wordsOf = (command: string): string[] =>
  Array.from(command.replace(/^\$ /, "").matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, plain]) => quoted ?? plain!);

/**
 * Follows the steps in a folder and says what is not as the page has it. A printed text is looked for in what the block before
 * it printed, see {@link missingIn}.
 */
export function follow(steps: readonly Step[], folder: string, cli: string): string[] {
  const issues: string[] = [];
  let printed = "";
  let isNew = true;
  for (const step of steps) {
    if (step.kind === "file") {
      mkdirSync(dirname(join(folder, step.file)), { recursive: true });
      writeFileSync(join(folder, step.file), step.text);
    } else if (step.kind === "run") {
      const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...step.words], {
        cwd: folder,
        encoding: "utf8",
      });
      if (isNew) printed = "";
      printed += stderr + stdout;
      if (status !== step.exit) issues.push(`${step.line}: expected exit ${step.exit}, got ${status}: ${stderr}`);
    } else {
      const missing = missingIn(printed, step.text);
      if (missing !== undefined) issues.push(`${step.line}: expected\n${missing}\nin\n${printed}`);
    }
    isNew = step.kind !== "run";
  }
  return issues;
}

/** The text, where it does not stand in what was printed: `…` is any part of a line, and alone on its line any lines. */
export function missingIn(printed: string, text: string): string | undefined {
  const lines = text.split("\n").map((line) => (line === "…" ? "(?:.*\n)*?" : `${patternOf(line)}\n`));
  return new RegExp(`^${lines.join("")}`, "m").test(printed) ? undefined : text;
}

const patternOf = (line: string): string => line.split("…").map(escaped).join(".*");

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
