/** What the functions of the lifecycle are given beside a pool, checked: a result of that pool, and days. */
import { isDay } from "../day.js";
import { quote } from "../door.js";
import { InputError, type Issue } from "../errors.js";
import { fingerprint } from "../fingerprint.js";
import { readResult } from "../insight/read-result.js";
import { canonicalPool } from "../pool.js";
import type { MatchResult, Pool } from "../types.js";

/** Statuses of results that chose pairs. */
const CHOSEN: readonly string[] = ["proved", "searched", "unproved"];

/** A result of this pool that chose pairs. @throws InputError where it is of another one, or chose none */
export function resultOf(pool: Pool, input: MatchResult): MatchResult {
  const result = readResult(input);
  if (result === undefined) throw refused("result", "invalid", "", "expected a result of match(), got something else");
  const hash = fingerprint(canonicalPool(pool));
  const issues: Issue[] = [];
  if (result.run.poolHash !== hash) {
    const message = `expected the result of this pool, whose hash is ${hash}, got that of another`;
    issues.push({ code: "other-pool", path: "run.poolHash", message });
  }
  if (!CHOSEN.includes(result.status)) {
    const message = `expected a result that chose pairs, got one that is ${result.status}`;
    issues.push({ code: "nothing-chosen", path: "status", message });
  }
  if (issues.length > 0) throw new InputError("result", issues);
  return result;
}

/** Tells a date that is no day, or before the pool's. @throws InputError about `subject` */
export function checkDate(subject: string, { asOf }: Pool, date: unknown): void {
  checkDay(subject, "", date);
  if (asOf !== undefined && date < asOf) {
    throw refused(subject, "invalid", "", `expected ${asOf}, the day of the pool, or a later one, got ${date}`);
  }
}

/** Tells what is no day. @throws InputError about the `path` of `subject` */
export function checkDay(subject: string, path: string, date: unknown): asserts date is string {
  if (typeof date === "string" && isDay(date)) return;
  const got = typeof date === "string" ? quote(date) : date === undefined ? "nothing" : typeof date;
  throw refused(subject, "invalid", path, `expected a day as YYYY-MM-DD, got ${got}`);
}

function refused(subject: string, code: string, path: string, message: string): InputError {
  return new InputError(subject, [{ code, path, message }]);
}
