/** What most commands are given: people and a policy, from files, from sheets or from what an earlier run wrote. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { PolicyInput } from "../policy/policy.js";
import type { PoolInput } from "../pool.js";
import type { Contact } from "../report/csv.js";
import type { MatchResult } from "../types.js";
import { OTHER_SHEETS } from "./command.js";
import { CommandError } from "./command-error.js";
import { readJson } from "./files.js";
import type { FlagName, Flags } from "./flags.js";
import { readPolicy } from "./schemes.js";
import { contactsOfKey } from "./sheets.js";

/** Files by the flag that names each: what `--from` stands for. */
type Named = { readonly [flag in FlagName]?: string };

const OF_A_RUN: Named = { policy: "policy.json", result: "result.json", key: "key.json" };

const POOL: Named = { pool: "pool.json" };

/** The sheets of a folder that `init` or `settle --sheets` wrote, and what their columns stand for. */
const SHEETS: Named = {
  mentees: "mentees.csv",
  mentors: "mentors.csv",
  ...Object.fromEntries(OTHER_SHEETS.map((flag) => [flag, `${flag}.csv`])),
  columns: "columns.json",
};

/**
 * With `--from`, whatever of a run's files is there and not named otherwise.
 *
 * @param taken - the options of the command: the sheets of a folder without a pool are for those that read sheets
 */
export function withFrom(flags: Flags, taken: readonly FlagName[]): Flags {
  const { from } = flags;
  if (from === undefined) return flags;
  if (!existsSync(from)) throw new CommandError(`Cannot read --from ${from}: there is no such folder`, "unreadable");
  const isNamed = (...names: readonly FlagName[]): boolean => names.some((name) => flags[name] !== undefined);
  const isPoolThere = existsSync(join(from, POOL.pool!));
  const hasSheets = taken.includes("mentees") && (isNamed("mentees", "mentors") || !isPoolThere);
  const people = isNamed("pool", "people") ? {} : hasSheets ? SHEETS : POOL;
  const found = Object.entries({ ...OF_A_RUN, ...people }).flatMap(([flag, file]) => {
    const path = join(from, file);
    return !isNamed(flag as FlagName) && existsSync(path) ? [[flag, path]] : [];
  });
  return { ...flags, ...(Object.fromEntries(found) as Flags) };
}

export const poolOf = (flags: Flags): PoolInput => readJson("pool", flags.pool) as PoolInput;

export const policyOf = (flags: Flags): PolicyInput => readPolicy(flags.policy);

export const resultOf = (flags: Flags): MatchResult => readJson("result", flags.result) as MatchResult;

/** Names and addresses where `--names` asks for them: from a key, or as the pool holds them. */
export function contactsOf(pool: PoolInput, { names, key }: Flags): ReadonlyMap<string, Contact> | undefined {
  if (names !== true) return undefined;
  const held = [...pool.mentors, ...pool.mentees].map(({ id, name, email }): [string, Contact] => [
    id.normalize("NFC").trim(),
    { ...(name ? { name } : {}), ...(email ? { email } : {}) },
  ]);
  return new Map([...held, ...(key === undefined ? [] : contactsOfKey(key))]);
}

/** A day that a flag must give. */
export function dayOf(flags: Flags, flag: "date"): string {
  const day = flags[flag];
  if (day === undefined) throw new CommandError(`Cannot go on without --${flag}: expected a day as YYYY-MM-DD`);
  return day;
}
