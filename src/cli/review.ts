/** `mentor-match review`: standing pairs against today's rules, and who waits. */
import { review } from "../lifecycle/review.js";
import { columnsOf } from "../report/columns.js";
import { toJson } from "./files.js";
import type { Flags } from "./flags.js";
import { policyOf, poolOf } from "./given.js";

/** Prints the pairs that a rule refuses today. Returns the exit code: 3 where there are some. */
export function reviewCommand(flags: Flags): number {
  const found = review(poolOf(flags), policyOf(flags));
  const rows = found.map(({ menteeId, mentorId, status, breaks }) => [
    menteeId,
    mentorId,
    status,
    breaks.map(({ id, since }) => (since === undefined ? id : `${id} since ${since}`)).join(", "),
  ]);
  const lines = rows.length === 0 ? ["Every standing pair keeps the rules that bind always."] : columnsOf(rows);
  process.stdout.write(flags.json === true ? toJson(found) : `${lines.join("\n")}\n`);
  return found.length === 0 ? 0 : 3;
}
