/** `mentor-match review`: standing pairs against today's rules, and who waits. */
import { review } from "../lifecycle/review.js";
import { columnsOf } from "../report/columns.js";
import type { Flags } from "./flags.js";
import { policyOf, poolOf } from "./given.js";
import type { Outcome } from "./outcome.js";

/** The pairs that a rule refuses today; 3 where there are some. */
export function reviewCommand(flags: Flags): Outcome {
  const found = review(poolOf(flags), policyOf(flags));
  const rows = found.map(({ menteeId, mentorId, status, breaks }) => [
    menteeId,
    mentorId,
    status,
    breaks.map(({ id, since }) => (since === undefined ? id : `${id} since ${since}`)).join(", "),
  ]);
  const lines = rows.length === 0 ? ["Every standing pair keeps the rules that bind always."] : columnsOf(rows);
  return { code: found.length === 0 ? 0 : 3, text: `${lines.join("\n")}\n`, json: found };
}
