/** Runs the command line in this process, and says what it wrote and how it ended. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** `mentor-match …words`, with what it prints kept. */
export async function command(...words: string[]): Promise<Ended> {
  const { argv, exitCode } = process;
  const listeners = process.stdout.listeners("error");
  let out = "";
  let err = "";
  const kept = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    out += String(text);
    return true;
  });
  const told = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    err += String(text);
    return true;
  });
  try {
    process.argv = [argv[0]!, "mentor-match", ...words];
    process.exitCode = undefined;
    vi.resetModules();
    await import("../../src/cli/main.js");
    return { code: Number(process.exitCode ?? 0), out, err };
  } finally {
    process.argv = argv;
    process.exitCode = exitCode;
    kept.mockRestore();
    told.mockRestore();
    for (const listener of process.stdout.listeners("error"))
      if (!listeners.includes(listener)) process.stdout.off("error", listener as () => void);
  }
}

/** A folder for this test only, and how to put a file into it: JSON unless it is text already. */
export function scratch(): { readonly folder: string; readonly file: (name: string, content: unknown) => string } {
  const folder = mkdtempSync(join(tmpdir(), "mentor-match-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
    return path;
  };
  return { folder, file };
}
