#!/usr/bin/env node
/** The command line: reads files, calls the library, writes files. */
import { parseArgs } from "node:util";
import { InputError } from "../errors.js";
import { VERSION } from "../version.js";
import { columnsCommand } from "./columns.js";
import { demoCommand } from "./demo.js";
import { CommandError } from "./files.js";
import type { Flags } from "./flags.js";
import { matchCommand } from "./match.js";
import { verifyCommand } from "./verify.js";

const HELP = `mentor-match ${VERSION}: matches mentors with mentees under a scheme's rules, and proves the result best

Usage
  mentor-match match --pool pool.json --policy policy.json [--out folder] [--json] [--force]
  mentor-match match --mentees a.csv --mentors b.csv --policy policy.json --out folder [--columns columns.json]
  mentor-match columns a.csv b.csv [--out folder]
  mentor-match verify --pool pool.json --policy policy.json --result result.json [--json]
  mentor-match demo [pals | lmic | accelerate | hee] [--json]

Commands
  match    finds the best matches and says why for every person; with --out, writes result.json, pairs.csv,
           unmatched.csv and reserve.csv into the folder, and from sheets pool.json, columns.json, key.json, noticed.csv
  columns  proposes what the columns of sheets stand for and writes columns.json, for you to correct
  verify   checks a result against its pool and policy, from scratch
  demo     matches a made-up cohort of 40 mentees and 25 mentors, or tells the story of a scheme over its own

Options
  --pool FILE      the people, as JSON
  --mentees FILE   the mentees, as CSV
  --mentors FILE   the mentors, as CSV
  --people FILE    both, as one CSV with a column for the role
  --pairs, --locks, --forbids, --overrides, --reporting-lines, --relations FILE
                   what else a pool holds, as one CSV each, beside the sheets with the people
  --columns FILE   what the columns stand for; without it, what "columns" would propose
  --as-of DAY      the day the sheets describe, YYYY-MM-DD
  --key FILE       the key.json of an earlier run: the same addresses get the same ids
  --names          put names and addresses into the CSV files, too
  --policy FILE    the scheme's rules and criteria, as JSON; or one of pals, lmic, accelerate, hee
  --result FILE    a result that "match" wrote
  --out FOLDER     where to write; made if it does not exist
  --force          replace files that are there already
  --json           print JSON instead of text
  --help           print this
  --version        print the version

Exit codes
  0  the result is proved (match, demo), or holds when checked from scratch (verify)
  2  something is wrong with the input
  3  otherwise: infeasible, not proved, refuted
`;

const commands: { readonly [name: string]: (flags: Flags, words: readonly string[]) => number } = {
  match: matchCommand,
  verify: verifyCommand,
  columns: columnsCommand,
  demo: demoCommand,
};

/** Commands that take words after their name, and how many words that makes at most. */
const MOST_WORDS: { readonly [name: string]: number } = { columns: Infinity, demo: 2 };

function main(args: readonly string[]): number {
  const { values, positionals } = readArguments(args);
  if (values.version === true) return say(`${VERSION}\n`);
  const name = positionals[0];
  if (values.help === true || (name === undefined && args.length === 0)) return say(HELP);
  const command = name === undefined ? undefined : commands[name];
  if (command === undefined || !Object.hasOwn(commands, name!) || positionals.length > (MOST_WORDS[name!] ?? 1)) {
    const known = Object.keys(commands).join(", ");
    throw new CommandError(
      `Cannot run "${positionals.join(" ")}": expected one command of ${known}; see mentor-match --help`,
    );
  }
  return command(values, positionals.slice(1));
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
