/** Files that are read. */
import { readFileSync } from "node:fs";
import { type ParseError, parse } from "jsonc-parser";
import { CommandError, reasonOf } from "./command-error.js";

/** The JSON of a file. A byte order mark at its start is passed over. */
export function readJson(flag: string, path: string | undefined): unknown {
  if (path === undefined)
    throw new CommandError(`Cannot go on without --${flag}: expected a file; see mentor-match --help`);
  let text: string;
  try {
    text = textOf(readFileSync(path));
  } catch (error) {
    throw new CommandError(`Cannot read the ${flag} from ${path}: ${reasonOf(error)}`, "unreadable");
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`Cannot read the ${flag} from ${path}: ${jsonProblem(text)}`, "unreadable");
  }
}

/** UTF-8; or UTF-16 with its mark, which is what a Windows shell writes where output is sent into a file. */
function textOf(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
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
