/** The command line as the package ships it, in processes of their own. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsup";

/** How a process ended. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command line that is built once and works in a folder of its own. */
export interface Built {
  /** where it works, and what it writes */
  readonly desk: string;
  readonly path: string;
  readonly run: (words: readonly string[], env?: NodeJS.ProcessEnv) => Run;
  readonly remove: () => void;
}

/** Bundles the command line with all it needs into a folder for scratch. */
export async function built(): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), "mentor-match-built-"));
  const desk = join(folder, "desk");
  mkdirSync(desk);
  await build({
    entry: { cli: fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url)) },
    outDir: folder,
    format: "esm",
    platform: "node",
    config: false,
    silent: true,
    dts: false,
    outExtension: () => ({ js: ".mjs" }),
    noExternal: [/./],
    define: { __VERSION__: '"0.0.0"' },
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
  const path = join(folder, "cli.mjs");
  return {
    desk,
    path,
    run: (words, env = {}) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...words], {
        cwd: desk,
        encoding: "utf8",
        env: { ...process.env, ...env },
        maxBuffer: 1 << 28,
      });
      return { status, stdout, stderr };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The words of a command as a shell reads them: blanks part them but inside double quotes. */
export const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
