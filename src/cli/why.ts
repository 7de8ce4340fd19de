/** `mentor-match explain` and `mentor-match compare`: why, and what changed. */
import type { Compared, Comparison } from "../insight/compare/comparison.js";
import { compare } from "../insight/compare.js";
import { forMentee, forMentor } from "../insight/explain/for-person.js";
import { explainer } from "../insight/explain.js";
import { whatWouldHelp } from "../insight/would-help.js";
import { parsePolicy } from "../policy.js";
import { comparisonText } from "../report/comparison.js";
import { explanationText } from "../report/explanation.js";
import { helpText } from "../report/help.js";
import { CommandError } from "./command-error.js";
import type { Flags } from "./flags.js";
import { policyOf, poolOf, resultOf, withFrom } from "./given.js";
import type { Outcome } from "./outcome.js";

/** Explains a mentee, or a mentee and a mentor; without anybody, everyone who was left out. */
export function explainCommand(flags: Flags, [mentee, mentor]: readonly string[]): Outcome {
  const [pool, policy, result] = [poolOf(flags), parsePolicy(policyOf(flags)), resultOf(flags)];
  const why = explainer(pool, policy, result);
  const reader = readerOf(flags);
  if (reader === "mentor" && mentor === undefined)
    throw new CommandError("Cannot explain to a mentor: expected a mentee and a mentor");
  const ids = mentee === undefined ? result.unmatched.map(({ menteeId }) => menteeId) : [mentee];
  const told = ids.map((id) => {
    const explanation = why({ mentee: id, mentor });
    const isLeftOut = explanation.kind === "unmatched" && mentee !== undefined && reader === "coordinator";
    const help = isLeftOut ? whatWouldHelp(pool, policy, result, id) : undefined;
    // Of a pair there is always something to tell the mentor.
    const shown =
      reader === "coordinator" ? explanation : reader === "mentee" ? forMentee(explanation) : forMentor(explanation)!;
    return { explanation: shown, ...(help === undefined ? {} : { help }) };
  });
  const lines = told.map(
    ({ explanation, help }) => explanationText(explanation) + (help === undefined ? "" : helpText(help)),
  );
  const none = told.length === 0 ? "Everybody who asks has a mentor.\n" : "";
  return { code: 0, text: lines.join("\n") + none, json: told };
}

const READERS = ["coordinator", "mentee", "mentor"] as const;

function readerOf({ for: reader = "coordinator" }: Flags): (typeof READERS)[number] {
  const known = READERS.find((one) => one === reader);
  if (known === undefined)
    throw new CommandError(`Cannot explain to "${reader}": expected one of ${READERS.join(", ")}`);
  return known;
}

/** Compares two runs, each a folder; 3 where somebody's mentors are others. */
export function compareCommand(_: Flags, folders: readonly string[]): Outcome {
  const [before, after] = folders;
  if (before === undefined || after === undefined)
    throw new CommandError('Cannot compare: expected two folders that "match --out" wrote');
  const comparison: Comparison = compare(runIn(before), runIn(after));
  return { code: comparison.mentees.length === 0 ? 0 : 3, text: comparisonText(comparison), json: comparison };
}

function runIn(folder: string): Compared {
  const flags = withFrom({ from: folder }, []);
  return { pool: poolOf(flags), policy: policyOf(flags), result: resultOf(flags) };
}
