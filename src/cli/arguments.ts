/** What was typed: words and options, each option known and with what it takes. */
import { parseArgs } from "node:util";
import { nearest } from "../nearest.js";
import { CommandError } from "./command-error.js";
import { FLAGS, type FlagName, type Flags, OF_ALL } from "./flags.js";

/** Words, and options by name. */
export interface Arguments {
  readonly words: readonly string[];
  readonly flags: Flags;
}

/** @throws CommandError for an option that is not known, stands twice, lacks its value or has one it does not take */
export function readArguments(args: readonly string[]): Arguments {
  const options = Object.fromEntries(
    Object.entries(FLAGS).map(([name, flag]) => [
      name,
      { type: "value" in flag ? "string" : "boolean", ...(name === "help" ? { short: "h" } : {}) } as const,
    ]),
  );
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { name, rawName, value, inlineValue } = token;
    if (!Object.hasOwn(FLAGS, name)) throw wrong(`unknown option ${rawName}${hint(name)}`);
    const flag = FLAGS[name as FlagName];
    if (!("value" in flag) && value !== undefined) throw wrong(`expected ${rawName} alone, got a value with it`);
    if ("value" in flag && (value === undefined || (inlineValue !== true && value.startsWith("-"))))
      throw wrong(`expected ${rawName} ${flag.value}, got nothing behind it`);
    if ("value" in flag && seen.has(name)) throw wrong(`expected ${rawName} once, got it twice`);
    seen.add(name);
  }
  return { words: positionals, flags: values as Flags };
}

/** Refuses options that a command does not take: one without effect would promise what is not done. */
export function refuseOthers(command: string, taken: readonly FlagName[], flags: Flags): void {
  for (const name of Object.keys(flags) as FlagName[]) {
    if (taken.includes(name) || OF_ALL.includes(name)) continue;
    throw new CommandError(
      `Cannot run ${command} with --${name}: ${command} takes no such option; see mentor-match ${command} --help`,
    );
  }
}

const hint = (name: string): string => {
  const near = nearest(name, Object.keys(FLAGS));
  return near === undefined ? "" : `; did you mean --${near}?`;
};

const wrong = (message: string): CommandError =>
  new CommandError(`Cannot read the arguments: ${message}; see mentor-match --help`);
