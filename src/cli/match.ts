/** `mentor-match match`: finds the matches of a pool under a policy. */
import { match } from "../matching/match.js";
import type { PolicyInput } from "../policy/policy.js";
import { parsePolicy } from "../policy.js";
import type { PoolInput } from "../pool.js";
import { textReport } from "../report/text.js";
import { CommandError, readJson, refuseExisting, toJson, writeInto } from "./files.js";
import type { Flags } from "./flags.js";

/** Prints the result and, with `--out`, writes it. Returns the exit code. */
export function matchCommand(flags: Flags): number {
  const pool = readJson("pool", flags.pool) as PoolInput;
  const policy = readJson("policy", flags.policy) as PolicyInput;
  if (flags.out === "") throw new CommandError("Cannot write into --out: expected a folder, got nothing");
  return show(pool, policy, flags);
}

const RESULT = "result.json";

/** Matches, prints and writes; shared with the demo. */
export function show(pool: PoolInput, policy: PolicyInput, flags: Flags): number {
  if (flags.out !== undefined) refuseExisting(flags.out, RESULT, flags.force === true);
  const result = match(pool, policy);
  const json = toJson(result);
  process.stdout.write(flags.json === true ? json : textReport(parsePolicy(policy), result));
  if (flags.out !== undefined) {
    const path = writeInto(flags.out, RESULT, json);
    if (flags.json !== true) process.stdout.write(`\nWritten: ${path}\n`);
  }
  return result.status === "proved" ? 0 : 3;
}
