/** `mentor-match verify`: checks a result against its pool and policy. */
import { verify } from "../insight/verify.js";
import type { Flags } from "./flags.js";
import { policyOf, poolOf, resultOf } from "./given.js";
import type { Outcome } from "./outcome.js";

/** What was found; 0 only for a result that is proved. */
export function verifyCommand(flags: Flags): Outcome {
  const verification = verify(poolOf(flags), policyOf(flags), resultOf(flags));
  const { status, issues, levels, standingBreaks, notes } = verification;
  const lines = [
    status === "refuted"
      ? `refuted: ${issues.length} ${issues.length === 1 ? "thing is" : "things are"} not so`
      : `${status}: matches, reasons, levels, findings and hashes hold`,
    ...issues
      .slice(0, 20)
      .map(({ code, ids, expected, got }) => `  ${[code, ...ids].join(" ")}: ${difference(expected, got)}`),
    ...(issues.length > 20 ? [`  … and ${issues.length - 20} more`] : []),
    ...levels.map(({ name, value, bound }) => `  ${name}: value ${value.join(", ")}, bound ${bound.join(", ")}`),
    ...(standingBreaks > 0 ? [`  standing pairs that break a rule today: ${standingBreaks}`] : []),
    ...notes.map(({ code, expected, got }) => `  note: ${code}: made by ${got}, checked by ${expected}`),
  ];
  return { code: status === "proved" ? 0 : 3, text: `${lines.join("\n")}\n`, json: verification };
}

/** Both sides from a little before they part: what they share tells nothing. */
function difference(expected: string, got: string): string {
  let same = 0;
  while (same < expected.length && expected[same] === got[same]) same++;
  const from = Math.max(0, same - 40);
  const part = (text: string): string =>
    `${from > 0 ? "…" : ""}${text.slice(from, from + 100)}${text.length > from + 100 ? "…" : ""}`;
  return `expected ${part(expected)}, got ${part(got)}`;
}
