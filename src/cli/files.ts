/** Files in and out. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ParseError, parse } from "jsonc-parser";
import type { Flags } from "./flags.js";

/** Something is wrong with how a command was called or with a file it was given. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

/** The JSON of a file. A byte order mark at its start is passed over. */
export function readJson(flag: string, path: string | undefined): unknown {
  if (path === undefined)
    throw new CommandError(`Cannot go on without --${flag}: expected a file; see mentor-match --help`);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new CommandError(`Cannot read the ${flag} from ${path}: ${(error as Error).message}`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new CommandError(`Cannot read the ${flag} from ${path}: ${jsonProblem(text)}`);
  }
}

/** Refuses to replace a file, before anything is worked out that would be lost. */
export function refuseExisting(folder: string, name: string, force: boolean): void {
  const path = join(folder, name);
  if (existsSync(path) && !force)
    throw new CommandError(`Cannot write ${path}: it is there already; --force replaces it`);
}

/** Writes a file into a folder by way of a temporary one, so that it is never there by half. */
export function writeInto(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true });
    // What leads back to people, such as a key, is its owner's to read.
    writeFileSync(`${path}.tmp`, text, { mode: 0o600 });
    renameSync(`${path}.tmp`, path);
  } catch (error) {
    throw new CommandError(`Cannot write ${path}: ${(error as Error).message}`);
  }
  return path;
}

/** Writes files into the folder of `--out`, none of which may be there without `--force`. Returns a line for each. */
export function save({ out, force }: Flags, files: { readonly [name: string]: string }): string {
  const folder = folderOf(out);
  for (const name of Object.keys(files)) refuseExisting(folder, name, force === true);
  return Object.entries(files)
    .map(([name, text]) => `Written: ${writeInto(folder, name, text)}\n`)
    .join("");
}

/** The folder that `--out` names. */
export function folderOf(out: string | undefined): string {
  if (out === undefined) throw new CommandError("Cannot go on without --out: expected a folder to write into");
  if (out === "") throw new CommandError("Cannot write into --out: expected a folder, got nothing");
  return out;
}

/** JSON for a file or a pipe, one line feed at its end. */
export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Where the text stops being JSON, without quoting it: it may hold names and addresses. */
function jsonProblem(text: string): string {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true });
  } catch {
    return "expected JSON, got brackets nested too deep to say where it stops being JSON";
  }
  const before = text.slice(0, errors[0]?.offset ?? text.length);
  const place = `line ${before.split("\n").length}, column ${before.length - before.lastIndexOf("\n")}`;
  return `expected JSON, which it stops being at ${place}`;
}
