/** Pairs that a caller made by hand, read: ids of people of the pool, each pair once. */
import { quote, showKind, trimmed } from "../../door.js";
import { InputError, type Issue } from "../../errors.js";
import type { PairIds, Pool } from "../../types.js";

/** A list of pairs as they are compared. @throws InputError listing every row that is none, names strangers or stands twice */
export function readPairs(pool: Pool, input: readonly PairIds[]): readonly PairIds[] {
  const issues: Issue[] = [];
  const tell = (code: string, path: string, message: string): void => {
    issues.push({ code, path, message });
  };
  if (!Array.isArray(input)) tell("invalid", "", `expected a list of pairs, got ${showKind(input)}`);
  const known = {
    menteeId: new Set(pool.mentees.map(({ id }) => id)),
    mentorId: new Set(pool.mentors.map(({ id }) => id)),
  };
  const seen = new Set<string>();
  const pairs = (Array.isArray(input) ? (input as readonly unknown[]) : []).map((row, at): PairIds => {
    const idIn = (field: keyof PairIds): string => {
      const id =
        typeof row === "object" && row !== null ? (row as { readonly [name: string]: unknown })[field] : undefined;
      const path = `[${at}].${field}`;
      if (typeof id !== "string") {
        tell("invalid", path, `expected an id, got ${showKind(id)}`);
        return "";
      }
      const own = trimmed(id);
      const role = field === "menteeId" ? "mentee" : "mentor";
      if (!known[field].has(own)) tell("unknown-person", path, `the pool has no ${role} ${quote(own)}`);
      return own;
    };
    const pair = { menteeId: idIn("menteeId"), mentorId: idIn("mentorId") };
    const key = `${pair.menteeId}\n${pair.mentorId}`;
    if (seen.has(key)) tell("duplicate", `[${at}]`, "expected each pair once, got one twice");
    seen.add(key);
    return pair;
  });
  if (issues.length > 0) throw new InputError("pairs", issues);
  return pairs;
}
