/** `mentor-match audit` and `mentor-match evidence`: for those to whom a scheme answers. */

import type { GroupingInput } from "../insight/audit/groupings.js";
import { audit } from "../insight/audit.js";
import { evidence } from "../insight/evidence.js";
import { auditText } from "../report/audit.js";
import { readGroups } from "../sheets/groups.js";
import { CommandError, save, toJson } from "./files.js";
import type { Flags } from "./flags.js";
import { policyOf, poolOf, resultOf } from "./given.js";
import { sheet } from "./sheets.js";

/** Prints how groups fared beside everybody else. Returns the exit code. */
export function auditCommand(flags: Flags): number {
  const groups = groupsOf(flags);
  const found = audit(poolOf(flags), policyOf(flags), resultOf(flags), groups ?? []);
  process.stdout.write(flags.json === true ? toJson(found) : auditText(found));
  return 0;
}

/** Prints, or writes, what a third party needs to check the matching. Returns the exit code. */
export function evidenceCommand(flags: Flags): number {
  const json = toJson(evidence(poolOf(flags), policyOf(flags), resultOf(flags), groupsOf(flags)));
  process.stdout.write(flags.out === undefined ? json : save(flags, { "evidence.json": json }));
  return 0;
}

/** One sheet of equality data: a row for each person, a column for each way to tell people apart. */
export function groupsOf({ groups, role = "mentee" }: Flags): readonly GroupingInput[] | undefined {
  if (groups === undefined) return undefined;
  if (role !== "mentee" && role !== "mentor")
    throw new CommandError('Cannot read --role: expected "mentee" or "mentor"');
  const { file, bytes } = sheet(groups, "people");
  return readGroups(file, bytes, role);
}
