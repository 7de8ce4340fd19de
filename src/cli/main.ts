#!/usr/bin/env node
import { basename } from "node:path";
import { nearest } from "../nearest.js";
import { VERSION } from "../version.js";
/** The command line: reads files, calls the library, prints and writes. */
import { readArguments, refuseOthers } from "./arguments.js";
import { coloured, colouredError, isColoured } from "./colour.js";
import type { Command } from "./command.js";
import { CommandError } from "./command-error.js";
import { COMMANDS } from "./commands.js";
import { failureOf } from "./failure.js";
import { toJson } from "./files.js";
import type { Flags } from "./flags.js";
import { withFrom } from "./given.js";
import { help, helpAsJson, helpOn } from "./help.js";
import { holdsOf } from "./holds.js";
import type { Outcome } from "./outcome.js";
import { signOfLife } from "./progress.js";
import { save } from "./save.js";

function main(args: readonly string[]): number {
  const { words, flags } = readArguments(args);
  if (flags.version === true) return say(flags, `${VERSION}\n`, { version: VERSION });
  const isHelp = words[0] === "help";
  const [name, ...rest] = isHelp ? words.slice(1) : words;
  const wantsHelp = flags.help === true || isHelp || args.length === 0;
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (wantsHelp && (command !== undefined || name === undefined))
    return say(flags, command === undefined ? help() : helpOn(command), helpAsJson());
  if (name === undefined || command === undefined) throw unknownCommand(words);
  if (rest.length > command.words) throw tooMany(name, command, rest);
  refuseOthers(name, command.flags, flags);
  const given = withFrom(flags, command.flags);
  const outcome = signOfLife(name, flags, () => command.run(given, rest));
  return tell(given, outcome);
}

/** Writes what is to be written, and only then prints: whoever reads that it is written finds it. */
function tell(
  flags: Flags,
  { code, text, json, files, noticed = [], heading = "Noticed in the sheets", next = "" }: Outcome,
): number {
  const written = flags.out === undefined || files === undefined ? [] : save(flags, files);
  if (flags.json === true) {
    const named = written.map((path) => ({ file: path, holds: holdsOf(basename(path)) }));
    if (noticed.length > 0) process.stderr.write(toJson({ noticed }));
    return say(flags, "", json ?? { written: named }, code);
  }
  const notes = noticed.length === 0 ? "" : `${heading}\n${noticed.map((line) => `  ${line}\n`).join("")}\n`;
  const lines = written.map((path) => `Written: ${path}\n`).join("");
  return say(flags, `${notes}${text}${text !== "" && lines !== "" ? "\n" : ""}${lines}${next}`, undefined, code);
}

/** Prints the text, or the value as JSON where that is asked for. */
function say(flags: Flags, text: string, json: unknown, code = 0): number {
  const { stdout, env } = process;
  const shown = flags.json === true ? toJson(json) : isColoured(stdout.isTTY, flags, env) ? coloured(text) : text;
  stdout.write(shown);
  return code;
}

function unknownCommand(words: readonly string[]): CommandError {
  const known = Object.keys(COMMANDS);
  const near = nearest(words[0] ?? "", known);
  const expected = near === undefined ? `expected one command of ${known.join(", ")}` : `did you mean "${near}"?`;
  return new CommandError(`Cannot run "${words.join(" ")}": ${expected}; see mentor-match --help`);
}

function tooMany(name: string, { words, usage }: Command, rest: readonly string[]): CommandError {
  const most = words === 0 ? "no word" : words === 1 ? "one word at most" : `${words} words at most`;
  return new CommandError(
    `Cannot run "${[name, ...rest].join(" ")}": expected ${most} behind ${name}, got ${rest.length}; usage: mentor-match ${usage}`,
  );
}

// A reader that has seen enough, such as "| head", is no failure; a full disk is.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") process.stderr.write(`Cannot print: ${error.message}\n`);
  process.exit(error.code === "EPIPE" ? process.exitCode : 3);
});

const args = process.argv.slice(2);
try {
  process.exitCode = main(args);
} catch (error) {
  const failure = failureOf(error);
  // Whatever was wrong with the arguments, this word stands for itself.
  const flags: Flags = { json: args.includes("--json"), "no-color": args.includes("--no-color") };
  const { stderr, env } = process;
  const text = isColoured(stderr.isTTY, flags, env) ? colouredError(failure.text) : failure.text;
  stderr.write(flags.json === true ? toJson(failure.json) : `${text}\n`);
  process.exitCode = failure.exitCode;
}
