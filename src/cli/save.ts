/** Files that are written: all of a run or none, and none by half. */
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CommandError, reasonOf } from "./command-error.js";
import type { Flags } from "./flags.js";

/** Files by name, and what stands in each. */
export type Files = { readonly [name: string]: string };

/** The folder that `--out` names. */
export function folderOf(out: string | undefined): string {
  if (out === undefined) throw new CommandError("Cannot go on without --out: expected a folder to write into");
  if (out === "") throw new CommandError("Cannot write into --out: expected a folder, got nothing");
  return out;
}

/** Refuses what could not be written, or would replace a file unasked, before anything is worked out that would be lost. */
export function refuseUnwritable(folder: string, names: readonly string[], force: boolean): void {
  for (const name of names) {
    const path = join(folder, name);
    if (!existsSync(path)) continue;
    if (statSync(path).isDirectory()) throw unwritable(path, "there is a folder of that name");
    if (!force) throw new CommandError(`Cannot write ${path}: it is there already; --force replaces it`, "exists");
  }
  let above = folder;
  while (!existsSync(above) && dirname(above) !== above) above = dirname(above);
  const [first = ""] = names;
  if (existsSync(above) && !statSync(above).isDirectory())
    throw unwritable(join(folder, first), `${above} is a file, expected a folder`);
  try {
    accessSync(above, constants.W_OK);
  } catch (error) {
    throw unwritable(join(folder, first), reasonOf(error));
  }
}

/**
 * Writes files into the folder of `--out`, which is made where it is not there: all of them under other names first, so that
 * none is ever there by half and what goes wrong leaves what was there before. Ctrl-C waits until all are whole.
 *
 * @returns their paths
 * @throws CommandError where one is there already and `--force` is not given, or cannot be written
 */
export function save({ out, force }: Flags, files: Files): readonly string[] {
  const folder = folderOf(out);
  const names = Object.keys(files);
  refuseUnwritable(folder, names, force === true);
  const whole = names.map((name) => ({ path: join(folder, name), text: files[name]! }));
  return uninterrupted(() => {
    const parts: { readonly path: string; readonly part: string }[] = [];
    let at = whole[0]!.path;
    try {
      mkdirSync(folder, { recursive: true });
      for (const { path, text } of whole) {
        at = path;
        const part = `${path}.${process.pid}.tmp`;
        parts.push({ path, part });
        // What leads back to people, such as a key, is its owner's to read.
        writeFileSync(part, text, { mode: 0o600 });
      }
      for (const { path, part } of parts) {
        at = path;
        renameSync(part, path);
      }
    } catch (error) {
      for (const { part } of parts) removeQuietly(part);
      throw unwritable(at, reasonOf(error));
    }
    return whole.map(({ path }) => path);
  });
}

const unwritable = (path: string, why: string): CommandError =>
  new CommandError(`Cannot write ${path}: ${why}`, "unwritable");

/** What could not be written may not be there to be removed either: the first reason is the one to tell. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Nothing is lost.
  }
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Does something that takes a moment and must not be left by half. */
function uninterrupted<T>(work: () => T): T {
  const wait = (): void => undefined;
  for (const signal of SIGNALS) process.on(signal, wait);
  try {
    return work();
  } finally {
    for (const signal of SIGNALS) process.off(signal, wait);
  }
}
