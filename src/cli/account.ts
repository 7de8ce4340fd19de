/** `mentor-match audit` and `mentor-match evidence`: for those to whom a scheme answers. */

import type { GroupingInput } from "../insight/audit/groupings.js";
import { audit } from "../insight/audit.js";
import { evidence } from "../insight/evidence.js";
import { auditText } from "../report/audit.js";
import { readGroups } from "../sheets/groups.js";
import { CommandError } from "./command-error.js";
import { toJson } from "./files.js";
import type { Flags } from "./flags.js";
import { policyOf, poolOf, resultOf } from "./given.js";
import type { Outcome } from "./outcome.js";
import { sheet } from "./sheets.js";

/** How groups fared beside everybody else. */
export function auditCommand(flags: Flags): Outcome {
  const groups = groupsOf(flags);
  const found = audit(poolOf(flags), policyOf(flags), resultOf(flags), groups ?? []);
  return { code: 0, text: auditText(found), json: found };
}

/** What a third party needs to check the matching: JSON either way, printed or written. */
export function evidenceCommand(flags: Flags): Outcome {
  const found = evidence(poolOf(flags), policyOf(flags), resultOf(flags), groupsOf(flags));
  const text = toJson(found);
  return flags.out === undefined
    ? { code: 0, text, json: found }
    : { code: 0, text: "", files: { "evidence.json": text } };
}

/** One sheet of equality data: a row for each person, a column for each way to tell people apart. */
export function groupsOf({ groups, role = "mentee" }: Flags): readonly GroupingInput[] | undefined {
  if (groups === undefined) return undefined;
  if (role !== "mentee" && role !== "mentor")
    throw new CommandError('Cannot read --role: expected "mentee" or "mentor"');
  const { file, bytes } = sheet(groups, "people");
  return readGroups(file, bytes, role);
}
