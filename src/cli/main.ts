#!/usr/bin/env node
/** The command line: reads files, calls the library, writes files. */
import { parseArgs } from "node:util";
import { InputError } from "../errors.js";
import { VERSION } from "../version.js";
import { COMMANDS } from "./commands.js";
import { CommandError } from "./files.js";
import { withFrom } from "./given.js";
import { help, helpOn } from "./help.js";

function main(args: readonly string[]): number {
  const { values, positionals } = readArguments(args);
  if (values.version === true) return say(`${VERSION}\n`);
  const [name, ...words] = positionals;
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (values.help === true && command !== undefined) return say(helpOn(command));
  if (values.help === true || args.length === 0) return say(help());
  if (command === undefined || words.length > command.words) {
    const known = Object.keys(COMMANDS).join(", ");
    throw new CommandError(
      `Cannot run "${positionals.join(" ")}": expected one command of ${known}; see mentor-match --help`,
    );
  }
  return command.run(withFrom(values), words);
}

function readArguments(args: readonly string[]) {
  const file = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const options = {
    pool: file,
    mentees: file,
    mentors: file,
    people: file,
    pairs: file,
    locks: file,
    forbids: file,
    overrides: file,
    "reporting-lines": file,
    relations: file,
    columns: file,
    "as-of": file,
    key: file,
    names: flag,
    policy: file,
    result: file,
    out: file,
    force: flag,
    json: flag,
    quiet: flag,
    from: file,
    date: file,
    list: file,
    for: file,
    groups: file,
    by: file,
    role: file,
    rounds: file,
    tables: file,
    "group-size": file,
    public: flag,
    "sign-off": file,
    help: flag,
    version: flag,
  };
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new CommandError(`Cannot read the arguments: ${(error as Error).message}; see mentor-match --help`);
  }
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}

// A reader that has seen enough, such as "| head", is no failure; a full disk is.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") process.stderr.write(`Cannot print: ${error.message}\n`);
  process.exit(error.code === "EPIPE" ? process.exitCode : 3);
});

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  const isInput = error instanceof InputError || error instanceof CommandError;
  process.stderr.write(`${isInput ? error.message : `Cannot go on: ${(error as Error).message}`}\n`);
  process.exitCode = isInput ? 2 : 3;
}
