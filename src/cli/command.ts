/** What a command is. */
import type { FlagName, Flags } from "./flags.js";
import type { Outcome } from "./outcome.js";

export interface Command {
  /** what follows "mentor-match" */
  readonly usage: string;
  /** what it does, in lines of up to 100 characters */
  readonly about: readonly string[];
  /** words after its name, at most */
  readonly words: number;
  /** the options it takes beside those of all commands */
  readonly flags: readonly FlagName[];
  /** when it ends with 3, beside when something breaks */
  readonly ends3?: string;
  /** words behind "mentor-match" that do something, in a folder where "init pals --out start" and those before were run */
  readonly example: string;
  readonly run: (flags: Flags, words: readonly string[]) => Outcome;
}

/** Sheets beside those with the people, and what they need to be read. */
export const OTHER_SHEETS: readonly FlagName[] = [
  "pairs",
  "posts",
  "locks",
  "forbids",
  "overrides",
  "reporting-lines",
  "relations",
];

/** The options that say who the people are: a pool or sheets. */
export const PEOPLE: readonly FlagName[] = [
  "pool",
  "mentees",
  "mentors",
  "people",
  ...OTHER_SHEETS,
  "columns",
  "as-of",
  "key",
  "policy",
  "from",
];

/** The options that say which run it is. */
export const RUN: readonly FlagName[] = ["from", "pool", "policy", "result", "key"];
